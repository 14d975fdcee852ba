"""Known findings stay known while the rest of a brief is edited, and are new when their own sentence changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import MISLABELLED

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.errors import ConfigError
from brieflint.grounds import Grounds
from brieflint.linting.baseline import Baseline, Entry, find_gone, make_entry, name_brief, read_baseline, write_baseline
from brieflint.linting.report import BriefReport

RULE = "sa-called-ito"
TITLE, REST = MISLABELLED.split("\n", 1)
ENTRIES = st.builds(Entry, path=st.text(min_size=1), rule=st.text(), fingerprint=st.text(), text=st.text())


def check(text: str, known: tuple[Entry, ...] = ()) -> BriefReport:
    return check_document(read_bytes(text.encode(), "brief.txt"), Grounds(known=tuple(known)))


@pytest.fixture(scope="module")
def known() -> tuple[Entry, ...]:
    return tuple(make_entry(finding, "brief.txt") for finding in check(MISLABELLED).findings)


def test_what_is_known_is_not_reported(known):
    report = check(MISLABELLED, known)
    assert report.findings == ()
    assert (report.known, report.stale) == (len(known), ())


@pytest.mark.parametrize(
    "text",
    [
        f"\n\n{MISLABELLED}",
        f"{MISLABELLED}\nQuestions go to the clerk of the council.\n",
        f"{TITLE}\n\nThe town lies by the sea.\n{REST}",
        MISLABELLED.replace("Odense", "Aarhus"),
        f"{TITLE.replace(' ', '  ')}\n{REST}",
        f"brieflint: ignore-file so-called-sa -- not meant\n{MISLABELLED}",
    ],
    ids=["moved down", "something added below", "something added above", "another sentence", "white space", "a remark"],
)
def test_it_stays_known_when_something_else_changes(known, text: str):
    assert RULE not in {finding.rule for finding in check(text, known).findings}


def test_it_is_new_when_its_own_sentence_changes(known):
    report = check(MISLABELLED.replace("for the booking portal", "for the ticket portal"), known)
    assert RULE in {finding.rule for finding in report.findings}
    assert RULE in {entry.rule for entry in report.stale}


def test_what_was_mended_is_told(known):
    report = check(MISLABELLED.replace("IT outsourcing", "staff augmentation"), known)
    assert RULE in {entry.rule for entry in report.stale}


def test_a_known_finding_that_a_remark_keeps_out_is_not_stale(known):
    report = check(f"brieflint: ignore {RULE} -- agreed\n{MISLABELLED}", known)
    assert report.stale == ()


def test_the_same_rule_on_the_same_sentence_twice_has_two_fingerprints():
    lot = REST.strip()
    text = f"Two lots\n\nLot 1: north\n\nIT outsourcing\n\n{lot}\n\nLot 2: south\n\nIT outsourcing\n\n{lot}\n"
    findings = check(text).findings
    assert len({(finding.rule, finding.fingerprint) for finding in findings}) == len(findings)


@given(st.lists(ENTRIES, max_size=8, unique=True))
def test_what_is_written_is_read_again_in_any_order(tmp_path_factory, entries: list[Entry]):
    place = tmp_path_factory.mktemp("baseline") / "base.json"
    text = write_baseline(entries)
    assert write_baseline(reversed(entries)) == text
    place.write_text(text, encoding="utf-8", newline="")
    read = read_baseline(place)
    assert {entry for found in read.entries.values() for entry in found} == set(entries)


def test_briefs_are_named_from_the_folder_of_the_baseline(tmp_path: Path):
    assert name_brief(str(tmp_path / "in" / "a.txt"), tmp_path / "known" / "base.json") == "../in/a.txt"


def test_a_brief_that_is_gone_is_told_and_one_that_was_not_checked_is_not(tmp_path: Path):
    (tmp_path / "here.txt").write_text("x")
    entries = {name: (Entry(path=name, rule=RULE, fingerprint="f"),) for name in ("here.txt", "gone.txt")}
    assert [entry.path for entry in find_gone(Baseline(path=tmp_path / "base.json", entries=entries))] == ["gone.txt"]


def test_a_baseline_that_is_missing_says_how_to_write_one(tmp_path: Path):
    with pytest.raises(ConfigError, match="brieflint baseline write PATH --output"):
        read_baseline(tmp_path / "base.json")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"schema": "brieflint-baseline/1"}', '{"schema": "brieflint-baseline/1", "findings": [1]}'],
)
def test_anything_else_is_no_baseline(tmp_path: Path, text: str):
    (tmp_path / "base.json").write_text(text)
    with pytest.raises(ConfigError, match="this is no baseline"):
        read_baseline(tmp_path / "base.json")


def test_a_baseline_of_another_kind_is_refused(tmp_path: Path):
    (tmp_path / "base.json").write_text('{"schema": "brieflint-baseline/9", "findings": {}}')
    with pytest.raises(ConfigError, match="another kind"):
        read_baseline(tmp_path / "base.json")
