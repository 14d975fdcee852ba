"""Known findings: an old repository is adopted with them, and only what is new is reported.

A finding is known again by its rule and its sentence, and by which of several with the same two it is. So it stays known when
the rest of the file is edited or moved about, and it is new when its own sentence changes. Paths are relative to the file.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any

from brieflint.documents.document import Document
from brieflint.errors import ConfigError
from brieflint.language.reading import Reading
from brieflint.linting.finding import Finding
from brieflint.reporting.plainjson import dump
from brieflint.storage import read_text

SCHEMA = "brieflint-baseline/1"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A known finding. `text` are the words it pointed at, for people; only rule and fingerprint are compared."""

    path: str
    rule: str
    fingerprint: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The known findings of a file, by the path of the brief from the folder of that file."""

    path: Path
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def find(self, brief: str) -> tuple[Entry, ...]:
        """The known findings of a brief."""
        return self.entries.get(name_brief(brief, self.path), ())


def fingerprint(document: Document, reading: Reading, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their fingerprints."""
    seen: Counter[tuple[str, str]] = Counter()
    marks: dict[int, str] = {}
    for number in sorted(range(len(findings)), key=lambda number: _place(findings[number])):
        key = findings[number].rule, _normalise(_find_sentence(document, reading, findings[number]))
        seen[key] += 1
        marks[number] = sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()[:16]
    return tuple(replace(finding, fingerprint=marks[number]) for number, finding in enumerate(findings))


def load_baseline(path: Path) -> Baseline:
    """Read known findings, once for as long as the file stays the same. Raises `ConfigError`."""
    whole = path.absolute()
    try:
        state = whole.stat()
    except OSError:
        return read_baseline(path)
    return _read_once(whole, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read_once(path: Path, *_state: int) -> Baseline:
    return read_baseline(path)


def read_baseline(path: Path) -> Baseline:
    """Read known findings. Raises `ConfigError`."""
    try:
        plain: Any = json.loads(read_text(path))
        if plain["schema"] != SCHEMA:
            raise ConfigError([f"{path}: this baseline is of another kind ({plain['schema']}); write it anew"])
        entries = {
            brief: tuple(
                Entry(path=brief, rule=str(item["rule"]), fingerprint=str(item["fingerprint"]), text=str(item["text"]))
                for item in items
            )
            for brief, items in plain["findings"].items()
        }
    except FileNotFoundError:
        raise ConfigError(
            [f"{path}: there is no such baseline. Check the name, or write it: brieflint baseline write PATH --output {path}"]
        ) from None
    except OSError as error:
        raise ConfigError([f"{path}: the baseline cannot be read ({error.strerror})"]) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ConfigError(
            [f"{path}: this is no baseline. Write it anew: brieflint baseline write PATH --output {path}"]
        ) from None
    return Baseline(path=path, entries=entries)


def write_baseline(entries: Iterable[Entry]) -> str:
    """Known findings as JSON: the same text for the same findings, in whichever order they come."""
    found: dict[str, list[dict[str, str]]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.fingerprint)):
        known = {"rule": entry.rule, "fingerprint": entry.fingerprint, "text": entry.text}
        found.setdefault(entry.path, []).append(known)
    return dump({"schema": SCHEMA, "findings": found}, indent=1) + "\n"


def name_brief(brief: str, beside: Path) -> str:
    """The path of a brief from the folder of another file."""
    return PurePath(os.path.relpath(brief, beside.absolute().parent)).as_posix()


def make_entry(finding: Finding, brief: str) -> Entry:
    """A finding with a fingerprint as a known one; `brief` is the path of its brief from the folder of the baseline."""
    text = finding.spot.text if finding.spot else ""
    return Entry(path=brief, rule=finding.rule, fingerprint=finding.fingerprint, text=" ".join(text.split())[:80])


def is_known(finding: Finding, entries: Iterable[Entry]) -> bool:
    """Whether a finding is among known ones."""
    return any((finding.rule, finding.fingerprint) == (entry.rule, entry.fingerprint) for entry in entries)


def find_stale(findings: Iterable[Finding], entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The known findings that are found no more."""
    found = {(finding.rule, finding.fingerprint) for finding in findings}
    return tuple(entry for entry in entries if (entry.rule, entry.fingerprint) not in found)


def find_gone(baseline: Baseline) -> tuple[Entry, ...]:
    """The known findings of briefs that are no longer there; a brief in a package is there as long as the package is."""
    folder = baseline.path.absolute().parent
    return tuple(
        entry
        for brief, entries in baseline.entries.items()
        if not any((folder / place).exists() for place in (PurePath(brief), *_packages(brief)))
        for entry in entries
    )


def _packages(brief: str) -> list[PurePath]:
    return [parent for parent in PurePath(brief).parents if parent.suffix.lower() == ".zip"]


def _place(finding: Finding) -> int:
    return finding.spot.start if finding.spot else -1


def _find_sentence(document: Document, reading: Reading, finding: Finding) -> str:
    spot = finding.spot
    if spot is None:
        return ""
    for sentence in reading.sentences:
        if sentence.start <= spot.start < sentence.end:
            return document.text[sentence.start : sentence.end]
    return spot.text


def _normalise(sentence: str) -> str:
    return " ".join(_WORD.findall(sentence.casefold()))
