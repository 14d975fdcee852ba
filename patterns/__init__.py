"""What brieflint knows, as data. This module only makes the folder importable, so that `importlib.resources` finds it."""
