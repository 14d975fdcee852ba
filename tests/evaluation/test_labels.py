"""Labels: what may stand in a line, and what is said of a line that is wrong."""

import json
from pathlib import Path

import pytest

from brieflint.errors import BriefError
from brieflint.evaluation.labels import find_brief, parse_labels, read_labels

LEAST = {"path": "a.txt", "named": [], "described": "none", "mislabelled": False}


def line(**changes) -> str:
    return json.dumps(LEAST | changes)


def mistakes(*lines: str) -> list[str]:
    with pytest.raises(BriefError) as caught:
        parse_labels("\n".join(lines), "labels.jsonl")
    return str(caught.value).splitlines()


def test_path_named_described_and_mislabelled_are_enough():
    (label,) = parse_labels(line(named=["it_outsourcing"]), "labels.jsonl")
    assert (label.path, label.named, label.described, label.mislabelled) == ("a.txt", ("it_outsourcing",), "none", False)


def test_without_a_path_the_id_names_a_text_file():
    (label,) = parse_labels(json.dumps({**LEAST, "id": "b001", "path": ""}), "labels.jsonl")
    assert label.file == "b001.txt"


def test_empty_lines_are_left_out_and_counted():
    first, second = parse_labels(f"\n{line()}\n\n{line(path='b.txt')}\n", "labels.jsonl")
    assert (first.line, second.line) == (2, 4)


def test_the_notes_of_an_office_are_left_alone():
    assert parse_labels(line(traps=["long"], reviewer="Ana", source="archive", kind="rfp"), "labels.jsonl")


@pytest.mark.parametrize("key", ["describd", "mislabeled", "Named", "should-say", "genres", "contraindication"])
def test_a_key_that_is_nearly_one_of_ours_is_a_slip(key: str):
    nearest = {"Named": "named", "should-say": "should_say", "genres": "genre", "describd": "described"}
    plain = {name: value for name, value in LEAST.items() if name != nearest.get(key, "mislabelled")}
    told = mistakes(json.dumps(plain | {key: "x"}))
    expected = nearest.get(key, "contraindications" if key == "contraindication" else "mislabelled")
    assert f"labels.jsonl:1: unknown key {key!r}; did you mean {expected!r}?" in told


def test_a_value_that_is_none_of_the_models_gets_the_nearest():
    assert "did you mean 'staff_augmentation'?" in mistakes(line(described="staff augmentation"))[0]


def test_a_model_in_a_list_is_counted_from_1():
    assert mistakes(line(named=["it_outsourcing", "msp"]))[0].startswith("labels.jsonl:1: named.2: 'msp' is none of")


@pytest.mark.parametrize("key", ["named", "described", "mislabelled"])
def test_a_key_that_is_missing_is_named(key: str):
    plain = {name: value for name, value in LEAST.items() if name != key}
    assert mistakes(json.dumps(plain))[0].startswith(f"labels.jsonl:1: {key} is missing")


def test_a_label_without_a_file_is_a_mistake():
    assert mistakes(line(path="")) == ["labels.jsonl:1: path is missing: say which file the label is for"]


@pytest.mark.parametrize("value", ["no", 0, None])
def test_mislabelled_is_true_or_false(value: object):
    assert mistakes(line(mislabelled=value))[0].endswith("should be true or false")


def test_every_mistake_is_told_with_its_line():
    told = mistakes(line(), "nonsense", line(path="b.txt", named="it_outsourcing"), "[1]")
    assert [one.split(": ")[0] for one in told] == ["labels.jsonl:2", "labels.jsonl:3", "labels.jsonl:4"]


def test_a_brief_labelled_twice_is_a_mistake():
    assert mistakes(line(), line()) == ["labels.jsonl:2: 'a.txt' is labelled in line 1 already"]


def test_a_file_without_labels_is_a_mistake():
    assert "it holds no labels" in mistakes("")[0]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"path": ' + "9" * 5000 + "}", '{"\\ud800": 1}', "\x00", '{"a": NaN}'])
def test_hostile_lines_are_mistakes_like_others(text: str):
    assert mistakes(text)[0].startswith("labels.jsonl:1: ")
    assert mistakes(text)[0].encode()


def test_labels_that_are_no_text_cannot_be_read(tmp_path: Path):
    (tmp_path / "labels.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BriefError, match="not UTF-8"):
        read_labels(tmp_path / "labels.jsonl")


def test_a_path_is_looked_for_in_the_folder_of_the_labels_then_in_the_one_above(tmp_path: Path):
    (label,) = parse_labels(line(path="in/a.txt"), "labels.jsonl")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("x")
    assert find_brief(label, folder) == tmp_path / "in" / "a.txt"
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("x")
    assert find_brief(label, folder) == folder / "in" / "a.txt"


def test_a_path_may_lead_into_a_package(tmp_path: Path):
    (label,) = parse_labels(line(path="offers.zip/a.txt"), "labels.jsonl")
    (tmp_path / "offers.zip").write_bytes(b"PK")
    assert find_brief(label, tmp_path / "in") == tmp_path / "offers.zip" / "a.txt"
