"""What goes into a corrected brief, before any template: the brief's own sentences, sorted by what they answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from brieflint.documents.document import Document, Place
from brieflint.documents.places import say_place
from brieflint.facts.positions import Stated
from brieflint.judgement.slots import FilledSlot, open_slots
from brieflint.judgement.verdict import Cell, DescribedModel, Verdict
from brieflint.knowledge.guide import Guide, Model, ModelEntry, Row, Source, Statement
from brieflint.knowledge.patterns import AntiSlot, NamedModel, Patterns, Slot
from brieflint.language.reading import Mention, Reading
from brieflint.linting.edits import NEAR
from brieflint.linting.grammar import is_action
from brieflint.signs import printable
from brieflint.writing.lots import find_foreign_parts, find_own_headings, mute, own_grid
from brieflint.writing.stating import FactSheet
from brieflint.writing.subject import find_subject, find_titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of the brief, word for word, and its place as people say it.

    `decides`: it settles who is responsible, so it is put as a question. `unfit`: it is also among what should be taken out.
    `speaks_for` names the model that it speaks for, when that is another one.
    """

    text: str
    place: str
    decides: bool = False
    unfit: bool = False
    speaks_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A slot of the checklist and the sentences that fill it; none when it is open.

    `stated` is what they state in short; `repeats`: all of them are quoted above already; `shared`: the slot of a lot is
    answered by what the brief says for all lots.
    """

    slot: Slot
    quotes: tuple[Quote, ...]
    stated: tuple[Stated, ...] = ()
    repeats: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountability:
    """One row of the accountability table: what the guide says for the model, and what the brief says."""

    question: str
    cell: Statement
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Sentences that belong to another model, and why they should go."""

    anti_slot: AntiSlot
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """The places where another model is named, and the guide's advice on that pair of names, "" when it has none."""

    quotes: tuple[Quote, ...]
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything a template may use. Texts are plain; templates print them escaped."""

    path: str
    title: str
    """The checklist's title up to the subject."""
    subject: str
    own_title: Quote | None
    model: ModelEntry
    described: DescribedModel
    described_name: str
    lots_left_out: tuple[str, ...]
    caution: str
    answers: tuple[Answer, ...]
    accountability: tuple[Accountability, ...]
    removals: tuple[Removal, ...]
    renamings: tuple[Renaming, ...]
    source: Source
    sections: tuple[str, ...]


def gather(
    document: Document, reading: Reading, verdict: Verdict, patterns: Patterns, model: Model, own: int | None = None
) -> Draft:
    """Gather the contents of a draft for `model`; of a brief with lots, only what concerns that model's lots or all lots.

    With `own`, the number of a lot's part, only what concerns that lot or all lots.
    """
    foreign = find_foreign_parts(reading, verdict, model, own)
    reading = mute(reading, foreign.keys())
    sheet = FactSheet(document, reading, patterns)
    slots = open_slots(patterns)
    guide, checklist = patterns.guide, slots.checklist(model)
    quoting = _Quoting(document, reading)
    filled, misfits = tuple(sheet.settle(slots.fill(model, reading))), slots.find_misfits(model, reading)
    quoting.deciding = frozenset(number for entry in filled if entry.slot.decides for number in entry.sentences)
    quoting.unfit = frozenset(number for misfit in misfits for number in misfit.sentences)
    titles = find_own_headings(document, reading, foreign) or find_titles(document)
    subject = find_subject(document, titles, reading.mentions, verdict.named)
    understood = patterns.unflagged()
    named = [
        mention
        for mention in verdict.named
        if mention.model != model and mention.term not in understood and reading.sentences[mention.sentence].part not in foreign
    ]
    quoting.renamed = {(mention.start, mention.end): guide.models[model].name for mention in named}
    described = verdict.described.model
    return Draft(
        path=PurePath(document.path).name,
        title=checklist.title,
        subject=subject.words if subject else "",
        own_title=quoting.quote(subject.title.start, subject.title.end, subject.title.place) if subject else None,
        model=guide.models[model],
        described=described,
        described_name={str(known): entry.name for known, entry in guide.models.items()}.get(described, ""),
        lots_left_out=tuple(foreign.values()),
        caution=checklist.caution,
        answers=tuple(_answer(filled, quoting, sheet)),
        accountability=tuple(_fill_table(guide, model, own_grid(reading, verdict, foreign), quoting)),
        removals=tuple(
            Removal(anti_slot=misfit.anti_slot, quotes=tuple(quoting.sentence(number) for number in misfit.sentences))
            for misfit in misfits
        ),
        renamings=tuple(_rename(guide, model, named, quoting)),
        source=guide.source,
        sections=tuple(_cite(guide, model, named)),
    )


