"""What changed between two versions as text, Markdown and JSON: pure functions."""

import json
from collections.abc import Iterator
from typing import Any

from brieflint import __version__
from brieflint.buying.versions import Cause, Change, Versions
from brieflint.reporting.words import clip, count, fill, where
from brieflint.signs import printable
from brieflint.writing.quoting import escape_markdown

SCHEMA = "brieflint-diff/1"
SIGNS = {"new": "+", "old": "-"}


def say_count(versions: Versions) -> str:
    """How many sentences came and went, and how much that changes."""
    moved = f"{count(versions.came, 'sentence')} came, {versions.went:,} went"
    if not versions.came and not versions.went:
        moved = "the sentences are the same"
    if not versions.changes:
        return f"{moved}; nothing changed in the judgement"
    return f"{moved}; {count(len(versions.changes), 'thing')} changed in the judgement"


def write_text(versions: Versions) -> str:
    """Each change with the sentences that came (+) and went (-)."""
    lines = fill("", f"{printable(versions.old)} → {printable(versions.new)}: {say_count(versions)}.", "  ")
    for change in versions.changes:
        lines.append("")
        lines += fill(f"  {change.label}: ", _say_change(change), "    ")
        if change.says:
            lines += fill("    ", _capital(printable(change.says)))
        for cause in change.causes:
            lines += fill(f"    {SIGNS[cause.version]} ", _say_cause(cause), "      ")
        if not change.causes and change.what != "findings":
            lines.append("    No single sentence did it: several small ones, or their places and headings.")
    for note in versions.notes:
        lines += ["", *fill("  Note: ", note)]
    return "\n".join(lines) + "\n"


def write_markdown(versions: Versions) -> str:
    """The same for a comment on a change; words of the briefs are escaped."""
    lines = [f"# {_say(versions.old)} → {_say(versions.new)}", "", f"{_capital(say_count(versions))}.", ""]
    if versions.changes:
        lines += ["| What | Before | Now |", "| --- | --- | --- |"]
        for change in versions.changes:
            lines.append(f"| {' | '.join(map(_say, (change.label, change.before, _say_after(change))))} |")
    for change in versions.changes:
        told = list(_list_causes(change))
        if told or change.says:
            lines += ["", f"**{_say(change.label)}**", ""]
            lines += [f"{_say(_capital(change.says))}", ""] if change.says else []
            lines += told
    lines += [f"\n{_say(note)}." for note in versions.notes]
    return "\n".join(lines).rstrip() + "\n"


def write_json(versions: Versions) -> str:
    """The changes for a machine (`brieflint-diff/1`)."""
    plain: dict[str, Any] = {
        "schema": SCHEMA,
        "version": __version__,
        "old": versions.old,
        "new": versions.new,
        "changed": bool(versions.changes),
        "sentences": {"came": versions.came, "went": versions.went},
        "changes": [
            {
                "what": change.what,
                "row": change.row,
                "label": change.label,
                "before": change.before,
                "after": change.after,
                "says": change.says,
                "causes": [
                    {
                        "version": cause.version,
                        "text": cause.spot.text,
                        "line": cause.spot.line,
                        "start": cause.spot.start,
                        "end": cause.spot.end,
                        "place": where(cause.spot),
                        "answer": cause.answer,
                    }
                    for cause in change.causes
                ],
            }
            for change in versions.changes
        ],
        "notes": list(versions.notes),
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _say_change(change: Change) -> str:
    if change.what == "disputed":
        return _say_after(change)
    if change.what == "findings" or change.before == change.after:
        return printable(change.after)
    return f"{printable(change.before)} → {printable(change.after)}"


def _say_after(change: Change) -> str:
    return f"{printable(change.after)}, now disputed" if change.what == "disputed" else printable(change.after)


def _say_cause(cause: Cause) -> str:
    answer = f"answer {cause.answer}, " if cause.answer else ""
    return f'"{clip(cause.spot.text)}" ({answer}{where(cause.spot)})'


def _list_causes(change: Change) -> Iterator[str]:
    for cause in change.causes:
        told = "came" if cause.version == "new" else "went"
        yield f"- {told}: {_say(_say_cause(cause))}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _say(text: str) -> str:
    return escape_markdown(printable(text))
