"""Bytes become text."""

import codecs

import pytest

from brieflint.documents.decoding import decode
from brieflint.errors import BriefError

WORDS = "Café tender: £400 a day\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
    ],
)
def test_every_usual_encoding_gives_the_same_words(data):
    assert decode(data, "brief.txt") == WORDS


def test_all_line_ends_become_one():
    assert decode(b"one\r\ntwo\rthree\n", "brief.txt") == "one\ntwo\nthree\n"


def test_windows_quotation_marks_are_read():
    assert decode(b"\x93team\x94 \x96 ours", "brief.txt") == "“team” – ours"


def test_bytes_that_windows_leaves_undefined_are_kept():
    assert decode(b"caf\xe9 \x81", "brief.txt") == "café \x81"


def test_utf16_without_a_mark_in_another_script_is_known_by_its_spaces():
    words = "Нам нужны два инженера на год"
    assert decode(words.encode("utf-16-le"), "brief.txt") == words


def test_binary_data_is_refused():
    with pytest.raises(BriefError, match="binary data"):
        decode(b"\x00\x01\x00\x00\x02\x03", "brief.txt")


def test_a_pdf_that_is_named_txt_is_told_apart():
    with pytest.raises(BriefError, match=r"Rename it to end in \.pdf"):
        decode(b"%PDF-1.7 ...", "brief.txt")
