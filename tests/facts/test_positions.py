"""Facts put together: positions, and how long the work lasts."""

import pytest

from brieflint.documents import read_bytes
from brieflint.facts.engagement import find_lengths
from brieflint.facts.extract import find_facts
from brieflint.facts.positions import state
from brieflint.language.pipeline import read_document


def positions(text: str) -> list[str]:
    facts = find_facts(read_bytes(text.encode(), "brief.txt"))
    return [words for entry in state(facts, ("role", "count", "seniority")) for words in entry.texts]


def lengths(text: str) -> list[float]:
    document = read_bytes(text.encode(), "brief.txt")
    return [months for months, _ in find_lengths(document, read_document(document))]


def test_a_position_is_a_number_a_level_and_an_occupation():
    assert positions("We need two senior Java developers and one tester.") == ["2 × senior Java developers", "1 × tester"]


def test_a_number_without_an_occupation_is_no_position():
    assert positions("We want a team of six.") == []


def test_an_occupation_without_a_number_is_no_position():
    assert positions("A tester checks the work.") == []


def test_the_place_of_several_facts_is_told_once():
    facts = find_facts(read_bytes(b"Java, Kotlin and Docker are in use.", "brief.txt"))
    (entry,) = state(facts, ("stack",))
    assert (entry.texts, entry.place) == (("Java", "Kotlin", "Docker"), "line 1")


def test_a_kind_can_be_narrowed_to_a_value():
    facts = find_facts(read_bytes(b"Daily stand-up and sprint planning.", "brief.txt"))
    (entry,) = state(facts, ("ceremony:planning",))
    assert entry.texts == ("sprint planning",)


def test_the_length_of_the_work_is_found():
    assert lengths("The contract runs for twelve months.") == [12.0]


@pytest.mark.parametrize(
    "text",
    [
        "Either side may end it with three months' notice.",
        "The warranty lasts twelve months.",
        "Invoices are paid within 30 days.",
        "The team works in two-week sprints.",
    ],
)
def test_other_terms_are_not_the_length_of_the_work(text: str):
    assert lengths(text) == []
