"""Findings as the diagnostics of an editor, with the places that they rest on."""

from collections.abc import Iterator, Mapping

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location

from brieflint.editing.checks import Checked, Opinion, Trouble
from brieflint.editing.places import find_stretch
from brieflint.editing.positions import Lines
from brieflint.linting.finding import Finding, FindingSeverity, Spot
from brieflint.reporting.entries import LONGEST
from brieflint.reporting.words import clip
from brieflint.signs import clean_lines

SOURCE = "brieflint"
SEVERITIES: Mapping[FindingSeverity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "advice": DiagnosticSeverity.Information,
    "info": DiagnosticSeverity.Information,
}


def make_diagnostics(checked: Checked, encoding: str, *, related: bool) -> list[Diagnostic]:
    """The diagnostics for a text; with `related` places, for editors that can show them."""
    if checked.trouble:
        return [_tell_trouble(checked.trouble, Lines(checked.text.words.replace("\r", "\n"), encoding))]
    opinion = checked.opinion
    if opinion is None:
        return []
    lines = Lines(opinion.judged.document.text, encoding)
    uri = checked.text.uri if related else ""
    return [_tell_finding(finding, opinion, lines, uri) for finding in opinion.report.findings]


def _tell_finding(finding: Finding, opinion: Opinion, lines: Lines, uri: str) -> Diagnostic:
    """With related places in the text of that name, without them for ""."""
    related = [
        DiagnosticRelatedInformation(location=Location(uri=uri, range=lines.range(spot.start, spot.end)), message=told)
        for spot, told in (_relate(finding) if uri else ())
    ]
    return Diagnostic(
        range=lines.range(*find_stretch(finding, opinion.judged.document, lines)),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        message=clip(finding.message, LONGEST),
        related_information=related or None,
    )


def _tell_trouble(trouble: Trouble, lines: Lines) -> Diagnostic:
    return Diagnostic(
        range=lines.range(*lines.line(0)),
        severity=DiagnosticSeverity.Error,
        code=trouble.code,
        source=SOURCE,
        message=f"This text is not checked. {clean_lines(trouble.told)}",
    )


def _relate(finding: Finding) -> Iterator[tuple[Spot, str]]:
    """The places that a finding rests on, and those where its label stands as well."""
    for quote in finding.evidence:
        yield quote.spot, f'Rests on: "{clip(quote.spot.text)}"'
    if finding.fix:
        for edit in finding.fix.edits:
            if finding.spot and edit.spot.end != finding.spot.end:
                yield edit.spot, f'"{clip(edit.spot.text)}" stands here as well'
        for spot in finding.fix.left:
            yield spot, f'"{clip(spot.text)}" stands here as well; the sentence needs a person to change it'
