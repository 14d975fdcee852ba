"""Every rule is tried on the little briefs that stand beside it in patterns/rules/."""

from collections.abc import Callable

import pytest

from brieflint.knowledge.artefact import load_knowledge
from brieflint.linting.report import BriefReport

RULES = load_knowledge().rules
Check = Callable[[str], BriefReport]


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule.id, text, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, text in enumerate(getattr(rule.examples, kind), 1)
    ]


def rules_found(report: BriefReport) -> set[str]:
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize(("rule", "text"), cases("bad"))
def test_a_rule_speaks_on_its_bad_examples(check: Check, rule: str, text: str):
    assert rule in rules_found(check(text))


@pytest.mark.parametrize(("rule", "text"), cases("good"))
def test_a_rule_is_silent_on_its_good_examples(check: Check, rule: str, text: str):
    assert rule not in rules_found(check(text))


@pytest.mark.parametrize(("rule", "text"), cases("trap"))
def test_a_rule_is_not_tempted_by_its_traps(check: Check, rule: str, text: str):
    assert rule not in rules_found(check(text))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_bad_good_and_trap_examples(rule: object):
    examples = rule.examples  # type: ignore[attr-defined]
    assert all((examples.bad, examples.good, examples.trap))
