"""The accountability table to paste."""

import re

import markdown_it
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import MISLABELLED

from brieflint.documents import read_bytes
from brieflint.grounds import Grounds
from brieflint.judged import JudgedBrief, judge_document, judge_path
from brieflint.knowledge.artefact import load_knowledge
from brieflint.writing.grid import BLANK, Said, Table, TableRow, make_tables
from brieflint.writing.grid_formats import to_html, to_markdown


def judged(text: str) -> JudgedBrief:
    document = read_bytes(text.encode(), "brief.txt")
    return judge_document(document, Grounds())


@pytest.fixture(scope="module")
def tables() -> tuple[Table, ...]:
    return make_tables(judged(MISLABELLED), load_knowledge().guide)


def test_the_table_has_the_five_questions(tables):
    assert [row.question for row in tables[0].rows] == [row.question for row in load_knowledge().guide.grid]


def test_what_the_brief_says_is_quoted_with_its_place(tables):
    said = [said for row in tables[0].rows for said in row.said]
    assert all(found.text in MISLABELLED for found in said)
    assert "Our technical lead assigns their tasks every morning" in to_markdown(tables)
    assert "(line 4)" in to_markdown(tables)


def test_what_the_brief_does_not_say_is_a_marked_blank():
    table = to_markdown(make_tables(judged("We buy laptops.\n"), load_knowledge().guide))
    assert table.count(f"*{BLANK}*") == 5


def test_a_brief_with_lots_has_a_table_for_each(root):
    found = make_tables(judge_path(str(root / "examples" / "two-lots.txt")), load_knowledge().guide)
    assert [table.model for table in found] == ["IT outsourcing", "staff augmentation"]


def test_a_lot_has_no_sentence_of_another_lot(root):
    first, second = make_tables(judge_path(str(root / "examples" / "two-lots.txt")), load_knowledge().guide)
    places = [[said.place for row in table.rows for said in row.said] for table in (first, second)]
    assert not any("lot 2" in place for place in places[0])
    assert not any("lot 1" in place for place in places[1])


HOSTILE = st.one_of(
    st.lists(
        st.sampled_from(["|", "\\|", "\n", "<b>", "</td>", "&", '"', "`", "*", "word", "| --- |", "<script>"]), min_size=1
    ).map("".join),
    st.text(max_size=40),
)


def hostile_table(words: str) -> Table:
    said = Said(text=words, place=words, speaks_for="IT outsourcing")
    return Table(
        title=words, model="", rows=(TableRow(question="Who?", said=(said, said)), TableRow(question="What?", said=()))
    )


@given(words=HOSTILE)
@settings(max_examples=150, deadline=None)
def test_a_sentence_cannot_break_the_markdown_table(words: str):
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(to_markdown([hostile_table(words)]))
    assert [token.type for token in tokens].count("td_open") == 6
    assert not any(child.type.startswith(("html", "link", "code")) for token in tokens for child in token.children or ())


@given(words=HOSTILE)
@settings(max_examples=150, deadline=None)
def test_a_sentence_cannot_become_html(words: str):
    def tags(text: str) -> list[str]:
        return re.findall(r"<[^>]*>", to_html([hostile_table(text)]))

    assert tags(f"x{words}") == tags("word")


def test_the_title_of_a_table_is_a_sentence(tables):
    assert to_markdown(tables).startswith("**This brief describes staff augmentation**")
