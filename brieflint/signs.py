"""Characters that steer a screen instead of standing on it."""

import re

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]+")


def printable(text: str) -> str:
    """Text on one line, control and direction characters replaced by a space."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())
