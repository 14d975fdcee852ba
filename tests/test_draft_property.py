"""What holds for the draft of every brief, for every model."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from brieflint.documents import Document, read
from brieflint.judgement.judge import judge
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import MODELS
from brieflint.language.pipeline import read_document
from brieflint.language.reading import Reading
from brieflint.signs import printable
from brieflint.writing.contents import Draft, Quote, gather
from brieflint.writing.draft import render_draft
from brieflint.writing.quoting import escape_markdown

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if path.is_file() and path.name not in ("README.md", "labels.jsonl")
)
QUALITY = sorted((ROOT / "tests" / "quality" / "briefs").glob("*.txt"))[::4]
BRIEFS = [*EXAMPLES, *QUALITY]
PLACED = re.compile(r'" \((?:line|page|section|clause|article|annex|appendix|lot|part|schedule|table|paragraph|under) ')
"""The end of a quotation, with its place."""


@cache
def judged(path: Path) -> tuple[Document, Reading, Verdict]:
    document = read(path)
    reading = read_document(document)
    return document, reading, judge(reading)


@cache
def gathered(path: Path, model: str) -> Draft:
    return gather(*judged(path), load_knowledge(), model)


@cache
def rendered(path: Path, model: str) -> str:
    return render_draft(*judged(path), load_knowledge(), model)


def quotes(draft: Draft) -> Iterator[Quote]:
    if draft.own_title:
        yield draft.own_title
    for entry in (*draft.answers, *draft.accountability, *draft.removals, *draft.renamings):
        yield from entry.quotes


def test_there_are_briefs_to_draft_from():
    assert len(EXAMPLES) > 5
    assert len(QUALITY) > 5


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_every_quotation_stands_in_the_brief_word_for_word(path: Path, model: str):
    brief = printable(judged(path)[0].text)
    name = load_knowledge().guide.models[model].name
    parts = [part for quote in quotes(gathered(path, model)) for part in quote.text.split(f"[{name}]")]
    assert [part for part in parts if part.strip() not in brief] == []


def test_a_wrong_name_in_a_quoted_answer_gives_way_to_the_right_one_in_brackets():
    draft = gathered(ROOT / "examples" / "rfp.docx.txt", "staff_augmentation")
    answers = [quote.text for answer in draft.answers for quote in answer.quotes]
    assert any("[staff augmentation]" in text for text in answers)
    assert not any("IT outsourcing" in text for text in answers)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_a_draft_quotes_nothing_else(path: Path, model: str):
    text = rendered(path, model)
    for quote in sorted(quotes(gathered(path, model)), key=lambda quote: -len(quote.text)):
        text = text.replace(f'"{escape_markdown(quote.text)}" ({escape_markdown(quote.place)})', "")
    assert PLACED.findall(text) == []


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_a_draft_has_a_title_and_the_five_rows(path: Path, model: str):
    text = rendered(path, model)
    assert text.startswith("# ")
    assert [text.count(f"| {row.question} |") for row in load_knowledge().guide.grid] == [1] * 5


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_a_draft_states_nothing_that_the_brief_does_not_say(path: Path, model: str):
    brief = printable(judged(path)[0].text).lower()
    stated = [text for answer in gathered(path, model).answers for entry in answer.stated for text in entry.texts]
    words = [text.partition(" × ")[2] or text for text in stated]
    assert [
        text for text in words if text.lower() not in brief and not all(word in brief for word in text.lower().split())
    ] == []
