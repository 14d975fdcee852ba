"""One brief: from its bytes to what is said of it, which is remembered, as is the text of documents that are slow to read."""

from dataclasses import dataclass, replace
from pathlib import PurePath

from brieflint.checking import check_document
from brieflint.documents import Document, read_bytes
from brieflint.errors import BriefError
from brieflint.grounds import Grounds
from brieflint.linting.report import BriefReport, Unreadable
from brieflint.scanning.memory import Memory

SLOW = (".pdf",)
"""What takes longer to read than to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief to be judged, its bytes, and the grounds; what is said of it is remembered under `key`.

    It is reported by its path and read by its name, which differ for standard input.
    """

    key: str
    path: str
    name: str
    data: bytes
    grounds: Grounds


def judge_brief(brief: Brief, memory: Memory) -> BriefReport | Unreadable:
    """What is said of a brief. Raises `PatternError`."""
    try:
        document = replace(_read(brief.data, brief.name, memory), path=brief.path)
        report = check_document(document, brief.grounds)
    except BriefError as error:
        return Unreadable(path=brief.path, error=str(error))
    memory.keep(brief.key, report, brief.grounds)
    return report


def _read(data: bytes, name: str, memory: Memory) -> Document:
    slow = PurePath(name).suffix.lower() in SLOW
    if slow and (known := memory.recall_document(data, name)):
        return known
    document = read_bytes(data, name)
    if slow:
        memory.keep_document(data, name, document)
    return document
