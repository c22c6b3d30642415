"""Readings → rows: filed once, grouped, brought up to date with each reading that comes or goes."""
