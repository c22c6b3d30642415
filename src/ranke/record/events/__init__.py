"""Accounts → events: which reports tell of one occasion, and where they differ."""
