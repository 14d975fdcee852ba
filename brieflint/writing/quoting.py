"""Words of a brief made fit to be quoted: on one line, and in Markdown taken as words, whatever signs they hold."""

import re

from brieflint.signs import printable

SPECIAL = re.compile(r"[\\`*_\[\]|~]|&(?=#?\w+;)|(?<!\S)#")
OPENING = re.compile(r"^(?:[-+=>]|\d{1,9}[.)])(?=\s|$|[-=>])")
"""What would open a list, a quotation or a rule, or underline a heading, at the beginning of a line."""


def escape_markdown(text: str) -> str:
    """Write Markdown that shows `text`, on one line, as nothing but words: no heading, list, table border, link or HTML."""
    escaped = SPECIAL.sub(r"\\\g<0>", printable(text)).replace("<", "&lt;")
    return OPENING.sub(lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", escaped)
