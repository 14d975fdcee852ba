"""A small writer of PDF files: words at places on pages, and the objects that hold them."""

from collections.abc import Sequence
from typing import NamedTuple


class Words(NamedTuple):
    """Words drawn at a place, in points from the lower left corner of the page."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False


def write_pdf(pages: Sequence[Sequence[Words]], *, page: str = "/MediaBox [0 0 612 792]", trailer: str = "") -> bytes:
    """A PDF file with these words on its pages, drawn in this order."""
    contents = ["".join(map(_draw, words)) for words in pages]
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} {page} /Resources << /Font << /F0 3 0 R /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for index, content in enumerate(contents):
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {6 + 2 * index} 0 R >>")
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}endstream")
    return write_objects(objects, trailer)


def write_objects(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A PDF file with these objects, numbered from 1; the first is its catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        body = content if isinstance(content, bytes) else content.encode("cp1252")
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        data += b"%010d 00000 n \n" % place
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def set_lines(
    x: float, y: float, lines: Sequence[str], *, size: float = 11, pitch: float = 13, bold: bool = False
) -> list[Words]:
    """Lines one under another."""
    return [Words(x, y - pitch * index, line, size, bold) for index, line in enumerate(lines)]


def _draw(words: Words) -> str:
    text = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{int(words.bold)} {words.size} Tf {words.x} {words.y} Td ({text}) Tj ET\n"


CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
BOX = "/MediaBox [0 0 612 792] /Resources << /Font << /F0 3 0 R >> /XObject << /X 6 0 R >> >>"


def make_stream(content: bytes, head: str = "") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head.encode(), len(content), content)


def make_page(content: bytes, *objects: str | bytes, kids: str = "5 0 R", count: int = 1) -> bytes:
    tree = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"
    page = f"<< /Type /Page /Parent 2 0 R {BOX} /Contents 4 0 R >>"
    return write_objects([CATALOGUE, tree, FONT, content, page, *objects])


def make_form(content: str) -> bytes:
    return make_stream(
        content.encode(), f"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << {BOX.partition('<<')[2]}"
    )
