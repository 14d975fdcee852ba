"""Checks many briefs: what was said before is remembered, the rest is judged by several processes; results come in order."""

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from brieflint.documents import Limits, load_brief
from brieflint.errors import BriefError
from brieflint.grounds import GroundsFinder
from brieflint.linting.report import BriefReport, Unreadable
from brieflint.scanning.bounds import Bounds, TimeUp
from brieflint.scanning.discovery import STDIN
from brieflint.scanning.judging import Brief, judge_brief
from brieflint.scanning.memory import Memory, move
from brieflint.scanning.progress import Progress
from brieflint.scanning.workers import Workers

Result = BriefReport | Unreadable
AHEAD = 32
"""Briefs that may wait for each process: enough that none is ever idle, few enough to be held in memory."""
LATER = 4096
"""Results that may wait for a brief before them."""
MOST_HELD = 64 << 20
"""Bytes of the briefs that may wait at a time, or of a single one that is larger."""


@dataclass(slots=True)
class _Place:
    """A place in the order of the results, and what stands there as soon as it is known."""

    brief: Brief | None = None
    result: Result | None = None


class Engine:
    """Checks briefs, as a `brieflint.checking.Checker`.

    Several are judged in processes of their own, at most `jobs` (0: one for each processor). A single one is judged in this
    process, which is quicker; of its bounds only the one on time holds.
    """

    def __init__(self, memory: Memory, jobs: int = 0, bounds: Bounds | None = None, progress: Progress | None = None) -> None:
        self._memory = memory
        self._jobs = jobs or count_processors()
        self._bounds = bounds or Bounds()
        self._progress = progress or Progress()

    def __call__(self, paths: Sequence[str], stdin_name: str, finder: GroundsFinder) -> Iterator[Result]:
        """What is said of each of these paths, in their order. Raises `ConfigError` and `PatternError`."""
        self._progress.start(len(paths))
        with ExitStack() as stack:
            stack.callback(self._progress.end)
            workers = stack.enter_context(Workers(self._jobs, self._bounds, self._memory.store))
            run = _Run(self._memory, workers, self._bounds, AHEAD * self._jobs, self._progress)
            yield from run.check(paths, stdin_name, finder)
        if self._memory.store:
            self._memory.store.prune()


class _Run:
    def __init__(self, memory: Memory, workers: Workers, bounds: Bounds, ahead: int, progress: Progress) -> None:
        self._memory = memory
        self._workers = workers
        self._bounds = bounds
        self._ahead = ahead
        self._progress = progress
        self._places: deque[_Place] = deque()
        self._asked: dict[str, list[_Place]] = {}
        """For the key of each brief that is being judged all places that wait for it: the same bytes are read once."""
        self._single: Brief | None = None
        """The brief to judge, for as long as it is the only one."""
        self._several = False

    def check(self, paths: Iterable[str], stdin_name: str, finder: GroundsFinder) -> Iterator[Result]:
        for path in paths:
            self._add(path, stdin_name, finder)
            while self._is_full():
                self._collect()
            yield from self._take()
        if brief := self._single:
            self._answer(brief, self._judge(brief))
        while self._workers.busy:
            self._collect()
            yield from self._take()
        yield from self._take()

    def _is_full(self) -> bool:
        """Whether some must be done before more are taken."""
        busy = self._workers.busy
        return busy >= self._ahead or bool(busy and (len(self._places) >= LATER or self._workers.held > MOST_HELD))

    def _add(self, path: str, stdin_name: str, finder: GroundsFinder) -> None:
        """Give a brief its place, and have it judged if nothing is known of it."""
        place = _Place()
        self._places.append(place)
        name = stdin_name if path == STDIN else path
        grounds = finder.find(name)
        try:
            data = _load(path, grounds.settings.limits)
        except BriefError as error:
            self._settle(place, Unreadable(path=path, error=str(error)))
            return
        key = self._memory.name_report(data, name, grounds)
        if known := self._memory.recall(key, path, grounds):
            self._settle(place, known)
            return
        place.brief = Brief(key=key, path=path, name=name, data=data, grounds=grounds)
        if same := self._asked.get(key):
            same.append(place)
        else:
            self._asked[key] = [place]
            self._ask(place.brief)

    def _ask(self, brief: Brief) -> None:
        if not self._several and not self._single:
            self._single = brief
            return
        if self._single:
            self._workers.submit(self._single)
            self._single, self._several = None, True
        self._workers.submit(brief)

    def _judge(self, brief: Brief) -> Result:
        """What is said of a single brief. Raises `PatternError`."""
        try:
            with self._bounds.interrupt():
                return judge_brief(brief, self._memory)
        except TimeUp:
            told = f"{brief.name}: {self._bounds.slow}. Check a part of it, or allow it more with --max-seconds."
            return Unreadable(path=brief.path, error=told)

    def _collect(self) -> None:
        for brief, result in self._workers.collect():
            self._answer(brief, result)

    def _answer(self, brief: Brief, result: Result) -> None:
        first, *others = self._asked.pop(brief.key)
        self._settle(first, result)
        if isinstance(result, BriefReport):
            for place in others:
                if place.brief:
                    self._settle(place, move(result, place.brief.path))
        elif others and others[0].brief:
            # Each is told in its own name why it cannot be read.
            self._asked[brief.key] = others
            self._several = True
            self._workers.submit(others[0].brief)

    def _settle(self, place: _Place, result: Result) -> None:
        place.brief, place.result = None, result
        self._progress.step(result.coverage.words if isinstance(result, BriefReport) else 0)

    def _take(self) -> Iterator[Result]:
        """The results that are known, as far as all before them are."""
        while self._places and (result := self._places[0].result):
            self._places.popleft()
            yield result


def _load(path: str, limits: Limits) -> bytes:
    return sys.stdin.buffer.read(limits.file_bytes + 1) if path == STDIN else load_brief(path, limits)


def count_processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
