from collections.abc import Sequence

import pytest
from pdfs import Words, make_form, make_page, make_stream, set_lines, write_pdf

from brieflint.documents.document import Block, Document
from brieflint.documents.pdf import read
from brieflint.errors import BriefError

PROSE = [
    "The vendor provides the team that builds and runs",
    "the booking platform of the harbour, and answers for",
    "what it delivers at the end of each quarter. The city",
    "accepts each release against the agreed criteria and",
    "pays for it once it has been accepted. Work that was",
    "not accepted is done again at the vendor's expense.",
]
MORE = [
    "Members of the team stay employed by the vendor, who",
    "decides on their tasks, hours and place of work. They",
    "take no orders from the city, though both sides meet",
    "every week to speak about progress and risks, and to",
    "agree upon priorities for the weeks to come. Changes",
    "of the plan are written down and signed by both.",
]


def read_words(*pages: Sequence[Words], page: str = "/MediaBox [0 0 612 792]") -> Document:
    return read(write_pdf(pages, page=page), "brief.pdf")


def text_of(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


def tell(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, text_of(document, block).replace("\n", " ")) for block in document.blocks]


def test_paragraphs_and_headings_have_their_place():
    document = read_words(
        [
            Words(72, 720, "Harbour booking platform", 20, bold=True),
            Words(72, 680, "1. Scope", 14, bold=True),
            *set_lines(72, 655, PROSE),
            *set_lines(72, 560, MORE),
        ],
        [Words(72, 720, "2. Term", 14, bold=True), *set_lines(72, 690, ["The contract runs for two years."])],
    )
    assert tell(document) == [
        ("title", "Harbour booking platform"),
        ("heading", "1. Scope"),
        ("paragraph", " ".join(PROSE)),
        ("paragraph", " ".join(MORE)),
        ("heading", "2. Term"),
        ("paragraph", "The contract runs for two years."),
    ]
    second, term, last = document.blocks[3:]
    assert (second.place.page, second.place.section, second.place.paragraph) == (1, "1. Scope", 2)
    assert (term.level, term.place.page) == (1, 2)
    assert (last.place.page, last.place.section, last.place.paragraph, last.place.line) == (2, "2. Term", 1, None)


def drawn_down_the_columns() -> list[Words]:
    return [*set_lines(60, 700, PROSE, size=9), *set_lines(320, 700, MORE, size=9)]


def drawn_across_the_gutter() -> list[Words]:
    left, right = set_lines(60, 700, PROSE, size=9), set_lines(320, 700, MORE, size=9)
    return [words for line in zip(left, right, strict=True) for words in line]


@pytest.mark.parametrize("drawn", [drawn_down_the_columns, drawn_across_the_gutter])
def test_two_columns_are_read_one_after_the_other(drawn):
    head = Words(60, 740, "A platform for the harbour", 18, bold=True)
    foot = set_lines(60, 560, ["Tenders are opened in public."], size=9)
    document = read_words([head, *drawn(), *foot])
    assert [text for _, text in tell(document)] == [head.text, " ".join(PROSE), " ".join(MORE), "Tenders are opened in public."]


def test_what_was_drawn_last_is_read_where_it_stands():
    document = read_words([*set_lines(72, 600, PROSE), Words(72, 700, "Scope of the work", 16, bold=True)])
    assert [kind for kind, _ in tell(document)] == ["title", "paragraph"]


def test_running_heads_are_matter_and_do_not_part_a_sentence():
    opening = ["The vendor keeps the platform running at all hours of", "the day and answers every call of the harbour within"]
    closing = ["fifteen minutes, on working days as well as on holidays."]
    pages = [
        [
            Words(72, 760, "City of Example - Harbour platform", 9),
            *set_lines(72, 700, PROSE[number : number + 1]),
            *set_lines(72, 400, closing if number == 3 else []),
            *set_lines(72, 120, opening if number == 2 else []),
            Words(280, 40, f"Page {number} of 5", 9),
        ]
        for number in range(1, 6)
    ]
    pages[2].pop(1)
    document = read_words(*pages)
    matter = [text for kind, text in tell(document) if kind == "matter"]
    assert matter == [text for n in range(1, 6) for text in ("City of Example - Harbour platform", f"Page {n} of 5")]
    assert ("paragraph", " ".join([*opening, *closing])) in tell(document)


def test_words_that_differ_from_page_to_page_are_no_running_head():
    document = read_words(
        *([Words(72, 740, f"Task {number}: {word}", 11)] for number, word in enumerate(("dig", "fill", "pave"), 1))
    )
    assert all(kind != "matter" for kind, _ in tell(document))


