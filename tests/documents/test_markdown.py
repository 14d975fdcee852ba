"""Markdown, with the marks left out and the offsets of the original."""

from textwrap import dedent

import pytest

from brieflint.documents import Block, Document, markdown


def read(brief: str) -> Document:
    return markdown.read(dedent(brief).encode(), "brief.md")


def blocks(brief: str) -> list[tuple[str, str]]:
    document = read(brief)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def find(brief: str, words: str) -> Block:
    document = read(brief)
    return next(block for block in document.blocks if words in document.text[block.start : block.end])


def test_the_first_heading_of_level_one_is_the_title():
    assert blocks("# Tram tender #\n\n## Scope\n\nTwo people.\n") == [
        ("title", "Tram tender"),
        ("heading", "Scope"),
        ("paragraph", "Two people."),
    ]


def test_underlined_headings_are_headings():
    assert blocks("Tram tender\n===\n\nScope\n---\n\nTwo people.\n") == [
        ("title", "Tram tender"),
        ("heading", "Scope"),
        ("paragraph", "Two people."),
    ]


def test_an_underlined_number_is_a_heading_and_no_list():
    assert blocks("Tender\n===\n\n1. Scope\n---\n\nTwo people.\n")[1] == ("heading", "1. Scope")


def test_a_line_of_strong_words_is_a_heading():
    assert blocks("# Tender\n\nTwo people.\n\n**Price**\n\nBy the day.\n")[2] == ("heading", "Price")


def test_a_section_is_named_without_emphasis():
    assert find("# Tender\n\n## **Way** of `working`\n\nTogether.\n", "Together").place.section == "Way of working"


def test_a_level_is_the_number_of_hashes():
    assert find("# Tender\n\n### Price\n\nBy the day.\n", "Price").level == 3


def test_marks_of_items_are_outside_them():
    assert blocks("We need:\n\n- one\n  * two\n1. three\n- [ ] four\n")[1:] == [
        ("item", "one"),
        ("item", "two"),
        ("item", "three"),
        ("item", "four"),
    ]


def test_a_second_paragraph_of_an_item_is_no_code():
    assert blocks("- one\n\n    more of it\n")[1] == ("paragraph", "more of it")


def test_a_quotation_inside_an_item_is_the_item():
    assert blocks("- > one person\n  > for a year\n")[0] == ("item", "one person\n  > for a year")


def test_block_quotes_are_quotations():
    assert blocks("They asked:\n\n> Send us\n> a team.\n")[1] == ("quote", "Send us\n> a team.")


@pytest.mark.parametrize("code", ["```py\nteam = 3\n```", "~~~\nteam = 3\n~~~", "    team = 3"])
def test_code_is_code(code):
    assert [kind for kind, _ in blocks(f"Run this:\n\n{code}\n\nThen wait.\n")] == ["paragraph", "code", "paragraph"]


def test_front_matter_is_matter_but_for_the_title():
    brief = '---\nlayout: page\ntitle: "Tram tender"\n---\n\nTwo people.\n'
    assert ("title", "Tram tender") in blocks(brief)
    assert {kind for kind, words in blocks(brief) if "layout" in words or "---" in words} == {"matter"}


def test_a_rule_at_the_top_begins_no_front_matter():
    assert blocks("---\n\nTwo people.\n") == [("matter", "---"), ("paragraph", "Two people.")]


def test_pipe_tables_are_cells_under_their_headers():
    brief = "| Role | Rate 2027 |\n|:--|--:|\n| Tester | 410 |\n"
    assert [words for _, words in blocks(brief)] == ["Role", "Rate 2027", "Tester", "410"]
    place = find(brief, "410").place
    assert (place.table, place.row, place.header) == (1, 2, "Rate 2027")


def test_comments_are_matter_wherever_they_stand():
    assert blocks("<!-- draft\n\n# no heading -->\n\nTwo <!-- three? --> people.\n") == [
        ("matter", "<!-- draft\n\n# no heading -->"),
        ("paragraph", "Two"),
        ("matter", "<!-- three? -->"),
        ("paragraph", "people."),
    ]


def test_footnotes_are_notes():
    assert blocks("Two people.[^1]\n\n[^1]: Or three.\n")[1] == ("note", "Or three.")


def test_labels_in_strong_type_are_fields():
    assert blocks("# Tender\n\n**Status:** Open\n**Rate:** by the day\n")[1:] == [
        ("field", "**Status:** Open"),
        ("field", "**Rate:** by the day"),
    ]


def test_a_line_that_is_broken_by_hand_ends_its_block():
    assert [words for _, words in blocks("Quay Office  \nElsinmouth\n")] == ["Quay Office", "Elsinmouth"]


def test_wrapped_lines_are_one_paragraph_and_emphasis_stays():
    assert blocks("The office *directs*\nthe people.\n") == [("paragraph", "The office *directs*\nthe people.")]
