"""Which elements of a Word file show the words of its document: the way back from an offset in the text to the file."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from brieflint.documents.office.story import Written

BREAK = "\v"
"""Cannot occur in XML, and so tells a break that Word shows from a line end in the file, which is only a space."""
SOFT_HYPHEN = "\u00ad"


class Stretch(NamedTuple):
    """Words that one element shows: `start` to `end` (exclusive) count the characters of its own text."""

    element: Element
    start: int
    end: int


class Origins:
    """What the paragraphs of a body, of which `root` is the document, were made of; filled while they are read."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.written: Sequence[Written] = ()
        self._kept: list[tuple[tuple[str, ...], tuple[Element | None, ...]]] = []

    def keep(self, pieces: Sequence[str], sources: Sequence[Element | None]) -> None:
        """Keep the pieces of one text and the elements that show them."""
        self._kept.append((tuple(pieces), tuple(sources)))

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Find what shows the stretch `start` to `end` of the document's text, in order.

        Numbers of lists and headings, the results of formulas and the parts outside of the body have no element of their
        own, and are passed over.
        """
        found: list[Stretch] = []
        first = max(0, bisect_right(self.written, start, key=lambda written: written.start) - 1)
        for number in range(first, len(self.written)):
            if self.written[number].start >= end:
                break
            places = self._trace(number)
            begin = self.written[number].start
            for element, offset in places[max(0, start - begin) : max(0, end - begin)]:
                if element is None:
                    continue
                if found and found[-1].element is element and found[-1].end <= offset:
                    found[-1] = Stretch(element, found[-1].start, offset + 1)
                else:
                    found.append(Stretch(element, offset, offset + 1))
        return tuple(found)

    def _trace(self, number: int) -> list[tuple[Element | None, int]]:
        """For each character of a paragraph its element and its number there."""
        written = self.written[number]
        first = number
        while first and self.written[first - 1].origin == written.origin:
            first -= 1
        text, places = _join(*self._kept[written.origin - 1])
        at = 0
        # The parts of a paragraph that was parted at blank lines follow one another.
        for part in self.written[first:number]:
            at = text.index(part.text, at) + len(part.text)
        at = text.index(written.text, at)
        return places[at : at + len(written.text)]


def _join(pieces: Sequence[str], sources: Sequence[Element | None]) -> tuple[str, list[tuple[Element | None, int]]]:
    """Join pieces as they are shown, with the place of each character."""
    kept = list(_show(pieces, sources))
    text = "".join(character for character, _ in kept)
    start = len(text) - len(text.lstrip())
    return text.strip(), [place for _, place in kept[start : start + len(text.strip())]]


def _show(pieces: Sequence[str], sources: Sequence[Element | None]) -> Iterator[tuple[str, tuple[Element | None, int]]]:
    before = ""
    for piece, source in zip(pieces, sources, strict=True):
        for offset, character in enumerate(piece):
            is_end, was_end = character in "\r\n", bool(before) and before in "\r\n"
            before = character
            if character != SOFT_HYPHEN and not (is_end and was_end):
                yield "\n" if character == BREAK else " " if is_end else character, (source, offset)
