"""What changed between two reports on the same briefs."""

from labelled import CAUGHT, FALSE_ALARM, MISSED, RIGHT, finding, label, told, wrong

from brieflint.evaluation.cases import Case
from brieflint.evaluation.comparison import compare


def test_the_same_verdicts_are_no_change():
    assert compare([RIGHT, CAUGHT], [RIGHT, CAUGHT]) == ()


def test_confidence_alone_is_no_change():
    assert compare([RIGHT], [Case(label(), told(confidence=0.6))]) == ()


def test_an_alarm_that_went_away_is_better_on_a_brief_rightly_labelled():
    (change,) = compare([FALSE_ALARM], [RIGHT])
    assert (change.part, change.before, change.now, change.effect) == (
        "mislabelling",
        "sa-called-ito (error)",
        "nothing",
        "better",
    )


def test_an_alarm_that_went_away_is_worse_on_a_mislabelled_brief():
    parts = {change.part: change.effect for change in compare([CAUGHT], [MISSED])}
    assert parts == {"mislabelling": "worse", "named": "worse"}


def test_an_alarm_that_only_got_louder_is_told_and_neither():
    (change,) = compare([Case(wrong(), told(finding(severity="warning")))], [Case(wrong(), told(finding()))])
    assert (change.before, change.effect) == ("sa-called-ito (warning)", "neither")


def test_another_wrong_model_is_neither_better_nor_worse():
    before, now = (Case(label(described="none"), told(model=model)) for model in ("mixed", "dedicated_team"))
    (change,) = compare([before], [now])
    assert (change.part, change.before, change.now, change.effect) == ("described", "mixed", "dedicated_team", "neither")


def test_a_contradiction_that_is_told_now_is_a_change():
    known = label(contraindications=["sa_vendor_accountable"])
    now = told(finding("sa-vendor-accountable", kind="contradiction", severity="warning"))
    (change,) = compare([Case(known, told())], [Case(known, now)])
    assert (change.part, change.now, change.effect) == ("contradictions", "sa-vendor-accountable", "better")


def test_a_brief_that_can_be_read_now_is_one_change():
    (change,) = compare([Case(label(), None, "the file is empty")], [RIGHT])
    assert (change.part, change.before, change.now, change.effect) == ("read", "the file is empty", "read", "better")
