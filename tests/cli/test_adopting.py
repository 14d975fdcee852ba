"""An old repository is adopted in two commands; configuration and suppression from the command line."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from documents.packages import docx, p, r
from jsonschema import Draft202012Validator
from samples import MISLABELLED

from brieflint.cli import main
from brieflint.reporting import as_json

NAMES = ("Kestrel Bay", "Odensk", "Lundby", "Elsinmouth", "Tarnholm")
REMARK = "brieflint: ignore sa-called-ito -- agreed with legal"
SCHEMA = json.loads(Path(as_json.__file__).with_name("report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brieflint.toml").write_text("root = true\n")
    return lambda *arguments: CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def brief(run, tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(MISLABELLED)
    return path


def findings(result: Result) -> list[dict]:
    plain = json.loads(result.stdout)
    Draft202012Validator(SCHEMA).validate(plain)
    return [finding for brief in plain["briefs"] for finding in brief["findings"]]


def write_old_briefs(root: Path, folder: Path) -> None:
    """Sixty briefs: the shipped examples, for a dozen places in five regions."""
    examples = [
        path for path in sorted((root / "examples").glob("*.*")) if path.suffix in (".txt", ".md") and path.name != "README.md"
    ]
    for number in range(60):
        example = examples[number % len(examples)]
        place = NAMES[number % len(NAMES)]
        path = folder / place.replace(" ", "-") / f"{number:02}-{example.name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{example.read_text(encoding='utf-8')}\nQuestions go to the clerk of {place}.\n", encoding="utf-8")


def test_a_repository_of_sixty_old_briefs_is_adopted_in_two_commands(run, root: Path, tmp_path: Path):
    write_old_briefs(root, tmp_path / "briefs")
    written = run("baseline", "write", "briefs", "--output", "known.json")
    adopted = run("check", "briefs", "--baseline", "known.json", "--fail-on", "advice", "--format", "json")
    assert (written.exit_code, adopted.exit_code) == (0, 0)
    summary = json.loads(adopted.stdout)["summary"]
    assert summary["checked"] == 60
    assert summary["known"] > 60
    assert (summary["errors"], summary["warnings"], summary["advice"]) == (0, 0, 0)

    new = tmp_path / "briefs" / "new.txt"
    new.write_text(MISLABELLED)
    assert run("check", new, "--baseline", "known.json").exit_code == 1


def test_a_baseline_may_stand_in_the_configuration(run, brief: Path, tmp_path: Path):
    run("baseline", "write", brief, "-o", "known.json")
    (tmp_path / "brieflint.toml").write_text('root = true\nbaseline = "known.json"\n')
    assert run("check", brief).exit_code == 0
    assert run("check", brief, "--no-config").exit_code == 1


def test_a_baseline_is_written_anew_with_all_that_is_found(run, brief: Path, tmp_path: Path):
    run("baseline", "write", brief, "-o", "known.json")
    before = Path("known.json").read_text()
    (tmp_path / "brieflint.toml").write_text('root = true\nbaseline = "known.json"\n')
    run("baseline", "write", brief, "-o", "known.json")
    assert Path("known.json").read_text() == before


def test_a_known_finding_that_is_found_no_more_is_told(run, brief: Path):
    run("baseline", "write", brief, "-o", "known.json")
    brief.write_text(MISLABELLED.replace("IT outsourcing", "staff augmentation"))
    result = run("check", brief, "--baseline", "known.json")
    assert result.exit_code == 0
    assert 'found no more: sa-called-ito on "IT outsourcing" in a.txt' in " ".join(result.stdout.split())
    plain = json.loads(run("check", brief, "--baseline", "known.json", "--format", "json").stdout)
    assert "sa-called-ito" in {entry["rule"] for entry in plain["stale"]}


def test_a_brief_that_cannot_be_read_is_told_when_a_baseline_is_written(run, brief: Path):
    result = run("baseline", "write", brief, "gone.txt", "-o", "known.json")
    assert result.exit_code == 2
    assert "gone.txt: there is no such file" in result.stderr
    assert json.loads(Path("known.json").read_text())["findings"]["a.txt"]


def test_a_baseline_that_is_missing_ends_with_2(run, brief: Path):
    result = run("check", brief, "--baseline", "known.json")
    assert result.exit_code == 2
    assert "known.json: there is no such baseline" in result.stderr


def test_a_suppressed_finding_is_left_out_and_counted(run, brief: Path):
    brief.write_text(f"{REMARK}\n{MISLABELLED}")
    result = run("check", brief)
    assert result.exit_code == 0
    assert "[sa-called-ito]" not in result.stdout
    assert "Kept out of the report: 1 finding suppressed with a reason" in result.stdout


def test_a_suppressed_finding_is_shown_when_it_is_asked_for(run, brief: Path):
    brief.write_text(f"{REMARK}\n{MISLABELLED}")
    assert '[sa-called-ito], line 2: "agreed with legal"' in run("check", brief, "--show-suppressed").stdout
    (shown,) = [f for f in findings(run("check", brief, "--format", "json", "--show-suppressed")) if f.get("suppressed")]
    assert (shown["rule"], shown["suppression"]["reason"], shown["suppression"]["by"]) == (
        "sa-called-ito",
        "agreed with legal",
        "remark",
    )
    assert not [f for f in findings(run("check", brief, "--format", "json")) if f.get("suppressed")]


def test_a_known_finding_is_shown_when_it_is_asked_for(run, brief: Path):
    run("baseline", "write", brief, "-o", "known.json")
    shown = findings(run("check", brief, "--baseline", "known.json", "--format", "json", "--show-suppressed"))
    assert {finding["suppression"]["by"] for finding in shown} == {"baseline"}
    assert "known from the baseline" in run("check", brief, "--baseline", "known.json", "--show-suppressed").stdout


def test_notes_on_remarks_fit_the_schema_and_come_without_a_source(run, brief: Path):
    brief.write_text(f"brieflint: ignore sa-called-ito\n{MISLABELLED}")
    assert "housekeeping" in {finding["kind"] for finding in findings(run("check", brief, "--format", "json"))}
    told = run("check", brief, "--select", "suppression-without-reason").stdout
    assert "[suppression-without-reason]" in told
    assert "Source:" not in told


def test_a_comment_in_a_word_file_keeps_a_finding_out_and_names_its_author(run, tmp_path: Path):
    title, *rest = MISLABELLED.strip().split("\n")
    begin, end = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
    words = p(r("Brieflint: ignore sa-called-ito \u2013 agreed with legal"))
    said = f'<w:comment w:id="3" w:author="Ann Lee" w:date="2026-05-01T10:00:00Z">{words}</w:comment>'
    body = p(begin + r(title) + end, style="Titel") + "".join(map(p, filter(None, rest)))
    path = tmp_path / "brief.docx"
    path.write_bytes(docx(body, comments=said))
    shown = findings(run("check", path, "--format", "json", "--show-suppressed"))
    (suppression,) = (finding["suppression"] for finding in shown if finding.get("suppressed"))
    assert (suppression["reason"], suppression["author"]) == ("agreed with legal", "Ann Lee")
    assert run("check", path).exit_code == 0


def test_a_remark_is_not_drafted_into_the_corrected_brief(run, brief: Path):
    plain = run("draft", brief).stdout
    brief.write_text(f"{REMARK}\n{MISLABELLED}\nbrieflint: ignore-file so-called-sa -- our lead directs them\n")
    drafted = run("draft", brief).stdout
    assert "brieflint: ignore" not in drafted
    assert re.sub(r"line \d+", "line", drafted) == re.sub(r"line \d+", "line", plain)


def test_only_selected_rules_are_reported(run, brief: Path):
    rules = {finding["rule"] for finding in findings(run("check", brief, "--select", "mislabelling", "--format", "json"))}
    assert rules == {"sa-called-ito"}
    assert run("check", brief, "--select", "naming,completeness").exit_code == 0


def test_ignored_rules_are_not_reported(run, brief: Path):
    assert run("check", brief, "--ignore", "sa-called-ito").exit_code == 0


def test_a_remark_about_a_rule_that_is_not_selected_is_not_called_unneeded(run, brief: Path):
    brief.write_text(f"{REMARK}\n{MISLABELLED}")
    assert findings(run("check", brief, "--select", "housekeeping", "--format", "json")) == []


def test_an_unknown_rule_on_the_command_line_is_told(run, brief: Path):
    result = run("check", brief, "--select", "sa-caled-ito")
    assert result.exit_code == 2
    assert (
        "command line: select: there is no rule or kind of rules 'sa-caled-ito'; did you mean 'sa-called-ito'?" in result.stderr
    )


def test_the_severity_of_a_rule_can_be_set(run, brief: Path):
    Path("brieflint.toml").write_text('root = true\n[severity]\nsa-called-ito = "warning"\n')
    assert run("check", brief).exit_code == 0
    Path("brieflint.toml").write_text('root = true\n[severity]\ncompleteness = "error"\nmislabelling = "advice"\n')
    severities = {finding["kind"]: finding["severity"] for finding in findings(run("check", brief, "--format", "json"))}
    assert severities == {"mislabelling": "advice", "completeness": "error"}


def test_each_brief_fails_on_what_holds_for_it(run, brief: Path):
    Path("brieflint.toml").write_text(
        'root = true\nignore = ["mislabelling"]\n[[overrides]]\npaths = ["a.txt"]\nfail-on = "advice"\n'
    )
    other = brief.with_name("b.txt")
    other.write_text(MISLABELLED)
    assert (run("check", other).exit_code, run("check", brief).exit_code) == (0, 1)
    assert run("check", brief, "--fail-on", "error").exit_code == 0


def test_a_mistake_in_the_configuration_ends_with_2_and_names_its_line(run, brief: Path):
    Path("brieflint.toml").write_text('root = true\nigonre = ["naming"]\n')
    result = run("check", brief)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "brieflint.toml:2: unknown key 'igonre'; did you mean 'ignore'?\n"


def test_a_configuration_and_none_at_once_is_a_mistake_in_the_call(run, brief: Path):
    assert run("check", brief, "--config", "brieflint.toml", "--no-config").exit_code == 2


def test_excluded_briefs_are_skipped_and_counted_also_when_they_are_named(run, brief: Path):
    Path("brieflint.toml").write_text('root = true\nexclude = ["a.txt"]\n')
    for path in (brief, "."):
        summary = json.loads(run("check", path, "--format", "json").stdout)["summary"]
        assert (summary["checked"], summary["skipped"] > 0) == (0, True)


def test_config_show_tells_each_value_with_its_origin(run):
    Path("brieflint.toml").write_text('root = true\nfail-on = "warning"\n\n[severity]\nnaming = "error"\n')
    lines = run("config", "show", "briefs/a.txt", "--ignore", "completeness").stdout.splitlines()
    told = {line.split(" = ")[0]: line.split("  # ")[1] for line in lines}
    assert told["fail-on"] == "brieflint.toml:2"
    assert told["severity.naming"] == "brieflint.toml:5"
    assert told["ignore"] == "command line"
    assert told["select"] == told["baseline"] == "default"


def test_config_show_of_a_folder_is_about_what_lies_in_it(run, tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "brieflint.toml").write_text('fail-on = "advice"\n')
    assert 'fail-on = "advice"' in run("config", "show", "in").stdout


def test_config_schema_is_a_schema(run):
    Draft202012Validator.check_schema(json.loads(run("config", "schema").stdout))


HOUSE = MISLABELLED.replace("IT outsourcing", "bench loan")


def test_a_house_word_is_understood(run, brief: Path):
    brief.write_text(HOUSE)
    assert json.loads(run("check", brief, "--format", "json").stdout)["briefs"][0]["named"] == []
    Path("brieflint.toml").write_text('root = true\n[[terms]]\nphrase = "bench loan(s)"\nmodel = "staff_augmentation"\n')
    (named,) = json.loads(run("check", brief, "--format", "json").stdout)["briefs"][0]["named"]
    assert (named["model"], named["text"]) == ("staff_augmentation", "bench loan")


def test_a_house_word_for_another_model_is_a_mislabelling(run, brief: Path):
    brief.write_text(HOUSE)
    Path("brieflint.toml").write_text('root = true\n[[terms]]\nphrase = "bench loan"\nmodel = "it_outsourcing"\n')
    assert "sa-called-ito" in {finding["rule"] for finding in findings(run("check", brief, "--format", "json"))}


def test_a_house_word_is_pointed_out_when_the_house_wants_it(run, brief: Path):
    brief.write_text(HOUSE)
    Path("brieflint.toml").write_text(
        'root = true\n[[terms]]\nphrase = "bench loan"\nmodel = "staff_augmentation"\nflag = true\n'
    )
    (finding,) = [f for f in findings(run("check", brief, "--format", "json")) if f["rule"] == "house-word"]
    assert (finding["severity"], finding["text"], finding["should_say"]) == ("advice", "bench loan", "staff_augmentation")
    assert finding["fix"]["replacement"] == "staff augmentation"


def test_a_house_can_say_what_a_common_word_means_there_or_that_it_means_no_model(run, brief: Path):
    for model, named in (("staff_augmentation", ["staff_augmentation"]), ("none", [])):
        Path("brieflint.toml").write_text(f'root = true\n[[terms]]\nphrase = "IT outsourcing"\nmodel = "{model}"\n')
        plain = json.loads(run("check", brief, "--format", "json").stdout)["briefs"][0]
        assert [entry["model"] for entry in plain["named"]] == named


def test_house_words_of_one_brief_do_not_reach_another(run, brief: Path, tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text(HOUSE)
    brief.write_text(HOUSE)
    (tmp_path / "in" / "brieflint.toml").write_text('[[terms]]\nphrase = "bench loan"\nmodel = "staff_augmentation"\n')
    briefs = json.loads(run("check", "in/b.txt", brief, "--format", "json").stdout)["briefs"]
    assert [len(entry["named"]) for entry in briefs] == [1, 0]
