"""One pass through a page: where the words go that are met between its tags."""

from html.parser import HTMLParser

from brieflint.documents.office.numerals import spell_number
from brieflint.documents.office.story import BULLET, Box, Paragraph, Story, Table
from brieflint.documents.web.elements import Element, Elements
from brieflint.documents.web.names import BLOCKS, CELLS, LISTS, TABLE_PARTS, VOID
from brieflint.documents.web.style import Style, restyle
from brieflint.documents.web.tables import Rows
from brieflint.documents.web.words import Words

_DEEPEST_TABLE = 8
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LONGEST_NUMBER = 5


class Page(HTMLParser):
    """Reads a page's title and its story."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self._words = Words()
        self._elements = Elements(Element("", Style(), {}), self._end)
        self._stories: list[list[Paragraph | Table | Box]] = [[]]
        self._tables = 0

    def read(self, text: str) -> Story:
        """Read what a page shows."""
        self.feed(text)
        self.close()
        self._elements.close_all()
        self._flush()
        return tuple(self._stories[0])

    def handle_data(self, data: str) -> None:
        """Take words."""
        style = self._elements.innermost.style
        if not style.hidden:
            self._words.add(data, style)

    def handle_comment(self, data: str) -> None:
        """Take the name of a remark, the only comments that are left; it is about the paragraph that it stands in or before."""
        self._words.remarks.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag == "br":
            self._words.add_break(self._elements.innermost.style)
        if tag in BLOCKS:
            self._flush()
            self._elements.close_before(tag)
        if tag in VOID or (tag in TABLE_PARTS and not self._elements.find("table")):
            return
        attributes = dict(attrs)
        element = Element(tag, restyle(self._elements.innermost.style, tag, attributes), attributes)
        if not element.style.hidden:
            self._begin(element)
        self._elements.open(element)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in BLOCKS:
            self._flush()
        self._elements.close(tag)

    def _begin(self, element: Element) -> None:
        tag = element.tag
        if tag in LISTS:
            element.items = _read_number(element.attributes.get("start"), 1) - 1
        elif tag == "li":
            self._words.label = self._count_item(element)
        elif tag == "table":
            is_layout = element.attributes.get("role") in ("presentation", "none")
            if element.style.is_plain and not is_layout and self._tables < _DEEPEST_TABLE:
                element.rows = Rows()
                self._tables += 1
        elif tag == "title" or (tag in CELLS and self._find_rows()) or (tag == "aside" and self._is_boxable(element)):
            element.parts = []
            self._stories.append(element.parts)

    def _end(self, element: Element) -> None:
        if element.tag in BLOCKS:
            self._flush()
        if element.parts is not None:
            self._stories.pop()
            self._end_story(element, tuple(element.parts))
        elif element.tag == "li":
            self._words.label = ""
        elif element.tag == "tr" and (rows := self._find_rows()):
            around = self._elements.find("thead", "tbody", "table")
            rows.end_row(header=around is not None and around.tag == "thead")
        elif element.rows:
            element.rows.end_row(header=False)
            self._stories[-1].append(element.rows.finish())
            self._tables -= 1

    def _end_story(self, element: Element, story: Story) -> None:
        if element.tag == "aside":
            self._stories[-1].append(Box(story))
        elif element.tag == "title":
            words = [part for part in story if isinstance(part, Paragraph)]
            self.title = self.title or " ".join(part.text for part in words)
            self._words.remarks[:0] = [name for part in words for name in part.remarks]
        elif rows := self._find_rows():
            rows.add_cell(story, element.attributes, names=element.tag == "th")

    def _find_rows(self) -> Rows | None:
        table = self._elements.find("table")
        return table.rows if table else None

    def _is_boxable(self, element: Element) -> bool:
        return len(self._stories) == 1 and element.style.is_plain

    def _count_item(self, item: Element) -> str:
        """Count an item in its list, and spell what a browser puts before it."""
        around = self._elements.find_list()
        if not around or around.tag != "ol":
            return BULLET
        around.items = _read_number(item.attributes.get("value"), around.items + 1)
        return f"{spell_number(around.items, _FORMS.get(around.attributes.get('type') or '', 'decimal'))}."

    def _flush(self) -> None:
        self._stories[-1].extend(self._words.take(self._elements.innermost.style))


def _read_number(value: str | None, otherwise: int) -> int:
    digits = (value or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else otherwise
