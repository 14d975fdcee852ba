"""Why a brief was judged as it was: the trace agrees with the report, and says what each thing did."""

from functools import cache

import pytest
from samples import MISLABELLED

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.linting.report import Unreadable
from brieflint.tracing import ASIDE, WEIGHED, Trace, gather_reports, trace_document, trace_paths

TURNED = """Help desk

The provider runs the help desk and reports on service levels every month.

Glossary

Staff augmentation: the client's technical lead assigns the tasks of each developer every day.
"""


@cache
def trace(text: str) -> Trace:
    return trace_document(read_bytes(text.encode(), "brief.txt"))


def test_a_trace_holds_the_report_of_the_brief():
    document = read_bytes(MISLABELLED.encode(), "brief.txt")
    assert trace(MISLABELLED).report == check_document(document)


def test_the_sums_give_the_probability_that_is_told():
    told = trace(MISLABELLED).report.described
    (scope,) = trace(MISLABELLED).scopes
    assert scope.account.chances[told.model] == pytest.approx(told.confidence)


def test_every_sentence_that_weighed_is_there_strongest_first():
    strengths = [weighed.evidence.strength for weighed in trace(MISLABELLED).weighed]
    assert len(strengths) > 5
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[-1] >= WEIGHED


def test_a_sentence_that_weighed_tells_its_words_and_its_effect():
    lead = next(weighed for weighed in trace(MISLABELLED).weighed if "technical lead" in weighed.spot.text)
    assert (lead.evidence.model, lead.evidence.dimension) == ("staff_augmentation", "direction")
    assert any(phrase.words in lead.spot.text for phrase in lead.words)
    assert lead.target == "staff_augmentation"
    assert lead.effect
    assert lead.effect > 0


def test_a_frame_that_overruled_the_reader_is_named():
    owner = next(weighed for weighed in trace(MISLABELLED).weighed if "responsible" in weighed.spot.text)
    assert owner.turned == {"client_owns_outcome"}
    assert {hit.signal for hit in owner.signals} >= owner.turned


def test_the_terms_say_which_were_taken():
    terms = trace(MISLABELLED).terms
    assert [(term.spot.text, term.taken, term.doubt) for term in terms] == [("IT outsourcing", True, None)]


def test_a_sentence_without_weight_for_its_section_is_left_aside():
    (aside,) = trace(TURNED).aside
    assert aside.spot.text.endswith("of each developer every day.")
    assert aside.evidence.strength >= ASIDE
    assert aside.sentence.weight < 0.1
    assert not [weighed for weighed in trace(TURNED).weighed if "technical lead" in weighed.spot.text]


def test_each_lot_has_its_own_sums_and_effects(root):
    (found,) = trace_paths([str(root / "examples" / "two-lots.txt")])
    assert isinstance(found, Trace)
    assert [scope.model for scope in found.scopes] == ["mixed", "it_outsourcing", "staff_augmentation"]
    assert {weighed.target for weighed in found.weighed if weighed.effect is not None} == {
        "it_outsourcing",
        "staff_augmentation",
    }


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path):
    (tmp_path / "a.txt").write_text(MISLABELLED, encoding="utf-8")
    found = trace_paths([str(tmp_path / "no.txt"), str(tmp_path / "a.txt")])
    assert [type(one) for one in found] == [Unreadable, Trace]
    assert gather_reports(found).exit_code() == 2
