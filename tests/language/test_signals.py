"""Signals: what rules ask for, by frames and by the trained reader."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from brieflint.documents import read_bytes
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Signal
from brieflint.language.pipeline import read_document
from brieflint.language.reading import SignalHit
from brieflint.language.signals import SignalFinder
from brieflint.trying import try_signal

SIGNALS = load_knowledge().signals
Finder = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_a_signal_is_found_in_its_examples_and_not_in_its_traps(signal: Signal):
    assert list(try_signal(signal)) == []


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_every_signal_has_examples_and_traps(signal: Signal):
    assert signal.examples
    assert signal.traps


@pytest.fixture
def find(lay_out: Callable[[str], Doc]) -> Finder:
    """Finds the signals of two small entries, nothing having been learned."""
    small = (
        Signal(id="ladder", about="a ladder", frames=("ladder(s)", "rung(s)")),
        Signal(id="boat", about="a boat", frames=("boat ... harbour",), unless=("toy",)),
        Signal(id="storm", about="a storm", learned=True),
    )
    finder = SignalFinder(replace(load_knowledge(), signals=small))

    def find(text: str, **read: float) -> list[tuple[str, str]]:
        doc = lay_out(f"HARBOUR OFFICE\n\n{text}\n")
        for sentence in doc.spans["sentences"]:
            sentence._.brieflint_signals = read
        return [(span.label_, span.text.strip()) for span in finder(doc).spans["signals"]]

    return find


def test_a_frame_marks_the_words_that_it_matches(find: Finder):
    assert find("There are two ladders in the shed.") == [("ladder", "ladders")]


def test_a_frame_is_not_found_with_certain_words_in_its_sentence(find: Finder):
    assert find("A boat lies in the harbour.") == [("boat", "boat lies in the harbour")]
    assert find("A toy boat lies in the harbour.") == []


def test_a_signal_is_found_once_in_a_sentence(find: Finder):
    assert [label for label, _ in find("A ladder has rungs. A ladder is long.")] == ["ladder", "ladder"]


def test_a_learned_signal_marks_its_sentence_when_it_is_probable(find: Finder):
    assert ("storm", "It blows.") in find("It blows.", storm=0.99)
    assert find("It blows.", storm=0.1) == []


def test_what_was_learned_of_an_unlearned_signal_does_not_count(find: Finder):
    assert find("It blows.", ladder=0.99) == []


def hits(text: str) -> tuple[SignalHit, ...]:
    return read_document(read_bytes(text.encode(), "b.txt")).signals


def test_a_signal_is_not_denied_by_its_own_words():
    found = [
        hit for hit in hits("HARBOUR OFFICE\n\nNobody in our office can write code.\n") if hit.signal == "no_technical_lead"
    ]
    assert [hit.asserted for hit in found] == [True]


def test_a_signal_that_is_denied_is_not_asserted():
    found = hits("HARBOUR OFFICE\n\nThe supplier is not accountable for the delivery of the release.\n")
    assert not any(hit.asserted for hit in found if hit.signal == "vendor_accountable")


def test_a_signal_in_a_section_that_does_not_count_is_not_asserted():
    said = "Our lead directs your developers every day."
    text = "HARBOUR OFFICE\n\n1. Scope\n{}\n\n2. Out of scope\n{}\n"
    inside, outside = (
        [hit.asserted for hit in hits(text.format(*lines)) if hit.signal == "client_directs"]
        for lines in ((said, "A desk."), ("A desk.", said))
    )
    assert inside == [True]
    assert outside == [False]


def test_a_signal_that_counts_anywhere_counts_in_the_terms_but_not_where_nothing_counts():
    said = "The Contractor shall have exclusive control over the manner of the work."
    text = "HARBOUR OFFICE\n\n1. General conditions\n{}\n\n2. Out of scope\n{}\n"
    in_terms, outside = (
        [hit.asserted for hit in hits(text.format(*lines)) if hit.signal == "vendor_supervises"]
        for lines in ((said, "A desk."), ("A desk.", said))
    )
    assert in_terms == [True]
    assert outside == [False]
