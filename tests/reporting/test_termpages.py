"""Terms explained: which model the words may name, how surely, and what decides."""

import pytest

from brieflint.knowledge.patterns import Patterns
from brieflint.reporting.explain import explain
from brieflint.reporting.termpages import SHOWN, find_terms


def told(topic: str, patterns: Patterns) -> str:
    """The explanation as one line, its wrapping undone."""
    return " ".join(explain(topic, patterns).split())


def test_words_are_explained_with_model_and_strength(patterns: Patterns):
    text = told("managed services", patterns)
    assert text.startswith("managed services may name IT outsourcing")
    assert "usual: it mostly names this model" in text
    assert "What decides In every case the sentence around it decides" in text


@pytest.mark.parametrize("words", ["Managed-Service", "managed service", "MANAGED SERVICES", "ito.managed_service"])
def test_a_term_is_found_however_it_is_written(words: str, patterns: Patterns):
    assert "IT outsourcing (ito.managed_service)" in explain(words, patterns)


def test_an_ambiguous_term_says_that_it_raises_no_alarm(patterns: Patterns):
    assert "raises no alarm by itself" in told("ODC", patterns)
    assert "only in these capitals" in told("ODC", patterns)


def test_what_decides_an_acronym_is_listed(patterns: Patterns):
    text = told("ito.acronym", patterns)
    assert "Only with one of these in its sentence outsourcing" in text
    assert "Never with one of these in its sentence glass" in text


def test_the_name_of_a_model_is_explained_as_the_model(patterns: Patterns):
    assert explain("staff augmentation", patterns).startswith("staff augmentation\n  also staff_augmentation")


def test_long_lists_are_cut_and_counted(patterns: Patterns):
    term = next(term for term in patterns.terms if len(term.phrases) > SHOWN + 1)
    assert f"and {len(term.phrases) - SHOWN} more" in told(term.id, patterns)


def test_every_term_is_explained_by_its_id_and_by_its_words(patterns: Patterns):
    for term in patterns.terms:
        assert f"({term.id})" in explain(term.id, patterns)
        assert term in [found for _, found in find_terms(term.phrases[0].replace("(s)", "s"), patterns)]


def test_every_term_is_listed(patterns: Patterns):
    listed = explain("terms", patterns)
    assert [term.id for term in patterns.terms if term.id not in listed] == []
