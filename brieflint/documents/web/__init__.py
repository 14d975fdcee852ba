"""HTML: tags followed as browsers follow them, and the paragraphs and tables that they hold."""
