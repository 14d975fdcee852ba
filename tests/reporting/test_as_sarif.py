"""The report as SARIF: valid by the official schema, and what viewers need in it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker
from reporting.reports import SAMPLE, VIEW, attack, brief, finding, on_paper

from brieflint.checking import check_paths
from brieflint.knowledge.artefact import load_knowledge
from brieflint.linting.report import Report
from brieflint.linting.suppression import Suppressed
from brieflint.reporting.as_sarif import write_sarif
from brieflint.reporting.view import View

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft7Validator(SCHEMA, format_checker=FormatChecker())


def run(report: Report, view: View = VIEW) -> dict:
    return json.loads(write_sarif(report, view))["runs"][0]


def result(**changes) -> dict:
    return run(Report(briefs=(brief(**changes),)))["results"][0]


@pytest.mark.parametrize("report", [SAMPLE, attack(), Report(briefs=())], ids=["sample", "attack", "nothing"])
def test_it_is_valid_by_the_official_schema(report: Report):
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(write_sarif(report, VIEW)))] == []


def test_it_is_valid_for_real_briefs_with_all_rules(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root)
    patterns = load_knowledge()
    text = write_sarif(check_paths(["examples"]), View(guide=patterns.guide))
    log = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    assert len(log["runs"][0]["results"]) > 5
    assert all(found["ruleIndex"] >= 0 for found in log["runs"][0]["results"])


def test_a_rule_comes_with_help_and_its_place_in_the_guide():
    rule = run(SAMPLE)["tool"]["driver"]["rules"][0]
    assert rule["id"] == "sa-called-ito"
    assert "What to do" in rule["help"]["text"]
    assert rule["help"]["markdown"].startswith("# sa-called-ito\n")
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"]["guide"]["lines"] == [56, 58]


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("advice", "note")])
def test_each_severity_has_its_level(severity: str, level: str):
    assert result(findings=(finding(severity=severity),))["level"] == level


def test_a_place_in_a_text_file_has_lines_columns_and_offset():
    region = result()["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 19}


def test_a_place_on_paper_is_a_logical_one():
    location = result(path="offer.pdf", findings=(on_paper(finding()),))["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["name"] == "section 2, page 4"
    assert location["logicalLocations"][0]["properties"] == {"page": 4}


def test_a_fix_changes_every_place():
    fix = result()["fixes"][0]
    assert "unsafe" in fix["description"]["text"]
    replacements = fix["artifactChanges"][0]["replacements"]
    assert [entry["insertedContent"]["text"] for entry in replacements] == ["staff augmentation", "a staff augmentation"]


def test_what_cannot_be_changed_has_no_fix():
    assert "fixes" not in result(path="offer.pdf", findings=(on_paper(finding()),))


def test_a_finding_is_known_again_by_its_fingerprint():
    assert result()["partialFingerprints"] == {"ruleAndSentence/v1": finding().fingerprint}


def test_what_was_kept_out_is_told_when_it_is_asked_for():
    kept = brief(findings=(), suppressed=(Suppressed(finding=finding(), suppression=None),))
    assert run(Report(briefs=(kept,)))["results"] == []
    (told,) = run(Report(briefs=(kept,)), replace(VIEW, suppressed=True))["results"]
    assert told["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "known from the baseline"}]


def test_a_file_that_could_not_be_checked_is_a_notification():
    invocation = run(SAMPLE)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [note["level"] for note in invocation["toolExecutionNotifications"]] == ["error"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("briefs/rfp one.txt", "briefs/rfp%20one.txt"),
        ("./a.txt", "a.txt"),
        ("a:b#c?.txt", "a%3Ab%23c%3F.txt"),
        ("offer-\udcff.txt", "offer-%FF.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
    ],
)
def test_a_path_is_a_uri(path: str, uri: str):
    assert run(Report(briefs=(brief(path=path),)))["artifacts"][0]["location"]["uri"] == uri


def test_a_path_below_the_root_is_relative():
    view = replace(VIEW, root="/srv")
    assert run(Report(briefs=(brief(path="/srv/in/a.txt"),)), view)["artifacts"][0]["location"] == {
        "uri": "in/a.txt",
        "uriBaseId": "%SRCROOT%",
    }
