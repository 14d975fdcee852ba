"""Terms: which words name a model."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Term
from brieflint.language.terms import TermFinder

LayOut = Callable[[str], Doc]
TERMS = (
    Term(id="out", model="outsourcing_unspecified", phrases=("outsourcing",)),
    Term(id="ito", model="it_outsourcing", phrases=("IT outsourcing", "outsourcing of IT")),
    Term(id="sa", model="staff_augmentation", phrases=("staff-augmentation", "contract developer(s)")),
    Term(id="odc", model="dedicated_team", case=True, phrases=("ODC",)),
    Term(id="it", model="it_outsourcing", case=True, phrases=("IT AMC",)),
    Term(id="pod", model="dedicated_team", phrases=("pod",), only_with=("per month", "sprint(s)")),
    Term(id="squad", model="dedicated_team", phrases=("squad",), not_with=("football",)),
)
FINDER = TermFinder(replace(load_knowledge(), terms=TERMS))


def find(lay_out: LayOut, text: str) -> list[tuple[str, str]]:
    doc = FINDER(lay_out(f"HARBOUR OFFICE\n\n{text}\n"))
    return [(span.label_, span.text) for span in doc.spans["terms"]]


def test_a_term_is_found_in_its_sentence(lay_out: LayOut):
    assert find(lay_out, "We ask for IT outsourcing today.") == [("ito", "IT outsourcing")]


def test_a_sentence_without_a_term_has_none(lay_out: LayOut):
    assert find(lay_out, "We ask for two people.") == []


def test_of_overlapping_terms_the_longest_wins(lay_out: LayOut):
    assert find(lay_out, "We ask for outsourcing of IT now.") == [("ito", "outsourcing of IT")]


def test_terms_that_follow_each_other_are_all_found(lay_out: LayOut):
    assert find(lay_out, "The outsourcing, or IT outsourcing, of the squad.") == [
        ("out", "outsourcing"),
        ("ito", "IT outsourcing"),
        ("squad", "squad"),
    ]


@pytest.mark.parametrize("written", ["IT Outsourcing", "it outsourcing", "IT OUTSOURCING", "It-outsourcing", "IT  outsourcing"])
def test_a_term_is_found_whatever_its_capitals_and_hyphens(lay_out: LayOut, written: str):
    assert [label for label, _ in find(lay_out, f"We ask for {written} now.")] == ["ito"]


@pytest.mark.parametrize("written", ["staff augmentation", "staff-augmentation", "Staff\u2013Augmentation"])
def test_a_hyphen_stands_for_a_space(lay_out: LayOut, written: str):
    assert find(lay_out, f"We ask for {written} now.") == [("sa", written)]


@pytest.mark.parametrize("written", ["contract developer", "contract developers"])
def test_a_term_is_found_in_singular_and_plural(lay_out: LayOut, written: str):
    assert find(lay_out, f"We ask for {written} now.") == [("sa", written)]


@pytest.mark.parametrize("written", ["IT, outsourcing", "IT (outsourcing)", "IT. Outsourcing", "IT: outsourcing"])
def test_a_term_does_not_reach_over_a_comma_a_bracket_or_a_stop(lay_out: LayOut, written: str):
    assert [label for label, _ in find(lay_out, f"We ask for {written} now.")] == ["out"]


def test_a_term_does_not_reach_over_the_end_of_its_block(lay_out: LayOut):
    assert find(lay_out, "- help in IT\n- outsourcing\n") == [("out", "outsourcing")]


def test_an_acronym_is_found_in_capitals_only(lay_out: LayOut):
    assert find(lay_out, "Our ODC is not an odc.") == [("odc", "ODC")]


def test_an_ambiguous_term_counts_with_certain_words_in_its_sentence(lay_out: LayOut):
    assert find(lay_out, "A pod costs 9,000 euros per month.") == [("pod", "pod")]
    assert find(lay_out, "A pod of dolphins lives here.") == []


def test_the_words_that_make_a_term_count_stand_in_the_same_sentence(lay_out: LayOut):
    assert find(lay_out, "A pod lives here. We pay per month.") == []


def test_a_term_does_not_count_with_certain_words_in_its_sentence(lay_out: LayOut):
    assert find(lay_out, "We ask for a squad.") == [("squad", "squad")]
    assert find(lay_out, "We ask for a football squad.") == []


def test_words_in_another_sentence_do_not_stop_a_term(lay_out: LayOut):
    assert find(lay_out, "We like football. We ask for a squad.") == [("squad", "squad")]


def test_a_term_is_found_before_a_possessive(lay_out: LayOut):
    assert [label for label, _ in find(lay_out, "The squad's lead is yours.")] == ["squad"]


def test_a_term_is_a_whole_word(lay_out: LayOut):
    assert find(lay_out, "Preoutsourcing and podcasts per month.") == []


@pytest.mark.parametrize("term", load_knowledge().terms, ids=lambda term: term.id)
def test_every_shipped_term_is_found_by_its_phrases(lay_out: LayOut, term: Term):
    finder = TermFinder(replace(load_knowledge(), terms=(replace(term, only_with=(), not_with=()),)))
    phrases = [phrase.replace("(e)", "").replace("(s)", "s") for phrase in term.phrases]
    doc = finder(lay_out("HARBOUR OFFICE\n\n" + "".join(f"- They ask for {phrase} now\n" for phrase in phrases)))
    found = {span.sent.start for span in doc.spans["terms"]}
    missed = [s.text for s in doc.spans["sentences"] if s.start not in found and s.text.strip() != "HARBOUR OFFICE"]
    assert missed == []
