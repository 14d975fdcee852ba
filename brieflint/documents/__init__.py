"""Briefs of every supported format, read into one `Document`."""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from brieflint.documents.document import Block, BlockKind, Document, Place
from brieflint.errors import BriefError

__all__ = ["SUFFIXES", "Block", "BlockKind", "Document", "Place", "is_supported", "read", "read_bytes"]

# Readers are imported on use: a person who lints a text file should not wait for the spreadsheet of formats.
_READERS: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
}

_CONVERSIONS: dict[str, str] = {
    ".doc": "Open it in Word or LibreOffice and save it as .docx",
    ".dot": "Open it in Word or LibreOffice and save it as .docx",
    ".rtf": "Open it in Word or LibreOffice and save it as .docx",
    ".pages": "Open it in Pages and export it as Word (.docx)",
    ".msg": "Open it in Outlook and save it as .eml, or copy the message into a .txt file",
    ".xls": "Copy the words of the brief into a .txt file",
    ".xlsx": "Copy the words of the brief into a .txt file",
    ".ppt": "Copy the words of the brief into a .txt file",
    ".pptx": "Copy the words of the brief into a .txt file",
    ".zip": "Unpack it and name the brief inside",
}

SUFFIXES: frozenset[str] = frozenset(_READERS)
"""The file name endings that can be read, in lower case and with their dot."""


class _Reader(Protocol):
    def read(self, data: bytes, name: str) -> Document: ...


def is_supported(path: str | Path) -> bool:
    """Whether a file of this name can be read; only the last suffix counts."""
    return Path(path).suffix.lower() in SUFFIXES


def read(path: str | Path) -> Document:
    """Read the brief in a file. Raises `BriefError`, in words for people, when there is none to be had."""
    name = str(path)
    # A file that is not there is missing, whatever its suffix says.
    try:
        if Path(path).is_dir():
            raise BriefError(name, "this is a folder, not a brief", "Name the files in it")
        Path(path).stat()
        _find_reader(name)
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise BriefError(name, "there is no such file", "Check the name and the folder") from None
    except PermissionError:
        raise BriefError(name, "the file may not be read", "Ask its owner for permission to read it") from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise BriefError(name, f"the file cannot be read ({reason})", "Copy it to a local folder and try again") from None
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Document:
    """Read the brief in these bytes, as if they were a file of this name; a name without a suffix is taken for plain text."""
    reader = _find_reader(name)
    if data.strip():
        document = reader.read(data, name)
        if document.text.strip():
            return document
    raise BriefError(name, "the file is empty", "Check that the brief was saved, and that this is the right file")


def _find_reader(name: str) -> _Reader:
    suffix = Path(name).suffix.lower()
    module = _READERS.get(suffix, "" if suffix else "text")
    if not module:
        formats = ", ".join(sorted(SUFFIXES))
        advice = _CONVERSIONS.get(suffix, f"Save it in one of these formats: {formats}")
        raise BriefError(name, f"{suffix} files cannot be read", advice)
    return cast(_Reader, import_module(f"{__name__}.{module}"))
