"""A reviewed Word file without any mark of ours; what others wrote, also about our marks, stays."""

import re
from collections.abc import Iterator

from brieflint.documents.word.comments import BEGINNING, END, ID, REFERENCE
from brieflint.documents.word.names import DELETION, INSERTION, RUN, RUN_PROPERTIES, w
from brieflint.errors import BriefError
from brieflint.reviewing.commentpart import remove_comments
from brieflint.reviewing.marks import AUTHOR, PRESERVE, RENAMED, SEAM
from brieflint.reviewing.markup import Markup, Node, Splice, splice
from brieflint.reviewing.package import Parts

_AUTHOR = w("author")
_STRUCK = (w("delText"), w("delInstrText"))
_CLOSINGS = re.compile(rb"(?:</[^<>]+>)+")
_OPENINGS = re.compile(rb"<[^/][^<>]*[^/]>(?:<.*>)?", re.DOTALL)
_RANGES = (BEGINNING, END, w("bookmarkStart"), w("bookmarkEnd"), w("permStart"), w("permEnd"))


def clean_parts(parts: Parts) -> None:
    """Take all marks of ours out of an opened file."""
    ours = remove_comments(parts)
    main = parts.package.main
    markup = parts.open(main)
    bare = splice(markup.xml, _find_marks(markup, ours))
    xml = splice(bare, _find_seams(bare))
    try:
        parts.package.parse_xml(xml)
    except BriefError:  # seams that somebody has moved
        xml = SEAM.sub(b"", bare)
    if xml != markup.xml:
        parts.changed[main] = xml


def _find_marks(markup: Markup, comments: frozenset[str]) -> Iterator[Splice]:
    for node in markup.nodes:
        tag, element = node.element.tag, node.element
        if tag in (BEGINNING, END) and element.get(ID) in comments:
            yield Splice(node.start, node.end)
        elif tag == REFERENCE and element.get(ID) in comments and node.parent is not None:
            alone = node.parent.element.tag == RUN and all(
                child is element or child.tag == RUN_PROPERTIES for child in node.parent.element
            )
            yield Splice(node.parent.start, node.parent.end) if alone else Splice(node.start, node.end)
        elif tag == INSERTION and element.get(_AUTHOR) == AUTHOR:
            yield from _take_out(markup, node, comments)
        elif tag == DELETION and element.get(_AUTHOR) == AUTHOR:
            yield from _give_back(markup, node)


def _take_out(markup: Markup, node: Node, comments: frozenset[str]) -> Iterator[Splice]:
    """Take out words of ours; what others hung on them stays."""
    at = node.start
    for child in node.element:
        signs = [sign.get(ID) for sign in child.iter(REFERENCE)]
        if (child.tag in _RANGES or signs) and not comments.intersection([*signs, child.get(ID)]):
            found = markup.find(child)
            yield Splice(at, found.start)
            at = found.end
    yield Splice(at, node.end)


def _give_back(markup: Markup, node: Node) -> Iterator[Splice]:
    """Give back words that we struck out."""
    yield Splice(node.start, node.inner)
    for element in node.element.iter():
        if element.tag in _STRUCK:
            found = markup.find(element)
            name = markup.name(found)
            at = 1 + len(name.rpartition(b":")[0]) + (b":" in name)
            local = name.rpartition(b":")[2]
            restored = local.replace(RENAMED, b"") if local == b"delText" else b"instrText"
            yield Splice(found.start + at, found.start + at + len(local), restored)
            if found.close != found.end:
                yield Splice(found.close + at + 1, found.close + at + 1 + len(local), restored)
    yield Splice(node.close, node.end)


def _find_seams(xml: bytes) -> Iterator[Splice]:
    """Make the halves one again of what was parted, where they still meet at their seam."""
    for seam in SEAM.finditer(xml):
        before, after, back = (int(number or 0) for number in seam.groups())
        start, end = seam.start() - before, seam.end() + after
        whole = _CLOSINGS.fullmatch(xml[start : seam.start()]) and _OPENINGS.fullmatch(xml[seam.end() : end])
        yield Splice(start, end) if whole else Splice(seam.start(), seam.end())
        space = seam.start() - back
        if whole and back and xml[space : space + len(PRESERVE)] == PRESERVE:
            yield Splice(space, space + len(PRESERVE))
