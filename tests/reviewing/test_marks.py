"""Marks in a Word file: they stand where they should, everything else stays, and they come out without a trace."""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.documents.docx import read, read_package
from brieflint.documents.limits import Limits
from brieflint.documents.word.comments import BEGINNING, END, ID, REFERENCE
from brieflint.documents.word.names import RUN, TEXT, w
from brieflint.documents.word.origins import Origins
from brieflint.documents.word.package import Package
from brieflint.linting.evidence import make_spot
from brieflint.linting.finding import Edit
from brieflint.reviewing.advice import Advice
from brieflint.reviewing.annotating import Reviewed, put_advice
from brieflint.reviewing.cleaning import clean_parts
from brieflint.reviewing.markup import Markup
from brieflint.reviewing.package import open_parts
from tests.reviewing.bodies import BODIES, MAKER, build, contents, look, p, part, r

WORDS = "managed service"
MADE = r'<w:comment w:id="(\d+)" w:author="brieflint"'


def review(data: bytes, *spans: tuple[int, int], instead: str | None = None) -> Reviewed:
    """Comments on stretches of a file's text, each with a suggestion when there is one."""
    parts = open_parts(data, "brief.docx")
    markup = parts.open(parts.package.main)
    origins = Origins(markup.root.element)
    document = read_package(parts.package, origins)
    assert document == read(data, "brief.docx")
    place = document.blocks[0].place
    edit = {span: Edit(spot=make_spot(document, *span, place), text=instead) for span in spans if instead is not None}
    said = ("Have a look <here> & there.",)
    advice = [
        Advice(
            start=start, end=end, heading="Note", paragraphs=said, words=document.text[start:end], edit=edit.get((start, end))
        )
        for start, end in spans
    ]
    return put_advice(parts, markup, origins, advice, suggest=instead is not None)


def clean(data: bytes) -> bytes:
    parts = open_parts(data, "brief.docx")
    clean_parts(parts)
    return parts.pack()


def find(data: bytes, words: str = WORDS) -> tuple[int, int]:
    start = read(data, "brief.docx").text.index(words)
    return start, start + len(words)


def commented(data: bytes) -> dict[str, str]:
    """The words between the ends of each comment."""
    open_: dict[str, str] = {}
    done: dict[str, str] = {}
    for element in fromstring(part(data)).iter():
        if element.tag == BEGINNING:
            open_[element.get(ID, "")] = ""
        elif element.tag == END:
            done[element.get(ID, "")] = open_.pop(element.get(ID, ""))
        elif element.tag in (TEXT, w("delText")):
            open_ = {number: words + (element.text or "") for number, words in open_.items()}
    return done


@pytest.mark.parametrize("name", [name for name in BODIES if WORDS in read(build(BODIES[name]), "brief.docx").text])
def test_a_comment_stands_around_its_words_or_around_what_holds_them(name: str):
    data = build(BODIES[name])
    reviewed = review(data, find(data))
    (number,) = re.findall(MADE, part(reviewed.data, "word/comments.xml").decode())
    words = commented(reviewed.data)[number]
    whole = {"a text box": "A managed service", "two versions of a box": "A managed service" * 2}
    loose = {"an XML comment": "We ask for a managed service", "a link": "our managed service"}
    assert words.replace("\u00a0", " ") == {**whole, **loose}.get(name, WORDS)


LABELLED = {
    "one run", "no properties", "many runs", "tabs and breaks", "entities", "an insertion", "a change of format", "a link",
    "a bookmark and a comment", "a table", "a footnote",
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in BODIES if WORDS in read(build(BODIES[name]), "brief.docx").text])
def test_all_suggestions_accepted_give_the_corrected_text(name: str):
    data = build(BODIES[name])
    text = read(data, "brief.docx").text
    start, end = find(data)
    reviewed = review(data, (start, end), instead="dedicated team")
    assert reviewed.suggested == (name in LABELLED)
    expected = f"{text[:start]}dedicated team{text[end:]}" if reviewed.suggested else text
    assert read(reviewed.data, "brief.docx").text == expected


@pytest.mark.parametrize("name", BODIES)
@given(data=st.data())
@settings(max_examples=15)
def test_annotated_and_cleaned_a_file_is_what_it_was(name: str, data: st.DataObject):
    brief = build(BODIES[name])
    length = len(read(brief, "brief.docx").text)
    spans = data.draw(st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, length)), min_size=1, max_size=4))
    chosen = [(start, min(start + size, length)) for start, size in spans]
    instead = data.draw(st.sampled_from([None, "R&D <team>", ""]))
    reviewed = review(brief, *chosen, instead=instead)
    root, before = fromstring(part(reviewed.data)), fromstring(part(brief))
    assert clean(reviewed.data) != reviewed.data
    assert contents(clean(reviewed.data)) == contents(brief)
    assert look(without_marks(root, reviewed.data), "brieflint") == look(before)


