"""Findings as an editor shows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import DiagnosticSeverity, Position, Range
from opinions import check
from samples import MISLABELLED

from brieflint.editing.checks import Checked
from brieflint.editing.diagnostics import make_diagnostics

LABEL = "IT outsourcing"
UNDECIDED = MISLABELLED.replace(LABEL, "help")


def diagnose(words: str, path: str = "/briefs/rfp.txt", *, related: bool = True, encoding: str = "utf-16"):
    return make_diagnostics(check(words, path), encoding, related=related)


def test_a_mislabelling_stands_under_its_label_with_its_rule():
    found = diagnose(MISLABELLED)[0]
    assert (found.severity, found.code, found.source) == (DiagnosticSeverity.Error, "sa-called-ito", "brieflint")
    start = MISLABELLED.index(LABEL)
    assert found.range == Range(Position(0, start), Position(0, start + len(LABEL)))


def test_there_is_no_link_since_the_pages_of_the_rules_have_no_address():
    assert all(found.code_description is None for found in diagnose(MISLABELLED))


def test_the_sentences_that_it_rests_on_are_related_places():
    lines = MISLABELLED.splitlines()
    told = [(entry.location.range, entry.message) for entry in diagnose(MISLABELLED)[0].related_information]
    for place, message in told:
        assert place.start.line == place.end.line
        quoted = lines[place.start.line][place.start.character : place.end.character]
        assert f'"{quoted}"' in message
    assert any(message.startswith("Rests on: ") for _, message in told)


def test_other_places_of_the_label_are_related_places():
    words = MISLABELLED + "\nProposals for the IT outsourcing are due on Friday.\n"
    told = [entry.message for entry in diagnose(words)[0].related_information]
    assert f'"{LABEL}" stands here as well' in told


def test_an_editor_that_shows_no_related_places_gets_none():
    assert all(found.related_information is None for found in diagnose(MISLABELLED, related=False))


def test_advice_is_information():
    severities = {found.code: found.severity for found in diagnose(MISLABELLED)}
    assert severities["brief-incomplete"] == DiagnosticSeverity.Information


def test_what_concerns_the_whole_brief_stands_under_its_first_line():
    (found,) = (found for found in diagnose(UNDECIDED) if found.code == "no-model-named")
    assert found.range == Range(Position(0, 0), Position(0, len(UNDECIDED.splitlines()[0])))


def test_front_matter_is_not_its_first_line():
    (found,) = (
        found for found in diagnose(f"---\nowner: us\n---\n{UNDECIDED}", "/briefs/rfp.md") if found.code == "no-model-named"
    )
    assert found.range.start.line == 3


def test_a_text_that_cannot_be_checked_says_why_on_its_first_line():
    (found,) = diagnose("Request\r\n\0")
    assert (found.code, found.range) == ("not-checked", Range(Position(0, 0), Position(0, 7)))
    assert found.message.startswith("This text is not checked. /briefs/rfp.txt: this is not text but binary data")


def test_the_same_text_is_told_the_same_again():
    assert diagnose(MISLABELLED) == diagnose(MISLABELLED)


def test_nothing_to_say_is_no_diagnostic():
    assert make_diagnostics(Checked(text=check("").text), "utf-16", related=True) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@settings(max_examples=8)
@given(st.text(st.sampled_from("é\u0301👩𝔘 "), max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_columns_are_right_behind_any_letters_and_line_ends(encoding, before, newline):
    words = MISLABELLED.replace("Request", f"{before} Request").replace("\n", newline)
    found = diagnose(words, encoding=encoding)[0]
    title = words.split(newline)[0]
    at = len(title[: title.index(LABEL)].encode(encoding)) - len("".encode(encoding))
    unit = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    assert (found.code, found.range.start) == ("sa-called-ito", Position(0, at // unit))
    assert found.range.end.character - found.range.start.character == len(LABEL)
    assert {entry.location.range.start.line for entry in found.related_information} <= set(range(2, 8))
