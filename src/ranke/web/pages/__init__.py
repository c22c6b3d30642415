"""One module for each group of pages: what a page asks the record, and with what."""
