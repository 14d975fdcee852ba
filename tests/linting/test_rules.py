"""Every rule is tried on the little briefs that stand beside it in patterns/rules/."""

from collections.abc import Callable

import pytest

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Rule
from brieflint.linting.report import BriefReport
from brieflint.linting.rules import RARE
from brieflint.trying import try_rule

RULES = load_knowledge().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_on_its_bad_examples_and_is_silent_on_good_ones_and_traps(rule: Rule):
    assert list(try_rule(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_bad_good_and_trap_examples(rule: Rule):
    assert all((rule.examples.bad, rule.examples.good, rule.examples.trap))


def test_a_rule_that_asks_for_two_signals_shows_both_places(check: Callable[[str], BriefReport]):
    rule = next(rule for rule in RULES if rule.id == "direction-against-boilerplate")
    finding = next(found for found in check(rule.examples.bad[0]).findings if found.rule == rule.id)
    assert [quote.dimension for quote in finding.evidence[:2]] == ["vendor_supervises", "client_directs"]
    assert finding.evidence[0].spot.start != finding.evidence[1].spot.start


def test_one_sentence_in_a_long_text_is_no_contradiction(check: Callable[[str], BriefReport]):
    rule = next(rule for rule in RULES if rule.id == "so-client-directs")
    brief = rule.examples.bad[0]
    longer = brief + "".join(f"\nThe screen of form {number} shows the dish and its price.\n" for number in range(RARE))
    told = [[finding.rule for finding in check(text).findings] for text in (brief, longer)]
    assert [rule.id in found for found in told] == [True, False]
