"""The way from a file to the same file with the right name in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brieflint.checking import check_document
from brieflint.documents import Document, is_package, is_plain, read_bytes
from brieflint.documents.files import load
from brieflint.errors import BriefError
from brieflint.grounds import GroundsFinder
from brieflint.language.letters import plain
from brieflint.linting.finding import Edit, Spot
from brieflint.storage import UnfitFileError, read_whole, write_whole
from brieflint.writing.fix import splice

ROUNDS = 4
"""A name that does not settle in so many rounds is left to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A file before and after its fix.

    `applied` are the edits of all rounds, `held` those that are not safe and were not asked for, `left` the places in
    which the sentence has no room for a name. `kept` are the lines that hold the words of a changed label still, where they
    did not seem to stand for this work.
    """

    path: str
    before: bytes
    after: bytes
    applied: tuple[Edit, ...]
    held: tuple[Edit, ...]
    left: tuple[Spot, ...]
    kept: tuple[tuple[int, str], ...] = ()


def fix_path(path: str, unsafe: bool = False, finder: GroundsFinder | None = None) -> Fixed:
    """Write the right name wherever the wrong one stands for the work; the file itself is not touched.

    It is read again after every round, so that a fixed file needs no fix. Raises `BriefError`, also for files that are
    neither text nor Markdown, `ConfigError` and `PatternError`.
    """
    if not is_plain(path) or is_package(path):
        advice = f"brieflint draft {path} -o corrected.md writes the corrected brief from any file that can be read"
        if path.lower().endswith(".docx"):
            advice += f"; brieflint annotate {path} -o reviewed.docx --suggest makes tracked changes"
        raise BriefError(path, "fix changes text and Markdown files only", advice)
    grounds = (finder or GroundsFinder()).find(path)
    limits = grounds.settings.limits
    before = load(path, limits)
    data, applied = before, list[Edit]()
    for _ in range(ROUNDS):
        document = read_bytes(data, path, limits)
        fixes = [finding for finding in check_document(document, grounds).findings if finding.fix]
        edits = [edit for finding in fixes if finding.fix and (unsafe or finding.fix.safe) for edit in finding.fix.edits]
        if not edits:
            held = tuple(dict.fromkeys(edit for finding in fixes if finding.fix for edit in finding.fix.edits))
            left = tuple(dict.fromkeys(spot for finding in fixes if finding.fix for spot in finding.fix.left))
            kept = tuple(_find_words(applied, document))
            return Fixed(path=path, before=before, after=data, applied=tuple(applied), held=held, left=left, kept=kept)
        data = splice(data, edits, path)
        applied += edits
    raise BriefError(
        path, "no name settles here: with each one, the text reads differently", "Ask brieflint check what it says"
    )


def write_fixed(fixed: Fixed) -> None:
    """Write a fix to its file, whole or not at all. Raises `BriefError`, also when the file is no longer what was fixed."""
    path = Path(fixed.path)
    try:
        if read_whole(path, len(fixed.before)) == fixed.before:
            write_whole(path, fixed.after)
            return
    except UnfitFileError:
        pass
    except OSError as error:
        what = f"the file cannot be written ({error.strerror})"
        raise BriefError(fixed.path, what, "Check its permissions") from None
    raise BriefError(fixed.path, "somebody else changed the file in the meantime, and it stays as it is", "Run this again")


def _find_words(applied: Sequence[Edit], document: Document) -> Iterator[tuple[int, str]]:
    """Find the lines in which the words of labels stand that were changed elsewhere."""
    labels = {re.sub(r"^an? ", "", " ".join(plain(edit.spot.text).lower().split())) for edit in applied}
    if labels:
        words = "|".join(re.escape(label).replace("\\ ", r"\s+") for label in sorted(labels))
        for at in re.finditer(rf"\b(?:{words})\b", document.text, re.IGNORECASE):
            yield document.position(at.start())[0], at[0]
