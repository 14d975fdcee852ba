"""Which files are meant."""
