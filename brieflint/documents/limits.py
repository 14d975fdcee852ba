"""How much is read of what comes from strangers: all bounds in one place, so that no file fills the memory or the day."""

from dataclasses import dataclass, field

from brieflint.errors import BriefError

MIB = 2**20
RAISE = 16
"""So many times its default a limit may be set to: what comes with the briefs may be a configuration, too."""


def _limit(most: int, about: str) -> int:
    most_set: int = field(default=most, metadata={"about": about})
    return most_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most of each thing that is read. What is beyond is an error that names the file, and the other files are read."""

    file_bytes: int = _limit(256 * MIB, "Size of a file.")
    characters: int = _limit(5_000_000, "Characters of the text of a brief, about two thousand pages.")
    package_files: int = _limit(10_000, "Files in a .zip, or parts in a .docx or .odt.")
    package_depth: int = _limit(2, "Packages in packages: a .zip, and one in it.")
    package_bytes: int = _limit(512 * MIB, "Size of all briefs in a .zip, unpacked.")
    document_bytes: int = _limit(128 * MIB, "Size of all parts of a .docx or .odt, unpacked.")
    part_bytes: int = _limit(64 * MIB, "Size of one file in a .zip, or one part of a .docx or .odt, unpacked.")
    ratio: int = _limit(200, "How many times larger a part may become when it is unpacked.")
    xml_tags: int = _limit(3_000_000, "Tags and attributes in a part of a .docx or .odt.")
    html_tags: int = _limit(400_000, "Tags in a page of HTML.")
    html_characters: int = _limit(16 * MIB, "Characters of a page of HTML with its tags, pictures aside.")
    mail_bytes: int = _limit(64 * MIB, "Size of a message.")
    mail_depth: int = _limit(5, "Messages in messages.")
    attachments: int = _limit(200, "Files attached to a message.")
    pdf_pages: int = _limit(2_000, "Pages of a PDF.")
    pdf_seconds: int = _limit(60, "Seconds to read a PDF.")
    pdf_memory: int = _limit(2048 * MIB, "Bytes of memory to read a PDF that could grow.")

    def check_size(self, size: int, name: str) -> None:
        """See that a file of so many bytes may be read. Raises `BriefError`."""
        if size > self.file_bytes:
            raise BriefError(
                name,
                "this file is far larger than any brief",
                "Name the brief itself, or copy its words into a .txt file",
            )

    def check_text(self, text: str, name: str) -> str:
        """Hand a text on when it is short enough. Raises `BriefError`."""
        if len(text) > self.characters:
            raise BriefError(
                name,
                f"this text has {len(text):,} characters, and {self.characters:,} is the most",
                "Name the brief itself, or raise limits.characters in brieflint.toml",
            )
        return text


DEFAULT = Limits()
