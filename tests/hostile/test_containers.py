"""Packages, pages and messages that were made to break a reader."""

import struct
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest
from documents.messages import attachment, message, multipart, part
from documents.packages import docx, p, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brieflint.documents import Document, container, html, mail, read
from brieflint.documents.container import list_entries
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.errors import BriefError

BRIEF = b"Two developers, please.\n"
MANY = 130_000


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[bytes], str]:
    def pack(data: bytes) -> str:
        path = tmp_path / "tender.zip"
        path.write_bytes(data)
        return str(path)

    return pack


def read_entry(path: str, entry: str, limits: Limits = DEFAULT) -> Document:
    return read(f"{path}/{entry}", limits)


def refuse(saying: str, act: Callable[..., object], *arguments: object) -> None:
    with pytest.raises(BriefError, match=saying) as caught:
        act(*arguments)
    assert caught.value.advice


def read_whole(act: Callable[[bytes, str], Document], data: str | bytes) -> Document:
    """What is not linear in the length of these would not come back."""
    return act(data if isinstance(data, bytes) else data.encode(), "brief")


@pytest.mark.parametrize("path", ["../a.txt", "lots/../../a.txt", "..\\a.txt", "/etc/a.txt", "\\a.txt", "C:\\a.txt", "C:a.txt"])
def test_no_path_leads_out_of_a_package(pack, path):
    refuse("leads out", list_entries, pack(zipped({path: BRIEF, "b.txt": BRIEF})))


