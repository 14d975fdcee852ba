"""Which texts of an editor are read, and that they are read as what they are."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.documents import Limits
from brieflint.editing.texts import MOST_CHARACTERS, Text, find_path, read_text
from brieflint.errors import BriefError


def make(words: str, path: str = "/briefs/rfp.txt") -> Text:
    return Text(uri=Path(path).as_uri(), path=path, version=1, words=words)


@pytest.mark.parametrize(
    ("uri", "language", "path"),
    [
        ("file:///briefs/rfp.md", "markdown", "/briefs/rfp.md"),
        ("file:///briefs/rfp.txt", "plaintext", "/briefs/rfp.txt"),
        ("file:///briefs/rfp.txt", "jinja-of-some-sort", "/briefs/rfp.txt"),
        ("file:///briefs/a%20b%23%F0%9F%91%A9.md", "markdown", "/briefs/a b#👩.md"),
        ("file:///briefs/rfp", "text", "/briefs/rfp"),
        ("file:///briefs/Makefile", "makefile", ""),
        ("file:///briefs/rfp.html", "html", ""),
        ("file:///briefs/rfp.csv", "plaintext", ""),
        ("file:///briefs/rfp.py", "python", ""),
        ("untitled:Untitled-1", "python", ""),
    ],
)
def test_a_file_is_read_by_its_name(uri, language, path):
    assert find_path(uri, language) == path


@pytest.mark.parametrize(("language", "ending"), [("markdown", ".md"), ("plaintext", ".txt"), ("Text", ".txt")])
def test_a_text_that_was_never_saved_is_read_by_its_language(language, ending, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_path("untitled:Untitled-1", language) == str(tmp_path / f"Untitled-1{ending}")


@given(st.text(st.sampled_from("ab \t#-|\r\n\ufeff👩\u0301\x85\u2028\x0c"), min_size=1, max_size=200))
def test_the_document_is_the_text_with_line_feeds_for_line_ends(words):
    words = f"Brief {words}"
    assert read_text(make(words), Limits()).text == re.sub("\r\n|\r", "\n", words)


def test_a_byte_order_mark_is_a_character_of_the_text_for_editors():
    assert read_text(make("\ufeffBrief"), Limits()).text == "\ufeffBrief"


def test_half_a_character_is_read_as_one_unit():
    assert read_text(make("a\ud800b"), Limits()).text == "a?b"


def test_a_text_that_is_too_long_for_typing_is_refused_with_a_way_out():
    with pytest.raises(BriefError, match=r"500,000 is the most.*brieflint check"):
        read_text(make("a" * (MOST_CHARACTERS + 1)), Limits())
