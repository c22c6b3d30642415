"""The tables of a record, by what their rows tell of."""
