"""The numbers of lists and headings, which Word does not store but counts whenever it shows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from brieflint.documents.office.numerals import spell_number
from brieflint.documents.office.story import BULLET
from brieflint.documents.word.names import NUMBER_ID, NUMBER_LEVEL, STYLE, is_on, read_number, read_value, w
from brieflint.documents.word.styles import Styles

_LEVELS = 9
_LONGEST_LABEL = 80
_NUMBER = w("num")
_ABSTRACT, _ABSTRACT_ID = w("abstractNum"), w("abstractNumId")
_LEVEL, _OVERRIDE, _START_AGAIN = w("lvl"), w("lvlOverride"), w("startOverride")
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """One level of a list. `restart` is the level, from 1, whose next number starts this one again; 0 for none."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = _LEVELS
    legal: bool = False
    style: str = ""


@dataclass(slots=True, kw_only=True)
class _List:
    """A list that paragraphs belong to, with the counters that it shares with all lists of its pattern.

    `labels` has the parts of each level's label: what is printed as it is, and the levels whose numbers are.
    """

    levels: dict[int, _Level]
    counters: list[int | None]
    restarts: dict[int, int]
    labels: dict[int, tuple[str | int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.labels = {depth: tuple(_parse_label(level.text)) for depth, level in self.levels.items()}


_ANY = _Level()


class Numbering:
    """Every list of a document and how far it has counted; paragraphs must be labelled in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._lists: dict[str, _List | None] = {}
        if root is not None:
            self._abstract = {element.get(_ABSTRACT_ID, ""): element for element in root.iter(_ABSTRACT)}
            self._numbers = {element.get(NUMBER_ID, ""): element for element in root.iter(_NUMBER)}

    def find_level(self, list_id: str, style: str) -> int:
        """Find the level of a list that is tied to a style."""
        found = self._find(list_id)
        return next((depth for depth, level in found.levels.items() if level.style == style), 0) if found else 0

    def count(self, list_id: str, depth: int) -> str:
        """Count one more paragraph at this depth of a list; return its label, empty if it shows none."""
        found = self._find(list_id)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        if level.form == "bullet":
            return BULLET
        _advance(found, depth, level)
        return _spell(found, depth, level)

    def _find(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._build(list_id)
        return self._lists[list_id]

    def _build(self, list_id: str) -> _List | None:
        number = self._numbers.get(list_id)
        pattern = self._follow_style(read_value(number, _ABSTRACT_ID))
        if number is None or pattern not in self._abstract:
            return None
        levels = {_depth(level): _read_level(level) for level in self._abstract[pattern].iter(_LEVEL)}
        restarts = {}
        for override in number.iter(_OVERRIDE):
            depth = _depth(override)
            if (level := override.find(_LEVEL)) is not None:
                levels[depth] = _read_level(level)
            if again := read_value(override, _START_AGAIN):
                restarts[depth] = read_number(again)
                levels[depth] = replace(levels.get(depth, _ANY), start=restarts[depth])
        counters = self._counters.setdefault(pattern, [None] * _LEVELS)
        return _List(levels=levels, counters=counters, restarts=restarts)

    def _follow_style(self, pattern: str) -> str:
        """Find the pattern that holds the levels: one may only point to a list style, and so to that style's list."""
        link = read_value(self._abstract.get(pattern), w("numStyleLink"))
        number = self._numbers.get(self._styles.find(link).list_id) if link else None
        return pattern if number is None else read_value(number, _ABSTRACT_ID)


def _depth(element: Element) -> int:
    return min(read_number(element.get(NUMBER_LEVEL)), _LEVELS - 1)


def _read_level(element: Element) -> _Level:
    restart = read_value(element, w("lvlRestart"))
    legal = element.find(w("isLgl"))
    return _Level(
        form=read_value(element, w("numFmt")) or "decimal",
        text=read_value(element, w("lvlText"))[:_LONGEST_LABEL],
        start=read_number(read_value(element, w("start")), 1),
        restart=read_number(restart) if restart else _LEVELS,
        legal=is_on(legal),
        style=read_value(element, STYLE),
    )


def _parse_label(text: str) -> Iterator[str | int]:
    for index, part in enumerate(_PLACEHOLDER.split(text)):
        if part:
            yield int(part) - 1 if index % 2 else part


def _advance(found: _List, depth: int, level: _Level) -> None:
    counters = found.counters
    current = counters[depth]
    again = found.restarts.pop(depth, None)
    if again is not None:
        counters[depth] = again
    else:
        counters[depth] = level.start if current is None else current + 1
    for deeper in range(depth + 1, _LEVELS):
        if counters[deeper] is not None and (deeper not in found.levels or depth < found.levels[deeper].restart):
            counters[deeper] = None


def _spell(found: _List, depth: int, level: _Level) -> str:
    label = ""
    for part in found.labels[depth]:
        if isinstance(part, str):
            label += part
            continue
        shown = found.levels.get(part, _ANY)
        count = found.counters[part]
        form = "decimal" if level.legal and shown.form != "none" else shown.form
        label += spell_number(shown.start if count is None else count, form)
    return label.strip()
