"""What a review says in the margin: which words get a comment, and in which words, for whom.

Inside the house a comment says what a rule says: how a vendor may read the words, what would mend them, and the section of the
guide. What leaves the house holds questions only, in the words for the public questions and answers: no verdict, no
confidence, no evidence, nothing about what comes of it, and no word about remarks and the decisions behind them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from brieflint.documents.document import Document
from brieflint.judgement.grid import DIMENSIONS
from brieflint.knowledge.guide import Guide, Row
from brieflint.linting.finding import Edit, Finding, Quote, Spot
from brieflint.linting.report import BriefReport, Report
from brieflint.reporting.perspective import address, choose, find_situation, recognise, say_fix
from brieflint.reporting.view import View
from brieflint.reporting.words import name_of, say_sure
from brieflint.signs import printable

Audience = Literal["internal", "external"]
_SURE = {"surely": "as good as certain", "probably": "probable", "perhaps": "no more than possible"}
_HEADINGS = {"none": "The work as a whole", "": "The work as a whole"}
"""For sentences that speak of no one concern."""
AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A comment on a stretch of the document's text, `words`: heading and paragraphs, and the edit that it proposes, if any."""

    start: int
    end: int
    heading: str
    paragraphs: tuple[str, ...]
    edit: Edit | None = None
    words: str = ""


def advise(brief: BriefReport, view: View, audience: Audience) -> tuple[Advice, ...]:
    """All comments on a brief, in the order of its text; what concerns the brief as a whole stands at its first words."""
    document = brief.document
    if document is None:
        return ()
    if audience == "external":
        evaluator = view.perspectives.of("evaluator")
        view = replace(view, reader="evaluator" if recognise(evaluator, document) else "bidder")
        kept = tuple(finding for finding in brief.findings if finding.kind not in ("housekeeping", "legal"))
        found = [_ask(finding, document) for finding in _told(replace(brief, findings=kept), view)]
        labels = [_point_on(edit, spot) for edit, spot, _ in _find_labels(brief)]
    else:
        found = [_sum_up(brief, document, view)] if choose(brief, view).judges else []
        found += [_comment(finding, document, brief, view) for finding in _told(brief, view)]
        found += _weigh(brief, view.guide)
        labels = [_repeat(edit, spot, title) for edit, spot, title in _find_labels(brief)]
    edits = {edit.spot.end: edit for finding in brief.findings if finding.fix for edit in finding.fix.edits}
    found = list(_attach(found, edits))
    taken = {advice.end for advice in found if advice.edit}
    spoken = {finding.spot.end for finding in brief.findings if finding.spot}
    found += [advice for advice in labels if advice.end not in taken | spoken]
    return tuple(
        replace(advice, words=document.text[advice.start : advice.end])
        for advice in sorted(found, key=lambda advice: (advice.start, -advice.end))
    )


def _told(brief: BriefReport, view: View) -> Sequence[Finding]:
    """The findings in words for their reader."""
    (told,) = address(Report(briefs=(brief,)), view).checked
    return told.findings


def _attach(found: Sequence[Advice], edits: dict[int, Edit]) -> Iterator[Advice]:
    """Give the edit of a label to the first comment that ends with it, and stretch that to all that it replaces."""
    left = dict(edits)
    for advice in found:
        edit = left.get(advice.end)
        if edit and edit.spot.start <= advice.start and advice.start - edit.spot.start < len(edit.spot.text):
            del left[advice.end]
            yield replace(advice, start=edit.spot.start, edit=edit)
        else:
            yield advice


def _sum_up(brief: BriefReport, document: Document, view: View) -> Advice:
    """What the whole brief comes down to."""
    guide, situation = view.guide, find_situation(brief)
    headline = choose(brief, view).headline(situation)
    named = list(dict.fromkeys(name_of(name.model, guide) for name in brief.named))
    words = {"named": _join(named), "described": name_of(brief.described.model, guide)}
    is_model = brief.described.model in guide.models
    sure = f"That it describes {words['described']} is {_SURE[say_sure(brief.described.confidence)]}." if is_model else ""
    start, end = _opening(document)
    source = guide.source
    return Advice(
        start=start,
        end=end,
        heading=headline.says.format_map(words),
        paragraphs=_said(
            headline.means.format_map(words),
            sure,
            *(f"To settle it, ask: {question}" for question in brief.questions),
            f'The comments are advice by rules that rest on "{source.title}", {source.publisher}; its author sells two of '
            "the models. They are no legal advice, and you decide.",
        ),
    )


