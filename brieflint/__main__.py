"""`python -m brieflint`."""

from brieflint.cli import main

main()
