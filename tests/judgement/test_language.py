"""A brief that is not in English is not judged."""

from collections.abc import Callable

from brieflint.linting.report import BriefReport

GERMAN = """Ausschreibung Netzbetrieb

Die Stadtwerke suchen einen Dienstleister, der den Betrieb des Netzes übernimmt und für die Verfügbarkeit einsteht.
Der Auftragnehmer stellt das Personal und leitet es selbst an. Angebote sind bis zum dritten März einzureichen.
"""


def test_a_german_brief_gets_no_verdict_and_the_reason(check: Callable[[str], BriefReport]):
    described = check(GERMAN).described
    assert (described.model, described.reason) == ("none", "unsupported_language")
    assert check(GERMAN).findings == ()


def test_an_english_brief_of_few_function_words_is_judged(check: Callable[[str], BriefReport]):
    brief = "Role | Senior Java developer\nRate | per hour, timesheet\nLead | our head of platform directs daily work\n" * 3
    assert check(brief).described.reason != "unsupported_language"


def test_a_list_without_any_sentence_is_read_as_english(check: Callable[[str], BriefReport]):
    items = "Scope:\n- Cloud migration\n- Legacy application modernization\n- Security baseline, encryption, audit logging\n"
    assert check(items * 4).described.reason != "unsupported_language"
