"""Briefs with lots as drafts: what holds for all lots once, and a schedule for each."""

from pathlib import Path

import pytest

from brieflint.documents.document import Document
from brieflint.drafting import draft
from brieflint.judged import JudgedBrief, judge_path
from brieflint.knowledge.artefact import load_knowledge
from brieflint.signs import printable
from brieflint.writing.schedules import Schedules, gather_schedules

SHARED = """

TERMS FOR BOTH LOTS

Everything that is written belongs to the University, and everybody signs a confidentiality statement.
"""


@pytest.fixture(scope="module")
def brief(root: Path, tmp_path_factory: pytest.TempPathFactory) -> JudgedBrief:
    text = (root / "examples" / "two-lots.txt").read_text()
    opening, _, lots = text.partition("LOT 1")
    path = tmp_path_factory.mktemp("lots") / "lots.txt"
    path.write_text(f"{opening}{SHARED.strip()}\n\nLOT 1{lots}")
    return judge_path(str(path))


@pytest.fixture(scope="module")
def schedules(brief: JudgedBrief) -> Schedules:
    return gather_schedules(brief.document, brief.reading, brief.verdict, load_knowledge())


def test_each_lot_has_a_schedule_under_its_own_model(schedules: Schedules):
    assert [schedule.draft.model.name for schedule in schedules.schedules] == ["IT outsourcing", "staff augmentation"]


def test_a_lot_quotes_only_itself(schedules: Schedules):
    for number, schedule in enumerate(schedules.schedules, 1):
        places = [quote.place for answer in schedule.draft.answers for quote in answer.quotes]
        assert places
        assert all(place.startswith(f"lot {number}") for place in places)


def test_a_lot_has_its_own_facts(schedules: Schedules):
    stated = [
        {text for answer in schedule.draft.answers for entry in answer.stated for text in entry.texts}
        for schedule in schedules.schedules
    ]
    assert {"99.7 %", "36 months"} <= stated[0]
    assert {"1 × senior Java developer", "Spring Boot"} <= stated[1]
    assert not stated[0] & stated[1]


def test_what_holds_for_all_lots_is_told_once_and_not_asked(schedules: Schedules, brief: JudgedBrief):
    clause = "Everything that is written belongs to the University, and everybody signs a confidentiality statement."
    assert [quote.text for shared in schedules.shared for quote in shared.quotes].count(clause) == 1
    (rights,) = [answer for answer in schedules.schedules[1].draft.answers if answer.slot.id == "ip"]
    assert rights.shared
    text = draft(brief.document.path)
    assert text.count(printable(clause)) == 1
    assert 'See "For all lots" above.' in text


def test_every_quotation_stands_in_the_brief(schedules: Schedules, brief: JudgedBrief):
    document: Document = brief.document
    text = printable(document.text)
    quotes = [quote for schedule in schedules.schedules for answer in schedule.draft.answers for quote in answer.quotes]
    assert [quote.text for quote in quotes if quote.text not in text and "[" not in quote.text] == []
