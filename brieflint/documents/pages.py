"""What belongs to the paper and not to the brief: page numbers, running heads, tables of contents, rules."""

import re
from collections import Counter
from collections.abc import Iterator

from brieflint.documents.lines import Sheet

_PAGE = re.compile(
    r"[-–—|\s]*(?:(?:p\s?a\s?g\s?e|pages?|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|/|\||-)\s*\d{1,4})?|\d{1,3}\s*(?:of|/|\|)\s*(?:\d{1,4}|page))"
    r"[-–—|\s]*",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[-–—]?\s?(?:\d{1,3}|[ivx]{1,5})\s?[-–—]?")
_FOOTER_END = re.compile(r"\bpage \d{1,4} of \d{1,4}$", re.IGNORECASE)
_ORNAMENT = re.compile(r"[-=_*~#.·…–—\s]{3,}")
_CONTENTS = re.compile(r"(?:table of )?contents:?|index", re.IGNORECASE)

_LONGEST_HEAD = 160
_LEAST_REPEATS = 3


def find_apparatus(sheet: Sheet) -> set[int]:
    """Find the indices of the lines that no reader reads as part of the brief."""
    found = {index for index, line in enumerate(sheet.lines) if line.text and _is_ornament(line.text)}
    numbers = {index for index, line in enumerate(sheet.lines) if line.text and _is_page_number(sheet, index)}
    found |= numbers | set(_find_contents(sheet))
    return found | _find_running_heads(sheet, numbers)


def _is_ornament(text: str) -> bool:
    if len(text) == 1:
        return not text.isalnum()
    return bool(_ORNAMENT.fullmatch(text[:200])) and not any(char.isalnum() for char in text[200:])


def _is_page_number(sheet: Sheet, index: int) -> bool:
    text = sheet[index].text
    if len(text) > _LONGEST_HEAD:
        return False
    if _PAGE.fullmatch(text) or _FOOTER_END.search(text):
        return True
    # A number by itself is a page's only where the page ends; elsewhere it may be a figure in a column.
    return bool(_BARE_NUMBER.fullmatch(text)) and not sheet.text_at(index - 1) and not sheet.text_at(index + 1)


def _find_contents(sheet: Sheet) -> Iterator[int]:
    index = 0
    while index < len(sheet):
        text = sheet[index].text
        if text and len(text) < 20 and _CONTENTS.fullmatch(text.strip("*# ")):
            end = _find_contents_end(sheet, index)
            yield from range(index, end)
            index = end
        else:
            if text and _is_contents_entry(text):
                yield index
            index += 1


def _find_contents_end(sheet: Sheet, index: int) -> int:
    """Entries stand under the word "Contents" in one group, or go on as long as they lead to page numbers."""
    at = index + 1
    if not sheet.text_at(at) and (below := sheet.next_filled(index)) > 0:
        at = below if _is_contents_entry(sheet[below].text) else at
    while (text := sheet.text_at(at)) and (len(text) < 80 or _is_contents_entry(text)):
        at += 1
    return at


def _is_contents_entry(text: str) -> bool:
    if len(text) > _LONGEST_HEAD or not text[-1].isdigit():
        return False
    return bool(re.search(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{1,3}$", text))


def _find_running_heads(sheet: Sheet, numbers: set[int]) -> set[int]:
    """Lines that come back beside the page breaks, whatever page numbers they carry."""
    breaks = list(_find_breaks(sheet, numbers))
    beside = {index for at in breaks for index in _look_around(sheet, at)}
    spelled = {index: re.sub(r"\d+", "#", sheet[index].text) for index in beside if len(sheet[index].text) <= _LONGEST_HEAD}
    repeats = Counter(spelled.values())
    least = max(_LEAST_REPEATS, len(breaks) // 5)
    return {index for index, words in spelled.items() if repeats[words] >= least}


def _find_breaks(sheet: Sheet, numbers: set[int]) -> Iterator[int]:
    yield from numbers
    for index in range(1, len(sheet)):
        if sheet[index].page != sheet[index - 1].page:
            yield index


def _look_around(sheet: Sheet, index: int) -> Iterator[int]:
    yield index
    for step in (sheet.previous_filled, sheet.next_filled):
        at = index
        for _ in range(2):
            at = step(at)
            if at < 0:
                break
            yield at