def _comment(finding: Finding, document: Document, brief: BriefReport, view: View) -> Advice:
    """A finding as its rule tells it."""
    start, end = (finding.spot.start, finding.spot.end) if finding.spot else _opening(document)
    fix = finding.fix
    paragraphs = [finding.message]
    if fix:
        perspective = choose(brief, view)
        paragraphs.append(f"{perspective.fix}: {say_fix(fix, perspective)}")
        if fix.edits and not fix.safe:
            paragraphs.append("Whether the name or the text is to change is for you to say: the brief leaves some of it open.")
        paragraphs.append(f"The guide: {fix.guide}" if fix.guide else "")
    return Advice(start=start, end=end, heading=finding.title, paragraphs=_said(*paragraphs))


def _ask(finding: Finding, document: Document) -> Advice:
    """A finding as a question that anybody may read."""
    start, end = (finding.spot.start, finding.spot.end) if finding.spot else _opening(document)
    question = finding.fix.text.strip(' "') if finding.fix else ""
    if finding.kind == "completeness":
        question = f"{finding.message} {question}"
    return Advice(start=start, end=end, heading="Question", paragraphs=_said(question or finding.message))


def _find_labels(brief: BriefReport) -> Iterator[tuple[Edit | None, Spot, str]]:
    """The places of names that do not fit, each once, with the edit that mends it, if any, and the title of the finding."""
    seen: set[int] = set()
    for finding in brief.findings:
        fixes = [(edit, edit.spot) for edit in finding.fix.edits] if finding.fix else []
        left = [(None, spot) for spot in finding.fix.left] if finding.fix else []
        for edit, spot in (*fixes, *left):
            if spot.end not in seen:
                seen.add(spot.end)
                yield edit, spot, finding.title


def _repeat(edit: Edit | None, spot: Spot, title: str) -> Advice:
    said = f'The comment "{title}" is about this name, too. A vendor may read it here as another model than the text describes.'
    do = f'If the text is right, write "{edit.text}".' if edit else "No name fits into this sentence; please word it anew."
    return Advice(start=spot.start, end=spot.end, heading="The same name", paragraphs=_said(said, do), edit=edit)


def _point_on(edit: Edit | None, spot: Spot) -> Advice:
    said = "The question on this name concerns this place, too."
    return Advice(start=spot.start, end=spot.end, heading="The same name", paragraphs=(said,), edit=edit)


def _weigh(brief: BriefReport, guide: Guide) -> Iterator[Advice]:
    """The sentences on which findings and rows of the accountability table rest, one comment each."""
    quotes: dict[int, list[tuple[Quote, Row | None]]] = {}
    for name, cell in brief.grid.items():
        if cell:
            own = Quote(spot=cell.spot, dimension=name, model=cell.model)
            for quote in filter(None, (own, cell.against)):
                quotes.setdefault(quote.spot.start, []).append((quote, name))
    for finding in brief.findings:
        for quote in finding.evidence if finding.kind != "legal" else ():
            quotes.setdefault(quote.spot.start, []).append((quote, _row_of(quote)))
    for found in quotes.values():
        quote, row = found[0]
        rows = dict.fromkeys(guide.row(name).short for _, name in found if name)
        heading = "; ".join(rows) or _HEADINGS.get(quote.dimension) or quote.dimension.replace("_", " ").capitalize()
        said = f"This sentence speaks for {_with_article(quote.model, guide)}."
        if brief.described.model in guide.models and quote.model != brief.described.model:
            said += f" Most of the text speaks for {_with_article(brief.described.model, guide)}; a vendor may follow either."
        means = f"What the guide takes that to mean: {guide.row(row).cells[quote.model].text}" if row else ""
        yield Advice(start=quote.spot.start, end=quote.spot.end, heading=heading, paragraphs=_said(said, means))


def _with_article(model: str, guide: Guide) -> str:
    """The name of a model as it stands in a sentence: of the four, only a team can be counted."""
    name = name_of(model, guide)
    return f"a {name}" if name.endswith("team") else name


def _row_of(quote: Quote) -> Row | None:
    return next((row for row, dimensions in DIMENSIONS.items() if quote.dimension in dimensions), None)


def _opening(document: Document) -> tuple[int, int]:
    """The first words of a document that are not apparatus."""
    block = next((block for block in document.blocks if block.kind != "matter"), document.blocks[0])
    return block.start, block.end


def _said(*paragraphs: str) -> tuple[str, ...]:
    return tuple(filter(None, map(printable, paragraphs)))


def _join(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
