"""A sentence as words: what frames and terms are matched on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)?(?:['’]s\b)?|[$€£¥₹&%]")
"""A word, or a sign read as one; an apostrophe stays inside ("don't"), a possessive 's does not count when comparing."""
CONTRACTED = frozenset({"it's", "that's", "what's", "there's", "here's", "he's", "she's", "who's", "let's"})
"""Words whose 's is a verb and not a possessive."""
STOPS = frozenset(";:.!?…")
PAUSES = frozenset(",()[]|\t")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: lower case, one spelling; where each starts and ends; and what stands before it.

    `breaks` is 0 for a space, a hyphen or the like, 1 for a comma or bracket, 2 for a stop.
    """

    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]


def split_words(text: str, spellings: Mapping[str, str]) -> Words:
    """The words of a text. `spellings` maps a lower-case word to the form under which it is compared."""
    lower, starts, ends, breaks = [], [], [], []
    before = 0
    for found in WORD.finditer(text):
        start, end = found.span()
        lower.append(fold_word(found[0], spellings))
        starts.append(start)
        ends.append(end)
        between = text[before:start]
        breaks.append(_weigh_break(between))
        before = end
    return Words(tuple(lower), tuple(starts), tuple(ends), tuple(breaks))


def _weigh_break(between: str) -> int:
    """What stands between two words: 2 a stop, 1 a pause, 0 less; a lone sign as in "Node.js" or "24:00" is no stop."""
    if len(between) > 1 and not STOPS.isdisjoint(between):
        return 2
    return 0 if PAUSES.isdisjoint(between) else 1


def fold_word(word: str, spellings: Mapping[str, str]) -> str:
    """The form under which a word is compared."""
    lower = word.lower().replace("’", "'")
    if lower not in CONTRACTED:
        lower = lower.removesuffix("'s")
    return spellings.get(lower, lower)
