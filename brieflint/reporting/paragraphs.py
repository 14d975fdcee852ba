"""Pages of paragraphs and lists, set as plain text 88 columns wide, and the turns of phrase that explanations share."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brieflint.knowledge.guide import Origin, Source, Statement
from brieflint.signs import clean

WIDTH = 88
ORIGINS: dict[Origin, str] = {"guide": "from the guide", "restored": "restored", "inferred": "inferred", "ours": "ours"}
MEANINGS: dict[Origin, str] = {
    "guide": "said there",
    "restored": "missing there, rebuilt from other lines of it",
    "inferred": "follows from what it says",
    "ours": "our own, where it is silent",
}


def wrap(text: str, indent: str = "  ", first: str | None = None) -> str:
    """Set one paragraph; `first` begins its first line, `indent` the others."""
    return textwrap.fill(
        " ".join(clean(text).split()),
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one item each."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An example brief, its lines kept apart."""

    text: str


Paragraph = str | Items | Excerpt


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands under it."""

    title: str
    paragraphs: tuple[Paragraph, ...]


Page = tuple[Part, ...]
"""The first part is named after what the page is about."""


def part(title: str, *paragraphs: Paragraph) -> Part:
    """A heading with those paragraphs that say something."""
    return Part(title, tuple(paragraph for paragraph in paragraphs if paragraph not in ("", Items(()))))


def page(*parts: Part) -> Page:
    """Those parts that have something under their heading."""
    return tuple(filled for filled in parts if filled.paragraphs)


def bullets(items: Iterable[str]) -> Items:
    """A list of one item each."""
    return Items(tuple(items))


def set_text(told: Page) -> str:
    """Set a page as plain text, parts with an empty line between them."""
    return "\n\n".join("\n".join([clean(entry.title), *map(_set_paragraph, entry.paragraphs)]) for entry in told) + "\n"


def _set_paragraph(paragraph: Paragraph) -> str:
    if isinstance(paragraph, Items):
        return "\n".join(wrap(item, "    ", "  - ") for item in paragraph.items)
    if isinstance(paragraph, Excerpt):
        return "\n".join(wrap(line, "  | ") if line.strip() else "  |" for line in paragraph.text.strip().splitlines())
    return wrap(paragraph)


def mark(statement: Statement) -> str:
    """Say a statement, and how far the guide goes."""
    return f"{statement.text} ({ORIGINS[statement.origin]})"


def legend(statements: Iterable[Statement]) -> str:
    """Say what the marks of these statements mean."""
    used = {statement.origin for statement in statements}
    return "; ".join(f"{ORIGINS[origin]}: {meaning}" for origin, meaning in MEANINGS.items() if origin in used)


def cite(source: Source, places: Iterable[tuple[str, Sequence[int]]]) -> Items:
    """Say where in the guide this is: its sections, each with the lines."""
    lines: dict[str, list[int]] = {}
    for section, numbers in places:
        lines.setdefault(section, []).extend(numbers)
    told = [f'"{source.title}", {source.publisher}']
    for section, found in lines.items():
        where = [section, f"guide {say_lines(found)}" if found else ""]
        told.append(", ".join(piece for piece in where if piece))
    return bullets(piece for piece in told if piece)


def say_lines(lines: Sequence[int]) -> str:
    """Say line numbers as people say them: "line 17", "lines 14, 19 and 56 to 58"."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    pieces: list[str] = []
    for run in runs:
        pieces += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(line) for line in run]
    return f"{'line' if len(set(lines)) == 1 else 'lines'} {join(pieces)}"


def join(words: Sequence[str], last: str = "and") -> str:
    """Put words in a row: "a, b and c"."""
    *most, end = words or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
