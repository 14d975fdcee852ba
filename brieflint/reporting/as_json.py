"""The report as JSON (`brieflint-report/1`; its schema is `report.schema.json` beside this module)."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from brieflint import __version__
from brieflint.linting.finding import Finding, Quote, Spot
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.linting.suppression import Suppressed
from brieflint.reporting.plainjson import dump
from brieflint.reporting.view import View

SCHEMA = "brieflint-report/1"


def write_json(report: Report, view: View | None = None) -> str:
    """The whole report, all findings of each brief heaviest first; of a view only `suppressed` counts."""
    suppressed = view is not None and view.suppressed
    return dump(to_plain(report, suppressed=suppressed), indent=2) + "\n"


def to_plain(report: Report, *, suppressed: bool = False) -> dict[str, Any]:
    """The report as plain values, with the findings that were kept out of it if these are wanted."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "briefs": [_brief(brief, suppressed=suppressed) for brief in report.briefs],
        "summary": {
            "checked": len(report.checked),
            "unreadable": len(report.unreadable),
            "skipped": report.skipped,
            "mislabelled": report.mislabelled,
            "errors": report.count("error"),
            "warnings": report.count("warning"),
            "advice": report.count("advice"),
            "suppressed": sum(len(brief.suppressed) - brief.known for brief in report.checked),
            "known": sum(brief.known for brief in report.checked),
            **({"info": notes} if (notes := report.count("info")) else {}),
        },
        "stale": [{"path": entry.path, "rule": entry.rule, "text": entry.text} for entry in report.stale],
    }


def _brief(brief: BriefReport | Unreadable, *, suppressed: bool) -> dict[str, Any]:
    if isinstance(brief, Unreadable):
        return {
            "path": brief.path,
            "status": "unreadable",
            "error": brief.error,
            "named": [],
            "described": None,
            "findings": [],
        }
    described = brief.described
    return {
        "path": brief.path,
        "status": "checked",
        "error": None,
        "named": [{"model": name.model, **_where(name.spot)} for name in brief.named],
        "described": {
            "model": described.model,
            "confidence": _rounded(described.confidence),
            "reason": described.reason,
            "scores": {model: _rounded(score) for model, score in described.scores.items()},
            "grid": {
                row: cell
                and {
                    "model": cell.model,
                    "text": cell.spot.text,
                    "line": cell.spot.line,
                    "against": cell.against and _quote(cell.against),
                }
                for row, cell in brief.grid.items()
            },
        },
        "lots": [
            {
                "title": lot.title,
                "named": list(lot.named),
                "described": lot.described,
                "confidence": _rounded(lot.confidence),
            }
            for lot in brief.lots
        ],
        "questions": list(brief.questions),
        "findings": [
            *(_finding(finding) for finding in brief.findings),
            *(_suppressed(entry) for entry in brief.suppressed if suppressed),
        ],
        "coverage": {
            "words": brief.coverage.words,
            "sentences": brief.coverage.sentences,
            "light_sections": list(brief.coverage.light_sections),
        },
    }


def _finding(finding: Finding) -> dict[str, Any]:
    spot = finding.spot
    fix = finding.fix
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "title": finding.title,
        "message": finding.message,
        "happens": finding.happens,
        "line": spot and spot.line,
        "column": spot and spot.column,
        "end_line": spot and spot.end_line,
        "end_column": spot and spot.end_column,
        "start": spot and spot.start,
        "end": spot and spot.end,
        "text": spot.text if spot else "",
        "place": spot and _place(spot),
        "should_say": finding.should_say,
        "evidence": [_quote(quote) for quote in finding.evidence],
        "fix": fix
        and {
            "text": fix.text,
            "replacement": fix.replacement,
            "guide": fix.guide,
            "guide_lines": list(fix.guide_lines),
        },
    } | _more(finding)


def _more(finding: Finding) -> dict[str, Any]:
    """The other places of a contradiction between files, and the law of a legal note; nothing for all other findings."""
    places = [{"path": entry.path, **_where(entry.spot), "place": _place(entry.spot)} for entry in finding.elsewhere]
    law = {"legal": asdict(finding.citation)} if finding.citation else {}
    return ({"elsewhere": places} if places else {}) | law


def _suppressed(entry: Suppressed) -> dict[str, Any]:
    suppression = entry.suppression
    directive = suppression and suppression.directive
    return _finding(entry.finding) | {
        "suppressed": True,
        "suppression": {
            "by": "remark" if suppression else "baseline",
            "reason": directive.reason if directive else "",
            "until": directive.until.isoformat() if directive and directive.until else None,
            "author": suppression.remark.author if suppression else "",
            "date": suppression.remark.date if suppression else "",
            "line": suppression.remark.line if suppression else None,
        },
    }


def _quote(quote: Quote) -> dict[str, Any]:
    spot = quote.spot
    return {
        "text": spot.text,
        "line": spot.line,
        "start": spot.start,
        "end": spot.end,
        "dimension": quote.dimension,
        "model": quote.model,
    }


def _where(spot: Spot) -> Mapping[str, Any]:
    return {"text": spot.text, "line": spot.line, "column": spot.column, "start": spot.start, "end": spot.end}


def _place(spot: Spot) -> dict[str, Any]:
    place = spot.place
    return {
        "page": place.page,
        "paragraph": place.paragraph,
        "table": place.table,
        "row": place.row,
        "section": place.section,
    } | ({"cell": place.cell} if place.cell else {})


def _rounded(value: float) -> float:
    return round(value, 4)
