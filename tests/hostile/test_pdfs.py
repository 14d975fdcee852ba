"""PDF files with loops, enormous pages and enormous streams: read whole, or given up within bounds."""

import zlib
from contextlib import suppress

import pytest
from documents.pdfs import make_form, make_page, make_stream, set_lines, write_objects, write_pdf

from brieflint.documents import read_bytes
from brieflint.documents.limits import Limits
from brieflint.errors import BriefError

DRAW = "BT /F0 11 Tf 72 700 Td (Words in a form) Tj ET "
WORDS = make_stream(DRAW.encode())
PDF = write_pdf([set_lines(72, 700, ["The vendor runs the desk for us."])])


LITTLE = Limits(pdf_memory=256 * 2**20)
"""Sooner used up than the usual memory."""


def refuse(data: bytes, saying: str = "PDF|page") -> None:
    with pytest.raises(BriefError, match=saying) as caught:
        read_bytes(data, "brief.pdf", LITTLE)
    assert caught.value.advice


LOOPS = {
    "a form that draws itself": make_page(make_stream(b"/X Do"), make_form("/X Do " + DRAW + "/X Do")),
    "a page tree that holds itself": make_page(make_stream(b""), kids="2 0 R 5 0 R", count=2),
    "pages that are the catalogue": write_objects(["<< /Type /Catalog /Pages 1 0 R >>"]),
    "a page that is its own parent": write_objects(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 3 0 R >>"]
    ),
}


@pytest.mark.parametrize("data", LOOPS.values(), ids=LOOPS.keys())
def test_a_loop_is_given_up(data: bytes):
    refuse(data)


def test_a_table_of_places_that_refers_to_itself_is_followed_once():
    start = PDF.rindex(b"xref\n0")
    assert read_bytes(PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start), "brief.pdf").text


@pytest.mark.parametrize("size", ["1000000000 1000000000", "1e38 1e38", "-1 -1", "0 0"])
def test_an_enormous_page_is_read_like_any_other(size: str):
    page = write_pdf([set_lines(72, 700, ["The vendor runs the desk for us."])], page=f"/MediaBox [0 0 {size}]")
    assert "The vendor runs the desk" in read_bytes(page, "brief.pdf").text


def test_an_enormous_number_of_pages_is_refused():
    refuse(make_page(WORDS, count=1_000_000), "pages|damaged")


def test_an_enormous_stream_is_given_up():
    refuse(make_page(make_stream(zlib.compress(DRAW.encode() * 1_500_000, 9), "/Filter /FlateDecode")), "too large")


def test_a_stream_that_is_packed_twice_is_given_up():
    bomb = zlib.compress(zlib.compress(DRAW.encode() * 1_500_000, 9), 9)
    refuse(make_page(make_stream(bomb, "/Filter [/FlateDecode /FlateDecode]")), "too large")


def test_a_truncated_file_is_read_or_refused():
    for end in range(1, len(PDF), 40):
        with suppress(BriefError):
            assert read_bytes(PDF[:end], "brief.pdf").text
