"""Packages that were made to break a reader, or broke on their way."""

import struct
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.documents import Document, docx, html, odt
from brieflint.errors import BriefError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def word(body: str, head: str = "", **parts: bytes) -> bytes:
    document = f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document.encode()} | parts)


def text(body: str, head: str = "") -> bytes:
    content = (
        f'{head}<o:document-content xmlns:o="{OASIS}:office:1.0" xmlns:t="{OASIS}:text:1.0" xmlns:table="{OASIS}:table:1.0">'
        f"<o:body><o:text>{body}</o:text></o:body></o:document-content>"
    )
    return zipped({"content.xml": content.encode()})


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def refuse(data: bytes, saying: str, read: Callable[[bytes, str], Document] = docx.read) -> None:
    with pytest.raises(BriefError, match=saying) as caught:
        read(data, "brief.docx")
    assert caught.value.advice


PLAIN = word(paragraph("Words."))


def test_what_is_damaged_is_said_to_be() -> None:
    assert docx.read(PLAIN, "brief.docx").text == "Words."
    for end in range(0, len(PLAIN), 7):
        refuse(PLAIN[:end], "damaged")
    refuse(b"not a package", "damaged")
    refuse(zipped({"word/document.xml": b"<w:document>"}), "damaged")
    refuse(zipped({"word/document.xml": PLAIN}), "damaged")
    refuse(zipped({"word/document.xml": b""}), "damaged")


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_flipped_bytes_are_read_or_refused(data: st.DataObject) -> None:
    broken = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    for read in (docx.read, odt.read):
        with suppress(BriefError):
            read(bytes(broken), "brief")


@given(st.binary(max_size=400))
def test_any_xml_in_a_package_is_read_or_refused(xml: bytes) -> None:
    for part, read in (("word/document.xml", docx.read), ("content.xml", odt.read)):
        with pytest.raises(BriefError):
            read(zipped({part: xml}), "brief")


def test_what_is_locked_is_said_to_be() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    refuse(ole + "EncryptedPackage".encode("utf-16-le"), "password")
    refuse(ole + "WordDocument".encode("utf-16-le"), r"\.doc")
    flagged = bytearray(PLAIN)
    entry = flagged.rindex(b"PK\x01\x02")
    flagged[entry + 8] |= 1
    refuse(bytes(flagged), "password")


def test_other_packages_are_no_briefs() -> None:
    refuse(zipped({"readme.txt": b"x"}), "not a Word document")
    refuse(zipped({"content.xml": b"<spreadsheet/>"}), "not an OpenDocument text", odt.read)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{relation}" Target="xl/workbook.xml"/></Relationships>'
    )
    refuse(zipped({"_rels/.rels": relations.encode(), "xl/workbook.xml": b"<x/>"}), "Excel")
    refuse(zipped({"word/document.xml": b"<x/>"}, ZIP_BZIP2), "damaged")


@pytest.mark.parametrize("path", ["../../etc/passwd", "word/../../x", "..\\..\\x", "/../x"])
def test_no_path_leads_out(path: str) -> None:
    refuse(word(paragraph("x"), **{path: b"x"}), "leads out")


def test_bombs_are_put_down_while_they_grow() -> None:
    refuse(word(paragraph(" " * 200_000_000)), "unpacks")
    refuse(word(paragraph("<w:r/>" * 3_000_000)), "unpacks")
    crowded = zipped({f"a{index}": b"" for index in range(10_001)} | {"word/document.xml": b"<x/>"})
    refuse(crowded, "unpacks")


def test_sizes_that_lie_are_found_out() -> None:
    data = bytearray(word(paragraph("x" * 5_000)))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    refuse(bytes(data), "damaged")


