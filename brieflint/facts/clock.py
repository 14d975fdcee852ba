"""Hours of work and service, and time zones."""

import re
from collections.abc import Iterator

from brieflint.facts.dates import MONTHS
from brieflint.facts.fact import Found
from brieflint.facts.numbers import AMOUNT, parse_number, say_number
from brieflint.facts.words import any_of, whole
from brieflint.knowledge.factwords import FactWords

_TIME = r"(?:(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?\s?(?:[ap]\.?\s?m\b\.?)?(?:\s?h(?:rs|ours)?\b)?|noon|midnight)"
RANGE = re.compile(
    rf"(?<![\w.,:£$€-])(?P<first>{_TIME})\s?(?:-|–|—|to|until|till|and|through)\s?(?P<last>{_TIME})(?![\w%:]|[.,]\d)",
    re.IGNORECASE,
)
CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s?(?P<half>[ap])?", re.IGNORECASE)
ALWAYS = re.compile(
    r"(?<![\w/])(?:24\s?[/x×*]\s?7(?:\s?[/x×]\s?365)?|24\shours(?:\sa\sday|\sper\sday)?(?:,?\s(?:and\s)?(?:7|seven|"
    r"365)\sdays(?:\sa\s(?:week|year))?)|"
    r"(?:a?round\sthe\sclock)|all\shours,?\s(?:and\s)?all\sdays|at\sall\shours,?\s(?:and\s)?(?:on\s)?every\sday)(?!\w)",
    re.IGNORECASE,
)
DENIED = re.compile(r"(?:\bnot?\b|n['’]t\b|\bwithout\b|\bnobody\b)[^.;]*$", re.IGNORECASE)
BY_DAYS = re.compile(r"(?<![\w/])(?P<hours>8|9|10|11|12|14|16|18)\s?[x×]\s?(?P<days>5|6|7)(?![\w/])")
AMOUNT_PER = re.compile(
    rf"(?<![\w.,])(?P<low>{AMOUNT})(?:\s?(?:-|–|to|or)\s?(?P<high>{AMOUNT}))?[-\s]hours?\s(?:in total\s)?(?:(?:a|per|"
    rf"each|every|in\sthe)\s|/)(?P<per>day|week|month)(?!\w)|"
    rf"(?<![\w.,])(?P<long>{AMOUNT})[-\s]hour\s(?:working\s)?(?P<span>day|week)(?!\w)|"
    rf"(?<![\w.,])(?P<week>{AMOUNT})\shours,\s(?:Monday|Mon)(?!\w)|"
    rf"(?<!\w)(?P<unit>day|week)\s(?:is|means|has|counts)\s(?P<is>{AMOUNT})\s(?:working\s)?hours(?!\w)",
    re.IGNORECASE,
)
OVERLAP = re.compile(
    rf"(?<![\w.,])(?P<low>{AMOUNT})\s?(?:or more\s)?(?:working\s|"
    rf"daily\s)?hours?['’]?\s(?:a day\s)?(?:of\s)?(?:daily\s)?(?:overlap|in common)",
    re.IGNORECASE,
)
_MONTH = "|".join(name.title() for name in MONTHS)
MEETING = re.compile(
    rf"(?:(?:{_MONTH}|\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})[,:]?\s(?:from\s|between\s)?|"
    rf"(?:{_MONTH})\s\d{{1,2}}[,:]?\s(?:from\s|between\s)?)$"
)
"""A day before a stretch of time: it is one meeting, not the hours of work."""


class ClockFinder:
    """Finds hours and time zones. Its words are compiled once."""

    def __init__(self, words: FactWords) -> None:
        alone, beside = any_of(words.time_zones), any_of(words.time_zones_with_hour)
        self._zone = re.compile(
            rf"(?<![\w-])(?:{alone}|(?:UTC|GMT)\s?[+±-]\s?\d{{1,2}}(?::?\d\d)?)(?![\w-])|"
            rf"(?<![\w-])(?P<beside>{beside})(?=\s+(?:time|hours|business hours|working hours)\b)|"
            rf"(?<=\d\d)\s?(?:(?:hrs|hours)\s)?(?P<after>{beside})(?![\w-])|(?<=[mM])\.?\s(?P<later>{beside})(?![\w-])|"
            r"(?<!\w)[Tt]ime zone[:,]?\s\(?(?P<named>[A-Z][a-z]+)"
        )
        self._beside = re.compile(whole(beside))

    def find(self, text: str) -> Iterator[Found]:
        """The hours and time zones of a text."""
        for found in RANGE.finditer(text):
            if (value := _read_range(found)) and not MEETING.search(text[max(0, found.start() - 30) : found.start()]):
                yield _hours(found, value)
        for found in ALWAYS.finditer(text):
            if not DENIED.search(text[max(0, found.start() - 40) : found.start()]):
                yield _hours(found, "24x7")
        for found in BY_DAYS.finditer(text):
            yield _hours(found, f"{found['hours']}x{found['days']}")
        for found in AMOUNT_PER.finditer(text):
            amount = found["low"] or found["long"] or found["is"] or found["week"]
            most = f"-{say_number(parse_number(found['high']))}" if found["high"] else ""
            per = (found["per"] or found["span"] or found["unit"] or "week").lower()
            yield _hours(found, f"{say_number(parse_number(amount))}{most}h/{per}")
        for found in OVERLAP.finditer(text):
            yield _hours(found, f"{say_number(parse_number(found['low']))}h overlap")
        for found in self._zone.finditer(text):
            name = next((name for name in ("beside", "after", "later", "named") if found[name]), None)
            yield Found(kind="time_zone", start=found.start(name or 0), end=found.end(name or 0))


def _hours(found: re.Match[str], value: str) -> Found:
    return Found(kind="hours", start=found.start(), end=found.end(), value=value)


def _read_range(found: re.Match[str]) -> str:
    """Say "09:00-17:30", or "" when the figures are no times of day: at least one has to look like a time."""
    first, last = found["first"], found["last"]
    if not any(re.search(r"[:h]|\d\.\d\d|[ap]\.?\s?m|noon|midnight", time, re.IGNORECASE) for time in (first, last)):
        return ""
    if re.search(r"\d\.(?!00|15|30|45)\d\d", first + last):
        return ""  # the numbers of clauses
    end = _read_time(last, "")
    start = _read_time(first, "p" if re.search(r"p\.?\s?m", last, re.IGNORECASE) and _hour(first) == 12 else "")
    return f"{start}-{end}" if start and end and start != end else ""


def _hour(time: str) -> int:
    found = CLOCK.match(time)
    return int(found["hour"]) if found else 12


def _read_time(time: str, half: str) -> str:
    word = time.strip().lower()
    if word in ("noon", "midnight"):
        return {"noon": "12:00", "midnight": "24:00"}[word]
    found = CLOCK.match(word)
    if not found:
        return ""
    hour, half = int(found["hour"]), (found["half"] or half).lower()
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{found['minute'] or '00'}"
