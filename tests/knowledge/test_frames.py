"""The small language of frames, one construct each."""

from dataclasses import replace
from gc import collect
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frames import GAP
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import FrameError, Grammar, parse_frame
from brieflint.knowledge.patterns import Group
from brieflint.knowledge.words import split_words

GROUPS = {
    "lead": Group(about="who leads", phrases=("tech lead", "CTO", "head of engineering")),
    "person": Group(about="people", phrases=("developer(s)", "tester")),
}
SPELLINGS = {"centre": "center", "center": "center"}
GRAMMAR = Grammar(GROUPS, SPELLINGS)


def found(frame: str, text: str) -> str | None:
    match = next(FrameSet([("key", frame)], GRAMMAR).find(split_words(text, SPELLINGS)), None)
    return text[match.start : match.end] if match else None


@pytest.mark.parametrize(
    ("frame", "text", "expected"),
    [
        ("daily direction", "They take Daily  Direction from us", "Daily  Direction"),
        ("daily direction", "no direction, daily", None),
        ("stand up", "the stand-up is at nine", "stand-up"),
        ("direct*", "she directs them", "directs"),
        ("service level(s)", "one service level", "service level"),
        ("service level(s)", "two service levels", "service levels"),
        ("our {lead}", "ask our head of engineering first", "our head of engineering"),
        ("{lead} directs", "the CTO's directs", "CTO's directs"),
        ("(day|hourly) rate", "an hourly rate", "hourly rate"),
        ("[senior] developer", "a senior developer", "senior developer"),
        ("[senior] developer", "a developer", "developer"),
        ("({lead} of|nobody) here", "our head of engineering of here", "head of engineering of here"),
        ("{lead} ... {person}", "our tech lead directs all the developers", "tech lead directs all the developers"),
        ("{lead} ... {person}", "our tech lead is away. A developer waits", None),
        ("data centre", "a data center in Oslo", "data center"),
        ("up to $", "up to $ 500", "up to $"),
    ],
)
def test_a_construct_matches_what_it_says(frame: str, text: str, expected: str | None):
    assert found(frame, text) == expected


def test_a_gap_stands_for_a_bounded_number_of_words():
    inside = " ".join(["word"] * GAP)
    assert found("our ... lead", f"our {inside} lead")
    assert not found("our ... lead", f"our {inside} word lead")


@pytest.mark.parametrize("frame", ["", "...", "(a|b", "{nobody}", "... lead", "[a]", "a | b"])
def test_a_broken_frame_says_so(frame: str):
    with pytest.raises(FrameError):
        parse_frame(frame, GRAMMAR)


@given(st.text(alphabet="ab .,;-", max_size=60))
def test_the_index_of_first_words_loses_no_match(text: str):
    """A frame with an index gives the same as one that must be tried everywhere."""
    words = split_words(text, {})
    indexed = [(m.first, m.last) for m in FrameSet([("k", "a b")], Grammar({}, {})).find(words)]
    free = [(m.first, m.last) for m in FrameSet([("k", "(a|zz*) b")], Grammar({}, {})).find(words)]
    assert indexed == free


@given(st.text(alphabet="abc ", max_size=40))
def test_only_the_keys_that_are_wanted_are_looked_for(text: str):
    words = split_words(text, {})
    frames = FrameSet([("one", "a b"), ("two", "b [a] c"), ("three", "c*")], Grammar({}, {}))
    assert frames.keys(words, among={"one", "three"}) == frames.keys(words) - {"two"}


def test_a_grammar_is_kept_no_longer_than_its_patterns():
    patterns = replace(load_knowledge(), terms=())
    grammar = ref(Grammar.of(patterns))
    assert Grammar.of(patterns) is grammar()
    del patterns
    collect()
    assert grammar() is None
