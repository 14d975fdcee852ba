import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.documents import Block, Document
from brieflint.documents.html import read

LONG = "The supplier shall deliver the agreed results in the agreed time, whatever else may happen meanwhile."


def read_page(page: str) -> Document:
    return read(page.encode(), "brief.html")


def texts(document: Document, *kinds: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if not kinds or block.kind in kinds]


def find(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in document.text[block.start : block.end])


def test_paragraphs_stand_one_on_a_line() -> None:
    document = read_page("<p>First.\n   Still  first.</p><div>Second.</div>Third.")
    assert document.text == "First. Still first.\nSecond.\nThird."
    assert [block.place.line for block in document.blocks] == [1, 2, 3]
    assert document.format == "html"


def test_entities_are_decoded() -> None:
    assert read_page("<p>R&amp;D &mdash; caf&eacute; &#8364;5 &lt;b&gt;").text == "R&D — café €5 <b>"


def test_words_run_through_what_only_marks_them() -> None:
    assert read_page("<p>two <b>de</b>velop<wbr>ers<!-- no --> <a href='x'>join</a> us").text == "two developers join us"


def test_headings_have_levels_and_name_the_sections() -> None:
    document = read_page("<p>Intro.<h2>Scope</h2><p>One.<p>Two.<h3>Price</h3><p>Three.")
    assert [block.level for block in document.blocks if block.kind == "heading"] == [2, 3]
    assert (find(document, "Two").place.section, find(document, "Two").place.paragraph) == ("Scope", 2)
    assert find(document, "Three").place.section == "Price"


def test_headings_by_hand_are_headings() -> None:
    document = read_page(f"<p>{LONG}<p><b>Way of working</b><p>{LONG}")
    assert find(document, "Way").kind == "heading"


def test_the_heading_that_opens_a_page_names_it() -> None:
    document = read_page("<title>RFP 7</title><nav>Home</nav><h1>Booking portal</h1><h2>Scope</h2><p>Words.")
    assert texts(document, "title") == ["Booking portal"]
    assert "RFP 7" not in document.text


def test_a_page_without_such_a_heading_is_named_by_its_title() -> None:
    document = read_page("<title>Booking\n portal</title><h1>Scope</h1><p>Words.<h1>Price</h1><p>Words.")
    assert texts(document, "title", "heading") == ["Booking portal", "Scope", "Price"]


def test_lists_have_items_at_every_depth() -> None:
    document = read_page("<ul><li>One<ul><li>Two</ul><li>Three<p>Four</ul>")
    assert [(block.kind, text) for block, text in zip(document.blocks, texts(document), strict=True)] == [
        ("item", "One"),
        ("item", "Two"),
        ("item", "Three"),
        ("paragraph", "Four"),
    ]


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [("", "1."), ("start=4", "4."), ("type=a start=2", "b."), ("type=I start=9", "IX."), ("start=none", "1.")],
)
def test_numbers_of_lists_are_shown_as_they_are_printed(attributes: str, printed: str) -> None:
    document = read_page(f"<ol {attributes}><li>Word</ol>")
    assert document.text == f"{printed} Word"
    assert texts(document, "item") == ["Word"]


def test_lines_broken_by_hand_stay_in_their_paragraph() -> None:
    assert texts(read_page("<p>We need<br>two developers")) == ["We need\ntwo developers"]


def test_two_breaks_part_paragraphs() -> None:
    assert texts(read_page("<div>One.<br><br/>Two.</div>")) == ["One.", "Two."]


def test_broken_lines_of_items_and_fields_stand_alone() -> None:
    document = read_page("<p>Term: 12 months<br>Start: May<br>- Java<br>- SQL</p>")
    assert texts(document, "field") == ["Term: 12 months", "Start: May"]
    assert texts(document, "item") == ["Java", "SQL"]


def test_cells_know_their_row_and_header() -> None:
    document = read_page("<table><tr><th>Role<th>Rate<tr><td>Developer<td>100<tr><td>Tester<td>90</table>")
    place = find(document, "90").place
    assert (place.table, place.row, place.header) == (1, 3, "Rate")
    assert find(document, "Developer").kind == "cell"


def test_the_head_of_a_table_needs_no_header_cells() -> None:
    document = read_page("<table><thead><tr><td>Role<td>Rate</thead><tbody><tr><td>Tester<td>90</table>")
    assert find(document, "90").place.header == "Rate"


def test_a_label_heads_the_value_beside_it() -> None:
    document = read_page("<table><tr><th>Term</th><td>Twelve months</td></tr><tr><th>Start</th><td>In May</td></tr></table>")
    assert find(document, "Twelve").place.header == "Term"


def test_cells_that_span_keep_the_columns_apart() -> None:
    document = read_page(
        "<table><tr><th>Site<th>Role<th colspan=2>Rate<tr><td rowspan=2>Lyon<td>Dev<td>100<td>110"
        "<tr><td>Test<td>90<td>95</table>"
    )
    assert find(document, "110").place.header == "Rate"
    assert find(document, "Test").place.header == "Role"
    assert find(document, "95").place.header == "Rate"


