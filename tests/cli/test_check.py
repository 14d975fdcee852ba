"""`brieflint check`: what is checked, what is told, and with which exit code."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click import unstyle
from click.testing import CliRunner, Result
from samples import MISLABELLED

from brieflint.cli import main
from brieflint.cli.output import painter

BARE = """Two developers for the timetable group

Two Java developers join our team. Our technical lead assigns their tasks every day and reviews their code.
They attend our stand-up. We remain responsible for every release. We pay a monthly rate per developer.
"""
LAPTOPS = "Purchase of laptops\n\nThe district buys 140 laptops and 12 charging carts. Prices hold until May.\n"


def check(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], input=stdin)


def flat(text: str) -> str:
    """The text as one line, however it was wrapped."""
    return " ".join(text.split())


def python(*code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *code], capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def write(tmp_path: Path):
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_brief_without_an_error_ends_with_0(write):
    result = check(write("a.txt", LAPTOPS))
    assert (result.exit_code, result.stderr) == (0, "")


def test_an_error_ends_with_1(write):
    result = check(write("a.txt", MISLABELLED))
    assert result.exit_code == 1
    assert "IT outsourcing" in result.stdout


def test_a_file_that_is_not_there_ends_with_2_and_is_told(tmp_path: Path):
    result = check(tmp_path / "no.txt")
    assert result.exit_code == 2
    assert "no.txt: there is no such file." in flat(result.stdout)


def test_a_file_that_is_not_there_outweighs_an_error(write, tmp_path: Path):
    assert check(write("a.txt", MISLABELLED), tmp_path / "no.txt").exit_code == 2


def test_nothing_to_check_is_a_mistake_in_the_call():
    result = check()
    assert result.exit_code == 2
    assert "PATH" in result.stderr


def test_an_unknown_format_is_a_mistake_in_the_call(write):
    assert check(write("a.txt", LAPTOPS), "--format", "xml").exit_code == 2


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 0), ("advice", 1)])
def test_a_brief_with_advice_only_fails_on_advice_only(write, fail_on: str, code: int):
    path = write("a.txt", BARE)
    findings = json.loads(check(path, "--format", "json").stdout)["briefs"][0]["findings"]
    assert {finding["severity"] for finding in findings} == {"advice"}
    assert check(path, "--fail-on", fail_on).exit_code == code


@pytest.mark.parametrize("fail_on", ["error", "warning", "advice"])
def test_an_error_fails_on_whatever_is_asked(write, fail_on: str):
    assert check(write("a.txt", MISLABELLED), "--fail-on", fail_on).exit_code == 1


def test_standard_input_is_a_dash():
    result = check("-", stdin=MISLABELLED)
    assert result.exit_code == 1
    assert result.stdout.startswith("-\n")


def test_standard_input_is_read_as_bytes_whatever_the_terminal():
    data = BARE.replace("timetable", "Żuławy").encode()
    brief = json.loads(check("-", "--format", "json", stdin=data).stdout)["briefs"][0]
    assert (brief["path"], brief["status"]) == ("-", "checked")


def test_empty_standard_input_ends_with_2():
    assert check("-", stdin="").exit_code == 2


def test_an_empty_file_cannot_be_checked(write):
    result = check(write("a.txt", ""))
    assert result.exit_code == 2
    assert "the file is empty" in flat(result.stdout)


def test_a_file_of_white_space_is_empty(write):
    assert "the file is empty" in flat(check(write("a.md", " \n\t\n")).stdout)


def test_all_briefs_of_a_folder_are_checked_by_name(write, tmp_path: Path):
    write("in/b.md", LAPTOPS)
    write("in/a.txt", LAPTOPS)
    write("in/deep/c.txt", LAPTOPS)
    briefs = json.loads(check(tmp_path / "in", "--format", "json").stdout)["briefs"]
    assert [Path(brief["path"]).name for brief in briefs] == ["a.txt", "b.md", "c.txt"]


def test_files_of_other_formats_in_a_folder_are_skipped_and_counted(write, tmp_path: Path):
    write("in/a.txt", LAPTOPS)
    write("in/b.exe", "MZ")
    write("in/c.png", "PNG")
    result = check(tmp_path / "in")
    assert result.exit_code == 0
    assert "1 brief checked, 2 files skipped;" in result.stdout


def test_hidden_files_and_links_in_a_folder_are_left_alone(write, tmp_path: Path):
    write("in/a.txt", LAPTOPS)
    write("in/.hidden.txt", LAPTOPS)
    write("in/.git/c.txt", LAPTOPS)
    (tmp_path / "in" / "link.txt").symlink_to(write("elsewhere.txt", LAPTOPS))
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    assert json.loads(check(tmp_path / "in", "--format", "json").stdout)["summary"]["checked"] == 1


def test_a_folder_that_may_not_be_looked_into_ends_with_2_and_the_others_are_checked(
    write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write("in/a.txt", LAPTOPS)
    write("in/locked/b.txt", LAPTOPS)
    looked = Path.iterdir

    def look(folder: Path) -> Iterator[Path]:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return looked(folder)

    monkeypatch.setattr(Path, "iterdir", look)
    result = check(tmp_path / "in")
    assert result.exit_code == 2
    assert "1 brief checked, 1 file not checked" in result.stdout


def test_a_folder_without_a_brief_is_no_failure(tmp_path: Path):
    result = check(tmp_path)
    assert result.exit_code == 0
    assert "0 briefs checked" in result.stdout
    assert "No brief was found: brieflint reads .docx" in flat(result.stdout)


def test_a_file_of_another_format_that_is_named_ends_with_2_and_the_others_are_checked(write):
    briefs = [write("a.txt", LAPTOPS), write("b.exe", "MZ"), write("c.txt", LAPTOPS)]
    result = check(*briefs, "--format", "json")
    plain = json.loads(result.stdout)
    assert result.exit_code == 2
    assert [brief["status"] for brief in plain["briefs"]] == ["checked", "unreadable", "checked"]
    assert ".exe files cannot be read" in plain["briefs"][1]["error"]
    assert plain["summary"]["skipped"] == 0


def test_briefs_are_told_in_the_order_in_which_they_are_named(write):
    paths = [str(write(name, LAPTOPS)) for name in ("z.txt", "a.txt", "m.txt")]
    assert [brief["path"] for brief in json.loads(check(*paths, "--format", "json").stdout)["briefs"]] == paths


def test_a_brief_named_twice_is_checked_once(write):
    path = write("a.txt", LAPTOPS)
    assert json.loads(check(path, path, "--format", "json").stdout)["summary"]["checked"] == 1


def test_json_is_one_document_even_when_a_file_cannot_be_read(write, tmp_path: Path):
    result = check(write("a.txt", MISLABELLED), tmp_path / "no.txt", "--format", "json")
    assert json.loads(result.stdout)["schema"] == "brieflint-report/1"


def test_all_shows_findings_that_are_left_out_otherwise(write, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("brieflint.reporting.as_text.SHOWN", 1)
    path = write("a.txt", MISLABELLED)
    assert "--all shows every one" in check(path).stdout
    assert "--all shows every one" not in check(path, "--all").stdout
    assert len(check(path, "--all").stdout) > len(check(path).stdout)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_there_are_colours_on_a_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert painter()("oh", "error").startswith("\x1b[31m")
    assert unstyle(painter()("oh", "error")) == "oh"


def test_there_are_no_colours_when_nobody_wants_them(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert painter()("oh", "error") == "oh"


def test_there_are_no_colours_in_a_file(write):
    assert "\x1b" not in check(write("a.txt", MISLABELLED)).stdout


def test_it_runs_as_a_module(write):
    done = python("-m", "brieflint", "check", str(write("a.txt", MISLABELLED)))
    assert (done.returncode, done.stderr) == (1, "")
    assert "1 mislabelled" in done.stdout


def test_a_missing_file_leaves_no_traceback(tmp_path: Path):
    done = python("-m", "brieflint", "check", str(tmp_path / "no.txt"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_name_that_is_no_text_leaves_no_traceback(tmp_path: Path, form: str):
    path = os.fsencode(tmp_path) + b"/offer-\xff.txt"
    Path(os.fsdecode(path)).write_text(LAPTOPS)
    command = [sys.executable, "-m", "brieflint", "check", "--format", form, path]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", [("check", "--format", "json", "-o"), ("check", "--record"), ("baseline", "write", "-o")])
def test_a_file_name_that_is_no_text_is_written_into_files_all_the_same(tmp_path: Path, arguments: tuple[str, ...]):
    path, out = Path(os.fsdecode(os.fsencode(tmp_path) + b"/offer-\xff.txt")), tmp_path / "out"
    path.write_text(MISLABELLED)
    result = CliRunner().invoke(main, [*arguments, str(out), str(path)])
    assert isinstance(result.exception, SystemExit | None)
    assert "offer-\ufffd.txt" in out.read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a device that is always full is particular to Linux")
def test_standard_output_that_cannot_be_written_ends_with_2_and_is_told(write):
    command = [sys.executable, "-m", "brieflint", "check", str(write("a.txt", LAPTOPS)), "--format", "html"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    assert done.stderr == "standard output: cannot be written (No space left on device). Choose another place.\n"
    assert done.returncode == 2


@pytest.mark.parametrize("encoding", ["latin-1", "cp437"])
def test_a_console_without_the_signs_of_a_brief_shows_it_all_the_same(write, encoding: str):
    path = write("a.txt", MISLABELLED.replace("Odense", "Łódź … “naïve”"))
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "brieflint", "check", str(path), "--all"]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


HEAVY = "[name for name in ('spacy', 'numpy', 'pydantic', 'jinja2', 'sklearn') if name in sys.modules]"


@pytest.mark.parametrize(
    "arguments",
    [
        *(["--help"], ["explain", "q3"], ["explain"], ["completion", "bash"]),
        *(
            [name, "--help"]
            for name in (
                *("check", "fix", "draft", "facts", "grid", "questions", "choose", "evaluate", "patterns", "config"),
                *("baseline", "decisions", "verify"),
            )
        ),
    ],
    ids=" ".join,
)
def test_help_and_explanations_come_without_the_heavy_libraries(arguments: list[str]):
    done = python(
        "-c", f"import sys; from brieflint.cli import main; main({arguments!r}, standalone_mode=False); print({HEAVY})"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["check", "draft", "grid", "questions"])
def test_a_mistake_in_the_configuration_is_told_without_the_heavy_libraries(write, command: str):
    write("brieflint.toml", "ignore = 3\n")
    call = [command, str(write("a.txt", LAPTOPS))]
    told = f"import atexit, sys; atexit.register(lambda: print({HEAVY}))"
    code = f"{told}\nfrom brieflint.cli import main; main({call!r})"
    done = python("-c", code)
    assert (done.returncode, done.stdout.strip()) == (2, "[]")
    assert "ignore" in done.stderr


def test_help_lists_the_commands_in_the_order_of_a_days_work():
    text = CliRunner().invoke(main, ["--help"]).stdout
    commands = text[text.index("Commands:") :]
    assert commands.index("check") < commands.index("draft") < commands.index("explain") < commands.index("patterns")


def test_help_is_a_word_of_its_own_and_a_letter():
    assert CliRunner().invoke(main, ["-h"]).stdout == CliRunner().invoke(main, ["--help"]).stdout


def test_an_unknown_command_is_a_mistake_in_the_call():
    result = CliRunner().invoke(main, ["chekc"])
    assert result.exit_code == 2
    assert "chekc" in result.stderr


def test_the_version_can_be_asked_for():
    assert CliRunner().invoke(main, ["--version"]).stdout.startswith("brieflint, version 0.")


def test_why_tells_sums_terms_and_sentences(write):
    result = check(write("a.txt", MISLABELLED), "--why")
    text = flat(result.stdout)
    assert result.exit_code == 1
    assert '"IT outsourcing" (line 1): IT outsourcing; taken, probability' in text
    assert "speaks for staff augmentation (direction)" in text
    assert "turned by the frame client owns outcome" in text
    assert "on the log-odds of staff augmentation" in text


def test_why_tells_a_term_that_was_not_taken_and_what_took_it_away(write):
    text = "Two Java developers\n\nWe do not want a managed service. Our lead assigns their tasks every day.\n"
    assert "not taken: the words around it say that it does not name this work" in flat(
        check(write("a.txt", text), "--why").stdout
    )


def test_why_tells_one_brief_after_the_other_and_what_could_not_be_read(write, tmp_path: Path):
    result = check(write("a.txt", LAPTOPS), tmp_path / "no.txt", write("b.txt", BARE), "--why")
    assert result.exit_code == 2
    assert result.stdout.count("Sums: what each thing added") == 2
    assert result.stdout.index("a.txt") < result.stdout.index("not checked: ") < result.stdout.index("b.txt")


def test_why_is_text(write):
    result = check(write("a.txt", LAPTOPS), "--why", "--format", "json")
    assert result.exit_code == 2
    assert "--why is told as text only" in result.stderr


def test_why_shows_no_sign_that_could_move_the_cursor(write):
    text = MISLABELLED.replace("every morning", "every \x1b[2Jmorn\u202eing")
    shown = check(write("a.txt", text), "--why").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def commands(group: click.Group = main, *names: str) -> Iterator[tuple[str, ...]]:
    """The way to every command, groups included."""
    yield names
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, *names, name)
        else:
            yield (*names, name)


@pytest.mark.parametrize("names", list(commands()), ids=lambda names: " ".join(names) or "brieflint")
def test_help_on_every_command_has_examples(names: tuple[str, ...]):
    text = CliRunner().invoke(main, [*names, "--help"]).stdout
    examples = text.partition("Examples:\n")[2]
    assert re.match(rf" +.*brieflint {' '.join(names)}".rstrip(), examples)


def test_in_a_github_job_the_report_is_in_workflow_commands(write, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    path = write("a.txt", MISLABELLED)
    assert check(path).stdout.startswith("::error file=")
    assert check(path, "--format", "text").stdout.startswith(f"{path}\n")
    check(path, "-o", path.with_suffix(".log"))
    assert path.with_suffix(".log").read_text(encoding="utf-8").startswith(f"{path}\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert check(path).stdout.startswith(f"{path}\n")


def test_the_report_goes_into_the_file_that_is_asked_for(write, tmp_path: Path):
    path, out = write("a.txt", MISLABELLED), tmp_path / "out" / "report.txt"
    out.parent.mkdir()
    result = check(path, "--output", out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert out.read_text(encoding="utf-8") == check(path).stdout
    assert list(out.parent.iterdir()) == [out]


def test_a_report_that_cannot_be_written_ends_with_2(write, tmp_path: Path):
    result = check(write("a.txt", LAPTOPS), "-o", tmp_path / "no" / "report.txt")
    assert result.exit_code == 2
    assert "report.txt: cannot be written" in result.stderr


def test_quiet_says_nothing_when_there_is_nothing_to_stop_for(write):
    result = check(write("a.txt", LAPTOPS), write("b.txt", BARE), "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_quiet_shows_what_gives_a_reason_to_stop(write, tmp_path: Path):
    bad = write("b.txt", MISLABELLED)
    result = check(write("a.txt", LAPTOPS), bad, tmp_path / "no.txt", "-q")
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{bad}\n")
    assert "no.txt" in result.stdout
    assert "a.txt" not in result.stdout
    assert "brief checked" not in result.stdout


def test_quiet_keeps_a_format_valid(write):
    assert json.loads(check(write("a.txt", LAPTOPS), "-q", "--format", "sarif").stdout)["runs"][0]["results"] == []


def test_quiet_heeds_what_is_asked_to_fail_on(write):
    path = write("b.txt", BARE)
    assert check(path, "-q", "--fail-on", "advice").stdout.startswith(f"{path}\n")


def test_statistics_count_the_findings_of_each_rule(write):
    paths = [write("a.txt", MISLABELLED), write("b.txt", MISLABELLED), write("c.txt", BARE)]
    result = check(*paths, "--statistics")
    assert result.exit_code == 1
    lines = [line.split()[:2] for line in result.stdout.splitlines()]
    assert ["2", "sa-called-ito"] in lines
    assert [int(count) for count, _ in lines] == sorted((int(count) for count, _ in lines), reverse=True)


def test_statistics_go_without_a_format(write):
    assert check(write("a.txt", LAPTOPS), "--statistics", "--format", "json").exit_code == 2
