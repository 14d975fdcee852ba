"""Where a mark may stand in a Word document: between which bytes, and which elements have to be parted for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from brieflint.documents.word.names import (
    ALTERNATIVES,
    CONTROL,
    FIELD_SIGN,
    INSERTION,
    MOVED_HERE,
    PARAGRAPH,
    RUN,
    RUN_PROPERTIES,
    SIMPLE_FIELD,
    TEXT,
    TEXT_BOX,
    w,
)
from brieflint.documents.word.origins import Stretch
from brieflint.reviewing.markup import Markup, Node, ancestors

HYPERLINK = w("hyperlink")
_PARTED = (RUN, INSERTION, MOVED_HERE)
"""What can be parted in two without a difference to anybody."""
_WHOLE = (HYPERLINK, SIMPLE_FIELD, CONTROL, ALTERNATIVES)
"""What a comment is put around, since what stands inside is replaced as a whole, or is there in two versions."""
_PLAIN = (RUN_PROPERTIES, TEXT, w("noBreakHyphen"), w("softHyphen"), w("lastRenderedPageBreak"))
"""What may stand among words that are to be replaced."""
_FILLED = frozenset((SIMPLE_FIELD, CONTROL, MOVED_HERE))
_BOXED = frozenset((ALTERNATIVES, TEXT_BOX))
_BINDING, _LOCK, _PROPERTIES = w("dataBinding"), w("lock"), w("sdtPr")


@dataclass(frozen=True, slots=True)
class Point:
    """A place between two bytes; `parted` are the elements to be parted there, from the inside out."""

    at: int
    parted: tuple[Node, ...] = ()


@dataclass(slots=True)
class _Field:
    begin: Node
    end: Node | None = None


class Places:
    """Finds points in a document's body."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._fields = dict(_find_fields(markup))

    def find(self, first: Stretch, last: Stretch) -> tuple[Point, Point] | None:
        """Find where a comment on what `first` to `last` show begins and ends; None where Word takes no comment."""
        start, end = (self._point(stretch, ends=ends, hoist=True) for stretch, ends in ((first, False), (last, True)))
        return (start, end) if start and end else None

    def takes(self, stretches: tuple[Stretch, ...]) -> bool:
        """Whether what these stretches show can have a comment."""
        return bool(stretches) and self.find(stretches[0], stretches[-1]) is not None

    def find_words(self, stretches: tuple[Stretch, ...]) -> tuple[Point, Point] | None:
        """Find where words begin and end that are to be replaced; None where that is not for anybody else to do.

        The words are in one paragraph, and not in a field, a text box, text that was moved, or a control that is locked or
        filled from elsewhere.
        """
        nodes = [self._markup.find(stretch.element) for stretch in stretches]
        runs = [node.parent for node in nodes if node.parent is not None]
        if any(id(node) in self._fields for node in nodes) or len({id(self._container(node)) for node in nodes}) != 1:
            return None
        if not all(map(self._is_free, runs)) or not _are_all_covered(stretches, runs):
            return None
        if any(self._markup.locate(node, 0) is None for node in nodes):
            return None
        start, end = self._point(stretches[0], ends=False, hoist=False), self._point(stretches[-1], ends=True, hoist=False)
        return (start, end) if start and end else None

    def _is_free(self, run: Node) -> bool:
        """Whether the words of a run stand there for themselves and for good."""
        around = [node.element for node in ancestors(run)]
        tags = [element.tag for element in around]
        if run.element.tag != RUN:
            return False
        within = tags[: tags.index(PARAGRAPH)] if PARAGRAPH in tags else tags
        return (
            not {SIMPLE_FIELD, CONTROL, MOVED_HERE}.intersection(within) and not _BOXED.intersection(tags) and _is_open(around)
        )

    def _container(self, node: Node) -> Node:
        return next((around for around in ancestors(node) if around.element.tag not in _PARTED), self._markup.root)

    def _point(self, stretch: Stretch, *, ends: bool, hoist: bool) -> Point | None:
        node = self._markup.find(stretch.element)
        whole = self._find_whole(node, ends=ends) if hoist else node
        if whole is None:
            return None
        offset = stretch.end if ends else stretch.start
        if whole is not node or node.element.tag != TEXT or offset in (0, len(node.element.text or "")):
            return _climb(whole, ends=ends)
        at = self._markup.locate(node, offset)
        if at is None:
            return _climb(node, ends=ends)
        parted = [node]
        for around in ancestors(node):
            if around.element.tag not in _PARTED:
                break
            parted.append(around)
        return Point(at, tuple(parted))

    def _find_whole(self, node: Node, *, ends: bool) -> Node | None:
        """Find what a comment goes around instead of a node: itself, mostly; None where Word takes no comment."""
        path = [node, *ancestors(node)]
        outermost = max((number for number, around in enumerate(path) if around.element.tag == PARAGRAPH), default=None)
        if outermost is None or any(around.element.tag == ALTERNATIVES for around in path[outermost:]):
            return None
        below = path[outermost - 1 :: -1]
        for around, inside in pairwise(below):
            if around.element.tag in _WHOLE or (around.element.tag == RUN and inside is not node):
                return around
        field = self._fields.get(id(node))
        if field and field.end and field.begin.parent is field.end.parent:
            return field.end if ends else field.begin
        return node


def _climb(node: Node, *, ends: bool) -> Point:
    """The point before a node, or behind it, as far outside as can be had without parting anything; then what is parted."""
    while node.parent is not None and node.parent.element.tag in _PARTED:
        children = list(node.parent.element)
        number = next(number for number, child in enumerate(children) if child is node.element)
        beyond = children[number + 1 :] if ends else [child for child in children[:number] if child.tag != RUN_PROPERTIES]
        if beyond:
            parted = [node.parent]
            for around in ancestors(node.parent):
                if around.element.tag not in _PARTED:
                    break
                parted.append(around)
            return Point(node.end if ends else node.start, tuple(parted))
        node = node.parent
    return Point(node.end if ends else node.start)


def _find_fields(markup: Markup) -> Iterator[tuple[int, _Field]]:
    """Find the elements inside of fields that are written as signs in runs, each with the outermost such field."""
    open_: list[_Field] = []
    for node in markup.nodes:
        if node.element.tag == FIELD_SIGN and node.parent is not None:
            kind = node.element.get(w("fldCharType"))
            if kind == "begin":
                open_.append(_Field(node.parent))
            elif kind == "end" and open_:
                open_.pop().end = node.parent
        elif open_:
            yield id(node), open_[0]


def _is_open(around: list[Element]) -> bool:
    """Whether no content control around words is locked or filled from elsewhere."""
    controls = [element.find(_PROPERTIES) for element in around if element.tag == CONTROL]
    return not any(
        properties.find(_BINDING) is not None or "ontent" in (_value(properties.find(_LOCK)))
        for properties in controls
        if properties is not None
    )


def _value(element: Element | None) -> str:
    return element.get(w("val"), "") if element is not None else ""


def _are_all_covered(stretches: tuple[Stretch, ...], runs: list[Node]) -> bool:
    """Whether each run holds nothing but these words between the first and the last of them."""
    covered = {id(stretch.element) for stretch in stretches}
    for run in {id(run): run for run in runs}.values():
        numbers = [number for number, child in enumerate(run.element) if id(child) in covered]
        between = list(run.element)[numbers[0] : numbers[-1] + 1]
        if any(child.tag not in _PLAIN or (child.tag == TEXT and id(child) not in covered) for child in between):
            return False
    return True
