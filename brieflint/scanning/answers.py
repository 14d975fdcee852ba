"""Whole answers: the same question about files that have not changed gets the answer that it got before.

An answer is kept with everything that was looked at on the way to it, each with a mark of what was seen there, also that
nothing was. It holds for as long as all of these look the same. To see that takes a moment, and nothing of brieflint that
reads briefs.
"""

import json
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from brieflint.scanning.stamp import read_stamp
from brieflint.scanning.store import Store, make_key

NOTHING = "-"
UNKNOWN = "?"
"""The mark of what cannot be looked at; an answer that rests on it is not kept."""
GRANULARITY = 20_000_000
"""Nanoseconds by which the time of a file may lag behind the clock."""
LONGEST = 16 << 20
"""Characters of the longest answer that is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was printed, and the exit code; `day` (ISO 8601) is the only one on which it holds, "" for any."""

    text: str
    status: int
    day: str = ""


class Answers:
    """The answers in a store to questions, which are all the words that decide what is asked."""

    def __init__(self, store: Store, question: Iterable[str]) -> None:
        self._store = store
        self._key = make_key("answer", read_stamp(store).program, *question)

    def find(self, today: str) -> Answer | None:
        """The answer, if there is one that holds."""
        told = self._store.get(self._key)
        if told is None:
            return None
        head, _, text = told.partition(b"\n")
        try:
            day, status, seen = json.loads(head)
            if day in ("", today) and all(look(place) == mark for place, mark in seen):
                return Answer(text=text.decode("utf-8", "surrogatepass"), status=int(status), day=day)
        except (ValueError, TypeError, RecursionError):
            pass
        return None

    def keep(self, answer: Answer, places: Iterable[str], since: int) -> None:
        """Keep an answer that rests on these places, unless one of them changed after `since` (nanoseconds)."""
        seen = [(place, look(place)) for place in places]
        if len(answer.text) > LONGEST or any(mark == UNKNOWN or _changed(place, since) for place, mark in seen):
            return
        head = json.dumps([answer.day, answer.status, seen])
        self._store.put(self._key, f"{head}\n{answer.text}".encode("utf-8", "surrogatepass"))


def look(place: str) -> str:
    """A mark of what is at a place: the bytes of a file, or the names and kinds of what lies in a folder."""
    try:
        mode = os.stat(place).st_mode  # noqa: PTH116 - a thousand times a run
        if stat.S_ISDIR(mode):
            with os.scandir(place) as entries:
                kinds = sorted(f"{entry.name}\0{entry.is_symlink()}\0{entry.is_dir()}\0{entry.is_file()}" for entry in entries)
            return "folder " + make_key(*kinds)
        if stat.S_ISREG(mode):
            return "file " + blake2b(Path(place).read_bytes(), digest_size=20).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return NOTHING
    except (OSError, ValueError):
        pass
    return UNKNOWN


def _changed(place: str, since: int) -> bool:
    """Whether what is at a place may have changed since a time, so that something else was read there."""
    with suppress(OSError, ValueError):
        state = Path(place).stat()
        return max(state.st_mtime_ns, state.st_ctime_ns) > since - GRANULARITY
    return False
