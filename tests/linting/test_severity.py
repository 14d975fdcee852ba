"""How loudly a mislabelling is told."""

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Strength
from brieflint.language.reading import Mention
from brieflint.linting.rules import weigh

RULE = next(rule for rule in load_knowledge().rules if rule.id == "sa-called-ito")


def label(strength: Strength) -> Mention:
    return Mention(start=0, end=3, text="MSP", term="t", model="it_outsourcing", applied=0.9, sentence=0, strength=strength)


def test_a_sure_mislabelling_is_an_error():
    assert weigh(RULE, 0.95, [label("usual")]) == "error"


def test_a_less_sure_one_is_a_warning():
    assert weigh(RULE, 0.7, [label("usual")]) == "warning"


def test_a_word_that_names_a_model_only_now_and_then_raises_no_alarm_by_itself():
    assert weigh(RULE, 0.95, [label("ambiguous")]) == "advice"


def test_it_does_not_quiet_a_clear_word_beside_it():
    assert weigh(RULE, 0.95, [label("ambiguous"), label("strong")]) == "error"
