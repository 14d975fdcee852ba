"""XML as bytes: where every element stands, so that something can be put in or taken out and all else stays as it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_TOKEN = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</(?P<close>[^\s>]+)\s*>"
    rb"|<(?P<open>[^\s/>!?]+)(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(?P<empty>/?)>",
    re.DOTALL,
)
_CHARACTER = re.compile(rb"&[^;]*;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")


@dataclass(slots=True, eq=False)
class Node:
    """An element and where it stands: from `start` to `end` (exclusive) in all, its content from `inner` to `close`."""

    element: Element
    parent: "Node | None"
    start: int
    inner: int
    close: int = 0
    end: int = 0


class Markup:
    """A part's XML, as it is written. Raises `ValueError` when its text is not in UTF-8."""

    def __init__(self, xml: bytes, root: Element) -> None:
        """`root` is the tree that was parsed from `xml`."""
        found = _ENCODING.match(xml)
        if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or (found and found[1].lower() not in (b"utf-8", b"us-ascii")):
            raise ValueError("not in UTF-8")
        self.xml = xml
        self.nodes = tuple(_scan(xml, root))
        self._nodes = {id(node.element): node for node in self.nodes}

    @property
    def root(self) -> Node:
        """The outermost element."""
        return self.nodes[0]

    def find(self, element: Element) -> Node:
        """Find where an element of the tree stands."""
        return self._nodes[id(element)]

    def tag(self, node: Node) -> bytes:
        """The opening tag, as it is written."""
        return self.xml[node.start : node.inner]

    def name(self, node: Node) -> bytes:
        """The name in the tag, with its prefix."""
        return re.split(rb"[\s/>]", self.xml[node.start + 1 : node.inner], maxsplit=1)[0]

    def locate(self, node: Node, count: int) -> int | None:
        """Where in the file the text of an element has `count` characters behind it; None when it is not plain text."""
        raw = self.xml[node.inner : node.close]
        if b"<" in raw:
            return None
        at = node.inner
        for character in _CHARACTER.findall(raw)[:count]:
            at += len(character)
        return at

    def prefix(self, namespace: str) -> bytes | None:
        """The prefix with a colon that stands for a namespace from the root on, None when there is none."""
        found = re.search(rb"""\sxmlns:([^\s=]+)\s*=\s*["']%s["']""" % re.escape(namespace.encode()), self.tag(self.root))
        return found[1] + b":" if found else None


@dataclass(frozen=True, slots=True)
class Splice:
    """Bytes from `start` to `end` (exclusive) and what to put there instead; at one place, the lowest `order` comes first."""

    start: int
    end: int
    text: bytes = b""
    order: int = 0


def splice(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """Make changes that do not overlap; what lies inside of a removed stretch goes with it."""
    pieces: list[bytes] = []
    at = 0
    for change in sorted(splices, key=lambda change: (change.start, change.end > change.start, change.order)):
        if change.start < at:
            continue
        pieces += (xml[at : change.start], change.text)
        at = change.end
    return b"".join([*pieces, xml[at:]])


def append(markup: Markup, content: bytes) -> Splice:
    """Put content at the end of the root, which may be written as an empty element."""
    root, name = markup.root, markup.name(markup.root)
    if root.inner == root.end:
        return Splice(root.end - 2, root.end, b">" + content + b"</" + name + b">")
    return Splice(root.close, root.close, content)


def _scan(xml: bytes, root: Element) -> Iterator[Node]:
    """Find the elements in the order of the tree, which is that of their opening tags."""
    elements = root.iter()
    nodes: list[Node] = []
    open_: list[Node] = []
    for token in _TOKEN.finditer(xml):
        if token["open"]:
            node = Node(next(elements), open_[-1] if open_ else None, token.start(), token.end())
            nodes.append(node)
            if token["empty"]:
                node.close = node.end = token.end()
            else:
                open_.append(node)
        elif token["close"]:
            node = open_.pop()
            node.close, node.end = token.start(), token.end()
    return iter(nodes)


def ancestors(node: Node) -> Iterator[Node]:
    """The elements around a node, from the inside out."""
    while node.parent is not None:
        node = node.parent
        yield node


def drop(nodes: Sequence[Node]) -> list[Splice]:
    """Take elements out."""
    return [Splice(node.start, node.end) for node in nodes]
