"""What stands inside paragraphs: runs of text, tabs and breaks, fields, symbols, notes and what is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar
from xml.etree.ElementTree import Element

from brieflint.documents.word.comments import BEGINNING, END, ID, REFERENCE, Anchors
from brieflint.documents.word.fields import Fields, is_contents
from brieflint.documents.word.names import (
    ALTERNATIVES,
    CHARACTER_STYLE,
    CHOICE,
    DELETION,
    DIAGRAM,
    DRAWN_TEXT,
    FALLBACK,
    FIELD_SIGN,
    FORMULA,
    FORMULA_PARAGRAPH,
    FORMULA_TEXT,
    HIDDEN,
    INSTRUCTION,
    MOVED_AWAY,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    SIMPLE_FIELD,
    TEXT,
    TEXT_BOX,
    is_on,
    read_value,
    w,
)
from brieflint.documents.word.origins import BREAK, SOFT_HYPHEN, Origins
from brieflint.documents.word.styles import Styles
from brieflint.documents.word.symbols import show_symbol

_LINE_ENDS = re.compile(r"[\r\n]+")
_CODE = w("instr")

Diagrams = Callable[[Element], Element | None]
"""Finds the text of a diagram, which is a part of its own."""


def _showing(text: str) -> Callable[[Inline, Element], None]:
    return lambda inline, element: inline.show(text, element)


class Inline:
    """Collects what the paragraphs of one story show.

    `pieces`, `notes` and `boxes` are for whoever reads the paragraphs to take away: the text so far, the names of notes, and
    the elements that hold text boxes' paragraphs or drawings' text. `sources` are the elements that show the pieces, None
    where that is no single one; `origins` keeps both for each text that is taken, when somebody asks.
    """

    def __init__(self, root: Element, styles: Styles, diagrams: Diagrams, origins: Origins | None = None) -> None:
        self.fields = Fields(root)
        self.pieces: list[str] = []
        self.sources: list[Element | None] = []
        self.origins = origins
        self.notes: list[str] = []
        self.boxes: list[Element] = []
        self.anchors = Anchors()
        self.shows_contents = False
        self._styles = styles
        self._diagrams = diagrams
        self._hides = styles.hides or next(root.iter(HIDDEN), None) is not None

    def collect(self, parent: Element) -> None:
        """Add what a paragraph, or a part of one, shows; what is unknown is looked into, so that no word is lost."""
        for child in parent:
            tag = child.tag
            if tag == TEXT:
                if self.fields.visible and child.text:
                    self.pieces.append(child.text)
                    self.sources.append(child)
            elif tag == RUN:
                if not self._hides or not self._is_hidden(child):
                    self.collect(child)
            elif (handler := self._handlers.get(tag, Inline.collect)) is not None:
                handler(self, child)

    def take_text(self) -> str:
        """Take the text collected since the last time."""
        text = "".join(self.pieces)
        if self.origins is not None:
            self.origins.keep(self.pieces, self.sources)
        self.pieces.clear()
        self.sources.clear()
        if "\n" in text or "\r" in text:
            text = _LINE_ENDS.sub(" ", text)
        if BREAK in text:
            text = text.replace(BREAK, "\n")
        return text.replace(SOFT_HYPHEN, "").strip()

    def _is_hidden(self, run: Element) -> bool:
        properties = run.find(RUN_PROPERTIES)
        if properties is None:
            return False
        switch = properties.find(HIDDEN)
        if switch is not None:
            return is_on(switch)
        style = read_value(properties, CHARACTER_STYLE)
        return bool(style) and self._styles.find(style).hidden

    def show(self, text: str, source: Element | None = None) -> None:
        """Add text, unless the code of a field is being read."""
        if self.fields.visible:
            self.pieces.append(text)
            self.sources.append(source)

    def _follow_field(self, sign: Element) -> None:
        was_contents = self.fields.in_contents
        if shown := self.fields.follow(sign):
            self.pieces.append(shown)
            self.sources.append(None)
        if was_contents and not self.fields.in_contents and any(map(str.strip, self.pieces)):
            self.shows_contents = True

    def _read_simple_field(self, field: Element) -> None:
        self.shows_contents = self.shows_contents or is_contents(field.get(_CODE, ""))
        self.collect(field)

    def _note_code(self, instruction: Element) -> None:
        self.fields.note_code(instruction.text or "")

    def _choose(self, alternatives: Element) -> None:
        if (chosen := choose(alternatives)) is not None:
            self.collect(chosen)

    def _read_formula(self, formula: Element) -> None:
        self.show("".join(text.text or "" for text in formula.iter(FORMULA_TEXT)))

    def _read_drawing(self, drawing: Element) -> None:
        if next(drawing.iter(TEXT_BOX), None) is not None:
            self._find_boxes(drawing)
        elif (diagram := next(drawing.iter(DIAGRAM), None)) is not None:
            if (data := self._diagrams(diagram)) is not None:
                self.boxes.append(data)
        elif next(drawing.iter(DRAWN_TEXT), None) is not None:
            self.boxes.append(drawing)

    def _find_boxes(self, drawing: Element) -> None:
        for child in drawing:
            if child.tag == TEXT_BOX:
                self.boxes.append(child)
            elif child.tag == ALTERNATIVES:
                if (chosen := choose(child)) is not None:
                    self._find_boxes(chosen)
            else:
                self._find_boxes(child)

    def anchor(self, sign: Element) -> None:
        """Follow the signs that tell what a comment is about."""
        comment, has_words = sign.get(ID, ""), any(map(str.strip, self.pieces))
        if sign.tag == BEGINNING:
            self.anchors.begin(comment)
        elif sign.tag == END:
            self.anchors.end(comment, has_words=has_words)
        else:
            self.anchors.refer(comment, has_words=has_words)

    def _note(self, reference: Element) -> None:
        kind = "footnote" if reference.tag == w("footnoteReference") else "endnote"
        self.notes.append(f"{kind} {reference.get(w('id'), '')}")

    _handlers: ClassVar[dict[str, Callable[[Inline, Element], None] | None]] = {
        **dict.fromkeys((PARAGRAPH_PROPERTIES, RUN_PROPERTIES, DELETION, MOVED_AWAY)),
        **dict.fromkeys(w(local) for local in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt", "rubyPr")),
        **dict.fromkeys(w(local) for local in ("delText", "delInstrText", "proofErr", "bookmarkStart", "bookmarkEnd")),
        **dict.fromkeys((w("tab"), w("ptab")), _showing("\t")),
        **dict.fromkeys((w("br"), w("cr")), _showing(BREAK)),
        **dict.fromkeys((w("drawing"), w("pict"), w("object")), _read_drawing),
        **dict.fromkeys((w("footnoteReference"), w("endnoteReference")), _note),
        **dict.fromkeys((FORMULA, FORMULA_PARAGRAPH), _read_formula),
        **dict.fromkeys((BEGINNING, END, REFERENCE), anchor),
        w("noBreakHyphen"): _showing("-"),
        w("sym"): lambda inline, symbol: inline.show(show_symbol(symbol), symbol),
        FIELD_SIGN: _follow_field,
        SIMPLE_FIELD: _read_simple_field,
        INSTRUCTION: _note_code,
        ALTERNATIVES: _choose,
    }


def choose(alternatives: Element) -> Element | None:
    """Choose the version to read of content that is there more than once, for newer and for older programs."""
    chosen = alternatives.find(CHOICE)
    return alternatives.find(FALLBACK) if chosen is None else chosen
