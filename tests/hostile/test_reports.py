"""Briefs and file names that try to break out of a report, in every format."""

import csv
import json
import re
from io import StringIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting.reports import VIEW, attack, brief, finding

from brieflint.linting.report import Report, Unreadable
from brieflint.reporting.formats import FORMATS, write

JSON = ("sarif", "gitlab", "rdjson")
ACTING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
LINED = sorted(set(FORMATS) - {"text", "json", "html"})
"""Text, JSON and HTML have tests of their own."""


@pytest.mark.parametrize("form", LINED)
def test_nothing_of_a_brief_acts_on_a_screen(form: str):
    told = write(attack(), form, VIEW)
    assert not ACTING.search(told)
    assert told.count("owned") >= 2
    told.encode("utf-8")


@pytest.mark.parametrize("form", sorted(set(LINED) - {"jsonl"}))
def test_huge_text_is_cut(form: str):
    huge = "word " * 200_000
    report = Report(briefs=(brief(findings=(finding(message=huge),)), Unreadable(path="a.txt", error=huge)))
    assert len(write(report, form, VIEW)) < 40_000


@given(text=st.text(max_size=80))
@settings(max_examples=30, deadline=None)
@pytest.mark.parametrize("form", LINED)
def test_any_words_can_be_written(form: str, text: str):
    told = write(attack(text), form, VIEW)
    told.encode("utf-8")
    assert not ACTING.search(told)
    if form in JSON:
        json.loads(told)
    if form == "junit":
        ElementTree.fromstring(told)
    if form == "csv":
        assert {len(row) for row in csv.reader(StringIO(told))} == {12}
