"""Who wrote a remark and when: what the comment in a Word file says of itself, or git of the line."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from brieflint.documents.document import Remark

TIMEOUT = 20.0
"""Seconds that git may take for one line."""
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who and when (ISO 8601), and what says so: "comment", "git", or "" when nothing does."""

    who: str = ""
    when: str = ""
    source: str = ""


def find_author(path: str, remark: Remark) -> Author:
    """The author of a remark in a file, as far as anything tells."""
    if remark.author or remark.date:
        return Author(who=remark.author, when=remark.date, source="comment")
    return _blame(Path(path), remark.line) if remark.line else Author()


def _blame(path: Path, line: int) -> Author:
    """What git says of a line; nothing without git, outside a repository, and of lines that were not committed yet."""
    command = [*_GIT, "blame", "--porcelain", "-L", f"{line},{line}", "--", path.name]
    try:
        done = subprocess.run(command, cwd=path.parent, capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return Author()
    told = done.stdout.decode("utf-8", "replace").splitlines()
    commit = told[0].partition(" ")[0] if told and not done.returncode else ""
    if not commit.strip("0"):
        return Author()
    fields = dict(entry.partition(" ")[::2] for entry in told[1:] if not entry.startswith("\t"))
    when = datetime.fromtimestamp(int(fields.get("author-time", "0")), UTC)
    who = f"{fields.get('author', '')} {fields.get('author-mail', '')}".strip()
    return Author(who=who, when=when.strftime("%Y-%m-%dT%H:%M:%SZ"), source="git")
