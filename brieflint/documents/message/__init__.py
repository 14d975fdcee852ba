"""E-mail messages: their parts, their words, and how these become one document."""
