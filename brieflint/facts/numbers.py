"""Numbers in figures and in words, as they stand in briefs."""

import re

_ONES = (
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES = {word: number for number, word in enumerate(_ONES.split(), 1)}
VALUES |= {word: number * 10 for number, word in enumerate(_TENS.split(), 2)}
_ONE = f"(?:{'|'.join(sorted(_ONES.split(), key=len, reverse=True))})"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS.split())})(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|{_ONE})"
IN_WORDS = rf"(?:(?:{_ONE}\s+)?hundred(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
IN_FIGURES = r"(?:\d{1,3}(?:[,’'\u00a0\u202f ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?"
NUMBER = rf"(?:{IN_FIGURES}|{IN_WORDS})"
AMOUNT = rf"(?:{NUMBER})(?:\s?\(\s*[\w -]{{1,30}}\s*\))?"
"""A number, perhaps with the same number in brackets: "twelve (12)", "30 (thirty)"."""


def parse_number(text: str) -> float:
    """The value of text that `AMOUNT` matches."""
    text = re.sub(r"\s?\(.*", "", text.strip().lower(), flags=re.DOTALL)
    if text[0].isdigit():
        return float(re.sub(r"[,’'\s]", "", text))
    total, words = 0, re.split(r"[-\s]+", text)
    for word in words:
        if word == "hundred":
            total = (total or 1) * 100
        elif word != "and":
            total += VALUES[word]
    return float(total)


def say_number(value: float) -> str:
    """The number in figures, without needless decimals."""
    return f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"


def parse_price(figures: str) -> float | None:
    """The value of a price in figures, whichever sign stands for thousands and decimals; None when it makes no sense.

    The last of point and comma parts decimals when one or two figures follow it; groups of three (or of two, as in India) are
    thousands.
    """
    plain = re.sub(r"[\s’'\u00a0\u202f]", "", figures).rstrip(".,-–—")
    decimals = re.search(r"[.,](\d{1,2})$", plain)
    whole, part = (plain[: decimals.start()], decimals[1]) if decimals else (plain, "")
    if not re.fullmatch(r"\d+|\d{1,3}([.,]\d{3})+|\d{1,2}(,\d{2})+,\d{3}", whole):
        return None
    return float(re.sub(r"[.,]", "", whole) + (f".{part}" if part else ""))
