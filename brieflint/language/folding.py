"""The text of a brief as it is read: one space for white space, nothing hidden, plain letters, and where each character stood.

"out-sourcing" with a soft hyphen, in full-width letters, or with a Cyrillic "о" reads as "outsourcing"; what is longer than any
word is read as its beginning. Most text is plain already, which one search tells.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from sys import maxsize

from brieflint.language.letters import BLANK, ODD, spell, unmask
from brieflint.signs import HIDDEN

Stretch = tuple[int, int]
"""Where a stretch of folded text begins, and where in the source; up to the next stretch each character follows the last."""

_GAPS = re.compile(rf"[\s{BLANK}{HIDDEN}]{{2,}}|[{HIDDEN}]")
"""White space of more than one character, and hidden signs."""
_WHITE = re.compile(rf"[^\S ]|[{BLANK}]")
"""White space but for the space itself."""
LONGEST = 200
"""Characters of a word; a line of signs or a key may have more, and would keep the tokenizer busy for the square of them."""
_LONG = re.compile(rf"(?<!\S)\S{{{LONGEST + 1}}}")
_TAIL = re.compile(rf"(?<=\S{{{LONGEST}}})\S+")
"""What follows the longest beginning of a word."""


def fold(text: str, start: int) -> tuple[str, list[Stretch]]:
    """`text`, which stands at `start`, as it is read, without white space at its ends; and its stretches."""
    folded, stretches = _fold_gaps(text, start)
    if not folded.isascii():
        if ODD.search(folded):
            folded, stretches = _rewrite(folded, stretches, ODD, spell)
        folded = unmask(folded)
    if _LONG.search(folded):
        folded, stretches = _rewrite(folded, stretches, _TAIL, lambda _: "")
    return _strip(folded, stretches)


def _strip(text: str, stretches: list[Stretch]) -> tuple[str, list[Stretch]]:
    stripped = text.strip()
    if stripped == text:
        return text, stretches
    first = len(text) - len(text.lstrip())
    inside = ((begins - first, origin) for begins, origin in stretches if first < begins < first + len(stripped))
    return stripped, [(0, find_origin(stretches, first)), *inside]


def find_origin(stretches: Sequence[Stretch], at: int) -> int:
    """Where character `at` of folded text stands in the source."""
    begins, origin = stretches[bisect_right(stretches, (at, maxsize)) - 1]
    return origin + at - begins


def _fold_gaps(text: str, start: int) -> tuple[str, list[Stretch]]:
    pieces: list[str] = []
    stretches: list[Stretch] = [(0, start)]
    length = at = 0
    for gap in _GAPS.finditer(text):
        space = next((place for place, sign in enumerate(gap[0]) if sign.isspace() or sign in BLANK), None)
        piece = text[at : gap.start()]
        pieces.append(piece)
        length += len(piece)
        if space is not None:
            pieces.append(" ")
            stretches.append((length, start + gap.start() + space))
            length += 1
        at = gap.end()
        stretches.append((length, start + at))
    pieces.append(text[at:])
    return _WHITE.sub(" ", "".join(pieces)), stretches


def _rewrite(
    text: str, stretches: Sequence[Stretch], odd: re.Pattern[str], write: Callable[[str], str]
) -> tuple[str, list[Stretch]]:
    """Write what is `odd` in other characters, each of which stands where the odd began."""
    origins = [find_origin(stretches, at) for at in range(len(text))]
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for found in odd.finditer(text):
        written = write(found[0])
        pieces += (text[at : found.start()], written)
        places += (*origins[at : found.start()], *[origins[found.start()]] * len(written))
        at = found.end()
    places += origins[at:]
    breaks = [number for number, (one, next_) in enumerate(pairwise(places), 1) if next_ != one + 1]
    return "".join([*pieces, text[at:]]), [(number, places[number]) for number in [0, *breaks] if places] or [(0, origins[0])]
