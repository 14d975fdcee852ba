"""Completion in shells: the scripts, and that shells understand them."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from brieflint.cli import main

SHELLS = ("bash", "zsh", "fish")


def script(shell: str) -> str:
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_asks_brieflint_itself(shell: str):
    assert f"_BRIEFLINT_COMPLETE={shell}_complete" in script(shell)


def test_bash_understands_its_script():
    done = subprocess.run(["bash", "-n"], input=script("bash"), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_shell_is_a_mistake_in_the_call():
    assert CliRunner().invoke(main, ["completion", "cmd"]).exit_code == 2


@pytest.mark.parametrize(
    ("line", "offered"),
    [("brieflint ch", "check"), ("brieflint check --format sa", "sarif"), ("brieflint fix --un", "--unsafe")],
)
def test_words_are_completed(line: str, offered: str):
    environment = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1), "_BRIEFLINT_COMPLETE": "bash_complete"}
    code = "from brieflint.cli import main; main(prog_name='brieflint')"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert offered in done.stdout
