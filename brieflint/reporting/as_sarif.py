"""The report as SARIF 2.1.0, the format of static analysis results (OASIS), for code scanning services and viewers.

An error is an error there, a warning a warning, advice a note; a file that could not be checked is a notification of the
run, which then did not succeed. Lines, columns and offsets are told for text and Markdown files only: offsets count the
characters of the text with every line end as one. Other formats have no lines, so there a logical location says the page,
the section or the paragraph.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from brieflint import __version__
from brieflint.documents.places import say_place
from brieflint.knowledge.buys import BuyRule
from brieflint.knowledge.legal import LegalNote
from brieflint.knowledge.patterns import Rule
from brieflint.linting.finding import Finding, FindingSeverity, Spot
from brieflint.linting.housekeeping import NOTICES, Notice
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.linting.suppression import Suppressed
from brieflint.reporting.entries import LONGEST, advise, has_lines, relate
from brieflint.reporting.explanations import explain_buy_rule, explain_note, explain_notice, explain_rule
from brieflint.reporting.pages import set_markdown
from brieflint.reporting.paragraphs import Page, set_text
from brieflint.reporting.plainjson import dump
from brieflint.reporting.view import View
from brieflint.reporting.words import clip
from brieflint.signs import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[FindingSeverity, str] = {"error": "error", "warning": "warning", "advice": "note", "info": "note"}
BASE = "%SRCROOT%"
FINGERPRINT = "ruleAndSentence/v1"
"""What a finding is known by in later runs: its rule, the words of its sentence, and its number among the same ones."""


def write_sarif(report: Report, view: View) -> str:
    """One run with the metadata of all rules, the briefs as artifacts, and their findings as results."""
    described = [
        *(_describe(rule, _explain(rule, view), view) for rule in report.rules),
        *(_describe(notice, explain_notice(notice), view) for notice in NOTICES.values()),
    ]
    places = {rule["id"]: number for number, rule in enumerate(described)}
    unreadable = [_notify(brief, number, view) for number, brief in enumerate(report.briefs) if isinstance(brief, Unreadable)]
    results = [
        result
        for number, brief in enumerate(report.briefs)
        if isinstance(brief, BriefReport)
        for result in _write_results(brief, number, places, view)
    ]
    run = {
        "tool": {
            "driver": {
                "name": "brieflint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": described,
            }
        },
        "invocations": [{"executionSuccessful": not unreadable, "toolExecutionNotifications": unreadable}],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder from which brieflint was run."}}},
        "artifacts": [{"location": _locate(brief.path, None, view), "roles": ["analysisTarget"]} for brief in report.briefs],
        "results": results,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _explain(rule: Rule | BuyRule | LegalNote, view: View) -> Page:
    if isinstance(rule, LegalNote):
        return explain_note(rule)
    return explain_rule(rule, view.guide) if isinstance(rule, Rule) else explain_buy_rule(rule)


def _describe(rule: Rule | BuyRule | LegalNote | Notice, told: Page, view: View) -> dict[str, Any]:
    source = {"section": rule.section, "lines": list(rule.lines)} if isinstance(rule, Rule) else {}
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": told[1].paragraphs[0] if isinstance(told[1].paragraphs[0], str) else rule.title},
        "help": {"text": set_text(told), "markdown": set_markdown(told)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.kind],
            "problem.severity": {"advice": "recommendation", "info": "recommendation"}.get(rule.severity, rule.severity),
            **({"guide": {"title": view.guide.source.title, **source}} if source else {}),
        },
    }


def _notify(brief: Unreadable, number: int, view: View) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": clip(brief.error, LONGEST)},
        "locations": [{"physicalLocation": {"artifactLocation": _locate(brief.path, number, view)}}],
    }


def _write_results(brief: BriefReport, number: int, rules: Mapping[str, int], view: View) -> Iterator[dict[str, Any]]:
    artifact = _locate(brief.path, number, view)
    lined = has_lines(brief.path)
    kept = brief.suppressed if view.suppressed else ()
    for finding, entry in (*((finding, None) for finding in brief.findings), *((entry.finding, entry) for entry in kept)):
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": rules.get(finding.rule, -1),
            "level": LEVELS[finding.severity],
            "message": {"text": _tell(finding)},
            "locations": [_place(artifact, finding.spot, lined)],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
            "properties": {"kind": finding.kind, "shouldSay": finding.should_say, "described": brief.described.model},
        }
        related = [(_place(artifact, quote.spot, lined), quote.spot) for quote in finding.evidence]
        related += [
            (_place(_locate(other.path, None, view), other.spot, has_lines(other.path)), other.spot)
            for other in finding.elsewhere
        ]
        if finding.citation:
            result["properties"]["legal"] = asdict(finding.citation)
        if related:
            result["relatedLocations"] = [
                {"id": number, **place, "message": {"text": clip(spot.text)}} for number, (place, spot) in enumerate(related, 1)
            ]
        if fixes := _write_fixes(finding, artifact):
            result["fixes"] = fixes
        if view.suppressed:
            result["suppressions"] = list(_write_suppressions(entry))
        yield result


def _write_suppressions(entry: Suppressed | None) -> Iterator[dict[str, str]]:
    """Why a finding was kept out: by a remark in the brief, or because a baseline outside of it knows the finding."""
    if entry and entry.suppression and entry.suppression.directive:
        yield {"kind": "inSource", "status": "accepted", "justification": clip(entry.suppression.directive.reason, LONGEST)}
    elif entry:
        yield {"kind": "external", "status": "accepted", "justification": "known from the baseline"}


def _tell(finding: Finding) -> str:
    advice = advise(finding)
    return clip(finding.message, LONGEST) + (f" Fix: {advice}" if advice else "")


def _write_fixes(finding: Finding, artifact: Mapping[str, Any]) -> Sequence[dict[str, Any]]:
    fix = finding.fix
    if fix is None or not fix.edits:
        return ()
    safety = "safe" if fix.safe else "unsafe: see first whether the name or the text is wrong"
    return [
        {
            "description": {"text": f'Write "{fix.replacement}" ({safety}).'},
            "artifactChanges": [
                {
                    "artifactLocation": artifact,
                    "replacements": [
                        {"deletedRegion": _region(edit.spot), "insertedContent": {"text": edit.text}} for edit in fix.edits
                    ],
                }
            ],
        }
    ]


def _place(artifact: Mapping[str, Any], spot: Spot | None, lined: bool) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if lined:
        physical["region"] = _region(spot) if spot else {"startLine": 1}
    if spot is None or lined:
        return {"physicalLocation": physical}
    place = spot.place
    known = {"page": place.page, "paragraph": place.paragraph, "table": place.table, "row": place.row}
    logical = {
        "name": printable(say_place(place, spot.line)),
        "fullyQualifiedName": printable(" / ".join(filter(None, [place.section, say_place(place, spot.line)]))),
        "properties": {name: number for name, number in known.items() if number is not None},
    }
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _region(spot: Spot) -> dict[str, Any]:
    """Lines and columns, and no offsets: in a file with Windows line ends other readers count more characters than we do."""
    return {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    }


def _locate(path: str, number: int | None, view: View) -> dict[str, Any]:
    related = relate(path, view.root)
    index = {} if number is None else {"index": number}
    uri = quote(_encode(related), safe="/:" if PurePath(path).is_absolute() else "/")
    if PurePath(related).is_absolute():
        return {"uri": f"file://{'' if uri.startswith('/') else '/'}{uri}", **index}
    return {"uri": uri, "uriBaseId": BASE, **index}


def _encode(path: str) -> bytes:
    """The bytes of a path as the system has them, also of names that are no text."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")
