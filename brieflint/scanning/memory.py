"""What was said of briefs before, by their bytes and everything that decides what is said of them."""

import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import PurePath

import msgspec

from brieflint.configuration.settings import Settings
from brieflint.documents import Document, Limits
from brieflint.grounds import Grounds
from brieflint.knowledge.folder import COMPILED
from brieflint.knowledge.packs import Pack
from brieflint.linting.report import BriefReport
from brieflint.scanning.stamp import Stamp, read_stamp
from brieflint.scanning.store import Store, make_key

ELSEWHERE = ("exclude", "include", "gitignore", "patterns", "baseline", "origins", "files")
"""Settings that decide nothing themselves: what they name counts with its content."""
DECISIVE = tuple(field.name for field in fields(Settings) if field.name not in ELSEWHERE)
DAMAGED = (zlib.error, msgspec.DecodeError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report, and the day (ISO 8601) for which alone it holds when remarks in the brief end on some day, else ""."""

    report: BriefReport
    day: str = ""


_write = msgspec.msgpack.Encoder().encode
_read_kept = msgspec.msgpack.Decoder(Kept).decode
_read_document = msgspec.msgpack.Decoder(Document).decode


class Memory:
    """Reports, and the text of documents that are slow to read, in a store; without one, nothing is remembered."""

    def __init__(self, store: Store | None) -> None:
        self.store = store
        self._stamp = read_stamp(store) if store else Stamp("", "")

    def name_report(self, data: bytes, path: str, grounds: Grounds) -> str:
        """The key of the report on these bytes; of their path only the ending counts, which says how they are read."""
        return make_key("report", self._stamp.program, describe_grounds(grounds), PurePath(path).suffix.lower(), data)

    def recall(self, key: str, path: str, grounds: Grounds) -> BriefReport | None:
        """The report under a key, as one on the brief at this path."""
        if told := self._get(key):
            try:
                kept = _read_kept(zlib.decompress(told))
            except DAMAGED:
                return None
            if kept.day in ("", grounds.today.isoformat()):
                return move(kept.report, path)
        return None

    def keep(self, key: str, report: BriefReport, grounds: Grounds) -> None:
        """Remember a report."""
        day = grounds.today.isoformat() if report.suppressions else ""
        self._put(key, Kept(report=report, day=day))

    def recall_document(self, data: bytes, name: str, limits: Limits) -> Document | None:
        """The document that was read from these bytes within these limits."""
        if told := self._get(self._name_document(data, name, limits)):
            try:
                return replace(_read_document(zlib.decompress(told)), path=name)
            except DAMAGED:
                return None
        return None

    def keep_document(self, data: bytes, name: str, limits: Limits, document: Document) -> None:
        """Remember a document."""
        self._put(self._name_document(data, name, limits), document)

    def _get(self, key: str) -> bytes | None:
        return self.store.get(key) if self.store else None

    def _put(self, key: str, value: Kept | Document) -> None:
        if self.store:
            # What is no text cannot be kept, and names of files may hold such bytes.
            with suppress(UnicodeEncodeError):
                self.store.put(key, zlib.compress(_write(value), 1))

    def _name_document(self, data: bytes, name: str, limits: Limits) -> str:
        return make_key("document", self._stamp.documents, repr(limits), PurePath(name).suffix.lower(), data)


def move(report: BriefReport, path: str) -> BriefReport:
    """A report as one on the same bytes at another path."""
    return replace(report, path=path, document=report.document and replace(report.document, path=path))


def describe_grounds(grounds: Grounds) -> str:
    """Everything in the grounds that decides what is said, but for the day."""
    settings = [getattr(grounds.settings, name) for name in DECISIVE]
    return repr((settings, [_describe_pack(pack) for pack in grounds.packs], grounds.known))


@lru_cache(maxsize=16)
def _describe_pack(pack: Pack) -> Sequence[str]:
    """What a pack holds, and which readers were trained for it."""
    compiled = pack.folder / COMPILED
    return (pack.digest, make_key(compiled.read_bytes()) if compiled.is_file() else "")
