"""What brieflint knows: the pattern files, validated, as frozen types."""
