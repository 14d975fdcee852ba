"""What holds for the fix of every brief: once is enough, the alarm is gone, and nothing else has changed."""

import re
from functools import cache
from pathlib import Path

import pytest

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.fixing import Fixed, fix_path
from brieflint.linting.report import BriefReport

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".md") and path.name != "README.md")
QUALITY = sorted((ROOT / "tests" / "quality" / "briefs").glob("*.txt"))[::2]
BRIEFS = [*EXAMPLES, *QUALITY]


@cache
def fixed(path: Path) -> Fixed:
    return fix_path(str(path), unsafe=True)


def report_on(data: bytes, path: Path) -> BriefReport:
    return check_document(read_bytes(data, path.name))


def mislabellings(report: BriefReport) -> list[str]:
    return [finding.rule for finding in report.findings if finding.kind == "mislabelling" and finding.spot]


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_twice_is_the_same_as_once(path: Path, tmp_path: Path):
    once = fixed(path)
    again = tmp_path / path.name
    again.write_bytes(once.after)
    assert fix_path(str(again), unsafe=True).after == once.after


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_example_is_mislabelled_after_its_fix(path: Path):
    assert mislabellings(report_on(fixed(path).after, path)) == []


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_where_every_label_could_be_changed_the_alarm_is_gone(path: Path):
    if not fixed(path).left:
        assert mislabellings(report_on(fixed(path).after, path)) == []


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_the_model_that_is_described_stays(path: Path):
    done = fixed(path)
    assert report_on(done.after, path).described.model == report_on(done.before, path).described.model


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_as_many_lines_are_there_as_before(path: Path):
    done = fixed(path)
    assert done.after.count(b"\n") == done.before.count(b"\n")


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_no_article_is_left_before_the_wrong_sound(path: Path):
    text = fixed(path).after.decode()
    assert re.findall(r"(?i)\ba IT outsourcing|\ban (?:staff augm|software outs|dedicated team)", text) == []


def test_there_are_briefs_to_fix():
    assert sum(bool(fixed(path).applied) for path in BRIEFS) > 10
