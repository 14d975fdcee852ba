"""Edits put into the bytes of a text file, every other byte left as it was, and shown as a difference."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import unified_diff

from brieflint.documents.decoding import WINDOWS, find_encoding
from brieflint.errors import BriefError
from brieflint.linting.finding import Edit

NEWLINE = re.compile(r"\r\n|\r|\n")
CONTEXT = 3
"""Unchanged lines shown on either side of a change."""


def splice(data: bytes, edits: Sequence[Edit], path: str) -> bytes:
    """The bytes of a text file with edits made: encoding, byte order mark and line ends stay, and so does all other text.

    Offsets of the edits are those of the decoded text with line feeds for line ends, as documents have it. Of edits that
    overlap the first one counts. Raises `BriefError` when the file holds characters that are broken.
    """
    mark, encoding = find_encoding(data)
    codec = "latin-1" if encoding == WINDOWS else encoding
    body = data[len(mark) :].decode(codec, "replace")
    if body.encode(codec, "replace") != data[len(mark) :]:
        raise BriefError(path, f"some characters in it are no {encoding.upper()}", "Save it anew in an editor and try again")
    folded = [at.start() - number for number, at in enumerate(re.finditer(r"\r\n", body))]
    pieces: list[str] = []
    done = 0
    for edit in choose_edits(edits):
        start, end = (offset + bisect_left(folded, offset) for offset in (edit.spot.start, edit.spot.end))
        pieces += [body[done:start], _keep_newlines(edit.text, body[start:end])]
        done = end
    return mark + "".join([*pieces, body[done:]]).encode(codec)


def choose_edits(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits in their order; of those that overlap the first one."""
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.spot.start, edit.spot.end)):
        if not chosen or edit.spot.start >= chosen[-1].spot.end:
            chosen.append(edit)
    return tuple(chosen)


def _keep_newlines(text: str, replaced: str) -> str:
    newline = NEWLINE.search(replaced)
    return text.replace("\n", newline[0]) if newline else text


def diff(path: str, before: bytes, after: bytes) -> str:
    """The unified difference of two versions of a text file, "" when they are the same; `patch -p0` applies it."""
    lines = unified_diff(_read_lines(before), _read_lines(after), path, path, n=CONTEXT)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _read_lines(data: bytes) -> list[str]:
    _, encoding = find_encoding(data)
    return list(_split(data.decode("cp1252" if encoding == WINDOWS else encoding, "replace")))


def _split(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end
