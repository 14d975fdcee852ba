"""The part of a Word file that holds its comments: ours put in beside those of others, and taken out again."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from brieflint.documents.word.comments import ID
from brieflint.documents.word.names import PARAGRAPH, w
from brieflint.reviewing.marks import AUTHOR
from brieflint.reviewing.markup import Markup, Node, Splice, append, drop, splice
from brieflint.reviewing.package import Parts

RELATION_ID = "brieflintComments"
"""Of the part when it is ours alone: by it the part is known again and taken out as a whole."""
INITIALS = "bl"
CONTENT_TYPES = "[Content_Types].xml"
_COMMENT, _AUTHOR = w("comment"), w("author")
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = b"http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
"""WordprocessingML's namespaces, and how relations are named beside each."""
_EMPTY = b"<!--brieflint-->"
"""Stands first in a part that was an empty element."""
_NEW = b"<!--brieflint new-->"
"""Stands first in a list of relations that was not there before."""
_EXTRAS = ("commentsExtended", "commentsIds", "commentsExtensible", "people")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment: its paragraphs, the first of which is its heading."""

    number: int
    paragraphs: tuple[str, ...]


def find_namespace(markup: Markup) -> tuple[str, bytes]:
    """Find WordprocessingML's namespace in a part, and its prefix. Raises `ValueError` when it has none."""
    for namespace in _TYPES:
        if (prefix := markup.prefix(namespace)) is not None:
            return namespace, prefix
    raise ValueError("no prefix for WordprocessingML")


def find_part(parts: Parts) -> str:
    """The name of the part with the comments, "" when there is none."""
    return next((part for kind, part in parts.package.related if kind == "comments" and part in parts.archive), "")


def find_numbers(parts: Parts) -> frozenset[int]:
    """The numbers of all comments."""
    part = find_part(parts)
    if not part:
        return frozenset()
    ids = (node.element.get(ID, "") for node in parts.open(part).nodes if node.element.tag == _COMMENT)
    return frozenset(int(number) for number in ids if number.isdecimal())


def add_comments(parts: Parts, comments: Sequence[Comment], date: str, namespace: str) -> None:
    """Add comments to the part that holds them, or to a new one."""
    part = find_part(parts)
    if part:
        markup = parts.open(part)
        _, prefix = find_namespace(markup)
        content = b"".join(_write(comment, prefix, date) for comment in comments)
        empty = markup.root.inner == markup.root.end
        parts.changed[part] = splice(markup.xml, [append(markup, _EMPTY + content if empty else content)])
        return
    part = _name_part(parts)
    content = b"".join(_write(comment, b"w:", date) for comment in comments)
    parts.changed[part] = b'%s<w:comments xmlns:w="%s">%s</w:comments>' % (_DECLARATION, namespace.encode(), content)
    _relate(parts, part, _TYPES[namespace])


def remove_comments(parts: Parts) -> frozenset[str]:
    """Take our comments out of the part that holds them, and the part with them when it is ours; the ids of ours."""
    part = find_part(parts)
    if not part:
        return frozenset()
    markup = parts.open(part)
    found = [node for node in markup.nodes if node.element.tag == _COMMENT]
    ours = [node for node in found if node.element.get(_AUTHOR) == AUTHOR]
    if len(ours) == len(found) and _unrelate(parts, part):
        parts.changed[part] = None
    elif ours:
        xml = splice(markup.xml, drop(ours))
        parts.changed[part] = re.sub(rb">%s</[^>]*>" % re.escape(_EMPTY), b"/>", xml)
    _remove_extras(parts, ours)
    return frozenset(node.element.get(ID, "") for node in ours)


def count_others(parts: Parts) -> int:
    """How many comments others have written."""
    part = find_part(parts)
    nodes = parts.open(part).nodes if part else ()
    return sum(node.element.tag == _COMMENT and node.element.get(_AUTHOR) != AUTHOR for node in nodes)


def _write(comment: Comment, p: bytes, date: str) -> bytes:
    bold = b"<%srPr><%sb/></%srPr>" % (p, p, p)
    lines = b"".join(
        b'<%sp><%sr>%s<%st xml:space="preserve">%s</%st></%sr></%sp>'
        % (p, p, b"" if number else bold, p, escape(line).encode("utf-8", "replace"), p, p, p)
        for number, line in enumerate(comment.paragraphs)
    )
    signed = b"%sauthor=%s %sdate=%s %sinitials=%s" % (
        p, quoteattr(AUTHOR).encode(), p, quoteattr(date).encode(), p, quoteattr(INITIALS).encode(),
    )  # fmt: skip
    return b'<%scomment %sid="%d" %s>%s</%scomment>' % (p, p, comment.number, signed, lines, p)


