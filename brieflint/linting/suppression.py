"""Findings kept out of the report by remarks in the brief, each with its reason; and what there is to say of the remarks."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Literal

from brieflint.documents.document import Document, Remark
from brieflint.knowledge.legal import NOTE
from brieflint.linting.directive import Directive, DirectiveError, parse_directive, write_directive
from brieflint.linting.finding import Finding, Spot
from brieflint.linting.housekeeping import note
from brieflint.linting.reach import NOWHERE, Outline, covers

Status = Literal["used", "unused", "expired", "without-reason", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A remark in a brief, what it asks for (None when it cannot be read), and what came of it.

    `spot` is where a person finds it, `line` its line in the file. `author` and `date` (as written there) come from Word
    comments; of other files only their history knows them. `used` are the rules of the findings that it keeps out.
    """

    remark: Remark
    directive: Directive | None
    spot: Spot | None
    status: Status
    used: tuple[str, ...] = ()
    mistake: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A finding that was kept out of the report, by a remark or, if that is None, because a baseline knows it."""

    finding: Finding
    suppression: Suppression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The findings that remain, those kept out, all remarks, and the findings about remarks."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    suppressions: tuple[Suppression, ...]
    notes: tuple[Finding, ...]


def suppress(document: Document, findings: Sequence[Finding], rules: Collection[str], today: date) -> Outcome:
    """Keep out what the remarks of a document say. `rules` are all that are known; a remark holds through its last day."""
    if not document.remarks:
        return Outcome(kept=tuple(findings), suppressed=(), suppressions=(), notes=())
    outline = Outline(document)
    read = [_read(remark, outline, today) for remark in document.remarks]
    takers: dict[int, int] = {}
    used: list[set[str]] = [set() for _ in read]
    for index, suppression in enumerate(read):
        directive = suppression.directive
        effective = directive is not None and suppression.status == "unused"
        reach = outline.find_reach(suppression.remark, directive.reach) if directive and effective else NOWHERE
        for number, finding in enumerate(findings):
            if directive and finding.rule in directive.rules and covers(reach, finding):
                takers.setdefault(number, index)
                used[index].add(finding.rule)
    done = [
        replace(suppression, status="used", used=tuple(sorted(names))) if names else suppression
        for suppression, names in zip(read, used, strict=True)
    ]
    return Outcome(
        kept=tuple(finding for number, finding in enumerate(findings) if number not in takers),
        suppressed=tuple(
            Suppressed(finding=finding, suppression=done[takers[number]])
            for number, finding in enumerate(findings)
            if number in takers
        ),
        suppressions=tuple(done),
        notes=tuple(found for suppression in done for found in _tell(suppression, rules)),
    )


def _read(remark: Remark, outline: Outline, today: date) -> Suppression:
    spot = outline.find_spot(remark)
    try:
        directive = parse_directive(remark.words)
    except DirectiveError as error:
        return Suppression(remark=remark, directive=None, spot=spot, status="unreadable", mistake=str(error))
    status: Status = "unused"
    if not directive.reason:
        status = "without-reason"
    elif directive.until and directive.until < today:
        status = "expired"
    return Suppression(remark=remark, directive=directive, spot=spot, status=status)


def _tell(suppression: Suppression, rules: Collection[str]) -> Iterator[Finding]:
    words, spot, directive = suppression.remark.words, suppression.spot, suppression.directive
    if directive is None:
        yield note("unreadable-suppression", spot, words=words, why=suppression.mistake)
        return
    asked = [rule for rule in directive.rules if not rule.startswith(NOTE) or any(name.startswith(NOTE) for name in rules)]
    unknown = [rule for rule in asked if rule not in rules]
    for rule in unknown:
        close = get_close_matches(rule, sorted(rules), n=1)
        near = f'; perhaps you mean "{close[0]}"' if close else ""
        yield note("unknown-rule-in-suppression", spot, words=words, why=f'"{rule}"', near=near)
    if suppression.status == "without-reason":
        yield note("suppression-without-reason", spot, words=words, written=write_directive(directive).removesuffix(" --"))
    elif suppression.status == "expired" and directive.until:
        yield note("expired-suppression", spot, words=words, why=directive.until.isoformat())
    elif unneeded := [rule for rule in asked if rule not in suppression.used and rule not in unknown]:
        yield note("unused-suppression", spot, words=words, why=", ".join(unneeded))
