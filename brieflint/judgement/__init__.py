"""From what was read to the verdict: what is named, what is described, and the accountability grid. Pure functions."""
