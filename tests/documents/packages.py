"""Small Word and OpenDocument files, written by hand as their programs would."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

OPENXML = "http://schemas.openxmlformats.org"
RELATIONS = f"{OPENXML}/officeDocument/2006/relationships"
PACKAGE = f"{OPENXML}/package/2006/relationships"
WORD = (
    f'xmlns:w="{OPENXML}/wordprocessingml/2006/main" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:a="{OPENXML}/drawingml/2006/main" xmlns:dgm="{OPENXML}/drawingml/2006/diagram"'
    f' xmlns:m="{OPENXML}/officeDocument/2006/math"'
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OPENDOCUMENT = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="SecretRun"><w:name w:val="Secret Run"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
"""


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A package with these parts."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def docx(body: str, *, styles: str = STYLES, root: str = WORD, **parts: str) -> bytes:
    """A Word document with this body; other parts (`numbering`, `footnotes`, `header1`) by their kind and number."""
    parts = {"styles": styles, **parts}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in parts
    )
    elements = {"header": "hdr", "footer": "ftr", "data": "dataModel"}
    written: dict[str, str | bytes] = {
        "_rels/.rels": relationships(f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": relationships(relations),
        "word/document.xml": f"<w:document {root}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        element = elements.get(kind, kind)
        written[f"word/{name}.xml"] = f"<w:{element} {root}>{content}</w:{element}>"
    return zipped(written)


def relationships(content: str) -> str:
    """The part that says what another part refers to."""
    return f'<Relationships xmlns="{PACKAGE}">{content}</Relationships>'


def p(content: str = "", properties: str = "", *, style: str = "", run: str = "") -> str:
    """A paragraph in Word: of plain words, or of what is written as XML."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = content if content.startswith("<") or not content else r(content, run)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of words in Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def listed(words: str, number: int = 1, level: int = 0, *, run: str = "") -> str:
    """A paragraph in one of Word's lists."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>', run=run)


def tbl(*rows: list[str], header: bool = False) -> str:
    """A table in Word; cells are words or XML."""
    written = ""
    for index, cells in enumerate(rows):
        marked = "<w:trPr><w:tblHeader/></w:trPr>" if header and not index else ""
        columns = "".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in cells)
        written += f"<w:tr>{marked}{columns}</w:tr>"
    return f"<w:tbl><w:tblPr/>{written}</w:tbl>"


def levels(*patterns: tuple[str, str], abstract: int = 0, extra: str = "") -> str:
    """A list of Word's: for every level its form and its text, and the list itself, numbered one higher."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'
        for depth, (form, text) in enumerate(patterns)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{abstract}">{written}</w:abstractNum>'
        f'<w:num w:numId="{abstract + 1}"><w:abstractNumId w:val="{abstract}"/></w:num>'
    )


def odt(body: str, *, automatic: str = "", styles: str = "", pages: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this body."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{OASIS}:manifest:1.0">{manifest}</m:manifest>',
            "content.xml": (
                f"<office:document-content {OPENDOCUMENT}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
            "styles.xml": (
                f"<office:document-styles {OPENDOCUMENT}><office:styles>{styles}</office:styles>"
                f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
            ),
        }
    )
