"""The subject of a brief: its own title without the names of models and without words such as "request for proposals"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brieflint.documents.document import Block, Document
from brieflint.language.reading import Mention
from brieflint.signs import printable

PAPER = (
    r"(?:e-?)?tenders?|(?:short |formal |informal )?rf[pqit]s?|"
    r"(?:requests?|calls?|invitations?) (?:for|to) (?:proposals?|quotations?|quotes?|offers?|"
    r"tenders?|bids?|services?|expressions? of interest)|terms of reference|statements? of work|scope of work|notices?|"
    r"(?:internal |sourcing |work |purchase )*requests?|briefs?|proposals?|quotations?|quotes?|offers?|bids?|agreements?|"
    r"contracts?|services?|projects?|procurement|solicitation|schedule(?: of work)?|annex|lot|no|ref|[\w/.-]*\d[\w/.-]*"
)
PAPERS = re.compile(rf"(?:(?>(?:{PAPER})(?!\w)\.?\s*(?:(?:[:,|]|[–—-]\s)\s*)?))+", re.IGNORECASE)
"""What kind of paper it is, and its number. Each part is taken as a whole: a number such as 1-1-1-1 divides in many ways."""
OPENED = re.compile(rf"{PAPERS.pattern}(?:(?<=[:,|–—-])|(?<=[:,|–—-]\s)|$|(?=(?:for|of)\s))", re.IGNORECASE)
"""The same where the subject follows."""
LINK = re.compile(r"\s*(?:(?:[:,|–—-]|(?<!\w)(?:for|of|with)(?=\s))\s*)+", re.IGNORECASE)
"""What may stand between the name of a model and the subject after it."""
BEFORE = re.compile(r"(?:[\s,;|(–—-]|(?<!\w)(?:by|as|through|via|using)$)+$", re.IGNORECASE)
"""What may stand between the subject and the name of a model after it."""
LABEL = re.compile(r"(?:(?:subject|sub|title|re)\s*:\s*)+", re.IGNORECASE)
ASIDE = re.compile(r"\([^()]*\)")
SPOKEN = re.compile(r"(?<!\w)(?!from|under|with|dated)[a-z]{4,}")
"""A word in small letters: titles hold them, names of organisations hardly do."""
UNFIT = re.compile(
    r"[\[\]{}]|(?<!\w)(?:between|dated|version|draft|our ref|"
    r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?!\w)",
    re.IGNORECASE,
)
"""Dates, parties, versions and gaps to be filled: this is no subject."""
LOOSE_FIRST = frozenset(
    ("and", "or", "not", "no", "nor", "but", "vs", "versus", "in", "to", "by", "as", "from", "under", "between", "dated")
)
LOOSE_LAST = frozenset(
    (
        "a",
        "an",
        "the",
        "for",
        "of",
        "our",
        "your",
        "it",
        "not",
        "no",
        "and",
        "or",
        "to",
        "with",
        "in",
        "rather",
        "than",
        "under",
    )
)
VAGUE = frozenset(("information technology", "software", "software development", "development", "technology", "engineering"))
"""What is left of some titles and names no subject."""
MOST_WORDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The words that may stand in the new title ("" when none can be trusted), and the title they were taken from."""

    words: str
    title: Block


def find_titles(document: Document) -> list[Block]:
    """Find the lines that name a brief."""
    return [block for block in document.blocks if block.kind == "title" or (block.kind == "field" and _label(document, block))]


def find_subject(
    document: Document, titles: Sequence[Block], mentions: Sequence[Mention], named: Sequence[Mention]
) -> Subject | None:
    """Find the subject by the titles of a brief; None when it has none.

    Titles with a label ("Subject: …") are asked first, then those that name a model, then the others, last line first.
    """
    within = {title.start: [m for m in mentions if title.start <= m.start < title.end] for title in titles}
    ranked = sorted(titles, key=lambda title: (not _label(document, title), not within[title.start], -title.start))
    for title in ranked:
        if words := _take(document, title, within[title.start], named):
            return Subject(words=words, title=title)
    return Subject(words="", title=ranked[0]) if ranked else None


def _label(document: Document, title: Block) -> int:
    """Measure the label of a line, 0 when it has none."""
    found = LABEL.match(document.text, title.start, title.end)
    return found.end() - found.start() if found else 0


def _take(document: Document, title: Block, mentions: Sequence[Mention], named: Sequence[Mention]) -> str:
    """Take what is left of a title without names; "" when that would not make sense by itself."""
    start = title.start + _label(document, title)
    if any(mention not in named for mention in mentions):
        return ""
    if not mentions:
        text = printable(document.text[start : title.end])
        opened = OPENED.match(text)
        told = start > title.start or opened or SPOKEN.search(ASIDE.sub("", text))
        return _check(_open(text)) if told else ""
    after = printable(document.text[max(mention.end for mention in mentions) : title.end]).lstrip(")]”’\"' ")
    if after.strip(" ."):
        rest = _open(after)
        link = LINK.match(rest)
        return _check(rest[link.end() :] if link else rest if rest != after else "")
    before = printable(document.text[start : min(mention.start for mention in mentions)])
    return "" if before.endswith(":") else _check(_open(BEFORE.sub("", before)))


def _open(text: str) -> str:
    """`text` without the kind of paper that it begins with."""
    opened = OPENED.match(text)
    rest = text[opened.end() :] if opened else text
    link = LINK.match(rest) if opened else None
    return rest[link.end() :] if link else rest


def _check(words: str) -> str:
    words = words.strip(" ,;:|–—-?!")
    said = ASIDE.sub("", PAPERS.sub("", words, count=1) if PAPERS.match(words) else words)
    parts = re.findall(r"[^\W\d_]+", said.lower())
    if not parts or len(words.split()) > MOST_WORDS or parts[0] in LOOSE_FIRST or parts[-1] in LOOSE_LAST:
        return ""
    if UNFIT.search(words) or " ".join(parts) in VAGUE:
        return ""
    return words if any(len(part) > 2 for part in parts) else ""
