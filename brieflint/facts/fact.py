"""A fact: something a brief states that can be written down by itself."""

from dataclasses import dataclass
from typing import Literal, get_args

from brieflint.documents.document import Place

Kind = Literal[
    "role",
    "seniority",
    "count",
    "stack",
    "date",
    "duration",
    "money",
    "hours",
    "time_zone",
    "ceremony",
    "lead",
    "service_level",
    "system",
    "deliverable",
    "acceptance",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a finder found in a stretch of text: offsets in that text, end-exclusive, and the value in a form to compare.

    Values: a count "2" or "4-6"; a date in ISO 8601, without a year "--04-01", a quarter "2026-Q3"; a length of time "P12M" or
    "P3M/P6M"; money "GBP 650/day"; hours "09:00-17:30", "24x7" or "40h/week"; a level "99.9%" or "PT30M"; a seniority level,
    "5y" for years of experience; the id of a ceremony. "" for the others, whose words are their value.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact of a document: `text` is `document.text[start:end]`, end-exclusive; `line` counts from 1. Values as in `Found`."""

    kind: Kind
    start: int
    end: int
    text: str
    value: str
    place: Place
    line: int
