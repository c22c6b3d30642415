"""When: time expressions with their ISO values, and which of them dates an event."""
