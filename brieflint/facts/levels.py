"""Service levels: "99.9 % availability", "P1 within 30 minutes"."""

import re
from collections.abc import Iterator

from brieflint.facts.fact import Found
from brieflint.facts.numbers import AMOUNT, parse_number, say_number
from brieflint.facts.words import any_of, sentence_around, whole
from brieflint.knowledge.factwords import FactWords

PERCENT = re.compile(
    r"(?<![\w.,+-])(?P<figure>\d{1,3}(?:\.\d{1,3})?)\s?(?:%|per\s?cent\b|percent\b)|"
    r"(?<!\w)(?P<words>\w+(?:-\w+)?\stimes\sout\sof\s\w+)",
    re.IGNORECASE,
)
TIME = re.compile(
    rf"(?<![\w.,/-])(?P<amount>{AMOUNT})[-\s]?(?:(?:working|business|service|clock|elapsed|calendar|support|school)[-\s])?"
    r"(?P<unit>seconds?|secs?|s|minutes?|mins?|min|hours?|hrs?|h|(?:working |business )?days?)(?![\w’'])",
    re.IGNORECASE,
)
LIMIT = re.compile(
    r"(?:within|in under|in less than|less than|under|below|no more than|not more than|at most|maximum(?: of)?|"
    r"max\.?|≤|<|up to|in|after|than|:|\||/|reaction|response|solution|by-pass)\s*$",
    re.IGNORECASE,
)
PER = re.compile(
    r"^\s?(?:(?:a|per|each|every)\s(?:day|week|month|year)|of\s(?:work|overlap|support|effort)|rate|notice|before|['’])",
    re.IGNORECASE,
)
LIMITED = re.compile(r"\b(?:up to|ceiling of|maximum(?: of)?|not to exceed|at most)\s$", re.IGNORECASE)
ISO = {"s": ("T", "S"), "m": ("T", "M"), "h": ("T", "H"), "d": ("", "D")}


class LevelFinder:
    """Finds service levels. Its words are compiled once."""

    def __init__(self, words: FactWords) -> None:
        self._service = re.compile(whole(any_of(words.service_words)), re.IGNORECASE)
        self._not = re.compile(whole(any_of(words.not_levels)), re.IGNORECASE)

    def find(self, text: str, about: str = "") -> Iterator[Found]:
        """The service levels of a text; `about` is what stands beside it, such as the row and head of a table's cell."""
        for found in PERCENT.finditer(text):
            start, end = self._line(text, found.start(), found.end())
            clause = text[start:end]
            near = text[max(start, found.start() - 40) : min(end, found.end() + 40)]
            if LIMITED.search(text[start : found.start()]):
                near = clause  # "up to 12 %" ends a sentence about money
            if self._service.search(f"{about} {clause}") and not self._not.search(near):
                value = f"{say_number(float(found['figure']))}%" if found["figure"] else ""
                yield Found(kind="service_level", start=found.start(), end=found.end(), value=value)
        for found in TIME.finditer(text):
            start, end = self._line(text, found.start(), found.end())
            if not self._service.search(f"{about} {text[start:end]}") or PER.match(text[found.end() : found.end() + 20]):
                continue
            unit = found["unit"].lower()
            days = unit.endswith(("day", "days"))
            if not about and not LIMIT.search(text[max(start, found.start() - 25) : found.start()]):
                continue
            if days and not self._close(text, found.start(), start):
                continue
            sign, letter = ISO["d" if days else unit[0]]
            yield Found(
                kind="service_level",
                start=found.start(),
                end=found.end(),
                value=f"P{sign}{say_number(parse_number(found['amount']))}{letter}",
            )

    def _close(self, text: str, at: int, start: int) -> bool:
        """Whether a word of service stands shortly before: days are often terms of the contract."""
        return bool(self._service.search(text[max(start, at - 45) : at]))

    @staticmethod
    def _line(text: str, start: int, end: int) -> tuple[int, int]:
        """The sentence around a stretch, no further than its line when the lines are items."""
        return sentence_around(text, start, end)
