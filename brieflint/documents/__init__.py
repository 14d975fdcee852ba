"""Briefs of every supported format, read into one `Document`."""

from brieflint.documents.document import Block, BlockKind, Document, Place, Remark
from brieflint.documents.files import is_package, load_brief, read
from brieflint.documents.formats import SUFFIXES, is_plain, is_supported, read_bytes
from brieflint.documents.limits import Limits

__all__ = [
    "SUFFIXES",
    "Block",
    "BlockKind",
    "Document",
    "Limits",
    "Place",
    "Remark",
    "is_package",
    "is_plain",
    "is_supported",
    "load_brief",
    "read",
    "read_bytes",
]
