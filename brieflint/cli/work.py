"""What the commands share that may take long: processes, bounds, memory of earlier runs, progress, and an end by Ctrl-C."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from brieflint.cli.output import say

if TYPE_CHECKING:
    from brieflint.scanning.engine import Engine

INTERRUPTED = 130
WORK = ("jobs", "no_cache", "max_seconds", "max_memory")
"""The parameters that `work_options` adds."""


def _read_jobs(context: click.Context, option: click.Parameter, value: str) -> int:
    """A number of processes, 0 for "auto"."""
    del context
    if value == "auto":
        return 0
    if value.isascii() and value.isdecimal() and int(value):
        return int(value)
    raise click.BadParameter(f"{value!r} is no number of processes; write one from 1 on, or auto", param=option)


def work_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --jobs, --no-cache, --max-seconds and --max-memory to a command."""
    for option in (
        click.option(
            "--max-memory",
            type=click.IntRange(min=512),
            default=4096,
            show_default=True,
            metavar="MIB",
            help="Most memory of each process; a brief that needs more is told as unreadable.",
        ),
        click.option(
            "--max-seconds",
            type=click.FloatRange(min=0.1, max=10_000_000),
            default=300,
            show_default=True,
            metavar="SECONDS",
            help="Most time for a brief; one that needs more is told as unreadable.",
        ),
        click.option("--no-cache", is_flag=True, help="Remember nothing, and recall nothing; see brieflint cache."),
        click.option(
            "--jobs",
            callback=_read_jobs,
            default="auto",
            metavar="N|auto",
            help="Processes for many briefs; by default one for each processor.",
        ),
    ):
        command = option(command)
    return command


def make_engine(*, jobs: int, no_cache: bool, max_seconds: float, max_memory: int, quiet: bool) -> "Engine":
    """The engine that these options describe."""
    from brieflint.scanning.bounds import Bounds
    from brieflint.scanning.engine import Engine
    from brieflint.scanning.memory import Memory
    from brieflint.scanning.progress import make_progress
    from brieflint.scanning.store import open_store

    memory = Memory(None if no_cache else open_store())
    bounds = Bounds(seconds=max_seconds, mebibytes=max_memory)
    return Engine(memory, jobs=jobs, bounds=bounds, progress=make_progress(quiet=quiet))


def recall(question: Sequence[str], answer: Callable[[], str]) -> str:
    """What was said to a question before, else the answer; of questions on which only the program itself decides."""
    from brieflint.scanning.answers import Answer, Answers
    from brieflint.scanning.store import open_store

    store = open_store()
    if store is None:
        return answer()
    answers = Answers(store, question)
    if known := answers.find(""):
        return known.text
    said = answer()
    answers.keep(Answer(text=said, status=0), (), since=0)
    return said


@contextmanager
def interruptible(*, remembers: bool) -> Iterator[None]:
    """End with a word and code 130 when somebody presses Ctrl-C."""
    try:
        yield
    except KeyboardInterrupt:
        told = " What was finished is remembered: the same command goes on from there." if remembers else ""
        say(f"Stopped before the end.{told}", err=True)
        sys.exit(INTERRUPTED)
