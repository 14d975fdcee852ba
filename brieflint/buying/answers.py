"""Answers to bidders: which sentences answer which question, in a list, a table or running text."""

import re
from dataclasses import dataclass

from brieflint.language.reading import Reading, Sentence

_QUESTION = re.compile(
    r"[\s*_]*(?:Q|Question|Query|Clarification)\s*(?:no\.?\s*)?(?P<number>\d{1,4})?\s*(?:[.:)–-]|$)", re.IGNORECASE
)
_ANSWER = re.compile(
    r"[\s*_]*(?:A|Answer|Response|Reply)\s*(?:no\.?\s*|to (?:question|query)\s*)?(?P<number>\d{1,4})?\s*(?:[.:)–-]|$)",
    re.IGNORECASE,
)
_AFFIRMED = re.compile(
    r"\W*+(?:A|Answer|Response|Reply)?\W*+\d*+\W*+(?:yes|correct|confirmed|that is (?:correct|right)|indeed)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[\s*_]*(?P<number>\d{1,4})\s*[.):]?\s")
_ASKED = re.compile(r"question|query|queries|clarification (?:sought|requested)|asked", re.IGNORECASE)
_GIVEN = re.compile(r"answer|response|reply|replies|clarification (?:given|provided)", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?:Q|A|No\.?)?\W*(?P<number>\d{1,4})\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Indices of sentences: those that answer, each with the number of its answer ("" for none); and those that ask."""

    given: dict[int, str]
    asked: frozenset[int]


def find_answers(reading: Reading) -> Answers:
    """Find what is asked and what is answered; both are empty in a text without questions and answers."""
    given: dict[int, str] = {}
    asked: set[int] = set()
    number, answering, asking = "", False, False
    rows: dict[tuple[int | None, int | None], str] = {}
    for at, sentence in enumerate(reading.sentences):
        if sentence.kind == "cell":
            header = sentence.place.header or ""
            row = (sentence.place.table, sentence.place.row)
            if found := _NUMBER.fullmatch(sentence.text):
                rows[row] = found["number"]
            elif _GIVEN.search(header):
                given[at] = rows.get(row, "")
            elif _ASKED.search(header):
                asked.add(at)
            continue
        if found := _ANSWER.match(sentence.text):
            number, answering, asking = found["number"] or number, True, False
        elif (found := _QUESTION.match(sentence.text)) or _asks(sentence):
            told = found or _NUMBERED.match(sentence.text)
            number = (told["number"] if told else "") or ("" if answering else number)
            answering, asking = False, True
        elif sentence.kind == "heading":
            answering = asking = False
        elif asking and not sentence.text.rstrip().endswith("?") and asked and max(asked) < at and _ends(reading, at - 1):
            answering, asking = True, False
        if answering:
            given[at] = number
        elif asking:
            asked.add(at)
    return Answers(given=given, asked=frozenset(asked))


def affirms(text: str) -> bool:
    """Whether an answer says no more than yes."""
    return _AFFIRMED.fullmatch(text) is not None


def _asks(sentence: Sentence) -> bool:
    return sentence.text.rstrip(" *_").endswith("?")


def _ends(reading: Reading, at: int) -> bool:
    """Whether the sentence before ends a question."""
    return _asks(reading.sentences[at])
