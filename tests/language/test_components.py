"""Every component runs in somebody's own spaCy pipeline."""

import subprocess
import sys

import pytest
import spacy
from spacy.language import Language

BRIEF = (
    "Harbour office\n\nWe invite offers for IT outsourcing of the service desk. Our lead directs your developers every day.\n"
)
COMPONENTS = ("layout", "terms", "reader", "signals", "naming", "context")


def test_spacy_knows_the_components_without_an_import():
    code = f"import spacy; nlp = spacy.blank('en'); [nlp.add_pipe('brieflint_' + name) for name in {COMPONENTS}]"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_layout_finds_blocks_and_sentences(nlp: Language):
    doc = nlp(BRIEF)
    assert [span.label_ for span in doc.spans["blocks"]] == ["title", "paragraph"]
    assert [span.text.strip() for span in doc.spans["sentences"]] == [
        "Harbour office",
        "We invite offers for IT outsourcing of the service desk.",
        "Our lead directs your developers every day.",
    ]


def test_terms_are_spans_that_say_what_they_name(nlp: Language):
    doc = nlp(BRIEF)
    (span,) = doc.spans["terms"]
    assert (span.text, span._.brieflint_term.model) == ("IT outsourcing", "it_outsourcing")


def test_every_sentence_carries_what_was_read_in_it(nlp: Language):
    doc = nlp(BRIEF)
    for sentence in doc.spans["sentences"]:
        for read in (sentence._.brieflint_stance, sentence._.brieflint_dimensions, sentence._.brieflint_signals):
            assert sum(read.values()) == pytest.approx(1, abs=1e-5)


def test_signals_are_spans_labelled_with_their_id(nlp: Language):
    doc = nlp(BRIEF)
    assert "client_directs" in {span.label_ for span in doc.spans["signals"]}


def test_every_term_carries_how_it_is_used(nlp: Language):
    doc = nlp(BRIEF)
    (span,) = doc.spans["terms"]
    assert 0.5 < span._.brieflint_applied <= 1


def test_terms_carry_what_the_words_around_do_to_them(nlp: Language):
    doc = nlp("We invite offers, but this is not IT outsourcing.")
    (span,) = doc.spans["terms"]
    assert span._.brieflint_context == {"negated"}


def test_the_components_stand_beside_those_of_others():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("brieflint_layout")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PLACE", "pattern": "Narvik"}])
    pipeline.add_pipe("brieflint_terms")
    doc = pipeline("We ask for IT outsourcing in Narvik.")
    assert [entity.text for entity in doc.ents] == ["Narvik"]
    assert [span.text for span in doc.spans["terms"]] == ["IT outsourcing"]


def test_terms_are_found_without_the_components_that_read():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("brieflint_layout")
    pipeline.add_pipe("brieflint_terms")
    doc = pipeline("We ask for staff augmentation.")
    assert [span.label_ for span in doc.spans["terms"]] == ["sa.staff_augmentation"]


@pytest.mark.parametrize("text", ["", "   ", " \n\t\n", "> A quotation and nothing else.", "\u200b"])
def test_a_text_without_a_sentence_is_no_failure(nlp: Language, text: str):
    doc = nlp(text)
    assert [list(doc.spans[group]) for group in ("sentences", "terms", "signals")] == [[], [], []]


def test_many_texts_are_read_like_each_of_them(nlp: Language):
    texts = [BRIEF, "We ask for a dedicated team.", BRIEF]
    together, alone = (
        [[(span.text, span._.brieflint_applied) for span in doc.spans["terms"]] for doc in docs]
        for docs in (list(nlp.pipe(texts)), [nlp(text) for text in texts])
    )
    assert together == alone


def test_reading_one_brief_leaves_no_trace_in_the_next(nlp: Language):
    def read(text: str) -> list[dict[str, float]]:
        doc = nlp(text)
        return [sentence._.brieflint_stance for sentence in doc.spans["sentences"]]

    first = read(BRIEF)
    read("A wholly different brief. It speaks of laptops, of forklifts and of quinces.")
    assert read(BRIEF) == first
