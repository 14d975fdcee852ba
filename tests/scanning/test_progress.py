"""How far long work is, told to people where they look."""

import io
import re

import pytest

from brieflint.scanning import progress
from brieflint.scanning.progress import Progress, Told, make_progress, say_time


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setattr(progress, "EVERY", 0.0)


def work(told: Progress, briefs: int) -> None:
    told.start(briefs)
    for _ in range(briefs):
        told.step(600)
    told.end()


def test_a_log_gets_a_line_for_each_step(impatient: None):
    stream = io.StringIO()
    work(Told(stream, live=False), 200)
    lines = stream.getvalue().splitlines()
    assert [line.partition(" briefs")[0] for line in lines] == [f"{done} of 200" for done in range(20, 201, 20)]
    assert all(re.search(r", [\d,]+ words a second, \d+ s left$", line) for line in lines)


def test_a_terminal_gets_one_line_that_is_gone_at_the_end(impatient: None):
    stream = io.StringIO()
    work(Told(stream, live=True), 3)
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_short_work_is_not_told():
    stream = io.StringIO()
    work(Told(stream, live=True), 50)
    work(Told(stream, live=False), 50)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "job", "quiet", "kind"),
    [
        (Terminal(), "", False, "live"),
        (Terminal(), "", True, "none"),
        (io.StringIO(), "true", False, "lines"),
        (io.StringIO(), "true", True, "none"),
        (io.StringIO(), "", False, "none"),
    ],
)
def test_it_is_told_on_terminals_and_in_jobs(
    monkeypatch: pytest.MonkeyPatch, impatient: None, stream: io.StringIO, job: str, quiet: bool, kind: str
):
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("CI", job)
    monkeypatch.setenv("TERM", "xterm")
    work(make_progress(quiet=quiet), 20)
    told = stream.getvalue()
    assert kind == ("none" if not told else "lines" if "\n" in told else "live")


@pytest.mark.parametrize(("seconds", "said"), [(0.4, "0 s"), (59.6, "1 min 0 s"), (125, "2 min 5 s"), (7325, "2 h 2 min")])
def test_times_are_said_in_two_units(seconds: float, said: str):
    assert say_time(seconds) == said
