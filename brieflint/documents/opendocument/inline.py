"""What stands inside OpenDocument's paragraphs: words, spaces and breaks, notes and frames."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar
from xml.etree.ElementTree import Element

from brieflint.documents.document import Remark
from brieflint.documents.opendocument.names import dc, draw, office, read_count, style, table, text
from brieflint.documents.opendocument.styles import Style, Styles
from brieflint.documents.remarks import fold, is_addressed

_BREAK, _SPACE, _TAB = "\v", "\f", "\x1c"
"""None of these can occur in XML, so they tell breaks and spaces that are shown from white space that lays out the file."""

_WHITE = re.compile(r"[ \t\r\n]+")
_SHOWN = str.maketrans({_BREAK: "\n", _SPACE: " ", _TAB: "\t", "\u00ad": None})
_MOST_SPACES = 200
BOXES = frozenset(map(draw, ("frame", "text-box", "custom-shape", "rect", "ellipse", "g", "line", "connector", "path")))
"""What may hold paragraphs of its own beside the text."""

_STYLE_NAME = text("style-name")
_HIDDEN_PARAGRAPH = text("hidden-paragraph")


def _showing(sign: str) -> Callable[[Inline, Element, Style], None]:
    return lambda inline, _, own: inline.show(sign, own)


class Inline:
    """Collects what the paragraphs of one story show.

    `notes` has the bodies of the notes met so far by their names, and `remarks` the comments that are remarks for brieflint;
    `boxes` the elements that hold paragraphs of their own.
    """

    def __init__(self, styles: Styles, notes: dict[str, Element]) -> None:
        self.notes = notes
        self.remarks: dict[str, Remark] = {}
        self.boxes: list[Element] = []
        self.emphasis: frozenset[str] | None = None
        """The ways in which all words of the paragraph stand out, None before the first."""
        self._styles = styles
        self._pieces: list[str] = []
        self._references: list[str] = []
        self._remarked: list[str] = []

    def read(self, paragraph: Element, own: Style) -> str:
        """Read what a paragraph in this style shows; empty when it is hidden."""
        self._pieces.clear()
        self.emphasis = None
        self._collect(paragraph, own)
        hidden = any(field.get(text("is-hidden")) == "true" for field in paragraph.iter(_HIDDEN_PARAGRAPH))
        if hidden:
            return ""
        return _WHITE.sub(" ", "".join(self._pieces)).translate(_SHOWN).strip()

    def take_references(self) -> tuple[str, ...]:
        """Take the names of the notes that were referred to since the last time."""
        references = tuple(self._references)
        self._references.clear()
        return references

    def take_remarks(self) -> tuple[str, ...]:
        """Take the names of the remarks that were met since the last time."""
        remarked = tuple(self._remarked)
        self._remarked.clear()
        return remarked

    def _collect(self, parent: Element, own: Style) -> None:
        self.show(parent.text, own)
        for child in parent:
            handler = self._handlers.get(child.tag, Inline.look_into)
            if handler is not None:
                handler(self, child, own)
            self.show(child.tail, own)

    def show(self, words: str | None, own: Style) -> None:
        """Add words in this style."""
        if words and not own.hidden:
            self._pieces.append(words)
            if not words.isspace():
                self.emphasis = own.emphasis if self.emphasis is None else self.emphasis & own.emphasis

    def look_into(self, element: Element, own: Style) -> None:
        """Add what a stretch of words with a style of its own shows."""
        name = element.get(_STYLE_NAME)
        inner = self._styles.find("text", name) if name else None
        if inner is not None:
            # A stretch's style is laid over its paragraph's.
            own = Style(emphasis=own.emphasis | inner.emphasis, hidden=own.hidden or inner.hidden)
        if element.get(text("display")) != "none":
            self._collect(element, own)

    def _read_spaces(self, element: Element, own: Style) -> None:
        self.show(_SPACE * min(max(1, read_count(element.get(text("c")), 1)), _MOST_SPACES), own)

    def _note(self, note: Element, _: Style) -> None:
        body = note.find(text("note-body"))
        if body is not None:
            kind = "endnote" if note.get(text("note-class")) == "endnote" else "footnote"
            name = f"{kind} {len(self.notes) + 1}"
            self.notes[name] = body
            self._references.append(name)

    def _comment(self, comment: Element, _: Style) -> None:
        words = fold(" ".join("".join(part.itertext()) for part in comment.iter(text("p"))))
        if is_addressed(words):
            author, date = (fold(comment.findtext(dc(local)) or "") for local in ("creator", "date"))
            name = str(len(self.remarks))
            self.remarks[name] = Remark(words=words, author=author, date=date)
            self._remarked.append(name)

    def _keep_box(self, box: Element, _: Style) -> None:
        self.boxes.append(box)

    _handlers: ClassVar[dict[str, Callable[[Inline, Element, Style], None] | None]] = {
        **dict.fromkeys((office("annotation-end"), office("event-listeners"), text("ruby-text"))),
        **dict.fromkeys((text("hidden-text"), text("script"), text("tracked-changes"), _HIDDEN_PARAGRAPH)),
        **dict.fromkeys((table("title"), table("desc"), style("style"))),
        **dict.fromkeys(BOXES, _keep_box),
        text("s"): _read_spaces,
        text("tab"): _showing(_TAB),
        text("line-break"): _showing(_BREAK),
        text("note"): _note,
        office("annotation"): _comment,
    }
