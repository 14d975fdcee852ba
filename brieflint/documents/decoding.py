"""From bytes to text: encodings told apart, line ends made one, nothing else changed."""

import codecs

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

_WINDOWS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}

_SAMPLE = 8192
_MOST = 0.9
_HIGHEST = 0x20
"""Of the first byte of any letter from Latin to Thai, and of dashes and quotation marks; all that ASCII prints is above."""


def decode(data: bytes, name: str) -> str:
    """Return the text in these bytes, without its byte order mark and with line feeds for every line end.

    UTF-8 and UTF-16 are recognised; whatever is neither is Windows-1252, which can spell any bytes.
    """
    for signature, suffix in _DISGUISES:
        if data.startswith(signature):
            raise BriefError(name, f"the name says text, but inside this is a {suffix} file", f"Rename it to end in {suffix}")
    text = _decode(data)
    if "\0" in text:
        raise BriefError(name, "this is not text but binary data", "Save the brief as a text file, or name the right file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            # A byte order mark is a promise; a broken character after it is worth less than the rest of the brief.
            return data[len(mark) :].decode(encoding, "replace")
    if encoding := _detect_utf16(data[:_SAMPLE]):
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_WINDOWS)


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
