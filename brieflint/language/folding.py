"""The text of a brief as it is read: one space for white space, nothing hidden, plain letters, each with its offset.

"out-sourcing" with a soft hyphen, in full-width letters, or with a Cyrillic "о" reads as "outsourcing". Most text is plain
already, which one search tells.
"""

import re

import numpy as np
import numpy.typing as npt

from brieflint.language.letters import BLANK, ODD, spell, unmask
from brieflint.signs import HIDDEN

Offsets = npt.NDArray[np.int32]

_GAPS = re.compile(rf"(?! (?![\s{BLANK}{HIDDEN}]))[\s{BLANK}{HIDDEN}]+")
"""White space and hidden signs, but for a single space, which stays as it is."""


def fold(text: str, start: int) -> tuple[str, Offsets]:
    """`text` as it is read, without white space at its ends, and each character's offset, counted from `start`."""
    folded, offsets = _fold_gaps(text, start)
    if not folded.isascii():
        if ODD.search(folded):
            folded, offsets = _respell(folded, offsets)
        folded = unmask(folded)
    first, last = len(folded) - len(folded.lstrip()), len(folded.rstrip())
    return folded[first:last], offsets[first:last]


def _fold_gaps(text: str, start: int) -> tuple[str, Offsets]:
    pieces: list[str] = []
    offsets: list[Offsets] = []
    at = 0
    for gap in _GAPS.finditer(text):
        pieces.append(text[at : gap.start()])
        offsets.append(np.arange(start + at, start + gap.start(), dtype=np.int32))
        space = next((place for place, sign in enumerate(gap[0]) if sign.isspace() or sign in BLANK), None)
        if space is not None:
            pieces.append(" ")
            offsets.append(np.array([start + gap.start() + space], np.int32))
        at = gap.end()
    pieces.append(text[at:])
    offsets.append(np.arange(start + at, start + len(text), dtype=np.int32))
    return "".join(pieces), np.concatenate(offsets)


def _respell(text: str, offsets: Offsets) -> tuple[str, Offsets]:
    pieces: list[str] = []
    places: list[Offsets] = []
    at = 0
    for odd in ODD.finditer(text):
        written = spell(odd[0])
        pieces += [text[at : odd.start()], written]
        places += [offsets[at : odd.start()], np.full(len(written), offsets[odd.start()], np.int32)]
        at = odd.end()
    return "".join([*pieces, text[at:]]), np.concatenate([*places, offsets[at:]])
