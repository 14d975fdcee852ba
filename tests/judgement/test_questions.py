"""The questions that would settle what a brief leaves open."""

from itertools import permutations

import pytest

from brieflint.judgement.questions import find_questions, parts
from brieflint.judgement.verdict import Described, Verdict
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import MODELS, ROWS

GUIDE = load_knowledge().guide


def ask(model: str, reason: str | None, first: str = "staff_augmentation", second: str = "dedicated_team") -> tuple[str, ...]:
    scores = dict.fromkeys(MODELS, 0.0) | {first: 0.2, second: 0.1}
    described = Described(model=model, confidence=0.8, reason=reason, scores=scores)
    return find_questions(Verdict(named=(), described=described, grid=dict.fromkeys(ROWS), evidence=()), GUIDE)


@pytest.mark.parametrize("model", MODELS)
def test_a_clear_brief_needs_no_question(model: str):
    assert ask(model, None) == ()


@pytest.mark.parametrize("reason", ["out_of_scope", "unsupported_language"])
def test_nothing_is_asked_about_what_is_no_brief_for_technology_services(reason: str):
    assert ask("none", reason) == ()


def test_nothing_is_asked_about_several_lots():
    assert ask("mixed", "several_lots") == ()


@pytest.mark.parametrize("reason", ["too_thin", "unclear"])
def test_the_shortest_question_comes_first(reason: str):
    assert ask("none", reason)[0] == GUIDE.direct_or_delegate.question.text


@pytest.mark.parametrize(("first", "second"), list(permutations(MODELS, 2)))
def test_the_second_question_parts_the_two_likeliest_models(first: str, second: str):
    asked = ask("none", "unclear", first, second)
    assert len(asked) == 2
    (question,) = (entry for entry in GUIDE.questions if entry.question == asked[1])
    assert parts(question, first, second)


def test_a_question_parts_models_when_an_answer_speaks_for_one_of_them_only():
    (direct,) = (entry for entry in GUIDE.questions if entry.id == "q3")
    assert parts(direct, "staff_augmentation", "dedicated_team")
    assert not parts(direct, "it_outsourcing", "software_outsourcing")
