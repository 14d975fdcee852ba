"""Lots: parts of a brief that are judged by themselves."""

from readings import clear_brief, mention, reading, sentence

from brieflint.judgement.judge import judge

PEOPLE = clear_brief("staff_augmentation", part=1)
DESK = clear_brief("it_outsourcing", part=2)
TITLES = ("Lot 1: people", "Lot 2: desk")


def test_lots_that_describe_different_models_make_a_mixed_brief():
    described = judge(reading(*PEOPLE, *DESK, parts=TITLES)).described
    assert (described.model, described.reason) == ("mixed", "several_lots")


def test_each_lot_is_described_by_itself():
    lots = judge(reading(*PEOPLE, *DESK, parts=TITLES)).lots
    assert [(lot.title, lot.described.model) for lot in lots] == [
        ("Lot 1: people", "staff_augmentation"),
        ("Lot 2: desk", "it_outsourcing"),
    ]


def test_a_mixed_brief_is_no_surer_than_its_least_sure_lot():
    verdict = judge(reading(*PEOPLE, *DESK, parts=TITLES))
    assert verdict.described.confidence == min(lot.described.confidence for lot in verdict.lots)


def test_lots_that_describe_the_same_model_make_a_brief_for_it():
    verdict = judge(reading(*PEOPLE, *clear_brief("staff_augmentation", part=2), parts=TITLES))
    assert verdict.described.model == "staff_augmentation"
    assert len(verdict.lots) == 2


def test_a_single_lot_is_no_lot():
    verdict = judge(reading(*PEOPLE, parts=TITLES[:1]))
    assert (verdict.described.model, verdict.lots) == ("staff_augmentation", ())


def test_a_lot_of_a_line_is_not_judged_by_itself():
    verdict = judge(reading(*PEOPLE, sentence("ito", "direction", part=2), parts=TITLES))
    assert (verdict.described.model, verdict.lots) == ("staff_augmentation", ())


def test_a_lot_that_describes_nothing_does_not_mix_a_brief():
    silent = [sentence("neutral", part=2)] * 8
    verdict = judge(reading(*PEOPLE, *silent, parts=TITLES))
    assert verdict.described.model == "staff_augmentation"


def test_a_lot_has_the_names_that_stand_in_it():
    opening = sentence("neutral")
    mentions = (
        mention("outsourcing_unspecified", 0.97, sentence=0),
        mention("staff_augmentation", 0.97, sentence=1),
        mention("it_outsourcing", 0.97, sentence=1 + len(PEOPLE)),
    )
    verdict = judge(reading(opening, *PEOPLE, *DESK, mentions=mentions, parts=TITLES))
    assert [[one.model for one in lot.named] for lot in verdict.lots] == [["staff_augmentation"], ["it_outsourcing"]]
    assert len(verdict.named) == 3


def test_the_verdict_rests_on_the_sentences_of_all_lots():
    verdict = judge(reading(*PEOPLE, *DESK, parts=TITLES))
    assert {item.model for item in verdict.evidence} == {"staff_augmentation", "it_outsourcing"}
