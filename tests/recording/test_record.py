"""The record of a run, and holding it against a new one."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from brieflint import __version__


@pytest.fixture
def record(brief: Path, run) -> Path:
    assert run("check", brief, "--record", "audit.json").exit_code == 0
    return Path("audit.json")


def read(record: Path) -> dict:
    return json.loads(record.read_text(encoding="utf-8"))


def test_it_names_every_input_by_its_digest(record: Path, brief: Path):
    (recorded,) = read(record)["briefs"]
    assert (recorded["path"], recorded["sha256"]) == ("briefs/a.txt", sha256(brief.read_bytes()).hexdigest())


def test_it_tells_what_took_part(record: Path):
    plain = read(record)
    assert plain["tool"]["version"] == __version__
    assert {"python", "spacy", "numpy"} <= set(plain["libraries"])
    digests = [plain["tool"]["digest"], plain["patterns"]["digest"], plain["model"]["digest"]]
    assert len({*digests, *plain["configuration"].values()}) == 4
    assert plain["configuration"] == {"brieflint.toml": sha256(Path("brieflint.toml").read_bytes()).hexdigest()}


def test_it_holds_the_verdict_the_findings_and_what_was_kept_out(record: Path):
    (recorded,) = read(record)["briefs"]
    assert recorded["described"]["model"] == "staff_augmentation"
    assert "sa-called-ito" in {finding["rule"] for finding in recorded["findings"] if finding.get("suppressed")}


def test_it_holds_the_reason_and_whether_it_was_needed(record: Path):
    (suppression,) = read(record)["briefs"][0]["suppressions"]
    assert (suppression["reason"], suppression["status"], suppression["used"]) == (
        "agreed with legal",
        "used",
        ["sa-called-ito"],
    )
    assert (suppression["line"], suppression["who"], suppression["source"]) == (1, "", "")


def test_git_tells_who_and_when(brief: Path, git, run):
    git("add", ".")
    git("commit", "-qm", "Decide", "--date", "2026-05-01T10:00:00+02:00")
    run("check", brief, "--record", "audit.json")
    (suppression,) = read(Path("audit.json"))["briefs"][0]["suppressions"]
    assert (suppression["who"], suppression["when"]) == ("Ann Lee <ann@example.org>", "2026-05-01T08:00:00Z")
    assert suppression["source"] == "git"


def test_of_a_line_that_was_not_committed_git_tells_nothing(brief: Path, git, run):
    git("add", ".")
    git("commit", "-qm", "Start")
    brief.write_text(f"# brieflint: ignore-file brief-incomplete -- later\n{brief.read_text()}")
    run("check", brief, "--record", "audit.json")
    first, second = read(Path("audit.json"))["briefs"][0]["suppressions"]
    assert (first["who"], second["who"]) == ("", "Ann Lee <ann@example.org>")


def test_without_git_nobody_is_named(brief: Path, git, run, monkeypatch):
    git("add", ".")
    git("commit", "-qm", "Start")
    monkeypatch.setenv("PATH", "")
    assert run("check", brief, "--record", "audit.json").exit_code == 0
    assert read(Path("audit.json"))["briefs"][0]["suppressions"][0]["who"] == ""


def test_the_same_run_makes_the_same_bytes(brief: Path, run):
    for name in ("one.json", "two.json"):
        run("check", brief, "--record", name)
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_standard_input_cannot_be_recorded(brief: Path, run):
    result = run("check", "-", "--record", "audit.json")
    assert result.exit_code == 2
    assert "can be read again" in result.stderr


def test_a_record_that_cannot_be_written_is_told(brief: Path, run):
    result = run("check", brief, "--record", "no/audit.json")
    assert result.exit_code == 2
    assert "no/audit.json: cannot be written" in result.stderr


def test_an_unreadable_brief_is_recorded_as_such(brief: Path, run):
    run("check", brief, "gone.txt", "--record", "audit.json")
    recorded = read(Path("audit.json"))["briefs"][1]
    assert (recorded["status"], recorded["sha256"], recorded["suppressions"]) == ("unreadable", None, [])
    assert run("verify", "audit.json").exit_code == 0


def test_what_has_not_changed_is_verified(record: Path, run):
    result = run("verify", record)
    assert (result.exit_code, "give the same result" in result.stdout) == (0, True)


def test_it_is_verified_from_anywhere(record: Path, run, monkeypatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path / "briefs")
    assert run("verify", tmp_path / record).exit_code == 0


def test_it_is_verified_as_of_its_own_day(brief: Path, run, monkeypatch):
    brief.write_text(brief.read_text().replace("sa-called-ito --", "sa-called-ito until 2027-12-31 --"))
    run("check", brief, "--record", "audit.json")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert run("verify", "audit.json").exit_code == 0


def test_options_of_the_call_hold_again(brief: Path, run):
    Path("other.toml").write_text('fail-on = "advice"\n')
    run("check", brief, "--config", "other.toml", "--ignore", "completeness", "--record", "audit.json")
    assert run("verify", "audit.json").exit_code == 0


def test_a_brief_that_has_changed_is_told_with_what_comes_of_it(record: Path, brief: Path, run):
    brief.write_text(brief.read_text().replace("IT outsourcing", "staff augmentation"))
    result = run("verify", record)
    assert result.exit_code == 1
    assert "briefs/a.txt: the file has changed" in result.stdout
    assert "briefs/a.txt: names: recorded it_outsourcing; now staff_augmentation" in result.stdout
    assert "found no more: error sa-called-ito (line 2), kept out" in result.stdout


def test_a_remark_that_was_taken_away_is_told(record: Path, brief: Path, run):
    brief.write_text(brief.read_text().split("\n", 1)[1])
    told = run("verify", record).stdout
    assert "found now: error sa-called-ito" in told
    assert "its remarks, or what came of them, have changed" in told


def test_a_brief_that_is_gone_is_told(record: Path, brief: Path, run):
    brief.unlink()
    result = run("verify", record)
    assert result.exit_code == 1
    assert "recorded as checked; now unreadable" in result.stdout


def test_a_configuration_that_has_changed_is_told(record: Path, run):
    Path("brieflint.toml").write_text('root = true\nignore = ["completeness"]\n')
    told = run("verify", record).stdout
    assert "brieflint.toml: this configuration has changed" in told
    assert "found no more: advice brief-incomplete" in told


def test_a_new_configuration_is_told(record: Path, run):
    Path("briefs/brieflint.toml").write_text("")
    assert "briefs/brieflint.toml: this configuration has a say now and had none" in run("verify", record).stdout


@pytest.mark.parametrize("part", ["tool", "libraries", "patterns", "model"])
def test_another_program_or_other_knowledge_is_told(record: Path, run, part: str):
    plain = read(record)
    plain[part] = dict.fromkeys(plain[part], "0" * 64)
    record.write_text(json.dumps(plain))
    result = run("verify", record)
    assert result.exit_code == 1
    assert "recorded" in result.stdout


def test_a_brief_more_in_a_folder_is_told(brief: Path, run):
    run("check", "briefs", "--record", "audit.json")
    (brief.parent / "b.txt").write_text("Purchase of laptops for the district\n")
    assert "briefs/b.txt: not in the record" in run("verify", "audit.json").stdout


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "brieflint-record/1"}', '{"schema": "brieflint-record/1", "date": 3, "call": []}']
)
def test_what_is_no_record_is_refused(brief: Path, run, text: str):
    Path("audit.json").write_text(text)
    result = run("verify", "audit.json")
    assert result.exit_code == 2
    assert "audit.json: this is no record of a run." in result.stderr


def test_a_record_that_is_missing_is_told(brief: Path, run):
    result = run("verify", "audit.json")
    assert result.exit_code == 2
    assert "audit.json: the record cannot be read" in result.stderr
