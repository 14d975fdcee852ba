"""Briefs that try to break out of the page that reports on them."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.knowledge.artefact import load_knowledge
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.as_html import write_html
from brieflint.reporting.view import View
from tests.samples import MISLABELLED

VIEW = View(guide=load_knowledge().guide)
ATTACKS = {
    "a script": "<script>alert(1)</script>",
    "the end of a script": "</script><script>alert(1)</script>",
    "the end of a style": "</style><b onmouseover=alert(1)>x</b>",
    "the end of an attribute": '"><img src=x onerror=alert(1)>',
    "an attribute in single quotes": "'><svg onload=alert(1)>",
    "a comment": "<!-- --><!--> <b>",
    "a template": "{{ 7 * 7 }} {% for x in y %} {# gone #}",
    "a format": "{named} {0.__class__} %s %(x)s",
    "a base": '<base href="https://example.org/"><meta http-equiv=refresh content=0>',
}
WORDS = "The {attack} vendor's people take direction from our {attack} lead every day."


def hostile_brief(attack: str) -> BriefReport:
    """A brief with the attack in its title, in its evidence, in a field, and in its file name."""
    title, _, body = MISLABELLED.partition("\n")
    text = f"{title} {attack}\n{body}\n{WORDS.replace('{attack}', attack)}\n\nTitle: {attack}\n\nLot 1: {attack}\n\n{attack}\n"
    return replace(check_document(read_bytes(text.encode(), "brief.txt")), path=f"{attack}.txt")


class Tags(HTMLParser):
    """The elements of a page, as a browser would find them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)
        self.attributes |= {name for name, _ in attrs}


def page_of(*briefs: BriefReport | Unreadable) -> str:
    return write_html(Report(briefs=briefs), VIEW)


HARMLESS = Tags(page_of(hostile_brief("harmless"), Unreadable(path="a", error="b")))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_brief_adds_no_element_and_no_attribute_of_its_own(attack):
    page = page_of(hostile_brief(attack), Unreadable(path=attack, error=attack))
    tags = Tags(page)
    assert set(tags.found) <= set(HARMLESS.found) | {"ins", "del"}
    assert tags.attributes <= HARMLESS.attributes
    assert tags.found.count("script") == 1


@pytest.mark.parametrize("attack", [ATTACKS["a template"], ATTACKS["a format"]])
@pytest.mark.parametrize("reader", ["buyer", "bidder", "evaluator", "policy"])
def test_gaps_in_a_brief_stay_as_they_are(attack, reader):
    page = write_html(Report(briefs=(hostile_brief(attack),)), replace(VIEW, reader=reader))
    assert "7 * 7" in page or "{0.__class__}" in page


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b[31m", "\u202e", "\u2066", "\u200f", "\u2028", "\x85", "\ufeff"])
def test_signs_that_steer_a_reader_are_not_on_the_page(sign):
    text = MISLABELLED.replace("Odense", f"Od{sign}ense").replace("technical lead", f"technical{sign} lead")
    brief = check_document(read_bytes(text.replace("\x00", "\x01").encode(), "brief.txt"))
    page = page_of(replace(brief, path=f"a{sign}b.txt"))
    assert sign[0] not in page


@given(st.text(alphabet=st.sampled_from("<>&\"'{}%# -!/=\\`\u202e\x07ab\n"), max_size=60))
def test_no_text_at_all_adds_an_element(text):
    brief = check_document(read_bytes(f"IT outsourcing {text}\n\n{text}\n".encode(), "brief.txt"))
    assert set(Tags(page_of(brief)).found) <= set(HARMLESS.found)
