"""LibreOffice opens what we write, and keeps our marks and everybody else's when it saves."""

import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from brieflint.documents.docx import read
from brieflint.documents.word.names import DELETION, INSERTION, w
from brieflint.grounds import Grounds
from brieflint.reviewing.annotating import annotate
from tests.reviewing.bodies import part
from tests.reviewing.files import FILES

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    """Every file of the proof reviewed, and what LibreOffice makes of it."""
    office = shutil.which("soffice")
    assert office, "the office tests need LibreOffice: apt-get install libreoffice-writer"
    folder = tmp_path_factory.mktemp("office")
    (folder / "saved").mkdir()
    for parameter in (file for file in FILES if file.id != "bodies"):  # no program made those
        reviewed = annotate(parameter.values[0](), f"{parameter.id}.docx", Grounds(), suggest=True)
        (folder / f"{parameter.id}.docx").write_bytes(reviewed.data)
    opened = sorted(folder.glob("*.docx"))
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx",
         "--outdir", str(folder / "saved"), *map(str, opened)],
        check=True, capture_output=True, timeout=1200, env=os.environ | {"HOME": str(folder)},
    )  # fmt: skip
    return [(path, folder / "saved" / path.name) for path in opened]


def comments(path: Path) -> Counter[tuple[str, str]]:
    """Who wrote which comment."""
    root = fromstring(part(path.read_bytes(), "word/comments.xml"))
    return Counter(
        (comment.get(w("author"), ""), "".join("".join(text.text or "" for text in comment.iter(w("t"))).split()))
        for comment in root.iter(w("comment"))
    )


def changes(path: Path) -> dict[tuple[str, str], str]:
    """All words that somebody put in or struck out, in order; programs may divide them otherwise."""
    found: dict[tuple[str, str], str] = {}
    for change in fromstring(part(path.read_bytes(), "word/document.xml")).iter():
        if change.tag not in (INSERTION, DELETION):
            continue
        words = "".join(text.text or "" for text in change.iter() if text.tag in (w("t"), w("delText")))
        key = (change.get(w("author"), ""), change.tag)
        found[key] = found.get(key, "") + re.sub(r"\s", "", words)
    return {key: words for key, words in found.items() if words and key[0] == "brieflint"}


def test_every_file_is_opened_and_saved(files: list[tuple[Path, Path]]):
    assert [path.name for path, saved in files if not saved.exists()] == []


def test_all_comments_are_kept(files: list[tuple[Path, Path]]):
    lost = {path.name: comments(path) - comments(saved) for path, saved in files}
    assert {name: list(gone) for name, gone in lost.items() if gone} == {}


def test_all_suggestions_are_kept(files: list[tuple[Path, Path]]):
    assert changes(next(path for path, _ in files if path.stem == "example"))
    assert [path.name for path, saved in files if changes(path) != changes(saved)] == []


def test_the_words_of_the_example_are_the_same_after_saving(files: list[tuple[Path, Path]]):
    path, saved = next(pair for pair in files if pair[0].stem == "example")
    before, after = (read(file.read_bytes(), "a.docx").text.rpartition("\nPage")[0] for file in (path, saved))
    assert before.split() == after.split()
