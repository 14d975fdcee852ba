"""A sentence as words: what frames and terms are matched on."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)?(?:['’]s\b)?|[$€£¥₹&%]")
"""A word, or a sign read as one; an apostrophe stays inside ("don't"), a possessive 's does not count when comparing."""
CONTRACTED = frozenset({"it's", "that's", "what's", "there's", "here's", "he's", "she's", "who's", "let's"})
"""Words whose 's is a verb and not a possessive."""
STOPS = frozenset(";:.!?…")
PAUSES = frozenset(",()[]|\t")
MOST = 100_000
"""Words whose form is remembered: more than any brief has, and few enough for a long scan."""


class Spellings(dict[str, str]):
    """Each word as it was written → the form under which it is compared, found once: texts repeat their words."""

    def __init__(self, alike: Mapping[str, str]) -> None:
        super().__init__()
        self._alike = alike

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST:
            self.clear()
        form = self[word] = fold_word(word, self._alike)
        return form


class Words:
    """The words of a text, lower case, one spelling. Where they stand is only looked at when it is asked for: seldom."""

    def __init__(self, text: str, spellings: Spellings) -> None:
        self.text = text
        self.lower: tuple[str, ...] = tuple([spellings[word] for word in WORD.findall(text)])

    @property
    def unique(self) -> frozenset[str]:
        """Each word once."""
        return frozenset(self.lower)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [found.span() for found in WORD.finditer(self.text)]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word starts."""
        return tuple([start for start, _ in self._spans])

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each word ends (exclusive)."""
        return tuple([end for _, end in self._spans])

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """What stands before each word: 0 for a space, a hyphen or the like, 1 for a comma or bracket, 2 for a stop."""
        between = zip((0, *self.ends), self.starts, strict=False)
        return tuple([_weigh_break(self.text[end:start]) for end, start in between])

    @cached_property
    def _stops(self) -> list[int]:
        return [at for at, weight in enumerate(self.breaks) if weight == 2]

    def limit(self, first: int) -> int:
        """The first word after a stop behind the word `first`: what begins at `first` ends before it."""
        at = bisect_right(self._stops, first)
        return self._stops[at] if at < len(self._stops) else len(self.lower)


def split_words(text: str, spellings: Mapping[str, str]) -> Words:
    """The words of a text. `spellings` maps a lower-case word to the form under which it is compared."""
    return Words(text, spellings if isinstance(spellings, Spellings) else Spellings(spellings))


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
