"""The record of a run: everything an auditor needs to see what was decided, on what, with what, and by whom.

All paths in it are from its own folder, so that it can be kept beside the briefs and checked again from anywhere.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from brieflint.configuration.settings import Options
from brieflint.documents import is_package
from brieflint.grounds import GroundsFinder
from brieflint.knowledge.folder import COMPILED
from brieflint.knowledge.packs import Packs, pack_files
from brieflint.linting.baseline import name_brief
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.linting.suppression import Suppression
from brieflint.recording.authorship import find_author
from brieflint.recording.versions import describe_versions, digest_file
from brieflint.reporting.as_json import to_plain
from brieflint.reporting.plainjson import dump

SCHEMA = "brieflint-record/1"


def make_record(report: Report, paths: Sequence[str], options: Options, place: Path, today: date) -> dict[str, Any]:
    """The record, to be written to `place`, of a report on `paths` with `options` on the day `today`."""
    plain = to_plain(report, suppressed=True)
    return {
        "schema": SCHEMA,
        "date": today.isoformat(),
        **describe_versions(),
        "call": {"paths": [name_brief(path, place) for path in paths], **_list_options(options, place)},
        "configuration": _list_files(report, options, place),
        "briefs": [
            {**written, "path": name_brief(brief.path, place), "sha256": _digest(brief.path), "suppressions": _list(brief)}
            for brief, written in zip(report.briefs, plain["briefs"], strict=True)
        ],
        "summary": plain["summary"],
    }


def write_record(record: dict[str, Any]) -> str:
    """A record as JSON."""
    return dump(record, indent=1) + "\n"


def _list_options(options: Options, place: Path) -> dict[str, Any]:
    return {
        "config": name_brief(str(options.config), place) if options.config else None,
        "no_config": options.no_config,
        "select": list(options.select),
        "ignore": list(options.ignore),
        "fail_on": options.fail_on,
        "patterns": [name_brief(str(folder), place) for folder in options.patterns],
        "baseline": name_brief(str(options.baseline), place) if options.baseline else None,
        **({"legal": list(options.legal)} if options.legal else {}),
    }


def _list_files(report: Report, options: Options, place: Path) -> dict[str, str]:
    """Every configuration file, baseline and file of patterns that had a say, and its digest."""
    finder = GroundsFinder(options)
    found: set[Path] = set()
    for brief in report.briefs:
        grounds = finder.find(brief.path)
        found.update(grounds.settings.files, _list_pack_files(grounds.packs))
        found.update([grounds.settings.baseline] if grounds.settings.baseline else [])
    return {name_brief(str(file), place): digest_file(file) for file in sorted(found)}


def _list_pack_files(packs: Packs) -> Iterator[Path]:
    for pack in packs:
        yield from (file for _, file in pack_files(pack.folder))
        if (pack.folder / COMPILED).is_file():
            yield pack.folder / COMPILED


def _digest(path: str) -> str | None:
    """The digest of the file in which a brief lies, None when it cannot be read."""
    file = next((parent for parent in Path(path).parents if is_package(parent)), Path(path))
    try:
        return digest_file(file)
    except OSError:
        return None


def _list(brief: BriefReport | Unreadable) -> list[dict[str, Any]]:
    return [] if isinstance(brief, Unreadable) else list(list_suppressions(brief))


def list_suppressions(brief: BriefReport) -> Iterator[dict[str, Any]]:
    """All remarks in a brief as plain values, with who wrote them and when."""
    for suppression in brief.suppressions:
        author = find_author(brief.path, suppression.remark)
        yield {
            "line": suppression.remark.line,
            "words": suppression.remark.words,
            **_describe(suppression),
            "status": suppression.status,
            "used": list(suppression.used),
            "who": author.who,
            "when": author.when,
            "source": author.source,
        }


def _describe(suppression: Suppression) -> dict[str, Any]:
    directive = suppression.directive
    return {
        "reach": directive.reach if directive else None,
        "rules": list(directive.rules) if directive else [],
        "until": directive.until.isoformat() if directive and directive.until else None,
        "reason": directive.reason if directive else "",
    }
