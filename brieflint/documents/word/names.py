"""Names of WordprocessingML's elements and attributes, and how its on-off values are read."""

from xml.etree.ElementTree import Element

_OPENXML = "http://schemas.openxmlformats.org"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = f"{{{_OPENXML}/officeDocument/2006/math}}"
RELATION = f"{{{_OPENXML}/officeDocument/2006/relationships}}"


def w(local: str) -> str:
    """Make a name in WordprocessingML's main namespace."""
    return f"{{{_OPENXML}/wordprocessingml/2006/main}}{local}"


PARAGRAPH, PARAGRAPH_PROPERTIES = w("p"), w("pPr")
RUN, RUN_PROPERTIES, TEXT = w("r"), w("rPr"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
ROW_PROPERTIES, CELL_PROPERTIES = w("trPr"), w("tcPr")
STYLE, NUMBERING, OUTLINE = w("pStyle"), w("numPr"), w("outlineLvl")
NUMBER_ID, NUMBER_LEVEL = w("numId"), w("ilvl")
BOLD, UNDERLINE, SIZE, HIDDEN, CAPITALS = w("b"), w("u"), w("sz"), w("vanish"), w("caps")
INSERTION, DELETION, MOVED_AWAY, MOVED_HERE = w("ins"), w("del"), w("moveFrom"), w("moveTo")
TEXT_BOX, SECTION, CONTROL = w("txbxContent"), w("sectPr"), w("sdt")
FIELD_SIGN, SIMPLE_FIELD, INSTRUCTION = w("fldChar"), w("fldSimple"), w("instrText")
VALUE, TYPE, CHARACTER_STYLE = w("val"), w("type"), w("rStyle")

ALTERNATIVES, CHOICE, FALLBACK = (f"{_COMPATIBILITY}{local}" for local in ("AlternateContent", "Choice", "Fallback"))
FORMULA, FORMULA_PARAGRAPH, FORMULA_TEXT = (f"{_MATHS}{local}" for local in ("oMath", "oMathPara", "t"))
DRAWN_PARAGRAPH = f"{{{_OPENXML}/drawingml/2006/main}}p"
DRAWN_TEXT = f"{{{_OPENXML}/drawingml/2006/main}}t"
DIAGRAM = f"{{{_OPENXML}/drawingml/2006/diagram}}relIds"
DIAGRAM_DATA = f"{RELATION}dm"

_OFF = ("0", "false", "off", "none")


def is_on(element: Element | None) -> bool:
    """Tell whether a property such as `<w:b/>` or `<w:u w:val="single"/>` is there and not switched off."""
    return element is not None and element.get(VALUE) not in _OFF


def read_value(parent: Element | None, name: str) -> str:
    """Read the `w:val` of a child, empty when there is none."""
    child = parent.find(name) if parent is not None else None
    return child.get(VALUE, "") if child is not None else ""


def read_number(text: str | None, default: int = 0) -> int:
    """Read a whole number from a file, which may say anything there."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else default
