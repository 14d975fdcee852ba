"""The linear reader: the same sums however sentences come, and the same as in training."""

from functools import cache

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from brieflint.language.examples import MASK, mask
from brieflint.language.features import Sentences, take_sentences, word_key
from brieflint.language.linear import LinearReader, entries, softmax
from brieflint.language.readers import load_readers
from brieflint.language.training import train_reader
from brieflint.language.vectors import Vectors

NLP = spacy.blank("en")
WORDS = ["our", "lead", "directs", "the", "developers", "daily", "a", "fixed", "price", "of", "7", "42", ",", ".", "Łódź", "x1"]
lists = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), min_size=1, max_size=6)


def take(texts: list[list[str]]) -> Sentences:
    doc = Doc(NLP.vocab, [word for words in texts for word in words])
    ends = np.cumsum([len(words) for words in texts]).tolist()
    return take_sentences(doc, list(zip([0, *ends], ends, strict=False)))


@cache
def reader() -> LinearReader:
    """A reader with made-up weights for the keys that the words above have."""
    keys, _, _ = entries(take([WORDS, WORDS[::-1], WORDS[::2], WORDS[1::3]]), NLP.vocab.strings)
    known = np.unique(keys)
    random = np.random.default_rng(7)
    weights = random.normal(size=(len(known), 3)).astype(np.float32)
    return LinearReader.from_arrays(
        {"classes": np.array(["a", "b", "c"]), "keys": known, "weights": weights, "bias": np.array([0.1, 0, -0.1], np.float32)}
    )


def read(texts: list[list[str]], by: LinearReader | None = None) -> np.ndarray:
    return (by or reader()).read(take(texts), NLP.vocab.strings)


@given(lists)
def test_a_sentence_alone_reads_as_in_a_batch(texts: list[list[str]]):
    together = read(texts)
    alone = np.vstack([read([words]) for words in texts])
    np.testing.assert_allclose(together, alone, atol=1e-6)


@given(lists)
def test_the_order_of_sentences_does_not_matter(texts: list[list[str]]):
    np.testing.assert_allclose(read(texts)[::-1], read(texts[::-1]), atol=1e-6)


@given(lists)
def test_reading_sums_what_training_sums(texts: list[list[str]]):
    keys, owners, values = entries(take(texts), NLP.vocab.strings)
    scores = np.zeros((len(texts), 3))
    np.add.at(scores, owners, reader().weights[reader().rows(keys)] * values[:, None])
    np.testing.assert_allclose(read(texts), softmax(scores + reader().bias), atol=1e-5)


@given(lists)
def test_probabilities_add_up_to_one(texts: list[list[str]]):
    probabilities = read(texts)
    assert probabilities.shape == (len(texts), 3)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-5)


@given(lists)
def test_what_words_and_pairs_add_is_all_that_is_read(texts: list[list[str]]):
    taken = take(texts)
    words, pairs = reader().trace(taken, NLP.vocab.strings)
    scores = np.add.reduceat(words + pairs, taken.starts)
    np.testing.assert_allclose(softmax(scores + reader().bias), read(texts), atol=1e-5)


def test_no_sentences_read_as_no_rows():
    assert read([]).shape == (0, 3)
    assert [part.shape for part in reader().trace(take([]), NLP.vocab.strings)] == [(0, 3), (0, 3)]


def test_a_sentence_without_words_reads_as_the_bias():
    doc = Doc(NLP.vocab, [" "])
    empty = LinearReader.from_arrays(reader().to_arrays() | {"keys": np.array([1], np.uint32), "weights": np.zeros((1, 3))})
    found = empty.read(take_sentences(doc, [(0, 1)]), NLP.vocab.strings)
    np.testing.assert_allclose(found, softmax(reader().bias)[None], atol=1e-6)


def test_white_space_between_words_does_not_matter():
    spaced = Doc(NLP.vocab, ["our", "  ", "lead", "\n", "directs"])
    found = reader().read(take_sentences(spaced, [(0, 5)]), NLP.vocab.strings)
    np.testing.assert_allclose(found, read([["our", "lead", "directs"]]), atol=1e-6)


def test_capitals_do_not_matter():
    np.testing.assert_allclose(read([["Our", "LEAD"]]), read([["our", "lead"]]), atol=1e-6)


def test_one_number_reads_like_another_of_as_many_digits():
    assert word_key("42") == word_key("17")
    assert word_key("42") != word_key("170")


def test_the_order_of_words_does_matter():
    assert not np.allclose(read([["our", "lead", "directs"]]), read([["directs", "lead", "our"]]), atol=1e-3)


def test_what_is_stored_reads_the_same():
    texts = [["our", "lead"], ["a", "fixed", "price"]]
    np.testing.assert_allclose(read(texts), read(texts, LinearReader.from_arrays(reader().to_arrays())), rtol=1e-2)


@pytest.mark.parametrize("name", ["stance", "dimension", "signal", "naming", "object"])
def test_the_shipped_readers_fit_together(name: str):
    shipped = load_readers()[name]
    assert len(shipped.weights) == len(shipped.keys) + 1
    assert shipped.weights.shape[1] == len(shipped.classes) == len(shipped.bias)
    assert not shipped.weights[-1].any()
    assert (np.diff(shipped.keys.astype(np.int64)) > 0).all()


def test_a_term_is_masked_whatever_its_capitals():
    assert mask("We want IT Outsourcing now", "it outsourcing") == f"We want  {MASK}  now"


def test_a_sentence_without_its_term_is_left_alone():
    assert mask("We want people", "IT outsourcing") == "We want people"


TAUGHT = [
    ("our lead directs the developers", "us"),
    ("our lead directs them daily", "us"),
    ("the vendor builds for a fixed price", "them"),
    ("the vendor delivers for a fixed price", "them"),
    ("the tide is high", "nobody"),
    ("the tide is low", "nobody"),
]

VECTORS = Vectors(np.sort(np.array([word_key(word) >> 32 for word in ("daily", "weekly")], np.uint32)), np.ones((2, 1)))


@pytest.mark.parametrize("classes", [2, 3])
def test_a_trained_reader_knows_what_it_was_taught(classes: int):
    texts, labels = zip(*TAUGHT[: 2 * classes], strict=True)
    trained = train_reader(NLP, texts, labels, 1, VECTORS)
    found = trained.read(take([text.split() for text in texts]), NLP.vocab.strings)
    assert [trained.classes[row] for row in found.argmax(axis=1)] == list(labels)


def test_training_leaves_out_what_is_seen_too_seldom():
    texts, labels = zip(*TAUGHT, strict=True)
    assert len(train_reader(NLP, texts, labels, 2, VECTORS).keys) < len(train_reader(NLP, texts, labels, 1, VECTORS).keys)


def test_a_word_never_seen_is_read_like_the_words_whose_vector_it_shares():
    texts, labels = zip(*TAUGHT[:2], ("paid daily", "us"), ("paid yearly", "them"), strict=True)
    trained = train_reader(NLP, texts, labels, 1, VECTORS, share=1.0)
    weekly, unknown = trained.read(take([["weekly"], ["seldom"]]), NLP.vocab.strings)[:, trained.classes.index("us")]
    assert weekly > unknown
