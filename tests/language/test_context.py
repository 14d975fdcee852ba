"""Context: what the words around a term do to it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Context, Cue
from brieflint.language.context import ContextFinder
from brieflint.language.terms import TermFinder

LayOut = Callable[[str], Doc]
CUES = Context(
    cues=(
        Cue(effect="negated", reach="after", phrases=("never",)),
        Cue(effect="rejected", reach="before", phrases=("was dropped",)),
        Cue(effect="other_party", reach="sentence", phrases=("our neighbour",)),
    ),
    ends=("but", "while"),
)
FINDER = ContextFinder(replace(load_knowledge(), context=CUES))
TERMS = TermFinder(load_knowledge())


def effects(lay_out: LayOut, text: str) -> list[set[str]]:
    """The effects on each term of a text, by the small cues above."""
    doc = TERMS(lay_out(f"HARBOUR OFFICE\n\n{text}\n"))
    doc.spans["signals"] = []
    return [set(span._.brieflint_context) for span in FINDER(doc).spans["terms"]]


def test_without_a_cue_nothing_happens(lay_out: LayOut):
    assert effects(lay_out, "We want IT outsourcing.") == [set()]


def test_a_cue_reaches_what_follows(lay_out: LayOut):
    assert effects(lay_out, "IT outsourcing is good and we never want staff augmentation.") == [set(), {"negated"}]


def test_a_cue_reaches_what_stands_before(lay_out: LayOut):
    assert effects(lay_out, "IT outsourcing was dropped and we want staff augmentation.") == [{"rejected"}, set()]


def test_a_cue_reaches_its_whole_sentence(lay_out: LayOut):
    assert effects(lay_out, "IT outsourcing is what our neighbour has, with staff augmentation.") == [{"other_party"}] * 2


def test_a_cue_does_not_reach_the_next_sentence(lay_out: LayOut):
    assert effects(lay_out, "We never paid. We want IT outsourcing.") == [set()]
    assert effects(lay_out, "Our neighbour paid. We want IT outsourcing.") == [set()]


def test_the_reach_ends_at_certain_words(lay_out: LayOut):
    assert effects(lay_out, "We never want IT outsourcing but staff augmentation.") == [{"negated"}, set()]
    assert effects(lay_out, "We want IT outsourcing while staff augmentation was dropped.") == [set(), {"rejected"}]


def test_the_reach_ends_at_a_colon(lay_out: LayOut):
    assert effects(lay_out, "We never waver: we want IT outsourcing.") == [set()]


def test_several_cues_add_up(lay_out: LayOut):
    assert effects(lay_out, "Our neighbour never wants IT outsourcing.") == [{"negated", "other_party"}]


def test_a_sentence_has_the_effects_that_cover_more_than_half_of_it(lay_out: LayOut):
    doc = TERMS(lay_out("HARBOUR OFFICE\n\nWe never want any people of yours. We want people of yours and never others.\n"))
    doc.spans["signals"] = []
    _, mostly, hardly = FINDER(doc).spans["sentences"]
    assert (set(mostly._.brieflint_context), set(hardly._.brieflint_context)) == ({"negated"}, set())


@pytest.mark.parametrize(
    ("effect", "text"),
    [
        ("negated", "This is not an IT outsourcing contract."),
        ("negated", "IT outsourcing is excluded here."),
        ("rejected", "We look for two developers instead of IT outsourcing."),
        ("past", "Until now we formerly bought IT outsourcing."),
        ("past", "The IT outsourcing contract has expired."),
        ("hypothetical", "Perhaps there is a need for IT outsourcing."),
        ("hypothetical", "IT outsourcing is under consideration."),
        ("quoted", "They speak of so-called IT outsourcing."),
        ("defined", "IT outsourcing means a function that a firm runs for another."),
        ("compared", "Two developers are cheaper than IT outsourcing."),
        ("other_party", "A different supplier has the IT outsourcing of the mail servers."),
    ],
)
def test_shipped_cues_see_the_effect(nlp: Language, effect: str, text: str):
    doc = nlp(f"HARBOUR OFFICE\n\n{text}\n")
    (span,) = doc.spans["terms"]
    assert effect in span._.brieflint_context


@pytest.mark.parametrize(
    "text",
    [
        "We ask for IT outsourcing of the service desk.",
        "This is no staffing request: we ask for IT outsourcing.",
        "We do not want advice but IT outsourcing.",
        "The notice board is full, and we invite offers for IT outsourcing.",
    ],
)
def test_shipped_cues_leave_a_plain_request_alone(nlp: Language, text: str):
    doc = nlp(f"HARBOUR OFFICE\n\n{text}\n")
    assert [set(span._.brieflint_context) for span in doc.spans["terms"] if span.text == "IT outsourcing"] == [set()]


def test_every_effect_has_a_shipped_cue(nlp: Language):
    effects = {"negated", "rejected", "past", "hypothetical", "quoted", "defined", "compared", "other_party"}
    assert {cue.effect for cue in load_knowledge().context.cues} == effects
