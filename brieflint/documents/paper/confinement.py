"""PDF files that could grow without bounds when they are opened, read in a process of their own.

PDFium cannot be interrupted, and a few hundred bytes of forms that draw one another fill any memory. Most briefs hold
neither such forms nor large streams; only the others pay for a process.
"""

import json
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import asdict, replace

from brieflint.confinement import ConfinedError, limit_memory, run_confined
from brieflint.documents.limits import Limits
from brieflint.documents.paper.page import Page, Run
from brieflint.documents.paper.reading import read_pages
from brieflint.errors import BriefError

_MOST_INFLATED = 64 << 20
_MOST_BYTES = 64 << 20
_SMALL = 16 << 10
_BLOWN_UP = ("this PDF grows too large when it is opened", "Print the brief's own pages to a new PDF")

# A name may spell its letters in hexadecimal.
_FORM = re.compile(rb"/(?:F|#46)(?:o|#6[fF])(?:r|#72)(?:m|#6[dD])(?![A-Za-z0-9])")
_CODED = re.compile(rb"/F(?:ilter)?\b|#")
_CODED_TWICE = re.compile(rb"/(?:LZW|RL\b|RunLength)|/Fl(?:ateDecode)?\s*/Fl")
_DRAWN_AGAIN = re.compile(rb"\b(\d{1,9} \d{1,5} R)(?:\s+\1){15}")
_DRAWS = re.compile(rb"\bDo\b")


def is_suspect(data: bytes) -> bool:
    """Whether a file holds what could make it grow: forms that draw several others, and streams that are coded to be large."""
    if len(data) > _MOST_BYTES:
        return True
    left, forms = _MOST_INFLATED, 0
    for head, coded in _split_streams(data):
        form = len(_FORM.findall(head))
        forms += form
        if _CODED_TWICE.search(head) or _DRAWN_AGAIN.search(head):
            return True
        if form or len(coded) > _SMALL:
            content = _inflate(coded, left)
            left -= len(content)
            hidden = not content and _CODED.search(head.rpartition(b"obj")[2]) is not None
            if left <= 0 or (form and (hidden or len(_DRAWS.findall(content or coded)) > 1)):
                return True
    # The word "stream" in a remark could hide a form from the count.
    return forms != len(_FORM.findall(data))


def _split_streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each stream's bytes, with what stands between it and the stream before; last, what stands behind them all."""
    end = 0
    while (start := data.find(b"stream", end)) >= 0:
        after = data.find(b"endstream", start)
        if after < 0:
            break
        yield data[end:start], data[start + 6 : after].lstrip(b"\r\n")
        end = after + 9
    yield data[end:], b""


def _inflate(coded: bytes, most: int) -> bytes:
    """The bytes of a stream; none if it is coded in another manner."""
    try:
        return zlib.decompressobj().decompress(coded, most)
    except zlib.error:
        return b""


def read_confined(data: bytes, name: str, limits: Limits) -> list[Page]:
    """The pages of a file, read by a process whose time and memory are bounded. Raises `BriefError` when they run out."""
    try:
        told = json.loads(run_confined(__name__, data, limits.pdf_seconds, json.dumps(asdict(limits))))
    except ConfinedError:
        raise BriefError(name, *_BLOWN_UP) from None
    if "error" in told:
        raise BriefError(name, *told["error"])
    pages = (Page(**page) for page in told["pages"])
    return [replace(page, runs=tuple(Run(*run) for run in page.runs)) for page in pages]


def _answer(data: bytes, limits: Limits) -> dict[str, object]:
    try:
        pages = read_pages(data, "", limits)
        return {"pages": [{"number": page.number, "height": page.height, "runs": page.runs} for page in pages]}
    except BriefError as error:
        return {"error": (error.what, error.advice)}
    except MemoryError:
        return {"error": _BLOWN_UP}


if __name__ == "__main__":
    given = Limits(**json.loads(sys.argv[1]))
    limit_memory(given.pdf_memory)
    sys.stdout.write(json.dumps(_answer(sys.stdin.buffer.read(), given)))
