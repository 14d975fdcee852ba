"""The report as JSON: its shape, its offsets, its order."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from samples import MISLABELLED

from brieflint import __version__
from brieflint.checking import check_document, check_paths
from brieflint.documents import Document, read, read_bytes
from brieflint.linting.report import Report, Unreadable
from brieflint.reporting import as_json
from brieflint.reporting.as_json import to_plain, write_json

SCHEMA = json.loads(Path(as_json.__file__).with_name("report.schema.json").read_text())
EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "examples").iterdir()
    if path.is_file() and path.name not in ("README.md", "labels.jsonl")
)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
SPACES = [" ", "  ", "\t", "\n", "\n   ", " \n\t", "\u00a0", "\u2009", "\u00ad ", " \u200b", "\u200b\n"]
INSIDE = ["", "\u00ad", "\u200b", "\u2060", "\u200d\u00ad"]


@cache
def example(path: Path) -> tuple[Document, dict]:
    document = read(path)
    return document, to_plain(Report(briefs=(check_document(document),)))["briefs"][0]


def as_brief(text: str) -> tuple[Document, dict]:
    document = read_bytes(text.encode(), "brief.txt")
    return document, to_plain(Report(briefs=(check_document(document),)))["briefs"][0]


def report(*texts: str) -> Report:
    return Report(briefs=tuple(check_document(read_bytes(text.encode(), "brief.txt")) for text in texts))


def spans(brief: dict) -> list[dict]:
    """Everything in a report that points into the brief with offsets."""
    against = [cell["against"] for cell in brief["described"]["grid"].values() if cell and cell["against"]]
    findings = [finding for finding in brief["findings"] if finding["start"] is not None]
    evidence = [quote for finding in brief["findings"] for quote in finding["evidence"]]
    return [*brief["named"], *against, *findings, *evidence]


def words(text: str) -> str:
    """What a reader sees of a stretch of text."""
    return " ".join(INVISIBLE.sub("", text).split())


def validate(plain: dict) -> None:
    Draft202012Validator(SCHEMA).validate(plain)


def test_the_schema_is_a_valid_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_report_on_an_example_fits_the_schema(path: Path):
    validate(to_plain(check_paths([str(path)])))


def test_a_report_on_nothing_fits_the_schema():
    validate(to_plain(Report(briefs=())))


def test_an_unreadable_file_fits_the_schema_and_says_why():
    plain = to_plain(Report(briefs=(Unreadable(path="a.pdf", error="a.pdf: it is locked."),)))
    validate(plain)
    assert plain["briefs"] == [
        {
            "path": "a.pdf",
            "status": "unreadable",
            "error": "a.pdf: it is locked.",
            "named": [],
            "described": None,
            "findings": [],
        }
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("summary"),
        lambda plain: plain["briefs"][0].pop("findings"),
        lambda plain: plain["briefs"][0].update(status="unreadable"),
        lambda plain: plain["briefs"][0].update(described=None),
        lambda plain: plain["briefs"][0]["described"]["grid"].pop("owns_outcome"),
        lambda plain: plain["briefs"][0]["findings"][0].update(severity="fatal"),
        lambda plain: plain["briefs"][0]["findings"][0].update(line=None),
        lambda plain: plain["briefs"][0]["findings"][0]["fix"].pop("guide_lines"),
        lambda plain: plain["briefs"][0]["named"][0].update(start=-1),
    ],
)
def test_the_schema_refuses_what_is_no_report(change):
    plain = to_plain(report(MISLABELLED))
    validate(plain)
    change(plain)
    assert not Draft202012Validator(SCHEMA).is_valid(plain)


def test_the_schema_allows_further_fields():
    plain = to_plain(report(MISLABELLED))
    plain["briefs"][0]["findings"][0]["new"] = 1
    validate(plain)


def test_the_report_says_which_schema_and_version_wrote_it():
    plain = json.loads(write_json(report(MISLABELLED)))
    assert (plain["schema"], plain["version"]) == ("brieflint-report/1", __version__)


def test_the_report_is_one_json_document_that_ends_with_a_line_end():
    written = write_json(report(MISLABELLED))
    assert written.endswith("}\n")
    assert json.loads(written) == to_plain(report(MISLABELLED))


def test_letters_of_all_scripts_stand_as_themselves():
    plain = Report(briefs=(Unreadable(path="Łódź.txt", error="東京: gone."),))
    assert "Łódź.txt" in write_json(plain)
    assert "東京: gone." in write_json(plain)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_span_of_an_example_is_the_text_between_its_offsets(path: Path):
    document, brief = example(path)
    for span in spans(brief):
        assert document.text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_line_and_column_of_an_example_leads_to_the_words(path: Path):
    document, brief = example(path)
    lines = document.text.split("\n")
    for span in spans(brief):
        first = span["text"].split("\n")[0]
        at = span["column"] - 1 if "column" in span else lines[span["line"] - 1].index(first)
        assert lines[span["line"] - 1][at:].startswith(first)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_cell_of_the_grid_quotes_a_line_of_the_example(path: Path):
    document, brief = example(path)
    lines = document.text.split("\n")
    for cell in brief["described"]["grid"].values():
        if cell:
            assert cell["text"].split("\n")[0] in lines[cell["line"] - 1]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_span_of_an_example_begins_or_ends_with_white_space(path: Path):
    _, brief = example(path)
    assert all(span["text"] == span["text"].strip() for span in spans(brief))


def test_there_are_spans_to_look_at():
    assert sum(len(spans(example(path)[1])) for path in EXAMPLES) > 20


@given(space=st.sampled_from(SPACES), inside=st.sampled_from(INSIDE), at=st.integers(1, 10))
@settings(max_examples=60, deadline=None)
def test_a_label_is_reported_as_it_is_written_however_it_is_broken(space: str, inside: str, at: int):
    label = f"IT{space}{'outsourcing'[:at]}{inside}{'outsourcing'[at:]}"
    document, brief = as_brief(
        f"HARBOUR OFFICE OF NAKSKOV\n\nWe invite offers for {label} of the service desk and of the file servers. "
        f"The harbour office invites proposals for {label} from May on.\n"
    )
    assert [name["text"] for name in brief["named"]] == [label] * 2
    assert [name["start"] for name in brief["named"]] == [found.start() for found in re.finditer(label, document.text)]


PIECES = [
    "Our technical lead assigns the tasks of the two developers every day.",
    "The provider shall run the service desk for three years.",
    "We ask for IT outsourcing of the help desk.",
    "The vendor builds the app for a fixed price and owns the delivery.",
    "Staff augmentation for the claims team",
    "3. Scope of work",
    "- The dedicated team is led by the vendor's own lead.",
    "A service credit of 5 % is due for each missed level.",
]


@st.composite
def odd_briefs(draw: st.DrawFn) -> str:
    """Plain sentences, with odd white space and invisible characters in them."""
    lines = draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7))
    text = draw(st.sampled_from(["\n", "\n\n", "\n \n"])).join(lines)
    gaps = [at for at, char in enumerate(text) if char == " "]
    chosen = draw(st.lists(st.sampled_from(gaps), max_size=8, unique=True)) if gaps else []
    for at in sorted(chosen, reverse=True):
        text = text[:at] + draw(st.sampled_from([" ", "  ", "\t", "\u00a0", "\u200b ", " \ufeff"])) + text[at + 1 :]
    letters = [at for at in range(1, len(text)) if text[at].isalpha() and text[at - 1].isalpha()]
    for at in sorted(draw(st.lists(st.sampled_from(letters), max_size=6, unique=True)), reverse=True):
        text = text[:at] + draw(st.sampled_from(["\u00ad", "\u200b", "\u200d"])) + text[at:]
    return text


@given(odd_briefs())
@settings(max_examples=60, deadline=None)
def test_whatever_the_white_space_spans_are_the_text_between_their_offsets(text: str):
    document, brief = as_brief(text)
    seen = words(" ".join(PIECES)) + " " + " ".join(words(piece).lstrip("- 3.") for piece in PIECES)
    for span in spans(brief):
        assert document.text[span["start"] : span["end"]] == span["text"]
        assert words(span["text"]) in seen


@given(odd_briefs())
@settings(max_examples=30, deadline=None)
def test_whatever_the_white_space_the_report_fits_the_schema(text: str):
    validate(to_plain(report(text)))


@given(odd_briefs())
@settings(max_examples=20, deadline=None)
def test_the_same_brief_gives_the_same_bytes(text: str):
    assert write_json(report(text)) == write_json(report(text))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_findings_stand_heaviest_first(path: Path):
    severities = ["error", "warning", "advice"]
    kinds = ["mislabelling", "contradiction", "naming", "completeness"]
    order = [
        (
            severities.index(finding["severity"]),
            kinds.index(finding["kind"]),
            -1 if finding["start"] is None else finding["start"],
        )
        for finding in example(path)[1]["findings"]
    ]
    assert order == sorted(order)


def test_a_mislabelling_says_what_to_write_instead():
    finding = as_brief(MISLABELLED)[1]["findings"][0]
    assert (finding["kind"], finding["text"], finding["should_say"]) == (
        "mislabelling",
        "IT outsourcing",
        "staff_augmentation",
    )
    assert finding["fix"]["replacement"] == "staff augmentation"


def test_a_finding_on_the_whole_brief_has_no_place():
    _, brief = as_brief(MISLABELLED.replace("IT outsourcing for the", "Two developers for the"))
    finding = next(finding for finding in brief["findings"] if finding["rule"] == "no-model-named")
    places = ("line", "column", "end_line", "end_column", "start", "end", "place")
    assert [finding[place] for place in places] == [None] * 7
    assert finding["text"] == ""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_gap_of_a_rule_is_left_unfilled(path: Path):
    told = [
        text
        for finding in example(path)[1]["findings"]
        for text in (finding["message"], finding["happens"], finding["fix"]["text"] if finding["fix"] else "")
    ]
    assert not [text for text in told if re.search(r"\{\w*\}", text)]


def test_the_summary_counts_what_the_briefs_hold():
    texts = [MISLABELLED, "Cleaning of the town hall.\n\nTwo floors, every evening."]
    checked = Report(briefs=(*report(*texts).briefs, Unreadable(path="x", error="x: gone.")), skipped=3)
    plain = to_plain(checked)
    findings = [finding for brief in plain["briefs"] for finding in brief["findings"]]
    assert plain["summary"] == {
        "checked": 2,
        "unreadable": 1,
        "skipped": 3,
        "mislabelled": 1,
        "errors": sum(finding["severity"] == "error" for finding in findings),
        "warnings": sum(finding["severity"] == "warning" for finding in findings),
        "advice": sum(finding["severity"] == "advice" for finding in findings),
        "suppressed": 0,
        "known": 0,
    }
