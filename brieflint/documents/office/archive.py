"""Zip packages, read in memory and within bounds: nothing is unpacked to disk, and nothing may grow out of proportion."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from brieflint.documents.limits import DEFAULT, Limits
from brieflint.errors import BriefError

RATIO_GRACE = 4 * 2**20
"""A short part may shrink as far as it likes: a form of a thousand empty rows does, and is harmless."""

_CHUNK = 2**16
_DIRECTORY_ENTRY = b"PK\x01\x02"
_DIRECTORY_END = b"PK\x05\x06"
_DIRECTORY_END_LARGE = b"PK\x06\x07"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

# What zipfile is known to raise on damaged packages, besides its own error.
_DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, ValueError, IndexError, OverflowError, RuntimeError, struct.error)


@dataclass(slots=True)
class Budget:
    """How many bytes may still come out of a package, and of all the packages inside it."""

    left: int


class Archive:
    """The parts of a zip package by their names inside it, inflated on demand."""

    def __init__(
        self, data: bytes, name: str, limits: Limits = DEFAULT, budget: Budget | None = None, grace: int = RATIO_GRACE
    ) -> None:
        self.name = name
        self.limits = limits
        self._budget = budget or Budget(limits.document_bytes)
        self._grace = grace
        self._sizes: dict[str, int] = {}
        if data.startswith(_OLE):
            raise self.locked() if _ENCRYPTED in data else _outdated(name)
        # Counted before zipfile makes an object of each.
        if len(data) > limits.file_bytes or _count_entries(data) > limits.package_files:
            raise self.oversized()
        try:
            self._zip = ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise self.damaged() from error
        self._entries: dict[str, ZipInfo] = {}
        for entry in self._zip.infolist():
            part = entry.filename.replace("\\", "/").lstrip("/")
            if ".." in part.split("/"):
                raise BriefError(name, "this file holds a path that leads out of it", "Ask its sender for a clean copy")
            self._entries[part] = entry

    @property
    def entries(self) -> Mapping[str, ZipInfo]:
        """Get what the package says of its parts."""
        return self._entries

    def __contains__(self, part: object) -> bool:
        return part in self._entries

    def read(self, part: str) -> bytes:
        """Inflate a part that is there."""
        entry = self._entries[part]
        if entry.flag_bits & 1:
            raise self.locked()
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self.damaged()
        # A part that is read again takes no more room than before.
        self._budget.left += self._sizes.pop(part, 0)
        try:
            content = b"".join(self._inflate(entry))
        except _DAMAGE as error:
            raise self.damaged() from error
        self._sizes[part] = len(content)
        return content

    def _inflate(self, entry: ZipInfo) -> Iterator[bytes]:
        # The sizes that an entry claims are not to be trusted, so those that come out are counted.
        size = 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._budget.left -= len(chunk)
                disproportionate = size > self._grace and size > self.limits.ratio * entry.compress_size
                if disproportionate or size > self.limits.part_bytes or self._budget.left < 0:
                    raise self.oversized()
                yield chunk

    def damaged(self) -> BriefError:
        """Say that the package is broken."""
        return BriefError(
            self.name,
            "this file is damaged or was not copied in full",
            "Get a fresh copy, or open it in Word or LibreOffice and save it again",
        )

    def locked(self) -> BriefError:
        """Say that the words are encrypted."""
        return BriefError(
            self.name,
            "this file is protected with a password",
            "Open it with the password and save a copy without one",
        )

    def oversized(self) -> BriefError:
        """Say that the package grows beyond all bounds."""
        return BriefError(
            self.name,
            "this file unpacks to far more than any brief",
            "If it is one all the same, copy its words into a .txt file",
        )


def _count_entries(data: bytes) -> int:
    """Count the entries of the directory, which ends the package; the parts may have directories of their own."""
    end = len(data) - 22 if data[-22:-18] == _DIRECTORY_END else data.rfind(_DIRECTORY_END)
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    # Packages beyond four gigabytes say the size elsewhere.
    start = 0 if data[end - 20 : end - 16] == _DIRECTORY_END_LARGE else max(0, end - size)
    return data.count(_DIRECTORY_ENTRY, start, max(0, end))


def _outdated(name: str) -> BriefError:
    return BriefError(
        name,
        "the name says otherwise, but inside this is an old binary Office file (.doc)",
        "Open it in Word or LibreOffice and save it as .docx",
    )
