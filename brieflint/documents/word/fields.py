"""Fields: codes that Word replaces by what they result in (a date, a page number, a table of contents)."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from brieflint.documents.word.names import FIELD_SIGN, is_on, read_number, read_value, w

_SIGN_TYPE = w("fldCharType")
_CONTENTS = ("TOC", "TOA", "INDEX")
_CODE_BEGINNING = 16
_TICKED, _UNTICKED = "☒", "☐"


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows: bool = False
    makes_contents: bool = False


class Fields:
    """The fields that are open at one point of a story. Their codes are not seen, their results are."""

    def __init__(self, root: Element) -> None:
        self.visible = True
        """Whether text at this point is seen."""
        self.in_contents = False
        """Whether text at this point is a table of contents or an index."""
        self._open: list[_Field] = []
        self._trusted = _are_balanced(root)
        # Counted rather than looked up, because a hostile file may open any number of fields in one another.
        self._codes = 0
        self._contents = 0

    def follow(self, sign: Element) -> str:
        """Go past a field's sign; return what a form's field shows in its place."""
        shown = _read_form(sign) if self.visible else ""
        if self._trusted:
            self._count(sign.get(_SIGN_TYPE, ""))
            self.visible, self.in_contents = not self._codes, bool(self._contents)
        return shown

    def _count(self, kind: str) -> None:
        if kind == "begin":
            self._open.append(_Field())
            self._codes += 1
        elif self._open and kind == "separate" and not self._open[-1].shows:
            self._open[-1].shows = True
            self._open[-1].makes_contents = is_contents(self._open[-1].code)
            self._codes -= 1
            self._contents += self._open[-1].makes_contents
        elif self._open and kind == "end":
            closed = self._open.pop()
            self._codes -= not closed.shows
            self._contents -= closed.makes_contents

    def note_code(self, code: str) -> None:
        """Take down the beginning of the code of the field that was opened last."""
        if self._open and len(self._open[-1].code) < _CODE_BEGINNING:
            self._open[-1].code += code


def is_contents(code: str) -> bool:
    """Tell whether a field's code makes a table of contents or an index."""
    return code.lstrip()[:5].upper().startswith(_CONTENTS)


def _are_balanced(root: Element) -> bool:
    """Tell whether every field that begins also ends; if not, believing its signs would swallow the rest of the brief."""
    depth = 0
    for sign in root.iter(FIELD_SIGN):
        kind = sign.get(_SIGN_TYPE)
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            return False
    return depth == 0


def _read_form(sign: Element) -> str:
    form = sign.find(w("ffData"))
    if form is None:
        return ""
    if (box := form.find(w("checkBox"))) is not None:
        ticked = box.find(w("checked"))
        return _TICKED if is_on(box.find(w("default")) if ticked is None else ticked) else _UNTICKED
    if (choices := form.find(w("ddList"))) is not None:
        entries = [entry.get(w("val"), "") for entry in choices.iter(w("listEntry"))]
        chosen = read_number(read_value(choices, w("result")) or read_value(choices, w("default")))
        return entries[chosen] if chosen < len(entries) else ""
    return ""
