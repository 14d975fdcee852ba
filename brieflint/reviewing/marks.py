"""Marks in a Word document's body: the ends of comments, and words struck out with others beside them.

A run, or an insertion of somebody else, that has to be parted leaves a seam, an XML comment that no program shows; by it the
halves are made one again, byte for byte, as long as nobody has saved the file in between.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from brieflint.documents.word.names import INSERTION, MOVED_HERE, RUN, RUN_PROPERTIES, TEXT, w
from brieflint.documents.word.origins import Origins, Stretch
from brieflint.reviewing.markup import Markup, Node, Splice, splice
from brieflint.reviewing.places import Places, Point

AUTHOR = "brieflint"
PRESERVE = b' xml:space="preserve"'
SEAM = re.compile(rb"<!--brieflint (\d+) (\d+)(?: (\d+))?-->")
"""How many bytes before and after it were added to part an element, and how far back the attribute stands that was added."""
RENAMED = b"delTex"
"""Makes "delText" of "t"."""

_CHANGE = re.compile(rb"<[\w.-]*:?rPrChange\b.*?</[\w.-]*:?rPrChange>", re.DOTALL)
_ID = re.compile(rb"""(:id\s*=\s*["'])(-?\d+)""")
_BEFORE, _SLOT, _AFTER = -1, 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A comment on a stretch of the document's text, and the words to suggest instead of that stretch, if any."""

    start: int
    end: int
    comment: int
    instead: str | None = None


@dataclass(slots=True)
class _Slot:
    """What goes in at one point."""

    parted: tuple[Node, ...]
    inserted: list[bytes] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Marked:
    """The body with its marks, and the comments beside which words were suggested."""

    xml: bytes
    suggested: frozenset[int]


def put_marks(markup: Markup, origins: Origins, places: Places, marks: Sequence[Mark], prefix: bytes, date: str) -> Marked:
    """Put marks into a document's body, each on a stretch that takes a comment.

    `prefix` stands for WordprocessingML, `date` is that of the tracked changes. Of suggestions that overlap the first counts.
    """
    marker = _Marker(markup, places, prefix, date)
    suggested, done = set(), 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        stretches = origins.find(mark.start, mark.end)
        if mark.instead is not None and mark.start >= done and marker.suggest(stretches, mark.instead):
            suggested.add(mark.comment)
            done = mark.end
        marker.comment(stretches, mark)
    return Marked(splice(markup.xml, marker.changes()), frozenset(suggested))


class _Marker:
    """Collects what goes in where."""

    def __init__(self, markup: Markup, places: Places, prefix: bytes, date: str) -> None:
        self._markup = markup
        self._places = places
        self._prefix = prefix
        self._signed = b"%sauthor=%s %sdate=%s" % (prefix, quoteattr(AUTHOR).encode(), prefix, quoteattr(date).encode())
        self._slots: dict[int, _Slot] = {}
        self._splices: list[Splice] = []
        self._struck: list[tuple[int, int]] = []
        """From where to where words are struck out, run by run."""
        self._spaced: set[int] = set()
        ids = (node.element.get(w("id"), "") for node in markup.nodes)
        self._last = max((int(number) for number in ids if number.isdecimal()), default=0)

    def comment(self, stretches: Sequence[Stretch], mark: Mark) -> None:
        """Put the ends of a comment around what these stretches show."""
        found = self._places.find(stretches[0], stretches[-1])
        if found is not None:
            start, end = found
            self._slot(start).starts.append((-mark.end, mark.comment))
            self._slot(end).ends.append((-mark.start, mark.comment))

    def suggest(self, stretches: tuple[Stretch, ...], words: str) -> bool:
        """Strike out what these stretches show and write other words behind it, unless that cannot be done there."""
        found = self._places.find_words(stretches)
        if found is None:
            return False
        start, end = found
        nodes = [self._markup.find(stretch.element) for stretch in stretches]
        for stretch, node in zip(stretches, nodes, strict=True):
            if node.element.tag == TEXT and stretch.start == 0:
                self._rename(node.start + 1)
            if node.element.tag == TEXT and stretch.end == len(node.element.text or ""):
                self._rename(node.close + 2)
        runs = list({id(node.parent): node.parent for node in nodes if node.parent is not None}.values())
        for run in runs:
            opens, closes = run not in start.parted, run not in end.parted
            self._struck.append((run.start if opens else start.at, run.end if closes else end.at))
            if opens:
                self._splices.append(Splice(run.start, run.start, self._strike(), _AFTER))
            if closes:
                self._splices.append(Splice(run.end, run.end, self._close("del"), _BEFORE))
        self._slot(start)
        self._slot(end).inserted.append(self._insert(runs[0], words))
        return True

    def changes(self) -> Iterator[Splice]:
        """Everything that goes in."""
        yield from self._splices
        for at, slot in sorted(self._slots.items()):
            yield from self._fill(at, slot)

    def _slot(self, point: Point) -> _Slot:
        return self._slots.setdefault(point.at, _Slot(point.parted))

    def _fill(self, at: int, slot: _Slot) -> Iterator[Splice]:
        p = self._prefix
        closing = [(node, b"</" + self._markup.name(node) + b">") for node in slot.parted]
        opening = [(node, self._open(node)) for node in reversed(slot.parted)]
        marks = [
            *slot.inserted,
            *(
                b'<%scommentRangeEnd %sid="%d"/><%sr><%scommentReference %sid="%d"/></%sr>' % (p, p, number, p, p, p, number, p)
                for _, number in sorted(slot.ends)
            ),
            *(b'<%scommentRangeStart %sid="%d"/>' % (p, p, number) for _, number in sorted(slot.starts)),
        ]
        seam = b""
        if slot.parted:
            before, after = (sum(len(tag) for _, tag in tags) for tags in (closing, opening))
            back = self._space(slot.parted[0], at)
            seam = b"<!--brieflint %d %d%s-->" % (before, after, b" %d" % (back + before) if back else b"")
            if back:
                yield Splice(slot.parted[0].inner - 1, slot.parted[0].inner - 1, PRESERVE)
        yield Splice(at, at, b"".join([self._end(closing, at), seam, *marks, self._begin(opening, at)]), _SLOT)

    def _end(self, closing: list[tuple[Node, bytes]], at: int) -> bytes:
        """Close the first halves of what is parted."""
        is_struck = any(start < at <= end for start, end in self._struck)
        pieces: list[bytes] = []
        for node, tag in closing:
            if is_struck and node.element.tag == TEXT:
                pieces.append(tag[: 2 + len(self._prefix)] + RENAMED + tag[2 + len(self._prefix) :])
            else:
                pieces.append(tag)
            if is_struck and node.element.tag == RUN:
                pieces.append(self._close("del"))
        return b"".join(pieces)

    def _begin(self, opening: list[tuple[Node, bytes]], at: int) -> bytes:
        """Open the second halves of what is parted."""
        is_struck = any(start <= at < end for start, end in self._struck)
        pieces: list[bytes] = []
        for node, tag in opening:
            if is_struck and node.element.tag == RUN:
                pieces.append(self._strike())
            if is_struck and node.element.tag == TEXT:
                pieces.append(tag[: 1 + len(self._prefix)] + RENAMED + tag[1 + len(self._prefix) :])
            else:
                pieces.append(tag)
        return b"".join(pieces)

    def _open(self, node: Node) -> bytes:
        """The opening tag of the second half of a node, with what belongs to it."""
        tag = self._markup.tag(node)
        if node.element.tag == TEXT:
            return b"<" + self._markup.name(node) + PRESERVE + b">"
        if node.element.tag in (INSERTION, MOVED_HERE):
            return self._renumber(tag)
        properties = node.element.find(RUN_PROPERTIES)
        if properties is None:
            return tag
        found = self._markup.find(properties)
        return tag + _CHANGE.sub(lambda change: self._renumber(change[0]), self._markup.xml[found.start : found.end])

    def _space(self, node: Node, at: int) -> int:
        """How far before `at` the attribute stands that keeps the spaces of a text's first half, 0 when none is added."""
        if node.element.tag != TEXT or id(node) in self._spaced or b"xml:space" in self._markup.tag(node):
            return 0
        self._spaced.add(id(node))
        return len(PRESERVE) + at - (node.inner - 1)

    def _rename(self, at: int) -> None:
        self._splices.append(Splice(at + len(self._prefix), at + len(self._prefix), RENAMED))

    def _insert(self, run: Node, words: str) -> bytes:
        """An insertion of ours in the style of a run."""
        p, properties = self._prefix, run.element.find(RUN_PROPERTIES)
        style = b""
        if properties is not None:
            found = self._markup.find(properties)
            style = _CHANGE.sub(b"", self._markup.xml[found.start : found.end])
        text = escape(words).encode()
        return b'<%sins %sid="%d" %s><%sr>%s<%st%s>%s</%st></%sr></%sins>' % (
            p, p, self._number(), self._signed, p, style, p, PRESERVE, text, p, p, p,
        )  # fmt: skip

    def _strike(self) -> bytes:
        return b'<%sdel %sid="%d" %s>' % (self._prefix, self._prefix, self._number(), self._signed)

    def _close(self, name: str) -> bytes:
        return b"</%s%s>" % (self._prefix, name.encode())

    def _renumber(self, tag: bytes) -> bytes:
        return _ID.sub(lambda found: found[1] + b"%d" % self._number(), tag, count=1)

    def _number(self) -> int:
        self._last += 1
        return self._last
