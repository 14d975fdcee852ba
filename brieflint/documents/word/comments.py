"""Comments in Word files that are remarks for brieflint: what they say, who wrote them and when, and what they are about."""

from xml.etree.ElementTree import Element

from brieflint.documents.document import Remark
from brieflint.documents.remarks import fold, is_addressed
from brieflint.documents.word.names import PARAGRAPH, TEXT, w

ID = w("id")
BEGINNING, END, REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")


def read_comments(comments: Element | None) -> dict[str, Remark]:
    """Read the comments that are remarks for brieflint, by their ids."""
    remarks: dict[str, Remark] = {}
    for comment in comments.iter(w("comment")) if comments is not None else ():
        paragraphs = ("".join(text.text or "" for text in part.iter(TEXT)) for part in comment.iter(PARAGRAPH))
        words = fold(" ".join(paragraphs))
        if is_addressed(words):
            author, date = fold(comment.get(w("author"), "")), fold(comment.get(w("date"), ""))
            remarks[comment.get(ID, "")] = Remark(words=words, author=author, date=date)
    return remarks


class Anchors:
    """Tells which comments the paragraph is about that is being read."""

    def __init__(self) -> None:
        self._open: dict[str, None] = {}
        self._closed: set[str] = set()
        self._taken: set[str] = set()

    def begin(self, comment: str) -> None:
        """Note that what a comment is about begins."""
        self._open[comment] = None

    def end(self, comment: str, *, has_words: bool) -> None:
        """Note that it ends; a paragraph of which no word came before is no longer meant."""
        if not has_words and comment in self._taken:
            self._open.pop(comment, None)
        self._closed.add(comment)

    def refer(self, comment: str, *, has_words: bool) -> None:
        """Note the sign of a comment, all there is of one that is about a single point."""
        if comment not in self._taken:
            self._open[comment] = None
        self.end(comment, has_words=has_words)

    def take(self) -> tuple[str, ...]:
        """Take the comments on the paragraph that has been read."""
        found = tuple(self._open)
        self._taken.update(found)
        for comment in self._closed:
            self._open.pop(comment, None)
        self._closed.clear()
        return found

    def __bool__(self) -> bool:
        return bool(self._open)
