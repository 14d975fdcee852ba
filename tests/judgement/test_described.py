"""Which model a brief describes, or why none."""

import pytest
from readings import clear_brief, sentence

from brieflint.judgement.described import describe
from brieflint.knowledge.guide import MODELS

FOREIGN = {"goods": 0.97, "not_a_purchase": 0.02, "software_build": 0.01}


@pytest.mark.parametrize("model", MODELS)
def test_a_brief_that_speaks_for_one_model_in_every_respect_describes_it(model: str):
    described = describe(clear_brief(model))
    assert (described.model, described.reason) == (model, None)


@pytest.mark.parametrize("model", MODELS)
def test_the_name_does_not_outweigh_clear_substance(model: str):
    other = MODELS[(MODELS.index(model) + 1) % 4]
    assert describe(clear_brief(model, times=4), {other}).model == model


@pytest.mark.parametrize("model", MODELS)
def test_the_described_model_has_the_highest_score(model: str):
    scores = describe(clear_brief(model)).scores
    assert set(scores) == set(MODELS)
    assert max(scores, key=lambda name: scores[name]) == model


def test_a_brief_without_sentences_describes_nothing_and_is_too_thin():
    described = describe([])
    assert (described.model, described.reason) == ("none", "too_thin")


def test_a_brief_of_neutral_sentences_is_too_thin():
    described = describe([sentence("neutral")] * 3)
    assert (described.model, described.reason) == ("none", "too_thin")


def test_sections_without_weight_describe_nothing():
    assert describe(clear_brief("staff_augmentation", weight=0.0)).model == "none"


def test_a_brief_that_buys_something_foreign_is_out_of_scope():
    title = sentence(kind="title", objects=FOREIGN)
    lines = [sentence(objects=FOREIGN)] * 6
    described = describe([title, *lines])
    assert (described.model, described.reason) == ("none", "out_of_scope")


@pytest.mark.parametrize(
    "sentences", [[], [sentence("neutral")], clear_brief("dedicated_team")], ids=["empty", "neutral", "clear"]
)
def test_confidence_is_a_probability(sentences: list):
    assert 0 < describe(sentences).confidence <= 1


def test_more_of_the_same_makes_it_surer():
    little, more = (describe(clear_brief("software_outsourcing", times)).confidence for times in (1, 3))
    assert little < more


def test_contradictory_substance_is_less_sure():
    clear = clear_brief("staff_augmentation")
    mixed = [*clear, *clear_brief("software_outsourcing")]
    assert describe(mixed).confidence < describe(clear).confidence
