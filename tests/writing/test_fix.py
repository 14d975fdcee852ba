"""Edits in the bytes of a file, and the difference they make."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.documents.decoding import decode
from brieflint.documents.document import Document, Place
from brieflint.errors import BriefError
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Edit
from brieflint.writing.fix import diff, splice


def edit(text: str, words: str, instead: str) -> Edit:
    at = text.index(words)
    document = Document(path="a.txt", format="text", text=text, blocks=())
    return Edit(spot=make_spot(document, at, at + len(words), Place()), text=instead)


def spliced(data: bytes, words: str = "IT outsourcing", instead: str = "staff augmentation") -> bytes:
    return splice(data, [edit(decode(data, "a.txt"), words, instead)], "a.txt")


BEFORE, AFTER = "Café – é: IT outsourcing, “naïve”.\nEnd", "Café – é: staff augmentation, “naïve”.\nEnd"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("cp1252", b""),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(encoding: str, mark: bytes, newline: str):
    before = mark + BEFORE.replace("\n", newline).encode(encoding)
    assert spliced(before) == mark + AFTER.replace("\n", newline).encode(encoding)


def test_line_ends_of_several_kinds_stay_each_in_its_place():
    assert spliced(b"a\r\nb\nc\rIT outsourcing\r\nd\n") == b"a\r\nb\nc\rstaff augmentation\r\nd\n"


def test_a_line_end_within_a_label_stays_of_its_kind():
    assert spliced(b"a\r\nIT\r\noutsourcing", "IT\noutsourcing", "staff\naugmentation") == b"a\r\nstaff\r\naugmentation"


def test_bytes_that_windows_leaves_undefined_stay():
    assert spliced(b"\x81\x93IT outsourcing\x94 \x8d") == b"\x81\x93staff augmentation\x94 \x8d"


def test_a_file_of_broken_characters_is_left_alone():
    with pytest.raises(BriefError, match="no UTF-8"):
        spliced(b"\xef\xbb\xbf\xff IT outsourcing")


def test_of_edits_that_overlap_the_first_one_counts():
    text = "an IT outsourcing deal"
    edits = [edit(text, "IT outsourcing", "staff augmentation"), edit(text, "an IT outsourcing", "a staff augmentation")]
    assert splice(text.encode(), edits, "a.txt") == b"a staff augmentation deal"


TEXT = st.text(alphabet="aé–😀 \n\r", max_size=60)


@given(TEXT, TEXT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"]))
def test_nothing_but_the_label_changes(left: str, right: str, encoding: str):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    before = mark + f"{left}XY{right}".encode(encoding)
    assert spliced(before, "XY", "name") == mark + f"{left}name{right}".encode(encoding)


@pytest.mark.parametrize("end", ["", "\n"], ids=["no line end at the end", "line end"])
def test_the_difference_can_be_applied(tmp_path: Path, end: str):
    before = ("one\ntwo\nthree\nfour\nIT outsourcing é\nsix\nseven\n" + "eight\n" * 5 + "last IT outsourcing" + end).encode()
    after = before.replace(b"IT outsourcing", b"staff augmentation")
    (tmp_path / "a.txt").write_bytes(before)
    patch = diff("a.txt", before, after).encode()
    done = subprocess.run(["git", "apply", "-p0", "-"], input=patch, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.txt").read_bytes() == after


def test_there_is_no_difference_between_the_same():
    assert diff("a.txt", b"same\n", b"same\n") == ""


@pytest.mark.parametrize("sign", ["\u2028", "\x0c", "\x85"])
def test_other_signs_are_no_line_ends_in_a_difference(sign: str):
    told = diff("a.txt", f"a{sign}IT outsourcing\n".encode(), f"a{sign}staff augmentation\n".encode())
    assert told.count("\n") == 5
