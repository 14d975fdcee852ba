"""Facts as JSON, for machines."""

from collections.abc import Sequence
from dataclasses import asdict

from brieflint.documents.places import say_place
from brieflint.facts.fact import Fact
from brieflint.reporting.plainjson import dump


def write_json(path: str, facts: Sequence[Fact]) -> str:
    """Write every fact: kind, words, value, offsets in the document's text (end-exclusive), line and place."""
    entries = [
        {
            "kind": fact.kind,
            "text": fact.text,
            "value": fact.value,
            "start": fact.start,
            "end": fact.end,
            "line": fact.line,
            "place": {name: value for name, value in asdict(fact.place).items() if value is not None},
            "where": say_place(fact.place, fact.line),
        }
        for fact in facts
    ]
    return dump({"path": path, "facts": entries}, indent=2) + "\n"
