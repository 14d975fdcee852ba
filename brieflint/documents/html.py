"""HTML, read as a browser shows it: what is hidden left out, and what only steers through a site set apart."""

import re
from dataclasses import replace

from brieflint.documents.decoding import decode
from brieflint.documents.document import Block, Document, Remark
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.office.assembly import Assembly
from brieflint.documents.office.story import Paragraph, Story
from brieflint.documents.remarks import MAX_REMARKS, fold, is_addressed
from brieflint.documents.text import compose as text_of
from brieflint.documents.web.page import Page
from brieflint.errors import BriefError

_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096

# Cut out before the page is parsed: the parser of the standard library looks for the end of each of these anew, and
# pictures inside a page are of any size.
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)|<(script|style)\b(?:[^>]*/>|.*?(?:</\1\s*>|\Z))|\bdata:image/[^\"'\s>]*",
    re.IGNORECASE | re.DOTALL,
)
_LAST_TAG = "<i \"'>"
"""Ends a tag that has no end, and shows nothing."""


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the brief in an HTML page."""
    declared = _CHARSET.search(data[:_HEAD])
    return compose(decode(data, name, declared[1].decode("ascii", "ignore") if declared else ""), name, limits)


def compose(text: str, name: str, limits: Limits = DEFAULT, *, titled: bool = True) -> Document:
    """Read the brief in the text of an HTML page; nobody sees the title of one in a message."""
    remarks: dict[str, Remark] = {}

    def leave_out(found: re.Match[str]) -> str:
        comment = found[0][4:-3] if found[0].startswith("<!--") and found[0].endswith("-->") else ""
        if not is_addressed(comment) or len(remarks) == MAX_REMARKS:
            return ""
        name = str(len(remarks))
        remarks[name] = Remark(words=fold(comment), line=found.string.count("\n", 0, found.start()) + 1)
        return f"<!--{name}-->"

    text = _UNREAD.sub(leave_out, text)
    if text.count("<") > limits.html_tags or len(text) > limits.html_characters:
        raise BriefError(name, "this page is far larger than any brief", "Copy the words of the brief into a .txt file")
    page = Page()
    try:
        story = page.read(text + _LAST_TAG)
    except (AssertionError, ValueError) as error:
        raise BriefError(name, f"this page is damaged ({error})", "Copy the words of the brief into a .txt file") from error
    if story and all(isinstance(part, Paragraph) and part.kind == "code" for part in story):
        # A page of nothing but preformatted text only wraps a text file.
        plain = "\n\n".join(part.text for part in story if isinstance(part, Paragraph))
        return text_of(plain, name, "html")
    assembly = Assembly()
    assembly.add_body(_add_title(story, page.title if titled else ""))
    document = assembly.finish(name, "html", remarks)
    return replace(document, blocks=tuple(_place(block, document) for block in document.blocks))


def _add_title(story: Story, title: str) -> Story:
    """Put the title above the page, unless the heading that opens the page names it: that is what people see."""
    if not story:
        return story
    at = next((index for index, part in enumerate(story) if getattr(part, "kind", "") != "matter"), 0)
    lead, tops = story[at], sum(isinstance(part, Paragraph) and part.level == 1 for part in story)
    if isinstance(lead, Paragraph) and lead.level == 1 and (tops == 1 or lead.text in title):
        return (*story[:at], lead._replace(kind="title", level=0), *story[at + 1 :])
    return (Paragraph(title, "title"), *story) if title else story


def _place(block: Block, document: Document) -> Block:
    return replace(block, place=replace(block.place, line=document.position(block.start)[0]))
