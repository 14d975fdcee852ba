"""The five questions as votes, answered by people or by a brief."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.choosing.as_text import write_ballot
from brieflint.choosing.ballot import open_ballot, read_ballot
from brieflint.choosing.votes import choices, count_votes
from brieflint.documents import read_bytes
from brieflint.grounds import Grounds
from brieflint.judged import judge_document, judge_path
from brieflint.knowledge.artefact import load_knowledge

GUIDE = load_knowledge().guide
PEOPLE = {"q1": "no", "q2": "no", "q3": "yes", "q4": "yes", "q5": "yes"}


def answers_of(text: str) -> dict[str, str]:
    document = read_bytes(text.encode(), "brief.txt")
    return read_ballot(judge_document(document, Grounds()), GUIDE).answers


def test_answers_are_votes():
    tally = count_votes(PEOPLE, GUIDE)
    assert tally.leading == ("staff_augmentation",)
    assert tally.votes["staff_augmentation"] == ("q2", "q3", "q4", "q5")


def test_short_work_with_an_open_scope_is_a_question_and_no_model():
    tally = count_votes(PEOPLE | {"q4": "no"}, GUIDE)
    assert tally.leading == ()
    assert "discovery phase" in write_ballot(open_ballot(GUIDE).with_answers(PEOPLE | {"q4": "no"}), tally, GUIDE)


def test_a_settled_scope_and_control_of_every_sprint_are_shown_as_a_conflict():
    tally = count_votes({"q2": "yes", "q5": "yes"}, GUIDE)
    assert [conflict.id for conflict in tally.conflicts] == ["x5"]


def test_nobody_is_promised_that_a_dedicated_team_needs_no_effort():
    given_answers = {"q3": "no", "q5": "partly"}
    text = write_ballot(open_ballot(GUIDE).with_answers(given_answers), count_votes(given_answers, GUIDE), GUIDE)
    assert "negligible" not in text
    assert "the buyer still sets the priorities" in " ".join(text.split())


def test_level_votes_name_all_that_are_level():
    assert count_votes({"q2": "no"}, GUIDE).leading == ("staff_augmentation", "dedicated_team")


def test_no_answer_names_no_model():
    assert count_votes({}, GUIDE).leading == ()


@given(answers=st.fixed_dictionaries({}, optional={q.id: st.sampled_from(choices(q)) for q in GUIDE.questions}))
def test_every_conflict_between_answers_is_written(answers):
    tally = count_votes(answers, GUIDE)
    text = " ".join(write_ballot(open_ballot(GUIDE).with_answers(answers), tally, GUIDE).split())
    assert all(" ".join(conflict.text.split()) in text for conflict in (*tally.conflicts, *tally.notes))
    assert len(tally.unanswered) == 5 - len(answers)


def test_a_brief_answers_with_its_own_sentences(root):
    ballot = read_ballot(judge_path(str(root / "examples" / "rfp.docx.txt")), GUIDE)
    assert {name: ballot.answers[name] for name in ("q2", "q3", "q5")} == {"q2": "no", "q3": "yes", "q5": "yes"}
    quotes = {line.question.id: line.quotes for line in ballot.lines}
    assert quotes["q3"][0][1] == "section 3, line 16"


def test_a_clause_about_rights_does_not_answer_the_fifth_question():
    text = "Request for developers\n\nAll intellectual property in the code is ours. We own the code that is written.\n"
    assert "q5" not in answers_of(text)


@pytest.mark.parametrize(("length", "answer"), [("twelve months", "yes"), ("six weeks", "no")])
def test_the_length_of_the_work_answers_the_fourth_question(length: str, answer: str):
    assert answers_of(f"Request for developers\n\nThe contract runs for {length}.\n")["q4"] == answer


def test_lots_are_chosen_for_one_at_a_time(root):
    brief = judge_path(str(root / "examples" / "two-lots.txt"))
    assert read_ballot(brief, GUIDE).answers == {}
    assert len(read_ballot(brief, GUIDE).lots) == 2
    assert read_ballot(brief, GUIDE, lot=2).answers["q1"] == "no"


def test_what_people_say_counts_and_a_difference_is_shown(root):
    ballot = read_ballot(judge_path(str(root / "examples" / "rfp.docx.txt")), GUIDE).with_answers({"q3": "no"})
    assert ballot.answers["q3"] == "no"
    assert "may read the brief as yes" in " ".join(write_ballot(ballot, count_votes(ballot.answers, GUIDE), GUIDE).split())


def test_a_scrap_of_a_list_answers_nothing():
    text = "Request for a managed service\n\nPlease send:\n\n- references;\n- team;\n- price.\n"
    assert "q1" not in answers_of(text)
