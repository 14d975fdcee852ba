"""The formats of services: workflow commands, code quality, JUnit, diagnostics, and tables for people."""

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from reporting.reports import SAMPLE, VIEW, attack, brief, finding, on_paper, spot

from brieflint.linting.finding import Edit, Fix
from brieflint.linting.report import Report, Unreadable
from brieflint.reporting.formats import write


def told(form: str, *briefs) -> str:
    return write(Report(briefs=briefs), form, VIEW)


def test_a_workflow_command_says_where_and_what():
    line = told("github", brief()).splitlines()[0]
    assert line.startswith("::error file=briefs/rfp one.txt,line=3,endLine=3,col=5,endColumn=19,title=Staff augmentation")
    assert "::The work is called" in line
    assert "%0AFix: Write" in line


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("advice", "notice")])
def test_each_severity_has_its_command(severity: str, command: str):
    assert told("github", brief(findings=(finding(severity=severity),))).startswith(f"::{command} ")


def test_no_word_of_a_brief_begins_a_workflow_command():
    lines = write(attack(), "github", VIEW).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::error", "brieflint:"]
    properties = lines[0].removeprefix("::error ").partition("::")[0]
    assert [pair.split("=")[0] for pair in properties.split(",")] == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert "%250A" in lines[0]


def test_what_stands_on_paper_is_told_with_its_page():
    line = told("github", brief(path="offer.pdf", findings=(on_paper(finding()),))).splitlines()[0]
    assert ",line=1,title=" in line
    assert "section 2, page 4" in line


def test_a_code_quality_issue_has_what_gitlab_needs():
    issues = json.loads(write(SAMPLE, "gitlab", VIEW))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info", "blocker"]
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["location"]["lines"]["begin"] >= 1


def test_code_quality_fingerprints_tell_all_issues_apart():
    one, other = finding(), finding(fingerprint="fedcba9876543210")
    issues = json.loads(told("gitlab", brief(findings=(one, other)), brief(path="other.txt", findings=(one,))))
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_a_code_quality_fingerprint_stays_when_the_sentence_moves():
    moved = replace(finding(), spot=spot(line=40))
    first, second = (json.loads(told("gitlab", brief(findings=(one,))))[0]["fingerprint"] for one in (finding(), moved))
    assert first == second


def test_junit_counts_what_it_holds():
    suites = list(ElementTree.fromstring(write(SAMPLE, "junit", VIEW)))
    counts = [(suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in suites]
    assert counts == [("1", "1", "0"), ("2", "1", "0"), ("1", "0", "0"), ("1", "0", "1")]
    assert [len(suite) for suite in suites] == [1, 2, 1, 1]


def test_advice_fails_no_junit_case():
    case = ElementTree.fromstring(told("junit", brief(findings=(finding(severity="advice"),))))[0][0]
    assert [child.tag for child in case] == ["system-out"]


def test_the_words_of_a_brief_are_text_in_junit():
    root = ElementTree.fromstring(write(attack(), "junit", VIEW))
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "error"}
    assert "<script>" in root[0][0][0].text


def test_a_diagnostic_counts_columns_in_bytes():
    diagnostic = json.loads(told("rdjson", brief()))["diagnostics"][0]
    assert diagnostic["location"]["range"]["start"] == {"line": 3, "column": 6}


def test_a_suggestion_writes_the_name_in_each_place():
    diagnostics = json.loads(told("rdjson", brief()))["diagnostics"]
    assert [diagnostic["suggestions"][0]["text"] for diagnostic in diagnostics] == [
        "staff augmentation",
        "a staff augmentation",
    ]
    for diagnostic in diagnostics:
        assert diagnostic["suggestions"][0]["range"] == diagnostic["location"]["range"]


def test_what_cannot_be_changed_has_no_suggestion():
    diagnostic = json.loads(told("rdjson", brief(path="offer.pdf", findings=(on_paper(finding()),))))["diagnostics"][0]
    assert "suggestions" not in diagnostic
    assert "range" not in diagnostic["location"]
    assert diagnostic["message"].endswith("(section 2, page 4)")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "|", "%", "\t=", "\r=", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str):
    rows = list(csv.reader(StringIO(told("csv", brief(findings=(finding(message=f"{sign}SUM(A1)", title=f"{sign}x"),))))))
    assert [cell[0] for cell in (rows[1][6], rows[1][7])] == ["'", "'"]


def test_the_table_has_a_row_for_each_finding():
    rows = list(csv.DictReader(StringIO(write(SAMPLE, "csv", VIEW))))
    assert [(row["path"], row["line"], row["place"]) for row in rows] == [
        ("briefs/rfp one.txt", "3", "line 3"),
        ("briefs/offer.pdf", "", "section 2, page 4"),
        ("briefs/offer.pdf", "", ""),
        ("gone.docx", "", ""),
    ]


def tags(markdown: str) -> set[str]:
    html = MarkdownIt("commonmark").enable("table").render(markdown.replace("@<!-- -->", "@"))
    return set(re.findall(r"<(\w+)", html))


def test_the_words_of_a_brief_are_text_in_markdown():
    assert tags(write(attack(), "markdown", VIEW)) <= tags(write(SAMPLE, "markdown", VIEW))


def test_a_row_of_a_markdown_table_has_its_cells_only():
    html = MarkdownIt("commonmark").enable("table").render(write(attack(), "markdown", VIEW))
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    assert {len(re.findall(r"<t[hd]", row)) for row in rows} == {3, 4}


def test_markdown_mentions_nobody():
    assert not re.search(r"@\w", write(attack(), "markdown", VIEW))


def test_markdown_tells_a_single_brief_without_a_table_of_briefs():
    assert "| Brief |" not in told("markdown", brief())
    assert "| Brief |" in told("markdown", brief(), Unreadable(path="a", error="a: no."))


def test_a_fix_without_edits_is_advice_only():
    fix = Fix(text="Ask.", replacement=None, guide="", guide_lines=())
    assert "suggestions" not in json.loads(told("rdjson", brief(findings=(finding(fix=fix),))))["diagnostics"][0]


def test_an_edit_that_takes_its_article_along_is_the_suggestion_of_its_finding():
    article = Edit(spot=spot("an IT outsourcing", start=17, column=2), text="a staff augmentation")
    fix = Fix(text="Ask.", replacement="staff augmentation", guide="", guide_lines=(), edits=(article,))
    diagnostics = json.loads(told("rdjson", brief(findings=(finding(fix=fix),))))["diagnostics"]
    assert [diagnostic["location"]["range"]["start"]["column"] for diagnostic in diagnostics] == [3]
