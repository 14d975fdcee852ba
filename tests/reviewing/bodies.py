"""Word files with everything that comments and tracked changes have to go around, and an eye on what nobody may touch."""

from xml.etree.ElementTree import Element, tostring

from brieflint.documents.office.archive import Archive
from brieflint.documents.word.names import DELETION, INSERTION, PARAGRAPH, RUN, RUN_PROPERTIES, TEXT, w
from tests.documents.packages import docx, p, r, tbl

MAKER = 'w:author="Maja Lind" w:date="2026-01-05T08:00:00Z"'
BOX = "<w:txbxContent>{}</w:txbxContent>"


def inserted(content: str, number: int = 40) -> str:
    return f'<w:ins w:id="{number}" {MAKER}>{content}</w:ins>'


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = "<w:r><w:instrText> REF managed </w:instrText></w:r>"
FIELD = f"{sign('begin')}{CODE}{sign('separate')}{r('managed service')}{sign('end')}"
TWO_BOXES = (
    f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{BOX.format(p("A managed service"))}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{BOX.format(p('A managed service'))}</w:pict></mc:Fallback></mc:AlternateContent>"
)
SIGNS = "<w:t>man</w:t><w:softHyphen/><w:t>aged</w:t><w:noBreakHyphen/><w:t>service\u00ad now</w:t>"
BODIES: dict[str, str] = {
    "one run": p("We ask for a managed service in Odense."),
    "no properties": "<w:p><w:r><w:t>We ask for a managed service</w:t></w:r></w:p>",
    "many runs": p(r("We ask for a ", "<w:i/>") + r("man", "<w:b/>") + r("aged") + r(" ser") + r("vice now", "<w:b/>")),
    "tabs and breaks": p(
        '<w:r><w:t>One</w:t><w:tab/><w:t>managed service</w:t><w:br/><w:t xml:space="preserve">two </w:t></w:r>'
    ),
    "entities": p(r("R&amp;D &lt;ask&gt; for &#x201C;managed&#160;service&#8221; &amp; more")),
    "an insertion": p(r("We ask ") + inserted(r("for a managed service in ") + r("Odense", "<w:b/>")) + r(" now")),
    "a deletion": p(
        r("We ask for ") + f'<w:del w:id="3" {MAKER}><w:r><w:delText>IT</w:delText></w:r></w:del>' + r("managed x")
    ),
    "a change of format": p(
        r("ask for managed service", f'<w:b/><w:rPrChange w:id="9" {MAKER}><w:rPr><w:i/></w:rPr></w:rPrChange>')
    ),
    "a link": p(r("See ") + f'<w:hyperlink w:anchor="x">{r("our managed service")}</w:hyperlink>' + r(" there")),
    "a field": p(r("See ") + FIELD + r(" there")),
    "a simple field": p(r("See ") + f'<w:fldSimple w:instr=" TITLE ">{r("managed service")}</w:fldSimple>' + r(" there")),
    "a control": p(r("See ") + f"<w:sdt><w:sdtPr/><w:sdtContent>{r('managed service')}</w:sdtContent></w:sdt>" + r(" there")),
    "a smart tag": p(r("In ") + f'<w:smartTag w:element="place">{r("Odense managed")}</w:smartTag>' + r(" service")),
    "a locked control": f'<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>{p("A managed service")}'
    "</w:sdtContent></w:sdt>",
    "a bookmark and a comment": p(
        r("We ask for ")
        + '<w:bookmarkStart w:id="0" w:name="b"/><w:commentRangeStart w:id="0"/>'
        + r("managed")
        + '<w:bookmarkEnd w:id="0"/>'
        + r(" service")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    ),
    "a table": tbl(["Need", "Name"], ["Two developers", "managed service"]) + p("After it."),
    "a text box": p(r("Before ") + f"<w:r><w:pict>{BOX.format(p('A managed service'))}</w:pict></w:r>" + r(" after")),
    "two versions of a box": p(r("Before ") + f"<w:r>{TWO_BOXES}</w:r>" + r(" after")),
    "a footnote": p(r("We ask") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" for a managed service")),
    "moved words": p(r("We ") + f'<w:moveTo w:id="8" {MAKER}>{r("ask for a managed service")}</w:moveTo>' + r(" now")),
    "signs": p(f"<w:r>{SIGNS}</w:r>{r(' ask')}"),
    "an XML comment": p("<w:r><w:t>We <!-- odd -->ask for a managed service</w:t></w:r>"),
}
COMMENTS = (
    f'<w:comment w:id="0" {MAKER} w:initials="ML">{p("Is that agreed?")}</w:comment>'
    f'<w:comment w:id="7" {MAKER} w:initials="ML">{p("Another one.")}</w:comment>'
)


def build(body: str, **parts: str) -> bytes:
    """A Word file with this body, with a footnote, and with comments of somebody when the body refers to one."""
    note = f'<w:footnote w:id="2">{p("A managed service, as said.")}</w:footnote>'
    known = {"footnotes": note} | ({"comments": COMMENTS} if "commentReference" in body else {}) | parts
    return docx(body, **known)


def contents(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of a package with their names, in order."""
    archive = Archive(data, "file.docx")
    return [(name, archive.read(name)) for name in archive.entries]


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    return dict(contents(data))[name]


def look(root: Element, ours: str = "") -> list[tuple[str, ...]]:
    """What a body holds, character by character, each with its format and all that is around it.

    With `ours`, without the marks of that author: as if whoever reads it rejected all of them.
    """
    seen: list[tuple[str, ...]] = []
    _look(root, (), ours, seen)
    return seen


def _look(element: Element, around: tuple[str, ...], ours: str, seen: list[tuple[str, ...]]) -> None:
    mine = bool(ours) and element.get(w("author")) == ours
    if mine and element.tag == INSERTION:
        return
    name = element.tag + repr(sorted((key, value) for key, value in element.attrib.items() if not _is_number(element, key)))
    if element.tag == RUN:
        properties = element.find(RUN_PROPERTIES)
        style = "" if properties is None else _write(properties)
        for child in element:
            if child.tag in (TEXT, w("delText")):
                seen += [(*around, style, character) for character in child.text or ""]
                seen += [(*around, style, _write(odd)) for odd in child]
            elif child.tag != RUN_PROPERTIES:
                seen.append((*around, style, _write(child)))
        return
    inside = around if (mine and element.tag == DELETION) or element.tag in (INSERTION, w("moveTo")) else (*around, name)
    if element.tag in (INSERTION, w("moveTo")):
        inside = (*around, element.get(w("author"), ""))
    if element.tag == PARAGRAPH or not len(element):
        seen.append((*around, name))
    for child in element:
        _look(child, inside, ours, seen)


def _is_number(element: Element, key: str) -> bool:
    return key == w("id") and element.tag == INSERTION


def _write(element: Element) -> str:
    for change in element.iter(w("rPrChange")):
        change.attrib.pop(w("id"), None)
    return tostring(element, encoding="unicode")
