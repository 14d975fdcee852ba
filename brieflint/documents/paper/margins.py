"""Running headers and footers: what comes back at the edge of one page after another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from brieflint.documents.paper.page import Page, Run

_EDGE = 0.15
_SHARE = 0.3
_MOST_LETTERS = 200
_FIGURES = re.compile(r"\d{1,4}")
_COUNTED = re.compile(r"\bpage \d")
_FOLIO = re.compile(
    r"(?:page|pg\.?|p\.)?\s?[-–—|]?\s?(?:\d{1,4}|[ivx]{1,6})\s?[-–—|]?(?:\s?(?:of|/)\s?\d{1,4})?", re.IGNORECASE
)


def find_margins(pages: Sequence[Page]) -> list[frozenset[int]]:
    """For each page, the indices of its runs that belong to running headers and footers."""
    keys = [{index: set(_spell(page, run)) for index, run in enumerate(page.runs) if _is_at_edge(page, run)} for page in pages]
    seen: defaultdict[tuple[bool, str], set[int]] = defaultdict(set)
    for page, spelled in zip(pages, keys, strict=True):
        for key in set[tuple[bool, str]]().union(*spelled.values()):
            seen[key].add(page.number)
    least = max(2, min(len(pages) * _SHARE, 4))
    return [
        frozenset(
            index
            for index, spellings in spelled.items()
            if any(len(seen[key]) >= least for key in spellings) or _is_folio(page, page.runs[index])
        )
        for page, spelled in zip(pages, keys, strict=True)
    ]


def _is_at_edge(page: Page, run: Run) -> bool:
    return len(run.text) <= _MOST_LETTERS and not _EDGE < run.middle / page.height < 1 - _EDGE


def _spell(page: Page, run: Run) -> Iterator[tuple[bool, str]]:
    """The words themselves, and the words with a number that counts the pages taken out."""
    at_top = run.middle > page.height / 2
    text = run.text.casefold()
    yield at_top, text
    for found in _FIGURES.finditer(text):
        yield at_top, f"{text[: found.start()]}#{int(found[0]) - page.number}#{text[found.end() :]}"
    if _COUNTED.search(text):
        yield at_top, _FIGURES.sub("#", text)


def _is_folio(page: Page, run: Run) -> bool:
    """Whether a run is a page number with nothing beyond it but the page's edge."""
    if not _FOLIO.fullmatch(run.text):
        return False
    if run.middle > page.height / 2:
        return all(other.bottom <= run.top for other in page.runs)
    return all(other.top >= run.bottom for other in page.runs)
