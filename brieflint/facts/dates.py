"""Dates: days, months and quarters, in the ways of the US, the UK, the EU and India."""

import re
from collections.abc import Iterator

from brieflint.facts.fact import Found

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBER = {name: at for at, name in enumerate(MONTHS, 1)} | {name[:3]: at for at, name in enumerate(MONTHS, 1)} | {"sept": 9}
_LONG = "|".join(name.title() for name in MONTHS)
_MONTH = rf"(?:{_LONG}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?![a-z])\.?)"
_CAPITALS = f"(?:{_LONG.upper()})"
_ANY = rf"(?P<month>{_MONTH}|{_CAPITALS})"
_DAY = r"(?P<day>(?:0?[1-9]|[12]\d|3[01]))(?:st|nd|rd|th)?"
_LAST = r"(?:\s?(?:-|–|to|and)\s?(?P<last>(?:0?[1-9]|[12]\d|3[01]))(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY_FIRST = re.compile(
    rf"(?<![\w.,/-]){_DAY}{_LAST}(?:\s|-)(?:of\s)?\s*{_ANY}(?:,?(?:\s|-)\s*{_YEAR}|-(?P<short>\d\d)(?!\d))?(?!\w)"
)
MONTH_FIRST = re.compile(rf"(?<!\w){_ANY}\s+{_DAY}{_LAST}(?![\w%]|:\d|[.,]\d)(?:,?\s+{_YEAR}(?!\w))?")
MONTH_YEAR = re.compile(rf"(?<!\w){_ANY},?\s+{_YEAR}(?!\w)")
MONTH_ALONE = re.compile(
    rf"(?<!\w)(?i:from|since|until|till|during|before|after|in|by|to|of|and|or|mid|early|late|end|middle|beginning|"
    rf"start|next)(?:\sof)?[\s-]"
    rf"(?P<month>{_LONG})(?!\w|\s+\d|\s+[A-Z])",
)
"""A month by itself: only after a word of time, since "May" and "March" are other words too."""
MONTH_RANGE = re.compile(
    rf"(?<!\w)(?P<month>{_LONG})\s?(?:to|until|through|–|-)\s?(?P<until>{_LONG})(?!\w|\s+\d)(?:\s+{_YEAR})?"
)
MONTHS_BETWEEN = re.compile(rf"(?<=\bbetween\s)(?P<month>{_LONG})\sand\s(?P<until>{_LONG})(?!\w|\s+\d)")
ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w-])")
SLASHED = re.compile(
    r"(?<![\w/.-])(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
QUARTER = re.compile(
    r"(?<!\w)(?P<bare>(?:in|by|from|until|till|during|since|before|after|of|early|late|end|"
    r"mid)[\s-])?(?:Q(?P<quarter>[1-4])|(?P<half>H[12])|(?P<named>first|second|third|fourth|"
    r"last)\s+quarter)(?:\s+of)?(?:\s*/?\s*(?:FY\s?)?"
    r"(?P<year>(?:19|20)\d\d))?(?!\w)",
    re.IGNORECASE,
)
ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "4"}


def find_dates(text: str, day_first: bool | None) -> Iterator[Found]:
    """The dates of a text. `day_first` settles dates such as 4/5/2027; None leaves them without a value."""
    for pattern in (DAY_FIRST, MONTH_FIRST):
        for found in pattern.finditer(text):
            value = _say(found, _month(found["month"]), found["day"])
            if found["last"]:
                value = f"{value}/{_say(found, _month(found['month']), found['last'])}"
            yield _found(found, value)
    for found in MONTH_YEAR.finditer(text):
        yield _found(found, f"{found['year']}-{_month(found['month']):02}")
    for found in MONTH_RANGE.finditer(text):
        first, last = _month(found["month"]), _month(found["until"])
        yield _found(found, "/".join(f"{found['year'] or '-'}-{month:02}" for month in (first, last)))
    for found in MONTHS_BETWEEN.finditer(text):
        yield _found(found, f"--{_month(found['month']):02}/--{_month(found['until']):02}")
    for found in MONTH_ALONE.finditer(text):
        yield Found(kind="date", start=found.start("month"), end=found.end(), value=f"--{_month(found['month']):02}")
    for found in ISO.finditer(text):
        yield _found(found, found[0])
    for found in SLASHED.finditer(text):
        if value := _read_figures(found, day_first):
            yield _found(found, "" if value == "?" else value)
    for found in QUARTER.finditer(text):
        if not found["year"] and (found["named"] or not found["bare"]):
            continue  # the number of a question, or a quarter of something else
        quarter = found["half"].upper() if found["half"] else f"Q{found['quarter'] or ORDER[found['named'].lower()]}"
        start = found.end("bare") if found["bare"] else found.start()
        yield Found(kind="date", start=start, end=found.end(), value=f"{found['year'] or '-'}-{quarter}")


def prefers_day_first(text: str) -> bool | None:
    """How a document orders day and month in figures, by dates that allow only one order; None when nothing tells."""
    orders = set()
    for found in SLASHED.finditer(text):
        first, second = int(found["first"]), int(found["second"])
        if found["sign"] == "." or (first > 12 >= second):
            orders.add(True)
        elif second > 12 >= first:
            orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def _read_figures(found: re.Match[str], day_first: bool | None) -> str:
    """The date in figures: "" for no date, "?" for one whose order nothing tells."""
    first, second = int(found["first"]), int(found["second"])
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    if len(found["year"]) == 2 and found["sign"] != "/":
        return ""
    if found["sign"] == "." or first > 12:
        order: bool | None = True
    elif second > 12:
        order = False
    else:
        order = day_first if first != second else True
    if order is None:
        return "?"
    day, month = (first, second) if order else (second, first)
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _say(found: re.Match[str], month: int, day: str) -> str:
    groups = found.groupdict()
    year = groups["year"] or (f"20{groups['short']}" if groups.get("short") else "-")
    return f"{year}-{month:02}-{int(day):02}"


def _month(name: str) -> int:
    return _NUMBER[name.lower().rstrip(".")]


def _found(found: re.Match[str], value: str) -> Found:
    return Found(kind="date", start=found.start(), end=found.end(), value=value)
