"""What holds for every format: the same bytes as before, nothing that acts on a screen, everything told."""

import json
import os
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from reporting.reports import ATTACK, SAMPLE, VIEW, attack, brief

from brieflint.linting.report import Report, Unreadable
from brieflint.reporting.formats import FORMATS, write

GOLDEN = Path(__file__).parent / "golden"
JSON = ("json", "sarif", "gitlab", "rdjson")
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


def test_every_line_of_jsonl_is_a_brief():
    lines = write(attack(), "jsonl", VIEW).split("\n")
    briefs = [json.loads(line) for line in lines if line]
    assert lines[-1] == ""
    assert [entry["status"] for entry in briefs] == ["checked", "checked", "unreadable"]
    assert briefs[0]["findings"][0]["message"] == ATTACK.replace("\ud800", "\ufffd")
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
