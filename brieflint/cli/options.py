"""Options that several commands share."""

from pathlib import Path

import click

patterns_option = click.option(
    "--patterns",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder of your own patterns over the shipped ones; may be given several times.",
)
