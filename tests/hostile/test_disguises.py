"""Words that were written so that they are not found, or so that what is found is not where it is said to be."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.checking import check_document
from brieflint.documents import Document, read_bytes
from brieflint.fixing import fix_path
from brieflint.language.letters import plain
from brieflint.language.pipeline import read_document
from brieflint.linting.finding import Spot
from brieflint.linting.report import BriefReport

WORK = "Two developers join our team and take their tasks from our own technical lead every day. We own the outcome."
DISGUISES = {
    "soft hyphen": "IT out\u00adsourcing",
    "soft hyphens throughout": "\u00ad".join("IT outsourcing"),
    "zero-width space": "IT\u200b outsourcing",
    "zero-width space in a word": "IT out\u200bsourcing",
    "zero-width joiners": "IT out\u200d\u200csourcing",
    "word joiner": "IT\u2060 out\u2060sourcing",
    "byte order mark": "IT out\ufeffsourcing",
    "combining grapheme joiner": "IT out\u034fsourcing",
    "invisible separator": "IT out\u2063sourcing",
    "variation selector": "IT outsourcin\ufe0fg",
    "language tags": "IT out\U000e0073\U000e0061sourcing",
    "direction override": "\u202dIT outsourcing\u202c",
    "direction isolates": "IT \u2066out\u2069sourcing",
    "direction marks": "IT\u200f out\u061csourcing",
    "no-break space": "IT\u00a0outsourcing",
    "ideographic space": "IT\u3000outsourcing",
    "Hangul filler": "IT\u3164outsourcing",
    "Braille blank": "IT\u2800outsourcing",
    "line separator": "IT\u2028outsourcing",
    "next line": "IT\x85outsourcing",
    "control characters": "\x01IT out\x08\x1bsourc\x7fing\x9b",
    "Cyrillic о": "IT \u043eutsourcing",
    "Cyrillic о, с and е": "IT \u043euts\u043eur\u0441ing",
    "Cyrillic ІТ": "\u0406\u0422 outsourcing",
    "Greek ο and ν": "IT \u03bfuts\u03bfurcing",
    "phonetic ɡ": "IT outsourcin\u0261",
    "full-width letters": "ＩＴ ｏｕｔｓｏｕｒｃｉｎｇ",
    "mathematical letters": "𝐈𝐓 𝐨𝐮𝐭𝐬𝐨𝐮𝐫𝐜𝐢𝐧𝐠",
    "letters underlined one by one": "".join(f"{letter}\u0332" for letter in "IT outsourcing"),
    "all at once": "\u202dＩＴ\u3164\u043eut\u00ads\u0332\u200bourcing",
}


def spots_of(report: BriefReport) -> Iterator[Spot]:
    """Every spot of a report."""
    yield from (name.spot for name in report.named)
    yield from (quote.spot for quote in report.evidence)
    yield from (entry.spot for entry in report.explained)
    for cell in filter(None, report.grid.values()):
        yield cell.spot
        yield from [cell.against.spot] if cell.against else []
    for finding in (*report.findings, *(entry.finding for entry in report.suppressed)):
        yield from [finding.spot] if finding.spot else []
        yield from (quote.spot for quote in finding.evidence)
        if finding.fix:
            yield from (edit.spot for edit in finding.fix.edits)
            yield from finding.fix.left


@pytest.mark.parametrize("words", DISGUISES.values(), ids=DISGUISES.keys())
@pytest.mark.parametrize("name", ["brief.txt", "brief.md", "brief.html"])
def test_a_name_in_disguise_is_found_where_it_stands(words: str, name: str):
    title = f"<h1>Request for {words}</h1><p>{WORK}</p>" if name.endswith("html") else f"Request for {words}\n\n{WORK}\n"
    report = check_document(read_bytes(title.encode(), name))
    (found,) = report.named
    assert plain(" ".join(found.spot.text.split())) in ("IT outsourcing", "IToutsourcing")
    assert "sa-called-ito" in [finding.rule for finding in report.findings]


@pytest.mark.parametrize("words", DISGUISES.values(), ids=DISGUISES.keys())
def test_a_name_in_disguise_is_mended_whole(words: str, tmp_path):
    path = tmp_path / "brief.txt"
    path.write_bytes(f"Request for {words}\n\n{WORK}\n".encode())
    fixed = fix_path(str(path), unsafe=True).after.decode()
    assert plain(fixed) == f"Request for staff augmentation\n\n{WORK}\n"


def test_a_fold_in_a_noun_that_stays_does_not_lose_it(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_bytes(f"Request for IT outsourcing ser\u00advices\n\n{WORK}\n".encode())
    assert fix_path(str(path), unsafe=True).after.decode().startswith("Request for staff augmentation services\n")


@pytest.mark.parametrize(
    "words",
    ["аутсорсинг", "сорок", "о", "α", "ο αυτός", "½", "№ 5", "m²", "™", "naïve", "Łódź", "Straße", "ınış", "人材派遣", "नमस्ते"],
)
def test_words_of_other_languages_and_signs_stay_what_they_are(words: str):
    text = f"{words} и λόγος" if not words.isascii() else words
    assert plain(text) == text


def test_letters_and_accents_set_apart_are_read_as_one():
    assert plain("proce\u0301de\u0301") == "procédé"


def test_an_accent_belongs_to_the_letter_before():
    document = read_bytes("Desk\n\nWe buy staff augmentation\u0332\u0333 here.\n".encode(), "brief.txt")
    (mention,) = read_document(document).mentions
    assert document.text[mention.start : mention.end] == "staff augmentation\u0332\u0333"


def test_half_a_character_in_a_document_made_by_a_program_is_read_over():
    from brieflint.documents.text import compose

    reading = read_document(compose("Desk\n\nWe buy \ud800 staff augmentation \udfff.\n", "-"))
    assert [mention.term for mention in reading.mentions] == ["sa.staff_augmentation"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_offsets_are_those_of_the_text_in_every_encoding(encoding: str):
    document = read_bytes(
        f"Request for IT outsourcing – caf\u00e9\r\n\r\n{WORK}\r\n".replace("–", "-").encode(encoding), "brief.txt"
    )
    (name,) = check_document(document).named
    assert document.text[name.spot.start : name.spot.end] == name.spot.text == "IT outsourcing"


def test_a_text_in_two_encodings_is_read_to_its_end():
    data = f"Request for IT outsourcing, caf\u00e9\n\n{WORK}\n".encode() + "Caf\u00e9: we decide.\n".encode("cp1252")
    document = read_bytes(data, "brief.txt")
    assert check_document(document).named[0].spot.text == "IT outsourcing"
    assert "we decide" in document.text


SIGNS = st.sampled_from(
    "\u00ad\u200b\u200d\u2060\u202e\u202c\u2066\u2069\ufeff\u034f\u0301\u0332\u3164\u00a0\u2028\x85\x0b\x0c\x01"
    "\x1b\x9f\ufffd\t \n\u043e\u0441\u0406\u03bfﬁＡ𝐀½…–—‘’“”€éß人नि\U0001f600"
)
PIECES = st.sampled_from(
    [
        "IT outsourcing", "staff augmentation", "software out\u00adsourcing", "a dedicated team", "managed services", WORK,
        ". ", "\n\n", "\n", "Lot 1: ", "- ", "1. Scope\n", "| a | b |\n", "Subject: ", "We own the outcome.",
        "The vendor directs them", "brieflint: ignore sa-called-ito -- agreed\n", "must not", "<b>", "&amp;", "IT оutsourcing",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES | SIGNS, max_size=25).map("".join),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=120),
)


def assert_spots_hold(document: Document) -> None:
    report = check_document(document)
    for spot in spots_of(report):
        assert 0 <= spot.start < spot.end <= len(document.text)
        assert document.text[spot.start : spot.end] == spot.text
        assert (spot.line, spot.column) == document.position(spot.start)
        assert (spot.end_line, spot.end_column) == document.position(spot.end)


@given(text=TEXTS, name=st.sampled_from(["brief.txt", "brief.md", "brief.html", "brief.eml"]))
@settings(max_examples=150)
def test_every_spot_of_a_report_is_where_it_says(text: str, name: str):
    head = "Subject: Desk\nContent-Type: text/plain; charset=utf-8\n\n" if name.endswith("eml") else ""
    assert_spots_hold(read_bytes(f"{head}IT outsourcing\n\n{WORK}\n\n{text}".encode(), name))


@given(text=TEXTS)
@settings(max_examples=150)
def test_what_is_read_is_what_stands_at_its_offsets(text: str):
    document = read_bytes(f"Desk\n\n{text}".encode(), "brief.md")
    reading = read_document(document)
    for part in (*reading.sentences, *reading.mentions, *reading.signals):
        at_offsets = " ".join(plain(document.text[part.start : part.end]).split())
        assert squeeze(at_offsets) == squeeze(plain(part.text))


def squeeze(text: str) -> str:
    """Letters, digits and signs, in one form; a look-alike alone is read by what stands around it."""
    return "".join(sign for sign in unicodedata.normalize("NFC", plain(text)) if not sign.isspace() and sign not in "\u3164")


@given(text=TEXTS)
def test_plain_text_is_plain_already(text: str):
    assert plain(plain(text)) == plain(text)
