"""How loudly a mislabelling is told."""

from brieflint.knowledge.artefact import load_knowledge
from brieflint.linting.rules import weigh

RULE = next(rule for rule in load_knowledge().rules if rule.id == "sa-called-ito")


def test_a_sure_mislabelling_is_an_error():
    assert weigh(RULE, 0.95) == "error"


def test_a_less_sure_one_is_a_warning():
    assert weigh(RULE, 0.7) == "warning"
