"""What the pages of the documentation show is what brieflint prints, and the site holds every page."""

import doctest
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from brieflint.cli import main
from brieflint.configuration.content import ConfigFile

DOCS = Path(__file__).parent.parent / "docs"
USERS = sorted((DOCS / "users").glob("*.md"))
SHOWING = [page for page in sorted(DOCS.rglob("*.md")) if "```console\n" in page.read_text(encoding="utf-8")]


def shown(page: Path) -> Iterator[tuple[str, str]]:
    """The commands of a page's console blocks, each with the output below it."""
    for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        yield from re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)


def run(command: str, status: int) -> tuple[str, int]:
    """The output and exit code of a command; brieflint itself runs here, since a process each would take seconds."""
    if command.startswith("brieflint "):
        result = CliRunner().invoke(main, shlex.split(command)[1:])
        return result.output, result.exit_code
    done = subprocess.run(["sh", "-c", f"(exit {status}); {command}"], capture_output=True, text=True, check=True)
    return done.stdout, 0


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.stem)
def test_a_page_shows_what_is_printed(page: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shutil.copytree(root / "examples", tmp_path / "examples")
    shutil.copy(DOCS / "rfp.docx", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    status = 0
    for command, expected in shown(page):
        printed, status = run(command, status)
        assert doctest.OutputChecker().check_output(expected, printed, doctest.ELLIPSIS), f"$ {command}\n{printed}"


@pytest.mark.parametrize("page", USERS, ids=lambda page: page.stem)
def test_a_page_for_a_user_tells_what_hurts_what_to_do_and_the_limits(page: Path):
    headings = re.findall(r"^## (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["What hurts", "What to type, and what you see", "What to do with it", "Limits"]
    assert len(list(shown(page))) >= 2


def test_the_site_lists_every_page_once(root: Path):
    def pages(entry: object) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        else:
            for part in entry.values() if isinstance(entry, dict) else entry:
                yield from pages(part)

    nav = tomllib.loads((root / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    assert sorted(pages(nav)) == sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))


def test_the_pages_give_the_figures_of_the_readme(root: Path):
    told, known = (
        re.findall(r"^\|.*\| \d\.\d\d \|.*$", page.read_text(encoding="utf-8"), re.MULTILINE)
        for page in (DOCS / "judging.md", root / "README.md")
    )
    assert told
    assert told == known


def test_the_configuration_page_is_valid():
    (settings,) = re.findall(r"```toml\n(.*?)```", (DOCS / "configuration.md").read_text(encoding="utf-8"), re.DOTALL)
    assert ConfigFile.read(tomllib.loads(settings)).root
