"""What a draft does with facts: fill open slots, keep sentences out of slots that they are not about, say what they state."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brieflint.documents.document import Document
from brieflint.facts.engagement import find_lengths, locate
from brieflint.facts.extract import open_finder
from brieflint.facts.fact import Fact
from brieflint.facts.positions import Stated, state
from brieflint.judgement.slots import MOST, WEIGHED, FilledSlot
from brieflint.knowledge.patterns import Patterns
from brieflint.language.reading import Reading

OWN_SLOT = frozenset({"money", "acceptance"})
"""A sentence with such a fact fills a slot for it, and another one only by that slot's frames."""
OFFERS = frozenset({"submission", "evaluation", "questions", "qualifications", "insurance_legal"})
"""Sections whose dates and prices are those of the offer."""
PENALTY = re.compile(r"\b(?:delay|late|lateness|penalt\w+|damages|missed|insurance|indemnity|liability)\b", re.IGNORECASE)
STARTS = re.compile(r"\b(?:start\w*|begin\w*|commenc\w+|period|term|assignment)\b", re.IGNORECASE)
ADDRESS = re.compile(r"(?:from|to|cc|sent|date|subject)\s?:", re.IGNORECASE)
"""The head of a message names people and days that say nothing of the work."""
BARE = 4
"""A table's cell of fewer words is a heading or a name, and says nothing of a slot without a fact."""
TARGETS = "service_level"
"""Words about service levels are not enough: their targets are shown with them."""
LONG = 8
"""Sentences shown of a list, such as the milestones."""


class FactSheet:
    """The facts of a brief, by the sentence that they stand in."""

    def __init__(self, document: Document, reading: Reading, patterns: Patterns) -> None:
        self._reading = reading
        self._facts: dict[int, list[Fact]] = defaultdict(list)
        for fact, number in locate(open_finder(patterns).find(document), reading):
            self._facts[number].append(fact)
        self._lengths = frozenset(number for _, number in find_lengths(document, reading))

    def settle(self, filled: Iterable[FilledSlot]) -> Iterator[FilledSlot]:
        """The slots without sentences that are about something else, and with sentences that state what was missing.

        A sentence that has its slot by a frame fills no other one by what it is about, unless that other one decides.
        """
        entries = tuple(filled)
        framed = frozenset().union(*(entry.surely for entry in entries))
        for entry in entries:
            elsewhere = frozenset() if entry.slot.decides else framed
            fitting = [
                number
                for number in entry.sentences
                if not self._is_bare(entry, number)
                and (number in entry.surely or (number not in elsewhere and self._fits(entry, number)))
            ]
            if not fitting or (TARGETS in entry.slot.filled_by and not any(self._holds(at, (TARGETS,)) for at in fitting)):
                fitting += self._fill(entry.slot.filled_by)
            yield replace(entry, sentences=tuple(fitting))

    def state(self, sentences: Sequence[int], kinds: Sequence[str]) -> tuple[Stated, ...]:
        """What the facts of these sentences state."""
        return state([fact for number in sorted(sentences) for fact in self._facts[number]], kinds)

    def _fits(self, entry: FilledSlot, number: int) -> bool:
        return not any(fact.kind in OWN_SLOT - set(entry.slot.facts) for fact in self._facts[number])

    def _is_bare(self, entry: FilledSlot, number: int) -> bool:
        sentence = self._reading.sentences[number]
        if sentence.kind != "cell" or len(sentence.text.split()) > BARE:
            return False
        return not any(fact.kind in entry.slot.facts for fact in self._facts[number])

    def _fill(self, kinds: Sequence[str]) -> list[int]:
        found = [number for number in sorted(self._facts) if self._counts(number) and self._holds(number, kinds)]
        return found[: LONG if "milestone" in kinds or TARGETS in kinds else MOST]

    def _counts(self, number: int) -> bool:
        sentence = self._reading.sentences[number]
        if sentence.kind in ("title", "heading") or ADDRESS.match(sentence.text):
            return False
        return sentence.weight >= WEIGHED and not sentence.context

    def _holds(self, number: int, kinds: Sequence[str]) -> bool:
        own = {fact.kind for fact in self._facts[number]}
        sentence = self._reading.sentences[number]
        if "length" in kinds and (
            number in self._lengths
            or ("date" in own and STARTS.search(sentence.text) and sentence.section not in OFFERS | {"schedule"})
        ):
            return True
        if self._reading.sentences[number].section in OFFERS:
            return False
        if "milestone" in kinds and "date" in own and not PENALTY.search(self._reading.sentences[number].text):
            line = self._reading.sentences[number].place
            beside = (other for other in (number, number + 1) if other in self._facts)
            near = {
                fact.kind for other in beside if self._reading.sentences[other].place == line for fact in self._facts[other]
            }
            return bool(near & {"money", "deliverable", "acceptance"})
        if "rate" in kinds and not PENALTY.search(sentence.text):
            return any(fact.kind == "money" and "/" in fact.value for fact in self._facts[number])
        return bool(own.intersection(kinds))
