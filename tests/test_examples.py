"""The examples: what brieflint says of each, kept as golden files.

After a change that is meant, write them anew with BRIEFLINT_WRITE_GOLDEN=1 and read the difference.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brieflint.checking import check_path
from brieflint.linting.report import Report
from brieflint.reporting.as_json import to_plain

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED = EXAMPLES / "expected"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.is_file() and path.name not in ("README.md", "labels.jsonl"))
ROW = re.compile(r"^\| `(?P<file>[^`]+)` \| [^|]+ \| (?P<names>[^|]+) \| (?P<describes>[^|]+) \| [^|]+ \|$", re.MULTILINE)
TABLE = {row["file"]: row for row in ROW.finditer((EXAMPLES / "README.md").read_text(encoding="utf-8"))}
WORDS = {
    "IT outsourcing": "it_outsourcing",
    "managed service": "it_outsourcing",
    "software outsourcing": "software_outsourcing",
    "staff augmentation": "staff_augmentation",
    "dedicated team": "dedicated_team",
    'plain "outsourcing"': "outsourcing_unspecified",
    "mixed": "mixed",
    "nothing": "none",
    "too little to tell": "none",
}
"""The words of the table → what they stand for in a report."""


def models(words: str) -> set[str]:
    return {model for word, model in WORDS.items() if word in words}


@cache
def report_on(path: Path) -> dict[str, Any]:
    return to_plain(Report(briefs=(check_path(str(path)),)))["briefs"][0]


def steady(value: Any) -> Any:
    """A report without what moves whenever the readers are trained: scores left out, confidence to one decimal."""
    if isinstance(value, dict):
        return {
            key: round(entry, 1) if key == "confidence" else steady(entry) for key, entry in value.items() if key != "scores"
        }
    return [steady(entry) for entry in value] if isinstance(value, list) else value


def golden(path: Path) -> Path:
    return EXPECTED / f"{path.name}.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_example_is_reported_on_as_before(path: Path):
    found = steady(report_on(path)) | {"path": f"examples/{path.name}"}
    if os.environ.get("BRIEFLINT_WRITE_GOLDEN"):
        EXPECTED.mkdir(exist_ok=True)
        golden(path).write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert found == json.loads(golden(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_example_has_a_golden_file(path: Path):
    assert golden(path).is_file(), "write it with BRIEFLINT_WRITE_GOLDEN=1"


def test_every_golden_file_has_an_example():
    known = {golden(path).name for path in FILES}
    assert {path.name for path in EXPECTED.glob("*")} <= known


def test_the_table_of_the_examples_is_complete():
    assert sorted(TABLE) == [path.name for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_example_names_what_the_table_says(path: Path):
    named = {name["model"] for name in report_on(path)["named"]} or {"none"}
    assert named == models(TABLE[path.name]["names"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_example_describes_what_the_table_says(path: Path):
    described = report_on(path)["described"]["model"]
    assert {described} == models(TABLE[path.name]["describes"].split(":")[0])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_example_is_mislabelled_as_the_table_says(path: Path):
    mislabelled = {finding["should_say"] for finding in report_on(path)["findings"] if finding["kind"] == "mislabelling"}
    told = re.search(r"Mislabelled: call it ([\w ]+?) \|", TABLE[path.name][0])
    assert mislabelled == ({WORDS[told[1]]} if told else set())
