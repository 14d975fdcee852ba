import pytest
from hypothesis import given
from hypothesis import strategies as st
from packages import OPENXML, RELATIONS, WORD, docx, levels, listed, p, r, relationships, tbl, zipped

from brieflint.documents import Block, Document
from brieflint.documents.docx import read

DECIMAL = levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
BULLETS = levels(("bullet", "\uf0b7"))
BOLD = "<w:b/>"
LONG = "The supplier shall deliver the agreed results in the agreed time, whatever else may happen meanwhile."


def read_body(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), "brief.docx")


def texts(document: Document, *kinds: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if not kinds or block.kind in kinds]


def find(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in document.text[block.start : block.end])


def sections(document: Document) -> list[str | None]:
    return [block.place.section for block in document.blocks if block.kind == "heading"]


def field(code: str, result: str) -> str:
    signs = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    return f"{signs['begin']}<w:r><w:instrText>{code}</w:instrText></w:r>{signs['separate']}{result}{signs['end']}"


def test_paragraphs_stand_one_on_a_line() -> None:
    document = read_body(p("First.") + p() + p("Second."))
    assert document.text == "First.\nSecond."
    assert document.format == "docx"
    assert [block.place.paragraph for block in document.blocks] == [1, 2]


def test_a_paragraph_is_counted_from_its_heading() -> None:
    document = read_body(p("Work", style="berschrift1") + p("One.") + p("Two.") + p("Price", style="berschrift2") + p("Three."))
    place = find(document, "Three").place
    assert (place.section, place.paragraph) == ("Price", 1)
    assert find(document, "Two").place.paragraph == 2
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2]


@pytest.mark.parametrize("style", ["berschrift2", "Clause", "Outlined", "Heading2"])
def test_headings_are_known_by_their_style_whatever_it_is_called(style: str) -> None:
    block = find(read_body(p("Intro.") + p("Way of working", style=style)), "Way")
    assert (block.kind, block.level) == ("heading", 2)


def test_a_paragraph_can_leave_the_outline() -> None:
    assert find(read_body(p("Body", '<w:outlineLvl w:val="9"/>', style="Outlined")), "Body").kind == "paragraph"


def test_whole_sentences_in_a_headings_style_are_paragraphs() -> None:
    assert find(read_body(p(LONG, style="berschrift1")), "supplier").kind == "paragraph"


def test_styles_based_on_themselves_come_to_an_end() -> None:
    assert texts(read_body(p("Round and round.", style="Ring"))) == ["Round and round."]


def test_a_title_is_one_only_at_the_top() -> None:
    document = read_body(p("Request for proposal", style="Titel") + p(LONG) + p("Annex", style="Titel"))
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "heading"]


def test_headings_by_hand_are_headings() -> None:
    body = (
        p(LONG)
        + p("Way of working", run=BOLD)
        + p(LONG)
        + p("SCOPE OF WORK")
        + p(LONG)
        + p("Team", run='<w:u w:val="single"/>')
    )
    assert sections(read_body(body)) == ["Way of working", "SCOPE OF WORK", "Team"]


@pytest.mark.parametrize(
    "words", ["All of this sentence is bold.", "Price: 20,000", "Note: bring a pen", "Name ______", "Bonn 53113"]
)
def test_other_words_in_bold_are_none(words: str) -> None:
    assert sections(read_body(p(LONG) + p(words, run=BOLD) + p(LONG))) == []


def test_half_a_line_in_bold_is_no_heading() -> None:
    assert sections(read_body(p(LONG) + p(r("Way", BOLD) + r(" of working")) + p(LONG))) == []


def test_typed_numbers_head_a_text_but_not_a_list() -> None:
    headed = read_body(p("1. Scope") + p(LONG) + p("2. Team") + p(LONG))
    assert sections(headed) == ["1. Scope", "2. Team"]
    assert sections(read_body(p("We need:") + p("1. Design") + p("2. Code") + p("3. Tests"))) == []


