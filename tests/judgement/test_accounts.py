"""The account of a judgement says what the judgement says, and what moved it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import clear_brief, sentence

from brieflint.judgement.accounts import account, find_effects
from brieflint.judgement.described import UNCLEAR, describe

OBJECTS = [{}, {"software_build": 0.8, "not_a_purchase": 0.2}, {"goods": 0.9, "not_a_purchase": 0.1}]
SENTENCES = st.lists(
    st.builds(
        lambda stance, dimension, sure, weight, kind, objects: sentence(
            stance, dimension, sure=sure, weight=weight, kind=kind, objects=objects
        ),
        st.sampled_from(["ito", "so", "sa", "dt", "sa_dt", "so_ito", "neutral"]),
        st.sampled_from(["direction", "outcome", "scope", "integration", "pricing"]),
        st.floats(0.1, 1),
        st.floats(0, 1),
        st.sampled_from(["paragraph", "title"]),
        st.sampled_from(OBJECTS),
    ),
    max_size=12,
)
NAMED = st.sets(st.sampled_from(["it_outsourcing", "staff_augmentation", "outsourcing_unspecified"]))


@given(SENTENCES, NAMED)
def test_the_account_adds_up_to_the_judgement(sentences, named):
    told, found = describe(sentences, named), account(sentences, named)
    assert {model: found.scores[model] for model in told.scores} == pytest.approx(told.scores)
    best = max(found.chances, key=lambda model: found.chances[model])
    if best == "none" or found.chances[best] >= UNCLEAR:
        assert (best, found.chances[best]) == (told.model, pytest.approx(told.confidence))
    else:
        assert (told.model, told.reason) == ("none", "unclear")


@given(SENTENCES, NAMED)
def test_the_probabilities_of_an_account_add_up_to_one(sentences, named):
    assert sum(account(sentences, named).chances.values()) == pytest.approx(1)


def test_a_sentence_for_the_model_moves_towards_it_and_one_against_it_away():
    brief = [*clear_brief("staff_augmentation", 1), sentence("ito", "direction"), sentence()]
    effects = find_effects(brief, (), "staff_augmentation", [0, len(brief) - 2])
    assert effects[0] > 0 > effects[len(brief) - 2]


def test_effects_are_found_for_the_sentences_asked_for_only():
    assert set(find_effects(clear_brief("dedicated_team"), (), "dedicated_team", [3, 1])) == {1, 3}


def test_a_single_sentence_has_an_effect():
    assert find_effects([sentence("sa", "direction")], (), "staff_augmentation", [0])[0] > 0
