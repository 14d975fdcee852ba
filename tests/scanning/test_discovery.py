"""Which files are found: what git ignores is left alone in folders, links lead nowhere, and named files are taken as named."""

import subprocess
from pathlib import Path

import pytest

from brieflint.configuration.finding import Configuration
from brieflint.configuration.settings import Options
from brieflint.scanning.discovery import Found, discover

IGNORED = """
# drafts, but for the one that went out
drafts/
/only-here.txt
*.md
!kept.md
deep/**/old.txt
odd\\#name.txt
"""
FILES = (
    *("a.txt", "drafts/a.txt", "sub/drafts/b.txt", "only-here.txt", "sub/only-here.txt", "x.md", "kept.md", "sub/kept.md"),
    *("deep/old.txt", "deep/er/old.txt", "odd#name.txt", "sub/own.txt", "sub/other.txt"),
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A work tree of git with files that are ignored and others that are not."""
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("brief")
    (tmp_path / ".gitignore").write_text(IGNORED)
    (tmp_path / "sub" / ".gitignore").write_text("own.txt\n!x.md\n!drafts/\n")
    (tmp_path / ".git" / "info" / "exclude").write_text("sub/other.txt\n")
    return tmp_path


def find(*paths: Path) -> Found:
    configuration = Configuration(Options(no_config=True))
    return discover(list(map(str, paths)), configuration)


def test_what_git_ignores_is_left_alone_as_git_does(tree: Path):
    listed = subprocess.run(
        ["git", "-C", tree, "ls-files", "--others", "--exclude-standard", "-z"], capture_output=True, text=True, check=True
    )
    expected = {str(tree / name) for name in listed.stdout.split("\0") if name.endswith((".txt", ".md"))}
    assert set(find(tree).paths) == expected
    assert len(expected) == 5


def test_the_rules_above_a_folder_hold_in_it(tree: Path):
    assert set(find(tree / "sub").paths) < set(find(tree).paths)


def test_a_file_that_is_named_is_taken_though_git_ignores_it(tree: Path):
    assert find(tree / "x.md").paths == (str(tree / "x.md"),)


def test_a_folder_that_is_named_is_searched_though_git_ignores_it(tree: Path):
    assert find(tree / "drafts").paths == (str(tree / "drafts" / "a.txt"),)


def test_ignored_files_count_as_skipped(tree: Path):
    assert find(tree).skipped == 7


def test_git_is_not_followed_where_the_configuration_says_so(tree: Path):
    (tree / "brieflint.toml").write_text("root = true\ngitignore = false\n")
    configuration = Configuration()
    assert len(discover([str(tree)], configuration).paths) == len(FILES)


def test_outside_of_work_trees_nothing_is_ignored(tmp_path: Path):
    (tmp_path / ".gitignore").write_text("*.txt\n")
    (tmp_path / "a.txt").write_text("brief")
    assert find(tmp_path).paths == (str(tmp_path / "a.txt"),)


def test_links_that_lead_in_a_circle_are_not_followed(tmp_path: Path):
    (tmp_path / "a.txt").write_text("brief")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert find(tmp_path).paths == (str(tmp_path / "a.txt"),)


def test_a_file_in_two_of_the_named_folders_is_taken_once(tree: Path):
    assert len(find(tree, tree / "sub").paths) == len(find(tree).paths)


def test_folders_are_told_that_were_looked_into(tree: Path):
    inside = {str(tree / name) for name in ("deep", "deep/er", "sub", "sub/drafts")}
    assert set(find(tree).folders) == {str(tree), *inside}
