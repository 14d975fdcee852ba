"""The documentation is what brieflint does: examples run, pages are fresh, links lead somewhere."""

import doctest
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from samples import MISLABELLED

from brieflint.cli import main
from brieflint.knowledge.patterns import Patterns
from brieflint.reporting.formats import FORMATS
from brieflint.reporting.pages import write_pages

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))


@pytest.fixture(autouse=True)
def at_the_top(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


def test_the_python_examples_run(root: Path):
    failed, tried = doctest.testfile(str(root / "docs" / "python.md"), module_relative=False, encoding="utf-8")
    assert failed == 0
    assert tried > 20


def test_the_pages_of_the_rules_are_fresh(root: Path, patterns: Patterns):
    """When they are not: brieflint explain --markdown docs/rules."""
    folder = root / "docs" / "rules"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == dict(write_pages(patterns))


def test_explain_writes_the_pages(root: Path, tmp_path: Path):
    result = CliRunner().invoke(main, ["explain", "--markdown", str(tmp_path / "rules")])
    assert (result.exit_code, result.output) == (0, "")
    written = {path.name: path.read_bytes() for path in (tmp_path / "rules").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (root / "docs" / "rules").iterdir()}


def test_every_format_is_in_the_table(root: Path):
    told = set(re.findall(r"^\| `(\w+)` \|", (root / "docs" / "formats.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert told >= set(FORMATS) - {"html"}


@pytest.mark.parametrize("name", ["README.md", *(f"docs/{page}" for page in PAGES)])
def test_links_between_pages_lead_somewhere(root: Path, name: str):
    page = root / name
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)\s]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.fixture
def shell(tmp_path: Path):
    """Runs shell lines in a folder with a mislabelled brief, where `brieflint` is the one of this environment."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    command = bin_folder / "brieflint"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m brieflint "$@"\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    work = tmp_path / "work"
    (work / "briefs").mkdir(parents=True)
    (work / "briefs" / "rfp.txt").write_text(MISLABELLED)

    def shell(lines: str, **environment: str) -> subprocess.CompletedProcess[str]:
        known = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}", "BRIEFLINT": str(command)} | environment
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines],
            cwd=work, env=known, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip

    return shell


def test_the_gitlab_job_fails_and_leaves_its_reports(root: Path, shell, tmp_path: Path):
    job = next(yaml.safe_load(block) for block in blocks(root / "docs" / "ci.md", "yaml") if "codequality" in block)[
        "brieflint"
    ]
    done = shell("\n".join(line for line in job["script"] if "pip install" not in line))
    assert done.returncode == 1, done.stderr
    for report in job["artifacts"]["reports"].values():
        assert "sa-called-ito" in (tmp_path / "work" / report).read_text(encoding="utf-8")


def test_the_action_of_the_documentation_is_asked_for_what_it_knows(root: Path):
    action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    workflow = next(yaml.safe_load(block) for block in blocks(root / "docs" / "ci.md", "yaml") if "runs-on" in block)
    step = workflow["jobs"]["brieflint"]["steps"][1]
    assert "brieflint@" in step["uses"]
    assert step["with"].keys() <= action["inputs"].keys()


def action_step(root: Path) -> dict:
    action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    assert action["runs"]["using"] == "composite"
    assert all("shell" in step for step in action["runs"]["steps"] if "run" in step)
    return action["runs"]["steps"][-1]


def test_words_of_the_user_reach_the_action_as_environment_only(root: Path):
    assert "${{" not in action_step(root)["run"]


def test_the_action_annotates_sums_up_and_fails(root: Path, shell, tmp_path: Path):
    summary = tmp_path / "summary.md"
    inputs = {"PATHS": "briefs", "FAIL_ON": "error", "SARIF": "out.sarif", "SUMMARY": "true"}
    done = shell(action_step(root)["run"], GITHUB_STEP_SUMMARY=str(summary), **inputs)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=briefs/rfp.txt,line=1,")
    assert "sa-called-ito" in summary.read_text(encoding="utf-8")
    assert "sa-called-ito" in (tmp_path / "work" / "out.sarif").read_text(encoding="utf-8")


def test_the_action_runs_nothing_that_stands_in_its_inputs(root: Path, shell, tmp_path: Path):
    inputs = {
        "PATHS": "$(touch owned) `touch owned` ; touch owned\n--help",
        "FAIL_ON": "error",
        "SARIF": "",
        "SUMMARY": "false",
    }
    done = shell(action_step(root)["run"], **inputs)
    assert done.returncode == 2
    assert not (tmp_path / "work" / "owned").exists()
