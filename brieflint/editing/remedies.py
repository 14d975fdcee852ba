"""What can be done about a finding in the text itself: a remark that keeps it out. Other words in its place are its fix."""

from dataclasses import dataclass

from brieflint.documents.document import Document, Remark
from brieflint.linting.directive import VERBS, Directive, Reach, write_directive
from brieflint.linting.finding import Finding
from brieflint.linting.reach import Outline, covers

NO_REASON = "???"
"""Stands where a reason is to be written, and is none: until a person has written one, the finding stays."""
FENCES = ("---", "...")


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """A line of its own, with its line feed, to be written at an offset; how far the remark in it reaches."""

    at: int
    text: str
    reach: Reach


def make_remark(finding: Finding, document: Document) -> Insertion | None:
    """A remark without its reason that is about a finding, as narrow as its place allows; None for what none keeps out."""
    if finding.kind == "housekeeping":
        return None
    outline = Outline(document)
    at = outline.find_opening(finding.spot.start if finding.spot else 0)
    at = max(document.text.rfind("\n", 0, at) + 1, _skip_front_matter(document))
    here = Remark(words="", start=at, end=at)
    reach = next(reach for reach in VERBS.values() if covers(outline.find_reach(here, reach), finding))
    words = write_directive(Directive(reach=reach, rules=(finding.rule,), reason=NO_REASON))
    line = document.text[at:].partition("\n")[0]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return Insertion(at=at, text=f"{indent}{f'<!-- {words} -->' if document.format == 'markdown' else words}\n", reach=reach)


def _skip_front_matter(document: Document) -> int:
    """Where the text begins below its front matter, in which other programs would stumble over a remark."""
    if document.format != "markdown" or not document.text.startswith(f"{FENCES[0]}\n"):
        return 0
    fences = [block for block in document.blocks if block.kind == "matter" and document.text[block.start : block.end] in FENCES]
    opens = len(fences) > 1 and fences[0].start == 0
    return document.text.find("\n", fences[1].end) + 1 if opens else 0
