"""The commands, a module for each group. `cli.py` frames them; what they print, `views/` lays out."""
