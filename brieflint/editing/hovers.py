"""What an editor tells about the words under the pointer: the findings there, and the model that a label names."""

from collections.abc import Iterator

from brieflint.editing.checks import Opinion
from brieflint.editing.places import find_stretch
from brieflint.editing.positions import Lines
from brieflint.knowledge.guide import Guide
from brieflint.language.reading import Mention
from brieflint.linting.finding import Finding
from brieflint.reporting.entries import advise
from brieflint.reporting.paragraphs import Page, Part, bullets, cite, mark, page, part
from brieflint.reporting.termpages import STRENGTHS
from brieflint.reporting.words import clip, name_of

Hovered = tuple[int, int, Page]
"""The stretch of the text that a page is about, and the page."""
VAGUE = "Any of the models may be meant by it, so vendors will each read their own into it."


def find_hover(opinion: Opinion, lines: Lines, offset: int) -> Hovered | None:
    """The page on the character at an offset, None when there is nothing to tell about it."""
    told = list(_list_hovers(opinion, lines, offset))
    if not told:
        return None
    start, end, _ = min(told, key=lambda hovered: hovered[1] - hovered[0])
    return start, end, tuple(entry for *_, page in told for entry in page)


def _list_hovers(opinion: Opinion, lines: Lines, offset: int) -> Iterator[Hovered]:
    guide = opinion.judged.grounds.patterns.guide
    for finding in opinion.report.findings:
        start, end = find_stretch(finding, opinion.judged.document, lines)
        if start <= offset < end:
            yield start, end, page(*_tell_finding(finding, guide))
    for mention in opinion.judged.reading.mentions:
        if mention.start <= offset < mention.end:
            yield mention.start, mention.end, page(*_tell_label(mention, opinion, guide))


def _tell_finding(finding: Finding, guide: Guide) -> Iterator[Part]:
    yield part(f"{finding.title} ({finding.rule})", finding.message)
    yield part("If it goes out like this", finding.happens)
    yield part("What to do", advise(finding))
    if finding.fix and finding.fix.guide_lines:
        yield part("Source", cite(guide.source, [(finding.fix.guide or "introduction", finding.fix.guide_lines)]))


def _tell_label(mention: Mention, opinion: Opinion, guide: Guide) -> Iterator[Part]:
    name = name_of(mention.model, guide)
    applied = {entry.spot.start for entry in opinion.report.named}
    here = f"Here it names {name}." if mention.start in applied else f"It can name {name}; here it does not name the work."
    yield part(f'"{clip(mention.text)}"', here, f"The term {mention.term} is {STRENGTHS[mention.strength]}.")
    if mention.model == "outsourcing_unspecified":
        yield part(name, VAGUE)
        return
    entry = guide.models[mention.model]
    yield part(f"What {name} is", mark(entry.definition))
    yield part("What a vendor who reads this name will propose", bullets(entry.proposal))
    yield part("Source", cite(guide.source, [(entry.definition.section, entry.definition.lines)]), guide.source.interest)
