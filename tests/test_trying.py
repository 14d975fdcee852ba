"""Packs tried on their own examples, and what they change among the shipped ones."""

from collections import Counter
from pathlib import Path

import pytest
from packs import TERM, write_pack

from brieflint.knowledge.packs import Packs, open_packs
from brieflint.knowledge.starting import start_pack
from brieflint.language.examples import load_examples
from brieflint.language.readers import load_readers
from brieflint.language.training import train_packs
from brieflint.trying import Trial, compare_sentences, find_mistakes, try_patterns, try_sentences

SIGNAL = """
signals:
  - id: ladder
    about: a ladder
    frames: [ladder(s)]
    examples: [There is a ladder., There is a boat.]
    traps: [There is no boat., There are two ladders.]
"""
RULE = """
rules:
  - id: ladder-rule
    kind: naming
    title: A ladder
    severity: advice
    when: {described: [staff_augmentation], signals: [ladder]}
    message: There is a ladder.
    examples:
      bad:
        - |
          Two developers for our team

          Two developers join our team and climb a ladder. Our lead gives them their tasks every morning and reviews their
          work. We stay responsible for every release. We pay a day rate.
        - A boat.
      good: [There is no boat.]
"""
NAMING = "text\tterm\tuse\nWherever gulls nest, plankside reckoning of bench loan stays afloat.\tbench loan\tapplied\n"
OTHER_MEANING = TERM.replace("bench loan(s)", "IT outsourcing")


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """A pack on which much comes out wrong, tried."""
    files = {"signals": SIGNAL, "rules": RULE, "staff_template": "\n{{ draft.nothing }}", "terms": OTHER_MEANING}
    return try_patterns(open_packs([write_pack(tmp_path_factory.mktemp("packs") / "house", **files)]))


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """A pack with one sentence, trained."""
    folder = write_pack(tmp_path_factory.mktemp("packs") / "house", naming=NAMING)
    packs = open_packs([folder])
    (folder / "compiled.zip").write_bytes(train_packs(packs))
    return packs


def told(trial: Trial) -> list[str]:
    return [f"{Path(failure.file).name}:{failure.line}: {failure.what}" for failure in trial.failures]


def test_a_signal_missed_or_wrongly_found_is_told_with_the_line_of_the_example(wrong: Trial):
    assert [line for line in told(wrong) if ": ladder is" in line] == [
        "house.yaml:6: ladder is missed in an example",
        "house.yaml:7: ladder is found in a trap",
    ]


def test_a_rule_that_is_silent_is_told_with_the_line_of_the_example_and_what_was_read(wrong: Trial):
    (found,) = [line for line in told(wrong) if "ladder-rule" in line]
    assert found.startswith("house.yaml:16: ladder-rule is silent on a bad example, which names nothing and describes none")


def test_a_template_that_fails_is_told_with_its_line(wrong: Trial):
    (found,) = [line for line in told(wrong) if "template" in line or ".j2" in line]
    assert found.startswith("staff_augmentation.md.j2:2: ")
    assert found.endswith("(in a draft for staff_augmentation)")


def test_a_word_with_another_meaning_changes_shipped_examples(wrong: Trial):
    (first, *_) = wrong.changes["shipped rule examples"]
    assert first.file.startswith("rules/")
    assert "names staff_augmentation, before it_outsourcing" in first.what


def test_what_changes_among_shipped_examples_is_no_failure(wrong: Trial):
    assert not any(failure.file.startswith("rules/") for failure in wrong.failures)


def test_a_sentence_of_a_pack_is_tried_with_the_readers_that_learned_it(taught: Packs):
    tried: Counter[str] = Counter()
    assert list(try_sentences(taught, tried)) == []
    assert tried == {"sentences": 1}


def test_a_sentence_that_is_not_read_as_it_is_labelled_is_told(taught: Packs, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("brieflint.trying.load_readers", lambda packs: load_readers())
    (found,) = try_sentences(taught, Counter())
    assert (Path(found.file).name, found.line, found.what[:14]) == ("naming.tsv", 2, "read as use me")


def test_shipped_sentences_are_compared_for_each_reader_that_was_trained_anew(taught: Packs):
    compared: Counter[str] = Counter()
    list(compare_sentences(taught, compared))
    assert compared == {"readings of shipped sentences": len(load_examples()["naming"])}


def test_the_starter_pack_comes_out_right_and_changes_nothing_elsewhere(tmp_path: Path):
    start_pack(tmp_path / "house")
    packs = open_packs([tmp_path / "house"])
    assert find_mistakes(packs) == []
    trial = try_patterns(packs)
    assert (trial.failures, trial.tried["rule examples"], trial.tried["signal examples"]) == ([], 3, 3)
    assert not any(trial.changes.values())


def test_mistakes_of_all_files_come_at_once(tmp_path: Path):
    folder = write_pack(
        tmp_path / "house",
        terms=TERM.replace("phrases", "phrase"),
        accountability="text\tmodel\tdimension\nOurs.\tstaff\tnone\n",
        staff_template="{% for %}",
    )
    files = {mistake.removeprefix(f"{folder}/").split(":")[0] for mistake in find_mistakes(open_packs([folder]))}
    assert files == {"terms/house.yaml", "sentences/accountability.tsv", "templates/staff_augmentation.md.j2"}
