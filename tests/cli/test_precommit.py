"""The hook that is shipped for pre-commit, run by pre-commit itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from documents.packages import docx, p
from documents.pdfs import set_lines, write_pdf

MISLABELLED = [
    "Request for proposals: IT outsourcing for the booking portal",
    "Two Java developers join our team. Our technical lead assigns their tasks every day and reviews their code.",
    "They attend our stand-up. We remain responsible for every release. We pay a monthly rate per developer.",
]
LAPTOPS = ["Purchase of laptops", "The district buys 140 laptops and 12 charging carts. Prices hold until May."]

WRITERS = {
    "brief.txt": lambda lines: "\n\n".join(lines).encode(),
    "brief.docx": lambda lines: docx("".join(map(p, lines))),
    "brief.pdf": lambda lines: write_pdf([set_lines(72, 700, lines, size=9, pitch=30)]),
    "brief.html": lambda lines: "".join(f"<p>{line}</p>" for line in lines).encode(),
    "brief.eml": lambda lines: f"Subject: {lines[0]}\nFrom: ana@district.example\n\n{' '.join(lines[1:])}\n".encode(),
}


@pytest.fixture(scope="module")
def hook(root: Path) -> dict[str, object]:
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return next(hook for hook in hooks if hook["id"] == "brieflint")


@pytest.fixture
def run_hook(tmp_path: Path, hook: dict[str, object]):
    """Runs a hook, from where it is installed already, on files that are staged in a new repository."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    repository = tmp_path / "repository"
    repository.mkdir()

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, text=True, timeout=300, check=False
        )

    def run_hook(files: dict[str, bytes], hook: dict[str, object] = hook) -> subprocess.CompletedProcess[str]:
        entry = str(hook["entry"]).replace("brieflint", f"{sys.executable} -m brieflint", 1)
        local = {"repo": "local", "hooks": [hook | {"language": "system", "entry": entry}]}
        (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [local]}))
        for name, data in files.items():
            (repository / name).write_bytes(data)
        run("git", "init", "--quiet")
        run("git", "add", ".")
        return run(sys.executable, "-m", "pre_commit", "run", "--color", "never")

    return run_hook


def test_the_hook_runs_the_command_from_an_environment_of_its_own(hook: dict[str, object]):
    assert (hook["entry"], hook["language"], hook["require_serial"]) == ("brieflint check", "python", True)


@pytest.mark.parametrize("name", WRITERS)
def test_a_mislabelled_brief_fails_the_hook(run_hook, name: str):
    done = run_hook({name: WRITERS[name](MISLABELLED)})
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{name}\n" in done.stdout
    assert "called IT outsourcing" in done.stdout


def test_briefs_without_an_error_pass(run_hook):
    done = run_hook({name: write(LAPTOPS) for name, write in WRITERS.items()})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_files_of_other_formats_are_none_of_its_business(run_hook):
    done = run_hook({"setup.py": "\n".join(MISLABELLED).encode(), "brief.rtf": b"{\\rtf1 IT outsourcing}"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Skipped" in done.stdout


def test_what_was_decided_in_the_briefs_and_their_configuration_holds_in_the_hook(run_hook):
    lines = ["brieflint: ignore sa-called-ito -- agreed with legal", *MISLABELLED]
    archived = "\n\n".join(MISLABELLED).encode()
    done = run_hook(
        {"brief.txt": "\n\n".join(lines).encode(), "old.txt": archived, "brieflint.toml": b'root = true\nexclude = ["old.*"]\n'}
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_mistake_in_the_configuration_fails_the_hook(run_hook):
    done = run_hook({"brief.txt": "\n\n".join(LAPTOPS).encode(), "brieflint.toml": b"igonre = []\n"})
    assert done.returncode == 1
    assert "brieflint.toml:1: unknown key 'igonre'; did you mean 'ignore'?" in done.stdout + done.stderr


def test_the_fixing_hook_writes_the_name_and_fails_so_that_a_person_looks(run_hook, root: Path, tmp_path: Path):
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    fixing = next(hook for hook in hooks if hook["id"] == "brieflint-fix")
    done = run_hook({"brief.md": WRITERS["brief.txt"](MISLABELLED), "brief.docx": WRITERS["brief.docx"](MISLABELLED)}, fixing)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "staff augmentation for the booking portal" in (tmp_path / "repository" / "brief.md").read_text(encoding="utf-8")
    assert "brief.docx" not in done.stdout
