"""Example sentences: which files each reader learns from, and what stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path

from brieflint.errors import PatternError
from brieflint.knowledge.folder import UnfitFile, digest, read_text, shipped_folder
from brieflint.knowledge.packs import meaningful_lines, pack_files
from brieflint.language.vectors import FILE as VECTORS

MASK = "\x1a"
"""Stands for the term in a sentence from which the naming reader learns, so that it reads the use and not the term."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a reader learns from: files in `sentences/`, the column that holds the label, how often a key must occur.

    `masked`: the term of each sentence is hidden. `borrows`: the sentences that `BORROWED` names are learned as well.
    `nothing`: the label under which ordinary sentences (the neutral ones of `ORDINARY`) are learned as well, so that they
    are known for what they are. `vectors`: how much the vectors of words count; what is bought may be anything.
    """

    files: tuple[str, ...]
    column: str
    seen_in: int = 3
    masked: bool = False
    nothing: str = ""
    borrows: bool = False
    vectors: float = 0.0


ORDINARY = ("accountability.tsv", "boilerplate.tsv", "technical.tsv")
"""Files whose neutral sentences are ordinary in every respect."""
ACCOUNTABILITY = (*ORDINARY, "formal.tsv", "other_work.tsv")

BORROWED: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "vendor_accountable": (frozenset({"so", "so_ito"}), frozenset({"outcome", "quality"})),
    "client_directs": (frozenset({"sa"}), frozenset({"direction"})),
    "evolving_scope": (frozenset({"sa_dt", "dt"}), frozenset({"change", "scope"})),
}
"""Signals that the accountability sentences of some models and dimensions are examples of."""
UNDER_VENDOR = frozenset({"so", "ito", "so_ito", "not_sa"})
CONTRASTED: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (UNDER_VENDOR, frozenset({"defines", "scope", "change", "direction", "people", "leadership"})),
    (UNDER_VENDOR, frozenset({"duration", "transition", "pricing", "tools", "none"})),
    (frozenset({"dt"}), frozenset({"direction", "people", "leadership"})),
    (frozenset({"sa"}), frozenset({"individuals", "integration", "tools", "pricing", "duration", "none"})),
)
"""Models and dimensions of the accountability sentences that come near to a signal and are none."""

LESSONS: Mapping[str, Lesson] = {
    "stance": Lesson(ACCOUNTABILITY, "model", seen_in=4),
    "dimension": Lesson(ACCOUNTABILITY, "dimension", seen_in=8),
    "signal": Lesson(("signals.tsv",), "signal", seen_in=4, nothing="none", borrows=True, vectors=0.4),
    "naming": Lesson(("naming.tsv",), "use", masked=True, vectors=0.4),
    "object": Lesson(("objects.tsv",), "object", seen_in=5, nothing="not_a_purchase", vectors=0.8),
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(ACCOUNTABILITY, ("text", "model", "dimension")),
    "signals.tsv": ("text", "signal"),
    "naming.tsv": ("text", "term", "use"),
    "objects.tsv": ("text", "object"),
}
"""File of sentences → the columns that it must have; others (who wrote it, why) are for people."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file of sentences: the file as people know it, the number of the line (from 1), column → cell."""

    file: str
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as a reader sees it, the label that it should get, and where it stands."""

    text: str
    label: str
    file: str
    line: int


SHORT: Mapping[str, str] = {
    "it_outsourcing": "ito",
    "software_outsourcing": "so",
    "staff_augmentation": "sa",
    "dedicated_team": "dt",
}
"""Names of models → their labels; in packs either may be written."""
Rows = Mapping[str, Sequence[Row]]
"""File of sentences → its rows."""


def digest_examples(folder: Traversable) -> str:
    """A hash of everything that readers learn from, in a complete folder."""
    return digest(folder, (*(f"sentences/{file}" for file in sorted(COLUMNS)), VECTORS))


def read_rows(folder: Traversable) -> Rows:
    """All sentences of a complete folder. Raises `PatternError` naming each broken line."""
    rows, wrong = {}, []
    for file in COLUMNS:
        name = f"sentences/{file}"
        try:
            lines = list(enumerate(read_text(folder.joinpath(name)).split("\n"), 1))
        except UnfitFile as error:
            wrong.append(f"{name}:1: {error}")
            continue
        rows[file] = list(_parse([line for line in lines if line[1]], name, COLUMNS[file], wrong))
    if wrong:
        raise PatternError(wrong)
    return rows


def read_pack_rows(folder: Path, labels: Mapping[str, Sequence[str]]) -> Rows:
    """The sentences of a pack; `labels` are the labels that each reader may give.

    Raises `PatternError` naming each broken line and the nearest valid label.
    """
    rows, wrong = {}, []
    for name, path in pack_files(folder, "sentences"):
        try:
            lines = meaningful_lines(read_text(path))
        except UnfitFile as error:
            wrong.append(f"{path}:1: {error}")
            continue
        if path.name not in COLUMNS:
            wrong.append(f"{path}:1: no reader learns from {name}{_suggest(path.name, list(COLUMNS))}")
            continue
        rows[path.name] = [_shorten(row) for row in _parse(lines, str(path), COLUMNS[path.name], wrong)]
        wrong += [mistake for row in rows[path.name] for mistake in _find_wrong_cells(row, path.name, labels)]
    if wrong:
        raise PatternError(wrong)
    return rows


def select(rows: Rows, lesson: Lesson, *, borrowed: bool = True) -> list[Example]:
    """The examples of a lesson; without `borrowed`, only those of the lesson's own files."""
    found = [_to_example(row, lesson) for file in lesson.files for row in rows.get(file, ())]
    if lesson.nothing and borrowed:
        ordinary = (row for file in ORDINARY for row in rows.get(file, ()) if row.cells["model"] == "neutral")
        found += [Example(row.cells["text"], lesson.nothing, row.file, row.line) for row in ordinary]
    if lesson.borrows and borrowed:
        kinds = [(signal, *kind) for signal, kind in BORROWED.items()] + [(lesson.nothing, *kind) for kind in CONTRASTED]
        found += [
            Example(row.cells["text"], signal, row.file, row.line)
            for signal, models, dimensions in kinds
            for file in ACCOUNTABILITY
            for row in rows.get(file, ())
            if row.cells["model"] in models and row.cells["dimension"] in dimensions
        ]
    return found


