"""From a document to its facts, in reading order, each with its place."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from brieflint.documents.document import Block, Document
from brieflint.facts.clock import ClockFinder
from brieflint.facts.dates import find_dates, prefers_day_first
from brieflint.facts.fact import Fact, Found
from brieflint.facts.levels import LevelFinder
from brieflint.facts.money import MoneyFinder
from brieflint.facts.names import NameFinder
from brieflint.facts.people import PeopleFinder
from brieflint.facts.periods import find_periods
from brieflint.facts.things import ThingFinder
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Patterns
from brieflint.language.headings import Outline, SectionRoles

UNREAD = frozenset({"quote", "code", "matter"})
PROVIDED = re.compile(
    r"\b(?:provides?|provided|delivers?|supplies|outputs?|deliverables?|products|receive|handover|"
    r"hand over)\b",
    re.IGNORECASE,
)
"""Headings under which things to hand over are named without saying so each time."""
ABOUT_OFFERS = frozenset(
    {"submission", "evaluation", "qualifications", "questions", "glossary", "case_studies", "vendor_profile"}
)
"""Sections about offers and firms: what is to be delivered or accepted there is an offer or a firm's past work."""
ABOUT_PEOPLE = re.compile(
    r"\b(?:qualifications?|skills?|experience|profiles?|person|roles?|positions?|seniority)\b", re.IGNORECASE
)
"""Headings under which years are years of experience."""
OFFERS = re.compile(r"\b(?:proposals?|bids?|tenders?|offers?|quotations?|response)\b", re.IGNORECASE)
"""Words of a heading or sentence whose list holds what an offer consists of."""
LEFT_OUT = {
    "service_level": frozenset({"payment", "pricing", "evaluation", "submission"}),
    "count": frozenset({"submission", "evaluation", "questions"}),
    "system": ABOUT_OFFERS,
    "deliverable": ABOUT_OFFERS,
    "acceptance": ABOUT_OFFERS,
}
"""Kind → the sections in which its words mean something else."""


class FactFinder:
    """Finds the facts of documents. Its words are compiled once."""

    def __init__(self, patterns: Patterns) -> None:
        words = patterns.facts
        stack = patterns.groups["stack"].phrases if "stack" in patterns.groups else ()
        technologies = tuple(
            word for word in dict.fromkeys([*stack, *words.technologies]) if word not in words.not_technologies
        )
        self._sections = SectionRoles(patterns)
        self._people = PeopleFinder(words, technologies)
        self._money = MoneyFinder(words)
        self._clock = ClockFinder(words)
        self._names = NameFinder(words)
        self._levels = LevelFinder(words)
        self._things = ThingFinder(words, technologies)
        self._last: tuple[Document | None, tuple[Fact, ...]] = (None, ())

    def find(self, document: Document) -> tuple[Fact, ...]:
        """The facts of a document; those of the last one are kept, since whatever is written from a brief asks for them."""
        if document is not self._last[0]:
            self._last = (document, self._find_all(document))
        return self._last[1]

    def _find_all(self, document: Document) -> tuple[Fact, ...]:
        """The facts of a document. Where two of a kind overlap the longer counts; one stretch is of one kind of amount."""
        day_first = prefers_day_first(document.text)
        outline = Outline(self._sections)
        facts = []
        listing = False
        for block in document.blocks:
            if block.kind in UNREAD:
                continue
            text = document.text[block.start : block.end]
            role = outline.enter(block, " ".join(text.split())).section.role
            if block.kind != "item":
                listed = role == "deliverables" and not OFFERS.search(block.place.section or "")
                listing = listed or (self._things.opens_list(text) and not OFFERS.search(text))
            items = self._things.find_item(text) if listing and block.kind == "item" else iter(())
            for found in settle([*self._find(text, block, role, day_first, listing), *items]):
                if role in LEFT_OUT.get(found.kind, ()):
                    continue
                start, end = block.start + found.start, block.start + found.end
                facts.append(
                    Fact(
                        kind=found.kind,
                        start=start,
                        end=end,
                        text=document.text[start:end],
                        value=found.value,
                        place=block.place,
                        line=document.position(start)[0],
                    )
                )
        return tuple(facts)

    def _find(self, text: str, block: Block, role: str, day_first: bool | None, listing: bool) -> Iterator[Found]:
        beside = (
            f"{block.place.header or ''} {role.replace('_', ' ')}" if block.kind == "cell" or role == "service_levels" else ""
        )
        yield from find_dates(text, day_first)
        yield from self._money.find(text)
        yield from self._levels.find(text, beside)
        yield from self._clock.find(text)
        yield from find_periods(text, bool(ABOUT_PEOPLE.search(block.place.section or "")))
        yield from self._people.find(text)
        yield from self._names.find(text)
        yield from self._things.find_named(text)
        if block.kind != "heading":
            yield from self._things.find_systems(text)
            yield from self._things.find_deliverables(text, listing or bool(PROVIDED.search(block.place.section or "")))
            yield from self._things.find_acceptance(text)


AMOUNTS = ("date", "money", "service_level", "hours", "duration", "count")
"""Kinds that read numbers: the first of them that takes a stretch keeps it."""


def settle(found: Iterable[Found]) -> list[Found]:
    """What stands, in reading order: a number is read once, and of two overlapping facts of one kind the longer stays."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: (_rank(item), -(item.end - item.start), item.start)):
        rivals = AMOUNTS if item.kind in AMOUNTS else (item.kind,)
        if not any(other.kind in rivals and item.start < other.end and other.start < item.end for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: (item.start, item.end, item.kind))


def _rank(item: Found) -> int:
    return AMOUNTS.index(item.kind) if item.kind in AMOUNTS else len(AMOUNTS)


@lru_cache(maxsize=4)
def open_finder(patterns: Patterns) -> FactFinder:
    """The finder with the words of these patterns, compiled once."""
    return FactFinder(patterns)


def find_facts(document: Document) -> tuple[Fact, ...]:
    """The facts of a document, by the shipped words."""
    return open_finder(load_knowledge()).find(document)