def test_numbers_are_counted_as_word_counts_them() -> None:
    body = "".join(
        (listed("Work"), listed("Way", level=1), listed("Team", level=1), listed("first", level=2), listed("second", level=2))
    ) + "".join((listed("Price"), listed("Rates", level=1), listed("again", level=2)))
    assert read_body(body, numbering=DECIMAL).text.split("\n") == [
        *("1. Work", "1.1 Way", "1.2 Team", "(a) first", "(b) second"),
        *("2. Price", "2.1 Rates", "(a) again"),
    ]


def test_a_heading_knows_its_number() -> None:
    listing = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    numbered = f'<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>{listing}</w:style>'
    deeper = numbered.replace("H1", "H2").replace("heading 1", "heading 2")
    numbering = levels(("decimal", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="H2"/>'
    )
    body = p("Work", style="H1") + p("Way of working", style="H2") + p("Words.")
    document = read_body(body, numbering=numbering, styles=numbered + deeper)
    assert find(document, "Words").place.section == "1.1 Way of working"
    assert texts(document, "heading") == ["1 Work", "1.1 Way of working"]


def test_items_begin_after_their_number() -> None:
    document = read_body(p("We need:") + listed("people who code") + listed("people who test"), numbering=DECIMAL)
    assert texts(document, "item") == ["people who code", "people who test"]
    assert document.text.split("\n")[1] == "1. people who code"


def test_bullets_are_shown_as_bullets() -> None:
    document = read_body(listed("one"), numbering=BULLETS)
    assert document.text == "• one"
    assert document.blocks[0].kind == "item"


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("upperRoman", ["I", "II", "III", "IV"]),
        ("lowerLetter", ["a", "b", "c", "d"]),
        ("decimalZero", ["01", "02", "03", "04"]),
        ("ordinal", ["1st", "2nd", "3rd", "4th"]),
        ("cardinalText", ["One", "Two", "Three", "Four"]),
    ],
)
def test_numbers_take_their_form(form: str, labels: list[str]) -> None:
    document = read_body("".join(listed("x") for _ in labels), numbering=levels((form, "%1")))
    assert document.text == "\n".join(f"{label} x" for label in labels)


def test_a_list_starts_again_where_it_is_told_to() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = listed("one") + listed("two") + listed("five", 2) + listed("six", 2)
    assert read_body(body, numbering=DECIMAL + again).text == "1. one\n2. two\n5. five\n6. six"


def test_number_zero_takes_a_paragraph_out_of_its_list() -> None:
    assert read_body(listed("free", 0), numbering=DECIMAL).text == "free"


def test_insertions_are_read_and_deletions_skipped() -> None:
    body = p(
        f"{r('The ')}<w:del>{r('old').replace('w:t', 'w:delText')}</w:del><w:ins>{r('new')}</w:ins>{r(' team')}"
        f"<w:moveFrom>{r(' gone')}</w:moveFrom><w:moveTo>{r(' came')}</w:moveTo>"
    )
    assert read_body(body).text == "The new team came"


def test_paragraphs_whose_mark_was_deleted_are_one() -> None:
    assert read_body(p("The team ", "<w:rPr><w:del/></w:rPr>") + p("is ours.")).text == "The team is ours."


def test_deleted_and_hidden_rows_are_skipped() -> None:
    table = tbl(["Role", "Rate"], ["Tester", "400"], ["Coder", "500"])
    table = table.replace(
        '<w:tr><w:tc><w:tcPr/><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">Tester',
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>Tester",
    )
    assert texts(read_body(table)) == ["Role", "Rate", "Coder", "500"]


@pytest.mark.parametrize("hidden", ["<w:vanish/>", '<w:rStyle w:val="SecretRun"/>'])
def test_hidden_words_are_left_out(hidden: str) -> None:
    assert read_body(p(r("seen") + r(" unseen", hidden) + r(" again", '<w:vanish w:val="0"/>'))).text == "seen again"


def test_comments_are_left_out() -> None:
    body = p(f'<w:commentRangeStart w:id="1"/>{r("Words")}<w:r><w:commentReference w:id="1"/></w:r>')
    assert read_body(body, comments="<w:comment w:id='1'>" + p("Is this outsourcing?") + "</w:comment>").text == "Words"


def test_breaks_and_hyphens_keep_words_apart_or_together() -> None:
    run = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00adf</w:t>"
    assert read_body(p(f"<w:r>{run}</w:r>")).text == "a\tb\nc-def"


