"""Columns as editors count them, held against the plainest way to count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from brieflint.editing.positions import Lines

WORDS = st.text(st.sampled_from("aé\u0301\u200b\ufeff\u2028\x0b\x85𝔘👩🏽‍💻ﬁ \t\n"), max_size=60)
"""Letters of one to four bytes, marks that combine, what joins, and what ends a line for Python but for no editor."""
SIZES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def count(text: str, encoding: str) -> int:
    codec, size = SIZES[encoding]
    return len(text.encode(codec)) // size


@pytest.mark.parametrize("encoding", SIZES)
@given(text=WORDS, data=st.data())
def test_a_position_counts_lines_and_units(encoding, text, data):
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset]
    expected = Position(line=before.count("\n"), character=count(before.rpartition("\n")[2], encoding))
    assert Lines(text, encoding).position(offset) == expected


@pytest.mark.parametrize("encoding", SIZES)
@given(text=WORDS, data=st.data())
def test_the_position_of_an_offset_leads_back_to_it(encoding, text, data):
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text, encoding)
    assert lines.offset(lines.position(offset)) == offset


@given(text=WORDS, line=st.integers(0, 2**31 - 1), character=st.integers(0, 2**31 - 1))
def test_every_position_leads_into_the_text(text, line, character):
    lines = Lines(text)
    found = lines.position(lines.offset(Position(line=line, character=character)))
    assert (found.line, found.character) <= (line, character)


def test_a_position_within_a_character_is_its_beginning():
    assert Lines("a👩b").offset(Position(line=0, character=2)) == 1


def test_a_position_beyond_its_line_is_the_end_of_the_line():
    assert Lines("ab\ncd\n").offset(Position(line=0, character=99)) == 2


def test_a_position_beyond_the_text_is_its_end():
    assert Lines("ab\ncd").offset(Position(line=7, character=0)) == 5


def test_an_encoding_that_is_not_known_is_taken_for_the_one_that_all_know():
    assert Lines("👩b", "utf-7").position(1) == Position(line=0, character=2)


def test_a_line_ends_before_its_line_feed():
    lines = Lines("ab\n\ncd")
    assert [lines.line(offset) for offset in (0, 2, 3, 4, 6)] == [(0, 2), (0, 2), (3, 3), (4, 6), (4, 6)]
