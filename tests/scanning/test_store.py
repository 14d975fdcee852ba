"""What is remembered: found again while it is whole, gone when there is no room, and for nobody else."""

import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.scanning.store import MOST_DAYS, SECONDS_A_DAY, Store, find_folder, make_key, open_store

KEY = make_key("a")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def age(store: Store, key: str, seconds: int) -> None:
    path = store.folder / key[:2] / key[2:]
    used = path.stat().st_mtime - seconds
    os.utime(path, (used, used))


def test_what_was_put_is_found(store: Store):
    store.put(KEY, b"said")
    assert store.get(KEY) == b"said"


def test_what_was_never_put_is_not_found(store: Store):
    assert store.get(KEY) is None


@given(at=st.integers(0, 63), bit=st.integers(0, 7))
def test_an_entry_with_one_wrong_bit_is_not_found(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int):
    store = Store(tmp_path_factory.mktemp("store"))
    store.put(KEY, bytes(48))
    path = store.folder / KEY[:2] / KEY[2:]
    content = bytearray(path.read_bytes())
    content[at] ^= 1 << bit
    path.write_bytes(content)
    assert store.get(KEY) is None


def test_an_entry_under_the_name_of_another_is_not_found(store: Store):
    other = make_key("b")
    store.put(KEY, b"said")
    (store.folder / other[:2]).mkdir(exist_ok=True)
    (store.folder / KEY[:2] / KEY[2:]).rename(store.folder / other[:2] / other[2:])
    assert store.get(other) is None


def test_a_file_half_written_is_not_found(store: Store):
    store.put(KEY, b"said at some length")
    path = store.folder / KEY[:2] / KEY[2:]
    path.write_bytes(path.read_bytes()[:-3])
    assert store.get(KEY) is None


def test_readers_find_a_whole_entry_while_others_write_it(store: Store):
    contents = [bytes([number]) * 50_000 for number in range(4)]
    store.put(KEY, contents[0])
    writers = [threading.Thread(target=lambda c=c: [store.put(KEY, c) for _ in range(20)]) for c in contents]
    for writer in writers:
        writer.start()
    found = [store.get(KEY) for _ in range(200)]
    for writer in writers:
        writer.join()
    assert set(found) <= set(contents)


def test_beyond_the_bound_what_was_not_needed_for_longest_goes(tmp_path: Path):
    store = Store(tmp_path, most_bytes=2500)
    keys = [make_key(str(number)) for number in range(4)]
    for number, key in enumerate(keys):
        store.put(key, bytes(1000))
        age(store, key, 100 * (4 - number))
    store.prune()
    assert [store.get(key) is not None for key in keys] == [False, False, True, True]


def test_what_is_needed_is_not_old(tmp_path: Path):
    store = Store(tmp_path, most_bytes=1500)
    for name in ("a", "b"):
        store.put(make_key(name), bytes(1000))
        age(store, make_key(name), 1000)
    store.get(make_key("a"))
    store.prune()
    assert store.get(make_key("a"))
    assert store.get(make_key("b")) is None


def test_what_nobody_needed_for_a_month_goes(store: Store):
    store.put(KEY, b"said")
    age(store, KEY, (MOST_DAYS + 1) * SECONDS_A_DAY)
    store.prune()
    assert store.get(KEY) is None


def test_everything_can_be_forgotten(store: Store):
    store.put(KEY, b"said")
    assert store.measure()[0] == 1
    assert store.clear() == 1
    assert (store.get(KEY), store.measure()) == (None, (0, 0))


def test_nobody_else_may_look_into_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BRIEFLINT_CACHE", str(tmp_path / "mine"))
    (tmp_path / "mine").mkdir(mode=0o755)
    store = open_store()
    assert store
    store.put(KEY, b"said")
    modes = [stat.S_IMODE(place.stat().st_mode) for place in (store.folder, store.folder / KEY[:2])]
    assert modes == [0o700, 0o700]


def test_without_a_folder_nothing_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BRIEFLINT_CACHE", str(tmp_path / "file" / "cache"))
    assert open_store() is None


def test_it_lies_in_the_cache_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("BRIEFLINT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_folder().is_relative_to(tmp_path / "brieflint")


@given(st.lists(st.text(), min_size=2, max_size=3))
def test_keys_tell_where_one_part_ends(parts: list[str]):
    assert make_key(*parts) != make_key("".join(parts))
