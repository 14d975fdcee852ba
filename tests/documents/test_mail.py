import pytest
from messages import attachment, message, multipart, part
from packages import docx, odt, p, zipped
from pdfs import Words, write_pdf

from brieflint.documents import Block, Document
from brieflint.documents.mail import read
from brieflint.errors import BriefError


def read_message(body: str | bytes = "", *attached: bytes, **named: str) -> Document:
    return read(message(body, *attached, **named), "brief.eml")


def texts(document: Document, *kinds: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if not kinds or block.kind in kinds]


def find(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in document.text[block.start : block.end])


def test_the_subject_is_the_title() -> None:
    assert texts(read_message("Words.", subject="Booking portal"), "title") == ["Booking portal"]


def test_who_writes_to_whom_are_fields() -> None:
    assert texts(read_message("Words."), "field") == ["From: Ana Silva <ana@district.example>", "To: offers@vendor.example"]


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("=?utf-8?B?xYHDs2TFug==?=", "Łódź"),
        ("Re: =?iso-8859-1?Q?caf=E9?=", "Re: café"),
        ("two\n words", "two words"),
        ("Łódź", "Łódź"),
        ("=?klingon?Q?x?=", "=?klingon?Q?x?="),
        ("=?utf-8?B?x?=", "=?utf-8?B?x?="),
        ("a\x07b", "a b"),
    ],
)
def test_headers_are_shown_in_letters(subject: str, shown: str) -> None:
    assert texts(read_message("Words.", subject=subject), "title") == [shown]


def test_words_are_read_as_a_text_file_is() -> None:
    document = read_message("1. SCOPE\n\nTwo developers\njoin us.\n")
    assert (find(document, "SCOPE").kind, find(document, "join").place.section) == ("heading", "1. SCOPE")
    assert document.format == "eml"


def test_every_block_says_its_line() -> None:
    document = read_message("Hello,\n\nwords.\n", attachment("scope.txt", "1. SCOPE\n\nWords."))
    assert all(block.place.line == document.position(block.start)[0] for block in document.blocks)


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("iso8859-15", "iso-8859-15"), ("utf-8", "x-unknown")],
)
def test_words_are_decoded_as_they_declare(encoding: str, charset: str) -> None:
    assert "5 € café" in read_message("5 € café".encode(encoding), kind=f"text/plain; charset={charset}").text


def test_words_are_freed_from_their_encoding() -> None:
    words = (
        b"Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nVery long li=\nne =E2=82=AC"
    )
    assert "Very long line €" in read(b"Subject: Brief\n" + words, "brief.eml").text


def test_lines_that_a_program_wrapped_are_joined() -> None:
    document = read_message("We need \ntwo developers.\nThey join us.\n> a \n> b\n", kind="text/plain; format=flowed")
    assert "We need two developers.\nThey join us.\n> a \n> b" in document.text


def test_plain_words_are_preferred() -> None:
    both = multipart(part("text/plain", "plain"), part("text/html", "<p>fancy"), kind="alternative")
    document = read(b"Subject: Brief\n" + both, "brief.eml")
    assert texts(document, "paragraph", "heading", "title")[-1] == "plain"
    assert "fancy" not in document.text


def test_a_page_is_read_where_there_are_no_plain_words() -> None:
    both = multipart(
        part("text/plain", " \n"), part("text/html", "<title>No</title><h2>Scope</h2><p>fancy"), kind="alternative"
    )
    document = read(b"Subject: Brief\n" + both, "brief.eml")
    assert texts(document) == ["Brief", "Scope", "fancy"]


def test_words_on_both_sides_of_an_attachment_are_read() -> None:
    document = read_message("Before.", attachment("scope.txt", "Inside it."), part("text/plain", "After."))
    assert texts(document, "paragraph", "heading", "title")[-4:] == ["Before.", "After.", "scope.txt", "Inside it."]


def test_what_is_attached_to_one_version_of_the_words_is_read_too() -> None:
    fancy = multipart(part("text/html", "<p>fancy"), attachment("scope.txt", "Inside it."), boundary="inner")
    document = read(b"Subject: Brief\n" + multipart(part("text/plain", "plain"), fancy, kind="alternative"), "brief.eml")
    assert "Inside it." in document.text
    assert "fancy" not in document.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("scope.docx", docx(p("Inside it."))),
        ("scope.odt", odt("<text:p>Inside it.</text:p>")),
        ("scope.pdf", write_pdf([[Words(72, 700, "Inside it.")]])),
        ("scope.md", b"Inside *it*."),
        ("scope.HTM", b"<p>Inside <b>it</b>."),
        ("=?utf-8?Q?=C3=81rea.txt?=", b"Inside it."),
        ("C:\\briefs\\scope.txt", b"Inside it."),
    ],
)
def test_attachments_are_read_by_their_readers(name: str, data: bytes) -> None:
    assert find(read_message("Please see the file.", attachment(name, data)), "Inside").kind in ("paragraph", "title")