def without_marks(root, data: bytes):
    """A body without the ends and signs of our comments, which have no author there."""
    ours = set(re.findall(MADE, part(data, "word/comments.xml").decode()))
    for parent in list(root.iter()):
        for child in list(parent):
            signs = [child.get(ID)] if child.tag in (BEGINNING, END) else []
            if child.tag == RUN:
                signs = [sign.get(ID) for sign in child if sign.tag == REFERENCE]
            if ours.intersection(signs):
                parent.remove(child)
    return root


@pytest.mark.parametrize("name", BODIES)
def test_nothing_outside_of_the_parts_for_comments_is_touched(name: str):
    data = build(BODIES[name])
    before, after = dict(contents(data)), dict(contents(review(data, (0, 5)).data))
    changed = {part for part in before if before[part] != after.pop(part)}
    assert changed | set(after) <= {"word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}


def test_the_insertion_of_somebody_else_stays_theirs():
    data = build(BODIES["an insertion"])
    body = part(review(data, find(data), instead="dedicated team").data).decode()
    body = re.sub(r"<!--.*?-->|<w:comment[^>]*/>|<w:r></w:r>", "", body)
    theirs = re.findall(rf'<w:ins w:id="\d+" {MAKER}>(.*?)</w:ins>', body)
    assert [re.sub("<[^>]*>", "", words) for words in theirs] == ["for a ", "managed service", " in Odense"]
    assert '<w:del w:id="41" w:author="brieflint"' in theirs[1] or 'w:author="brieflint"' in theirs[1]
    ours = re.findall(r'<w:ins w:id="\d+" w:author="brieflint"[^>]*>(.*?)</w:ins>', body)
    assert [re.sub("<[^>]*>", "", words) for words in ours] == ["dedicated team"]


def test_numbers_of_comments_and_changes_are_given_once():
    data = build(BODIES["a bookmark and a comment"] + BODIES["an insertion"] + BODIES["a change of format"])
    text = read(data, "brief.docx").text
    spans = [(at.start(), at.end()) for at in re.finditer(WORDS, text)]
    reviewed = review(data, *spans, instead="dedicated team").data
    numbers = re.findall(r'<w:comment w:id="(\d+)"', part(reviewed, "word/comments.xml").decode())
    changes = re.findall(r'<w:(?:ins|del|rPrChange) w:id="(\d+)"', part(reviewed).decode())
    assert len(set(numbers)) == len(numbers) == 5
    assert len(set(changes)) == len(changes)


def test_the_style_of_the_words_is_kept():
    data = build(p(r("managed service", '<w:b/><w:color w:val="FF0000"/>')))
    body = part(review(data, find(data), instead="dedicated team").data).decode()
    assert re.search(r'<w:ins [^>]*><w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t[^>]*>dedicated team', body)


def test_words_without_a_margin_are_told_of_at_the_beginning():
    data = build(BODIES["a footnote"])
    reviewed = review(data, find(data, "as said"))
    assert (reviewed.comments, reviewed.unplaced) == (1, 1)
    assert 'take no comment in Word: "as said"' in part(reviewed.data, "word/comments.xml").decode()


@pytest.mark.parametrize("name", sorted(BODIES))
@given(data=st.data())
@settings(max_examples=10)
def test_the_elements_found_for_words_show_these_words(name: str, data: st.DataObject):
    package = Package(build(BODIES[name]), "brief.docx", Limits())
    origins = Origins(package.parse(package.main))
    document = read_package(package, origins)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    shown = {w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "-"}
    pieces: Iterator[str] = (
        (found.element.text or "")[found.start : found.end].replace("\u00ad", "") if found.element.tag == TEXT
        else shown[found.element.tag]
        for found in origins.find(start, end)
    )  # fmt: skip
    body = document.text.partition("\nA managed service, as said.")[0]
    expected = body[start:end] if start < len(body) else ""
    assert "".join(pieces).replace("\n", "") == expected.replace("\n", "")


def test_a_root_that_was_empty_is_empty_again():
    data = build(BODIES["one run"], comments="")
    empty = dict(contents(data))["word/comments.xml"].replace(b"></w:comments>", b"/>")
    parts = open_parts(data, "brief.docx")
    parts.changed["word/comments.xml"] = empty
    data = parts.pack()
    reviewed = review(data, (0, 5)).data
    assert contents(clean(reviewed)) == contents(data)


def test_markup_counts_characters_as_people_do():
    xml = "<w:t xmlns:w='x'>ä&amp;\r\n€&#8364;b</w:t>".encode()
    package = Package(build(BODIES["one run"]), "brief.docx", Limits())
    markup = Markup(xml, package.parse_xml(xml))
    places = [markup.locate(markup.root, count) for count in range(7)]
    pieces = [xml[start:end].decode() for start, end in pairwise(places)]
    assert pieces == ["ä", "&amp;", "\r\n", "€", "&#8364;", "b"]
