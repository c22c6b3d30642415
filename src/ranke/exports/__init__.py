"""Exports: a record in the formats that the field uses, each a module with a function `write`.

`exporting.py` writes one, `formats.py` names them; docs/exports.md tells column by column what is filled from what.
"""
