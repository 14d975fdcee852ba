"""Words of a brief made fit to be quoted: on one line, and in Markdown taken as words, whatever signs they hold."""

import re

UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""Controls, marks that turn the reading direction, and other signs that show nothing."""
SPECIAL = re.compile(r"[\\`*_\[\]|~]|&(?=#?\w+;)|(?<!\S)#")
OPENING = re.compile(r"^(?:[-+=>]|\d{1,9}[.)])(?=\s|$|[-=>])")
"""What would open a list, a quotation or a rule, or underline a heading, at the beginning of a line."""
LIVE = frozenset("=+-@＝＋－＠\t\r")
"""What a spreadsheet takes for the beginning of a formula."""


def fold(text: str) -> str:
    """Put `text` on one line: white space folded, signs that show nothing left out."""
    return " ".join(UNSEEN.sub("", text).split())


def escape_markdown(text: str) -> str:
    """Write Markdown that shows `text`, folded, as nothing but words: no heading, list, table border, link or HTML."""
    escaped = SPECIAL.sub(r"\\\g<0>", fold(text)).replace("<", "&lt;")
    return OPENING.sub(lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", escaped)


def defuse(cell: str) -> str:
    """A cell that a spreadsheet shows as text: an apostrophe goes before what would start a formula."""
    return f"'{cell}" if cell[:1] in LIVE or cell.lstrip()[:1] in LIVE else cell
