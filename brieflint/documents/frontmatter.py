"""The front matter above a Markdown text, between two lines of `---`."""

from brieflint.documents.lines import Line, Sheet
from brieflint.documents.marks import is_title_label
from brieflint.documents.outline import Outline

_FENCE = "---"
_CLOSING = ("---", "...")


def read_front_matter(sheet: Sheet, outline: Outline) -> int:
    """Add the front matter, if there is any, and return the index of the line below it."""
    if sheet.text_at(0) != _FENCE:
        return 0
    end = next((at for at in range(1, len(sheet)) if sheet[at].text in _CLOSING), 0)
    # Without an end it is no front matter but a rule above the text.
    if not end:
        return 0
    for line in sheet.lines[: end + 1]:
        _read_entry(line, outline)
    return end + 1


def _read_entry(line: Line, outline: Outline) -> None:
    key, colon, value = line.text.partition(":")
    words = value.strip().strip("\"'")
    if not (colon and words and is_title_label(key)) or line.indent:
        outline.add("matter", line, line.start, line.end)
        return
    start = line.start + line.text.index(words, len(key))
    outline.add("matter", line, line.start, line.start + len(key) + 1)
    outline.add_title(line, start, start + len(words))
