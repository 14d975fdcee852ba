"""What holds for every format: the same bytes as before, nothing that acts on a screen, everything told."""

import csv
import json
import os
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting.reports import ATTACK, SAMPLE, VIEW, attack, brief, finding

from brieflint.linting.report import Report, Unreadable
from brieflint.reporting.formats import FORMATS, write

GOLDEN = Path(__file__).parent / "golden"
JSON = ("json", "sarif", "gitlab", "rdjson")
ACTING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
LINED = sorted(set(FORMATS) - {"text", "json", "html"})
"""The formats of this room; text, JSON and HTML have tests of their own."""


@pytest.mark.parametrize("form", LINED)
def test_a_report_is_written_as_before(form: str):
    """After a change that is meant, write the files anew with BRIEFLINT_WRITE_GOLDEN=1 and read the difference."""
    golden = GOLDEN / f"report.{form}"
    told = write(SAMPLE, form, VIEW)
    if os.environ.get("BRIEFLINT_WRITE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", LINED)
def test_nothing_of_a_brief_acts_on_a_screen(form: str):
    told = write(attack(), form, VIEW)
    assert not ACTING.search(told)
    assert told.count("owned") >= 2
    told.encode("utf-8")


@pytest.mark.parametrize("form", LINED)
def test_a_report_on_nothing_is_a_valid_one(form: str):
    told = write(Report(briefs=()), form, VIEW)
    if form in JSON:
        json.loads(told)
    if form == "junit":
        ElementTree.fromstring(told)


@pytest.mark.parametrize("form", LINED)
def test_a_file_that_could_not_be_checked_is_told(form: str):
    told = write(Report(briefs=(Unreadable(path="gone.docx", error="gone.docx: there is no such file."),)), form, VIEW)
    assert "gone.docx" in told
    assert "there is no such file" in told


@pytest.mark.parametrize("form", sorted(set(LINED) - {"jsonl"}))
def test_huge_text_is_cut(form: str):
    huge = "word " * 200_000
    report = Report(briefs=(brief(findings=(finding(message=huge),)), Unreadable(path="a.txt", error=huge)))
    assert len(write(report, form, VIEW)) < 40_000


@given(text=st.text(max_size=80))
@settings(max_examples=30, deadline=None)
@pytest.mark.parametrize("form", LINED)
def test_any_words_can_be_written(form: str, text: str):
    told = write(attack(text), form, VIEW)
    told.encode("utf-8")
    assert not ACTING.search(told)
    if form in JSON:
        json.loads(told)
    if form == "junit":
        ElementTree.fromstring(told)
    if form == "csv":
        assert {len(row) for row in csv.reader(StringIO(told))} == {12}


def test_every_line_of_jsonl_is_a_brief():
    lines = write(attack(), "jsonl", VIEW).split("\n")
    briefs = [json.loads(line) for line in lines if line]
    assert lines[-1] == ""
    assert [entry["status"] for entry in briefs] == ["checked", "checked", "unreadable"]
    assert briefs[0]["findings"][0]["message"] == ATTACK
    assert {entry["schema"] for entry in briefs} == {"brieflint-report/1"}


def test_a_line_of_jsonl_is_what_json_says_of_the_brief():
    lines = [json.loads(line) for line in write(SAMPLE, "jsonl", VIEW).splitlines()]
    briefs = json.loads(write(SAMPLE, "json", VIEW))["briefs"]
    assert [{key: value for key, value in line.items() if key != "schema"} for line in lines] == briefs


def test_a_path_is_told_from_the_folder_of_the_run(tmp_path: Path):
    view = replace(VIEW, root=str(tmp_path))
    report = Report(briefs=(brief(path=str(tmp_path / "in" / "a b.txt")),))
    assert json.loads(write(report, "gitlab", view))[0]["location"]["path"] == "in/a b.txt"
    assert "::error file=in/a b.txt," in write(report, "github", view)
    located = json.loads(write(report, "sarif", view))["runs"][0]["artifacts"][0]["location"]
    assert located == {"uri": "in/a%20b.txt", "uriBaseId": "%SRCROOT%"}
