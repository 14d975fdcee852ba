"""`brieflint annotate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, say, stop
from brieflint.errors import BriefError, ConfigError, PatternError

if TYPE_CHECKING:
    from brieflint.reviewing.annotating import Reviewed


@click.command("annotate")
@click.argument("brief", metavar="BRIEF.docx")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The reviewed file; may be the same."
)
@click.option("--suggest", is_flag=True, help="Also a tracked change from each wrong name to the right one.")
@click.option(
    "--audience",
    type=click.Choice(["internal", "external"]),
    default="internal",
    show_default=True,
    help="external: only neutral questions on the text; no verdict, evidence or advice to your side.",
)
@settings_options
def command(brief: str, output: Path, suggest: bool, audience: Literal["internal", "external"], **config: Any) -> None:
    """Write what brieflint finds into the margin of a Word file, as comments by "brieflint"; the rest stays as it is.

    All comments and tracked changes of other people stay, too. brieflint clean takes ours out again.

    \b
    Examples:
      brieflint annotate rfp.docx -o reviewed.docx
      brieflint annotate rfp.docx -o reviewed.docx --suggest
      brieflint annotate rfp.docx -o questions.docx --audience external
    """
    from brieflint.grounds import GroundsFinder
    from brieflint.reviewing.annotating import annotate_path

    try:
        grounds = GroundsFinder(read_options(**config)).find(brief)
        reviewed = annotate_path(brief, grounds, audience, suggest=suggest)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    give(reviewed.data, output)
    _tell(reviewed, output, audience)


def _tell(reviewed: "Reviewed", output: Path, audience: str) -> None:
    from brieflint.reporting.words import count

    made = [count(reviewed.comments, "comment")]
    if reviewed.suggested:
        made.append(count(reviewed.suggested, "tracked change"))
    say(f"{output}: {' and '.join(made)} by brieflint.", err=True)
    if reviewed.unplaced:
        told = f"{count(reviewed.unplaced, 'comment')} about headers, footnotes or other words without a margin"
        say(f"  {told} stand at the beginning.", err=True)
    if reviewed.unsuggested:
        told = f"{count(reviewed.unsuggested, 'name')} in fields or locked places got a comment and no change"
        say(f"  {told}.", err=True)
    if reviewed.others and audience == "external":
        told = f"{count(reviewed.others, 'comment')} by other people is in this file, too"
        say(f"  {told}; please see whether that may leave the house.", err=True)
