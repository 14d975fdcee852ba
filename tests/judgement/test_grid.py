"""The accountability grid: five rows, filled with the sentences of the brief."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.judgement.grid import fill_grid
from brieflint.judgement.verdict import Evidence
from brieflint.knowledge.guide import MODELS, ROWS

EMPTY = dict.fromkeys(ROWS)


def evidence(dimension: str, model: str, strength: float, sentence: int = 0) -> Evidence:
    return Evidence(sentence=sentence, dimension=dimension, model=model, strength=strength)


def test_nothing_said_is_nothing_stated():
    assert fill_grid([]) == EMPTY


@pytest.mark.parametrize(
    ("dimension", "row"),
    [
        ("defines", "defines_work"),
        ("scope", "defines_work"),
        ("direction", "manages_people"),
        ("people", "manages_people"),
        ("leadership", "manages_people"),
        ("outcome", "owns_outcome"),
        ("change", "handles_change"),
        ("quality", "holds_quality_risk"),
        ("service_levels", "holds_quality_risk"),
    ],
)
def test_a_sentence_fills_the_row_of_its_dimension(dimension: str, row: str):
    grid = fill_grid([evidence(dimension, "staff_augmentation", 0.7)])
    assert {name for name, cell in grid.items() if cell} == {row}


@pytest.mark.parametrize("dimension", ["none", "pricing", "duration", "tools", "integration"])
def test_a_sentence_of_another_dimension_fills_no_row(dimension: str):
    assert fill_grid([evidence(dimension, "staff_augmentation", 0.7)]) == EMPTY


def test_a_cell_rests_on_the_strongest_sentence():
    strong, weak = evidence("outcome", "staff_augmentation", 0.7, 4), evidence("outcome", "staff_augmentation", 0.5, 2)
    cell = fill_grid([strong, weak])["owns_outcome"]
    assert cell
    assert (cell.model, cell.evidence, cell.against) == ("staff_augmentation", strong, None)


def test_a_weak_sentence_states_nothing():
    assert fill_grid([evidence("outcome", "staff_augmentation", 0.01)]) == EMPTY


def test_two_sentences_that_disagree_are_both_shown():
    own, against = evidence("outcome", "staff_augmentation", 0.7, 1), evidence("outcome", "software_outsourcing", 0.65, 2)
    cell = fill_grid([own, against])["owns_outcome"]
    assert cell
    assert (cell.evidence, cell.against) == (own, against)


def test_a_much_weaker_sentence_for_another_model_is_not_shown():
    cell = fill_grid([evidence("outcome", "staff_augmentation", 0.7), evidence("outcome", "software_outsourcing", 0.2)])[
        "owns_outcome"
    ]
    assert cell
    assert cell.against is None


def test_the_model_with_most_behind_it_wins_and_the_single_voice_is_shown_against_it():
    loud = evidence("change", "software_outsourcing", 0.7, 1)
    others = [evidence("change", "dedicated_team", 0.6, number) for number in (2, 3)]
    cell = fill_grid([loud, *others])["handles_change"]
    assert cell
    assert (cell.model, cell.evidence, cell.against) == ("dedicated_team", others[0], loud)


def test_rows_do_not_disagree_with_each_other():
    grid = fill_grid([evidence("outcome", "staff_augmentation", 0.7), evidence("change", "software_outsourcing", 0.7)])
    assert [cell.against for cell in grid.values() if cell] == [None, None]


said = st.builds(
    evidence,
    st.sampled_from(["defines", "people", "outcome", "change", "quality", "none"]),
    st.sampled_from(MODELS),
    st.floats(0, 1),
    st.integers(0, 9),
)


@given(st.lists(said, max_size=12))
def test_a_cell_shows_what_it_says(found: list[Evidence]):
    found.sort(key=lambda item: -item.strength)
    grid = fill_grid(found)
    assert tuple(grid) == ROWS
    for cell in filter(None, grid.values()):
        assert cell.evidence.model == cell.model
        assert cell.evidence in found
        assert cell.against is None or cell.against.model != cell.model
