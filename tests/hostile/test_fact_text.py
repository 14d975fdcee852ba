"""Text that is made to be slow or odd does not hold up the reading of facts."""

import pytest

from brieflint.documents.document import Block, Document, Place
from brieflint.facts.extract import find_facts


@pytest.mark.parametrize(
    "text", ["1 " * 5000, "two " * 5000, "Ada Quill " * 3000, " " * 20000, "accepted " * 3000, "9 % uptime " * 2000]
)
def test_a_long_line_of_one_thing_is_read_to_its_end(text: str):
    block = Block(kind="paragraph", start=0, end=len(text), place=Place())
    document = Document(path="x", format="text", text=text, blocks=(block,))
    assert all(fact.text == text[fact.start : fact.end] for fact in find_facts(document))
