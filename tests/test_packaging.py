"""What is installed, and so what the bundle holds, is all that the program needs."""

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from packaging.requirements import Requirement

BUNDLED = ("lsp", "serve", "word", "xlsx")


@pytest.fixture
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def read_lock(path: Path) -> dict[str, set[str]]:
    """The versions of each package; some have one for each version of Python."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE):
        versions.setdefault(name, set()).add(version)
    return versions


def ours(root: Path) -> dict[Path, str]:
    """Every file of the program, and where it is when it is installed."""
    files = [*(root / "brieflint").rglob("*"), *(root / "patterns").rglob("*")]
    return {
        path: path.relative_to(root)
        .as_posix()
        .replace("patterns/", "brieflint/patterns/", path.is_relative_to(root / "patterns"))
        for path in files
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_package_is_installed(root: Path, project: dict):
    folders = {Path(place).parent.as_posix().replace("/", ".") for place in ours(root).values() if place.endswith(".py")}
    assert folders <= set(project["tool"]["setuptools"]["packages"])


def test_every_file_of_data_is_installed(root: Path, project: dict):
    """The bundle takes what is installed, and so it has these too."""
    shipped = [
        f"{package.replace('.', '/')}/{pattern}"
        for package, patterns in project["tool"]["setuptools"]["package-data"].items()
        for pattern in patterns
    ]
    data = [place for place in ours(root).values() if not place.endswith(".py")]
    assert len(data) > 20
    assert [place for place in data if not any(fnmatch(place, pattern) for pattern in shipped)] == []


def test_the_bundle_has_the_versions_that_the_tests_run_with(root: Path):
    tested = read_lock(root / "requirements-dev.lock")
    bundled = read_lock(root / "deploy" / "bundle" / "requirements.lock")
    shared = bundled.keys() & tested.keys()
    assert {name: bundled[name] for name in shared} == {name: tested[name] for name in shared}


def test_the_bundle_has_all_that_it_is_meant_to_have(root: Path, project: dict):
    extras = project["project"]["optional-dependencies"]
    wanted = [*project["project"]["dependencies"], *(line for extra in BUNDLED for line in extras[extra])]
    wanted += project["dependency-groups"]["bundle"]
    locked = read_lock(root / "deploy" / "bundle" / "requirements.lock")
    for requirement in map(Requirement, wanted):
        assert all(version in requirement.specifier for version in locked[requirement.name]), requirement.name
