"""How well brieflint does on labelled briefs: labels and reports in, figures out."""
