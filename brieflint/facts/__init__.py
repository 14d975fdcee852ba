"""Facts: what a brief states that can be written down by itself, such as roles, numbers, dates, prices and hours."""
