"""Texts that were made to break a reader."""

import codecs

import pytest

from brieflint.documents import read_bytes
from brieflint.documents.lines import split_lines
from brieflint.errors import BriefError

SUFFIXES = ["brief.txt", "brief.md"]
MANY = 30_000

LONG = {
    "one line": "staff augmentation " * 55_000,
    "one line without spaces": "x" * 1_000_000,
    "one line of spaces": "a" + " " * 1_000_000 + "b",
    "one line of pipes": "|" * 300_000,
    "one line of quotation marks": ">" * 1_000_000,
    "one line of dashes": "-" * 1_000_000 + "x",
    "one line of hashes": "#" * 1_000_000,
    "one line of stars": "*" * 1_000_000 + "x",
    "one line of tags": "<a> " * 250_000 + "x",
    "blank lines": "start" + "\n" * MANY + "end",
    "bullets": "- \n" * MANY,
    "lone bullets": "•\n" * MANY,
    "items": "- one\n" * MANY,
    "numbers": "1.\n" * MANY,
    "numbered lines": "1. One\n" * MANY,
    "pipes": "|\n" * MANY,
    "rows": "a | b\n" * MANY,
    "ragged rows": "".join(f"{'a' * (at % 37)}b      c\n" for at in range(MANY)),
    "rules": "---\n" * MANY,
    "grid rules": "+--+\n" * MANY,
    "open comments": "<!-- \n" * MANY,
    "comments": "a <!-- b --> c\n" * MANY,
    "open code": "```\n" * MANY,
    "titles": "Title\n" * MANY,
    "headings": "Price\n\n" * MANY,
    "capitals": "PRICE\n" * MANY,
    "contents": "Contents\n" * MANY,
    "quotes": "> \n" * MANY,
    "labels": "From: a\n" * MANY,
    "form feeds": "\f\n" * MANY + "end",
    "definitions": "[a]: b\n" * MANY,
    "front matter": "---\n" + "title: a\n" * MANY,
}


@pytest.mark.parametrize("name", SUFFIXES)
@pytest.mark.parametrize("brief", LONG.values(), ids=LONG.keys())
def test_a_long_brief_is_read_whole(name, brief):
    """A reader that is quadratic in the number of lines would not come back from these."""
    assert read_bytes(brief.encode(), name).text == brief


@pytest.mark.parametrize("end", ["\n", " \t\r\n"])
def test_of_millions_of_blank_lines_only_a_few_are_looked_at(end):
    text = "start" + end * 3_000_000 + "end"
    assert [line.number for line in split_lines(text)] == [1, 2, 3, 4, 3_000_001]


@pytest.mark.parametrize("name", SUFFIXES)
def test_what_stands_below_millions_of_blank_lines_has_its_place(name):
    document = read_bytes(b"Staff augmentation\n" + b"\n" * 3_000_000 + b"Two developers join our team.\n", name)
    below = document.blocks[-1]
    assert (document.text[below.start : below.end], below.place.line) == ("Two developers join our team.", 3_000_002)


@pytest.mark.parametrize("name", SUFFIXES)
@pytest.mark.parametrize("data", [b"\0", b"words\0words", b"\0" * 1000, b"MZ\x90\0\x03\0\0\0\x04"])
def test_nul_bytes_are_refused_in_words(name, data):
    with pytest.raises(BriefError, match="binary data"):
        read_bytes(data, name)


@pytest.mark.parametrize("name", SUFFIXES)
@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, b""])
def test_lone_surrogates_are_replaced(name, mark):
    words = "We need a team \ud800 for a year".encode("utf-16-le", "surrogatepass")
    document = read_bytes(mark + words, name)
    assert "\ufffd" in document.text
    document.text.encode()


def test_half_a_character_at_the_end_does_no_harm():
    assert read_bytes(codecs.BOM_UTF16_LE + "team".encode("utf-16-le") + b"a", "brief.txt").text.startswith("team")


@pytest.mark.parametrize("name", SUFFIXES)
def test_bidi_overrides_stay_where_they_are(name):
    brief = "\u202eStaff augmentation\u202c\n\nThe \u2066supplier\u2069 leads.\n"
    document = read_bytes(brief.encode(), name)
    assert document.text == brief
    assert document.text[document.blocks[-1].start : document.blocks[-1].end] == "The \u2066supplier\u2069 leads."


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_brief_of_nothing_but_bullets_has_no_items(name):
    assert "item" not in {block.kind for block in read_bytes("-\n•\n*\n".encode(), name).blocks}
