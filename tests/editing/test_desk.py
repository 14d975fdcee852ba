"""The desk of open texts: each is checked in its last version, and nothing is told of an older one."""

import asyncio
from dataclasses import replace
from threading import Event

import pytest
from opinions import make_text

from brieflint.editing.checks import Checked
from brieflint.editing.desk import Desk

TEXT = make_text("one")
SECONDS = 30


class Checker:
    """Notes what it is asked to check, and takes until it is let go."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.told: list[str] = []
        self.begun, self.go = Event(), Event()
        self.go.set()

    def check(self, text) -> Checked:
        self.asked.append(text.words)
        self.begun.set()
        self.go.wait(SECONDS)
        return Checked(text=text)

    def tell(self, checked: Checked) -> None:
        self.told.append(checked.text.words)

    async def begin(self) -> None:
        await asyncio.to_thread(self.begun.wait, SECONDS)


@pytest.fixture
def checker() -> Checker:
    return Checker()


def run(play, checker: Checker):
    async def bounded():
        return await asyncio.wait_for(play(Desk(checker.check, checker.tell)), SECONDS)

    return asyncio.run(bounded())


def test_a_text_is_checked_and_told(checker):
    async def play(desk: Desk) -> Checked | None:
        desk.put(TEXT)
        return await desk.ask(TEXT.uri)

    assert run(play, checker).text == TEXT
    assert checker.told == ["one"]


def test_of_quick_changes_only_the_last_is_checked(checker):
    async def play(desk: Desk) -> Checked | None:
        for words in ("one", "two", "three"):
            desk.put(replace(TEXT, words=words), 0.05)
        return await desk.ask(TEXT.uri)

    assert run(play, checker).text.words == "three"
    assert checker.asked == checker.told == ["three"]


def test_what_is_found_out_about_an_older_version_is_not_told(checker):
    async def play(desk: Desk) -> Checked | None:
        checker.go.clear()
        desk.put(TEXT)
        await checker.begin()
        desk.put(replace(TEXT, words="two"))
        checker.go.set()
        return await desk.ask(TEXT.uri)

    assert run(play, checker).text.words == "two"
    assert (checker.asked, checker.told) == (["one", "two"], ["two"])


def test_versions_that_wait_behind_a_long_reading_are_left_out(checker):
    other = make_text("other", "/briefs/other.txt")

    async def play(desk: Desk) -> None:
        checker.go.clear()
        desk.put(other)
        await checker.begin()
        for words in ("one", "two", "three"):
            desk.put(replace(TEXT, words=words))
            await asyncio.sleep(0)
        checker.go.set()
        await desk.ask(TEXT.uri)

    run(play, checker)
    assert checker.asked == ["other", "three"]


def test_a_text_that_is_closed_while_it_is_read_is_not_told(checker):
    async def play(desk: Desk) -> Checked | None:
        checker.go.clear()
        desk.put(TEXT)
        await checker.begin()
        asked = asyncio.ensure_future(desk.ask(TEXT.uri))
        await asyncio.sleep(0)
        desk.drop(TEXT.uri)
        checker.go.set()
        other = make_text("other", "/briefs/other.txt")
        desk.put(other)
        await desk.ask(other.uri)
        return await asked

    assert run(play, checker) is None
    assert checker.told == ["other"]


def test_the_same_text_put_again_is_checked_again(checker):
    async def play(desk: Desk) -> None:
        desk.put(TEXT)
        await desk.ask(TEXT.uri)
        desk.put(TEXT)
        desk.put(TEXT)
        await desk.ask(TEXT.uri)

    run(play, checker)
    assert checker.told == ["one", "one"]


def test_who_asks_and_is_cancelled_disturbs_nobody(checker):
    async def play(desk: Desk) -> Checked | None:
        checker.go.clear()
        desk.put(TEXT)
        first, second = (asyncio.ensure_future(desk.ask(TEXT.uri)) for _ in range(2))
        await checker.begin()
        first.cancel()
        checker.go.set()
        return await second

    assert run(play, checker).text == TEXT


def test_a_text_that_is_not_open_has_no_answer(checker):
    async def play(desk: Desk) -> Checked | None:
        desk.drop(TEXT.uri)
        return await desk.ask(TEXT.uri)

    assert run(play, checker) is None
