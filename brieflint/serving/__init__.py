"""A page to drop a brief on (extra `serve`): nothing else of brieflint knows of it."""
