"""Globs mean what they mean in `.gitignore`."""

import subprocess
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brieflint.configuration.finding import Configuration
from brieflint.configuration.globs import Globs

HERE = Path("/house")


@pytest.mark.parametrize(
    ("patterns", "path", "meant"),
    [
        (["*.md"], "a/b.md", True),
        (["*.md"], "a/b.txt", False),
        (["archive"], "x/archive/b.md", True),
        (["archive/"], "archive", False),
        (["archive/"], "x/archive/b.md", True),
        (["/archive"], "x/archive/b.md", False),
        (["/archive"], "archive/b.md", True),
        (["a/b.md"], "x/a/b.md", False),
        (["a/*.md"], "a/b/c.md", False),
        (["a/**/c.md"], "a/c.md", True),
        (["a/**/c.md"], "a/x/y/c.md", True),
        (["**/c.md"], "c.md", True),
        (["a/**"], "a/b/c.md", True),
        (["b?.md"], "b1.md", True),
        (["b[12].md"], "b2.md", True),
        (["b[!12].md"], "b2.md", False),
        (["b[1-3].md"], "b2.md", True),
        (["*.md", "!keep.md"], "a/keep.md", False),
        (["*.md", "!keep.md", "keep.md"], "a/keep.md", True),
        (["a(b).md"], "a(b).md", True),
    ],
)
def test_a_glob(patterns: list[str], path: str, meant: bool):
    assert Globs(HERE, tuple(patterns)).match(HERE / path) is meant


def test_what_lies_outside_the_folder_is_never_meant():
    assert not Globs(HERE, ("*",)).match("/elsewhere/a.md")


NAMES = ("a", "b", "ab.md", "b.md")
PATHS = ["/".join(names) for depth in (1, 2, 3) for names in product(NAMES, repeat=depth)]
PARTS = st.sampled_from(["a", "*", "**", "?", "b.md", "*.md", "a*", "[ab].md", "[!a]*"])
GLOBS = st.tuples(
    st.sampled_from(["", "/", "!"]), st.lists(PARTS, min_size=1, max_size=3).map("/".join), st.sampled_from(["", "/"])
).map("".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("git")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


@settings(max_examples=60, deadline=None)
@given(globs=st.lists(GLOBS, min_size=1, max_size=2))
@example(globs=["a/**/b.md"])
@example(globs=["**/a"])
@example(globs=["a/**", "!a/b.md"])
def test_globs_mean_what_git_makes_of_them(repository: Path, globs: list[str]):
    (repository / ".gitignore").write_text("\n".join(globs) + "\n")
    command = ["git", "check-ignore", "--no-index", "--stdin"]
    done = subprocess.run(command, cwd=repository, input="\n".join(PATHS), capture_output=True, text=True, check=False)
    ours = Globs(repository, tuple(globs))
    assert [path for path in PATHS if ours.match(repository / path)] == done.stdout.splitlines()


def test_excluded_files_and_folders_are_not_wanted(write):
    write("brieflint.toml", 'root = true\nexclude = ["archive/", "draft-*"]\n')
    wants = Configuration().wants
    assert wants("a.txt")
    assert not wants("x/draft-1.txt")
    assert not wants("x/archive", folder=True)
    assert not wants("x/archive/a.txt")


def test_only_included_files_are_wanted_and_every_folder_is_looked_into(write):
    write("brieflint.toml", 'root = true\ninclude = ["*.md"]\nexclude = ["no.md"]\n')
    wants = Configuration().wants
    assert (wants("a.md"), wants("a.txt"), wants("no.md"), wants("x", folder=True)) == (True, False, False, True)
