"""What a brief names: the terms that are applied to this work, not merely mentioned."""

import re
from collections.abc import Mapping
from math import exp, log
from typing import Literal

from brieflint.knowledge.patterns import Strength
from brieflint.language.reading import Mention, Reading

DENYING = frozenset({"negated", "rejected", "past", "other_party", "compared", "defined", "quoted", "hypothetical"})
APPLIED_AT = 0.5
REPEATED_AT = 0.35
"""A term of a model that is named already needs less: it is shorthand for the same work."""
MENU = 3
"""A sentence with terms of this many models is a menu, not a name."""
PLACE: Mapping[str, float] = {"title": 2.0, "heading": 0.5, "field": 0.8}
SECTION: Mapping[str, float] = {"background": -1.5}
STRENGTH: Mapping[Strength, float] = {"strong": 0.3, "usual": 0.0, "ambiguous": -3.0}
REQUESTED, BARE = 2.5, 1.5
"""What a term's block and section, its strength, and a request before it add to the log-odds that it names the work."""
BOX = re.compile(r"\[\s*\]|\[\s*[xX]\s*\]|[☐☑☒□■✓✔]")
UNTICKED = frozenset("☐□")
Doubt = Literal["section", "context", "menu", "unticked"]
"""Why a term cannot name the work: its section never does, a cue denies it, it is one of many on offer, its box is empty."""


def find_named(reading: Reading) -> tuple[Mention, ...]:
    """The mentions that name this work, in reading order; ambiguous terms only beside surer ones of the same model."""
    chances = [applied_probability(mention, reading) for mention in reading.mentions]
    told = list(zip(reading.mentions, chances, strict=True))
    surely = {mention.model for mention, chance in told if chance >= APPLIED_AT and mention.strength != "ambiguous"}
    return tuple(mention for mention, chance in told if mention.model in surely and chance >= REPEATED_AT)


def applied_probability(mention: Mention, reading: Reading) -> float:
    """The probability (0 to 1) that a term names the work, by its sentence, its place and the cues around it."""
    sentence = reading.sentences[mention.sentence]
    if find_doubt(mention, reading):
        return 0.0
    clipped = min(max(mention.applied, 1e-6), 1 - 1e-6)
    odds = log(clipped / (1 - clipped)) + PLACE.get(sentence.kind, 0.0) + SECTION.get(sentence.section, 0.0)
    odds += STRENGTH[mention.strength] + REQUESTED * mention.requested + BARE * (mention.bare and sentence.kind not in PLACE)
    return 1 / (1 + exp(-odds))


def find_doubt(mention: Mention, reading: Reading) -> Doubt | None:
    """Why a term cannot name the work; None when it can."""
    if mention.applied <= 0:
        return "section"
    if mention.context & DENYING:
        return "context"
    if _stands_on_menu(mention, reading):
        return "menu"
    return "unticked" if _is_unticked(mention, reading) else None


def _stands_on_menu(mention: Mention, reading: Reading) -> bool:
    """Whether the sentence holds a menu of models, or the term is one of several models' that are headings of their own."""
    if len(reading.mentioned[mention.sentence]) >= MENU:
        return True
    return _heads(mention, reading) and len({other.model for other in reading.mentions if _heads(other, reading)}) > 1


def _heads(mention: Mention, reading: Reading) -> bool:
    sentence = reading.sentences[mention.sentence]
    return mention.bare and sentence.kind == "heading" and sentence.part == 0


def _is_unticked(mention: Mention, reading: Reading) -> bool:
    """Whether the box before the term, in a form with boxes, is empty."""
    sentence = reading.sentences[mention.sentence]
    boxes = BOX.findall(sentence.text.partition(mention.text)[0])
    return bool(boxes) and (boxes[-1] in UNTICKED or not boxes[-1].strip("[] "))
