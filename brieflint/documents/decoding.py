"""From bytes to text: encodings told apart, line ends made one, nothing else changed."""

import codecs
import re

from brieflint.errors import BriefError

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DISGUISES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PK\x03\x04", ".docx"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
)

WINDOWS = "windows-1252"
"""The name under which `find_encoding` gives the encoding that can spell any bytes."""
_WINDOWS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}

# The names that Python gives to encodings in which people write, those aside that need no declaration; Python knows others.
_WRITTEN = re.compile(
    r"iso8859-(?!1$)\d+|cp(?:125[013-8]|85\d|86\d|437|932|949|950)|koi8-\w|mac-\w+|big5\w*|gb\w+|euc_\w+|shift_jis\w*|"
    r"johab|tis-620|kz1048|ptcp154|(?P<escaped>iso2022_\w+|hz)"
)

_SAMPLE = 8192
_MOST = 0.9
_HIGHEST = 0x20
"""Of the first byte of any letter from Latin to Thai, and of dashes and quotation marks; all that ASCII prints is above."""


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Return the text in these bytes, without its byte order mark and with line feeds for every line end.

    UTF-8 and UTF-16 are recognised; whatever is neither is in the encoding that it is declared to be in, or else in
    Windows-1252, which can spell any bytes.
    """
    for signature, suffix in _DISGUISES:
        if data.startswith(signature):
            raise BriefError(name, f"the name says text, but inside this is a {suffix} file", f"Rename it to end in {suffix}")
    text = _decode(data, declared)
    if "\0" in text:
        raise BriefError(name, "this is not text but binary data", "Save the brief as a text file, or name the right file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str) -> str:
    mark, encoding = find_encoding(data, declared)
    if encoding == WINDOWS:
        return data.decode("latin-1").translate(_WINDOWS)
    # A byte order mark is a promise; a broken character after it is worth less than the rest of the brief.
    return data[len(mark) :].decode(encoding, "replace")


def find_encoding(data: bytes, declared: str = "") -> tuple[bytes, str]:
    """Find the byte order mark of a text, b"" when it has none, and its encoding; `WINDOWS` when no other can be."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return mark, encoding
    if encoding := _detect_utf16(data[:_SAMPLE]):
        return b"", encoding
    for encoding in _order(declared):
        try:
            data.decode(encoding)
        except UnicodeError:
            continue
        return b"", encoding
    return b"", WINDOWS


def _order(declared: str) -> tuple[str, ...]:
    """Order the encodings to try. What is valid UTF-8 is UTF-8, unless it may be one of those made of ASCII throughout."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return ("utf-8",)
    written = _WRITTEN.fullmatch(name)
    if written is None:
        return ("utf-8",)
    return (name, "utf-8") if written["escaped"] else ("utf-8", name)


def _detect_utf16(sample: bytes) -> str:
    """Tell UTF-16 without its mark by its high bytes: those of the alphabets are small numbers, many of them zero."""
    if 0 not in sample or len(sample) == 1:
        return ""
    left, right = sample[0::2], sample[1::2]
    if _hold_letters(low=left, high=right):
        return "utf-16-le"
    return "utf-16-be" if _hold_letters(low=right, high=left) else ""


def _hold_letters(*, low: bytes, high: bytes) -> bool:
    small = sum(byte <= _HIGHEST for byte in high)
    return 0 in high and small >= len(high) * _MOST and low.count(0) <= len(low) * (1 - _MOST)
