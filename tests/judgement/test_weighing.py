"""What a sentence says for each model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import sentence

from brieflint.judgement.weighing import dimension_of, gather_evidence, weigh_concerns, weigh_sentence
from brieflint.knowledge.guide import MODELS

NOTHING = dict.fromkeys(MODELS, 0.0)
CLASSES = {
    "ito": {"it_outsourcing"},
    "so": {"software_outsourcing"},
    "sa": {"staff_augmentation"},
    "dt": {"dedicated_team"},
    "sa_dt": {"staff_augmentation", "dedicated_team"},
    "so_ito": {"software_outsourcing", "it_outsourcing"},
    "not_sa": {"software_outsourcing", "it_outsourcing", "dedicated_team"},
}


@pytest.mark.parametrize("stance", CLASSES)
def test_a_sentence_speaks_for_the_models_of_its_class_alike(stance: str):
    weights = weigh_sentence(sentence(stance))
    most = max(weights.values())
    assert {model for model, weight in weights.items() if weight == pytest.approx(most)} == CLASSES[stance]


def test_a_neutral_sentence_speaks_for_none():
    assert weigh_sentence(sentence("neutral")) == NOTHING


def test_a_sentence_of_a_section_without_weight_says_nothing():
    assert weigh_sentence(sentence("sa", weight=0.0)) == NOTHING


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_sentence_of_a_lighter_section_says_less(weight: float, other: float):
    light, heavy = sorted((weight, other))
    assert (
        weigh_sentence(sentence("sa", weight=light))["staff_augmentation"]
        <= weigh_sentence(sentence("sa", weight=heavy))["staff_augmentation"]
    )


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_less_sure_sentence_says_less(sure: float, other: float):
    doubtful, certain = sorted((sure, other))
    assert (
        weigh_sentence(sentence("so", sure=doubtful))["software_outsourcing"]
        <= weigh_sentence(sentence("so", sure=certain))["software_outsourcing"]
    )


@pytest.mark.parametrize("effect", ["hypothetical", "past", "defined", "compared", "other_party", "quoted"])
def test_a_context_takes_weight_away(effect: str):
    muted = weigh_sentence(sentence("sa", context=frozenset({effect})))
    assert 0 <= muted["staff_augmentation"] < weigh_sentence(sentence("sa"))["staff_augmentation"]


def test_a_quotation_says_nothing():
    assert weigh_sentence(sentence("sa", context=frozenset({"quoted"}))) == NOTHING


def test_denial_is_left_to_the_reader():
    assert weigh_sentence(sentence("sa", context=frozenset({"negated"}))) == weigh_sentence(sentence("sa"))


def test_two_contexts_take_more_away_than_one():
    both, one = (
        weigh_sentence(sentence("sa", context=frozenset(effects)))["staff_augmentation"]
        for effects in ({"past", "hypothetical"}, {"past"})
    )
    assert both < one


def test_the_dimension_is_the_likeliest_one():
    assert dimension_of(sentence(dimensions={"people": 0.3, "direction": 0.5, "none": 0.2})) == "direction"


def test_evidence_stands_strongest_first():
    found = gather_evidence([sentence("sa", sure=0.6), sentence("so", sure=0.95), sentence("ito", sure=0.8)])
    assert [(item.sentence, item.model) for item in found] == [
        (1, "software_outsourcing"),
        (2, "it_outsourcing"),
        (0, "staff_augmentation"),
    ]


def test_evidence_as_strong_stands_in_reading_order():
    assert [item.sentence for item in gather_evidence([sentence("sa")] * 3)] == [0, 1, 2]


def test_evidence_names_its_dimension():
    assert [item.dimension for item in gather_evidence([sentence("sa", "direction")])] == ["direction"]


def test_sentences_that_say_nothing_are_no_evidence():
    assert gather_evidence([sentence("neutral"), sentence("sa", weight=0.0)]) == []


def shares(number: int, concern: str = "direction") -> float:
    return weigh_concerns([sentence("sa", "direction")] * number)[concern]["staff_augmentation"]


@given(st.integers(1, 30))
def test_each_further_sentence_of_a_concern_adds_less(number: int):
    before, here, after = shares(number - 1), shares(number), shares(number + 1)
    assert here >= before
    assert after - here <= here - before


def test_a_sentence_speaks_in_its_own_concern_only():
    assert shares(3, "commerce") == 0


def test_dimensions_of_one_concern_are_weighed_together():
    apart = weigh_concerns([sentence("sa", "direction"), sentence("sa", "leadership")])
    assert apart["direction"] == weigh_concerns([sentence("sa", "direction")] * 2)["direction"]


def test_sentences_for_all_models_alike_speak_for_none():
    found = weigh_concerns([sentence(stance, "direction") for stance in ("ito", "so", "sa", "dt")])
    assert found["direction"] == pytest.approx(NOTHING)


@given(
    st.lists(
        st.tuples(st.sampled_from(list(CLASSES)), st.sampled_from(["direction", "outcome", "pricing", "none"])), max_size=9
    )
)
def test_what_speaks_for_one_model_speaks_against_the_others(said: list[tuple[str, str]]):
    for weights in weigh_concerns([sentence(stance, dimension) for stance, dimension in said]).values():
        assert sum(weights.values()) == pytest.approx(0, abs=1e-9)
        assert all(-0.5 <= weight <= 1.5 for weight in weights.values())


@given(st.permutations([("sa", "direction"), ("so", "outcome"), ("ito", "outcome"), ("dt", "people"), ("sa", "tools")]))
def test_the_order_of_sentences_does_not_matter(said: list[tuple[str, str]]):
    found = weigh_concerns([sentence(stance, dimension) for stance, dimension in said])
    expected = weigh_concerns([sentence(stance, dimension) for stance, dimension in sorted(said)])
    assert all(found[concern] == pytest.approx(expected[concern]) for concern in expected)
