"""What word processors' own styles make of a paragraph, by their names."""

import re

from brieflint.documents.document import BlockKind

_HEADING = re.compile(r"heading ?([1-9])$")
_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"title$"), "title"),
    (re.compile(r"(?:toc|index|contents) ?(?:\d{1,2}|heading)$|table of (?:figures|authorities)$"), "matter"),
    (re.compile(r"list (?:bullet|number)\b"), "item"),
    (re.compile(r"(?:quote|block text|quotations)$"), "quote"),
    (re.compile(r"(?:html preformatted|source code|code|preformatted text|macro)$"), "code"),
)


def find_kind(name: str) -> tuple[BlockKind, int] | None:
    """Find the kind that a style's name stands for, with the level if it is a heading's."""
    lowered = name.lower()
    if heading := _HEADING.match(lowered):
        return "heading", int(heading[1])
    return next(((kind, 0) for pattern, kind in _KINDS if pattern.match(lowered)), None)