def _answer(filled: Iterable[FilledSlot], quoting: "_Quoting", sheet: FactSheet) -> Iterator[Answer]:
    quoted: set[int] = set()
    for entry in filled:
        yield Answer(
            slot=entry.slot,
            quotes=tuple(quoting.sentence(number) for number in sorted(entry.sentences)),
            stated=sheet.state(entry.sentences, entry.slot.facts),
            repeats=bool(entry.sentences) and quoted.issuperset(entry.sentences),
        )
        quoted.update(entry.sentences)


class _Quoting:
    """Takes quotations from the document's text, never from anywhere else."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._document = document
        self._reading = reading
        self.deciding: frozenset[int] = frozenset()
        self.unfit: frozenset[int] = frozenset()
        self.renamed: dict[tuple[int, int], str] = {}

    def quote(self, start: int, end: int, place: Place) -> Quote:
        line, _ = self._document.position(start)
        return Quote(text=printable(self._document.text[start:end]), place=say_place(place, line))

    def sentence(self, number: int, *, speaks_for: str = "") -> Quote:
        """A sentence with the right name, in brackets, where it had a wrong one."""
        sentence = self._reading.sentences[number]
        quote = self.quote(sentence.start, sentence.end, sentence.place)
        pieces, at = [], sentence.start
        for (start, end), name in sorted(self.renamed.items()):
            if sentence.start <= start and end <= sentence.end and not self._acts(start, end):
                pieces += [self._document.text[at:start], f"[{name}]"]
                at = end
        text = printable("".join([*pieces, self._document.text[at : sentence.end]]))
        return replace(quote, text=text, decides=number in self.deciding, unfit=number in self.unfit, speaks_for=speaks_for)

    def _acts(self, start: int, end: int) -> bool:
        text = self._document.text
        return is_action(text[max(start - NEAR, 0) : start], text[start:end], text[end : end + NEAR])

    def mention(self, mention: Mention) -> Quote:
        return self.quote(mention.start, mention.end, self._reading.sentences[mention.sentence].place)


def _fill_table(guide: Guide, model: Model, grid: Mapping[Row, Cell | None], quoting: _Quoting) -> Iterator[Accountability]:
    for row in guide.grid:
        cell = grid.get(row.id)
        found = [item for item in (cell.evidence, cell.against) if item] if cell else []
        quotes = tuple(
            quoting.sentence(item.sentence, speaks_for="" if item.model == model else guide.models[item.model].name)
            for item in found
        )
        yield Accountability(question=row.question, cell=row.cells[model], quotes=quotes)


def _rename(guide: Guide, model: Model, named: list[Mention], quoting: _Quoting) -> Iterator[Renaming]:
    for other in dict.fromkeys(mention.model for mention in named):
        fix = _find_fix(guide, other, model)
        quotes = tuple(quoting.mention(mention) for mention in named if mention.model == other)
        yield Renaming(quotes=quotes, advice=fix.text if fix else "")


def _find_fix(guide: Guide, named: NamedModel, model: Model) -> Statement | None:
    if named in ("outsourcing_unspecified", model):
        return None
    return next(pair.fix for pair in guide.pairs if (pair.named, pair.described) == (named, model))


def _cite(guide: Guide, model: Model, named: list[Mention]) -> Iterator[str]:
    """Cite the sections of the guide that the draft rests on, each once."""
    statements = [guide.models[model].definition, *(row.cells[model] for row in guide.grid)]
    statements += [fix for mention in named if (fix := _find_fix(guide, mention.model, model))]
    yield from dict.fromkeys(statement.section for statement in statements if statement.section)
