"""What a remark for brieflint asks for: a small language, read strictly, so that a slip of the pen never silences a rule.

    brieflint: ignore RULE[, RULE …] [until YYYY-MM-DD] -- REASON

`ignore` is about the next block, or the one that a Word comment marks; `ignore-section` about the section, `ignore-file`
about the whole brief. Before the reason a dash may stand for the two hyphens, since Word makes one of them.
"""

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Literal

Reach = Literal["block", "section", "file"]
VERBS: dict[str, Reach] = {"ignore": "block", "ignore-section": "section", "ignore-file": "file"}

_OPENING = re.compile(r"brieflint\s*(:?)\s*", re.IGNORECASE)
_REASON = re.compile(r"(?:^|\s)(?:--|–|—)(?:\s|$)")
_RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class DirectiveError(ValueError):
    """A remark that asks for nothing that brieflint knows; `str()` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """Findings to keep out of the report: of which rules, where, until which day (included), and why ("" when unsaid)."""

    reach: Reach
    rules: tuple[str, ...]
    reason: str
    until: date | None = None


def parse_directive(words: str) -> Directive:
    """Read a remark. Raises `DirectiveError`."""
    opening = _OPENING.match(words)
    if opening is None or not opening[1]:
        raise DirectiveError('a colon is missing after "brieflint"')
    head, *reason = _REASON.split(words[opening.end() :].strip(), maxsplit=1)
    verb, _, rest = head.strip().partition(" ")
    if verb.lower() not in VERBS:
        near = get_close_matches(verb.lower(), VERBS, n=1)
        told = f'"{verb}" is not known' if verb else "it does not say what to ignore"
        raise DirectiveError(f'{told}; perhaps "{near[0]}" is meant' if near else f"{told}; write one of {', '.join(VERBS)}")
    named, until, day = (f"{rest} ".lower()).partition(" until ")
    return Directive(
        reach=VERBS[verb.lower()],
        rules=_parse_rules(named),
        reason=_fold(reason[0]) if reason else "",
        until=_parse_day(day.strip()) if until else None,
    )


def write_directive(directive: Directive) -> str:
    """Write a remark that is read as this directive."""
    verb = next(verb for verb, reach in VERBS.items() if reach == directive.reach)
    until = f" until {directive.until.isoformat()}" if directive.until else ""
    return f"brieflint: {verb} {', '.join(directive.rules)}{until} -- {directive.reason}".rstrip()


def _parse_rules(named: str) -> tuple[str, ...]:
    rules = [rule.strip() for rule in named.split(",")]
    if rules == [""]:
        raise DirectiveError("it names no rule; write the one that the report shows in brackets")
    for rule in rules:
        if not _RULE.fullmatch(rule):
            raise DirectiveError(f'"{rule}" is no name of a rule; part rules with a comma, and the reason with " -- "')
    return tuple(dict.fromkeys(rules))


def _parse_day(day: str) -> date:
    try:
        if len(day) == len("2027-03-31"):
            return date.fromisoformat(day)
    except ValueError:
        pass
    raise DirectiveError(f'"{day}" is no day; write it as 2027-03-31')


def _fold(reason: str) -> str:
    """A reason on one line; one without a letter or number is none."""
    return " ".join(reason.split()) if any(map(str.isalnum, reason)) else ""
