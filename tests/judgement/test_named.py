"""Which terms name the work, and which are only mentioned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import mention, reading, sentence

from brieflint.judgement.named import applied_probability, find_doubt, find_named
from brieflint.language.reading import Mention, Sentence

DENIALS = ["negated", "rejected", "past", "other_party", "compared", "defined", "quoted", "hypothetical"]


def named(*mentions: Mention, said: tuple[Sentence, ...] = ()) -> list[str]:
    sentences = said or (sentence(),) * (1 + max(one.sentence for one in mentions))
    return [one.model for one in find_named(reading(*sentences, mentions=mentions))]


def test_a_term_that_is_surely_applied_names_the_work():
    assert named(mention("it_outsourcing", 0.97)) == ["it_outsourcing"]


def test_a_term_that_is_hardly_applied_does_not():
    assert named(mention("it_outsourcing", 0.02)) == []


@pytest.mark.parametrize("effect", DENIALS)
def test_a_term_that_is_denied_past_or_somebody_elses_does_not_name_the_work(effect: str):
    assert named(mention("it_outsourcing", 0.99, context=frozenset({effect}))) == []


@pytest.mark.parametrize("effect", DENIALS)
def test_a_title_cannot_name_what_it_denies(effect: str):
    assert named(mention(applied=0.99, context=frozenset({effect})), said=(sentence(kind="title"),)) == []


def test_a_title_leans_towards_naming():
    assert named(mention(applied=0.3)) == []
    assert named(mention(applied=0.3), said=(sentence(kind="title"),)) == ["it_outsourcing"]


def test_a_term_in_a_section_that_cannot_name_does_not_name_even_in_a_title():
    assert named(mention(applied=0.0), said=(sentence(kind="title"),)) == []


def test_a_term_that_is_asked_for_needs_less():
    assert named(mention(applied=0.4)) == []
    assert named(mention(applied=0.4, requested=True)) == ["it_outsourcing"]


def test_an_ambiguous_term_names_a_model_only_beside_a_surer_one():
    ambiguous = mention(applied=0.97, strength="ambiguous")
    assert named(ambiguous) == []
    assert named(ambiguous, mention(applied=0.8, sentence=1)) == ["it_outsourcing"] * 2


def test_a_model_that_is_named_already_needs_less_where_it_is_repeated():
    sure, likely = mention("it_outsourcing", 0.97), mention("it_outsourcing", 0.45, sentence=1)
    assert named(likely) == []
    assert named(sure, likely) == ["it_outsourcing"] * 2


def test_a_named_model_does_not_help_another():
    assert named(mention("it_outsourcing", 0.97), mention("dedicated_team", 0.45, sentence=1)) == ["it_outsourcing"]


def test_names_stand_in_reading_order():
    assert named(mention("dedicated_team", 0.9), mention("it_outsourcing", 0.99, sentence=1)) == [
        "dedicated_team",
        "it_outsourcing",
    ]


def test_a_list_of_three_models_in_one_sentence_names_none():
    models = ("dedicated_team", "it_outsourcing", "staff_augmentation")
    assert named(*(mention(model, 0.97) for model in models)) == []
    assert named(*(mention(model, 0.97, sentence=number) for number, model in enumerate(models))) == list(models)


@pytest.mark.parametrize(
    ("line", "ticked"),
    [("[x] label", True), ("[ ] label", False), ("☒ label", True), ("☐ label", False), ("[x] advice [ ] label", False)],
)
def test_a_box_names_the_work_when_it_is_ticked(line: str, ticked: bool):
    found = named(mention(applied=0.95), said=(sentence(text=line),))
    assert found == (["it_outsourcing"] if ticked else [])


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["title", "heading", "field", "paragraph", "cell"]))
def test_the_surer_the_use_the_surer_the_name(applied: float, other: float, kind: str):
    low, high = (
        applied_probability(one, reading(sentence(kind=kind), mentions=(one,)))
        for one in (mention(applied=value) for value in sorted((applied, other)))
    )
    assert 0 <= low <= high <= 1


def test_a_reading_without_terms_names_nothing():
    assert find_named(reading(sentence())) == ()


@pytest.mark.parametrize(
    ("changes", "text", "doubt"),
    [
        ({"applied": 0.0}, "The label.", "section"),
        ({"context": frozenset({"negated"})}, "No label.", "context"),
        ({}, "[ ] label", "unticked"),
        ({}, "The label.", None),
    ],
)
def test_a_term_that_cannot_name_the_work_has_a_reason(changes: dict, text: str, doubt: str | None):
    one = mention(**changes)
    assert find_doubt(one, reading(sentence(text=text), mentions=(one,))) == doubt


def test_a_term_on_a_menu_is_doubted():
    models = ("it_outsourcing", "staff_augmentation", "dedicated_team")
    menu = tuple(mention(model) for model in models)
    assert find_doubt(menu[0], reading(sentence(), mentions=menu)) == "menu"
