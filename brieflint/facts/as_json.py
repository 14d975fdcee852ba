"""Facts as JSON, for machines."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from brieflint.documents.places import say_place
from brieflint.facts.fact import Fact


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
    return json.dumps({"path": path, "facts": entries}, ensure_ascii=False, indent=2) + "\n"
