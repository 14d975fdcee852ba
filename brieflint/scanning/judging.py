"""One brief: from its bytes to what is said of it, which is remembered, as is the text of documents that are slow to read."""

from dataclasses import dataclass, replace
from pathlib import PurePath

from brieflint.checking import check_document
from brieflint.documents import Document, read_bytes
from brieflint.errors import BriefError, PatternError
from brieflint.grounds import Grounds
from brieflint.linting.report import BriefReport, Unreadable
from brieflint.scanning.memory import Memory

APART = "The others are not affected; take it out, or look at it by itself"
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
        document = replace(_read(brief, memory), path=brief.path)
        report = check_document(document, brief.grounds)
    except BriefError as error:
        return Unreadable(path=brief.path, error=str(error))
    memory.keep(brief.key, report, brief.grounds)
    return report


def judge_safely(brief: Brief, memory: Memory) -> BriefReport | Unreadable | PatternError:
    """What is said of one of several briefs: whatever goes wrong with it, the others are not to pay for it.

    Raises `MemoryError`, after which nothing can be relied on.
    """
    try:
        return judge_brief(brief, memory)
    except PatternError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:
        what = f"{type(error).__name__}: {error}"[:200]
        told = f"{brief.name}: brieflint itself failed at it ({what}). Please report it. {APART}."
        return Unreadable(path=brief.path, error=told)


def _read(brief: Brief, memory: Memory) -> Document:
    data, name, limits = brief.data, brief.name, brief.grounds.settings.limits
    slow = PurePath(name).suffix.lower() in SLOW
    if slow and (known := memory.recall_document(data, name, limits)):
        return known
    document = read_bytes(data, name, limits)
    if slow:
        memory.keep_document(data, name, limits, document)
    return document
