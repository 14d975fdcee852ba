"""Findings kept out by remarks, each with its reason; and remarks that keep nothing out are told."""

import re
from dataclasses import replace
from datetime import date

import pytest
from samples import MISLABELLED

from brieflint.checking import check_document
from brieflint.documents import Document, Remark, read_bytes
from brieflint.grounds import Grounds
from brieflint.linting.report import BriefReport

RULE = "sa-called-ito"
WHY = "-- the framework contract fixes this title"
TODAY = date(2027, 3, 31)
TITLE, REST = MISLABELLED.split("\n", 1)
SECTIONED = f"""# Berths

## IT outsourcing for the booking portal

{REST}
## Prices

Prices hold until May.
"""


def read(text: str, name: str = "brief.txt") -> Document:
    return read_bytes(text.encode(), name)


def check(text: str, name: str = "brief.txt", today: date = TODAY) -> BriefReport:
    return check_document(read(text, name), Grounds(today=today))


def rules(report: BriefReport) -> list[str]:
    return [finding.rule for finding in report.findings]


def kept_out(report: BriefReport) -> list[str]:
    return [entry.finding.rule for entry in report.suppressed]


def note(report: BriefReport, rule: str) -> str:
    (message,) = (finding.message for finding in report.findings if finding.rule == rule)
    return message


def test_the_brief_is_mislabelled_without_a_remark():
    assert RULE in rules(check(MISLABELLED))
    assert RULE in rules(check(SECTIONED, "brief.md"))


def test_a_remark_with_a_reason_keeps_the_finding_out():
    report = check(f"brieflint: ignore {RULE} {WHY}\n{MISLABELLED}")
    assert RULE not in rules(report)
    assert kept_out(report) == [RULE]
    assert report.suppressions[0].status == "used"


def test_it_keeps_out_nothing_else():
    without = set(rules(check(MISLABELLED)))
    assert set(rules(check(f"brieflint: ignore {RULE} {WHY}\n{MISLABELLED}"))) == without - {RULE}


def test_it_is_about_the_next_block_only():
    report = check(f"{TITLE}\n\nbrieflint: ignore {RULE} {WHY}\n{REST}")
    assert RULE in rules(report)
    assert "unused-suppression" in rules(report)


def test_the_lines_of_a_title_are_one_block():
    report = check(f"brieflint: ignore {RULE} {WHY}\nTOWN OF KESTREL BAY\n{MISLABELLED}")
    assert kept_out(report) == [RULE]


def test_a_remark_about_the_file_may_stand_at_its_end():
    assert kept_out(check(f"{MISLABELLED}\nbrieflint: ignore-file {RULE} {WHY}\n")) == [RULE]


def test_only_a_remark_about_the_file_reaches_what_is_said_of_the_brief_as_a_whole():
    (whole,) = {finding.rule for finding in check(MISLABELLED).findings if finding.spot is None}
    assert kept_out(check(f"brieflint: ignore {whole} {WHY}\n{MISLABELLED}")) == []
    assert kept_out(check(f"brieflint: ignore-file {whole} {WHY}\n{MISLABELLED}")) == [whole]


def test_a_remark_above_a_heading_is_about_the_section_that_it_opens():
    remark = f"<!-- brieflint: ignore-section {RULE} {WHY} -->\n"
    assert kept_out(check(SECTIONED.replace("## IT", f"{remark}## IT"), "brief.md")) == [RULE]
    assert kept_out(check(SECTIONED.replace("## Prices", f"{remark}## Prices"), "brief.md")) == []


def test_a_remark_in_a_section_is_about_that_section():
    remark = f"<!-- brieflint: ignore-section {RULE} {WHY} -->\n"
    assert kept_out(check(SECTIONED.replace("Two Java", f"{remark}\nTwo Java"), "brief.md")) == [RULE]
    assert kept_out(check(SECTIONED.replace("Prices hold", f"{remark}\nPrices hold"), "brief.md")) == []


def test_a_comment_in_a_word_file_is_about_what_it_marks():
    document = read(MISLABELLED)
    remark = Remark(words=f"brieflint: ignore {RULE} {WHY}", end=len(TITLE), anchored=True, author="Ann Lee")
    report = check_document(replace(document, remarks=(remark,)), Grounds(today=TODAY))
    assert kept_out(report) == [RULE]
    assert report.suppressed[0].suppression.remark.author == "Ann Lee"