def test_tables_that_only_lay_out_the_page_are_not_tables() -> None:
    document = read_page(f"<table role=presentation><tr><td><h2>Scope</h2><p>{LONG}</td><td>Words.</td></tr></table>")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "paragraph"]


def test_a_table_in_a_cell_is_another_table() -> None:
    document = read_page("<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d</table><p>e")
    assert [find(document, word).place.table for word in "abcd"] == [1, 2, 2, 1]
    assert find(document, "e").kind == "paragraph"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) { 'secret' }</script>",
        "<style>secret {}</style>",
        "<p hidden>secret</p>",
        "<div style='color:red; display: NONE'><div>a</div>secret</div>",
        "<template><p>secret</template>",
        "<noscript>secret</noscript>",
        "<del>secret</del>",
        "<!-- <p>secret</p> -->",
        "<svg><title>secret</title></svg>",
    ],
)
def test_what_is_hidden_is_left_out(hidden: str) -> None:
    assert read_page(f"<p>Before</p>{hidden}<p>after").text == "Before\nafter"


def test_a_hidden_row_is_left_out() -> None:
    document = read_page("<table><tr><td>a<td>b<tr hidden><td>c<td>d<tr><td>e<td>f</table>")
    assert document.text == "a\nb\ne\nf"


@pytest.mark.parametrize("tag", ["nav", "footer", "div role=navigation"])
def test_what_steers_through_a_site_is_matter(tag: str) -> None:
    document = read_page(f"<p>Words.</p><{tag}><ul><li>Home</ul></{tag.split()[0]}><p>More.")
    assert find(document, "Home").kind == "matter"
    assert find(document, "More").kind == "paragraph"


def test_quotations_and_code_are_told_apart() -> None:
    document = read_page(
        "<p>Said <code>x</code>:<blockquote><p>one<table><tr><td>two</table></blockquote><pre>a\n  b</pre><p><code>c d</code>"
    )
    assert texts(document, "quote") == ["one", "two"]
    assert texts(document, "code") == ["a\n  b", "c d"]
    assert texts(document, "paragraph") == ["Said x:"]


def test_a_page_of_nothing_but_preformatted_text_is_read_as_text() -> None:
    document = read_page("<html><body><pre>1. SCOPE\n\nTwo developers\njoin us.\n</pre></body></html>")
    assert texts(document, "heading") == ["1. SCOPE"]
    assert texts(document, "paragraph") == ["Two developers\njoin us."]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset='iso-8859-2'>", "iso8859-2"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "cp1251"),
        ("<meta charset=shift_jis>", "shift_jis"),
        ("<meta charset=iso-2022-jp>", "iso2022_jp"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=klingon>", "cp1252"),
        ("<meta charset=punycode>", "utf-8"),
        ("<meta charset=windows-1251>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_pages_are_decoded_as_they_declare_unless_they_err(declared: str, encoding: str) -> None:
    words = {"iso8859-2": "Łódź", "cp1251": "Бриф", "shift_jis": "開発者", "iso2022_jp": "開発者"}.get(encoding, "café")
    assert read(f"<html>{declared}<p>{words}".encode(encoding), "brief.html").text == words


TAGS = [
    "p",
    "div",
    "b",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "blockquote",
    "pre",
    "h1",
    "h3",
    "title",
    "aside",
]
pages = st.lists(
    st.one_of(
        st.sampled_from(TAGS).map("<{}>".format),
        st.sampled_from(TAGS).map("</{}>".format),
        st.sampled_from(
            ["<br>", "<p hidden>", "<td rowspan=2 colspan=3>", "<!--", "-->", "<![", "<?", "<", ">", "&", "&#", "'", '"']
        ),
        st.text(max_size=5),
        st.just("word"),
    ),
    max_size=40,
).map("".join)


@given(page=pages)
@settings(max_examples=500, deadline=None)
def test_blocks_are_in_order_apart_and_inside_the_text(page: str) -> None:
    document = read_page(page.encode("utf-8", "replace").decode().replace("\0", ""))
    edges = [0, *(edge for block in document.blocks for edge in (block.start, block.end)), len(document.text)]
    assert edges == sorted(edges)
    assert all(block.place.line == document.position(block.start)[0] for block in document.blocks)


@given(st.lists(st.sampled_from(TAGS[:-2]), max_size=12), st.lists(st.sampled_from(TAGS[:-2]), max_size=12))
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost_whatever_is_left_open_or_closed_twice(opened: list[str], closed: list[str]) -> None:
    page = "".join(f"<{tag}>x{index}y " for index, tag in enumerate(opened)) + "".join(f"</{tag}>z " for tag in closed)
    words = read_page(page).text
    assert all(f"x{index}y" in words for index in range(len(opened)))
    assert words.count("z") == len(closed)
