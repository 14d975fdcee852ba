"""Sentences of packs: what is asked of them, and what the readers learn from them."""

from pathlib import Path

import pytest
from packs import write_pack

from brieflint.errors import PatternError
from brieflint.knowledge.packs import Packs, open_packs
from brieflint.language.examples import read_pack_rows
from brieflint.language.readers import known_labels, load_readers, read_texts
from brieflint.language.training import train_packs

HEAD = "text\tterm\tuse\n"
ODD = "Wherever gulls nest, plankside reckoning of bench loan stays afloat."
MASKED = ODD.replace("bench loan", " \x1a ")


def teach(folder: Path, text: str) -> Packs:
    return open_packs([write_pack(folder, naming=f"{HEAD}{text}\tbench loan\tapplied\n")])


def mistakes(folder: Path, **files: str) -> list[str]:
    packs = open_packs([write_pack(folder, **files)])
    with pytest.raises(PatternError) as caught:
        read_pack_rows(folder, known_labels(packs))
    return [mistake.removeprefix(f"{folder}/sentences/") for mistake in caught.value.mistakes]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """Two packs that teach the naming reader, trained together."""
    place = tmp_path_factory.mktemp("packs")
    both = (*teach(place / "a", ODD), *teach(place / "b", "Quaysides lend bench loan in fair weather."))
    (both[-1].folder / "compiled.zip").write_bytes(train_packs(both))
    return both


def test_a_pack_without_sentences_is_read_with_the_shipped_readers(tmp_path: Path):
    assert load_readers(open_packs([write_pack(tmp_path, terms="terms: []")])) is load_readers()


def test_sentences_that_nothing_was_learned_from_yet_ask_for_training(tmp_path: Path):
    with pytest.raises(PatternError, match=rf"nothing has been learned .* run: brieflint patterns train {tmp_path}$"):
        load_readers(teach(tmp_path, ODD))


def test_sentences_that_changed_since_training_ask_for_it_again(packs: Packs):
    place = packs[1].folder / "sentences" / "naming.tsv"
    before = place.read_text()
    place.write_text(f"{before}Our bench loan sinks.\tbench loan\tmentioned\n")
    with pytest.raises(PatternError, match="changed since training"):
        load_readers(open_packs(pack.folder for pack in packs))
    place.write_text(before)


def test_readers_trained_for_two_packs_do_not_serve_one(packs: Packs):
    with pytest.raises(PatternError, match="run: brieflint patterns train"):
        load_readers(packs[1:])


def test_only_readers_that_learned_something_are_trained_anew(packs: Packs):
    readers = load_readers(packs)
    assert [name for name in readers if readers[name] is not load_readers()[name]] == ["naming"]


def test_one_sentence_is_enough_to_be_learned(packs: Packs):
    ((before, _),) = read_texts(load_readers()["naming"], [MASKED])
    ((now, probability),) = read_texts(load_readers(packs)["naming"], [MASKED])
    assert (before, now) == ("mentioned", "applied")
    assert probability > 0.9


def test_training_twice_gives_the_same_bytes(packs: Packs):
    assert train_packs(packs) == (packs[-1].folder / "compiled.zip").read_bytes()


def test_comments_and_empty_lines_teach_nothing(tmp_path: Path):
    (pack,) = open_packs([write_pack(tmp_path, naming=f"# ours\n{HEAD}\n#{ODD}\tbench loan\tapplied\n")])
    assert pack.lessons == ""


def test_a_comment_more_does_not_ask_for_training(tmp_path: Path):
    (before,) = teach(tmp_path, ODD)
    (now,) = teach(tmp_path, f"# a comment\n{ODD}")
    assert before.lessons == now.lessons
    assert before.digest != now.digest


def test_a_label_that_is_not_known_is_told_with_the_nearest_one(tmp_path: Path):
    (found,) = mistakes(tmp_path, naming=f"{HEAD}{ODD}\tbench loan\taplied\n")
    assert found.startswith("naming.tsv:2: unknown use 'aplied'; did you mean 'applied'?")


def test_a_term_that_is_not_in_its_sentence_is_a_mistake(tmp_path: Path):
    assert mistakes(tmp_path, naming=f"{HEAD}{ODD}\tteam loan\tapplied\n") == [
        "naming.tsv:2: the term 'team loan' does not stand in its sentence"
    ]


def test_spaces_in_place_of_tabs_are_a_mistake(tmp_path: Path):
    assert mistakes(tmp_path, naming=f"{HEAD}{ODD} bench loan applied\n") == [
        "naming.tsv:2: 1 of the 3 columns text, term, use; a tab goes between them"
    ]


def test_a_missing_column_is_told_with_those_found(tmp_path: Path):
    (found,) = mistakes(tmp_path, naming=f"text\tterm\n{ODD}\tbench loan\n")
    assert found.endswith("must name the columns text, term, use, with a tab between; use not found in 'text, term'")


def test_a_file_from_which_no_reader_learns_is_told_with_the_nearest_one(tmp_path: Path):
    (tmp_path / "sentences").mkdir()
    (tmp_path / "sentences/name.tsv").write_text("text\n")
    assert mistakes(tmp_path) == ["name.tsv:1: no reader learns from sentences/name.tsv; did you mean 'naming.tsv'?"]


@pytest.mark.parametrize("model", ["sa", "staff_augmentation"])
def test_a_model_may_be_written_in_short_or_in_full(tmp_path: Path, model: str):
    text = f"text\tmodel\tdimension\nOurs.\t{model}\tnone\n"
    (pack,) = open_packs([write_pack(tmp_path, accountability=text)])
    (row,) = read_pack_rows(pack.folder, known_labels((pack,)))["accountability.tsv"]
    assert row.cells["model"] == "sa"


def test_a_learned_signal_of_the_pack_is_a_label(tmp_path: Path):
    (pack,) = open_packs(
        [
            write_pack(
                tmp_path,
                signals="signals: [{id: gulls, about: gulls, learned: true}]",
                signal_sentences="text\tsignal\nGulls nest.\tgulls\n",
            )
        ]
    )
    assert read_pack_rows(pack.folder, known_labels((pack,)))["signals.tsv"][0].cells["signal"] == "gulls"
