"""What holds for every text, whatever its author did to it."""

import re
from string import printable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.documents import Document, markdown, text
from brieflint.documents.marks import find_mark

READERS = [text.read, markdown.read]

PIECES = [
    "1. ", "3.2 ", "(a) ", "- ", "* ", "•", "> ", "# ", "## ", "a) ", "Scope", "STAFF AUGMENTATION", "the supplier shall",
    "Term: twelve months", "Subject: Developers", "From: Ana", "| a | b |", "|---|---|", "x\ty", "left     right", "===", "---",
    "\n", "\n\n", "\f", "  ", "    ", "```", "<!--", "-->", "**Price**", "Lot 2: ", "Annex A", "Contents", "Page 3 of 9", "12",
    ". ", ": ", "title: Fit-out", "[^1]: ", "<td>", "\\", "Who are we?", "[x] ", "~~~", "II. ", "\u202e", "\u200b",
]  # fmt: skip

briefs = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=300),
    st.text(alphabet=printable, max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)

SIGNS = re.compile(r"(?:[|>+:=#*_~\-\s]|\\(?=\|)|\[[ xX]\]|\[\^[^]]*\]:)*")


def measure_lead(rest: str) -> int:
    """Measure the sign of a quotation, a box to tick or an item, which may open one another."""
    if sign := re.match(r">|\[[ xX]\]", rest):
        return sign.end()
    mark = find_mark(f"{rest} X")
    return mark.length if mark else 0


def is_markup(left_out: str) -> bool:
    """Whether this is only the signs of lists, headings, tables and quotations."""
    rest = left_out.strip()
    while rest and (lead := measure_lead(rest)):
        rest = rest[lead:].strip()
    rest = re.sub(r"^(?:\(?(?:\w|[ivx]+|\d{1,9})[.)]\s*|[•–]\s*)+", "", rest)
    return SIGNS.fullmatch(rest) is not None


@pytest.mark.parametrize("read", READERS)
@given(brief=briefs)
@settings(max_examples=400, deadline=None)
def test_blocks_are_in_order_apart_and_inside_the_text(read, brief):
    document = read(brief.encode(), "brief")
    edges = [0, *(edge for block in document.blocks for edge in (block.start, block.end)), len(document.text)]
    assert edges == sorted(edges)
    assert all(block.start < block.end for block in document.blocks)


@pytest.mark.parametrize("read", READERS)
@given(brief=briefs)
@settings(max_examples=400, deadline=None)
def test_only_white_space_and_markup_is_left_out(read, brief):
    document = read(brief.encode(), "brief")
    for line in left_out(document).split("\n"):
        assert is_markup(line), line


@pytest.mark.parametrize("read", READERS)
@given(brief=briefs)
@settings(max_examples=200, deadline=None)
def test_blocks_neither_begin_nor_end_with_white_space(read, brief):
    document = read(brief.encode(), "brief")
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert words == words.strip()


@pytest.mark.parametrize("read", READERS)
@given(brief=briefs)
@settings(max_examples=200, deadline=None)
def test_every_block_says_its_line(read, brief):
    document = read(brief.encode(), "brief")
    for block in document.blocks:
        assert block.place.line == document.position(block.start)[0]


@given(brief=briefs)
@settings(deadline=None)
def test_a_position_leads_back_to_its_offset(brief):
    document = text.read(brief.encode(), "brief")
    lines = document.text.split("\n")
    for offset in range(len(document.text) + 1):
        line, column = document.position(offset)
        assert sum(len(above) + 1 for above in lines[: line - 1]) + column - 1 == offset


@pytest.mark.parametrize("read", READERS)
@given(brief=briefs)
@settings(deadline=None)
def test_reading_twice_gives_the_same_document(read, brief):
    assert read(brief.encode(), "brief") == read(brief.encode(), "brief")


@pytest.mark.parametrize("read", READERS)
@given(brief=briefs)
@settings(deadline=None)
def test_only_headings_have_a_level(read, brief):
    for block in read(brief.encode(), "brief").blocks:
        assert (block.level > 0) == (block.kind == "heading")


@given(brief=briefs)
@settings(deadline=None)
def test_windows_line_ends_change_nothing(brief):
    plain = brief.replace("\r\n", "\n").replace("\r", "\n")
    assert text.read(plain.replace("\n", "\r\n").encode(), "brief") == text.read(plain.encode(), "brief")


def left_out(document: Document) -> str:
    """The text with its blocks blotted out."""
    at, parts = 0, []
    for block in document.blocks:
        parts.append(document.text[at : block.start])
        at = block.end
    return "\n".join([*parts, document.text[at:]])
