"""The runs of a page as PDFium finds them, letter by letter; only a word's first and last letters are asked for their place."""

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import chain

import pypdfium2 as pdfium
from pypdfium2 import raw

from brieflint.documents.paper.page import Page, Run

# PDFium's own sign for a hyphen at a line's end; it leaves out the line end then.
_HYPHEN = "\ufffe"
_LINE = re.compile(rf"[^\n{_HYPHEN}]+")
_WORD = re.compile(r"\S+")
_WIDE_GAP = 1.3
_SMALLEST = 0.1
_FORCE_BOLD = 1 << 18
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)

# Symbol fonts keep their bullets where Unicode has no characters; control characters have no shape at all.
_SIGNS = dict.fromkeys(range(61440, 61696), "•") | {0xF0E0: "→", 0xFFFC: None, 0xAD: None} | dict.fromkeys(range(0x20))

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """A page and its runs, upright as a person sees them. Raises `pdfium.PdfiumError` when it is damaged."""
    with closing(document[index]) as page, closing(page.get_textpage()) as letters:
        left, bottom, right, top = page.get_bbox()
        frame = _Frame(page.get_rotation(), left, bottom, right, top)
        return Page(number=index + 1, height=max(1.0, page.get_height()), runs=tuple(_Reader(letters, frame).read()))


class _Frame:
    """The page's box and its turn, which tell where on the upright page a letter stands."""

    def __init__(self, rotation: int, left: float, bottom: float, right: float, top: float) -> None:
        self.upright = rotation == 0
        self._rotation = rotation
        self._left, self._bottom, self._right, self._top = left, bottom, right, top

    def place(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Turn a box the way the page is turned, and measure it from the corner that is then the lower left."""
        if self._rotation == 90:
            return bottom - self._bottom, self._right - right, top - self._bottom, self._right - left
        if self._rotation == 180:
            return self._right - right, self._top - top, self._right - left, self._top - bottom
        if self._rotation == 270:
            return self._top - top, left - self._left, self._top - bottom, right - self._left
        return left - self._left, bottom - self._bottom, right - self._left, top - self._bottom


class _Reader:
    """One pass over the words of a page, in the order in which they were drawn."""

    def __init__(self, letters: pdfium.PdfTextPage, frame: _Frame) -> None:
        self._handle = letters.raw
        self._frame = frame
        self._text = _read_text(letters)
        self._boxes = raw.FS_RECTF(), raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._font = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def read(self) -> Iterator[Run]:
        """The runs of the page; a line ends where PDFium says so, a run also at a wide gap or a change of height."""
        return chain.from_iterable(self._read_line(*line.span()) for line in _LINE.finditer(self._text))

    def _read_line(self, begins: int, ends: int) -> Iterator[Run]:
        first, last = self._boxes
        first_box, last_box = ctypes.byref(first), ctypes.byref(last)
        find_box, handle, upright = raw.FPDFText_GetLooseCharBox, self._handle, self._frame.upright
        start = end = begins
        left = bottom = right = top = size = 0.0
        for word in _WORD.finditer(self._text, begins, ends):
            opens, closes = word.span()
            find_box(handle, opens, first_box)
            find_box(handle, closes - 1, last_box)
            box = (first.left, first.bottom, last.right, first.top) if upright else self._turn(first, last)
            if size:
                if box[1] < top and bottom < box[3] and -size < box[0] - right < _WIDE_GAP * size:
                    end, right = closes, box[2]
                    continue
                yield self._form_run(start, end, (left, bottom, right, top), size)
            start, end, size = opens, closes, self._measure(opens)
            left, bottom, right, top = box
        if size:
            yield self._form_run(start, end, (left, bottom, right, top), size)

    def _turn(self, first: raw.FS_RECTF, last: raw.FS_RECTF) -> Box:
        return self._frame.place(
            min(first.left, last.left), min(first.bottom, last.bottom), max(first.right, last.right), max(first.top, last.top)
        )

    def _form_run(self, start: int, end: int, box: Box, size: float) -> Run:
        hyphen = "-" if self._text.startswith(_HYPHEN, end) else ""
        words = " ".join(self._text[start:end].split())
        if not words.isascii():
            words = words.translate(_SIGNS)
        last = end - 1
        bold = self._is_bold(start) and self._is_bold(last)
        if self._frame.upright:
            box = self._frame.place(*box)
        return Run(words + hyphen, *box, max(size, self._measure(last)), bold)

    def _measure(self, index: int) -> float:
        raw.FPDFText_GetMatrix(self._handle, index, self._matrix)
        size = float(raw.FPDFText_GetFontSize(self._handle, index)) * math.hypot(self._matrix.a, self._matrix.b)
        return max(_SMALLEST, size)

    def _is_bold(self, index: int) -> bool:
        raw.FPDFText_GetFontInfo(self._handle, index, self._font, len(self._font), self._flags)
        return bool(self._flags.value & _FORCE_BOLD) or _BOLD.search(self._font.value) is not None


def _read_text(letters: pdfium.PdfTextPage) -> str:
    """The page's text, each letter at the index by which PDFium knows it."""
    text: str = letters.get_text_range()
    count = letters.count_chars()
    if len(text) == count:
        return text
    # PDFium left out letters without meaning, or a letter takes two places: ask for each.
    codes = (raw.FPDFText_GetUnicode(letters.raw, index) for index in range(count))
    return "".join(map(chr, codes)).replace("\x02", _HYPHEN).replace("\0", " ")
