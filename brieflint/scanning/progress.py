"""How far long work is, told to people: one line that changes on a terminal, a line for each step in the log of a job."""

import os
import sys
import time
from typing import TextIO

PATIENCE = 1.0
"""Seconds after which people want to know."""
EVERY = 0.2
"""Seconds between two changes of the line."""
STEPS = 10
"""Lines in the log of a job."""


class Progress:
    """Tells nothing."""

    def start(self, total: int) -> None:
        """Begin with so many briefs."""

    def step(self, words: int) -> None:
        """One brief of so many words is done."""

    def end(self) -> None:
        """Everything is told."""


class Told(Progress):
    """Counts, and tells on a stream: `live` in one line that changes, else in `STEPS` lines."""

    def __init__(self, stream: TextIO, *, live: bool) -> None:
        self._stream = stream
        self._live = live
        self._total = self._done = self._words = self._told = 0
        self._begin = self._last = 0.0

    def start(self, total: int) -> None:
        """Begin the clock."""
        self._total = total
        self._begin = self._last = time.monotonic()

    def step(self, words: int) -> None:
        """Count, and tell when it is time."""
        self._done += 1
        self._words += words
        now = time.monotonic()
        if now - self._begin < PATIENCE:
            return
        if self._live and now - self._last >= EVERY:
            self._stream.write(f"\r\x1b[K{self._say(now)}")
            self._stream.flush()
            self._last, self._told = now, 1
        elif not self._live and self._done * STEPS // self._total > self._told:
            self._told = self._done * STEPS // self._total
            self._stream.write(f"{self._say(now)}\n")
            self._stream.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._live and self._told:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _say(self, now: float) -> str:
        passed = now - self._begin
        left = passed / self._done * (self._total - self._done)
        return f"{self._done:,} of {self._total:,} briefs, {self._words / passed:,.0f} words a second, {say_time(left)} left"


def say_time(seconds: float) -> str:
    """A time as people say it, in two units at most."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def make_progress(*, quiet: bool = False) -> Progress:
    """Progress on standard error, where somebody may look at it: on a terminal and in a job, unless all is to be quiet."""
    if quiet:
        return Progress()
    if sys.stderr.isatty():
        return Told(sys.stderr, live=os.environ.get("TERM") != "dumb")
    if os.environ.get("CI") in ("true", "1"):
        return Told(sys.stderr, live=False)
    return Progress()
