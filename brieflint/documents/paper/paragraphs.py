"""Where a paragraph ends in a stack of printed lines, and its words written out again."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from brieflint.documents.lines import ends_open
from brieflint.documents.marks import find_item, is_field
from brieflint.documents.paper.page import Run, is_set_alike

_USUAL_PITCH = 1.15
_WIDER = 1.22
_WIDEST = 2.6
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_LONGEST_WORD = 40
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def measure_pitch(stacks: Iterable[Sequence[Run]]) -> float:
    """How far apart lines stand in this document, as a multiple of the size of their letters."""
    drops = [_drop(above, below) for runs in stacks for above, below in pairwise(runs) if above.size == below.size]
    return median(drops) if drops else _USUAL_PITCH


def break_paragraphs(runs: Sequence[Run], pitch: float) -> list[tuple[Run, ...]]:
    """The paragraphs in a stack of lines."""
    edge = max(run.right for run in runs)
    paragraphs: list[list[Run]] = []
    for run in runs:
        if paragraphs and not _breaks(paragraphs[-1], run, edge, pitch):
            paragraphs[-1].append(run)
        else:
            paragraphs.append([run])
    return [tuple(paragraph) for paragraph in paragraphs]


def carries_on(above: Run, below: Run) -> bool:
    """Whether a sentence is broken off in one line and taken up in another, as over a page's end."""
    taken_up = below.text[0].islower() and not above.text.endswith(_SENTENCE_ENDS)
    return taken_up and is_set_alike(above, below) and find_item(below.text) is None


def count_words(runs: Sequence[Run]) -> Counter[str]:
    """Count the words printed whole, with the hyphens inside them, for broken words to be mended by."""
    words: Counter[str] = Counter()
    if not any(map(_find_broken, runs)):
        return words
    rest = False
    for run in runs:
        broken = bool(_find_broken(run))
        found = _WORD.findall(run.text.lower())
        words.update(found[rest : len(found) - broken])
        rest = broken
    for first, _, second in [word.rpartition("-") for word in words if "-" in word]:
        words.update((f"{first}-", f"-{second}"))
    return words


def write_out(runs: Sequence[Run], words: Counter[str], between: str = "\n") -> str:
    """The text of a paragraph, its lines parted by `between`, words broken at a line's end made whole."""
    parts = [runs[0].text]
    for above, below in pairwise(runs):
        broken, rest = _find_broken(above), _WORD.match(below.text)
        if broken and rest:
            if not _keeps_hyphen(broken, rest[0], words):
                parts[-1] = parts[-1][:-1]
            parts.append(below.text)
        else:
            parts += between, below.text
    return "".join(parts)


def _find_broken(run: Run) -> str:
    """The letters before a hyphen that ends a line; empty when there is none."""
    found = _BROKEN.search(run.text[-_LONGEST_WORD:]) if run.text.endswith("-") else None
    return found[1] if found else ""


def _keeps_hyphen(first: str, second: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word ("cost-effective") or only breaks it ("require-ments")."""
    if not second[:1].islower():
        return True
    first, second = first.lower(), second.lower()
    if "-" in second or words[f"{first}-{second}"]:
        return True
    if words[first + second]:
        return False
    if words[f"{first}-"] or words[f"-{second}"]:
        return True
    return words[first] > 0 and words[second] > 0


def _drop(above: Run, below: Run) -> float:
    return (above.bottom - below.bottom) / max(below.size, 1)


def _breaks(paragraph: list[Run], below: Run, edge: float, pitch: float) -> bool:
    above = paragraph[-1]
    ended = above.text.endswith(_SENTENCE_ENDS)
    taken_up = below.text[0].islower() and not ended
    if find_item(below.text):
        return True
    if not is_set_alike(above, below):
        return not (taken_up and _fills(above, below, edge))
    drop = _drop(above, below)
    if drop > _WIDER * pitch:
        return drop > _WIDEST or not (_fills(above, below, edge) and (taken_up or ends_open(above.text)))
    if is_field(below.text) and (is_field(above.text) or ended):
        return True
    if not _fills(above, below, edge):
        return not taken_up
    return ended and len(paragraph) > 1 and abs(below.left - above.left) > 0.8 * below.size


def _fills(above: Run, below: Run, edge: float) -> bool:
    """Whether the first word below would not have fitted on the line above."""
    word = len(below.text.split(maxsplit=1)[0])
    return above.right + (word + 1.5) * below.letter > edge