def test_a_remark_without_a_reason_does_not_count():
    report = check(f"brieflint: ignore {RULE}\n{MISLABELLED}")
    assert RULE in rules(report)
    assert f'"brieflint: ignore {RULE}"' in note(report, "suppression-without-reason")
    assert "unused-suppression" not in rules(report)


def test_a_slip_of_the_pen_keeps_nothing_out_and_is_told():
    report = check(f"brieflint: ignroe {RULE} {WHY}\n{MISLABELLED}")
    assert RULE in rules(report)
    assert 'perhaps "ignore" is meant' in note(report, "unreadable-suppression")


def test_a_rule_that_is_not_known_is_told_with_the_nearest_one():
    report = check(f"brieflint: ignore sa-caled-ito {WHY}\n{MISLABELLED}")
    (finding,) = (finding for finding in report.findings if finding.rule == "unknown-rule-in-suppression")
    assert finding.fix is not None
    assert f'"{RULE}"' in finding.fix.text
    assert "unused-suppression" not in rules(report)


def test_an_unknown_rule_does_not_undo_the_known_one_beside_it():
    report = check(f"brieflint: ignore {RULE}, no-such-rule {WHY}\n{MISLABELLED}")
    assert kept_out(report) == [RULE]
    assert "unknown-rule-in-suppression" in rules(report)


def test_a_remark_that_is_not_needed_is_told():
    report = check(f"{MISLABELLED}\nbrieflint: ignore-file so-called-sa {WHY}\n")
    assert "so-called-sa" in note(report, "unused-suppression")


def test_a_remark_holds_through_its_last_day():
    text = f"brieflint: ignore {RULE} until 2027-03-31 {WHY}\n{MISLABELLED}"
    assert kept_out(check(text, today=date(2027, 3, 31))) == [RULE]


def test_a_remark_does_not_count_after_its_last_day_and_is_told():
    text = f"brieflint: ignore {RULE} until 2027-03-31 {WHY}\n{MISLABELLED}"
    report = check(text, today=date(2027, 4, 1))
    assert RULE in rules(report)
    assert "2027-03-31" in note(report, "expired-suppression")


def test_today_can_be_set_for_a_run_that_is_to_be_repeated(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    text = f"brieflint: ignore {RULE} until 1970-01-01 {WHY}\n{MISLABELLED}"
    assert check_document(read(text)).suppressions[0].status == "used"


def test_a_remark_is_neither_judged_nor_quoted():
    text = MISLABELLED.replace("\n\n", "\n\nbrieflint: ignore-file so-called-sa -- our lead directs a dedicated team\n\n", 1)
    report, plain = check(text), check(MISLABELLED)
    assert report.described == plain.described
    assert report.coverage == plain.coverage
    quoted = [quote.spot.text for finding in report.findings for quote in finding.evidence]
    assert quoted
    assert not any("brieflint" in quote for quote in quoted)


@pytest.mark.parametrize("at", [0, 2])
def test_a_remark_that_keeps_nothing_out_changes_nothing_else(at: int):
    lines = MISLABELLED.splitlines(keepends=True)
    text = "".join([*lines[:at], f"brieflint: ignore no-such-rule {WHY}\n", *lines[at:]])
    before, after = check(MISLABELLED), check(text)
    assert [
        (finding.rule, finding.severity, finding.spot and finding.spot.text, finding.fingerprint)
        for finding in after.findings
        if finding.kind != "housekeeping"
    ] == [
        (finding.rule, finding.severity, finding.spot and finding.spot.text, finding.fingerprint) for finding in before.findings
    ]


def test_every_place_stays_true_below_a_remark():
    text = f"brieflint: ignore {RULE} {WHY}\nbrieflint: ignore-file so-called-sa\n\n{MISLABELLED}"
    report = check(text)
    spots = [entry.finding.spot for entry in report.suppressed] + [name.spot for name in report.named]
    spots += [finding.spot for finding in report.findings]
    for spot in filter(None, spots):
        assert text[spot.start : spot.end] == spot.text
        assert text.splitlines()[spot.line - 1][spot.column - 1 :].startswith(spot.text.split("\n")[0])


def test_a_note_on_a_remark_points_at_it():
    report = check(f"{MISLABELLED}\n  # brieflint: ignore {RULE}\n")
    (finding,) = (finding for finding in report.findings if finding.rule == "suppression-without-reason")
    assert finding.spot is not None
    assert re.fullmatch(rf"brieflint: ignore {RULE}", finding.spot.text)
    assert finding.spot.place.line == finding.spot.line == MISLABELLED.count("\n") + 2
