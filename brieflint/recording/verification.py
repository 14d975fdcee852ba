"""A record held against a new run of the same call, as if on the same day: what differs, in words."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from brieflint.checking import check_paths
from brieflint.configuration.settings import Options
from brieflint.errors import BriefError
from brieflint.recording.record import SCHEMA, make_record
from brieflint.storage import read_text

TOLD = {
    "tool": "the program",
    "libraries": "the libraries",
    "patterns": "the patterns",
    "model": "the trained readers",
}
AUTHORSHIP = ("who", "when", "source")
"""What git says of a line changes with its history, not with the brief; it is recorded and not compared."""


def verify(place: Path) -> tuple[str, ...]:
    """What differs between a record and a new run. Raises `BriefError` when it is no record, and `ConfigError`."""
    recorded = _read(place)
    try:
        call, today = recorded["call"], date.fromisoformat(recorded["date"])
        paths = [_locate(path, place) for path in call["paths"]]
        options = Options(
            config=_find(call["config"], place),
            no_config=call["no_config"],
            select=tuple(call["select"]),
            ignore=tuple(call["ignore"]),
            fail_on=call["fail_on"],
            patterns=tuple(Path(_locate(folder, place)) for folder in call["patterns"]),
            baseline=_find(call["baseline"], place),
            legal=tuple(call.get("legal", ())),
        )
        current = make_record(check_paths(paths, options=options, today=today), paths, options, place, today)
        return tuple(_compare(recorded, current))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _not_a_record(place) from error


def _compare(recorded: Mapping[str, Any], current: Mapping[str, Any]) -> Iterator[str]:
    for key, name in TOLD.items():
        if recorded[key] != current[key]:
            yield f"{name}: recorded {_say(recorded[key])}; now {_say(current[key])}"
    yield from _compare_files(recorded["configuration"], current["configuration"])
    before = {brief["path"]: brief for brief in recorded["briefs"]}
    after = {brief["path"]: brief for brief in current["briefs"]}
    for path in before | after:
        if path not in after:
            yield f"{path}: not checked any more"
        elif path not in before:
            yield f"{path}: not in the record"
        else:
            yield from _compare_briefs(path, before[path], after[path])


def _compare_files(recorded: Mapping[str, str], current: Mapping[str, str]) -> Iterator[str]:
    for path in dict.fromkeys((*recorded, *current)):
        if path not in current:
            yield f"{path}: this configuration had a say and has none now"
        elif path not in recorded:
            yield f"{path}: this configuration has a say now and had none"
        elif recorded[path] != current[path]:
            yield f"{path}: this configuration has changed"


def _compare_briefs(path: str, recorded: Mapping[str, Any], current: Mapping[str, Any]) -> Iterator[str]:
    if recorded["sha256"] != current["sha256"]:
        yield f"{path}: the file has changed"
    if recorded["error"] != current["error"] and bool(recorded["error"]) != bool(current["error"]):
        yield f"{path}: recorded as {recorded['status']}; now {current['status']}"
        return
    described = recorded["described"], current["described"]
    if described[0] != described[1] and all(described):
        yield f"{path}: describes: recorded {_describe(described[0])}; now {_describe(described[1])}"
    if recorded["named"] != current["named"]:
        yield f"{path}: names: recorded {_name(recorded)}; now {_name(current)}"
    before, after = (list(map(_label, brief["findings"])) for brief in (recorded, current))
    yield from (f"{path}: found no more: {label}" for label in before if label not in after)
    yield from (f"{path}: found now: {label}" for label in after if label not in before)
    if before == after and recorded["findings"] != current["findings"]:
        yield f"{path}: the same findings, with other words or evidence"
    remarks = [[_drop_author(entry) for entry in brief["suppressions"]] for brief in (recorded, current)]
    if remarks[0] != remarks[1]:
        yield f"{path}: its remarks, or what came of them, have changed"


def _drop_author(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in AUTHORSHIP}


def _label(finding: Mapping[str, Any]) -> str:
    place = f" (line {finding['line']})" if finding["line"] else ""
    kept = ", kept out" if finding.get("suppressed") else ""
    return f"{finding['severity']} {finding['rule']}{place}{kept}"


def _describe(described: Mapping[str, Any]) -> str:
    return f"{described['model']} {described['confidence']}"


def _name(brief: Mapping[str, Any]) -> str:
    return ", ".join(dict.fromkeys(entry["model"] for entry in brief["named"])) or "no model"


def _say(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {value[:12]}" for name, value in versions.items())


def _read(place: Path) -> dict[str, Any]:
    try:
        plain: Any = json.loads(read_text(place))
    except OSError as error:
        raise BriefError(str(place), f"the record cannot be read ({error.strerror})", "Check the name") from None
    except (ValueError, RecursionError):
        raise _not_a_record(place) from None
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        raise _not_a_record(place)
    return plain


def _not_a_record(place: Path) -> BriefError:
    return BriefError(str(place), "this is no record of a run", "Write one with: brieflint check PATH --record FILE")


def _locate(path: str, place: Path) -> str:
    return os.path.relpath(place.absolute().parent / path)


def _find(path: str | None, place: Path) -> Path | None:
    return Path(_locate(path, place)) if path else None
