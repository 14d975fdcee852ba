"""`brieflint fix`."""

import sys
from typing import TYPE_CHECKING, Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, say, stop
from brieflint.errors import BriefError, ConfigError, PatternError
from brieflint.signs import clean_lines, printable

if TYPE_CHECKING:
    from brieflint.fixing import Fixed
    from brieflint.grounds import GroundsFinder


@click.command("fix")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--write", is_flag=True, help="Change the files instead of printing the difference.")
@click.option("--unsafe", is_flag=True, help="Also where the brief leaves open who directs or who owns the outcome.")
@settings_options
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], write: bool, unsafe: bool, **config: Any) -> None:
    """Write the right name where a text or Markdown brief is called by the wrong one; print the difference.

    A name is safe to write when the brief itself says who directs the people and who owns the outcome, and nothing in it
    speaks for another model. Other names wait for --unsafe: whether the name or the text is wrong is for you to say.

    \b
    Exit code: 0 every name fits, or does now; 1 names that do not fit: without --write those shown,
    with --write those still there; 2 a file could not be read or written, or is neither text nor Markdown.

    \b
    Examples:
      brieflint fix examples/rfp.docx.txt
      brieflint fix examples/rfp.docx.txt --write
      brieflint fix briefs/ --unsafe | less
    """
    from brieflint.documents import is_plain
    from brieflint.grounds import GroundsFinder
    from brieflint.scanning.discovery import STDIN, discover

    if STDIN in paths:
        raise click.UsageError("fix works on files; brieflint check - reads standard input.")
    finder = GroundsFinder(read_options(**config))
    try:
        found = discover(paths, finder.configuration).paths
        codes = [_fix(path, finder, write, unsafe) for path in found if path in paths or is_plain(path)]
    except (ConfigError, PatternError) as error:
        stop(str(error))
    if not codes:
        say("No text or Markdown brief was found here.", err=True)
    context.exit(max(codes, default=0))


def _fix(path: str, finder: "GroundsFinder", write: bool, unsafe: bool) -> int:
    from brieflint.fixing import fix_path, write_fixed

    try:
        fixed = fix_path(path, unsafe, finder)
        if fixed.applied and write:
            write_fixed(fixed)
    except BriefError as error:
        say(str(error), err=True)
        return 2
    _give(fixed, write)
    return int(bool(fixed.held or fixed.left or (fixed.applied and not write)))


def _give(fixed: "Fixed", write: bool) -> None:
    from brieflint.reporting.words import count
    from brieflint.writing.fix import diff

    path = printable(fixed.path)
    if fixed.applied and write:
        say(f"{path}: {count(len(fixed.applied), 'name')} changed.", err=True)
    elif fixed.applied:
        shown = diff(path, fixed.before, fixed.after)
        # A screen gets nothing that acts on it; a pipe, which may lead to patch, gets the lines as they are.
        give(clean_lines(shown) if sys.stdout.isatty() else shown, commands=True)
    for edit in fixed.held:
        told = f'"{printable(edit.spot.text)}" may have to be "{printable(edit.text)}"'
        say(f"{path}, line {edit.spot.line}: {told}; --unsafe writes it.", err=True)
    for line, words in fixed.kept:
        told = f'"{printable(words)}" stays here, where it may stand for something else'
        say(f"{path}, line {line}: {told}; please have a look.", err=True)
    for spot in fixed.left:
        told = f'"{printable(spot.text)}" may be read as another model'
        say(f"{path}, line {spot.line}: {told}; the sentence needs a person to change it.", err=True)
