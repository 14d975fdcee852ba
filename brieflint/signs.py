"""Signs that a stranger's text may hold and that must reach no screen and no file as they are.

Some steer a terminal, some turn the reading direction or hide words, some cannot be written in XML or in UTF-8 at all.
"""

import re

HIDDEN = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u17b4\u17b5\u180b-\u180d\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Controls, joiners, marks of direction and whatever else shows nothing and takes no room; for a set in a pattern."""
BROKEN = r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Halves of characters and numbers that stand for none, for such a set."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_COMMAND = re.compile(r"^([^\S\n]*[:#])(?=:|#\[)", re.MULTILINE)
"""What begins a command to a GitHub job, on whose log it stands; white space before it does not count there."""
_BROKEN = re.compile(f"[{BROKEN}]")
_HIDDEN = re.compile(f"[{HIDDEN}]+")


def clean(text: str) -> str:
    """`text` without signs that act: a space for controls and line ends, a sign of replacement for what is broken."""
    if text.isprintable():
        return text
    return _HIDDEN.sub("", _BROKEN.sub("\ufffd", _CONTROLS.sub(" ", text)))


def printable(text: str) -> str:
    """Text on one line, without signs that act."""
    return " ".join(clean(text).split())


def clean_lines(text: str) -> str:
    """`text` without signs that act, on the lines that it has."""
    return "\n".join(map(clean, text.split("\n")))


def calm(text: str) -> str:
    """`text` of which no line commands the job in whose log it stands."""
    return _COMMAND.sub(r"\1 ", text)