def test_hyphens_at_line_ends_are_mended():
    lines = [
        "The vendor meets all require-",
        "ments of the cost-",
        "effective service, and of a cost-effective team-",
        "work between the two parties and the Pre-",
        "Award office.",
    ]
    document = read_words(set_lines(72, 700, lines))
    words = document.text.split()
    assert "requirements" in words
    assert words.count("cost-effective") == 2
    assert "teamwork" in words
    assert "Pre-Award" in words


def test_bullets_numbers_and_labels_keep_their_words():
    document = read_words(
        [
            *set_lines(72, 700, ["The vendor delivers:"]),
            Words(72, 680, "\u2022"),
            *set_lines(108, 680, ["monthly reports on the service levels that", "were agreed upon;"]),
            Words(72, 640, "\u2022"),
            Words(108, 640, "a test plan."),
            Words(72, 600, "Deadline:"),
            Words(200, 600, "5 May 2025"),
        ]
    )
    assert tell(document) == [
        ("paragraph", "The vendor delivers:"),
        ("item", "monthly reports on the service levels that were agreed upon;"),
        ("item", "a test plan."),
        ("field", "Deadline: 5 May 2025"),
    ]


def test_rows_of_a_table_stand_on_a_line_and_cells_know_their_column():
    rows = [("Milestone", "Due", "Fee"), ("Design", "May", "10,000"), ("Release of the first version", "June", "20,000")]
    document = read_words(
        [Words(x, 700 - 20 * y, cell) for y, row in enumerate(rows) for x, cell in zip((72, 260, 400), row, strict=True)]
    )
    assert document.text.split("\n") == ["\t".join(row) for row in rows]
    last = document.blocks[-1]
    assert (last.kind, last.place.table, last.place.row, last.place.header) == ("cell", 1, 3, "Fee")


def test_wrapped_cells_are_read_cell_by_cell():
    document = read_words(
        [
            *set_lines(72, 700, ["Service level", "agreement"]),
            *set_lines(300, 700, ["Answered within", "twenty minutes"]),
            *set_lines(72, 660, ["Uptime", "per month"]),
            *set_lines(300, 660, ["99.5 per cent or", "better"]),
        ]
    )
    assert document.text == "Service level agreement\tAnswered within twenty minutes\nUptime per month\t99.5 per cent or better"


def test_tables_of_contents_are_matter():
    entries = [f"{number}. Chapter of the brief {'.' * 60} {number + 2}" for number in range(1, 6)]
    document = read_words([Words(72, 740, "Contents", 14, bold=True), *set_lines(72, 700, entries)], set_lines(72, 700, PROSE))
    assert {kind for kind, text in tell(document) if "Chapter" in text} == {"matter"}


@pytest.mark.parametrize(("turn", "matrix"), [(90, "0 1 -1 0 612 0"), (180, "-1 0 0 -1 612 792"), (270, "0 -1 1 0 0 792")])
def test_turned_pages_are_read_upright(turn, matrix):
    lines = set_lines(60, 500, PROSE)
    content = f"q {matrix} cm " + "".join(f"BT /F0 11 Tf {w.x} {w.y} Td ({w.text}) Tj ET " for w in lines) + "Q"
    data = write_pdf([lines], page=f"/MediaBox [0 0 612 792] /Rotate {turn}")
    drawn = data[data.index(b"stream\n") + 7 : data.index(b"endstream")]
    document = read(data.replace(drawn, content.encode().ljust(len(drawn))), "brief.pdf")
    assert tell(document) == [("paragraph", " ".join(PROSE))]


def test_no_word_is_lost_and_blocks_leave_out_only_white_space_and_marks():
    document = read_words(
        [*drawn_down_the_columns(), *set_lines(72, 500, ["a) one thing", "b) and another"]), Words(300, 30, "- 1 -")]
    )
    drawn = " ".join([*PROSE, *MORE, "a) one thing b) and another - 1 -"]).split()
    assert sorted(document.text.split()) == sorted(drawn)
    left, at = "", 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        left += document.text[at : block.start]
        at = block.end
    assert not (left + document.text[at:]).replace("a)", "").replace("b)", "").strip()


def test_a_picture_of_text_asks_for_recognition():
    with pytest.raises(BriefError, match=r"no text.*OCR"):
        read(write_pdf([[], []]), "scan.pdf")


def test_a_locked_file_says_so():
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<41> <41>]"
    with pytest.raises(BriefError, match="password"):
        read(write_pdf([set_lines(72, 700, PROSE)], trailer=lock), "brief.pdf")


@pytest.mark.parametrize("data", [b"not a PDF", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 500])
def test_a_damaged_file_says_so(data):
    with pytest.raises(BriefError, match="damaged"):
        read(data, "brief.pdf")


DRAW = "BT /F0 11 Tf 72 700 Td (Words in a form) Tj ET "


def test_forms_are_read_as_part_of_the_page():
    document = read(make_page(make_stream(b"/X Do"), make_form("/Y Do /Z Do " + DRAW)), "brief.pdf")
    assert document.text == "Words in a form"
