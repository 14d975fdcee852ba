"""Which lines of a Markdown text are headings, whether their author marked them or only made them look so."""

from dataclasses import dataclass

from brieflint.documents.headings import find_heading, is_short, is_underline
from brieflint.documents.lines import Sheet
from brieflint.documents.markup import find_atx, find_strong, is_rule

_LONGEST_UNDERLINED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The words of a heading within their line, its level, and how many lines it takes with its underline."""

    start: int
    end: int
    level: int
    lines: int = 1


def find_headline(sheet: Sheet, index: int, *, opens: bool, titled: bool) -> Headline | None:
    """Find the heading on this line. `opens` says that nothing stands above it but titles, `titled` that there is one."""
    text = sheet[index].text
    if marked := find_atx(text):
        return Headline(start=marked.start, end=marked.end, level=marked.level)
    if level := _measure_underline(sheet, index):
        return Headline(start=0, end=len(text), level=level, lines=2)
    if sheet.text_at(index - 1) or sheet.text_at(index + 1):
        return None
    if strong := find_strong(text):
        below = sheet.next_filled(index)
        names = opens and (not titled or (below >= 0 and find_strong(sheet[below].text) is not None))
        return Headline(start=strong.start, end=strong.end, level=1 if names else strong.level)
    return _find_unmarked(sheet, index, names=opens and not titled)


def _measure_underline(sheet: Sheet, index: int) -> int:
    text = sheet[index].text
    if len(text) > _LONGEST_UNDERLINED or text[0] in "|-*+#>" or is_rule(text):
        return 0
    return is_underline(sheet.text_at(index + 1))


def _find_unmarked(sheet: Sheet, index: int, *, names: bool) -> Headline | None:
    """Find a heading that is numbered or in capitals, or the title on the very first line; others would be guesses."""
    text = sheet[index].text
    if names and is_short(text, 16):
        return Headline(start=0, end=len(text), level=1)
    plain = None if text[0] in "|>-*+[<{" else find_heading(sheet, index)
    if plain is None or plain.length < len(text) or not (plain.depth or text.isupper()):
        return None
    return Headline(start=0, end=len(text), level=plain.level)
