"""Which paragraphs act as headings although no style says so."""

import re

from brieflint.documents.headings import is_capitals, is_short
from brieflint.documents.marks import Mark, find_mark
from brieflint.documents.office.story import BULLET, Paragraph, Story

_PARTS = re.compile(
    r"\b(?:section|part|article|annex|appendix|attachment|schedule|exhibit|phase|stage|task|step|lot|module|chapter|option)\b",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"_{2,}|\.{5,}|…{2,}")
_REMARK = re.compile(r"(?:note|nb|n\.b\.|important|attention|warning|caution)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b\d{5}(?:-\d{4})?$|\bp\.? ?o\.? box\b", re.IGNORECASE)
_BULLETED = re.compile(r"[-*–—•·▪●]\s")
_OPENING = re.compile(
    r"(?:introduction|overview|background|purpose|(?:executive )?summary|scope|objectives?|context|about|definitions?|"
    r"(?:table of )?contents)\b",
    re.IGNORECASE,
)
_LONGEST = 160
_MOST_WORDS = 14
_MOST_WORDS_PLAIN = 8
_MOST_WORDS_CLOSED = 4
_MOST_LINES = 2
_SHORTEST_PROSE = 40


def acts_as_heading(story: Story, index: int, paragraph: Paragraph) -> bool:
    """Tell whether a person would take a story's paragraph for a heading, given also what stands above and below it."""
    if not _is_candidate(story, index, paragraph):
        return False
    raw = paragraph.text
    text = " ".join(raw.split())
    mark = find_mark(text)
    opening = mark.length if mark and mark.number else 0
    if "\t" in raw[opening:] or raw.count("\n") >= _MOST_LINES or _is_other(text):
        return False
    words = text[opening:].rstrip(": ")
    if is_capitals(words) or (paragraph.emphatic and _names(words)):
        return True
    is_alone = bool(paragraph.label) or not _is_listed(story, index, mark)
    return is_alone and _names(words) and is_short(words, _MOST_WORDS_PLAIN)


def heads_masthead(story: Story, index: int, paragraph: Paragraph) -> bool:
    """Tell whether a heading at the very top names the document: it is not numbered, and another follows at once."""
    if opens_text(paragraph) or index + 1 >= len(story):
        return False
    below = story[index + 1]
    return isinstance(below, Paragraph) and (below.kind == "heading" or acts_as_heading(story, index + 1, below))


def opens_text(paragraph: Paragraph) -> bool:
    """Tell whether a line at the very top heads the first section rather than naming the whole document."""
    return bool(paragraph.label) or find_mark(paragraph.text) is not None or bool(_OPENING.match(paragraph.text))


def measure_depth(paragraph: Paragraph) -> int:
    """Measure how deep the number before a heading goes, 0 for none."""
    mark = find_mark(f"{paragraph.label} {paragraph.text}".strip())
    return mark.depth if mark else 0


def _is_other(text: str) -> bool:
    """Tell whether a line that stands out is a form's blank, a remark, a part of an address or an item in a list."""
    return bool(_BULLETED.match(text) or _BLANKS.search(text) or _REMARK.match(text) or _ADDRESS.search(text))


def _names(words: str) -> bool:
    """Tell whether words are put as headings are: few, not a sentence, and no label with its value."""
    is_name = is_short(words, _MOST_WORDS) or is_short(words.removesuffix("."), _MOST_WORDS_CLOSED)
    return is_name and (": " not in words or bool(_PARTS.search(words.partition(": ")[0])))


def _is_candidate(story: Story, index: int, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is worth a closer look; nearly all are not, and are told so cheaply."""
    text, label = paragraph.text, paragraph.label
    if len(text) > _LONGEST or label == BULLET:
        return False
    if paragraph.emphatic or text.isupper():
        return True
    return _stands_over_prose(story, index) if label else text[0].isdecimal()


def _stands_over_prose(story: Story, index: int) -> bool:
    """Tell whether a numbered line has a text of its own below it, and is not just one of a list."""
    below = story[index + 1] if index + 1 < len(story) else None
    if not isinstance(below, Paragraph) or below.label or len(below.text) < _SHORTEST_PROSE:
        return False
    above = story[index - 1] if index else None
    return not (isinstance(above, Paragraph) and above.label)


def _is_listed(story: Story, index: int, mark: Mark | None) -> bool:
    """Tell whether a line without a number worth the name, or one with neighbours of the same kind, is only an item."""
    if mark is None or not mark.number or not mark.dotted:
        return True
    for neighbour in (*story[max(0, index - 1) : index], *story[index + 1 : index + 2]):
        other = find_mark(neighbour.text) if isinstance(neighbour, Paragraph) else None
        if other is not None and other.number and other.depth == mark.depth:
            return True
    return False
