"""One report becomes one reading."""
