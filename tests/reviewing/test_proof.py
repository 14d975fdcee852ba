"""The proof, file by file: with a comment in every paragraph and many words suggested, nothing else in a file has changed."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import fromstring

import pytest

from brieflint.documents.docx import read
from tests.reviewing.bodies import contents, look
from tests.reviewing.files import FILES
from tests.reviewing.test_marks import clean, review, without_marks

MOST = 30
TOUCHED = re.compile(r"(\[Content_Types\]\.xml|word/_rels/\w+\.xml\.rels|word/\w+\.xml)$")


@pytest.mark.parametrize("load", FILES)
def test_outside_of_our_marks_a_file_stays_as_it_is(load: Callable[[], bytes]):
    data = load()
    document = read(data, "brief.docx")
    blocks = document.blocks[:: max(1, len(document.blocks) // MOST)]
    spans = [
        (block.start + at.start(), block.start + at.end())
        for block in blocks
        for at in list(re.finditer(r"\w[\w-]*(?: \w+)?", document.text[block.start : block.end]))[1:2]
    ]
    assert len(spans) > 1
    reviewed = review(data, *spans, instead="other words")
    assert reviewed.suggested > 0
    before, after = dict(contents(data)), dict(contents(reviewed.data))
    main = next(name for name in before if name.startswith("word/document"))
    touched = {name for name in after if after[name] != before.get(name)}
    assert main in touched
    assert len(touched) <= 4
    assert all(map(TOUCHED.match, touched))
    assert look(without_marks(fromstring(after[main]), reviewed.data), "brieflint") == look(fromstring(before[main]))
    assert contents(clean(reviewed.data)) == contents(data)
