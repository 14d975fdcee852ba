"""Words of a brief made fit to be quoted: on one line, and in Markdown taken as words, whatever signs they hold."""

import re

from brieflint.signs import clean

SPECIAL = re.compile(r"[\\`*_\[\]|~]|&(?=#?\w+;)|(?<!\S)#")
OPENING = re.compile(r"^(?:[-+=>]|\d{1,9}[.)])(?=\s|$|[-=>])")
"""What would open a list, a quotation or a rule, or underline a heading, at the beginning of a line."""


def fold(text: str) -> str:
    """Put `text` on one line: white space folded, signs that act or show nothing left out."""
    return " ".join(clean(text).split())


def escape_markdown(text: str) -> str:
    """Write Markdown that shows `text`, folded, as nothing but words: no heading, list, table border, link or HTML."""
    escaped = SPECIAL.sub(r"\\\g<0>", fold(text)).replace("<", "&lt;")
    return OPENING.sub(lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", escaped)
