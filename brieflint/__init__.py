"""brieflint: does the engagement model that a vendor brief names match the one that it describes?

>>> import brieflint
>>> report = brieflint.check("IT outsourcing\\n\\nYour developer joins our sprints and takes direction from our lead.")
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from brieflint.documents import Document
    from brieflint.linting.report import BriefReport

__version__ = "0.1.0"
__all__ = ["__version__", "check", "read"]


def check(brief: "str | Path | Document", patterns: "Sequence[str | Path]" = ()) -> "BriefReport":
    """Check a text, the file at a `Path`, or a Document; `patterns` are folders of your own over the shipped patterns.

    Raises `BriefError` when a file cannot be read, `PatternError` when patterns are wrong.
    Remarks in the brief count; configuration files are not looked for (`brieflint.checking.check_paths` does so).
    """
    from pathlib import Path

    from brieflint.checking import check_document
    from brieflint.documents import read, read_bytes
    from brieflint.grounds import Grounds
    from brieflint.knowledge.packs import open_packs

    grounds = Grounds(packs=open_packs(patterns))
    if isinstance(brief, Path):
        return check_document(read(brief), grounds)
    if isinstance(brief, str):
        return check_document(read_bytes(brief.encode(), "-"), grounds)
    return check_document(brief, grounds)


def read(path: "str | Path") -> "Document":
    """The Document of a file: its text, blocks and places. Raises `BriefError`."""
    from brieflint.documents import read as read_file

    return read_file(path)
