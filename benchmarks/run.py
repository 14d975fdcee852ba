"""Measure brieflint side by side with spaCy, click and proselint, and print the table: `python benchmarks/run.py`.

Every row is a ratio of medians taken in one run, so that it says the same on a slow machine. Nothing is written outside a
temporary folder.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from measuring import Case, Cost, compare, measure
from peers import PROSELINT, install
from texts import OWN, compose, draw_sizes, gather_paragraphs, write_folder

PYTHON = sys.executable
MAKE_DOCS = str(Path(__file__).parent / "make_docs.py")
LINT = (PYTHON, "-m", "brieflint")
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what was measured, the value and the target as text, and whether it is met (None: not measured)."""

    what: str
    value: str
    target: str
    met: bool | None


def at_most(what: str, value: float, target: float, unit: str = "x") -> Row:
    """A row whose value may be no more than its target."""
    return Row(what, f"{value:.2f} {unit}", f"<= {target:g} {unit}", value <= target)


def at_least(what: str, value: float, target: float) -> Row:
    """A row whose value must reach its target."""
    return Row(what, f"{value:.2f} x", f">= {target:g} x", value >= target)


def missing(what: str, target: str) -> Row:
    """A row that cannot be measured here."""
    return Row(what, "not there", target, None)


class Bench:
    """The folder, the options and the rounds that all measurements share."""

    def __init__(self, folder: Path, paragraphs: list[str], files: int, rounds: int) -> None:
        self.folder = folder
        self.paragraphs = paragraphs
        self.files = files
        self.rounds = rounds
        told = subprocess.run([*LINT, "check", "--help"], capture_output=True, text=True, check=True).stdout  # noqa: S603
        self.caches, self.jobs = "--no-cache" in told, "--jobs" in told

    def check(self, path: Path, *options: str, cache: bool = False) -> Case:
        """The command that checks a path, in one process and without a cache unless it is asked for."""
        cold = ["--no-cache"] if self.caches and not cache else []
        one = ["--jobs", "1"] if self.jobs and "--jobs" not in options else []
        environment = {"XDG_CACHE_HOME": str(self.folder / "cache")}
        command = [*LINT, "check", str(path), "--format", "json", *cold, *one, *options]
        return Case(command=command, environment=environment, folder=self.folder)

    def one_brief(self) -> Iterator[Row]:
        """A process for one brief, and a process that has nothing to do."""
        brief = self.folder / "brief.txt"
        brief.write_text(compose(self.paragraphs, 600), "utf-8")
        broken = self.folder / "broken.toml"
        broken.write_text("selekt = 1\n", "utf-8")
        click, nothing = "import click", "import spacy; spacy.blank('en')"
        cases = {
            "click": Case(command=[PYTHON, "-c", click]),
            "spacy": Case(command=[PYTHON, "-c", nothing]),
            "cold": self.check(brief),
            "help": Case(command=[*LINT, "--help"]),
            "explain": Case(command=[*LINT, "explain", "sa-called-ito"]),
            "configuration error": replace(self.check(brief, "--config", str(broken)), fails=True),
        }
        if self.caches:
            cases["unchanged file"] = self.check(brief, cache=True)
        costs = compare(cases, self.rounds)
        yield at_most(f"cold, one 600-word brief / {nothing}", costs["cold"].seconds / costs["spacy"].seconds, 1.25)
        for name in ("help", "explain", "configuration error", "unchanged file"):
            if name in costs:
                yield at_most(f"nothing to do: {name} / {click}", costs[name].seconds / costs["click"].seconds, 3)
            else:
                yield missing(f"nothing to do: {name} / {click}", "<= 3 x")

    def one_folder(self, proselint: str | None) -> Iterator[Row]:
        """A folder of files: start-ups taken off, with two processes, and unchanged."""
        folder = self.folder / "briefs"
        words = write_folder(folder, self.paragraphs, list(draw_sizes(self.files)))
        single = self.folder / "single.txt"
        single.write_text("Words.\n", "utf-8")
        cases = {
            "click": Case(command=[PYTHON, "-c", "import click"]),
            "start": self.check(single),
            "folder": self.check(folder),
            "spacy start": Case(command=[PYTHON, MAKE_DOCS, "-"]),
            "spacy": Case(command=[PYTHON, MAKE_DOCS, str(folder)]),
        }
        if proselint:
            cases["proselint start"] = Case(command=[proselint, "check", str(single)])
            cases["proselint"] = Case(command=[proselint, "check", str(folder)])
        if self.jobs:
            cases["two"] = self.check(folder, "--jobs", "2")
        if self.caches:
            cases["warm"] = self.check(folder, cache=True)
        costs = compare(cases, self.rounds)
        own = _without(costs, "folder", "start")
        told = f"cold folder, {self.files:,} files, {words:,} words at {words / own:,.0f} words/s"
        yield at_most(f"{told} / make_doc", own / _without(costs, "spacy", "spacy start"), 1.25)
        if proselint:
            theirs = _without(costs, "proselint", "proselint start")
            yield at_least(f"words/s / those of proselint ({words / theirs:,.0f})", theirs / own, 2)
        else:
            yield missing("words/s / those of proselint (--peers)", ">= 2 x")
        yield (
            at_least("two processes / one", costs["folder"].seconds / costs["two"].seconds, 1.6)
            if self.jobs
            else missing("two processes / one", ">= 1.6 x")
        )
        if self.caches:
            allowed = 3 * costs["click"].seconds + 0.0005 * self.files
            yield at_most(f"warm folder / (3 x click + 0.5 ms x {self.files:,})", costs["warm"].seconds / allowed, 1)
        else:
            yield missing("warm folder / (3 x click + 0.5 ms a file)", "<= 1 x")
        yield at_most("peak of memory of the process for the folder", costs["folder"].peak, 200, "MiB")

    def growth(self) -> Iterator[Row]:
        """Short files, a long one, and a very long one."""
        short, long = self.folder / "short", self.folder / "long"
        few = write_folder(short, self.paragraphs, [600] * 100)
        many = write_folder(long, self.paragraphs, [60_000])
        start = self.folder / "single.txt"
        costs = compare({"start": self.check(start), "short": self.check(short), "long": self.check(long)}, self.rounds)
        ratio = (_without(costs, "long", "start") / many) / (_without(costs, "short", "start") / few)
        yield at_most("growth: a word of 60,000 / a word of 600", ratio, 1.25)
        huge = self.folder / "huge.txt"
        huge.write_text(compose(self.paragraphs, MILLION), "utf-8")
        wide = self.folder / "wide.toml"
        wide.write_text("[limits]\ncharacters = 20_000_000\n", "utf-8")
        peak = measure(self.check(huge, "--config", str(wide))).peak
        yield at_most("peak of memory for a document of a million words", peak, 1024, "MiB")


def _without(costs: dict[str, Cost], whole: str, start: str) -> float:
    """The seconds of a case, start-up taken off."""
    return max(costs[whole].seconds - costs[start].seconds, 1e-9)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", help="a folder of briefs (.txt, .md) to take the text from")
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="install proselint with pip, for this run, and compare with it")
    given = parser.parse_args()
    paragraphs = gather_paragraphs(given.corpus or OWN)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # What is installed with pip is compiled; so is what is measured here, in a first round that is not counted.
        os.environ.update(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(folder / "compiled"))
        peers = install([PROSELINT], folder / "peers") if given.peers else {}
        bench = Bench(folder, paragraphs, given.files, given.rounds)
        sys.stdout.write("| what | value | target | |\n|---|---|---|---|\n")
        for rows in (bench.one_brief(), bench.one_folder(peers.get(PROSELINT)), bench.growth()):
            for row in rows:
                met = {True: "met", False: "not met", None: "-"}[row.met]
                sys.stdout.write(f"| {row.what} | {row.value} | {row.target} | {met} |\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