def test_nothing_is_written_anywhere(pack, tmp_path):
    read(f"{pack(zipped({'lots/a.txt': BRIEF}))}/lots/a.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["tender.zip"]


def test_links_in_a_package_are_left_alone(pack):
    link = ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr(link, "/etc/passwd")
    path = pack(packed.getvalue())
    assert list_entries(path).briefs == ()
    refuse("no such file", read_entry, path, "a.txt")


def test_an_entry_without_a_name_is_left_alone(pack):
    path = pack(zipped({"a": BRIEF, "b.txt": BRIEF}).replace(b"\0a", b"\0\0"))
    assert list_entries(path).briefs == ("b.txt",)


def test_a_bomb_is_put_down_while_it_grows(pack):
    path = pack(zipped({"a.txt": b"staff " * 10_000_000, "b.txt": BRIEF}))
    refuse("unpacks to far more", read_entry, path, "a.txt")
    assert read_entry(path, "b.txt").text == BRIEF.decode()


def test_an_entry_that_grows_out_of_proportion_is_refused_though_it_is_not_large(pack):
    refuse("unpacks to far more", read_entry, pack(zipped({"a.txt": b"\n" * 2**21})), "a.txt")


def test_a_large_entry_is_refused_however_badly_it_is_compressed(pack):
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as package:
        package.writestr("a.txt", bytes(65 * 2**20))
    refuse("unpacks to far more", read_entry, pack(packed.getvalue()), "a.txt")


def test_all_entries_together_are_bounded(pack):
    few = Limits(package_bytes=100)
    path = pack(zipped({f"{index}.txt": b"x" * 40 for index in range(3)}))
    for _ in range(5):
        read_entry(path, "0.txt", few)
    read_entry(path, "1.txt", few)
    refuse("unpacks to far more", read_entry, path, "2.txt", few)


def test_packages_in_a_package_draw_on_the_same_bound(pack):
    few = Limits(package_bytes=700)
    inner = zipped({"a.txt": b"x" * 300})
    path = pack(zipped({"1.zip": inner, "2.zip": inner}))
    read_entry(path, "1.zip/a.txt", few)
    refuse("unpacks to far more", read_entry, path, "2.zip/a.txt", few)


def test_sizes_that_lie_are_found_out(pack):
    data = bytearray(zipped({"a.txt": b"staff " * 1000}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    refuse("damaged", read_entry, pack(bytes(data)), "a.txt")


def test_many_entries_are_too_many(pack):
    refuse("unpacks to far more", list_entries, pack(zipped({f"{index}.txt": b"" for index in range(10_001)})))


def test_the_entries_of_packed_briefs_are_not_those_of_the_package(pack):
    packed = BytesIO()
    crowded = zipped({f"{index}.xml": b"" for index in range(6_000)})
    with ZipFile(packed, "w", ZIP_STORED) as package:
        for name in ("a.docx", "b.docx"):
            package.writestr(name, crowded)
    assert len(list_entries(pack(packed.getvalue())).briefs) == 2


def test_thousands_of_briefs_are_listed_and_opened_whole(pack):
    path = pack(zipped({f"{index}.txt": BRIEF for index in range(10_000)}))
    for brief in list_entries(path).briefs[:2_000]:
        read_entry(path, brief)


def test_packages_are_not_nested_without_end(pack):
    data = zipped({"a.txt": BRIEF})
    for _ in range(2):
        data = zipped({"inner.zip": data})
    refuse("nested too deeply", list_entries, pack(data))
    refuse("nested too deeply", read, f"{pack(data)}/inner.zip/inner.zip/a.txt")


def test_a_package_that_holds_itself_is_not_followed(pack):
    refuse("damaged", list_entries, pack(zipped({"inner.zip": zipped({"a.txt": BRIEF})[:-5]})))


def test_what_is_locked_is_said_to_be(pack):
    data = bytearray(zipped({"a.txt": BRIEF}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path = pack(bytes(data))
    assert list_entries(path).briefs == ("a.txt",)
    refuse("password", read_entry, path, "a.txt")


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + b"x" * 100, b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_package_is_damaged(pack, data):
    refuse("damaged", list_entries, pack(data))


@given(data=st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_flipped_bytes_are_read_or_refused(tmp_path, data):
    broken = bytearray(zipped({"a.txt": BRIEF, "lots.zip": zipped({"b.txt": BRIEF})}))
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "tender.zip"
    path.write_bytes(broken)
    container._open_once.cache_clear()
    with suppress(BriefError):
        for brief in list_entries(str(path)).briefs:
            with suppress(BriefError):
                read_entry(str(path), brief)


PAGES = {
    "divisions": "<div>" * 3 * MANY + "end",
    "divisions closed": "<div>" * MANY + "end" + "</div>" * MANY,
    "closed wrongly": "<div>" * MANY + "</b>" * MANY + "end",
    "bold words": "<b>" * MANY + "end" + "</i>" * MANY,
    "tables": "<table><tr><td>" * MANY + "end",
    "lists": "<ul><li>" * MANY + "end",
    "items": "<li>" * MANY + "end",
    "quotations": "<blockquote>" * MANY + "end",
    "boxes": "<aside>" * MANY + "end",
    "titles": "<title>" * MANY + "<p>end",
    "paragraphs": "<p>x" * MANY + "end",
    "open comments": "end" + "<!-- " * 2_000_000,
    "open declarations": "end" + "<!a " * 2_000_000,
    "open sections": "end" + "<![CDATA[" * 2_000_000,
    "unknown sections": "end" + "<![x[ ]]>" * MANY,
    "open scripts": "end" + "<script>" * 2_000_000,
    "scripts that do not end": "end<script>" + "</script " * 2_000_000,
    "open tags": "end" + "<a " * MANY,
    "open values": "end" + '<a b="' * MANY,
    "values open in turn": "end" + "<a b=\"<a b='" * MANY,
    "attributes": "end<a " + "b=c " * 1_000_000 + ">",
    "equals signs": "end<a " + "= " * 1_000_000 + ">",
    "slashes": "end<a " + "/ " * 1_000_000 + ">",
    "signs": "< " * MANY + "end",
    "ampersands": "&" * 3_000_000 + "end",
    "cells from above": "<table>" + "<tr><td rowspan=999>a" * 60 + "<tr><td>b" * MANY + "</table>end",
    "wide cells": "<table><tr>" + "<td colspan=999 rowspan=999>a" * MANY + "</table>end",
    "breaks": "x<br>" * MANY + "end",
    "white space": "x" + " " * 10_000_000 + "end",
    "pictures": f"<img src='data:image/png;base64,{'A' * 20_000_000}'>end",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_read_whole_however_it_is_nested(page):
    assert read_whole(html.read, page).text.rstrip().endswith("end")


@pytest.mark.parametrize("page", ["<p>" * 1_000_000, "<p>" + "x" * (17 * 2**20)])
def test_a_page_beyond_all_bounds_is_refused(page):
    refuse("far larger than any brief", html.read, page.encode(), "brief.html")


def test_a_number_too_long_for_a_character_is_refused():
    refuse("damaged", html.read, f"<p>&#{'9' * 5000};".encode(), "brief.html")


@given(st.text(alphabet="<>!-[]/&#;x='\" aptdrl?", max_size=200))
@settings(max_examples=500, deadline=None)
def test_any_signs_are_read_or_refused(page):
    with suppress(BriefError):
        html.read(page.encode(), "brief.html")


def nested(depth: int, wrap: Callable[[bytes, int], bytes]) -> bytes:
    data = message("Inside.")
    for level in range(depth):
        data = wrap(data, level)
    return data


def test_messages_in_messages_have_an_end():
    wrap = lambda data, level: message("See below.", part("message/rfc822", data), boundary=f"b{level}")  # noqa: E731
    assert "Inside." in read_whole(mail.read, nested(4, wrap)).text
    refuse("nests its parts too deeply", mail.read, nested(5, wrap), "brief.eml")


def test_messages_attached_as_files_have_an_end():
    wrap = lambda data, level: message("See below.", attachment("old.eml", data))  # noqa: E731
    assert "Inside." in read_whole(mail.read, nested(4, wrap)).text
    refuse("nests its parts too deeply", mail.read, nested(5, wrap), "brief.eml")


@pytest.mark.parametrize("depth", [100, 400, 2_000])
def test_parts_in_parts_have_an_end(depth):
    data = part("text/plain", "Inside.")
    for level in range(depth):
        data = multipart(data, boundary=f"b{level}")
    with suppress(BriefError):
        mail.read(b"Subject: a\n" + data, "brief.eml")


def test_forwards_without_end_are_refused():
    refuse("too deeply", mail.read, b"Content-Type: message/rfc822\n\n" * 5_000 + b"Inside.", "brief.eml")


def test_many_lines_in_many_parts_are_refused():
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(300))
    refuse("far larger", mail.read, (opened + "\n" + "x\n" * 1_000_000).encode(), "brief.eml")


def test_a_message_beyond_all_bounds_is_refused():
    refuse("far larger", mail.read, message("word " * 1000), "brief.eml", Limits(mail_bytes=1000))


def test_many_attachments_are_too_many():
    refuse("more attachments than any", mail.read, message("x", *[attachment("a.png", b"x")] * 201), "brief.eml")


HEADERS = {
    "comments": "From: " + "(" * 1_000_000,
    "addresses": "To: " + "a@b.example, " * 100_000,
    "encoded words": "Subject: " + "=?utf-8?q?a?= " * 100_000,
    "parameters": "Content-Type: text/plain" + ";" * 1_000_000,
    "quotation marks": "Content-Type: text/plain; charset=" + '"\\' * 500_000,
    "continued parameters": "Content-Disposition: attachment" + "".join(f"; filename*{index}=a" for index in range(50_000)),
    "lines": "Subject: a\n" + " b\n" * 500_000 + "To: c",
    "headers": "X-A: b\n" * 200_000 + "To: c",
    "strange charset": 'Content-Type: text/plain; charset="a\\0b"',
    "strange parameters": "Content-Type: text/plain; charset*=a\\0'b'%00; format*=klingon'x'%ff",
    "strange name": "Content-Disposition: inline; filename*=\x00'x'%ff",
    "no encoding": "Content-Transfer-Encoding: x-uuencode",
    "not quite Base64": "Content-Transfer-Encoding: base64",
}


@pytest.mark.parametrize("head", HEADERS.values(), ids=HEADERS.keys())
def test_a_head_is_read_whole_whatever_it_holds(head):
    with suppress(BriefError):
        mail.read(f"{head}\n\nTwo developers, please.\n".encode(), "brief.eml")


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_flipped_bytes_of_a_message_are_read_or_refused(data):
    words = multipart(
        part("text/plain; charset=utf-8", "Words."), part("text/html", "<p>Words."), kind="alternative", boundary="in"
    )
    broken = bytearray(message("Words.", words, attachment("a.docx", docx(p("Words."))), subject="=?utf-8?q?caf=C3=A9?="))
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BriefError):
        mail.read(bytes(broken), "brief.eml")


@given(st.text(alphabet='abFfromSubject:=?-;" \n>/', max_size=300), st.binary(max_size=100))
@settings(max_examples=300, deadline=None)
def test_anything_is_a_message_or_refused(head, body):
    with suppress(BriefError):
        mail.read(head.encode() + b"\n\n" + body, "brief.eml")


@pytest.mark.parametrize("line", ["On x\n", "From: x\n", "On Monday Bob wrote:\n\n", "> On Monday Bob wrote:\nOn x\n"])
def test_attributions_without_end_take_no_longer_than_their_length(line):
    read_whole(mail.read, "Subject: Re: a\n\nWords.\n\n" + line * 100_000)
