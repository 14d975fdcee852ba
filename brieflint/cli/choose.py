"""`brieflint choose`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import give, stop
from brieflint.errors import BriefError, ConfigError, PatternError

if TYPE_CHECKING:
    from brieflint.choosing.ballot import Ballot
    from brieflint.choosing.votes import Answer
    from brieflint.configuration.settings import Options

QUESTIONS = ("q1", "q2", "q3", "q4", "q5")


def _answer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name in reversed(QUESTIONS):
        answers = ["yes", "no", "partly"] if name == "q5" else ["yes", "no"]
        command = click.option(f"--{name}", type=click.Choice(answers), help=f"Answer question {name[1]} of the five.")(command)
    return command


@click.command("choose")
@click.argument("brief", metavar="[BRIEF]", required=False)
@_answer_options
@click.option("--lot", type=click.IntRange(min=1), metavar="N", help="Choose for the Nth lot of a brief that has several.")
@settings_options
def command(
    brief: str | None, lot: int | None, config: Path | None, no_config: bool, patterns: tuple[Path, ...], **answers: str | None
) -> None:
    """Choose a model by the guide's five questions, as votes; with a brief, what its text answers is not asked.

    On a terminal the open questions are put to you; elsewhere they are printed. `brieflint explain q1` explains a question.

    \b
    Examples:
      brieflint choose
      brieflint choose rfp.docx.txt
      brieflint choose --q1 no --q2 no --q3 yes --q4 yes --q5 yes
    """
    from brieflint.choosing.as_text import write_ballot
    from brieflint.choosing.votes import count_votes
    from brieflint.knowledge.artefact import load_knowledge

    try:
        guide = load_knowledge().guide
        given: Any = {name: answer for name, answer in answers.items() if answer}
        ballot = _open(brief, lot, read_options(config, no_config, patterns)).with_answers(given)
    except (BriefError, ConfigError, PatternError) as error:
        stop(str(error))
    if sys.stdin.isatty() and sys.stdout.isatty():
        ballot = ballot.with_answers(_ask(ballot))
    give(write_ballot(ballot, count_votes(ballot.answers, guide), guide))


def _open(brief: str | None, lot: int | None, options: "Options") -> "Ballot":
    from brieflint.choosing.ballot import open_ballot, read_ballot
    from brieflint.knowledge.artefact import load_knowledge

    guide = load_knowledge().guide
    if brief is None:
        if lot is not None:
            raise click.UsageError("--lot says which lot of a brief is meant, so a brief must be given.")
        return open_ballot(guide)
    from brieflint.judged import judge_path

    try:
        return read_ballot(judge_path(brief, options), guide, lot)
    except IndexError:
        raise BriefError(brief, f"there is no lot {lot} that says enough to be judged by itself", "Leave --lot out") from None


def _ask(ballot: "Ballot") -> "dict[str, Answer]":
    """The answers of the person at the terminal; what is skipped stays open."""
    from brieflint.choosing.as_text import say_line, say_open, say_question
    from brieflint.choosing.votes import choices

    answers: Any = {}
    for line in ballot.lines:
        if line.answer:
            give(f"{say_line(line)}\n")
            continue
        if line.quotes:
            give(f"{say_open(line)}\n")
        asked = click.Choice([*choices(line.question), "skip"])
        answer = click.prompt(say_question(line.question), type=asked, default="skip", show_default=False)
        if answer != "skip":
            answers[line.question.id] = answer
    give("\n")
    return answers  # type: ignore[no-any-return]
