"""The signs that open a line: bullets, letters and numbers, and the label of a "Label: value" line."""

import re
from dataclasses import dataclass
from functools import lru_cache

_BULLET = re.compile(r"(?:[-*–—+·](?=\s)|o(?=\s+[A-Z0-9])|[•▪◦‣●○■□➢➤✓✔\uf000-\uf0ff])\s*")
_LETTER = re.compile(r"(?:\((?:[A-Za-z]|[ivx]{1,5}|\d{1,3})\)|(?:[A-Za-z]|[ivx]{1,5}|\d{1,3})\)|(?:[a-z]|[ivx]{1,5})\.)\s+")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)(\.?)[)]?\s+(?=\S)")
_LABEL = re.compile(r"((?:[A-Z0-9(\"“*_]|[^\W\d_])[^\n:;?!|]{0,60}?)\s*(?::(?:\*\*|__)?\s+|(?<=[A-Z]{3}):)(?=\S)")
_DIGITS = re.compile(r"[\d.]+")

REMEMBERED = 256
"""Lines whose signs are remembered: each is looked at again and again while its neighbours are read."""
_MAIL = frozenset({"from", "to", "cc", "bcc", "date", "sent", "reply-to", "subject"})
_TITLES = frozenset({"subject", "re", "title", "project title", "project", "betreff", "objet", "asunto"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A sign at the head of a line. `length` takes in the space behind it; `number` is `(3, 2)` for "3.2"."""

    length: int
    number: tuple[int, ...] = ()
    dotted: bool = True

    @property
    def depth(self) -> int:
        """How deep a number goes: "3" and "3.0" one step, "3.2" two; 0 for bullets and letters."""
        trimmed = len(self.number)
        while trimmed > 1 and self.number[trimmed - 1] == 0:
            trimmed -= 1
        return trimmed

    def precedes(self, other: "Mark") -> bool:
        """Whether `other` is the next number in the same list, or closes it by going back to a shorter number."""
        if not self.number or not other.number:
            return False
        return other.number[: len(self.number)] != self.number and len(other.number) <= len(self.number)


@lru_cache(maxsize=REMEMBERED)
def find_mark(text: str) -> Mark | None:
    """Find the sign that opens this line, if something follows it."""
    head = text[:80]
    if (found := _BULLET.match(head) or _LETTER.match(head)) and found.end() < len(text):
        return Mark(length=found.end())
    if found := _NUMBER.match(head):
        number = tuple(int(part) for part in found[1].split("."))
        return Mark(length=found.end(), number=number, dotted=bool(found[2]) or len(number) > 1 or ")" in found[0])
    return None


def find_item(text: str) -> Mark | None:
    """Find the sign of a list item or a numbered clause: `find_mark`, without figures that only begin a sentence."""
    mark = find_mark(text)
    if mark is None or not mark.number:
        return mark
    opening = text[mark.length]
    if not mark.dotted or (len(mark.number) > 1 and not (opening.isupper() or opening in "\"“'‘(")):
        return None
    return mark


@lru_cache(maxsize=REMEMBERED)
def find_label(text: str) -> str:
    """Find the label of a "Label: value" line, of up to five words; empty when there is none."""
    found = _LABEL.match(text[:90])
    if not found:
        return ""
    label = found[1].strip("*_ ")
    inner = re.sub(r"\b(?:[Nn]o|[Rr]ef|[Ee]st|[Mm]ax|[Mm]in)\.|\(.*?\)", "", label)
    if not label or not label[0].isalnum() or ". " in inner or not 1 <= len(label.split()) <= 5:
        return ""
    return label if label[0].isupper() or label[0].isdigit() or label.lower() in _MAIL else ""


def is_field(text: str) -> bool:
    """Whether a line is a label and a short value; a label before a whole paragraph only introduces prose."""
    label = find_label(text)
    return bool(label) and (is_mail_label(label) or len(text) - len(label) <= 160)


def is_mail_label(label: str) -> bool:
    """Whether a label is one of an e-mail's header lines."""
    return label.lower() in _MAIL


def is_title_label(label: str) -> bool:
    """Whether a label says that its value names the whole document."""
    return label.lower() in _TITLES
