"""Reports → stories and echoes: which follow each other, which are one text."""
