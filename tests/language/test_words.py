"""A sentence as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.knowledge.words import fold_word, split_words


def lower(text: str, **spellings: str) -> tuple[str, ...]:
    return split_words(text, spellings).lower


def breaks(text: str) -> tuple[int, ...]:
    return split_words(text, {}).breaks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We need IT Outsourcing", ("we", "need", "it", "outsourcing")),
        ("staff-augmentation", ("staff", "augmentation")),
        ("we don't direct", ("we", "don't", "direct")),
        ("we don’t direct", ("we", "don't", "direct")),
        ("the client's lead", ("the", "client", "lead")),
        ("the client’s lead", ("the", "client", "lead")),
        ("the clients' lead", ("the", "clients", "lead")),
        ("R&D for 5 %", ("r", "&", "d", "for", "5", "%")),
        ("Łódź: 3 équipes", ("łódź", "3", "équipes")),
        ("snake_case", ("snake", "case")),
        ("… — !", ()),
        ("", ()),
    ],
)
def test_a_text_is_split_into_words(text: str, words: tuple[str, ...]):
    assert lower(text) == words


def test_a_word_is_compared_under_one_spelling():
    assert lower("the Programme", programme="program") == ("the", "program")


def test_a_possessive_is_compared_under_one_spelling():
    assert fold_word("Programme’s", {"programme": "program"}) == "program"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one two", (0, 0)),
        ("one-two", (0, 0)),
        ("one / two", (0, 0)),
        ("one, two", (0, 1)),
        ("one (two) three", (0, 1, 1)),
        ("one. Two", (0, 2)),
        ("one; two: three", (0, 2, 2)),
        ("one … two", (0, 2)),
        ("Node.js", (0, 0)),
    ],
)
def test_it_is_known_what_stands_before_each_word(text: str, found: tuple[int, ...]):
    assert breaks(text) == found


@given(st.text(max_size=80))
def test_words_stand_where_they_are_said_to_stand(text: str):
    words = split_words(text, {})
    for word, start, end in zip(words.lower, words.starts, words.ends, strict=True):
        assert fold_word(text[start:end], {}) == word


@given(st.text(max_size=80))
def test_words_stand_in_order_and_do_not_overlap(text: str):
    words = split_words(text, {})
    borders = [at for pair in zip(words.starts, words.ends, strict=True) for at in pair]
    assert borders == sorted(borders)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))


@given(st.text(max_size=80))
def test_every_letter_and_digit_is_in_a_word(text: str):
    words = split_words(text, {})
    inside = {at for start, end in zip(words.starts, words.ends, strict=True) for at in range(start, end)}
    assert all(at in inside for at, char in enumerate(text) if char.isalnum())
