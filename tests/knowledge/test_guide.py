"""The guide as data is whole, cited, and says how far the guide itself goes."""

import pytest

from brieflint.knowledge.guide import MODELS, ROWS, Model, Row
from brieflint.knowledge.patterns import Patterns

LAST_LINE = 119


@pytest.mark.parametrize("row", ROWS)
def test_the_it_outsourcing_cell_of_each_row_is_the_guides_own(patterns: Patterns, row: Row):
    cell = patterns.guide.row(row).cells["it_outsourcing"]
    assert cell.origin == "guide"
    assert cell.lines


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("model", ["software_outsourcing", "staff_augmentation", "dedicated_team"])
def test_the_lost_cells_are_marked_as_not_the_guides(patterns: Patterns, row: Row, model: Model):
    assert patterns.guide.row(row).cells[model].origin != "guide"


def test_what_the_guide_lacks_for_the_dedicated_team_is_marked(patterns: Patterns):
    team = patterns.guide.models["dedicated_team"]
    assert all(statement.origin != "guide" for statement in (*team.examples, *team.not_right_when))


def test_three_pairs_are_the_guides_and_nine_are_derived(patterns: Patterns):
    own = {(pair.named, pair.described) for pair in patterns.guide.pairs if pair.mislabelling}
    assert own == {
        ("it_outsourcing", "staff_augmentation"),
        ("staff_augmentation", "software_outsourcing"),
        ("staff_augmentation", "it_outsourcing"),
    }
    assert len(patterns.guide.pairs) == 12


def test_the_fix_for_a_project_called_staff_augmentation_has_two_branches(patterns: Patterns):
    m2 = next(entry for entry in patterns.guide.mislabellings if entry.id == "M2")
    assert {branch.model for branch in m2.branches} == {"software_outsourcing", "staff_augmentation"}
    assert m2.decides.endswith("?")


def test_every_statement_cites_lines_of_the_guide_or_is_ours(patterns: Patterns):
    guide = patterns.guide
    statements = [
        guide.causal_chain,
        *guide.staff_augmentation_or_dedicated_team,
        *(cell for row in guide.grid for cell in row.cells.values()),
        *(part for pair in guide.pairs for part in (pair.happens, pair.fix)),
        *(part for model in MODELS for part in (guide.models[model].definition, *guide.models[model].not_right_when)),
    ]
    for statement in statements:
        assert statement.lines or statement.origin == "ours", statement
        assert all(1 <= line <= LAST_LINE for line in statement.lines)


def test_figures_are_attributed_to_one_vendor(patterns: Patterns):
    assert all("vendor" in figure.text for figure in patterns.guide.figures)


def test_the_authors_interest_is_told(patterns: Patterns):
    assert "software outsourcing" in patterns.guide.source.interest
    assert "staff augmentation" in patterns.guide.source.interest
