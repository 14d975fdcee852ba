r"""Plain letters for those that only look so, and nothing for signs that show nothing.

Text is full of both: soft hyphens from word processors, joiners from web pages, ligatures from PDFs, and now and then a
Cyrillic "о" of somebody who would rather not be found.
"""

import re
import unicodedata

from brieflint.signs import HIDDEN

BLANK = "\u115f\u1160\u180e\u2800\u3164\uffa0"
"""Signs that show nothing and take room, as white space does."""
_MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Accents and lines that are set on the letter before."""
ODD = re.compile(
    rf"[^{_MARKS}][{_MARKS}]+|[{_MARKS}]+|[\ud800-\udfff\u2100-\u2188\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]"
)
"""What may be written in another way: letters with accents of their own, letters in fancy dress, halves of characters."""

_SPACES = dict.fromkeys(map(ord, BLANK), " ")
_HIDDEN = re.compile(f"[{HIDDEN}]+")
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮҺԌԚԜаԁеһіјӏосрѕуүхԛԝѵ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹαινορυϲϳ" + "օսոցհզ" + "ɑɡɩʏ",
    "ABESIJKMHOPCTYXYhGQWadehijlocpsyyxqwv" + "ABEZHIKMNOPTYXCaivopucj" + "ounghq" + "agiy",
)
"""Letters of the Cyrillic, Greek, Armenian and phonetic alphabets that look like Latin ones."""
_LOOKALIKE = re.compile(f"[{''.join(map(chr, _ALIKE))}]")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = frozenset({"Lu", "Ll", "Nl"})
_LATIN = 0x250
"""The first letter that is not Latin."""


def plain(text: str) -> str:
    """`text` in plain letters and without hidden signs; its white space stays."""
    shown = _HIDDEN.sub("", text)
    return shown if shown.isascii() else unmask(ODD.sub(lambda odd: spell(odd[0]), shown.translate(_SPACES)))


def spell(odd: str) -> str:
    """What `ODD` found, in plain letters; marks that make no letter with the one they are set on are left out."""
    if "\ud800" <= odd <= "\udfff":
        return "\ufffd"
    return "".join(_spell_sign(sign) for sign in unicodedata.normalize("NFC", odd) if not unicodedata.combining(sign))


def _spell_sign(sign: str) -> str:
    usual = unicodedata.normalize("NFKC", sign)
    return usual if usual.isascii() and (sign >= "\uff01" or unicodedata.category(sign) in _LETTERS) else sign


def unmask(text: str) -> str:
    """Put Latin letters for those that look like them, in words that would be Latin then; each sign keeps its place.

    A word of nothing but such letters may be a word of its own language, which the letters around it tell.
    """
    if not _LOOKALIKE.search(text):
        return text
    foreign = any(sign.isalpha() and ord(sign) >= _LATIN for sign in text.translate(_ALIKE))
    return _WORD.sub(lambda word: _unmask_word(word[0], foreign), text)


def _unmask_word(word: str, foreign: bool) -> str:
    latin = word.translate(_ALIKE)
    looks = len(word) > 1 and all(ord(sign) < _LATIN for sign in latin)
    return latin if looks and not (foreign and all(map(_LOOKALIKE.match, word))) else word


def end_with_marks(text: str, end: int) -> int:
    """Where the character before `end` ends, with the accents that are set on it."""
    while end < len(text) and text[end] > "\u02ff" and unicodedata.combining(text[end]):
        end += 1
    return end
