"""How words are shown: what the elements around them, and the attributes of these, make of them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from brieflint.documents.document import BlockKind
from brieflint.documents.web.names import APPARATUS, APPARATUS_ROLES, CODE, EMPHATIC, HEADINGS, HIDDEN, VERBATIM

Attributes = Mapping[str, str | None]

_UNSHOWN = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_WEIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(\w+)", re.IGNORECASE)
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))


class Style(NamedTuple):
    """The style of the words in an element; most elements have that of the one around them."""

    kind: BlockKind = "paragraph"
    level: int = 0
    hidden: bool = False
    emphatic: bool = False
    verbatim: bool = False
    code: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether tables and lists keep their form here; in quotations, code and apparatus nobody judges them."""
        return self.kind == "paragraph" and not self.hidden


def restyle(style: Style, tag: str, attributes: Attributes) -> Style:
    """Find the style inside an element, given that around it."""
    if style.hidden:
        return style
    if tag in HIDDEN or "hidden" in attributes:
        return style._replace(hidden=True)
    if tag in EMPHATIC and not style.emphatic:
        style = style._replace(emphatic=True)
    if tag in CODE and not style.code:
        style = style._replace(code=True)
    if tag in VERBATIM:
        style = style._replace(verbatim=True)
    if style.kind not in ("quote", "code", "matter") and (kind := _name_kind(tag, attributes)):
        style = style._replace(kind=kind, level=HEADINGS.get(tag, 0))
    return _follow_sheet(style, attributes["style"] or "") if "style" in attributes else style


def _name_kind(tag: str, attributes: Attributes) -> BlockKind | None:
    if tag in APPARATUS or attributes.get("role") in APPARATUS_ROLES:
        return "matter"
    if tag == "blockquote":
        return "quote"
    if tag in VERBATIM:
        return "code"
    return "heading" if tag in HEADINGS else None


def _follow_sheet(style: Style, sheet: str) -> Style:
    if _UNSHOWN.search(sheet):
        return style._replace(hidden=True)
    if weight := _WEIGHT.search(sheet):
        return style._replace(emphatic=weight[1].lower() in _BOLD)
    return style
