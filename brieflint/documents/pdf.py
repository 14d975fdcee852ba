"""PDF, read as it is printed: words with their places on the page, from PDFium."""

from threading import Lock

from brieflint.documents.document import Document
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.paper.composition import compose
from brieflint.documents.paper.confinement import is_suspect, read_confined
from brieflint.documents.paper.reading import read_pages
from brieflint.errors import BriefError

# PDFium keeps global state and must not be entered twice at a time.
_PDFIUM = Lock()


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The brief in a PDF file. Raises `BriefError` when it is locked, damaged, too large, or only a picture of text."""
    if is_suspect(data):
        pages = read_confined(data, name, limits)
    else:
        with _PDFIUM:
            pages = list(read_pages(data, name, limits))
    text, blocks = compose(pages)
    if not any(block.kind != "matter" for block in blocks):
        raise BriefError(
            name,
            "this PDF has no text, only pictures of pages, as scanners make them",
            "Have its text recognised first (OCR), for example with ocrmypdf, or export it again from its source",
        )
    return Document(path=name, format="pdf", text=text, blocks=tuple(blocks))
