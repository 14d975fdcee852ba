"""Every limit holds, can be set, is told by name, and stands in the documentation."""

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents.messages import attachment, message, part
from documents.packages import docx, p, zipped
from documents.pdfs import set_lines, write_pdf

from brieflint.cli import main
from brieflint.documents import read
from brieflint.documents.limits import DEFAULT, RAISE, Limits

PAGES = [set_lines(72, 700, [f"Desk {page} of the vendor, line {line}." for line in range(9)]) for page in "abc"]
PDF = write_pdf(PAGES)
CODED = write_pdf(PAGES, trailer=f"/Pad (/LZW {'x' * 5_000_000})")
"""Might hold a stream that grows, and is read with care."""
PAGE = b"<p>The vendor runs the desk.</p>" * 20
ONE_IN_ONE = message("See below.", part("message/rfc822", message("Inside.")), boundary="b")

BEYOND: dict[str, tuple[int, str, bytes]] = {
    "file-bytes": (100, "a.txt", b"words " * 100),
    "characters": (100, "a.txt", b"words " * 100),
    "package-files": (1, "a.zip", zipped({"a.txt": b"a", "b.txt": b"b"})),
    "package-depth": (1, "a.zip", zipped({"b.zip": zipped({"a.txt": b"a"})})),
    "package-bytes": (100, "a.zip", zipped({"a.txt": b"words " * 100})),
    "document-bytes": (100, "a.docx", docx(p("words " * 100))),
    "part-bytes": (100, "a.docx", docx(p("words " * 100))),
    "ratio": (2, "a.zip", zipped({"a.txt": "".join(f"Desk {number}. " for number in range(100_000)).encode()})),
    "xml-tags": (3, "a.docx", docx(p("words") * 20)),
    "html-tags": (10, "a.html", PAGE),
    "html-characters": (100, "a.html", PAGE),
    "mail-bytes": (100, "a.eml", message("words " * 100)),
    "mail-depth": (1, "a.eml", ONE_IN_ONE),
    "attachments": (1, "a.eml", message("words", attachment("a.txt", b"a"), attachment("b.txt", b"b"))),
    "pdf-pages": (2, "a.pdf", PDF),
    "pdf-memory": (2**20, "a.pdf", CODED),
}
"""Key, a low value, and a file that is beyond it."""


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    def check(key: str, most: object, name: str, data: bytes) -> tuple[int, str]:
        (tmp_path / "brieflint.toml").write_text(f"root = true\n[limits]\n{key} = {most}\n")
        (tmp_path / name).write_bytes(data)
        result = CliRunner().invoke(main, ["check", str(tmp_path / name)])
        return result.exit_code, " ".join((result.stdout + result.stderr).split())

    return check


@pytest.mark.parametrize("key", BEYOND)
def test_what_is_beyond_a_limit_is_not_checked(check, key: str):
    most, name, data = BEYOND[key]
    code, told = check(key, most, name, data)
    assert code == 2
    assert "not checked: " in told
    assert name in told


@pytest.mark.parametrize("key", BEYOND)
def test_the_same_file_is_read_within_the_usual_limits(tmp_path: Path, key: str):
    _, name, data = BEYOND[key]
    (tmp_path / name).write_bytes(data)
    inside = {"package-depth": "b.zip/a.txt"}.get(key, "a.txt") if name == "a.zip" else ""
    assert read(tmp_path / name / inside).text


def test_every_limit_is_tried_but_the_one_of_time():
    assert {field.name.replace("_", "-") for field in fields(Limits)} - set(BEYOND) == {"pdf-seconds"}


@pytest.mark.parametrize("most", [0, -1, DEFAULT.file_bytes * RAISE + 1, '"many"'])
def test_no_configuration_sets_a_limit_to_what_is_none(check, most: object):
    code, told = check("file-bytes", most, "a.txt", b"words")
    assert code == 2
    assert re.search(r"brieflint\.toml:3: limits\.file-bytes: ", told)


def test_an_unknown_limit_is_told_with_the_nearest_one(check):
    assert "unknown key 'file-byte'; did you mean 'file-bytes'?" in check("file-byte", 1, "a.txt", b"words")[1]


def test_the_table_of_the_documentation_tells_every_limit_and_its_default(root: Path):
    page = (root / "docs" / "limits.md").read_text(encoding="utf-8")

    values = {
        key.replace("-", "_"): int(number.removesuffix(" MiB").replace(",", "")) * (2**20 if "MiB" in number else 1)
        for number, key in re.findall(r"\| ([\d,]+(?: MiB)?) \| `([a-z-]+)` \|$", page, re.MULTILINE)
    }
    assert values == {field.name: getattr(DEFAULT, field.name) for field in fields(Limits)}


def test_a_brief_by_itself_may_not_take_longer_than_it_is_given(tmp_path: Path):
    long = tmp_path / "long.txt"
    long.write_text("The lead of the buyer directs the people of the vendor every day.\n" * 50_000)
    result = CliRunner().invoke(main, ["check", "--no-cache", "--no-config", "--max-seconds", "1", str(long)])
    assert result.exit_code == 2
    assert "takes longer to read than the 1 seconds" in " ".join(result.output.split())
