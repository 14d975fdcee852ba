"""Stories in WordprocessingML: what each paragraph is and what it shows, in reading order."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from brieflint.documents.document import BlockKind
from brieflint.documents.office.story import Box, Paragraph, Story, Table
from brieflint.documents.word.comments import BEGINNING, END
from brieflint.documents.word.emphasis import is_emphatic
from brieflint.documents.word.inline import Diagrams, Inline, choose
from brieflint.documents.word.names import (
    ALTERNATIVES,
    CONTROL,
    DELETION,
    DRAWN_PARAGRAPH,
    DRAWN_TEXT,
    HIDDEN,
    MOVED_AWAY,
    NUMBER_ID,
    NUMBER_LEVEL,
    NUMBERING,
    OUTLINE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    STYLE,
    TABLE,
    TEXT_BOX,
    VALUE,
    is_on,
    read_number,
    read_value,
    w,
)
from brieflint.documents.word.numbering import Numbering
from brieflint.documents.word.origins import Origins
from brieflint.documents.word.styles import Style, Styles, read_outline
from brieflint.documents.word.tables import read_table

_SKIPPED = frozenset((DELETION, MOVED_AWAY, *map(w, ("sectPr", "tcPr", "sdtPr", "sdtEndPr", "customXmlPr"))))
_GALLERY = f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"
_FRAME, _DROP_CAP = w("framePr"), w("dropCap")
_BLANK_LINE = re.compile(r"\n\s*\n")
_LONGEST_EMPHATIC = 160
_NONE: dict[str, Element] = {}


class Body:
    """Reads the stories of one document; those that number their paragraphs together must be read in order."""

    def __init__(self, styles: Styles, numbering: Numbering, diagrams: Diagrams) -> None:
        self.styles = styles
        self.numbering = numbering
        self.diagrams = diagrams

    def read(self, root: Element, origins: Origins | None = None) -> Story:
        """Read the story that an element holds; `origins` takes down what its paragraphs are made of."""
        return _Walk(self, root, origins).read_blocks(root)


class _Walk:
    """One pass through a story."""

    def __init__(self, body: Body, root: Element, origins: Origins | None) -> None:
        self._styles = body.styles
        self._numbering = body.numbering
        self._in_contents = False
        self._inline = Inline(root, body.styles, body.diagrams, origins)
        self._origins = origins

    def read_blocks(self, parent: Element) -> Story:
        """Read what a body, a cell or a text box holds."""
        blocks: list[Paragraph | Table | Box] = []
        self._read_into(blocks, parent)
        if self._inline.pieces and (left := self._inline.take_text()):
            blocks.append(Paragraph(left, origin=self._origin()))
        return tuple(blocks)

    def _read_into(self, blocks: list[Paragraph | Table | Box], parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == PARAGRAPH:
                self._read_paragraph(blocks, child)
            elif tag == TABLE:
                blocks.append(read_table(child, self.read_blocks))
            elif tag == ALTERNATIVES:
                if (chosen := choose(child)) is not None:
                    self._read_into(blocks, chosen)
            elif tag == CONTROL:
                self._read_control(blocks, child)
            elif tag in (BEGINNING, END):
                self._inline.anchor(child)
            elif tag not in _SKIPPED:
                self._read_into(blocks, child)

    def _read_control(self, blocks: list[Paragraph | Table | Box], control: Element) -> None:
        gallery = control.find(_GALLERY)
        was_contents = self._in_contents
        self._in_contents = was_contents or (gallery is not None and gallery.get(VALUE) == "Table of Contents")
        self._read_into(blocks, control)
        self._in_contents = was_contents

    def _read_boxes(self) -> Iterator[Box]:
        boxes, self._inline.boxes = self._inline.boxes, []
        for box in boxes:
            if box.tag == TEXT_BOX:
                yield Box(self.read_blocks(box))
            else:
                drawn = ("".join(text.text or "" for text in line.iter(DRAWN_TEXT)) for line in box.iter(DRAWN_PARAGRAPH))
                yield Box(tuple(Paragraph(text.strip()) for text in drawn if text.strip()))

    def _read_paragraph(self, blocks: list[Paragraph | Table | Box], paragraph: Element) -> None:
        inline = self._inline
        inline.collect(paragraph)
        element = paragraph.find(PARAGRAPH_PROPERTIES)
        properties = _NONE if element is None else {child.tag: child for child in element}
        name, label, style = "", "", self._styles.default
        if properties:
            if _runs_on(properties):
                return
            if STYLE in properties:
                name = properties[STYLE].get(VALUE, "")
                style = self._styles.find(name)
        text = inline.take_text() if inline.pieces else ""
        if style.list_id or NUMBERING in properties:
            label = self._count(properties, style, name, is_shown=bool(text))
        if text:
            kind, level = style.kind, style.level
            if OUTLINE in properties and kind in ("heading", "paragraph"):
                kind, level = read_outline(properties[OUTLINE].get(VALUE, ""))
            if self._in_contents or inline.shows_contents or inline.fields.in_contents:
                kind, level = "matter", 0
            elif label and kind == "paragraph":
                kind = _name_listed(label)
            may_head = len(text) <= _LONGEST_EMPHATIC and kind in ("paragraph", "item")
            emphatic = may_head and is_emphatic(paragraph, style, self._styles)
            notes = self._take_notes() if inline.notes else ()
            remarks = inline.anchors.take() if inline.anchors else ()
            shown = Paragraph(text, kind, level, label, emphatic, notes, remarks, self._origin())
            if "\n" in text:
                blocks.extend(_split(shown))
            else:
                blocks.append(shown)
        inline.shows_contents = False
        if inline.boxes:
            blocks.extend(self._read_boxes())

    def _origin(self) -> int:
        """The number of the text that was taken last, where that is kept."""
        return len(self._origins) if self._origins is not None else 0

    def _take_notes(self) -> tuple[str, ...]:
        notes = tuple(self._inline.notes)
        self._inline.notes.clear()
        return notes

    def _count(self, properties: dict[str, Element], style: Style, name: str, *, is_shown: bool) -> str:
        """Count a paragraph in its list; empty ones have a number too, unless they are hidden as a whole."""
        list_id, depth = style.list_id, style.list_level
        if NUMBERING in properties:
            list_id = read_value(properties[NUMBERING], NUMBER_ID) or list_id
            given = read_value(properties[NUMBERING], NUMBER_LEVEL)
            depth = read_number(given) if given else depth
        if list_id in ("", "0"):
            return ""
        if not is_shown and RUN_PROPERTIES in properties and is_on(properties[RUN_PROPERTIES].find(HIDDEN)):
            return ""
        if depth is None:
            depth = self._numbering.find_level(list_id, name)
        return self._numbering.count(list_id, depth)


def _split(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Split a paragraph at the blank lines that people make of two line breaks."""
    label, notes = paragraph.label, paragraph.notes
    for text in filter(None, _BLANK_LINE.split(paragraph.text)):
        yield paragraph._replace(text=text, label=label, notes=notes)
        label, notes = "", ()


def _runs_on(properties: dict[str, Element]) -> bool:
    """Tell whether a paragraph is continued by the next: its mark was deleted, or it is only a drop cap."""
    mark = properties.get(RUN_PROPERTIES)
    if mark is not None and (mark.find(DELETION) is not None or mark.find(MOVED_AWAY) is not None):
        return True
    return _FRAME in properties and properties[_FRAME].get(_DROP_CAP, "none") != "none"


def _name_listed(label: str) -> BlockKind:
    """Name what a paragraph in a list is: an item, or a clause of its own if its number has steps ("3.2.1")."""
    return "paragraph" if "." in label.strip("().") else "item"
