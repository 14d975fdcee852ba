"""Naming: is a term applied to this work, or only mentioned?"""

import pytest
from spacy.language import Language

LABELS = ["IT outsourcing", "staff augmentation", "dedicated team", "software outsourcing"]


def applied(nlp: Language, text: str) -> list[float]:
    doc = nlp(f"HARBOUR OFFICE\n\n{text}\n")
    return [span._.brieflint_applied for span in doc.spans["terms"]]


@pytest.mark.parametrize(
    "text",
    [
        "We invite offers for IT outsourcing of the service desk.",
        "The harbour office invites proposals for staff augmentation.",
        "We seek staff augmentation for our team.",
        "This request is for a dedicated team.",
        "Under this contract the supplier provides IT outsourcing services.",
    ],
)
def test_a_term_that_names_the_work_is_applied(nlp: Language, text: str):
    assert min(applied(nlp, text)) > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Bidders must have experience in IT outsourcing for at least five years.",
        "We are not looking for IT outsourcing.",
        "In 2019 we tried IT outsourcing, and it failed.",
        "IT outsourcing means that a provider runs a function for a client.",
        "Our firm also offers staff augmentation to other clients.",
    ],
)
def test_a_term_that_is_only_mentioned_is_not_applied(nlp: Language, text: str):
    assert max(applied(nlp, text)) < 0.5


@pytest.mark.parametrize("text", ["We invite offers for {} of our desk.", "In 2019 we tried {}, and it failed."])
def test_the_use_is_read_and_not_the_term(nlp: Language, text: str):
    values = [applied(nlp, text.format(label)) for label in LABELS]
    assert all(value == values[0] for value in values)
    assert len(values[0]) == 1


def test_each_term_of_a_sentence_is_read_by_itself(nlp: Language):
    first, second = applied(
        nlp, "We invite offers for staff augmentation, since in 2019 we tried IT outsourcing and it failed."
    )
    assert first != second


def test_a_probability_is_a_probability(nlp: Language):
    assert all(0 <= value <= 1 for value in applied(nlp, "IT outsourcing. Staff augmentation! A dedicated team?"))


def test_a_text_without_terms_is_no_failure(nlp: Language):
    assert applied(nlp, "We need two people.") == []
