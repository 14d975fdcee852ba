"""What brieflint is in an editor: a language server, for briefs in plain text and Markdown."""
