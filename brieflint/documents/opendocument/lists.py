"""The numbers of lists and headings in OpenDocument, which are counted when they are shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from brieflint.documents.office.numerals import spell_number
from brieflint.documents.office.story import BULLET
from brieflint.documents.opendocument.names import read_count, style, text

OUTLINE = "\0outline"
"""The list of a document's headings; no list style can have such a name."""

LEVELS = 10
_LONGEST_PATTERN = 80
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PATTERN = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_PLACEHOLDER = re.compile(r"%(\d{1,2})%")
_BULLETS = frozenset(map(text, ("list-level-style-bullet", "list-level-style-image")))
_NUMBERS = frozenset(map(text, ("list-level-style-number", "outline-level-style")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    form: str = ""
    bullet: bool = False
    pattern: str = ""
    start: int = 1


class Counters:
    """How far one list has counted on each of its levels."""

    def __init__(self) -> None:
        self.counts: list[int | None] = [None] * LEVELS


class Lists:
    """The list styles of a document."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for element in root.iter(text("list-style")):
                self._styles[element.get(style("name"), "")] = _read_levels(element)
            for element in root.iter(text("outline-style")):
                self._styles[OUTLINE] = _read_levels(element)

    def count(self, name: str, depth: int, counters: Counters, start: int | None = None) -> str:
        """Count one more item at this depth of a list, from 1; return its label, empty if it shows none."""
        levels = self._styles.get(name, {})
        level = levels.get(depth)
        if level is None or not 1 <= depth <= LEVELS:
            return ""
        if level.bullet:
            return BULLET
        counts = counters.counts
        current = counts[depth - 1]
        if start is None:
            start = level.start if current is None else current + 1
        counts[depth - 1] = start
        counts[depth:] = [None] * (LEVELS - depth)
        return _spell(level, levels, counts) if level.form else ""


def _read_levels(element: Element) -> dict[int, _Level]:
    return {read_count(level.get(text("level"))): _read_level(level) for level in element}


def _read_level(element: Element) -> _Level:
    if element.tag in _BULLETS:
        return _Level(bullet=True)
    form = element.get(style("num-format"), "")
    if element.tag not in _NUMBERS or not form:
        return _Level()
    depth = min(read_count(element.get(text("level")), 1), LEVELS)
    shown = min(max(1, read_count(element.get(text("display-levels")), 1)), depth)
    steps = ".".join(f"%{level}%" for level in range(depth - shown + 1, depth + 1))
    pattern = f"{element.get(style('num-prefix'), '')}{steps}{element.get(style('num-suffix'), '')}"
    return _Level(
        form=_FORMS.get(form, "decimal"),
        pattern=(element.get(_PATTERN) or pattern)[:_LONGEST_PATTERN],
        start=read_count(element.get(text("start-value")), 1),
    )


def _spell(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    def fill(placeholder: re.Match[str]) -> str:
        depth = int(placeholder[1])
        shown = levels.get(depth)
        if shown is None or not shown.form or not 1 <= depth <= LEVELS:
            return ""
        count = counts[depth - 1]
        return spell_number(shown.start if count is None else count, shown.form)

    return _PLACEHOLDER.sub(fill, level.pattern).strip()
