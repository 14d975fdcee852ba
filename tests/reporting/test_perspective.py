"""Who a report is told to, and in which words."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from brieflint.cli import main
from brieflint.knowledge.artefact import load_knowledge
from brieflint.linting.report import BriefReport, Report
from brieflint.reporting.as_json import write_json
from brieflint.reporting.as_text import write_text
from brieflint.reporting.comparison import find_asked, find_tables
from brieflint.reporting.perspective import address, choose, find_open_questions, find_situation
from brieflint.reporting.view import View
from tests.samples import MISLABELLED

GUIDE = load_knowledge().guide
OFFER = """Proposal: staff augmentation for the booking portal

We are pleased to offer you the portal for a fixed price of 80,000 euros.
We build what your specification describes, and our project manager leads our developers.
We are responsible for the delivery until you have accepted it, and repair every defect under warranty.
Each change is priced by a change request. The work ends with your acceptance.
"""
POLICY = """Policy on external capacity

Definitions

Staff augmentation means that people from a supplier join our team and our technical lead directs them every day.

Managed service means that a supplier's engineers work in our sprints and our lead assigns their tasks every morning.
"""


@pytest.fixture(scope="module")
def brief(check) -> BriefReport:
    return check(MISLABELLED)


@pytest.fixture(scope="module")
def offer(check) -> BriefReport:
    return check(OFFER)


@pytest.fixture(scope="module")
def policy(check) -> BriefReport:
    return check(POLICY)


def view(reader=None) -> View:
    return View(guide=GUIDE, reader=reader)


def only(report: Report) -> BriefReport:
    (brief,) = report.checked
    return brief


def told_to(reader, brief: BriefReport) -> BriefReport:
    return only(address(Report(briefs=(brief,)), view(reader)))


def test_a_brief_is_told_to_its_buyer(brief):
    assert choose(brief, view()).id == "buyer"


def test_a_proposal_is_told_to_an_evaluator_and_this_is_said(offer):
    assert choose(offer, view()).id == "evaluator"
    assert "told to    an evaluator of proposals, since it opens like a proposal" in write_text(Report(briefs=(offer,)), view())


@pytest.mark.parametrize(
    "opening",
    [
        "Request for proposals: a booking portal",
        "Invitation to tender\n\nProposals are to be submitted by Friday.",
        "Subject: we need an offer for two developers",
        "Proposal due: 3 March",
    ],
)
def test_a_brief_that_speaks_of_proposals_is_no_proposal(check, opening):
    assert choose(check(f"{opening}\n\nOur lead directs the developers every day.\n"), view()).id == "buyer"


def test_the_reader_that_is_asked_for_outranks_the_guess(offer):
    assert choose(offer, view("buyer")).id == "buyer"


def test_for_the_buyer_nothing_is_reworded(brief):
    report = Report(briefs=(brief,))
    assert address(report, view("buyer")) == report


@pytest.mark.parametrize("reader", ["bidder", "evaluator"])
def test_nobody_else_is_spoken_to_as_if_the_brief_were_theirs(reader, brief):
    finding = told_to(reader, brief).findings[0]
    assert finding.kind == "mislabelling"
    for text in (finding.message, finding.happens):
        assert "your" not in text.lower()
    assert finding.message != brief.findings[0].message


def test_a_bidder_gets_a_neutral_question_with_both_models_and_the_places(brief):
    finding = told_to("bidder", brief).findings[0]
    assert finding.fix
    assert finding.fix.text.endswith('for IT outsourcing or for staff augmentation?"')
    assert "(line 4" in finding.fix.text
    assert finding.fix.replacement is None


def test_a_bidder_is_told_what_the_buyer_probably_means(brief):
    assert "The buyer probably means staff augmentation." in told_to("bidder", brief).findings[0].message


def test_what_others_read_corrects_no_title(brief):
    assert brief.title
    assert told_to("bidder", brief).title is None


def test_where_a_finding_stands_and_how_much_it_weighs_is_the_same_for_everybody(brief):
    for told, own in zip(told_to("evaluator", brief).findings, brief.findings, strict=True):
        assert (told.rule, told.severity, told.spot, told.evidence) == (own.rule, own.severity, own.spot, own.evidence)


def test_a_policy_gets_no_verdict(policy):
    told = told_to("policy", policy)
    assert not told.findings
    assert Report(briefs=(replace(told, fail_on="advice"),)).exit_code() == 0
    assert "describes" not in write_text(Report(briefs=(policy,)), view("policy"))


def test_the_words_of_a_policy_are_checked_against_the_guide(policy):
    words, _ = find_tables(policy, Report(briefs=(policy,)), view("policy"))
    checked = {row[0]: row[-1] for row in words.rows}
    assert checked["staff augmentation"] == "It goes with the guide."
    assert checked["IT outsourcing"] == "A reader may take these words for staff augmentation."
    assert checked["dedicated team"].startswith("Readers may each bring their own meaning.")


def test_a_policy_gets_a_table_of_which_need_goes_where(policy):
    _, routes = find_tables(policy, Report(briefs=(policy,)), view("policy"))
    assert {row[1] for row in routes.rows} == {entry.name for entry in GUIDE.models.values()}


def test_an_evaluator_sees_what_was_asked_beside_what_is_offered(brief, offer):
    report = Report(briefs=(brief, replace(offer, path="offer.txt")))
    (table,) = find_tables(report.checked[1], report, view())
    assert table.rows[0] == ("Model", "staff augmentation", "software outsourcing", "no")
    assert [row[0] for row in table.rows[1:]] == [row.question for row in GUIDE.grid]


def test_of_two_briefs_neither_is_what_was_asked(brief):
    assert find_asked(Report(briefs=(brief, replace(brief, path="other.txt"))), view()) is None


def test_an_evaluator_takes_the_first_brief_for_what_was_asked(brief):
    report = Report(briefs=(brief, replace(brief, path="other.txt")))
    assert find_asked(report, view("evaluator")) == brief


def test_the_open_questions_of_a_brief_go_to_those_who_can_answer(brief):
    asked = {entry.question: entry.to for entry in find_open_questions(brief, view())}
    assert asked["Does your own technical lead direct the people every day?"] == "the hiring manager or product lead"
    assert asked[GUIDE.models["staff_augmentation"].legal] == "legal counsel"


def test_a_bidder_asks_the_buyer_and_leaves_the_buyers_counsel_alone(brief):
    asked = find_open_questions(brief, view("bidder"))
    assert {entry.to for entry in asked} == {"the buyer, in the public questions and answers"}
    assert GUIDE.models["staff_augmentation"].legal not in {entry.question for entry in asked}


def test_an_evaluator_asks_the_bidder_only_what_a_bidder_can_answer(offer):
    rows = {row.question for row in GUIDE.grid}
    assert {entry.question for entry in find_open_questions(offer, view("evaluator"))} <= rows


def test_a_row_that_is_not_stated_is_an_open_question(brief):
    open_rows = {row.question for row in GUIDE.grid if brief.grid[row.id] is None}
    assert open_rows
    assert open_rows <= {entry.question for entry in find_open_questions(brief, view())}


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        (MISLABELLED, "mislabelled"),
        (MISLABELLED.replace("IT outsourcing", "Staff augmentation"), "agrees"),
        (MISLABELLED.replace("IT outsourcing for the", "The"), "unnamed"),
        ("Hello,\n\nwhat would an app cost?\n", "too_thin"),
        (
            "Liebe Leute,\n\nwir suchen zwei Entwickler, die bei uns mitarbeiten und die unser Leiter jeden Tag führt.\n" * 5,
            "unsupported_language",
        ),
    ],
)
def test_a_report_comes_down_to_one_situation(check, text, situation):
    assert find_situation(check(text)) == situation


def test_every_situation_has_a_headline_for_every_reader(patterns):
    for perspective in patterns.perspectives.perspectives:
        for situation in patterns.perspectives.of("buyer").headlines:
            assert perspective.headline(situation).says.endswith(".")


def test_json_is_the_same_for_every_reader(brief):
    report = Report(briefs=(brief,))
    assert write_json(report, view("bidder")) == write_json(report, view())


def test_the_reader_is_chosen_on_the_command_line(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text(MISLABELLED, encoding="utf-8")
    told = CliRunner().invoke(main, ["check", str(path), "--as", "bidder"])
    assert told.exit_code == 1
    assert "told to    a bidder who reads somebody else's brief\n" in told.output


def test_a_policy_fails_nothing_on_the_command_line(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text(MISLABELLED, encoding="utf-8")
    assert CliRunner().invoke(main, ["check", str(path), "--as", "policy"]).exit_code == 0


def test_a_headline_leans_where_the_verdict_is_not_probable(brief):
    unsure = replace(brief, described=replace(brief.described, confidence=0.6))
    assert find_situation(unsure) == "leaning"
