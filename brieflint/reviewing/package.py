"""The package of a Word file, given back part by part: only the parts that were changed differ."""

from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.office.archive import Archive
from brieflint.documents.word.names import VALUE, is_on, w
from brieflint.documents.word.package import Package
from brieflint.errors import BriefError
from brieflint.reviewing.markup import Markup

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The hour of a part that is new, so that the same review gives the same bytes."""
_PROTECTION, _ENFORCED, _EDITS = w("documentProtection"), w("enforcement"), w("edit")
_SIGNATURES = "_xmlsignatures/"


@dataclass(slots=True)
class Parts:
    """The parts of a Word file, some of them changed, new or gone (None)."""

    package: Package
    changed: dict[str, bytes | None] = field(default_factory=dict)

    @property
    def archive(self) -> Archive:
        """The package as it was."""
        return self.package.archive

    def read(self, name: str) -> bytes | None:
        """Read a part as it is now, None when there is none."""
        if name in self.changed:
            return self.changed[name]
        return self.archive.read(name) if name in self.archive else None

    def open(self, name: str) -> Markup:
        """Parse a part that is there, as it is now. Raises `BriefError`."""
        xml = self.read(name) or b""
        try:
            return Markup(xml, self.package.parse_xml(xml))
        except ValueError:
            raise self.unfit("a part of this file is not written in UTF-8") from None

    def unfit(self, what: str) -> BriefError:
        """Say that a file is built in a way in which nothing can be put into it."""
        return BriefError(self.package.name, what, "Open it in Word and save it again")

    def pack(self) -> bytes:
        """Write the package: every part in its old place, new ones behind."""
        packed = BytesIO()
        with ZipFile(packed, "w") as package:
            for name, entry in self.archive.entries.items():
                content = self.read(name)
                if content is not None:
                    package.writestr(_copy(entry), content)
            for name in sorted(name for name in self.changed if name not in self.archive):
                content = self.changed[name]
                if content is not None:
                    package.writestr(_copy(ZipInfo(name, EPOCH), ZIP_DEFLATED), content)
        return packed.getvalue()


def open_parts(data: bytes, name: str, limits: Limits = DEFAULT) -> Parts:
    """Open a Word file that may be changed. Raises `BriefError`, kindly, for what is signed or protected against it."""
    package = Package(data, name, limits)
    if any(part.startswith(_SIGNATURES) for part in package.archive.entries):
        raise BriefError(
            name,
            "this file is signed, and its signature would no longer hold",
            "Ask for an unsigned copy, or save one in Word (File > Save a copy, then remove the signature)",
        )
    if find_protection(package) in ("readOnly", "forms"):
        raise BriefError(
            name,
            "its author has protected this file against changes",
            "Ask for an unprotected copy, or stop the protection in Word (Review > Restrict editing)",
        )
    return Parts(package)


def find_protection(package: Package) -> str:
    """What the file still allows: "readOnly", "forms", "comments" or "trackedChanges"; "" when it is not protected."""
    settings = package.find("settings")
    protection = settings.find(_PROTECTION) if settings is not None else None
    if protection is None or not _is_enforced(protection):
        return ""
    kind = protection.get(_EDITS, "")
    return "" if kind == "none" else kind


def _is_enforced(protection: Element) -> bool:
    return is_on(Element("switch", {VALUE: protection.get(_ENFORCED, "0")}))


def _copy(entry: ZipInfo, compression: int | None = None) -> ZipInfo:
    """What the package says of a part, without the sizes that it will have anew."""
    copy = ZipInfo(entry.filename, entry.date_time)
    copy.compress_type = entry.compress_type if compression is None else compression
    copy.external_attr, copy.internal_attr = entry.external_attr, entry.internal_attr
    copy.create_system, copy.comment = entry.create_system, entry.comment
    return copy
