"""Places as people say them."""

import re

from brieflint.documents.document import Place

KINDS = "section|clause|article|annex|appendix|lot|part|schedule"
NUMBERED = re.compile(
    rf"(?:(?P<kind>{KINDS})\s+(?P<named>\d[\d.]*|[A-Z](?:\.?\d+)*|[IVX]+)\b"
    r"|(?:§\s*)?(?P<number>(?:[A-Z]\.)?\d{1,3}(?:\.\d+)*|[A-Z](?=[.):]))(?!\w))",
    re.IGNORECASE,
)
"""A heading that begins with a number ("3.2 Way of working") or with a kind of part and its number ("Annex B")."""
LONGEST = 60
"""A longer heading is cut."""


def say_place(place: Place, line: int) -> str:
    """Say where a person finds something: "line 12", "section 3.2, line 40", "page 7", "cell B7".

    `line` is its line in the document's text; it is said for formats that have lines, and when nothing else is known.
    """
    if place.cell is not None:
        return f'sheet "{_cut(place.section)}", cell {place.cell}' if place.section else f"cell {place.cell}"
    number = _say_number(place.section)
    spot = _say_spot(place, line)
    if number:
        return f"{number}, {spot}" if spot else number
    if place.section and place.line is None:
        heading = f'under "{_cut(" ".join(place.section.split()))}"'
        return f"{spot}, {heading}" if spot else heading
    return spot or f"line {line}"


def _say_number(section: str | None) -> str:
    """Say the number of a section by its heading, "" when it has none."""
    found = NUMBERED.match(section or "")
    if not found:
        return ""
    return f"{(found['kind'] or 'section').lower()} {(found['named'] or found['number']).rstrip('.')}"


def _say_spot(place: Place, line: int) -> str:
    if place.page is not None:
        return f"page {place.page}"
    if place.line is not None:
        return f"line {line}"
    if place.table is not None:
        row = "" if place.row is None else f", row {place.row}"
        return f"table {place.table}{row}"
    return "" if place.paragraph is None else f"paragraph {place.paragraph}"


def _cut(heading: str) -> str:
    return heading if len(heading) <= LONGEST else f"{heading[:LONGEST].rsplit(' ', 1)[0]} …"
