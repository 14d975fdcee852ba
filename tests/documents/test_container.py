import os
from pathlib import Path

import pytest
from packages import docx, p, zipped

from brieflint.documents import read, read_bytes
from brieflint.documents.container import list_entries
from brieflint.errors import BriefError

BRIEF = "Two developers, please.\n"


@pytest.fixture
def pack(tmp_path):
    def pack(parts: dict[str, str | bytes], name: str = "tender.zip") -> str:
        path = tmp_path / name
        path.write_bytes(zipped(parts))
        return str(path)

    return pack


def test_the_briefs_in_a_package_are_listed_by_name(pack):
    parts = {"b.txt": BRIEF, "lots/2.md": BRIEF, "lots/1.HTM": BRIEF, "a.docx": docx(p("Words."))}
    assert list_entries(pack(parts)).briefs == ("a.docx", "b.txt", "lots/1.HTM", "lots/2.md")


def test_files_of_other_formats_are_counted(pack):
    assert list_entries(pack({"a.txt": BRIEF, "plan.doc": "x", "site/photo.png": "x"})).skipped == 2


@pytest.mark.parametrize("name", ["~$a.docx", "lots/~$a.docx", "__MACOSX/._a.txt", ".git/a.txt", ".a.txt", "lots/"])
def test_what_no_person_sees_is_left_alone(pack, name):
    found = list_entries(pack({"a.txt": BRIEF, name: b"" if name.endswith("/") else BRIEF}))
    assert (found.briefs, found.skipped) == (("a.txt",), 0)


@pytest.mark.parametrize(
    ("name", "listed"), [("./a.txt", "a.txt"), ("lots\\a.txt", "lots/a.txt"), ("lots//a.txt", "lots/a.txt")]
)
def test_paths_are_told_in_one_manner(pack, name, listed):
    path = pack({name: BRIEF})
    assert list_entries(path).briefs == (listed,)
    assert read(f"{path}/{listed}").text == BRIEF


def test_a_brief_in_a_package_is_read_by_its_reader(pack):
    path = pack({"lots/a.docx": docx(p("Words."))})
    document = read(f"{path}/lots/a.docx")
    assert (document.path, document.format, document.text) == (f"{path}/lots/a.docx", "docx", "Words.")


def test_a_package_is_read_as_if_it_were_a_folder(pack):
    path = pack({"lots/a.txt": BRIEF})
    assert read(f"{path}/lots/a.txt") == read_bytes(BRIEF.encode(), f"{path}/lots/a.txt")


def test_a_package_in_a_package_is_looked_into(pack):
    path = pack({"lots.zip": zipped({"one/a.txt": BRIEF, "b.png": "x"})})
    found = list_entries(path)
    assert (found.briefs, found.skipped) == (("lots.zip/one/a.txt",), 1)
    assert read(f"{path}/lots.zip/one/a.txt").text == BRIEF


def test_a_package_that_changes_is_opened_anew(pack):
    path = pack({"a.txt": BRIEF})
    assert list_entries(path).briefs == ("a.txt",)
    assert list_entries(pack({"b.txt": BRIEF, "c.txt": BRIEF})).briefs == ("b.txt", "c.txt")


def test_a_package_itself_is_no_brief(pack):
    path = pack({"b.txt": BRIEF, "a.txt": BRIEF})
    with pytest.raises(BriefError, match=r"holds 2 briefs\. Name the one you mean, such as .*tender\.zip/a\.txt"):
        read(path)


def test_a_package_without_a_brief_says_so(pack):
    with pytest.raises(BriefError, match="no brief"):
        read(pack({"plan.doc": "x"}))


def test_a_package_as_bytes_says_how_to_go_on():
    with pytest.raises(BriefError, match="Unpack it"):
        read_bytes(zipped({"a.txt": BRIEF}), "tender.zip")


def test_a_brief_that_is_not_in_the_package_is_missing(pack):
    with pytest.raises(BriefError, match=r"tender\.zip/b\.txt: there is no such file"):
        read(f"{pack({'a.txt': BRIEF})}/b.txt")


def test_a_missing_package_is_missing(tmp_path):
    with pytest.raises(BriefError, match="no such file"):
        read(tmp_path / "tender.zip")


def test_a_folder_may_be_called_like_a_package(tmp_path):
    (tmp_path / "tender.zip").mkdir()
    (tmp_path / "tender.zip" / "a.txt").write_text(BRIEF)
    assert read(tmp_path / "tender.zip" / "a.txt").text == BRIEF


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_package_that_may_not_be_read_says_so(pack):
    path = pack({"a.txt": BRIEF})
    Path(path).chmod(0)
    with pytest.raises(BriefError, match="permission"):
        list_entries(path)


def test_an_error_names_the_brief_in_the_package(pack):
    with pytest.raises(BriefError, match=r"tender\.zip/a\.docx: this file is damaged"):
        read(f"{pack({'a.docx': b'x'})}/a.docx")
