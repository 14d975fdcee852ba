"""Legal notes: what statutes of a jurisdiction speak of when a brief says certain things. Information, never advice.

Each file in `patterns/legal/` is a jurisdiction, named by its code. None is read unless a configuration or the command line
asks for it, and none is part of what is compiled.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, ClassVar, Literal

from brieflint.errors import PatternError
from brieflint.knowledge.folder import LEGAL, shipped_folder
from brieflint.knowledge.guide import Model

if TYPE_CHECKING:
    from brieflint.knowledge.yamlfile import Content, Mistake

NOTE = f"{LEGAL}-"
"""How the name of every note begins."""
DISCLAIMER = "This is information, not legal advice; what it means for a given contract is a question for counsel."


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """A statute: its name, the abbreviation under which it is cited, the official citation, and where it is published."""

    name: str
    short: str
    citation: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Places in a statute, a key of `statutes`, as lawyers write them: "§ 1 (1) sentence 2"."""

    statute: str
    places: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalWhen:
    """What a brief says where a note speaks. Empty conditions hold; the sentences that meet the others are quoted."""

    described: tuple[Model, ...]
    """The text, or a lot of it, describes one of these."""
    confidence: float = 0.0
    """At least so surely (0 to 1)."""
    or_signals: tuple[str, ...] = ()
    """Or it describes another model, and one of these signals was found, asserted, and often enough for so long a text."""
    evidence: dict[str, tuple[Model, ...]] = field(default_factory=dict)
    """In each of these dimensions a sentence speaks for one of these models."""
    signals: tuple[str, ...] = ()
    """One of these signals was found, asserted."""
    longer_than: float | None = None
    """The work is to last longer than so many months."""
    words: tuple[str, ...] = ()
    """One of these phrases stands in a sentence that counts; `(s)` at the end of a word makes it singular or plural."""
    unless_named: tuple[str, ...] = ()
    """None of these words is in a name that the text gives the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalExamples:
    """Little briefs on which a note speaks, and on which it is silent."""

    speaks: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEntry:
    """A note as it is written down. `text` may use {called}: the name that the text gives the work, if any."""

    id: str
    title: str
    when: LegalWhen
    text: str
    sources: tuple[Passage, ...]
    examples: LegalExamples


@dataclass(frozen=True, kw_only=True)
class JurisdictionFile:
    """A file in `legal/`. `as_of` is the day of the consolidated text against which every statement was read."""

    jurisdiction: str
    as_of: date
    statutes: dict[str, Statute]
    notes: tuple[NoteEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a note rests on: where it is the law, the places in the statutes, and the day (ISO 8601) of the text read."""

    jurisdiction: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalNote:
    """A note with what it rests on. It reports, like a rule, always as information; `statutes` are those that it cites."""

    kind: ClassVar[Literal["legal"]] = "legal"
    severity: ClassVar[Literal["info"]] = "info"

    id: str
    title: str
    when: LegalWhen
    text: str
    citation: Citation
    statutes: tuple[Statute, ...]
    examples: LegalExamples

    def say(self, words: Mapping[str, str]) -> str:
        """The whole note in one paragraph: what the statutes speak of, where it stands, and that this is no advice."""
        law = self.citation
        text = " ".join(self.text.format_map(words).split())
        source = law.source.replace("§ ", "§\u00a0")  # so that no line ends with the sign
        return f"{text} {law.jurisdiction}, as of {law.as_of}: {source}. {DISCLAIMER}"


@lru_cache(maxsize=1)
def list_jurisdictions() -> tuple[str, ...]:
    """The codes of all jurisdictions that there are notes on."""
    folder = shipped_folder().joinpath(LEGAL)
    names = (entry.name for entry in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@lru_cache(maxsize=16)
def load_notes(codes: Sequence[str]) -> tuple[LegalNote, ...]:
    """The notes on these jurisdictions, each once. Raises `PatternError`."""
    folder = shipped_folder().joinpath(LEGAL)
    return tuple(note for code in dict.fromkeys(codes) for note in read_notes(folder.joinpath(f"{code}.yaml"), code))


def read_notes(file: Traversable, code: str) -> tuple[LegalNote, ...]:
    """The notes on the jurisdiction with this code in a file. Raises `PatternError` with all mistakes in it."""
    from brieflint.knowledge.yamlfile import read_yaml  # pydantic is only needed where notes are asked for

    name = f"{LEGAL}/{file.name}"
    content, mistakes = read_yaml(file, name, JurisdictionFile, _KEYS)
    if content:
        mistakes += _find_mistakes(content, name, code)
    if mistakes or content is None:
        raise PatternError([str(mistake) for mistake in sorted(mistakes)])
    return tuple(_make_notes(content.value))


def _make_notes(file: JurisdictionFile) -> Iterator[LegalNote]:
    for entry in file.notes:
        cited = {passage.statute: file.statutes[passage.statute] for passage in entry.sources}
        source = "; ".join(f"{file.statutes[passage.statute].short} {passage.places}" for passage in entry.sources)
        yield LegalNote(
            id=entry.id,
            title=entry.title,
            when=entry.when,
            text=entry.text,
            citation=Citation(jurisdiction=file.jurisdiction, source=source, as_of=file.as_of.isoformat()),
            statutes=tuple(cited.values()),
            examples=entry.examples,
        )


def _find_mistakes(content: "Content", name: str, code: str) -> Iterator["Mistake"]:
    from brieflint.knowledge.yamlfile import Mistake

    file: JurisdictionFile = content.value
    seen: set[str] = set()
    for number, entry in enumerate(file.notes):
        line = content.line("notes", number)
        if not entry.id.startswith(f"{NOTE}{code}-"):
            yield Mistake(name, line, f"the id {entry.id!r} must begin with '{NOTE}{code}-'")
        if entry.id in seen:
            yield Mistake(name, line, f"the id {entry.id!r} stands twice")
        if not entry.sources:
            yield Mistake(name, line, f"{entry.id}: a note must cite its source")
        if not entry.when.described:
            yield Mistake(name, line, f"{entry.id}: a note is about at least one model; name it under described")
        seen.add(entry.id)
        for passage in entry.sources:
            if passage.statute not in file.statutes:
                yield Mistake(name, line, f"{entry.id}: no statute {passage.statute!r} stands in this file")


_KEYS = [
    entry.name for kind in (JurisdictionFile, Statute, Passage, LegalWhen, LegalExamples, NoteEntry) for entry in fields(kind)
]
