"""The report as JUnit XML: a suite for each brief, a test case for each finding.

An error or a warning is a failure, advice and information a case that passed with a remark; a file that could not be checked
is an error; a brief without findings is one case that passed.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from brieflint.linting.report import Report
from brieflint.reporting.entries import Entry, list_entries, show_path
from brieflint.reporting.view import View

PASSED = ("advice", "info")
"""Severities with which a case has passed."""


def write_junit(report: Report, view: View) -> str:
    """The suites, in the order of the briefs."""
    suites = Element("testsuites", name="brieflint")
    for brief in report.briefs:
        path = show_path(brief.path, view.root)
        entries = list(list_entries(Report(briefs=(brief,)), view.root))
        suite = SubElement(suites, "testsuite", _count(entries), name=path)
        if not entries:
            SubElement(suite, "testcase", name="no findings", classname=path)
        for entry in entries:
            _add(suite, entry)
    indent(suites)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(suites, encoding='unicode')}\n"


def _count(entries: list[Entry]) -> dict[str, str]:
    errors = sum(entry.finding is None for entry in entries)
    failures = sum(entry.finding is not None and entry.severity not in PASSED for entry in entries)
    return {"tests": str(len(entries) or 1), "failures": str(failures), "errors": str(errors)}


def _add(suite: Element, entry: Entry) -> None:
    name = f"{entry.rule} ({entry.place})" if entry.place else entry.rule
    case = SubElement(suite, "testcase", name=name, classname=entry.path, file=entry.path)
    if entry.spot and entry.in_lines:
        case.set("line", str(entry.spot.line))
    told = entry.message + (f"\nFix: {entry.advice}" if entry.advice else "")
    if entry.finding is not None and entry.severity in PASSED:
        SubElement(case, "system-out").text = f"{entry.title}\n{told}"
        return
    kind = "error" if entry.finding is None else "failure"
    SubElement(case, kind, type=entry.severity, message=entry.title).text = told
