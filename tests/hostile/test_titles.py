"""Titles that no person writes: every one is read, and an end is found whatever they are divided into."""

import pytest

from tests.samples import MISLABELLED

BODY = MISLABELLED.partition("\n")[2]


@pytest.mark.parametrize(
    "title",
    ["1-" * 4_000 + "1 x", "RFP 1" + "-1" * 4_000 + ": x", "RFP " * 3_000 + "x", "no. " * 3_000, "- " * 4_000, "re: " * 3_000],
    ids=["a number", "a number of a paper", "papers", "numbers without one", "dashes", "labels"],
)
@pytest.mark.parametrize("before", ["", "Request for IT outsourcing: "], ids=["alone", "named"])
def test_a_title_that_divides_in_many_ways_is_taken_in_one(check, before: str, title: str):
    assert check(f"{before}{title}\n{BODY}").described.model == "staff_augmentation"
