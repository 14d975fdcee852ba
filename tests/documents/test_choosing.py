"""The right reader for a file, or a clear word about why there is none."""

import subprocess
import sys

import pytest

from brieflint.documents import is_supported, read, read_bytes
from brieflint.errors import BriefError


def test_the_last_suffix_chooses_the_reader(tmp_path):
    path = tmp_path / "rfp.docx.txt"
    path.write_text("# Not a heading in plain text\n", encoding="utf-8")
    assert read(path).format == "text"


def test_capitals_in_a_suffix_do_not_matter():
    assert is_supported("BRIEF.MD")


def test_a_name_without_a_suffix_is_read_as_text():
    assert read_bytes(b"Two developers, please.", "stdin").format == "text"


def test_a_name_without_a_suffix_is_not_looked_for_in_folders():
    assert not is_supported("Makefile")


def test_a_document_keeps_the_path_as_it_was_given(tmp_path):
    path = tmp_path / "brief.md"
    path.write_text("Words.\n", encoding="utf-8")
    assert read(str(path)).path == str(path)


@pytest.mark.parametrize(
    ("name", "advice"),
    [("old.doc", ".docx"), ("mail.msg", ".eml"), ("letter.rtf", ".docx"), ("plan.pages", "export"), ("brief.xyz", ".md")],
)
def test_an_unsupported_format_says_how_to_convert_it(name, advice):
    with pytest.raises(BriefError) as caught:
        read_bytes(b"words", name)
    assert advice in caught.value.advice


def test_an_unsupported_file_that_exists_says_how_to_convert_it(tmp_path):
    path = tmp_path / "old.doc"
    path.write_bytes(b"words")
    with pytest.raises(BriefError, match=r"\.doc files cannot be read\. Open it in Word"):
        read(path)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_an_empty_file_is_an_error(data):
    with pytest.raises(BriefError, match="empty"):
        read_bytes(data, "brief.txt")


def test_a_missing_file_is_an_error_that_names_it():
    with pytest.raises(BriefError, match=r"nowhere\.txt: there is no such file"):
        read("nowhere.txt")


def test_a_missing_file_is_missing_before_it_is_unsupported():
    with pytest.raises(BriefError, match="no such file"):
        read("nowhere.doc")


def test_a_folder_is_an_error(tmp_path):
    with pytest.raises(BriefError, match="folder"):
        read(tmp_path)


def test_a_path_that_no_system_allows_is_an_error():
    with pytest.raises(BriefError):
        read("brief\0.txt")


def test_a_path_that_is_too_long_is_an_error():
    with pytest.raises(BriefError):
        read("b" * 5000 + ".txt")


def test_an_error_reads_as_sentences():
    assert str(BriefError("a.txt", "the file is empty", "Check it")) == "a.txt: the file is empty. Check it."


def test_importing_the_package_loads_no_reader():
    code = "import brieflint.documents, sys; print(*[name for name in sys.modules if name.startswith('brieflint.documents.')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert sorted(loaded) == [f"brieflint.documents.{name}" for name in ("document", "files", "formats", "limits")]
