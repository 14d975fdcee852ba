"""OpenDocument's styles: what a paragraph is, and how its words look, by the style that its author or the program gave it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from brieflint.documents.document import BlockKind
from brieflint.documents.office.stylenames import find_kind
from brieflint.documents.opendocument.names import fo, style, text

_NAME, _FAMILY, _PARENT, _SHOWN_NAME = style("name"), style("family"), style("parent-style-name"), style("display-name")
_LIST = style("list-style-name")
_TEXT_PROPERTIES, _CELL_PROPERTIES = style("text-properties"), style("table-cell-properties")
_WEIGHT, _SIZE, _TRANSFORM, _BACKGROUND = fo("font-weight"), fo("font-size"), fo("text-transform"), fo("background-color")
_UNDERLINE, _DISPLAY = style("text-underline-style"), text("display")
_ESCAPE = re.compile(r"_([0-9a-f]{2,4})_")
_POINTS = re.compile(r"(\d{1,4}(?:\.\d+)?)(pt|%)$")
_LARGE = 1.3
_USUAL_POINTS = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style makes of a paragraph, a stretch of words or a cell.

    `list_name` is None where nothing is said of a list, and empty where the style wants none.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    list_name: str | None = None
    emphasis: frozenset[str] = frozenset()
    points: float = _USUAL_POINTS
    hidden: bool = False
    shaded: bool = False


_PLAIN = Style()


class Styles:
    """The styles of a document, each worked out when it is first met."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self._usual = _USUAL_POINTS
        for root in roots:
            for element in root.iter(style("style")):
                self._elements[element.get(_FAMILY, ""), element.get(_NAME, "")] = element
            for default in root.iter(style("default-style")):
                if default.get(_FAMILY) == "paragraph":
                    self._usual = self._apply(default, _PLAIN).points
        self._usual = self.find("paragraph", "Standard").points

    def find(self, family: str, name: str | None) -> Style:
        """Find the style of this name among those of paragraphs, of text or of cells."""
        key = family, name or ""
        if key not in self._known:
            # Set beforehand, so that styles based on one another in a circle come to an end.
            self._known[key] = replace(_PLAIN, points=self._usual)
            self._known[key] = self._work_out(family, name or "")
        return self._known[key]

    def _work_out(self, family: str, name: str) -> Style:
        element = self._elements.get((family, name))
        parent = element.get(_PARENT) if element is not None else None
        found = self.find(family, parent) if parent else replace(_PLAIN, points=self._usual)
        shown = (element.get(_SHOWN_NAME) if element is not None else None) or _ESCAPE.sub(_unescape, name)
        if family == "paragraph" and (known := find_kind(shown)):
            found = replace(found, kind=known[0], level=known[1])
        return found if element is None else self._apply(element, found)

    def _apply(self, element: Element, base: Style) -> Style:
        found = replace(base, list_name=element.get(_LIST, base.list_name))
        cell = element.find(_CELL_PROPERTIES)
        if cell is not None:
            found = replace(found, shaded=cell.get(_BACKGROUND, "transparent").lower() not in ("transparent", "#ffffff"))
        words = element.find(_TEXT_PROPERTIES)
        if words is None:
            return found
        points = _read_points(words.get(_SIZE, ""), found.points)
        emphasis = {
            "bold": (words.get(_WEIGHT), ("bold", "600", "700", "800", "900")),
            "underlined": (words.get(_UNDERLINE), ("solid", "wave", "dotted", "dash", "long-dash")),
            "capitals": (words.get(_TRANSFORM), ("uppercase",)),
            "large": ("yes" if points >= _LARGE * self._usual else "no", ("yes",)),
        }
        ways = found.emphasis
        for way, (value, strong) in emphasis.items():
            if value is not None:
                ways = ways | {way} if value in strong else ways - {way}
        display = words.get(_DISPLAY)
        return replace(found, emphasis=ways, points=points, hidden=found.hidden if display is None else display == "none")


def _read_points(size: str, base: float) -> float:
    found = _POINTS.match(size)
    if not found:
        return base
    return float(found[1]) if found[2] == "pt" else base * float(found[1]) / 100


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