def _name_part(parts: Parts) -> str:
    folder = posixpath.dirname(parts.package.main)
    names = ("comments.xml", *(f"comments{number}.xml" for number in range(1, 100)))
    return next(name for name in (posixpath.join(folder, name) for name in names) if name not in parts.archive)


def _relations_part(parts: Parts) -> str:
    folder, file = posixpath.split(parts.package.main)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relate(parts: Parts, part: str, types: str) -> None:
    """Tell the package what a new part is, and the document that it has one."""
    relations = _relations_part(parts)
    relation = b'<Relationship Id="%s" Type="%s/comments" Target="%s"/>' % (
        RELATION_ID.encode(), types.encode(), posixpath.basename(part).encode(),
    )  # fmt: skip
    if parts.read(relations) is None:
        content = b'%s<Relationships xmlns="%s">%s%s</Relationships>' % (_DECLARATION, _RELATIONS, _NEW, relation)
        parts.changed[relations] = content
    else:
        _append(parts, relations, relation)
    if parts.read(CONTENT_TYPES) is not None:
        _append(parts, CONTENT_TYPES, b'<Override PartName="/%s" ContentType="%s"/>' % (part.encode(), _KIND.encode()))


def _append(parts: Parts, part: str, content: bytes) -> None:
    """Put an element into a part, in the namespace of its root, which may have a prefix."""
    markup = parts.open(part)
    prefix, colon, _ = markup.name(markup.root).partition(b":")
    named = b"<" + prefix + colon + content[1:] if colon else content
    empty = markup.root.inner == markup.root.end
    parts.changed[part] = splice(markup.xml, [append(markup, _EMPTY + named if empty else named)])


def _unrelate(parts: Parts, part: str) -> bool:
    """Take out what `_relate` has put in; whether that was there."""
    relations = _relations_part(parts)
    if parts.read(relations) is None:
        return False
    markup = parts.open(relations)
    ours = [node for node in markup.nodes if node.element.get("Id") == RELATION_ID]
    if not ours:
        return False
    alone = _NEW in markup.xml and len(markup.nodes) == 1 + len(ours)
    parts.changed[relations] = None if alone else _without(markup, ours)
    if parts.read(CONTENT_TYPES) is not None:
        types = parts.open(CONTENT_TYPES)
        named = [node for node in types.nodes if node.element.get("PartName") == f"/{part}"]
        parts.changed[CONTENT_TYPES] = _without(types, named)
    return True


def _without(markup: Markup, nodes: Iterable[Node]) -> bytes:
    return re.sub(rb">%s</[^>]*>" % re.escape(_EMPTY), b"/>", splice(markup.xml, drop(list(nodes))))


def _remove_extras(parts: Parts, ours: Sequence[Node]) -> None:
    """Take out what Word has written down of our comments elsewhere, when it has saved the file."""
    ids = {value for node in ours for line in node.element.iter(PARAGRAPH) if (value := _local(line.attrib, "paraId"))}
    names = {kind: part for kind, part in parts.package.related if kind in _EXTRAS and part in parts.archive}
    durable: set[str] = set()
    for kind in _EXTRAS:
        if kind not in names:
            continue
        markup, splices = parts.open(names[kind]), list[Splice]()
        for node in markup.nodes[1:]:
            attributes = node.element.attrib
            if _local(attributes, "paraId") in ids or _local(attributes, "durableId") in durable:
                durable.add(_local(attributes, "durableId") or "-")
                splices.append(Splice(node.start, node.end))
            elif kind == "people" and _local(attributes, "author") == AUTHOR:
                splices.append(Splice(node.start, node.end))
            elif _local(attributes, "paraIdParent") in ids:
                found = re.search(rb"""\s[\w.-]+:paraIdParent\s*=\s*["'][^"']*["']""", markup.tag(node))
                splices += [Splice(node.start + found.start(), node.start + found.end())] if found else []
        if splices:
            parts.changed[names[kind]] = splice(markup.xml, splices)


def _local(attributes: dict[str, str], name: str) -> str:
    """The value of an attribute of this name in any namespace, "" when there is none."""
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")
