"""Checklists: which sentences fill a slot, and which belong to another model."""

from dataclasses import replace

import pytest
from readings import reading, sentence

from brieflint.judgement.slots import SlotFinder
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.patterns import AntiSlot, Checklist, Slot

MODEL = "staff_augmentation"
CHECKLIST = Checklist(
    model=MODEL,
    title="Desk",
    slots=(
        Slot(id="role", label="Role", ask="Which?", origin="guide", frames=("tester(s)",), unless=("laptop(s)",)),
        Slot(id="direction", label="Direction", ask="Who?", origin="guide", frames=("directs",), dimensions=("direction",)),
    ),
    anti_slots=(
        AntiSlot(id="credits", label="Credits", why="They belong to a service.", frames=("service credit(s)",)),
        AntiSlot(
            id="acceptance", label="Acceptance", why="A project.", dimensions=("quality",), models=("software_outsourcing",)
        ),
    ),
)
FINDER = SlotFinder(replace(load_knowledge(), checklists=(CHECKLIST,)))


def fill(*sentences) -> dict[str, tuple[int, ...]]:
    return {entry.slot.id: entry.sentences for entry in FINDER.fill(MODEL, reading(*sentences))}


def misfits(*sentences) -> dict[str, tuple[int, ...]]:
    return {entry.anti_slot.id: entry.sentences for entry in FINDER.find_misfits(MODEL, reading(*sentences))}


def test_slots_of_a_silent_brief_are_open():
    assert fill(sentence()) == {"role": (), "direction": ()}


def test_a_sentence_fills_a_slot_by_its_words():
    assert fill(sentence(), sentence(text="We need two testers."))["role"] == (1,)


def test_a_sentence_with_certain_other_words_does_not_fill_a_slot():
    assert fill(sentence(text="Two testers bring laptops."))["role"] == ()


def test_a_sentence_fills_a_slot_by_what_it_is_about():
    assert fill(sentence("sa", "direction"))["direction"] == (0,)


def test_a_sentence_for_another_model_does_not_fill_a_slot_by_what_it_is_about():
    assert fill(sentence("so", "direction"))["direction"] == ()


def test_a_sentence_that_is_hardly_about_it_does_not_fill_a_slot():
    doubtful = sentence("sa", dimensions={"direction": 0.4, "people": 0.3, "none": 0.3})
    assert fill(doubtful, sentence("sa", "direction", sure=0.2))["direction"] == ()


def test_sentences_that_fill_a_slot_by_their_words_come_first():
    assert fill(sentence("sa", "direction"), sentence(text="She directs them."))["direction"] == (1, 0)


@pytest.mark.parametrize(
    "sentences",
    [
        [sentence(text="Two testers bring laptops."), sentence(text="She directs them.")],
        [sentence("sa", "direction"), sentence(text="We need two testers."), sentence(text="A tester directs.")],
        [sentence(text="A tester.", weight=0.1)],
    ],
)
def test_open_slots_are_those_that_no_sentence_fills(sentences):
    found = FINDER.find_open(MODEL, reading(*sentences), origin="guide")
    assert [slot.id for slot in found] == [slot for slot, filled in fill(*sentences).items() if not filled]


def test_a_slot_is_filled_with_three_sentences_at_most():
    assert fill(*[sentence(text="A tester.")] * 5)["role"] == (0, 1, 2)


def test_a_section_of_little_weight_fills_nothing():
    assert fill(sentence(text="A tester.", weight=0.1), sentence("sa", "direction", weight=0.1)) == {
        "role": (),
        "direction": (),
    }


def test_titles_and_headings_fill_nothing():
    assert fill(sentence(text="Tester", kind="title"), sentence(text="Testers", kind="heading"))["role"] == ()


def test_a_brief_without_foreign_text_has_no_misfits():
    assert misfits(sentence(), sentence("sa", "quality")) == {}


def test_words_of_another_model_are_misfits():
    assert misfits(sentence(), sentence(text="A service credit is due.")) == {"credits": (1,)}


def test_words_that_are_denied_are_no_misfits():
    assert misfits(sentence(text="No service credits are due.", context=frozenset({"negated"}))) == {}


def test_sentences_for_another_model_are_misfits():
    assert misfits(sentence("so", "quality")) == {"acceptance": (0,)}


def test_a_section_of_little_weight_holds_no_misfits():
    assert misfits(sentence(text="A service credit is due.", weight=0.1)) == {}


def test_every_model_has_a_shipped_checklist():
    finder = SlotFinder(load_knowledge())
    assert all(finder.checklist(model).slots for model in load_knowledge().guide.models)
