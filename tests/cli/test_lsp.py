"""`brieflint lsp` before it starts; what it does then is told by the tests of editing."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from brieflint.cli import main

WITHOUT = "import sys; sys.modules[{name!r}] = None; from brieflint.cli import main; main({arguments!r})"
LOADED = """
import atexit, sys
from brieflint.cli import main
atexit.register(lambda: print({names!r} & sys.modules.keys()))
main({arguments!r})
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], input="", capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("name", ["pygls", "lsprotocol"])
def test_without_its_extra_it_says_what_to_install(name: str):
    done = run(WITHOUT.format(name=name, arguments=["lsp"]))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Editors need {name}: pip install 'brieflint[lsp]'\n"


@pytest.mark.parametrize("arguments", [["--help"], ["lsp", "--help"]])
def test_help_does_without_what_editors_need(arguments: list[str]):
    done = run(LOADED.format(names={"pygls", "lsprotocol", "spacy"}, arguments=arguments))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "set()")


def test_an_editor_that_says_nothing_gets_nothing():
    pytest.importorskip("pygls")
    done = run("from brieflint.cli import main; main(['lsp', '--stdio'])")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_configuration_that_is_not_there_is_told_at_once():
    result = CliRunner().invoke(main, ["lsp", "--config", "no-such.toml"])
    assert result.exit_code == 2
    assert "no-such.toml" in result.output
