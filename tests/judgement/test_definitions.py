"""What a text itself says that a name means."""

import pytest

from brieflint.documents import read_bytes
from brieflint.judgement.definitions import find_definitions
from brieflint.language.pipeline import read_document


def definitions(text: str):
    reading = read_document(read_bytes(text.encode(), "policy.txt"))
    return {entry.model: entry.says for entry in find_definitions(reading)}


def test_a_definition_speaks_for_the_model_that_its_words_describe():
    said = definitions("Staff augmentation means that a supplier's people take daily direction from our technical lead.\n")
    assert said == {"staff_augmentation": "staff_augmentation"}


def test_a_definition_may_speak_for_another_model():
    said = definitions("Policy\n\nDefinitions\n\nStaff augmentation: the vendor builds what we specified, at a fixed price.\n")
    assert said["staff_augmentation"] == "software_outsourcing"


def test_a_definition_without_accountability_speaks_for_none():
    assert definitions("Policy\n\nDefinitions\n\nDedicated team: a group of at least four people.\n") == {
        "dedicated_team": None
    }


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for staff augmentation. Our lead directs the people every day.\n",
        "Policy\n\nDefinitions\n\nStaff augmentation\n",
        "In the last five years this house has bought work under the name of staff augmentation.\n",
    ],
)
def test_a_name_that_is_not_explained_is_no_definition(text):
    assert definitions(text) == {}
