"""The pages of a PDF file, within bounds."""

import time
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from brieflint.documents.limits import Limits
from brieflint.documents.paper.glyphs import read_page
from brieflint.documents.paper.page import Page
from brieflint.errors import BriefError

_SHORTEN = "Print the brief's own pages to a new PDF"


def read_pages(data: bytes, name: str, limits: Limits) -> Iterator[Page]:
    """The pages of a PDF file, as they are read. Raises `BriefError` when it is locked, damaged or too large."""
    deadline = time.monotonic() + limits.pdf_seconds
    letters = 0
    with _open(data, name) as document:
        if len(document) > limits.pdf_pages:
            raise BriefError(name, f"this PDF has {len(document)} pages, and {limits.pdf_pages} is the most", _SHORTEN)
        for index in range(len(document)):
            try:
                page = read_page(document, index)
            except pdfium.PdfiumError:
                raise BriefError(name, f"page {index + 1} is damaged", "Print the file to a new PDF and try again") from None
            letters += sum(len(run.text) for run in page.runs)
            if letters > limits.characters or time.monotonic() > deadline:
                raise BriefError(name, "this PDF is too large to read", _SHORTEN)
            yield page


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise BriefError(name, "this PDF is locked with a password", "Save a copy without one") from None
        raise BriefError(name, "this is not a PDF file, or it is damaged", "Export the brief again from its source") from None
