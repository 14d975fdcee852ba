"""Blocks, sentences, and the way back from a Doc to the text it was made of."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from brieflint.documents import Document, markdown
from brieflint.language.layout import Source, fold
from brieflint.language.pipeline import analyse, read_document

LayOut = Callable[[str], Doc]
HEAD = "HARBOUR OFFICE\n\n"


def sentences(lay_out: LayOut, text: str) -> list[str]:
    doc = lay_out(HEAD + text)
    return [span.text.strip() for span in doc.spans["sentences"]][1:]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We need two people. They join our team.", ["We need two people.", "They join our team."]),
        ("Who directs them? Our lead does!", ["Who directs them?", "Our lead does!"]),
        ("They bring approx. five years of work.", ["They bring approx. five years of work."]),
        ("Your people do the work; our lead directs it.", ["Your people do the work;", "our lead directs it."]),
        ('He said "we direct them." Then he left.', ['He said "we direct them."', "Then he left."]),
        ("We use Node.js for it. And more.", ["We use Node.js for it.", "And more."]),
        ("We need two people (one senior). They start in May.", ["We need two people (one senior).", "They start in May."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(lay_out: LayOut, text: str, parts: list[str]):
    assert sentences(lay_out, text) == parts


def test_a_sentence_goes_on_over_the_end_of_its_line(lay_out: LayOut):
    assert sentences(lay_out, "Our technical lead assigns the tasks to your\ntwo developers each day.\n") == [
        "Our technical lead assigns the tasks to your two developers each day."
    ]


def test_no_sentence_goes_over_the_end_of_its_block(lay_out: LayOut):
    assert sentences(lay_out, "- two testers\n- one analyst\n") == ["two testers", "one analyst"]


def test_quotations_and_code_are_not_read():
    text = "# Desk\n\nWe ask for help.\n\n> We want IT outsourcing.\n\n```\nstaff augmentation\n```\n"
    doc = analyse(markdown.read(text.encode(), "brief.md"))
    assert [span.text.strip() for span in doc.spans["sentences"]] == ["Desk", "We ask for help."]


def test_a_document_of_quotations_only_reads_as_nothing():
    reading = read_document(markdown.read(b"> We want IT outsourcing.\n", "brief.md"))
    assert (reading.sentences, reading.mentions, reading.words) == ((), (), 0)


def test_a_document_without_blocks_reads_as_nothing():
    reading = read_document(Document(path="-", format="text", text="", blocks=()))
    assert reading.sentences == ()


def test_a_doc_that_is_laid_out_already_is_left_alone(lay_out: LayOut):
    doc = lay_out(HEAD + "We need two people.")
    assert lay_out(doc) is doc


def test_spans_lead_back_to_the_text(lay_out: LayOut):
    text = f"{HEAD}We need\n   two\u00ad people  now. They\tjoin us.\n"
    doc = lay_out(text)
    source = doc._.brieflint_source
    found = [text[slice(*source.bounds(span.start_char, span.end_char))] for span in doc.spans["sentences"]]
    assert found == ["HARBOUR OFFICE", "We need\n   two\u00ad people  now.", "They\tjoin us."]


def test_sentences_under_a_heading_carry_the_weight_of_its_section(lay_out: LayOut):
    text = f"{HEAD}1. Scope\nWe need two people.\n\n2. Out of scope\nNo service desk is needed.\n\n3. Price\nA monthly rate.\n"
    doc = lay_out(text)
    found = {span.text.strip(): span._.brieflint_weight for span in doc.spans["blocks"] if span.label_ == "paragraph"}
    assert found == {"We need two people.": 1, "No service desk is needed.": 0, "A monthly rate.": 1}


texts = st.text(alphabet=st.sampled_from("ab. \t\n\u00a0\u00ad\u200b\u2060\u202e\ufeff"), max_size=60)


def fold_with_offsets(text: str, start: int = 0) -> list[tuple[str, int]]:
    """Each character of the folded text and its offset in the source."""
    folded, stretches = fold(text, start)
    source = Source(Document(path="-", format="text", text=text, blocks=()), stretches)
    return [(char, source.offset(at)) for at, char in enumerate(folded)]


@given(texts, st.integers(0, 50))
def test_folded_text_is_the_text_at_its_offsets(text: str, start: int):
    assert all(
        text[at - start] == char or (char == " " and text[at - start].isspace()) for char, at in fold_with_offsets(text, start)
    )


@given(texts)
def test_folding_keeps_the_order_and_every_visible_character(text: str):
    offsets = [at for _, at in fold_with_offsets(text)]
    assert offsets == sorted(set(offsets))
    assert "".join(char for char, _ in fold_with_offsets(text)).replace(" ", "") == "".join(c for c in text if c in "ab.")


@given(texts)
def test_folded_text_has_no_two_spaces_in_a_row(text: str):
    folded, _ = fold(text, 0)
    assert "  " not in folded


words = st.lists(st.sampled_from(["we", "need", "two", "people", "for", "IT", "outsourcing", "now"]), min_size=3, max_size=12)
gaps = st.sampled_from([" ", "  ", "\t", "\u00a0", " \u200b", "\u00ad "])


@given(words, st.data())
def test_what_is_read_does_not_depend_on_the_white_space(words: list[str], data: st.DataObject):
    spaced = "".join(word + data.draw(gaps) for word in words).strip() + "."
    plain, odd = (
        read_document(markdown.read(f"# Desk\n\n{text}\n".encode(), "b.md")) for text in (" ".join(words) + ".", spaced)
    )
    assert [s.stance for s in plain.sentences] == [s.stance for s in odd.sentences]
    assert [(m.term, m.applied) for m in plain.mentions] == [(m.term, m.applied) for m in odd.mentions]
