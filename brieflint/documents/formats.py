"""Which reader reads what, by the suffix of a name; and what to do about files that none of them reads."""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from brieflint.documents.document import Document
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.errors import BriefError

# Readers are imported on use: a person who lints a text file should not wait for the spreadsheet of formats.
_READERS: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".eml": "mail",
}

_SHEETS: dict[str, str] = {".csv": "comma_separated", ".xlsx": "workbook", ".xlsm": "workbook"}
"""Spreadsheets. They are read when they are named or belong to a package of one buy, and are no briefs by themselves."""

_CONVERSIONS: dict[str, str] = {
    ".doc": "Open it in Word or LibreOffice and save it as .docx",
    ".dot": "Open it in Word or LibreOffice and save it as .docx",
    ".docm": "Open it in Word and save it as .docx",
    ".dotx": "Open it in Word and save it as .docx",
    ".dotm": "Open it in Word and save it as .docx",
    ".rtf": "Open it in Word or LibreOffice and save it as .docx",
    ".pages": "Open it in Pages and export it as Word (.docx)",
    ".msg": "Open it in Outlook and save it as .eml, or copy the message into a .txt file",
    ".xls": "Open it in Excel or LibreOffice and save it as .xlsx",
    ".ods": "Open it in LibreOffice and save it as .xlsx",
    ".ppt": "Copy the words of the brief into a .txt file",
    ".pptx": "Copy the words of the brief into a .txt file",
    ".zip": "Unpack it and name the brief inside",
}

SUFFIXES: frozenset[str] = frozenset(_READERS)
"""The file name endings that can be read, in lower case and with their dot."""


class Reader(Protocol):
    """What the module of each format offers."""

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read the brief in these bytes; `name` is for messages and for the document's path."""


def is_supported(path: str | Path) -> bool:
    """Whether a file of this name can be read as a brief; only the last suffix counts."""
    return Path(path).suffix.lower() in SUFFIXES


def is_sheet(path: str | Path) -> bool:
    """Whether a file of this name is a spreadsheet that can be read."""
    return Path(path).suffix.lower() in _SHEETS


def is_plain(path: str | Path) -> bool:
    """Whether the text of a document of this name is the text of its file, so that lines and offsets are the file's."""
    suffix = Path(path).suffix.lower()
    return _READERS.get(suffix, "" if suffix else "text") in ("text", "markdown")


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the brief in these bytes, as if they were a file of this name; a name without a suffix is taken for plain text."""
    reader = find_reader(name)
    limits.check_size(len(data), name)
    if data.strip():
        document = reader.read(data, name, limits)
        limits.check_text(document.text, name)
        if document.text.strip():
            return document
    raise BriefError(name, "the file is empty", "Check that the brief was saved, and that this is the right file")


def find_reader(name: str) -> Reader:
    """Find the reader for a file of this name. Raises `BriefError`, with the way to convert it, when there is none."""
    suffix = Path(name).suffix.lower()
    module = (_READERS | _SHEETS).get(suffix, "" if suffix else "text")
    if not module:
        formats = ", ".join(sorted(SUFFIXES))
        advice = _CONVERSIONS.get(suffix, f"Save it in one of these formats: {formats}")
        raise BriefError(name, f"{suffix} files cannot be read", advice)
    return cast(Reader, import_module(f"brieflint.documents.{module}"))