def test_many_nodes_are_too_many() -> None:
    runs = "".join(f"<w:r n='{index}'/>" for index in range(1_600_000))
    refuse(word(f"<w:p>{runs}</w:p>"), "unpacks")


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [ENTITIES, '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">', f"<!-- -->{ENTITIES}"])
def test_no_entity_is_ever_declared(head: str) -> None:
    refuse(word(paragraph("x"), head), "damaged")
    refuse(text("<t:p>x</t:p>", head), "damaged", odt.read)
    declared = word(paragraph("x"), **{"word/_rels/document.xml.rels": (head + "<x/>").encode()})
    refuse(declared, "damaged")


def test_a_prolog_without_end_is_refused() -> None:
    refuse(word(paragraph("x"), "<!-- " + "x" * 300_000 + " -->"), "damaged")


@pytest.mark.parametrize(
    ("opening", "closing"), [("<w:sdt>", "</w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:p>", "</w:p>")]
)
def test_nesting_without_end_is_refused(opening: str, closing: str) -> None:
    refuse(word(opening * 20_000 + paragraph("x") + closing * 20_000), "too deeply")


def test_nesting_without_end_is_refused_in_opendocument() -> None:
    refuse(text("<t:list>" * 20_000 + "<t:p>x</t:p>" + "</t:list>" * 20_000), "too deeply", odt.read)


def test_numbers_may_say_anything() -> None:
    wild = f'<w:numPr><w:ilvl w:val="{"9" * 5000}"/><w:numId w:val="-1"/></w:numPr><w:outlineLvl w:val="x"/>'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{"9" * 50}"/></w:tcPr>{paragraph("b")}</w:tc>'
    body = f"<w:p><w:pPr>{wild}</w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    assert docx.read(word(body), "brief.docx").text == "a\nb\nb"
    spaces = f'<t:p>a<t:s t:c="{"9" * 8}"/>b</t:p>'
    cell = f'<table:table-cell table:number-columns-repeated="{"9" * 8}"><t:p>c</t:p></table:table-cell>'
    table = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    assert len(odt.read(text(spaces + table), "brief.odt").text) < 1_000


def test_fields_in_fields_take_no_longer_than_their_length() -> None:
    signs = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    opened = "".join(f"{signs['begin']}{signs['separate']}<w:r><w:t>{index}</w:t></w:r>" for index in range(50_000))
    docx.read(word(f"<w:p>{opened}{signs['end'] * 50_000}</w:p>"), "brief.docx")


def test_a_thousand_pages_are_read_whole() -> None:
    body = "".join(paragraph(f"The supplier shall deliver result {index} in time and in full. " * 5) for index in range(20_000))
    assert len(docx.read(word(body), "brief.docx").blocks) == 20_000


def test_bombs_in_opendocument_are_put_down_while_they_grow() -> None:
    refuse(text(f"<t:p>{' ' * 200_000_000}</t:p>"), "unpacks", odt.read)


def test_what_is_truncated_is_said_to_be_damaged_in_opendocument() -> None:
    whole = text("<t:p>Words.</t:p>")
    assert odt.read(whole, "brief.odt").text == "Words."
    for end in range(0, len(whole), 7):
        refuse(whole[:end], "damaged", odt.read)


def test_what_is_encrypted_is_said_to_be_in_opendocument() -> None:
    manifest = f'<m:manifest xmlns:m="{OASIS}:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    refuse(zipped({"META-INF/manifest.xml": manifest.encode(), "content.xml": b"\x00\x01"}), "password", odt.read)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://localhost/x.dtd">',
        '<!DOCTYPE html [<!ENTITY a "' + "ha" * 100_000 + '"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
    ids=["a file", "another computer", "a bomb"],
)
def test_no_entity_that_a_page_declares_is_followed(head: str) -> None:
    document = html.read(f"{head}<p>Words, &a;&b;</p>".encode(), "brief.html")
    assert "Words, &a;&b;" in document.text
    assert "root:" not in document.text
    assert "haha" not in document.text


def test_a_million_nested_tags_are_refused() -> None:
    refuse(b"<div>" * 1_000_000 + b"Words.", "far larger than any brief", html.read)
