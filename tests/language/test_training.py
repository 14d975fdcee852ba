"""The committed readers are what training makes of the committed sentences."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from brieflint.knowledge.folder import shipped_folder
from brieflint.language.examples import LESSONS, Example, load_examples
from brieflint.language.features import take_sentences
from brieflint.language.linear import LinearReader
from brieflint.language.readers import load_readers
from brieflint.language.training import train_reader
from brieflint.language.vectors import load_vectors

EXAMPLES = load_examples()


def texts(examples: list[Example]) -> list[str]:
    return [example.text for example in examples]


@pytest.fixture(scope="module")
def trained() -> dict[str, LinearReader]:
    """All readers, trained anew (this takes a minute)."""
    nlp, vectors = spacy.blank("en"), load_vectors(shipped_folder())
    return {
        name: train_reader(
            nlp, texts(examples), [example.label for example in examples], LESSONS[name].seen_in, vectors, LESSONS[name].vectors
        )
        for name, examples in EXAMPLES.items()
    }


@pytest.mark.parametrize("name", LESSONS)
def test_training_gives_the_committed_classes(trained: dict[str, LinearReader], name: str):
    assert trained[name].classes == load_readers()[name].classes


@pytest.mark.parametrize("name", LESSONS)
def test_training_gives_the_committed_keys(trained: dict[str, LinearReader], name: str):
    np.testing.assert_array_equal(trained[name].keys, load_readers()[name].keys)


@pytest.mark.parametrize("name", LESSONS)
def test_training_gives_the_committed_weights(trained: dict[str, LinearReader], name: str):
    np.testing.assert_allclose(trained[name].weights, load_readers()[name].weights, rtol=2e-3, atol=1e-4)
    np.testing.assert_allclose(trained[name].bias, load_readers()[name].bias, atol=1e-5)


@pytest.mark.parametrize("name", LESSONS)
def test_training_gives_the_committed_verdict_on_every_example(trained: dict[str, LinearReader], name: str):
    nlp = spacy.blank("en")
    docs = [nlp.make_doc(text) for text in texts(EXAMPLES[name])]
    ends = np.cumsum([len(doc) for doc in docs]).tolist()
    taken = take_sentences(Doc.from_docs(docs, ensure_whitespace=False), list(zip([0, *ends[:-1]], ends, strict=True)))
    anew, committed = (reader.read(taken, nlp.vocab.strings) for reader in (trained[name], load_readers()[name]))
    np.testing.assert_array_equal(anew.argmax(axis=1), committed.argmax(axis=1))
