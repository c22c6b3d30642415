"""What one asks of readings, and the answers for a person to read."""
