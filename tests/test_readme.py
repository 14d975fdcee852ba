"""What the README shows is what brieflint does."""

import re
import tomllib
from pathlib import Path

from click.testing import CliRunner

from brieflint.cli import main
from brieflint.configuration.content import ConfigFile
from brieflint.linting.directive import parse_directive


def test_the_readme_shows_what_the_first_command_prints(root: Path, monkeypatch):
    monkeypatch.chdir(root)
    shown = re.search(r"```text\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    assert CliRunner().invoke(main, ["check", "examples/rfp.docx.txt"]).output == shown[1]


def test_the_python_examples_of_the_readme_run(root: Path, monkeypatch):
    monkeypatch.chdir(root)
    for block in re.findall(r"```python\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})


def test_the_configuration_in_the_readme_is_valid(root: Path):
    (shown,) = re.findall(r"```toml\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert ConfigFile.read(tomllib.loads(shown)).root


def test_the_remarks_in_the_readme_are_read(root: Path):
    shown = re.findall(
        r"^(?:<!-- )?(brieflint: ignore.*?)(?: -->)?$", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(shown) == 2
    assert all(parse_directive(remark).reason for remark in shown)
