"""The words that made a sentence weigh."""

from collections.abc import Callable

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from brieflint.language.features import word_key
from brieflint.language.influence import LONGEST, MOST, find_influences
from brieflint.language.linear import LinearReader
from brieflint.language.readers import load_readers

BRIEF = """Help with the booking portal

Our technical lead assigns the tasks to both developers every morning, and our engineers review each pull request.
They attend the stand-up.  We pay by the hour on signed timesheets; bread is baked on Fridays.
"""


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(BRIEF)


def single(word: str) -> LinearReader:
    """A reader that knows one word: it speaks for "so" twice as much as for "sa"."""
    keys = np.array([word_key(word) >> 32], np.uint32)
    arrays = {"classes": np.array(["neutral", "sa", "so"]), "keys": keys, "bias": np.array([9, 0, 0], np.float32)}
    return LinearReader.from_arrays(arrays | {"weights": np.array([[0, 1, 2]], np.float32)})


def test_the_one_word_that_speaks_is_found_where_it_stands(lay_out: Callable[[str], Doc]):
    found = find_influences(lay_out("It is late.\n\nWe pay by the hour, for one hour.\n"), single("hour"))
    assert [[phrase.words for phrase in phrases] for phrases in found] == [[], ["hour", "hour"]]


def test_an_amount_is_what_the_word_adds_over_the_other_classes(lay_out: Callable[[str], Doc]):
    ((phrase,),) = find_influences(lay_out("one hour\n"), single("hour"))
    # Two words and the two ends make seven words and pairs; 2 over the mean of 0 and 1.
    assert phrase.amount == pytest.approx(1.5 / np.sqrt(7))


def test_phrases_stand_in_their_sentence_apart_and_strongest_first(doc: Doc):
    for sentence, phrases in zip(doc.spans["sentences"], find_influences(doc, load_readers()["stance"]), strict=True):
        rest = sentence.text
        for phrase in phrases:
            assert phrase.words in rest
            assert len(phrase.words.split()) <= LONGEST
            rest = rest.replace(phrase.words, "\0", 1)
        amounts = [phrase.amount for phrase in phrases]
        assert amounts == sorted(amounts, reverse=True)
        assert all(amount > 0 for amount in amounts)
        assert len(phrases) <= MOST


def test_a_phrase_neither_begins_nor_ends_with_a_sign(doc: Doc):
    phrases = [phrase.words for phrases in find_influences(doc, load_readers()["stance"]) for phrase in phrases]
    assert phrases
    assert all(phrase[0].isalnum() and phrase[-1].isalnum() for phrase in phrases)