def test_an_attachment_stands_under_its_name() -> None:
    document = read_message(
        "See below.", attachment("scope.docx", docx(p("Inside it.") + p("Price", style="berschrift1") + p("100")))
    )
    assert find(document, "scope.docx").kind == "heading"
    assert find(document, "Inside").place.section == "scope.docx"
    assert find(document, "100").place.section == "Price"


def test_an_attachment_without_a_name_is_known_by_its_type() -> None:
    nameless = b"Content-Disposition: attachment\n" + part("text/html", "<p>Inside <b>it</b>.")
    assert "Inside it." in read_message("See below.", nameless).text


def test_attachments_of_other_formats_are_named() -> None:
    document = read_message("See below.", attachment("plan.doc", b"x"), attachment("logo.png", b"x", "image/png"))
    assert texts(document, "matter") == ["Attached, not read: plan.doc", "Attached, not read: logo.png"]


def test_pictures_that_the_words_show_are_not_attachments() -> None:
    assert not texts(read_message("Words.", b"Content-ID: <a>\n" + part("image/png", "x")), "matter")


def test_an_empty_attachment_is_left_out() -> None:
    assert "ATT" not in read_message("Words.", attachment("ATT00001.txt", "\n")).text


def test_an_attachment_that_is_broken_breaks_the_message() -> None:
    with pytest.raises(BriefError, match=r"brief\.eml: its attachment scope\.docx cannot be read: .*damaged"):
        read_message("See the file.", attachment("scope.docx", docx(p("Words."))[:-40]))


def test_a_message_of_which_nothing_can_be_read_is_an_error() -> None:
    with pytest.raises(BriefError, match=r"plan\.doc.* cannot be read"):
        read_message("", attachment("plan.doc", b"x"))


def test_a_message_of_nothing_is_an_error() -> None:
    with pytest.raises(BriefError, match="nothing in this message"):
        read_message(" \n")


@pytest.mark.parametrize("inner", [part("message/rfc822", message("Inside it.")), attachment("old.eml", message("Inside it."))])
def test_a_message_in_a_message_is_read(inner: bytes) -> None:
    document = read_message("See below.", inner, subject="Fwd")
    assert texts(document)[-4:] == [
        "Brief",
        "From: Ana Silva <ana@district.example>",
        "To: offers@vendor.example",
        "Inside it.",
    ]


def test_packages_are_named() -> None:
    assert "Attached, not read: all.zip" in read_message("Words.", attachment("all.zip", zipped({"a.txt": "x"}))).text


ANSWER = "Two developers, please.\n\nOn Mon, 3 May 2027 at 10:00, Bob Long\n<bob@vendor.example> wrote:\n{}\n\nRegards"


def test_what_a_reply_answers_is_quoted() -> None:
    document = read_message(ANSWER.format("> We deliver it all.\n> For a price."), subject="Re: Developers")
    assert " ".join(texts(document, "quote")).endswith("wrote: We deliver it all.\n> For a price.")
    assert find(document, "Regards").kind != "quote"


def test_what_a_reply_answers_is_quoted_where_no_signs_mark_it() -> None:
    document = read_message(ANSWER.format("We deliver it all."))
    assert {find(document, words).kind for words in ("On Mon", "deliver", "Regards")} == {"quote"}
    assert find(document, "Two developers").kind != "quote"


@pytest.mark.parametrize("subject", ["Re: Developers", "AW: Developers"])
@pytest.mark.parametrize("head", ["-----Original Message-----\nFrom: Bob", "From: Bob\nSent: Monday\nTo: Ana\nSubject: Offer"])
def test_the_message_below_a_reply_is_quoted(subject: str, head: str) -> None:
    document = read_message(f"Two developers, please.\n\n{head}\n\nWe deliver it all.\n", subject=subject)
    assert find(document, "deliver").kind == "quote"
    assert find(document, "Two developers").kind != "quote"


def test_a_message_that_was_passed_on_is_not_quoted() -> None:
    document = read_message("Please see.\n\nFrom: Bob\nSent: Monday\n\nWe deliver it all.\n", subject="FW: Developers")
    assert find(document, "deliver").kind != "quote"


def test_a_message_that_holds_nothing_else_is_not_quoted() -> None:
    document = read_message("On Mon, 3 May 2027, Bob wrote:\n\nWe deliver it all.\n")
    assert find(document, "deliver").kind != "quote"


def test_quotations_in_pages_are_quoted() -> None:
    page = "<div>Two developers.</div><div>On Mon, 3 May 2027, Bob wrote:<br></div><blockquote>We deliver it all.</blockquote>"
    document = read_message(page, kind="text/html")
    assert texts(document, "quote") == ["On Mon, 3 May 2027, Bob wrote:", "We deliver it all."]
