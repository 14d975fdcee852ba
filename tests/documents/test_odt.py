import pytest
from packages import OASIS, odt

from brieflint.documents import Block, Document
from brieflint.documents.odt import read
from brieflint.errors import BriefError

LONG = "The supplier shall deliver the agreed results in the agreed time, whatever else may happen meanwhile."
AUTOMATIC = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>
"""
OUTLINE = """
<text:outline-style style:name="Outline">
<text:outline-level-style text:level="1" style:num-format="1"/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style>
"""


def read_body(body: str, **parts: str) -> Document:
    return read(odt(body, automatic=AUTOMATIC, **parts), "brief.odt")


def find(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in document.text[block.start : block.end])


def p(content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def h(content: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{content}</text:h>'


def items(*members: str, style: str = "L1", extra: str = "") -> str:
    inside = "".join(f"<text:list-item>{member}</text:list-item>" for member in members)
    return f'<text:list text:style-name="{style}" {extra}>{inside}</text:list>'


def tbl(*rows: list[str]) -> str:
    cells = ["".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row) for row in rows]
    head, *rest = (f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{''.join(rest)}</table:table>"


def test_headings_and_paragraphs_have_their_places() -> None:
    document = read_body(h("Work") + p("One.") + p("Two.") + h("Price", 2) + p("Three."))
    assert document.text == "Work\nOne.\nTwo.\nPrice\nThree."
    assert document.format == "odt"
    assert (find(document, "Two").place.section, find(document, "Two").place.paragraph) == ("Work", 2)
    assert find(document, "Price").level == 2


def test_headings_are_numbered_by_the_outline() -> None:
    document = read_body(h("Work") + h("Way of working", 2) + p("Words."), styles=OUTLINE)
    assert find(document, "Words").place.section == "1.1 Way of working"


def test_titles_are_known_by_their_style() -> None:
    assert read_body(p("Request for proposal", "P1") + p(LONG)).blocks[0].kind == "title"


def test_bold_lines_act_as_headings() -> None:
    document = read_body(p(LONG) + p('<text:span text:style-name="B">Way of working</text:span>') + p(LONG))
    assert find(document, "Way").kind == "heading"


def test_lists_are_numbered_and_nested() -> None:
    body = items(p("one") + p("more of one"), p("two") + items(p("deep")).replace(' text:style-name="L1"', ""))
    document = read_body(body)
    assert document.text == "1. one\nmore of one\n2. two\n(a) deep"
    assert document.text[document.blocks[0].start : document.blocks[0].end] == "one"


def test_lists_go_on_where_they_are_told_to() -> None:
    goes_on = items(p("three"), extra='text:continue-numbering="true"')
    body = items(p("one"), p("two"), extra='xml:id="a"') + p("Words.") + goes_on + items(p("again"))
    assert read_body(body).text == "1. one\n2. two\nWords.\n3. three\n1. again"


def test_bullets_are_shown_as_bullets() -> None:
    document = read_body(items(p("one"), style="L2"))
    assert (document.text, document.blocks[0].kind) == ("• one", "item")


def test_white_space_is_read_as_it_is_shown() -> None:
    assert read_body(p("a\n  b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e\u00adf")).text == "a b  c\td\nef"


def test_tracked_changes_are_accepted() -> None:
    deleted = f"<text:changed-region><text:deletion>{p('old')}</text:deletion></text:changed-region>"
    tracked = f"<text:tracked-changes>{deleted}</text:tracked-changes>"
    body = tracked + p('The <text:change text:change-id="a"/><text:change-start text:change-id="b"/>new<text:change-end/> team')
    assert read_body(body).text == "The new team"


def test_hidden_words_and_comments_are_left_out() -> None:
    body = p(
        f'seen<text:span text:style-name="H"> unseen</text:span><office:annotation>{p("Really?")}</office:annotation> again'
    )
    hidden = f'<text:section text:display="none">{p("gone")}</text:section><text:section>{p("here")}</text:section>'
    assert read_body(body + hidden).text == "seen again\nhere"


def test_contents_are_matter() -> None:
    source = (
        "<text:table-of-content-source><text:index-title-template>No</text:index-title-template></text:table-of-content-source>"
    )
    body = f"<text:table-of-content>{source}<text:index-body>{p('Scope 2')}</text:index-body></text:table-of-content>"
    document = read_body(body + p("Words."))
    assert [block.kind for block in document.blocks] == ["matter", "paragraph"]
    assert document.text == "Scope 2\nWords."


def test_notes_stand_at_the_end_and_know_their_section() -> None:
    body = f"<text:note-citation>1</text:note-citation><text:note-body>{p('See annex.')}</text:note-body>"
    note = f'<text:note text:note-class="footnote">{body}</text:note>'
    document = read_body(h("Work") + p(f"Words{note} here.") + p("More."))
    assert document.text == "Work\nWords here.\nMore.\nSee annex."
    assert (document.blocks[-1].kind, document.blocks[-1].place.section) == ("note", "Work")


def test_frames_are_read_beside_the_text() -> None:
    frame = f"<draw:frame><draw:text-box>{p('In a box')}</draw:text-box></draw:frame>"
    assert read_body(p(f"Before.{frame}") + p("After.")).text == "Before.\nIn a box\nAfter."


def test_a_cell_knows_its_table_row_and_column() -> None:
    place = find(read_body(tbl(["Role", "Rate"], ["Tester", "400"])), "400").place
    assert (place.table, place.row, place.header) == (1, 2, "Rate")


def test_covered_cells_keep_the_columns_in_order() -> None:
    wide = tbl(["Role", "Rate", "Days"], ["x", "y", "z"]).replace(
        f"<table:table-cell>{p('x')}</table:table-cell><table:table-cell>{p('y')}</table:table-cell>",
        f"<table:table-cell table:number-columns-spanned='2'>{p('x')}</table:table-cell><table:covered-table-cell/>",
    )
    assert find(read_body(wide), "z").place.header == "Days"


def test_headers_and_footers_are_matter_and_said_once() -> None:
    ends = f"<style:header>{p('Top')}</style:header><style:footer>{p('Foot')}</style:footer>"
    page = f"<style:master-page>{ends}</style:master-page>"
    document = read_body(p("Words."), pages=page * 2)
    assert document.text == "Top\nWords.\nFoot"
    assert [block.kind for block in document.blocks] == ["matter", "paragraph", "matter"]


def test_locked_files_say_so() -> None:
    entry = f'<m:file-entry><m:encryption-data xmlns:m="{OASIS}:manifest:1.0"/></m:file-entry>'
    with pytest.raises(BriefError, match="password"):
        read_body(p("x"), manifest=entry)
