"""Sentences made to keep the matcher busy: the work grows with their length, and no faster."""

import sys
from collections.abc import Callable, Iterable
from types import FrameType

import pytest

from brieflint.documents import read_bytes
from brieflint.knowledge import frames, frameset, words
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.frameset import FrameSet
from brieflint.knowledge.grammar import Grammar
from brieflint.knowledge.words import split_words
from brieflint.language.folding import LONGEST
from brieflint.language.pipeline import read_document

SIZES = (1_000, 8_000, 64_000)
MATCHER = {module.__file__ for module in (frames, frameset, words)}
KNOWN = load_knowledge()
GRAMMAR = Grammar.of(KNOWN)
SIGNALS = [frame for signal in KNOWN.signals for frame in (*signal.frames, *signal.unless)]
CUES = [phrase for cue in KNOWN.context.cues for phrase in cue.phrases]
CHECKLISTS = [frame for checklist in KNOWN.checklists for slot in checklist.slots for frame in slot.frames]


def count_calls(run: Callable[[], object]) -> int:
    """How often functions of the matcher are called: its steps."""
    calls = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code.co_filename in MATCHER

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


def count_work(entries: Iterable[str], unit: str, size: int) -> int:
    known = FrameSet(enumerate(entries), GRAMMAR)
    sentence = split_words(f"{unit} " * (size // len(unit.split())), GRAMMAR.spellings)
    return count_calls(lambda: list(known.find(sentence)))


@pytest.mark.parametrize(
    ("entries", "unit"),
    [
        (SIGNALS, "nobody technical"),
        (SIGNALS, "our owns"),
        (SIGNALS, "instructions given exclusively"),
        (CUES, "is not"),
        (CHECKLISTS, "senior"),
        (["a ... a ... a ... a ... b"], "a"),
        (["a [a] [a] [a] ... (a|a a|a a a) b", "b"], "a"),
    ],
    ids=["signals", "owners", "instructions", "cues", "checklists", "gaps", "choices"],
)
def test_the_work_on_a_sentence_grows_no_faster_than_its_length(entries: list[str], unit: str):
    per_word = [count_work(entries, unit, size) / size for size in SIZES]
    assert per_word[-1] <= 1.25 * max(per_word[0], 1)


@pytest.mark.parametrize("unit", ["a", "a,", "a;", "(a", "the client is not"])
def test_a_sentence_without_an_end_is_read(unit: str):
    reading = read_document(read_bytes(f"HARBOUR OFFICE\n\n{f'{unit} ' * 5_000}\n".encode(), "brief.txt"))
    assert sum(len(sentence.text.split()) for sentence in reading.sentences) == 2 + 5_000 * len(unit.split())


def test_a_text_that_is_longer_than_spacy_takes_by_itself_is_read():
    text = f"HARBOUR OFFICE\n\n{'developers ' * 100_000}.\n\nWe ask for staff augmentation.\n"
    reading = read_document(read_bytes(text.encode(), "brief.txt"))
    assert len(text) > 1_000_000
    assert [mention.text for mention in reading.mentions] == ["staff augmentation"]


@pytest.mark.parametrize("unit", ["(", "'s", "$", "=", "_", "👍"])
def test_what_is_longer_than_any_word_is_read_as_its_beginning(unit: str):
    text = f"HARBOUR OFFICE\n\n{unit * 30_000} We ask for staff augmentation {unit * 30_000}\n"
    reading = read_document(read_bytes(text.encode(), "brief.txt"))
    assert max(len(word) for sentence in reading.sentences for word in sentence.text.split()) <= LONGEST
    assert [text[mention.start : mention.end] for mention in reading.mentions] == ["staff augmentation"]


def test_a_sentence_with_a_term_in_every_place_is_read():
    text = f"HARBOUR OFFICE\n\n{'IT outsourcing ' * 3_000}\n"
    assert len(read_document(read_bytes(text.encode(), "brief.txt")).mentions) == 3_000