def load_examples(folder: Traversable | None = None) -> dict[str, list[Example]]:
    """The examples of each lesson in a complete folder, the shipped one by default. Raises `PatternError`."""
    rows = read_rows(folder or shipped_folder())
    return {name: select(rows, lesson) for name, lesson in LESSONS.items()}


def mask(sentence: str, term: str) -> str:
    """The sentence with the first occurrence of the term replaced by the mask."""
    at = sentence.lower().find(term.lower())
    return sentence if at < 0 else f"{sentence[:at]} {MASK} {sentence[at + len(term) :]}"


def _to_example(row: Row, lesson: Lesson) -> Example:
    text = mask(row.cells["text"], row.cells["term"]) if lesson.masked else row.cells["text"]
    return Example(text, row.cells[lesson.column], row.file, row.line)


def _parse(lines: list[tuple[int, str]], name: str, needed: Sequence[str], wrong: list[str]) -> Iterator[Row]:
    """The rows of a file; what is wrong with the others is added to `wrong`."""
    if not lines:
        return
    (first, header), *rest = lines
    columns = [column.strip() for column in header.rstrip("\r").split("\t")]
    if missing := [column for column in needed if column not in columns]:
        found = ", ".join(columns)
        wrong.append(f"{name}:{first}: the first line must name the columns {', '.join(needed)}, with a tab between")
        wrong[-1] += f"; {', '.join(missing)} not found in {found!r}"
        return
    for number, line in rest:
        cells = line.rstrip("\r").split("\t")
        row = Row(name, number, {column: cell.strip() for column, cell in zip(columns, cells, strict=False)})
        if len(cells) != len(columns):
            wrong.append(
                f"{name}:{number}: {len(cells)} of the {len(columns)} columns {', '.join(columns)}; a tab goes between them"
            )
        elif empty := [column for column in needed if not row.cells[column]]:
            wrong.append(f"{name}:{number}: nothing in {', '.join(empty)}")
        else:
            yield row


def _shorten(row: Row) -> Row:
    model = row.cells.get("model", "")
    return replace(row, cells={**row.cells, "model": SHORT.get(model, model)})


def _find_wrong_cells(row: Row, file: str, labels: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for reader, lesson in LESSONS.items():
        label = row.cells.get(lesson.column, "")
        if file in lesson.files and label not in labels[reader]:
            known = ", ".join(labels[reader])
            yield f"{row.file}:{row.line}: unknown {lesson.column} {label!r}{_suggest(label, labels[reader])} (known: {known})"
    if file == "naming.tsv" and row.cells["term"].lower() not in row.cells["text"].lower():
        yield f"{row.file}:{row.line}: the term {row.cells['term']!r} does not stand in its sentence"


def _suggest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
