"""Appearances → actors: which entries of many reports are one person, body, country or group."""
