"""What counts as a fact, kind by kind, and its value."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.documents import read_bytes
from brieflint.documents.document import Document
from brieflint.facts.extract import find_facts
from brieflint.facts.fact import KINDS, Fact


def brief(text: str) -> Document:
    return read_bytes(text.encode(), "brief.txt")


def values(text: str, kind: str) -> list[str]:
    return [fact.value for fact in find_facts(brief(text)) if fact.kind == kind]


def words(text: str, kind: str) -> list[str]:
    return [" ".join(fact.text.split()) for fact in find_facts(brief(text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Work starts on 1 March 2027.", "2027-03-01"),
        ("Work starts on March 1, 2027.", "2027-03-01"),
        ("Work starts on 2027-03-01.", "2027-03-01"),
        ("Work starts on 01.03.2027.", "2027-03-01"),
        ("Work starts on 25/12/2026.", "2026-12-25"),
        ("Work starts on 12/25/2026.", "2026-12-25"),
        ("Work starts on 5 May.", "--05-05"),
        ("Work starts in March 2027.", "2027-03"),
        ("Work starts in Q3 2026.", "2026-Q3"),
        ("Work starts in Q3.", "--Q3"),
        ("Interviews: 1 to 4 June", "--06-01/--06-04"),
        ("Work starts from February, with a handover.", "--02"),
    ],
)
def test_dates(text: str, value: str):
    assert values(text, "date") == [value]


@pytest.mark.parametrize(
    "text", ["You may march on.", "Question Q3. Who leads?", "Version 1.2.3 of the tool", "It may be late."]
)
def test_what_only_looks_like_a_date_is_none(text: str):
    assert values(text, "date") == []


def test_an_order_of_day_and_month_that_nothing_tells_is_not_guessed():
    assert values("Work starts on 04/05/2027.", "date") == [""]


def test_a_date_that_allows_one_order_settles_the_others():
    assert values("From 04/05/2027 to 25/06/2027.", "date") == ["2027-05-04", "2027-06-25"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The contract runs for twelve (12) months.", "P12M"),
        ("A six-week discovery comes first.", "P6W"),
        ("Pay within 30 (thirty) days.", "P30D"),
        ("The engagement lasts 3 to 6 months.", "P3M/P6M"),
        ("A fortnight? No: two fortnights.", "P4W"),
        ("Either side gives a month's notice.", "P1M"),
        ("ten working days", "P10D"),
    ],
)
def test_durations(text: str, value: str):
    assert values(text, "duration") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The bidder has been in business for ten years.",
        "In the past three years there were two audits.",
        "The site was built twelve years ago.",
        "They come in two days a week.",
    ],
)
def test_history_is_no_duration(text: str):
    assert values(text, "duration") == []


def test_years_of_experience_are_a_level_of_seniority():
    text = "A tester with at least five years of experience."
    assert (values(text, "seniority"), values(text, "duration")) == (["5y"], [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We pay £650 per day.", "GBP 650/day"),
        ("Budget: EUR 1.2 million.", "EUR 1200000"),
        ("Ceiling of Rs 45 lakh.", "INR 4500000"),
        ("Ceiling of INR 45,00,000.", "INR 4500000"),
        ("A cap of 12.500,00 €.", "EUR 12500"),
        ("A cap of $1,150,000.", "USD 1150000"),
        ("USD 40 per user per month", "USD 40/user/month"),
        ("£500-£650 a day", "GBP 500-650/day"),
        ("Daily rate: grade 3 £515", "GBP 515/day"),
        ("Insurance of £5m.", "GBP 5000000"),
    ],
)
def test_money_has_its_unit(text: str, value: str):
    assert values(text, "money") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Core hours are 09:00-17:30 CET.", "09:00-17:30"),
        ("Core hours are 9 am to 5:30 pm.", "09:00-17:30"),
        ("The desk is staffed 24x7.", "24x7"),
        ("The desk is staffed around the clock.", "24x7"),
        ("They work 37.5 hours a week.", "37.5h/week"),
        ("We need four hours of overlap.", "4h overlap"),
    ],
)
def test_hours(text: str, value: str):
    assert values(text, "hours") == [value]


@pytest.mark.parametrize(
    "text", ["The bidders meet on 5 May, 14:00 to 15:00.", "Clauses 12.03 to 12.05 apply.", "Scores of 10-15."]
)
def test_one_meeting_and_clauses_are_no_hours(text: str):
    assert values(text, "hours") == []


def test_time_zones():
    assert words("Work is from 09:00 to 17:00 CET or UK time.", "time_zone") == ["CET", "UK time"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two senior Java developers join us.", "2"),
        ("We want a team of six.", "6"),
        ("Test engineer: 3", "3"),
        ("We need 4-6 engineers.", "4-6"),
        ("Number required: 2", "2"),
        ("We need a tester, 0.5 FTE.", "0.5"),
    ],
)
def test_counts(text: str, value: str):
    assert values(text, "count") == [value]


@pytest.mark.parametrize(
    "text", ["The town has 1,640 employees.", "Clause 4.0 Positions", "In weeks one to four analysts listen."]
)
def test_other_numbers_count_nobody(text: str):
    assert values(text, "count") == []


def test_roles_keep_their_trade_and_leave_their_level():
    text = "Two senior Java developers and a mid-level test automation engineer."
    assert words(text, "role") == ["Java developers", "test automation engineer"]
    assert values(text, "seniority") == ["senior", "mid"]


def test_technologies_that_are_words_need_company():
    assert words("Go to the Spring fair.", "stack") == []
    assert words("One Go developer; Java and Spring.", "stack") == ["Go", "Java", "Spring"]


def test_ceremonies():
    assert values("Daily stand-up, sprint planning and retrospective.", "ceremony") == ["stand_up", "planning", "retrospective"]


@pytest.mark.parametrize(
    "text",
    [
        "Our technical lead, Ms. Ada Quill, assigns the work.",
        "They report to Ada Quill.",
        "Ada Quill (Engineering Manager) reads every change.",
        "Ada Quill's squad takes them in.",
    ],
)
def test_named_leads(text: str):
    assert [name.removeprefix("Ms. ") for name in words(text, "lead")] == ["Ada Quill"]


@pytest.mark.parametrize("text", ["Questions to the purchasing manager, Ada Quill.", "Our technical lead assigns the work."])
def test_buyers_and_people_without_a_name_are_no_named_leads(text: str):
    assert words(text, "lead") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Availability of the portal: 99.9 %", "99.9%"),
        ("P1 incidents are restored within 30 minutes.", "PT30M"),
        ("Calls are answered within 20 seconds.", "PT20S"),
    ],
)
def test_service_levels(text: str, value: str):
    assert values(text, "service_level") == [value]


def test_a_credit_is_no_service_level():
    assert values("When availability is missed, a credit of 5 % of the fee is due.", "service_level") == []


def test_systems_have_a_name_of_their_own():
    assert words("It replaces the existing system and the claims portal.", "system") == ["claims portal"]


def test_deliverables_are_named_or_listed():
    text = "The vendor hands over the source code and will deliver:\n\n- A lending kiosk with receipts\n- Labels for all\n"
    assert words(text, "deliverable") == ["source code", "lending kiosk", "Labels"]


def test_acceptance_is_told_in_sentences_and_offers_are_not_work():
    text = "A release is accepted when all tests pass. Late bids are not accepted."
    assert words(text, "acceptance") == ["A release is accepted when all tests pass."]


def test_a_fact_has_a_place():
    (fact,) = [fact for fact in find_facts(brief("Title\n\n2. Price\n\nWe pay £650 per day.\n")) if fact.kind == "money"]
    assert (fact.text, fact.line, fact.place.section) == ("£650 per day", 5, "2. Price")


PIECES = st.sampled_from(
    [
        "two senior",
        "Java developers",
        "£650 per day",
        "1 March 2027",
        "(12)",
        "months",
        "\n\n",
        "99.9 %",
        "within",
        "four hours",
        "Ada Quill",
        ",",
        ".",
        "up to",
    ]
)


PRINTED = st.text(st.characters(exclude_categories=("C",)), max_size=80)


@given(text=st.one_of(st.lists(PIECES, max_size=12).map(" ".join), PRINTED))
@settings(max_examples=150, deadline=None)
def test_every_fact_is_a_stretch_of_the_text_and_facts_of_a_kind_do_not_overlap(text: str):
    document = brief(f"A brief: {text}")
    facts = find_facts(document)
    assert all(fact.kind in KINDS and fact.text == document.text[fact.start : fact.end] != "" for fact in facts)
    for kind in KINDS:
        own: list[Fact] = [fact for fact in facts if fact.kind == kind]
        assert all(first.end <= second.start for first, second in pairwise(own))
