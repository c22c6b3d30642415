"""The gate and the gold that it scores."""
