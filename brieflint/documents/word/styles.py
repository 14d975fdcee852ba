"""Paragraph and character styles: what a paragraph is by the style that its author gave it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from xml.etree.ElementTree import Element

from brieflint.documents.document import BlockKind
from brieflint.documents.office.stylenames import find_kind
from brieflint.documents.word.names import (
    BOLD,
    CAPITALS,
    CHARACTER_STYLE,
    HIDDEN,
    NUMBER_ID,
    NUMBER_LEVEL,
    NUMBERING,
    OUTLINE,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SIZE,
    TYPE,
    UNDERLINE,
    VALUE,
    is_on,
    read_number,
    read_value,
    w,
)

_BODY_LEVEL = 9
_LARGE = 1.3
_SWITCHES = frozenset((BOLD, UNDERLINE, CAPITALS))
_WORDS_OWN_SIZE = 20
_DEFAULTS = f"{w('docDefaults')}/{w('rPrDefault')}/{RUN_PROPERTIES}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style, with all that it is based on, makes of a paragraph or a run.

    `list_id` and `list_level` attach it to a list; the level is None where the list knows which one is meant. `emphasis`
    names the properties that make its words stand out.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    list_id: str = ""
    list_level: int | None = None
    emphasis: frozenset[str] = frozenset()
    hidden: bool = False


_PLAIN = Style()


class Styles:
    """The styles of a document, each worked out when it is first met."""

    def __init__(self, root: Element | None) -> None:
        elements = root.iter(w("style")) if root is not None else ()
        self._elements = {element.get(w("styleId"), ""): element for element in elements}
        self._known: dict[str, Style] = {}
        usual = _find_default(self._elements.values())
        sizes = (
            read_value(usual.find(RUN_PROPERTIES) if usual is not None else None, SIZE),
            read_value(root.find(_DEFAULTS) if root is not None else None, SIZE),
        )
        self._large = _LARGE * next(filter(None, map(read_number, sizes)), _WORDS_OWN_SIZE)
        self.default = self.find(usual.get(w("styleId"), "")) if usual is not None else _PLAIN

    def find(self, style: str) -> Style:
        """Find the style of this id, as far as anyone knows it."""
        if style not in self._known:
            # Set beforehand, so that styles based on one another in a circle come to an end.
            self._known[style] = _PLAIN
            self._known[style] = self._work_out(style)
        return self._known[style]

    @cached_property
    def hides(self) -> bool:
        """Tell whether any style hides its words."""
        return any(next(element.iter(HIDDEN), None) is not None for element in self._elements.values())

    def _work_out(self, style: str) -> Style:
        element = self._elements.get(style)
        base = read_value(element, w("basedOn"))
        found = self.find(base) if base else _PLAIN
        # Word keeps the names of its own styles in English, whatever language it speaks; only ids are translated.
        if known := find_kind(read_value(element, w("name")) or style):
            found = replace(found, kind=known[0], level=known[1])
        return found if element is None else self._apply(element, found)

    def find_emphasis(self, properties: Element, style: Style) -> frozenset[str]:
        """Find the ways in which words with these run properties stand out, in a paragraph or run of this style."""
        emphasis = style.emphasis
        for switch in properties:
            tag = switch.tag
            if tag in _SWITCHES:
                emphasis = emphasis | {tag} if is_on(switch) else emphasis - {tag}
            elif tag == SIZE:
                is_large = read_number(switch.get(VALUE)) >= self._large
                emphasis = emphasis | {tag} if is_large else emphasis - {tag}
            elif tag == CHARACTER_STYLE:
                emphasis |= self.find(switch.get(VALUE, "")).emphasis & {BOLD}
        return emphasis

    def _apply(self, element: Element, style: Style) -> Style:
        """Lay a style's own properties over those of the style that it is based on."""
        paragraph, run = element.find(PARAGRAPH_PROPERTIES), element.find(RUN_PROPERTIES)
        outline = read_value(paragraph, OUTLINE)
        if outline and style.kind in ("heading", "paragraph"):
            kind, level = read_outline(outline)
            style = replace(style, kind=kind, level=level)
        if paragraph is not None and (numbering := paragraph.find(NUMBERING)) is not None:
            depth = read_value(numbering, NUMBER_LEVEL)
            style = replace(
                style,
                list_id=read_value(numbering, NUMBER_ID) or style.list_id,
                list_level=read_number(depth) if depth else None,
            )
        if run is None:
            return style
        hidden = run.find(HIDDEN)
        return replace(
            style,
            emphasis=self.find_emphasis(run, style),
            hidden=style.hidden if hidden is None else is_on(hidden),
        )


def read_outline(outline: str) -> tuple[BlockKind, int]:
    """Read the kind and level of a paragraph with this outline level: nine of them are headings, the tenth is the body."""
    level = read_number(outline, _BODY_LEVEL)
    return ("heading", level + 1) if level < _BODY_LEVEL else ("paragraph", 0)


def _find_default(styles: Iterable[Element]) -> Element | None:
    """Find the style of paragraphs that name none."""
    for style in styles:
        if style.get(TYPE) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
            return style
    return None
