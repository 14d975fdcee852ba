"""Prices and budgets with what they are for: "£650 per day", "EUR 1.2 million", "Rs 45 lakh"."""

import re
from collections.abc import Iterator

from brieflint.facts.fact import Found
from brieflint.facts.numbers import parse_price, say_number
from brieflint.facts.words import any_of, invert, plain
from brieflint.knowledge.factwords import FactWords

FIGURES = r"\d[\d.,’'\u00a0\u202f]*(?:(?<=\d)(?: \d{3})*(?!\d))"
LOOK_BACK = 60
"""How far before a price its unit may stand ("Daily rate: …"), in characters of the same line."""


class MoneyFinder:
    """Finds money. Its words are compiled once."""

    def __init__(self, words: FactWords) -> None:
        self._codes = {sign.lower(): code for code, signs in words.currencies.items() for sign in signs}
        self._scales = {word.lower(): float(factor) for factor, names in words.scales.items() for word in names}
        self._units = invert(words.price_units)
        self._adverbs = invert(words.price_adverbs)
        signs = [sign for found in words.currencies.values() for sign in found]
        before = any_of(sign for sign in signs if not sign.islower() or not sign.isalpha())
        after = any_of([*signs, *(sign.capitalize() for sign in signs if sign.islower())])
        scale = rf"(?:\s?(?P<{{0}}>{any_of(self._scales)})(?![\w])\.?)?"
        low, high, other = scale.format("low_scale"), scale.format("high_scale"), scale.format("after_scale")
        self._before = re.compile(
            rf"(?<![\w])(?P<sign>{before})\s?(?P<low>{FIGURES})(?i:{low})(?:\s?(?:-|–|to|"
            rf"(?P<and>and))\s?(?:(?P=sign)\s?)?(?P<high>{FIGURES})"
            rf"(?i:{high})(?!\s?(?:%|per\s?cent|days|weeks|months|years)))?"
        )
        self._after = re.compile(rf"(?<![\w.,$€£₹])(?P<low>{FIGURES})(?i:{other})\s?(?P<sign>{after})(?![\w])")
        units = any_of(self._units)
        self._unit = re.compile(
            rf"\s?(?:\((?:ex|excl|excluding|plus)\.?\s[^)]*\)\s)?(?:(?:(?:per|a|an|each|for each|every)\s|"
            rf"/\s?)(?P<unit>{units})s?(?!\w)"
            rf"|(?P<adverb>{any_of(self._adverbs)})(?!\w))",
            re.IGNORECASE,
        )
        self._rate = re.compile(
            rf"(?:(?<!\w)(?P<adverb>{any_of(self._adverbs)})\s(?:rate|fee|price|charge|sum)s?|(?:rate|price|"
            rf"fee)s?\sper\s(?P<unit>{units}))(?!\w)",
            re.IGNORECASE,
        )

    def find(self, text: str) -> Iterator[Found]:
        """The money in a text, each with its unit where one stands beside it."""
        for pattern in (self._before, self._after):
            for found in pattern.finditer(text):
                joined = found.groupdict().get("and") and not re.search(r"between\s$", text[: found.start()])
                value = self._read(found, only_first=bool(joined))
                if value:
                    last = max(found.end("low"), found.end("low_scale")) if joined else found.end()
                    units, end = self._read_units(text, last, found.start())
                    yield Found(kind="money", start=found.start(), end=end, value=value + "".join(f"/{unit}" for unit in units))

    def _read(self, found: re.Match[str], only_first: bool) -> str:
        groups = found.groupdict()
        if only_first:
            groups |= {"high": None, "high_scale": None}
        low = parse_price(found["low"])
        if low is None:
            return ""
        high = parse_price(groups["high"]) if groups.get("high") else None
        last = groups.get("high_scale") or groups.get("after_scale")
        own = groups.get("low_scale") or (last if high is not None or groups.get("after_scale") else None)
        low *= self._scale(own)
        amounts = say_number(low)
        if high is not None:
            high *= self._scale(last or groups.get("low_scale"))
            amounts += f"-{say_number(high)}"
        return f"{self._codes[plain(found['sign'])]} {amounts}"

    def _scale(self, word: str | None) -> float:
        return self._scales[plain(word)] if word else 1.0

    def _read_units(self, text: str, at: int, start: int) -> tuple[list[str], int]:
        """The units after a price, or of the rate that is named before it; and where they end."""
        units: list[str] = []
        while found := self._unit.match(text, at):
            units.append(self._units[plain(found["unit"])] if found["unit"] else self._adverbs[plain(found["adverb"])])
            at = found.end()
        if not units:
            line = text[max(text.rfind("\n", 0, start) + 1, start - LOOK_BACK) : start]
            rates = list(self._rate.finditer(line))
            if rates:
                last = rates[-1]
                units.append(self._units[plain(last["unit"])] if last["unit"] else self._adverbs[plain(last["adverb"])])
        return units, at
