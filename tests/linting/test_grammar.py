"""One name in place of another: capitals, hyphens, articles, plurals, line ends."""

import pytest

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.linting.grammar import fit_article, fit_case, is_action, name_instead, stands_alone
from brieflint.writing.fix import splice

NAMES = ("IT outsourcing", "software outsourcing", "staff augmentation", "dedicated team")


def written(label: str, name: str = "staff augmentation", **how: bool) -> str | None:
    return name_instead(label, name, NAMES, **how)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("IT outsourcing", "staff augmentation"),
        ("IT Outsourcing", "Staff Augmentation"),
        ("IT OUTSOURCING", "STAFF AUGMENTATION"),
        ("Managed service", "Staff augmentation service"),
        ("Software outsourcing", "Staff augmentation"),
    ],
)
def test_capitals_stay(label: str, expected: str):
    assert written(label) == expected


def test_an_acronym_in_capitals_is_no_shouting():
    assert written("MSP") == "staff augmentation provider"
    assert written("OUTSOURCING", loud=True) == "STAFF AUGMENTATION"


def test_it_stays_it_in_a_title():
    assert written("Staff Augmentation", "IT outsourcing") == "IT Outsourcing"


def test_a_label_that_opens_its_sentence_is_replaced_by_one_that_does():
    assert written("IT outsourcing", begins=True) == "Staff augmentation"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("managed services", "staff augmentation services"),
        ("IT outsourcing services", "staff augmentation services"),
        ("managed services partner", "staff augmentation partner"),
        ("software development project", "staff augmentation project"),
        ("dedicated developers", "staff augmentation developers"),
    ],
)
def test_the_noun_behind_a_name_keeps_its_number(label: str, expected: str):
    assert written(label) == expected


def test_a_hyphenated_name_stays_hyphenated():
    assert written("software-outsourcing") == "staff-augmentation"
    assert written("fixed-price build") == "staff augmentation"


def test_what_is_outsourced_stays():
    assert written("Outsourcing of five") == "Staff augmentation of five"
    assert written("OUTSOURCING OF IT PROFESSIONALS") == "STAFF AUGMENTATION OF IT PROFESSIONALS"


@pytest.mark.parametrize("label", ["outsource the work", "outsourcing our IT", "augment our team", "outsourced service desk"])
def test_no_name_stands_in_for_a_verb(label: str):
    assert written(label) is None


def test_no_name_is_written_across_markup():
    assert written("**IT** outsourcing") is None


def test_a_line_end_within_a_label_stays():
    assert written("IT\noutsourcing") == "staff\naugmentation"
    assert written("IT\n> outsourcing services") == "staff augmentation\n> services"


@pytest.mark.parametrize(
    ("article", "name", "expected"),
    [
        ("an", "staff augmentation", "a"),
        ("a", "IT outsourcing", "an"),
        ("An", "dedicated team", "A"),
        ("A", "IT OUTSOURCING", "AN"),
    ],
)
def test_articles_fit(article: str, name: str, expected: str):
    assert fit_article(article, name) == expected


def test_a_name_before_another_noun_does_not_stand_alone():
    assert not stands_alone(" contract for two years")
    assert stands_alone(" for two years")
    assert stands_alone(". The")


def test_the_old_rule_of_capitals_holds():
    assert fit_case("staff augmentation", "ITO") == "staff augmentation"


BRIEFS = {
    "dedicated_team": """{} for the booking app

We ask for {} for our booking app, and {} contract that runs on until we end it.
The vendor staffs and runs a stable team that works only for us, month after month, for a flat monthly team fee.
The vendor's delivery manager leads the people and manages their work. We set the priorities of every sprint.
The team keeps its people together and works full time on our product. Our product owner orders the backlog.
""",
    "staff_augmentation": """{} for the booking app

We ask for {} for our booking app, and {} contract for a year.
Two developers join our team. Our technical lead assigns their tasks every morning and directs them day by day.
They attend our stand-up, and our engineers review each of their pull requests. We own the result and every release.
We interview the candidates, and we pay a monthly rate per developer on signed timesheets.
""",
}


def edited(model: str, *labels: str) -> str:
    data = BRIEFS[model].format(*labels).encode()
    report = check_document(read_bytes(data, "a.txt"))
    assert report.described.model == model
    edits = [edit for finding in report.findings if finding.fix for edit in finding.fix.edits]
    return splice(data, edits, "a.txt").decode()


def test_a_team_gets_its_article_where_it_stands_alone_in_a_sentence():
    text = edited("dedicated_team", "Staff augmentation", "staff augmentation", "a staff augmentation")
    assert text.startswith("Dedicated team for the booking app\n")
    assert "We ask for a dedicated team for our booking app, and a dedicated team contract" in text


def test_what_is_not_counted_loses_the_article_of_a_team_with_its_team():
    text = edited("staff_augmentation", "Dedicated team", "a dedicated team", "a dedicated team")
    assert text.startswith("Staff augmentation for the booking app\n")
    assert "We ask for a staff augmentation team for our booking app" in text


def test_an_becomes_a():
    text = edited("staff_augmentation", "IT OUTSOURCING", "IT outsourcing", "an IT outsourcing")
    assert text.startswith("STAFF AUGMENTATION for the booking app\n")
    assert "We ask for staff augmentation for our booking app, and a staff augmentation contract" in text


def test_a_name_that_opens_its_sentence_in_place_of_an_article_is_capitalised():
    data = BRIEFS["staff_augmentation"].format("IT outsourcing", "IT outsourcing", "an IT outsourcing").encode()
    data += b"An IT outsourcing is what we seek.\n"
    report = check_document(read_bytes(data, "a.txt"))
    texts = [edit.text for finding in report.findings if finding.fix for edit in finding.fix.edits if edit.spot.line == 7]
    assert texts == ["Staff augmentation"]


@pytest.mark.parametrize(
    ("before", "after", "acts"),
    [
        ("We are ", " five testers", True),
        ("We plan on ", " our whole desk", True),
        ("The ", " the board wants", False),
        ("This is ", " of five testers", False),
        ("We want ", ".", False),
    ],
)
def test_a_label_that_says_what_is_done_to_something_is_no_name(before: str, after: str, acts: bool):
    assert is_action(before, "outsourcing", after) == acts
