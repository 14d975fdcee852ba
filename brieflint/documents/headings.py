"""Which lines of a plain text are headings."""

import re
from dataclasses import dataclass

from brieflint.documents.lines import Sheet
from brieflint.documents.marks import Mark, find_item, find_mark, is_field

_KEYWORD = re.compile(
    r"(?:§|(?i:section|article|part|chapter|annex|annexure|appendix|attachment|schedule|exhibit|lot|volume))\s*"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVXLC]{1,6}|(?i:one|two|three|four|five|six|seven|eight|nine|ten))"
    r"(?=$|\s|[.:)–—-])\s*[.:)–—-]?\s*"
)
_ROMAN = re.compile(r"[IVX]{1,6}\.\s+(?=[A-Z])")
_LETTERED = re.compile(r"[A-Z]\.\s+(?=[A-Z])")
_RUN_IN = re.compile(r"([A-Z][^\s.:;,]*(?: [^\s.:;,]+){0,4})([.:])\s+(?=[A-Z\"“(])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Ing|Prof|St|No|Inc|Ltd|Co|Art|Sec|Fig|approx|incl|e\.g|i\.e)$", re.IGNORECASE)
_QUESTION = re.compile(r"(?:Q|Question )\d{1,3}[.:)]?\s+(?=[A-Z])")
_VERB = re.compile(r"\b(?:is|are|was|were|be|becomes?|has|have|had|does?|shall|will|must|may|can|should|applies|apply|means)\b")
_QUESTION_WORD = re.compile(r"(?:what|how|who|why|when|where|which)\b", re.IGNORECASE)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
GREETING = re.compile(r"(?:dear|hi|hello|good (?:morning|afternoon|evening)|to whom)\b", re.IGNORECASE)
_SENTENCE_END = (".", ",", ";", "!", ":")
_ABBREVIATED_END = re.compile(r"(?:\b[A-Za-z]|\b(?:Inc|Ltd|Co|Corp|No|Jr))\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading found at the head of a line: its length in characters, its level, and how deep its number goes.

    A run-in heading opens a paragraph on its own line.
    """

    length: int
    level: int
    depth: int = 0
    run_in: bool = False


def find_heading(sheet: Sheet, index: int) -> Heading | None:
    """Find the heading that this line is, or that it opens with ("1.1 Purpose. The Agency ...")."""
    text = sheet[index].text
    if len(text) <= 120 and (level := _measure_underline(sheet, index)):
        return Heading(length=len(text), level=level, depth=_depth_of(find_mark(text)))
    if len(text) <= 120 and _QUESTION.match(text) and _opens_group(sheet, index):
        return Heading(length=len(text), level=2)
    if found := _KEYWORD.match(text[:60]):
        return _find_keyword(text, found.end())
    if mark := find_mark(text):
        return _find_numbered(sheet, index, mark) if mark.number else None
    return _find_unnumbered(sheet, index, text)


def is_underline(text: str) -> int:
    """Tell the level that a line of `===` or `---` gives to the heading above it, 0 for any other line."""
    if len(text) < 3 or text[0] not in "=-" or text.strip(text[0]):
        return 0
    return 1 if text[0] == "=" else 2


def is_capitals(text: str) -> bool:
    """Whether a line is short and printed in capitals, as headings are."""
    if len(text) > 80 or not text.isupper() or text[0] == "(" or len(text.split()) > 14:
        return False
    if _ends_sentence(text, (".", ",", ";")):
        return False
    label, _, value = text.partition(": ")
    return bool(re.search(r"[^\W\d_]{3}", label)) and (not value or sum(map(str.isalpha, value)) > 5)


def is_short(text: str, words: int = 10) -> bool:
    """Whether a line is brief, opens like a heading and has no sentence's end."""
    opening = text[:1]
    if sum(map(str.isalpha, text[:90])) < 2:
        return False
    return (
        len(text) <= 90
        and (opening.isupper() or (opening in "\"“‘'(" and text[1:2].isupper()))
        and len(text.split()) <= words
        and not _ends_sentence(text, _SENTENCE_END)
        and not any(sign in text for sign in ("   ", "\t", "|", "@", "://", "___", "…"))
    )


def _ends_sentence(text: str, signs: tuple[str, ...]) -> bool:
    return text.endswith(signs) and not _ABBREVIATED_END.search(text)


def _measure_underline(sheet: Sheet, index: int) -> int:
    text, below = sheet[index].text, sheet.text_at(index + 1)
    return is_underline(below) if any(map(str.isalnum, text)) and not text.endswith(".") else 0


def _find_keyword(text: str, opening: int) -> Heading | None:
    rest = text[opening:]
    depth = 1 + text[:opening].rstrip(" .:").count(".")
    if run := _find_run_in(rest):
        return Heading(length=opening + run, level=depth, depth=depth, run_in=True)
    if not rest or is_short(rest, 14) or is_capitals(rest):
        return Heading(length=len(text), level=depth, depth=depth)
    return None


def _find_unnumbered(sheet: Sheet, index: int, text: str) -> Heading | None:
    if is_capitals(text) and not _continues(sheet, index):
        return Heading(length=len(text), level=1)
    if (found := _ROMAN.match(text[:10]) or _LETTERED.match(text[:5])) and is_short(text[found.end() :]):
        return Heading(length=len(text), level=1) if not sheet.text_at(index - 1) else None
    return Heading(length=len(text), level=2) if _is_alone(sheet, index) else None


def _find_numbered(sheet: Sheet, index: int, mark: Mark) -> Heading | None:
    text = sheet[index].text
    rest = text[mark.length :]
    depth = max(1, mark.depth)
    if _MONTH.match(rest) or (not mark.dotted and not _opens_group(sheet, index)):
        return None
    if mark.dotted and (run := _find_run_in(rest)):
        return Heading(length=mark.length + run, level=depth, depth=depth, run_in=True)
    heading = Heading(length=len(text), level=depth, depth=depth)
    if is_capitals(rest):
        return heading
    most = 3 if rest.endswith(":") else 12 if mark.dotted else 6
    named = is_short(rest.removesuffix(":"), most) and not is_field(rest) and not _is_sentence(rest)
    return heading if named and not _is_listed(sheet, index, mark) and not _breaks_off(sheet, index) else None


def _find_run_in(rest: str) -> int:
    """Measure the length of the words that head a paragraph on its own line, 0 when there are none."""
    found = _RUN_IN.match(rest[:120])
    if not found or _ABBREVIATION.search(found[1]) or re.search(rf"{_VERB.pattern}|\d", found[1]):
        return 0
    below = rest[found.end() :]
    if found[2] == ":" and (len(below.split(maxsplit=8)) < 8 or not below.endswith(".")):
        return 0
    return found.end(2)


def _is_sentence(rest: str) -> bool:
    """Whether words that stand like a heading say something; a heading asks or names."""
    if rest.endswith("?") or _QUESTION_WORD.match(rest):
        return False
    return len(rest.split()) > 5 and bool(_VERB.search(rest))


def _is_listed(sheet: Sheet, index: int, mark: Mark) -> bool:
    """Whether numbered lines follow one another with nothing below them: a list, though its items look like headings."""
    below, above = sheet.next_filled(index), sheet.previous_filled(index)
    if below < 0 or (below == index + 1 and _is_sibling(sheet, below, mark)):
        return True
    if _is_sibling(sheet, below, mark) and mark.depth > 1:
        return True
    previous = find_item(sheet[above].text) if above == index - 1 else None
    return previous is not None and len(previous.number) == len(mark.number)


def _is_sibling(sheet: Sheet, index: int, mark: Mark) -> bool:
    other = find_item(sheet[index].text)
    return other is not None and mark.precedes(other)


def _breaks_off(sheet: Sheet, index: int) -> bool:
    below = sheet.text_at(index + 1)
    return find_mark(below) is None and (sheet.fills(index) or below[:1].islower())


def _continues(sheet: Sheet, index: int) -> bool:
    """Whether this line only carries on the one above, as capitals in wrapped prose do."""
    return index > 0 and bool(sheet.text_at(index - 1)) and sheet.fills(index - 1) and not is_capitals(sheet.text_at(index - 1))


def _opens_group(sheet: Sheet, index: int) -> bool:
    """Whether a line stands first in its group, with nothing but white space above."""
    return not sheet.text_at(index - 1)


def _is_alone(sheet: Sheet, index: int) -> bool:
    """Whether a few words stand by themselves above the text that they head."""
    text, below = sheet[index].text, sheet.text_at(index + 1)
    follower = sheet.next_filled(index)
    if follower < 0 or not _opens_group(sheet, index) or GREETING.match(text) or is_field(text):
        return False
    if _is_sentence(text):
        return False
    value = text.partition(": ")[2]
    if value and (": " in below or any(map(str.isdigit, value))):
        return False
    labelled = text.endswith(":") and (len(text.split()) <= 2 or text.istitle())
    if not is_short(text.removesuffix(":") if labelled else text, 8) or sheet.flows(index):
        return False
    if labelled:
        return find_item(sheet[follower].text) is None and (not below or len(below) > 60)
    return not below or len(below) >= 40 or below.endswith(".") or is_field(below) or find_item(below) is not None


def _depth_of(mark: Mark | None) -> int:
    return mark.depth if mark else 0
