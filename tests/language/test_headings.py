"""The outline: which section a block stands in, and to which lot it belongs."""

from dataclasses import replace

import pytest

from brieflint.documents import read_bytes
from brieflint.documents.document import Block, Place
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import Section
from brieflint.language.headings import Outline, SectionRoles
from brieflint.language.pipeline import read_document

SHIPPED = SectionRoles(load_knowledge())
SMALL = SectionRoles(
    replace(
        load_knowledge(),
        sections=(
            Section(role="lot", headings=("lot (1|2|3)",), weight=1),
            Section(role="scope", headings=("scope",), weight=1),
            Section(role="legal", headings=("law", "scope of law"), weight=0, naming=False),
        ),
    )
)


def walk(*lines: tuple[int, str]) -> list[tuple[str, int]]:
    """Section role and lot after each line: a heading of some level, a title (-1) or a paragraph (0)."""
    outline = Outline(SMALL)
    found = []
    for level, text in lines:
        kind = "heading" if level > 0 else "title" if level < 0 else "paragraph"
        block = Block(kind=kind, start=0, end=len(text), place=Place(), level=max(level, 0))
        state = outline.enter(block, text)
        found.append((state.section.role, state.part))
    return found


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Lot 1: network", "lot"),
        ("OUT OF SCOPE", "exclusions"),
        ("4. Definitions", "glossary"),
        ("About your company", "vendor_profile"),
        ("Evaluation criteria", "evaluation"),
        ("Terms and conditions", "terms"),
        ("Confidentiality", "insurance_legal"),
        ("Pricing", "pricing"),
        ("Service levels", "service_levels"),
        ("Deliverables", "deliverables"),
        ("Background", "background"),
    ],
)
def test_a_section_is_known_by_its_heading(heading: str, role: str):
    found = SHIPPED.find(heading)
    assert found
    assert found.role == role


def test_a_heading_that_says_nothing_has_no_role():
    assert SHIPPED.find("Of quinces") is None


def test_the_first_section_that_matches_wins():
    found = SMALL.find("Scope of law")
    assert found
    assert found.role == "scope"


def test_a_lot_is_opened_by_a_heading_that_begins_with_it_only():
    opened, told = SMALL.find("Lot 2, people"), SMALL.find("What lot 2 is about")
    assert opened
    assert opened.role == "lot"
    assert told is None


def test_what_stands_before_the_first_heading_is_the_opening():
    assert walk((0, "Hello."), (1, "Scope")) == [("opening", 0), ("scope", 0)]


def test_a_title_has_a_role_of_its_own():
    assert walk((-1, "Desk"), (0, "Hello.")) == [("title", 0), ("opening", 0)]


def test_a_block_stands_in_the_section_of_the_heading_above():
    assert walk((1, "Scope"), (0, "Desk."), (1, "Law"), (0, "Courts.")) == [
        ("scope", 0),
        ("scope", 0),
        ("legal", 0),
        ("legal", 0),
    ]


def test_a_heading_without_a_role_has_the_one_of_the_heading_that_it_stands_under():
    assert walk((1, "Law"), (2, "Of quinces"), (0, "Trees.")) == [("legal", 0)] * 3


def test_a_heading_without_a_role_at_the_same_level_is_plain_text_again():
    assert walk((1, "Law"), (1, "Of quinces"), (0, "Trees."))[1:] == [("body", 0)] * 2


def test_a_lot_goes_on_through_its_headings():
    assert walk((1, "Lot 1"), (2, "Scope"), (0, "Desk."), (2, "Law"), (0, "Courts.")) == [
        ("lot", 1),
        ("scope", 1),
        ("scope", 1),
        ("legal", 1),
        ("legal", 1),
    ]


def test_each_lot_has_a_number():
    assert [part for _, part in walk((1, "Lot 1"), (0, "Desk."), (1, "Lot 2"), (0, "People."))] == [1, 1, 2, 2]


def test_a_lot_ends_with_a_heading_of_its_level():
    assert [part for _, part in walk((1, "Lot 1"), (0, "Desk."), (1, "Law"), (0, "Courts."))] == [1, 1, 0, 0]


def test_a_title_belongs_to_no_lot():
    assert walk((1, "Lot 1"), (-1, "Desk"))[1] == ("title", 0)


def test_the_outline_keeps_the_titles_of_lots():
    outline = Outline(SMALL)
    for at, text in ((5, "Lot 1: desk "), (50, "Lot 2: people")):
        outline.enter(Block(kind="heading", start=at, end=at + len(text), place=Place(), level=1), text)
    assert outline.parts == [("", 0), ("Lot 1: desk", 5), ("Lot 2: people", 50)]


def test_lots_of_a_brief_are_read_apart():
    text = "TENDER 9\n\nTwo lots are tendered.\n\nLOT 1: DESK\n\nRun the desk.\n\nLOT 2: PEOPLE\n\nTwo people.\n"
    reading = read_document(read_bytes(text.encode(), "b.txt"))
    assert [part.title for part in reading.parts] == ["", "LOT 1: DESK", "LOT 2: PEOPLE"]
    assert {sentence.text.strip(): sentence.part for sentence in reading.sentences if sentence.kind == "paragraph"} == {
        "Two lots are tendered.": 0,
        "Run the desk.": 1,
        "Two people.": 2,
    }


def test_a_term_in_a_section_that_cannot_name_the_work_is_not_applied():
    text = "HARBOUR OFFICE\n\n1. {}\nWe invite offers for IT outsourcing of the desk.\n"
    scope, excluded = (
        read_document(read_bytes(text.format(heading).encode(), "b.txt")).mentions[0].applied
        for heading in ("Scope", "Out of scope")
    )
    assert scope > 0.5
    assert excluded == 0
