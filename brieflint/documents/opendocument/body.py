"""Stories in OpenDocument: what each paragraph is and what it shows, in reading order."""

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from brieflint.documents.document import Remark
from brieflint.documents.office.story import Box, Paragraph, Story, Table
from brieflint.documents.opendocument.inline import BOXES, Inline
from brieflint.documents.opendocument.lists import OUTLINE, Counters, Lists
from brieflint.documents.opendocument.names import office, read_count, table, text
from brieflint.documents.opendocument.styles import Style, Styles
from brieflint.documents.opendocument.tables import read_table

_PARAGRAPH, _HEADING, _LIST, _TABLE = text("p"), text("h"), text("list"), table("table")
_ITEM, _LIST_HEADER, _SECTION = text("list-item"), text("list-header"), text("section")
_STYLE_NAME, _LEVEL, _START = text("style-name"), text("outline-level"), text("start-value")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_CONTENTS = frozenset(
    map(
        text,
        (
            "table-of-content",
            "alphabetical-index",
            "illustration-index",
            "table-index",
            "object-index",
            "user-index",
            "bibliography",
        ),
    )
)
_SKIPPED = frozenset(
    (
        office("annotation"),
        office("forms"),
        text("tracked-changes"),
        *(f"{index}-source" for index in _CONTENTS),
    )
)


@dataclass(frozen=True, slots=True)
class _Item:
    """Where a paragraph stands in a list; `fresh` for an item's first paragraph, which is the one with the number."""

    name: str
    depth: int
    counters: Counters
    start: int | None = None
    fresh: bool = False


class Body:
    """Reads the stories of one document, which number their paragraphs together."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.notes: dict[str, Element] = {}
        """The bodies of the notes met so far, by their names."""
        self._styles = styles
        self._lists = lists
        self._inline = Inline(styles, self.notes)
        self._headings = Counters()
        self._by_style: dict[str, Counters] = {}
        self._by_id: dict[str, Counters] = {}
        self._in_contents = False

    @property
    def remarks(self) -> dict[str, Remark]:
        """The remarks for brieflint met so far, by their names."""
        return self._inline.remarks

    def read(self, parent: Element) -> Story:
        """Read what a body, a cell, a text box or a note holds."""
        blocks: list[Paragraph | Table | Box] = []
        self._read_into(blocks, parent, None)
        return tuple(blocks)

    def _read_into(self, blocks: list[Paragraph | Table | Box], parent: Element, item: _Item | None) -> None:
        for child in parent:
            tag = child.tag
            if tag in (_PARAGRAPH, _HEADING):
                self._read_paragraph(blocks, child, item)
                item = replace(item, fresh=False) if item else None
            elif tag == _LIST:
                self._read_list(blocks, child, item)
            elif tag == _TABLE:
                blocks.append(read_table(child, self._styles, self.read))
            elif tag in BOXES:
                blocks.append(Box(self.read(child)))
            elif tag in _CONTENTS:
                self._in_contents = True
                self._read_into(blocks, child, None)
                self._in_contents = False
            elif tag not in _SKIPPED and not (tag == _SECTION and child.get(text("display")) == "none"):
                self._read_into(blocks, child, item)

    def _read_list(self, blocks: list[Paragraph | Table | Box], element: Element, around: _Item | None) -> None:
        name = element.get(_STYLE_NAME) or (around.name if around else "")
        counters = around.counters if around else self._find_counters(element, name)
        self._by_style[name] = counters
        self._by_id[element.get(_ID, "")] = counters
        depth = around.depth + 1 if around else 1
        for member in element:
            start = member.get(_START)
            self._read_into(
                blocks,
                member,
                _Item(name, depth, counters, read_count(start) if start else None, fresh=member.tag == _ITEM),
            )

    def _find_counters(self, element: Element, name: str) -> Counters:
        """Find the counters that a list goes on with, or give it its own."""
        continued = element.get(text("continue-list"))
        if continued in self._by_id:
            return self._by_id[continued]
        if element.get(text("continue-numbering")) == "true" and name in self._by_style:
            return self._by_style[name]
        return Counters()

    def _read_paragraph(self, blocks: list[Paragraph | Table | Box], element: Element, item: _Item | None) -> None:
        style = self._styles.find("paragraph", element.get(_STYLE_NAME))
        shown = self._inline.read(element, style)
        label = self._count(element, style, item)
        kind, level = style.kind, style.level
        if element.tag == _HEADING:
            kind, level = "heading", max(1, read_count(element.get(_LEVEL), 1))
        if self._in_contents:
            kind, level = "matter", 0
        elif kind == "paragraph" and item and label:
            kind = "paragraph" if "." in label.strip("().") else "item"
        emphatic = kind in ("paragraph", "item") and bool(self._inline.emphasis)
        if shown:
            notes, remarks = self._inline.take_references(), self._inline.take_remarks()
            blocks.append(Paragraph(shown, kind, level, label, emphatic, notes, remarks))
        boxes, self._inline.boxes = self._inline.boxes, []
        blocks.extend(Box(self.read(box)) for box in boxes)

    def _count(self, element: Element, style: Style, item: _Item | None) -> str:
        """Count a paragraph in the list or among the headings that it belongs to; return its label."""
        if item:
            # A paragraph's style may move it to another list style without leaving its list.
            name = style.list_name if style.list_name and element.tag == _PARAGRAPH and not item.name else item.name
            return self._lists.count(name, item.depth, item.counters, item.start) if item.fresh else ""
        if element.tag != _HEADING or style.list_name is not None or element.get(text("is-list-header")) == "true":
            return ""
        start = element.get(_START) if element.get(text("restart-numbering")) == "true" else None
        depth = max(1, read_count(element.get(_LEVEL), 1))
        return self._lists.count(OUTLINE, depth, self._headings, read_count(start) if start else None)
