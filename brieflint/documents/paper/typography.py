"""What the type says: which pieces are set like a title, a heading, or a footnote."""

from collections import Counter
from collections.abc import Sequence

from brieflint.documents.lines import ends_open
from brieflint.documents.marks import find_mark, is_field
from brieflint.documents.paper.pieces import Piece

_LARGER = 1.12
_MUCH_LARGER = 1.25
_SMALLER = 0.9
_NOTE_ZONE = 0.35
_MOST_WORDS = 16
_MOST_LINES = 3
_DEEPEST = 3
_SENTENCE_ENDS = (".", ",", ";", "?", "!")


class Typography:
    """The sizes and weights of a document's type, and what they set apart."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        flowing = [piece for piece in pieces if piece.kind != "margin"]
        letters: Counter[tuple[float, bool]] = Counter()
        for piece in flowing:
            for run in piece.runs:
                letters[_round(run.size), run.bold] += len(run.text)
        self._body, self._bold = max(letters, key=letters.__getitem__, default=(0.0, False))
        first = [piece for piece in flowing if piece.page is flowing[0].page and self._sets_apart(piece)]
        self._largest = max((piece.size for piece in first), default=0.0)
        self.has_title = self._largest >= self._body * _MUCH_LARGER
        sizes = Counter(_round(piece.size) for piece in flowing if self.is_heading(piece) and not self.is_title(piece))
        self.heading_sizes = {size for size, count in sizes.items() if count > 1}

    def is_title(self, piece: Piece) -> bool:
        """Whether this is the largest print on the first page."""
        return self.has_title and piece.page.number == 1 and piece.size > self._largest - 0.5 and self._sets_apart(piece)

    def is_heading(self, piece: Piece) -> bool:
        """Whether a few words are set apart from the text by being larger or bolder, and are neither item nor field."""
        if not self._sets_apart(piece):
            return False
        mark = find_mark(piece.text)
        return not (mark and not mark.number) and not is_field(piece.text)

    def is_note(self, piece: Piece) -> bool:
        """Whether a piece is small print with a number before it, at the foot of its page."""
        run = piece.first
        low = run.middle < piece.page.height * _NOTE_ZONE
        return low and run.size < self._body * _SMALLER and run.text[0].isdigit() and piece.kind == "text"

    def rank(self, piece: Piece) -> int:
        """The level of a heading that has no number, by the size of its type."""
        return min(_DEEPEST, 1 + sum(size > _round(piece.size) for size in self.heading_sizes))

    def _sets_apart(self, piece: Piece) -> bool:
        if piece.kind != "text" or len(piece.cells[0]) > _MOST_LINES:
            return False
        larger = piece.size > self._body * _LARGER
        bolder = not self._bold and all(run.bold for run in piece.runs) and piece.size > self._body * _SMALLER
        return (larger or bolder) and _is_short(piece.text)


def _is_short(text: str) -> bool:
    if text.endswith(_SENTENCE_ENDS) or ends_open(text) or not any(map(str.isalpha, text)):
        return False
    if text.startswith("(") and text.endswith(")"):
        return False
    return len(text.split()) <= _MOST_WORDS


def _round(size: float) -> float:
    return round(size * 2) / 2