def test_two_breaks_part_paragraphs() -> None:
    assert texts(read_body(p("<w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r>"))) == ["One.", "Two."]


def test_fields_show_their_results() -> None:
    nested = field(f'IF {field("MERGEFIELD x", r("code"))} = 1 "yes"', r("result"))
    assert read_body(p(r("A ") + nested + r(" here"))).text == "A result here"
    assert read_body(p(f'<w:fldSimple w:instr="DATE">{r("1 May")}</w:fldSimple>')).text == "1 May"


def test_a_field_without_end_does_not_swallow_the_brief() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("One")) + p("Two")
    assert read_body(body).text == "One\nTwo"


def test_forms_show_what_is_ticked() -> None:
    form = '<w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
    box = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(box.format(1) + end + r(" fixed price")) + p(box.format(0) + end + r(" by the hour"))
    assert read_body(body).text == "☒ fixed price\n☐ by the hour"


def test_contents_are_matter() -> None:
    contents = p(field("TOC \\o", r("Scope\t2"))) + p("Price\t3", style="TOC1") + p("Scope", style="berschrift1")
    assert [block.kind for block in read_body(contents + p(LONG)).blocks] == ["matter", "matter", "heading", "paragraph"]


def test_content_controls_links_and_smart_tags_are_read() -> None:
    body = (
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{p('Block')}</w:sdtContent></w:sdt>"
        + p(
            f"<w:sdt><w:sdtContent>{r('In')}</w:sdtContent></w:sdt><w:hyperlink>{r('Link')}</w:hyperlink><w:smartTag>{r('Tag')}</w:smartTag>"
        )
        + "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>"
        + p("Cell")
        + "</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert read_body(body).text == "Block\nInLinkTag\nCell"


def test_formulas_and_symbols_are_read() -> None:
    body = p(
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:char='00E9'/></w:r>"
    )
    assert read_body(body).text == "a+b☑"


def test_text_boxes_are_read_once_and_beside_the_text() -> None:
    box = f"<w:txbxContent>{p('In a box', style='berschrift1')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_body(p("Work", style="berschrift1") + p(drawing + r("Before.")) + p("After."))
    assert document.text == "Work\nBefore.\nIn a box\nAfter."
    assert (find(document, "After").place.section, find(document, "After").place.paragraph) == ("Work", 2)


def test_a_fallback_is_read_where_there_is_no_choice() -> None:
    assert read_body(p(f"<mc:AlternateContent><mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent>")).text == "old"


def test_diagrams_are_read() -> None:
    body = p("<w:r><w:drawing><dgm:relIds r:dm='data1'/></w:drawing></w:r>")
    assert read_body(body, data1="<a:p><a:r><a:t>Plan</a:t></a:r></a:p><a:p><a:r><a:t>Do</a:t></a:r></a:p>").text == "Plan\nDo"


def test_headers_and_footers_are_matter_and_said_once() -> None:
    ends = [
        f"<w:sectPr><w:headerReference w:type='{kind}' r:id='header{number}'/><w:footerReference r:id='footer1'/></w:sectPr>"
        for number, kind in ((1, "default"), (2, "first"))
    ]
    document = read_body(p("Words.", ends[0]) + ends[1], header1=p("Top"), header2=p("Top"), footer1=p("Foot"))
    assert document.text == "Top\nWords.\nFoot"
    assert [block.kind for block in document.blocks] == ["matter", "paragraph", "matter"]


def test_notes_stand_at_the_end_and_know_their_section() -> None:
    body = p("Work", style="berschrift1") + p(r("Words") + "<w:r><w:footnoteReference w:id='2'/></w:r>") + p("More.")
    notes = f"<w:footnote w:id='0' w:type='separator'>{p()}</w:footnote><w:footnote w:id='2'>{p('See annex.')}</w:footnote>"
    document = read_body(body, footnotes=notes + f"<w:footnote w:id='3'>{p('Unused.')}</w:footnote>")
    assert document.text == "Work\nWords\nMore.\nSee annex."
    assert (document.blocks[-1].kind, document.blocks[-1].place.section) == ("note", "Work")


def test_a_cell_knows_its_table_row_and_column() -> None:
    document = read_body(p("Intro.") + tbl(["Role", "Rate"], ["Tester", "400"], header=True) + tbl(["a", "b"], ["c", "d"]))
    place = find(document, "400").place
    assert (place.table, place.row, place.header) == (1, 2, "Rate")
    assert find(document, "d").place.table == 2
    assert find(document, "Rate").place.header is None


@pytest.mark.parametrize("first", [[p("Role", run=BOLD), p("Rate", run=BOLD)]])
def test_bold_cells_on_top_name_their_columns(first: list[str]) -> None:
    assert find(read_body(tbl(first, ["Tester", "400"])), "400").place.header == "Rate"


def test_a_label_heads_its_value_where_no_row_names_the_columns() -> None:
    document = read_body(tbl(["Start date:", "1 May"], ["Budget", "20,000"]) + tbl(["Start:", "June", "End:", "July"]))
    assert [find(document, words).place.header for words in ("1 May", "20,000", "June", "July")] == [
        *("Start date", "Budget"),
        *("Start", "End"),
    ]


def test_cells_that_span_or_continue_keep_their_columns() -> None:
    wide = tbl(["Term", "WIDE"], ["x", "y"], header=True).replace(
        "<w:tc><w:tcPr/>", "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>", 1
    )
    assert find(read_body(wide), "WIDE").place.header is None
    row = tbl(["Team:", "first"], ["", "second"])
    merged = row.replace("<w:tcPr/>", "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>", 1)
    at = merged.rindex("<w:tr>")
    merged = merged[:at] + merged[at:].replace("<w:tcPr/>", "<w:tcPr><w:vMerge/></w:tcPr>", 1)
    assert find(read_body(merged), "second").place.header == "Team"


def test_tables_in_tables_are_tables() -> None:
    document = read_body(tbl(["outer", tbl(["in", "ner"], ["x", "y"]) + p("after")]))
    assert (find(document, "ner").place.table, find(document, "after").place.table) == (2, 1)


def test_a_frame_around_text_is_no_table() -> None:
    document = read_body(tbl([p("Work", style="berschrift1") + p(LONG)]))
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert document.blocks[1].place.table is None


def test_items_in_cells_are_items_of_that_cell() -> None:
    document = read_body(tbl(["Tasks", "Rate"], [listed("code") + listed("test"), "9"], header=True), numbering=DECIMAL)
    assert texts(document, "item") == ["code", "test"]
    assert find(document, "test").place.header == "Tasks"


def test_strict_files_are_read_too() -> None:
    strict = WORD.replace(f"{OPENXML}/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    document = read_body(
        p("Work", style="berschrift1") + p("See http://purl.oclc.org/ooxml/wordprocessingml/main"), root=strict
    )
    assert document.blocks[0].kind == "heading"
    assert document.text.endswith("purl.oclc.org/ooxml/wordprocessingml/main")


def test_utf_16_is_read_too() -> None:
    part = f'<?xml version="1.0" encoding="UTF-16"?><w:document {WORD}><w:body>{p("Größe")}</w:body></w:document>'
    main = f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="/word/main.xml"/>'
    data = zipped({"_rels/.rels": relationships(main), "word\\main.xml": part.encode("utf-16")})
    assert read(data, "brief.docx").text == "Größe"


words = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="<>&\ufffe\uffff\u00ad"), max_size=30
)
shapes = st.sampled_from(
    [
        p,
        listed,
        lambda text: p(text, style="berschrift1"),
        lambda text: p(text, run=BOLD),
        lambda text: tbl([text, "label"], ["x", text]),
        lambda text: p(f"<w:ins>{r(text)}</w:ins>"),
        lambda text: p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox></w:pict></w:r>"),
        lambda text: f"<w:sdt><w:sdtContent>{p(text)}</w:sdtContent></w:sdt>",
    ]
)


@given(st.lists(st.tuples(shapes, words), max_size=8))
def test_no_word_is_lost_and_blocks_tile_the_text(pieces: list[tuple[object, str]]) -> None:
    document = read_body("".join(shape(text) for shape, text in pieces), numbering=DECIMAL)  # type: ignore[operator]
    for _, text in pieces:
        assert text.strip() in document.text
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        last = block.end
        assert block.place.page is None
