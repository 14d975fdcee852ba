"""What stands above a brief's first words: letterhead, title, and an e-mail's header lines."""

import re
from collections.abc import Iterator

from brieflint.documents.document import BlockKind
from brieflint.documents.headings import GREETING, is_capitals, is_short
from brieflint.documents.lines import Sheet
from brieflint.documents.marks import find_label, find_mark, is_field, is_mail_label, is_title_label

_NAMES_DOCUMENT = re.compile(
    r"\b(?:request for|rf[pqi]|e?oi|tender|solicitation|invitation|proposal|quotation|statement of|terms of reference|"
    r"work order|agreement|contract|brief|notice|call for|specification|requisition|response)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"\b(?:due|dates?|no|number|ref|reference|deadline|opening|closing|contact|value|term|officer|id)\b", re.IGNORECASE
)
_LINKS = frozenset({"and", "for", "between", "to", "cum", "of", "with"})
_MOST_GROUPS = 4
_MOST_LINES = 12


def find_masthead(sheet: Sheet, apparatus: set[int]) -> dict[int, BlockKind]:
    """Find the lines above the brief's first words that are its title or its fields, by index."""
    found: dict[int, BlockKind] = {}
    for group in _split_groups(sheet, apparatus):
        kinds = _name_kinds(sheet, group)
        titled = any(kind == "title" and _names_document(sheet[index].text) for index, kind in kinds.items())
        fields = len(kinds) == len(group) and set(kinds.values()) == {"field"}
        if found and not (fields or (titled and (len(kinds) == len(group) or len(kinds) > 1))):
            break
        found |= kinds
        if len(kinds) < len(group):
            break
    return found


def _split_groups(sheet: Sheet, apparatus: set[int]) -> Iterator[list[int]]:
    index = sheet.next_filled(-1)
    for _ in range(_MOST_GROUPS):
        group: list[int] = []
        while sheet.text_at(index) and index not in apparatus and len(group) < _MOST_LINES:
            group.append(index)
            index += 1
        if not group:
            return
        yield group
        index = sheet.next_filled(index - 1)
        if index < 0:
            return


def _name_kinds(sheet: Sheet, group: list[int]) -> dict[int, BlockKind]:
    """Find the kinds of a group's lines as far as they are a masthead's."""
    kinds: dict[int, BlockKind] = {}
    for index in group:
        kind = _name_kind(sheet[index].text)
        if kind is None and kinds.get(index - 1) == "title" and _finishes(sheet, index):
            kind = "title"
        if kind is None:
            break
        kinds[index] = kind
    return kinds


def _finishes(sheet: Sheet, index: int) -> bool:
    """Whether a line only finishes the title that broke off above it."""
    text = sheet[index].text
    return sheet.flows(index - 1) and is_short(text[:1].upper() + text[1:], 16)


def _name_kind(text: str) -> BlockKind | None:
    if is_field(text):
        return "title" if _is_titling(text) else "field"
    mark = find_mark(text)
    if GREETING.match(text) or (mark and (mark.dotted or not mark.number)):
        return None
    return "title" if is_short(text.lstrip("0123456789/-. "), 16) or is_capitals(text) or text.lower() in _LINKS else None


def _is_titling(text: str) -> bool:
    label = find_label(text)
    if is_title_label(label):
        return True
    if is_mail_label(label) or _DETAIL.search(label):
        return False
    return _names_document(label) or (is_capitals(text) and _names_document(text)) or _is_capitalised(label)


def _is_capitalised(label: str) -> bool:
    """Whether a label is written like a name ("Fare Gate Replacement Programme: software"); form labels are not."""
    words = [word for word in label.split() if word.lower() not in _LINKS]
    return len(words) > 2 and all(word[0].isupper() for word in words)


def _names_document(text: str) -> bool:
    return bool(_NAMES_DOCUMENT.search(text[:200]))
