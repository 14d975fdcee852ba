"""The words of a message: in which letters they were sent, how their lines were wrapped, and what they quote."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from brieflint.documents.decoding import decode
from brieflint.documents.document import Block, Document
from brieflint.documents.html import compose
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.message.parts import Part
from brieflint.documents.text import compose as compose_text

_SIGNATURE = "-- "
_ATTRIBUTION = re.compile(
    r"^(?:On|Am|Le|El|Il)\s[^\n]{1,200}?(?:\n[^\n]{1,200}){0,2}?\s(?:wrote|schrieb(?:\s[^\n]{0,80})?|a écrit|escribió|"
    r"ha scritto)\s?:\s*$",
    re.MULTILINE,
)
_ORIGINAL = re.compile(
    r"^-{3,} ?Original Message ?-{3,}\s*$|^From:[^\n]*\n(?:[^\n]*\n){0,2}(?:Sent|Date):", re.MULTILINE | re.IGNORECASE
)
_REPLY = re.compile(r"(?:re|aw|sv|antw)\s*:", re.IGNORECASE)


def read_words(part: Part, name: str, subject: str, limits: Limits = DEFAULT) -> Document:
    """Read the words of a message; those of other messages that it answers are quotations."""
    text = decode(part.load(), name, part.find_parameter("charset"))
    if part.kind == "text/html":
        document = compose(text, name, limits, titled=False)
    else:
        if part.find_parameter("format").lower() == "flowed":
            text = "\n".join(_unwrap(text, glued=part.find_parameter("delsp").lower() == "yes"))
        document = compose_text(limits.check_text(text, name), name)
    return replace(document, blocks=tuple(_mark_quotations(document, replies=bool(_REPLY.match(subject)))))


def _unwrap(text: str, *, glued: bool) -> Iterator[str]:
    """Join the lines that a program has wrapped, each but the last of a paragraph with a space at its end (RFC 3676)."""
    held = ""
    for raw in text.split("\n"):
        quoted = raw.startswith(">")
        line = raw if quoted else raw.removeprefix(" ")
        if held and (quoted or line == _SIGNATURE):
            yield held
            held = ""
        if quoted or line == _SIGNATURE or not line.endswith(" "):
            yield held + line
            held = ""
        else:
            held += line[:-1] if glued else line
    if held:
        yield held


def _mark_quotations(document: Document, *, replies: bool) -> Iterator[Block]:
    """Make quotations of the lines that say who wrote what is quoted, and of what they introduce if no signs mark that."""
    text, blocks = document.text, document.blocks
    opened = sorted(found.span() for sign in (_ATTRIBUTION, _ORIGINAL)[: 1 + replies] for found in sign.finditer(text))
    # Somebody who writes nothing above it sends the message for the sake of what is quoted.
    marked = max((block.start for block in blocks if block.kind == "quote"), default=blocks[0].start if blocks else 0)
    end = min((start for start, _ in opened if start > marked), default=len(text))
    for block in blocks:
        before = bisect_right(opened, (block.start, len(text)))
        introduces = before > 0 and block.start < opened[before - 1][1]
        yield replace(block, kind="quote", level=0) if introduces or block.start >= end else block
