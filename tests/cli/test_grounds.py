"""Settings, packs and decisions hold alike in every command that judges a brief."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packs import TERM, write_pack
from samples import MISLABELLED

from brieflint.cli import main

BRIEF = MISLABELLED.replace("IT outsourcing", "Bench hire")
HOUSE = 'root = true\n[[terms]]\nphrase = "bench hire"\nmodel = "it_outsourcing"\n'
PACK = TERM.replace("staff_augmentation", "it_outsourcing").replace("bench loan(s)", "bench hire")


@pytest.fixture(params=["term", "pack", "option"])
def given(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A brief that is called by a word of its house, which a setting, a configured pack or an option tells of."""
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(BRIEF, encoding="utf-8")
    write_pack(tmp_path / "house", terms=PACK)
    text = {"term": HOUSE, "pack": 'root = true\npatterns = ["house"]\n', "option": "root = true\n"}[request.param]
    Path("brieflint.toml").write_text(text, encoding="utf-8")
    return ["brief.txt", *(["--patterns", "house"] if request.param == "option" else [])]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_check_knows_the_word(given: list[str]):
    report = json.loads(run("check", *given, "--format", "json").stdout)["briefs"][0]
    assert {name["model"] for name in report["named"]} == {"it_outsourcing"}
    assert "sa-called-ito" in {finding["rule"] for finding in report["findings"]}


def test_why_knows_the_word(given: list[str]):
    assert '"Bench hire" (line 1): IT outsourcing; taken' in run("check", *given, "--why").stdout


def test_fix_replaces_the_word(given: list[str]):
    assert "+Request for proposals: Staff augmentation" in run("fix", *given, "--unsafe").stdout


def test_a_draft_writes_instead_of_the_word(given: list[str]):
    assert "Bench hire" not in run("draft", *given).stdout.splitlines()[0]


def test_evaluate_knows_the_word(given: list[str]):
    label = {"path": "brief.txt", "named": ["it_outsourcing"], "described": "staff_augmentation", "mislabelled": True}
    Path("labels.jsonl").write_text(json.dumps(label), encoding="utf-8")
    figures = json.loads(run("evaluate", "labels.jsonl", *given[1:], "--format", "json").stdout)
    assert figures["figures"]["recall"] == 1.0


def test_a_record_holds_the_digests_of_patterns_and_can_be_run_again(given: list[str]):
    run("check", *given, "--record", "audit.json")
    recorded = json.loads(Path("audit.json").read_text())["configuration"]
    with_pack = "--patterns" in given or "patterns" in Path("brieflint.toml").read_text()
    assert ("house/terms/house.yaml" in recorded) == with_pack
    assert run("verify", "audit.json").exit_code == 0


def test_the_configuration_tells_of_packs_of_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for name in ("house", "mine"):
        write_pack(tmp_path / name, terms=TERM)
    Path("brieflint.toml").write_text('root = true\npatterns = ["house"]\n', encoding="utf-8")
    told = run("config", "show", "brief.txt", "--patterns", "mine").stdout
    assert 'patterns = ["house", "mine"]' in told
    assert "brieflint.toml:2, command line" in told


def test_a_configured_pack_that_is_wrong_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(BRIEF, encoding="utf-8")
    write_pack(tmp_path / "house", terms=TERM.replace("phrases", "phrsaes"))
    Path("brieflint.toml").write_text('root = true\npatterns = ["house"]\n', encoding="utf-8")
    for command in (["check"], ["fix"], ["draft"], ["config", "show"]):
        result = run(*command, "brief.txt")
        assert (result.exit_code, "house/terms/house.yaml:5" in result.stderr) == (2, True), command


def test_a_rule_of_a_pack_can_be_ignored_and_is_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    run("patterns", "new", "house")
    Path("brief.txt").write_text(BRIEF, encoding="utf-8")
    rules = {rule["id"] for rule in read_rules("brief.txt", "--patterns", "house")} - {
        rule["id"] for rule in read_rules("brief.txt")
    }
    assert rules
    assert run("check", "brief.txt", "--patterns", "house", "--ignore", rules.pop()).exit_code != 2


def read_rules(*arguments: str) -> list[dict[str, str]]:
    return json.loads(run("check", *arguments, "--format", "sarif").stdout)["runs"][0]["tool"]["driver"]["rules"]


def test_fix_leaves_alone_what_was_decided_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(
        f"brieflint: ignore-file sa-called-ito -- agreed with legal\n\n{MISLABELLED}", encoding="utf-8"
    )
    assert (run("fix", "brief.txt", "--unsafe").stdout, run("fix", "brief.txt", "--unsafe").exit_code) == ("", 0)


def test_quiet_shows_what_a_setting_makes_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(MISLABELLED, encoding="utf-8")
    Path("brieflint.toml").write_text('root = true\n[severity]\nmislabelling = "advice"\n', encoding="utf-8")
    assert run("check", "brief.txt", "-q").stdout == ""
    assert run("check", "brief.txt", "-q", "--fail-on", "advice").stdout.startswith("brief.txt\n")


def test_quiet_says_nothing_to_the_owner_of_a_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(MISLABELLED, encoding="utf-8")
    assert (
        run("check", "brief.txt", "-q", "--as", "policy").stdout,
        run("check", "brief.txt", "--as", "policy").exit_code,
    ) == (
        "",
        0,
    )


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "jsonl", "sarif"])
def test_what_was_kept_out_can_be_shown(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("brief.txt").write_text(f"brieflint: ignore-file sa-called-ito -- a reason of ours\n\n{MISLABELLED}", encoding="utf-8")
    shown = [run("check", "brief.txt", "--format", form, *more).stdout for more in ([], ["--show-suppressed"])]
    count = [text.count("a reason of ours") for text in shown]
    assert count[0] < count[1]
