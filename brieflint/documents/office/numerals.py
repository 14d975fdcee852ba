"""Numbers as lists print them: 4 as "iv", "D", "04" or "Fourth"."""

from collections.abc import Callable

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_GREATEST = 32_767
"""The greatest number of an item in Word; letters and Roman figures grow with the number itself."""


def spell_number(number: int, form: str) -> str:
    """Spell a number in one of WordprocessingML's forms; what nobody has a form for is spelt in figures."""
    speller = _SPELLERS.get(form)
    return speller(number) if speller and 0 < number <= _GREATEST else str(number)


def _spell_letters(number: int) -> str:
    # Word counts z, aa, bb rather than z, aa, ab, and never writes more than thirty.
    repeats, letter = divmod((number - 1) % 780, 26)
    return chr(ord("a") + letter) * (repeats + 1)


def _spell_roman(number: int) -> str:
    figures = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        figures += figure * count
    return figures


def _spell_ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _spell_in(words: tuple[str, ...]) -> Callable[[int], str]:
    return lambda number: words[number].capitalize() if number < len(words) else str(number)


_SPELLERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _spell_letters,
    "upperLetter": lambda number: _spell_letters(number).upper(),
    "lowerRoman": _spell_roman,
    "upperRoman": lambda number: _spell_roman(number).upper(),
    "ordinal": _spell_ordinal,
    "cardinalText": _spell_in(_CARDINALS),
    "ordinalText": _spell_in(_ORDINALS),
    "none": lambda _: "",
}
