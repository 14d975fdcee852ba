"""Remarks for brieflint: found in every format that can hold them, and no part of what the brief says."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packages import WORD, docx, odt, p, r, tbl

from brieflint.documents import Document, read_bytes

REMARK = "brieflint: ignore sa-called-ito -- agreed with legal"
PROSE = "The harbour office keeps its own team and wants two more people to work in it for one year."
BRIEF = f"""PORT OF ELSINMOUTH
Request for Proposals: Berth Planning

1. Purpose
{PROSE} They are led by the harbour
master, and they share the office with the pilots.

2. What is needed
- two planners
- one clerk, who knows
  the tide tables

Rates
Role        Day     Week
Planner     400     1,900
Clerk       300     1,400

Contact: Ms Lund
"""


def read(text: str, name: str = "brief.txt") -> Document:
    return read_bytes(text.encode(), name)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def words(document: Document) -> list[str]:
    return [remark.words for remark in document.remarks]


@pytest.mark.parametrize("line", [REMARK, f"# {REMARK}", f"// {REMARK}", f"  {REMARK}  ", f"<!-- {REMARK} -->"])
def test_a_line_of_its_own_is_a_remark_in_a_text(line: str):
    document = read(f"{line}\n{BRIEF}")
    assert words(document) == [REMARK]
    assert blocks(document) == blocks(read(BRIEF))


def test_a_remark_is_found_whatever_its_capitals():
    assert words(read(f"Brieflint: Ignore x -- y\n\n{PROSE}")) == ["Brieflint: Ignore x -- y"]


def test_a_forgotten_colon_is_a_remark_too():
    assert words(read(f"{PROSE}\n\nbrieflint ignore x -- y\n")) == ["brieflint ignore x -- y"]


def test_prose_about_brieflint_is_no_remark():
    document = read(f"{PROSE}\n\nWe use brieflint: it reads briefs.\n\nBrieflint ignores the past.\n")
    assert document.remarks == ()
    assert "Brieflint ignores the past." in dict(map(reversed, blocks(document)))


def test_a_remark_knows_its_line_and_its_offsets():
    document = read(f"{PROSE}\n\n\n# {REMARK}\n")
    (remark,) = document.remarks
    assert (remark.line, document.text[remark.start : remark.end]) == (4, REMARK)


def test_blocks_after_a_remark_keep_their_true_lines_and_offsets():
    document = read(f"{REMARK}\n{REMARK}\n\n{BRIEF}")
    heading = next(block for block in document.blocks if block.kind == "heading")
    assert document.position(heading.start)[0] == heading.place.line == 7


def test_a_remark_inside_a_paragraph_parts_it():
    document = read(f"The planners share the office\n{REMARK}\nwith the pilots of the port.\n")
    assert [text for _, text in blocks(document)] == ["The planners share the office", "with the pilots of the port."]
    assert [block.place.line for block in document.blocks] == [1, 3]


LINES = BRIEF.splitlines(keepends=True)


@given(st.lists(st.integers(0, len(LINES)), max_size=4), st.sampled_from(["", "# ", "// "]))
def test_remarks_change_no_block_wherever_they_stand(places: list[int], sign: str):
    written = "".join(f"{sign}{REMARK}\n" * places.count(at) + line for at, line in enumerate([*LINES, ""]))
    document = read(written)
    assert len(document.remarks) == len(places)
    assert not any(REMARK in text for _, text in blocks(document))
    assert [text.split() for _, text in blocks(document)] == parted(places)


def parted(places: list[int]) -> list[list[str]]:
    """The words of the blocks without remarks, parted where a remark stands between two of their lines."""
    document, found = read(BRIEF), []
    for block in document.blocks:
        first = block.place.line or 0
        line, held = first, []
        for text in document.text[block.start : block.end].split("\n"):
            if held and line - 1 in places:
                found.append(held)
                held = []
            held = [*held, *text.split()]
            line += 1
        found.append(held)
    return found


def test_comments_are_remarks_in_markdown():
    text = f"# Berths\n\n<!-- {REMARK} -->\n## Team\n\n{PROSE}\n"
    document = read(text, "brief.md")
    assert words(document) == [REMARK]
    assert blocks(document) == blocks(read("# Berths\n\n## Team\n\n" + PROSE, "brief.md"))


def test_a_comment_may_go_over_several_lines():
    document = read(f"<!-- brieflint: ignore x --\n  agreed with legal\n-->\n# Berths\n\n{PROSE}\n", "brief.md")
    assert words(document) == ["brieflint: ignore x -- agreed with legal"]
    assert [block.place.line for block in document.blocks] == [4, 6]


def test_a_heading_in_markdown_is_no_remark():
    assert read(f"# {REMARK}\n\n{PROSE}\n", "brief.md").remarks == ()


def test_code_in_markdown_holds_no_remark():
    document = read(f"# How to\n\n```\n<!-- {REMARK} -->\n```\n\n{PROSE}\n", "brief.md")
    assert document.remarks == ()
    assert ("code", f"```\n<!-- {REMARK} -->\n```") in blocks(document)


def test_other_comments_in_markdown_stay_matter():
    document = read(f"<!-- to do -->\n\n<!-- {REMARK} -->\n\n{PROSE}\n", "brief.md")
    assert [kind for kind, _ in blocks(document)] == ["matter", "paragraph"]


def test_a_comment_in_a_line_of_markdown_stands_between_what_is_around_it():
    document = read(f"First part. <!-- {REMARK} --> Second part.\n", "brief.md")
    (remark,) = document.remarks
    assert document.blocks[-1].start >= remark.end
    assert blocks(document)[-1] == ("paragraph", "Second part.")


def test_a_comment_in_html_is_about_the_paragraph_after_it():
    page = f"<h1>Berths</h1>\n<p>One.</p>\n<!-- {REMARK} -->\n<p>Two.</p><!-- other --><p>Three.</p>"
    document = read(page, "brief.html")
    (remark,) = document.remarks
    assert (remark.words, remark.anchored, remark.line) == (REMARK, True, 3)
    assert document.text[remark.start : remark.end] == "Two."


def test_comments_change_no_block_of_html():
    page = "<h1>Berths</h1><ul><li>one</li>{0}<li>two</li></ul>{0}<table><tr><td>a</td>{0}<td>b</td></tr></table>{0}"
    assert blocks(read(page.format(f"<!-- {REMARK} -->"), "b.html")) == blocks(read(page.format(""), "b.html"))


def test_a_comment_at_the_end_of_html_is_about_nothing_that_follows():
    (remark,) = read(f"<p>One.</p><!-- {REMARK} -->", "brief.html").remarks
    assert remark.start == remark.end


def comment(name: int, text: str) -> str:
    said = "".join(p(part) for part in text.split("\n"))
    return f'<w:comment w:id="{name}" w:author="Ann Lee" w:date="2026-05-01T10:00:00Z" w:initials="AL">{said}</w:comment>'


def begin(name: int) -> str:
    return f'<w:commentRangeStart w:id="{name}"/>'


def end(name: int) -> str:
    return f'<w:commentRangeEnd w:id="{name}"/><w:r><w:commentReference w:id="{name}"/></w:r>'


def word(body: str, *comments: str) -> Document:
    said = "".join(comment(name, text) for name, text in enumerate(comments))
    return read_bytes(docx(body, comments=said, root=WORD), "brief.docx")


def marked(document: Document) -> list[str]:
    return [document.text[remark.start : remark.end] for remark in document.remarks]


def test_a_word_comment_is_about_the_paragraph_that_it_marks():
    document = word(p("One.") + p(r("Two ") + begin(0) + r("words") + end(0) + r(".")) + p("Three."), REMARK)
    assert marked(document) == ["Two words."]
    assert [text for _, text in blocks(document)] == ["One.", "Two words.", "Three."]


def test_a_word_comment_keeps_its_author_and_date():
    (remark,) = word(p(begin(0) + r("One.") + end(0)), REMARK).remarks
    assert (remark.words, remark.author, remark.date, remark.line) == (REMARK, "Ann Lee", "2026-05-01T10:00:00Z", None)


def test_a_word_comment_may_mark_several_paragraphs():
    assert marked(word(p(begin(0) + r("One.")) + p("Two.") + p(r("Three.") + end(0)) + p("Four."), REMARK)) == [
        "One.\nTwo.\nThree."
    ]


def test_a_word_comment_that_ends_where_a_paragraph_begins_is_not_about_it():
    assert marked(word(begin(0) + p("One.") + p(end(0) + r("Two.")), REMARK)) == ["One."]


def test_a_word_comment_on_a_point_is_about_its_paragraph():
    point = '<w:r><w:commentReference w:id="0"/></w:r>'
    assert marked(word(p("One.") + p(r("Two.") + point), REMARK)) == ["Two."]


def test_a_word_comment_in_a_table_is_about_the_cell():
    assert marked(word(tbl(["a", p(begin(0) + r("b") + end(0))], ["c", "d"]), REMARK)) == ["b"]


def test_a_word_comment_of_several_paragraphs_is_read_whole():
    document = word(p(begin(0) + r("One.") + end(0)), "brieflint: ignore x --\nagreed with legal")
    assert words(document) == ["brieflint: ignore x -- agreed with legal"]


def test_other_word_comments_are_none_of_its_business():
    assert word(p(begin(0) + r("One.") + end(0)), "Please check this.").remarks == ()


ANNOTATION = (
    '<office:annotation xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann Lee</dc:creator>'
    "<dc:date>2026-05-01T10:00:00</dc:date><text:p>{}</text:p></office:annotation>"
)


def test_a_comment_in_an_opendocument_text_is_about_its_paragraph():
    body = f"<text:p>One.</text:p><text:p>Two{ANNOTATION.format(REMARK)} words.</text:p><text:p>Three.</text:p>"
    document = read_bytes(odt(body), "brief.odt")
    (remark,) = document.remarks
    assert (remark.words, remark.author, remark.date) == (REMARK, "Ann Lee", "2026-05-01T10:00:00")
    assert marked(document) == ["Two words."]
    assert [text for _, text in blocks(document)] == ["One.", "Two words.", "Three."]


def test_other_comments_in_an_opendocument_text_are_none_of_its_business():
    assert read_bytes(odt(f"<text:p>One{ANNOTATION.format('Check this.')}.</text:p>"), "brief.odt").remarks == ()


def test_a_remark_in_a_message_counts_from_the_top_of_the_message():
    message = EmailMessage()
    message["Subject"] = "Berth planning"
    message.set_content(f"{PROSE}\n\n# {REMARK}\n\nRegards\n")
    document = read_bytes(message.as_bytes(), "brief.eml")
    (remark,) = document.remarks
    assert document.text[remark.start : remark.end] == REMARK
