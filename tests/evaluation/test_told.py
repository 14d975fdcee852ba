"""Reports that are scored: which entry belongs to a brief, and what is no report."""

from pathlib import Path

import pytest
from labelled import told

from brieflint.errors import BriefError
from brieflint.evaluation.told import find_told, parse_report, read_report


def test_an_entry_is_found_by_its_path():
    briefs = [told(path="in/a.txt"), told(path="in/b.txt")]
    assert find_told("in/b.txt", briefs) is briefs[1]


def test_an_entry_is_found_when_the_report_was_written_elsewhere():
    briefs = [told(path="/their/computer/in/a.txt")]
    assert find_told("/our/copy/in/a.txt", briefs) is briefs[0]


def test_of_several_files_of_a_name_the_one_with_most_of_the_same_folders_is_meant():
    briefs = [told(path="old/lot1/a.txt"), told(path="old/lot2/a.txt")]
    assert find_told("new/lot2/a.txt", briefs) is briefs[1]


def test_a_brief_that_is_not_in_the_report_is_not_found():
    assert find_told("in/c.txt", [told(path="in/a.txt")]) is None


@pytest.mark.parametrize("text", ["", "nonsense", "[" * 100_000, "[]", '{"briefs": 3}', '{"briefs": [{}]}', '{"report": []}'])
def test_what_is_no_report_is_told_with_its_file(tmp_path: Path, text: str):
    path = tmp_path / "old.json"
    path.write_text(text)
    with pytest.raises(BriefError, match=r"old\.json: (it is no report|not valid JSON)"):
        parse_report(read_report(path), str(path))
