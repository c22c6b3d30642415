"""Rows of the record → answers: one module a question, all through one `Lens`."""
