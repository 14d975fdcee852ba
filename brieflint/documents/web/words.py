"""The words between two tags that stand apart: white space folded, and parted where their author broke lines to part them."""

import re
from collections.abc import Iterator

from brieflint.documents.marks import find_item, is_field
from brieflint.documents.office.story import Paragraph
from brieflint.documents.web.style import Style

_BREAK = "\v"
"""Cannot come from the page, where it is only white space, and so tells a break from a line end in the file."""

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_SOFT_HYPHEN = "\u00ad"


class Words:
    """Collects the words of one paragraph."""

    def __init__(self) -> None:
        self.label = ""
        """The number or bullet of the list item whose first words are awaited."""
        self.remarks: list[str] = []
        """The remarks that await words to be about."""
        self._pieces: list[str] = []
        self._emphatic = True
        self._code = True

    def add(self, text: str, style: Style) -> None:
        """Add words as they stand in the page."""
        self._pieces.append(text if style.verbatim else _SPACE.sub(" ", text))
        if text.strip():
            self._emphatic = self._emphatic and style.emphatic
            self._code = self._code and style.code

    def add_break(self, style: Style) -> None:
        """Begin a new line."""
        self._pieces.append("\n" if style.verbatim else _BREAK)

    def take(self, style: Style) -> Iterator[Paragraph]:
        """Take what was collected since the last time, as the paragraphs that it makes up in an element of this style."""
        if not self._pieces:
            return
        text = "".join(self._pieces).replace(_SOFT_HYPHEN, "")
        emphatic, code = self._emphatic, self._code
        self._pieces.clear()
        self._emphatic = self._code = True
        kind = "code" if code and style.kind == "paragraph" else style.kind
        for part in (text.strip(),) if style.verbatim else _part(text, whole=kind == "heading"):
            if part:
                label, self.label = self.label, ""
                item = label and kind == "paragraph"
                remarks, self.remarks = tuple(self.remarks), []
                emphasis = emphatic and kind != "heading"
                yield Paragraph(part, "item" if item else kind, style.level, label, emphasis, remarks=remarks)


def _part(text: str, *, whole: bool) -> Iterator[str]:
    """Part text at its blank lines, and where a line by itself is an item or a field."""
    if _BREAK not in text:
        yield _SPACE.sub(" ", text).strip()
        return
    lines: list[str] = []
    for line in (_SPACE.sub(" ", raw).strip() for raw in text.split(_BREAK)):
        if lines and not whole and (not line or _stands_alone(line) or _stands_alone(lines[-1])):
            yield "\n".join(lines)
            lines = []
        if line:
            lines.append(line)
    yield "\n".join(lines)


def _stands_alone(line: str) -> bool:
    return find_item(line) is not None or is_field(line)
