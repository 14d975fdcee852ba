"""Packs that nobody would write in good faith: each is refused with a reason, and soon."""

import os
import re
from pathlib import Path

import pytest
from packs import TERM, write_pack

from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge, pack_entries
from brieflint.knowledge.frames import follow
from brieflint.knowledge.grammar import Grammar, parse_frame
from brieflint.knowledge.packs import open_packs
from brieflint.knowledge.words import split_words
from brieflint.knowledge.yamlfile import MOST_TOLD
from brieflint.language.readers import digest_lessons, load_readers


def refusal(folder: Path) -> str:
    with pytest.raises(PatternError) as caught:
        load_knowledge(open_packs([folder]))
    return str(caught.value)


def test_folders_that_hold_themselves_are_not_followed(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", terms=TERM)
    for name in ("one", "two"):
        (pack / "terms" / name).symlink_to(pack, target_is_directory=True)
        (pack / name).symlink_to(pack, target_is_directory=True)
    assert "house.bench_loan" in {term.id for term in load_knowledge(open_packs([pack])).terms}


def test_a_file_that_points_to_itself_is_refused(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", terms=TERM)
    (pack / "terms" / "loop.yaml").symlink_to("loop.yaml")
    assert refusal(pack) == f"{pack}/terms/loop.yaml:1: this is no regular file"


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "/etc/hostname", "../outside.yaml"])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, target: str):
    (tmp_path / "outside.yaml").write_text(TERM)
    pack = write_pack(tmp_path / "pack", terms=TERM)
    (pack / "roles.yaml").symlink_to(target)
    assert "roles.yaml points out of this folder" in refusal(pack)


def test_a_pipe_is_refused(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", terms=TERM)
    os.mkfifo(pack / "signals.yaml")
    os.mkfifo(pack / "roles.yaml")
    assert "roles.yaml:1: this is no regular file" in refusal(pack)


def test_a_giant_file_is_refused(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", terms="a" * (512 * 1024 + 1))
    assert "larger than 512 KiB" in refusal(pack)


def test_a_small_file_that_stands_for_an_endless_one_is_refused(tmp_path: Path):
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    pack = write_pack(tmp_path / "pack", terms=f"a0: &a0 [x]\n{levels}")
    assert "aliases are not read" in refusal(pack)


@pytest.mark.parametrize("depth", [300, 900, 5000])
def test_deep_nesting_is_refused(tmp_path: Path, depth: int):
    pack = write_pack(tmp_path / "pack", terms="[" * depth + "]" * depth)
    assert refusal(pack)


def test_deep_frames_are_refused(tmp_path: Path):
    frame = "(" * 1500 + "a" + ")" * 1500
    pack = write_pack(tmp_path / "pack", signals=f"signals: [{{id: s, about: s, frames: ['{frame}']}}]")
    assert "nested too deeply" in refusal(pack)


def test_frames_that_could_match_in_endless_ways_are_refused(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", signals=f"signals: [{{id: s, about: s, frames: ['a{' ... b' * 30}']}}]")
    assert "more than 4 '...'" in refusal(pack)


def test_another_encoding_is_refused_with_the_line(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", terms=TERM)
    (pack / "terms" / "house.yaml").write_bytes("terms:\n  - id: caf\u00e9".encode("latin-1"))
    assert "terms/house.yaml:1: the file is not UTF-8 text (the first odd byte is on line 2)" in refusal(pack)


def test_tags_run_no_code(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", terms="terms: !!python/object/apply:os.getcwd []")
    assert "not plain YAML" in refusal(pack)


def test_a_pipe_in_place_of_the_compiled_file_is_not_waited_for(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", naming="text\tterm\tuse\nA bench loan.\tbench loan\tapplied\n")
    os.mkfifo(pack / "compiled.zip")
    with pytest.raises(PatternError, match="nothing has been learned"):
        load_readers(open_packs([pack]))


def test_a_compiled_file_that_was_changed_by_hand_is_refused(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", naming="text\tterm\tuse\nA bench loan.\tbench loan\tapplied\n")
    packs = open_packs([pack])
    names = ("classes", "keys", "weights", "bias")
    broken = {"reader/digest": digest_lessons(packs).encode(), **{f"reader/naming.{name}": b"\x93NUMPY" for name in names}}
    (pack / "compiled.zip").write_bytes(pack_entries(broken))
    with pytest.raises(PatternError, match="damaged"):
        load_readers(packs)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18])
def test_a_damaged_compiled_file_is_refused(tmp_path: Path, content: bytes):
    pack = write_pack(tmp_path / "pack", naming="text\tterm\tuse\nA bench loan.\tbench loan\tapplied\n")
    (pack / "compiled.zip").write_bytes(content)
    with pytest.raises(PatternError, match=r"damaged; run: brieflint patterns train"):
        load_readers(open_packs([pack]))


def test_frames_with_many_ways_to_one_match_are_matched_in_time():
    """A frame is all that a pack has in place of regular expressions, and no place is tried twice with it."""
    words = split_words("a " * 150, {})
    for written in ("a" + " [a]" * 40 + " b", "a" + " (a|a a|a)" * 40 + " b", "a" + " ... a" * 4 + " b"):
        frame = parse_frame(written, Grammar({}, {}))
        assert not follow(frame, words, set(range(len(words.lower))), len(words.lower))


def test_a_frame_without_end_is_refused(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", signals=f"signals: [{{id: s, about: s, frames: ['a {'[b] ' * 2000}']}}]")
    assert "more than 4000 characters" in refusal(pack)


@pytest.mark.parametrize(
    "text",
    ["".join(f"k{at}: 1\n" for at in range(10_000)), f"terms: [{'a, ' * 20_000}]", "a: 1\n" * 15_000],
    ids=["unknown keys", "wrong entries", "the same key"],
)
def test_a_flood_of_mistakes_is_cut_off(tmp_path: Path, text: str):
    told = refusal(write_pack(tmp_path / "pack", terms=text)).splitlines()
    assert len(told) == MOST_TOLD + 1
    assert any(re.search(r"and [\d,]+ more$", line) for line in told)


def test_a_pack_of_many_large_files_is_refused(tmp_path: Path):
    pack = write_pack(tmp_path / "pack", terms=TERM)
    for number in range(9):
        (pack / "terms" / f"{number}.yaml").write_text("#" * 500_000)
    assert "larger than 4 MiB together" in refusal(pack)
