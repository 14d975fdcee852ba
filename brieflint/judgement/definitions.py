"""What a text itself says that the names of models mean, for checking a policy or a glossary against the guide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import NamedModel
from brieflint.language.reading import Mention, Reading

GLOSSARY = "glossary"
"""The section that explains words."""
NEAR = 3
"""Words that may stand before a term that is explained."""
FEWEST = 3
"""Words that must follow it."""
EXPLAINED = re.compile(r"[\s\"”’*_)]*(?:[:–—]|-\s)")
"""What may stand between a term and its explanation."""
CLEAR = 0.5
"""What a definition says counts from this probability on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A sentence (its index in the reading) that explains a name, and the model that it speaks for, if clearly for one."""

    model: NamedModel
    sentence: int
    says: Model | None


def find_definitions(reading: Reading) -> Iterator[Definition]:
    """Find the first sentence that explains each name of a model."""
    seen: set[NamedModel] = set()
    for mention in reading.mentions:
        if mention.model not in seen and _defines(mention, reading):
            seen.add(mention.model)
            yield Definition(model=mention.model, sentence=mention.sentence, says=_read(mention.sentence, reading))


def _defines(mention: Mention, reading: Reading) -> bool:
    sentence = reading.sentences[mention.sentence]
    at = mention.start - sentence.start
    before, after = sentence.text[:at].split(), sentence.text[at + len(mention.text) :]
    if len(before) > NEAR or len(after.split()) < FEWEST:
        return False
    return "defined" in mention.context or sentence.section == GLOSSARY or EXPLAINED.match(after) is not None


def _read(number: int, reading: Reading) -> Model | None:
    share, speaking = reading.sentences[number].divided
    model = max(share, key=lambda known: share[known])
    return model if speaking * share[model] >= CLEAR else None
