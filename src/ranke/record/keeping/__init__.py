"""The tables of a record and where they are kept."""
