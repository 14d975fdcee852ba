"""Figures: what counts as right, and what a brief that was not read does to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import CAUGHT, FALSE_ALARM, MISSED, RIGHT, UNREAD, finding, label, told, wrong

from brieflint.evaluation.cases import Case
from brieflint.evaluation.contents import each_figure
from brieflint.evaluation.measures import (
    Share,
    count_confusions,
    measure,
    measure_confidence,
    measure_genres,
    measure_rules,
)
from brieflint.evaluation.quotes import is_place, is_quoted

QUOTE = "Our lead assigns the tasks to both developers every morning."
LISTS = st.lists(st.sampled_from([RIGHT, CAUGHT, MISSED, FALSE_ALARM, UNREAD]), max_size=12)


def test_an_alarm_counts_against_the_label():
    figures = measure([RIGHT, CAUGHT, MISSED, FALSE_ALARM])
    assert (figures.precision, figures.recall, figures.f1) == (Share(1, 2), Share(1, 2), 0.5)
    assert figures.false_alarms == 1


def test_advice_is_no_alarm():
    assert measure([Case(label(), told(finding(severity="advice")))]).false_alarms == 0


def test_a_suppressed_finding_is_no_alarm():
    assert measure([Case(label(), told(finding(suppressed=True)))]).false_alarms == 0


def test_a_contradiction_is_no_alarm():
    assert measure([Case(label(), told(finding("sa-vendor-accountable", kind="contradiction")))]).false_alarms == 0


@pytest.mark.parametrize("given", [label(), wrong()])
def test_a_brief_that_was_not_read_is_wrong_in_every_figure(given):
    figures = measure([Case(given, None)])
    assert (figures.unread, figures.f1, figures.named_f1) == (1, 0, 0)
    assert (figures.described_accuracy, figures.named_exact) == (Share(0, 1), Share(0, 1))


def test_nothing_to_get_wrong_is_right():
    figures = measure([RIGHT])
    assert float(figures.precision) == float(figures.recall) == figures.f1 == float(figures.contradiction_recall) == 1


def test_the_model_to_say_is_scored_on_right_alarms_only():
    other = Case(wrong(), told(finding(should_say="dedicated_team")))
    assert measure([CAUGHT, other, FALSE_ALARM, MISSED]).should_say_right == Share(1, 2)


def test_one_finding_with_the_right_model_is_enough():
    assert measure([Case(wrong(), told(finding(should_say="dedicated_team"), finding()))]).should_say_right == Share(1, 1)


@pytest.mark.parametrize(("at", "right"), [(2, 1), (3, 0)])
def test_evidence_must_stand_among_the_first_three_sentences(at: int, right: int):
    evidence = [{"text": "Nothing of the kind is said in this sentence."}] * 4
    evidence[at] = {"text": QUOTE}
    case = Case(wrong(evidence=[QUOTE]), told(finding(evidence=evidence)))
    assert measure([case]).evidence_hit == Share(right, 1)


def test_a_label_is_found_where_the_quotes_hold_it_whatever_the_capitals():
    case = Case(wrong(label_quotes=["RFP 7: IT OUTSOURCING"]), told(finding()))
    assert measure([case]).label_place_hit == Share(1, 1)


def test_named_models_count_one_by_one():
    case = Case(label(named=["it_outsourcing", "staff_augmentation"]), told(named=[{"model": "it_outsourcing"}] * 2))
    figures = measure([case])
    assert (figures.named_exact, figures.named_f1) == (Share(0, 1), pytest.approx(2 / 3))


def test_a_contradiction_counts_when_its_rule_spoke():
    case = Case(
        label(contraindications=["sa_vendor_accountable"]), told(finding("sa-vendor-accountable", kind="contradiction"))
    )
    other = Case(label(), told(finding("ito-core-product", kind="contradiction")))
    figures = measure([case, other])
    assert (figures.contradiction_recall, figures.contradictions_false) == (Share(1, 1), 1)


@pytest.mark.parametrize(("confidence", "sure"), [(0.9, 1), (0.89, 0)])
def test_from_nine_tenths_on_brieflint_says_that_it_is_sure(confidence: float, sure: int):
    figures = measure([Case(label(described="none"), told(confidence=confidence))])
    assert (figures.share_confident, figures.confident_right) == (Share(sure, 1), Share(0, sure))


@given(LISTS)
def test_confusions_add_up_to_the_briefs_and_their_diagonal_to_those_described_rightly(cases: list[Case]):
    confusions = count_confusions(cases)
    assert sum(confusions.values()) == len(cases)
    assert sum(n for (labelled, told), n in confusions.items() if labelled == told) == measure(cases).described_accuracy.right


@given(LISTS)
def test_the_order_of_briefs_does_not_matter(cases: list[Case]):
    assert measure(cases) == measure(cases[::-1])


@given(LISTS)
def test_every_share_is_part_of_a_whole(cases: list[Case]):
    shares = [value for _, value in each_figure(measure(cases)) if isinstance(value, Share)]
    assert all(0 <= share.right <= share.of for share in shares)


@given(LISTS)
def test_bands_hold_every_brief_that_was_read_once(cases: list[Case]):
    assert sum(band.right.of for band in measure_confidence(cases)) == measure(cases).briefs - measure(cases).unread


@pytest.mark.parametrize(("confidence", "low"), [(0.0, 0.0), (0.5, 0.5), (0.8999, 0.8), (0.9, 0.9), (1.0, 0.9)])
def test_a_band_begins_with_its_lower_end(confidence: float, low: float):
    (band,) = measure_confidence([Case(label(), told(confidence=confidence))])
    assert (band.low, band.stated) == (low, confidence)


def test_genres_are_measured_apart_and_briefs_without_one_left_out():
    cases = [Case(label(genre="quote"), told()), Case(label(genre="email"), None), RIGHT]
    assert {genre: figures.unread for genre, figures in measure_genres(cases).items()} == {"email": 1, "quote": 0}


def test_a_mislabelling_rule_agrees_with_a_label_that_would_say_the_same():
    other = Case(wrong(should_say="dedicated_team"), told(finding()))
    (rule,) = measure_rules([CAUGHT, other, FALSE_ALARM])
    assert (rule.rule, rule.fired, rule.agreed, rule.silent) == ("sa-called-ito", 3, 1, None)


def test_a_contradiction_that_was_missed_is_counted_for_its_rule():
    (rule,) = measure_rules([Case(label(contraindications=["ito_core_product"]), told())])
    assert (rule.rule, rule.fired, rule.agreed, rule.silent) == ("ito-core-product", 0, 0, 1)


def test_labels_say_nothing_of_completeness():
    (rule,) = measure_rules([Case(label(), told(finding("brief-incomplete", kind="completeness", severity="advice")))])
    assert (rule.fired, rule.advice, rule.agreed) == (1, 1, None)


def test_a_sentence_is_quoted_when_half_of_each_is_common():
    assert is_quoted(QUOTE, [QUOTE.upper()])
    assert is_quoted(QUOTE, ["assigns the  tasks to\nboth developers"])
    assert not is_quoted(QUOTE, ["assigns the tasks to"])
    assert not is_quoted("assigns the tasks", ["assigns the tasks"])


def test_no_words_stand_nowhere():
    assert not is_place(" ", ["IT outsourcing"])
