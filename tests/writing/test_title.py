"""The corrected title."""

import pytest

from tests.samples import MISLABELLED

TITLE, _, BODY = MISLABELLED.partition("\n")


def corrected(check, title: str) -> str | None:
    found = check(f"{title}\n{BODY}").title
    return found.corrected if found else None


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (TITLE, "Request for proposals: staff augmentation for the booking portal"),
        ("IT OUTSOURCING FOR THE BOOKING PORTAL", "STAFF AUGMENTATION FOR THE BOOKING PORTAL"),
        ("Managed Services for the Booking Portal", "Staff Augmentation for the Booking Portal"),
    ],
)
def test_the_right_name_stands_in_the_place_of_the_wrong_one_in_its_capitals(check, title, told):
    assert corrected(check, title) == told


def test_a_title_without_a_name_gets_one(check):
    assert corrected(check, "Request for proposals: the booking portal") == "Staff augmentation: the booking portal"


def test_a_title_with_the_right_name_is_left_alone(check):
    assert corrected(check, "Staff augmentation for the booking portal") is None


def test_a_brief_that_describes_no_model_gets_no_title(check):
    assert check("IT outsourcing\n\nWhat would it cost?\n").title is None
