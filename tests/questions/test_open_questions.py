"""The open questions: which, where, to whom, and in formats that nothing can break out of."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import MISLABELLED

from brieflint.documents import read_bytes
from brieflint.grounds import Grounds
from brieflint.judged import judge_document, judge_path
from brieflint.knowledge.artefact import load_knowledge
from brieflint.questions.asking import MOST, OpenQuestion, find_open_questions, tells_place
from brieflint.questions.formats import COLUMNS, NONE_OPEN, to_csv, to_markdown, to_text
from brieflint.questions.workbook import to_xlsx


def ask(text: str) -> tuple[OpenQuestion, ...]:
    document = read_bytes(text.encode(), "brief.txt")
    return find_open_questions(judge_document(document, Grounds()), load_knowledge())


def test_a_mislabelled_brief_is_first_asked_what_decides():
    first = ask(MISLABELLED)[0]
    assert first.text == "Does your own technical lead direct the people every day?"
    assert (first.place, first.quote) == ("line 1", "IT outsourcing")


@pytest.mark.parametrize("name", ["rfp.docx.txt", "two-lots.txt", "too-thin.txt", "it-outsourcing.txt", "laptops.txt"])
def test_there_are_never_more_than_five(root, name: str):
    assert len(find_open_questions(judge_path(str(root / "examples" / name)), load_knowledge())) <= MOST


def test_a_brief_that_buys_none_of_the_four_is_asked_nothing(root):
    assert find_open_questions(judge_path(str(root / "examples" / "laptops.txt")), load_knowledge()) == ()


def test_places_are_in_the_numbering_of_the_document(root):
    asked = find_open_questions(judge_path(str(root / "examples" / "it-outsourcing.txt")), load_knowledge())
    assert all(question.place.startswith("section ") for question in asked)


def test_legal_matters_go_to_legal():
    slots = {slot.id: slot.to for checklist in load_knowledge().checklists for slot in checklist.slots}
    assert (slots["ip"], slots["price"], slots["role"]) == ("legal", "procurement", "hiring_manager")


def test_the_questions_of_lots_come_in_turn(root):
    asked = find_open_questions(judge_path(str(root / "examples" / "two-lots.txt")), load_knowledge())
    assert [question.lot[:5] for question in asked] == ["LOT 1", "LOT 2", "LOT 1", "LOT 2", "LOT 1"]


def test_nothing_to_ask_is_said():
    assert to_text(()) == to_markdown(()) == NONE_OPEN + "\n"


HOSTILE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '"=1', "a|b", "\n=1", "＝1", "\u200b=1"]),
)


def question(words: str) -> OpenQuestion:
    return OpenQuestion(text=words or "Who?", to="legal", why=words, place=words, quote=words)


@given(words=HOSTILE)
@settings(max_examples=200, deadline=None)
def test_no_cell_of_a_csv_file_is_a_formula(words: str):
    rows = list(csv.reader(StringIO(to_csv([question(words)]))))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in rows[1])


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "plain"])
def test_no_cell_of_a_workbook_is_a_formula(words: str):
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(to_xlsx([question(words)]))).active
    assert [cell.data_type for cell in sheet[2] if cell.value] == ["s"] * 6
    assert not any(str(cell.value).startswith(("=", "+", "-", "@")) for cell in sheet[2])


def test_a_workbook_is_the_same_for_the_same_questions():
    assert to_xlsx([question("Who?")]) == to_xlsx([question("Who?")])


def test_a_sign_that_no_workbook_can_hold_is_left_out():
    assert to_xlsx([question("a\x00b\x1bc")])


@given(words=HOSTILE)
@settings(max_examples=100, deadline=None)
def test_a_row_of_the_markdown_table_stays_a_row(words: str):
    lines = to_markdown([question(words)]).rstrip("\n").split("\n")
    assert len(lines) == 3
    assert lines[2].replace("\\\\", "").replace("\\|", "").count("|") == len(COLUMNS) + 1


TESTERS = """Staff augmentation for the test desk

Three test engineers join our team and work in our sprints. They use our Jira, TestRail and device lab.
Our technical lead assigns their tasks every morning and gives them direction day by day.
We remain responsible for every release. We pay a monthly rate per person on signed timesheets.
"""


def test_what_a_fact_answers_is_not_asked():
    asked = [question.text for question in ask(TESTERS)]
    assert "Which languages, frameworks and platforms should the person know?" not in asked
    assert "Which level of seniority or experience does each role need?" in asked


def test_why_begins_in_small_letters():
    rule = next(rule for rule in load_knowledge().rules if rule.id == "so-called-sa")
    assert ask(rule.examples.bad[0])[0].why == "a software project called staff augmentation"


@pytest.mark.parametrize(("words", "enough"), [("10%", False), ("Senior testers", False), ("We pay a monthly rate.", True)])
def test_a_scrap_is_no_place_for_a_question(words: str, enough: bool):
    assert tells_place(words) == enough
