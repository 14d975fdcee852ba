"""Lengths of time of a day and more, and years of experience."""

import re
from collections.abc import Iterator

from brieflint.facts.fact import Found
from brieflint.facts.numbers import AMOUNT, parse_number, say_number
from brieflint.facts.words import sentence_around

UNITS = {
    "day": ("D", 1),
    "week": ("W", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1),
    "quarter": ("M", 3),
    "year": ("Y", 1),
    "yr": ("Y", 1),
}
"""Unit → its letter in ISO 8601 and how many of it."""
_UNIT = r"(?P<unit>day|week|fortnight|month|year|yr)"
_RANGE = rf"(?P<low>{AMOUNT})(?:\s?(?:-|–|to|or)\s?(?P<high>{AMOUNT}))?"
_SORT = (
    r"(?:(?:calendar|working|business|consecutive|full|clear|successive|whole|further|additional|contract|"
    r"option)[-\s]+)*"
)
PERIOD = re.compile(rf"(?<![\w$£€₹.,/-]){_RANGE}[-\s]\s*{_SORT}{_UNIT}(?:s['’]?|['’]s)?(?![\w])", re.IGNORECASE)
SINGLE = re.compile(
    r"(?<!\w)(?:an?)\s(?P<unit>day|week|fortnight|month|quarter|year)['’]s\s(?!(?:fee|charge|rate|price|pay|invoice|"
    r"work|bill|salary)\b)[a-z]+\b|"
    r"(?<=\bof )(?<!\bend of )(?<!\bstart of )a\s(?P<plain>week|fortnight|month|year)(?=[.,;)]|\s(?:to|for|with|on|"
    r"from)\b|$)|"
    r"(?<!\w)(?-i:A)\s(?P<from>week|month|year)\s(?:from|after)\b",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\b(?:any|past|previous|preceding|recent|aged?|founded|older\sthan)\s$", re.IGNORECASE)
YEARS_BEFORE = re.compile(r"(?:\b(?:the|these|our|your|their)\slast|\bOver|\bIn)\s$")
"""Years after these are history; weeks and months may lie ahead ("in the last six months the team hands over")."""
PLACE = re.compile(r"^\s(?:in|at)\s(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z]")
"""Days at a place are how the week is divided, not how long anything lasts."""
EVERY = re.compile(r"\b(?:every|each)\s$", re.IGNORECASE)
AFTER = re.compile(
    r"^['’]?\s*(?:ago|old|of age|in business|earlier|(?:a|per|each)\s(?:week|fortnight|month|sprint|year)|on.?site|"
    r"in\sthe\soffice|out\sof|history|track record|of audited|audited|accounts|experience|of (?:\w+[\s,]+){0,3}experience|"
    r"(?:\w+\s){0,3}experience)\b",
    re.IGNORECASE,
)
_DONE = (
    r"continuous|completed|delivered|carried out|references?|litigation|founded|established|in business|served|"
    r"comparable|looked after|trading|been with"
)
RECORD = re.compile(
    r"\b(?:company|firms?|offerors?|bidders?|suppliers?|vendors?|contractors?|tenderers?|agency|provider|"
    rf"respondents?|partner|preceding|{_DONE})\b",
    re.IGNORECASE,
)
PAST = re.compile(
    rf"\b(?:{_DONE}|registered company|(?:firm|company|bidder|supplier|tenderer|offeror)s?\s(?:with|must have|shall have))\b",
    re.IGNORECASE,
)
"""A sentence on the firm's own record: its years are neither a length of this work nor a level of its people."""
RECORD_OF = re.compile(r"\b(?:engagements?|references?|contracts?|projects?)\s(?:of|lasting)\s(?:at least\s)?$", re.IGNORECASE)
SKILL = re.compile(r"\bexperien\w+|\b(?:hands-on|commercial|professional|practical)\b", re.IGNORECASE)
LEAST = re.compile(r"(?<!for )(?:\bat least|\bminimum(?: of)?|\bmin\.?|\bover|\bmore than)\s$", re.IGNORECASE)
PERSON = re.compile(
    r"\b(?:developer|engineer|analyst|tester|programmer|consultant|architect|designer|administrator|specialist)\b",
    re.IGNORECASE,
)
GERUND = re.compile(r"^\s(?:of\s)?\w+ing\b")
DOING = re.compile(r"^\s*(?:\+\s*)?(?:in|of|with|as|on|writing|using|working|building|developing)\b", re.IGNORECASE)


def find_periods(text: str, about_people: bool) -> Iterator[Found]:
    """The lengths of time in a text, and years of experience as levels of seniority.

    `about_people`: the text stands in a section on people and their skills, where "three years with SQL" is experience.
    """
    for found in PERIOD.finditer(text):
        before, after = text[: found.start()], text[found.end() : found.end() + 60]
        unit = found["unit"].lower()
        years = unit in ("year", "yr")
        if years and (level := _read_experience(text, found, about_people)) is not None:
            if level:
                yield Found(kind="seniority", start=found.start(), end=found.end(), value=level)
            continue
        if (years and (YEARS_BEFORE.search(before) or "." in found["low"])) or (unit == "month" and RECORD_OF.search(before)):
            continue
        if unit == "day" and PLACE.match(after):
            continue
        if BEFORE.search(before) or AFTER.match(after) or (EVERY.search(before) and "-" not in found[0]):
            continue
        value = _say(found["low"], found["unit"])
        if found["high"]:
            value = f"{value}/{_say(found['high'], found['unit'])}"
        yield Found(kind="duration", start=found.start(), end=found.end(), value=value)
    for found in SINGLE.finditer(text):
        unit = found["unit"] or found["plain"] or found["from"]
        yield Found(kind="duration", start=found.start(), end=found.end(), value=_say("1", unit))


def _read_experience(text: str, found: re.Match[str], about_people: bool) -> str | None:
    """Say "5y" for years of a person's experience, "" for years of a firm's record, None for other years."""
    start, end = sentence_around(text, found.start(), found.end())
    sentence, after = text[start:end], text[found.end() : found.end() + 60]
    record = RECORD.search(sentence)
    if after.startswith(")") and PERSON.search(text[: found.start()]):
        return f"{say_number(parse_number(found['low']))}y"
    if about_people and not record and re.match(r"\s(?:with|of|in|as)\b|,", after):
        return f"{say_number(parse_number(found['low']))}y"
    if (
        LEAST.search(text[start : found.start()])
        and not record
        and (GERUND.match(after) or not text[found.end() : end].strip(" .;,"))
    ):
        return f"{say_number(parse_number(found['low']))}y"
    if SKILL.search(text[found.end() : min(end, found.end() + 50)]) or (DOING.match(after) and SKILL.search(sentence)):
        return "" if record else f"{say_number(parse_number(found['low']))}y"
    if PAST.search(sentence) and (
        DOING.match(after) or re.search(r"\b(?:within|for|at least|than)\s*$", text[start : found.start()])
    ):
        return ""
    return None


def _say(amount: str, unit: str) -> str:
    letter, factor = UNITS[unit.lower()]
    return f"P{say_number(parse_number(amount) * factor)}{letter}"


def months_of(value: str) -> float:
    """The length of "P12M" (of a range the longer) in months of 30.4 days."""
    longest = value.rsplit("/", maxsplit=1)[-1]
    return float(longest[1:-1]) * {"D": 1 / 30.4, "W": 7 / 30.4, "M": 1.0, "Y": 12.0}[longest[-1]]
