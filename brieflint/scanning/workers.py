"""Worker processes: each judges one brief at a time, and one that does not survive a brief is replaced."""

import os
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from brieflint.errors import PatternError
from brieflint.linting.report import BriefReport, Unreadable
from brieflint.scanning.bounds import Bounds
from brieflint.scanning.judging import APART, Brief, judge_safely
from brieflint.scanning.memory import Memory
from brieflint.scanning.store import Store

SHARE = 8
"""Briefs that must wait for each worker before another one is worth its start."""
OUT_OF_MEMORY = 77
"""The exit code of a worker that had too little memory."""


@dataclass(slots=True)
class Worker:
    """A process, the connection to it, and the brief at which it is."""

    process: BaseProcess
    connection: Connection
    at: Brief | None = None


class Workers:
    """At most `jobs` processes, started as there is work for them. A context, at whose end they are gone."""

    def __init__(self, jobs: int, bounds: Bounds, store: Store | None) -> None:
        self._jobs = jobs
        self._bounds = bounds
        self._store = store
        self._workers: list[Worker] = []
        self._waiting: deque[Brief] = deque()
        self._context = _choose_context()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    @property
    def busy(self) -> int:
        """The number of briefs that are not done."""
        return len(self._waiting) + sum(worker.at is not None for worker in self._workers)

    @property
    def processes(self) -> list[int]:
        """The numbers by which the system knows the processes."""
        return [worker.process.pid or 0 for worker in self._workers]

    @property
    def held(self) -> int:
        """The bytes of the briefs that are not done."""
        at = [worker.at for worker in self._workers if worker.at]
        return sum(len(brief.data) for brief in (*self._waiting, *at))

    def submit(self, brief: Brief) -> None:
        """Have a brief judged, as soon as it can be."""
        self._waiting.append(brief)
        self._hand_out()

    def collect(self) -> Iterator[tuple[Brief, BriefReport | Unreadable]]:
        """Wait until some are done, and tell which, each with what is said of it. Raises `PatternError`."""
        ready = wait([worker.connection for worker in self._workers if worker.at])
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            brief, worker.at = worker.at, None
            assert brief
            try:
                said: BriefReport | Unreadable | PatternError = worker.connection.recv()
            except (EOFError, OSError):
                said = Unreadable(path=brief.path, error=self._bury(worker, brief))
            if isinstance(said, PatternError):
                raise said
            self._hand_out()
            yield brief, said

    def _hand_out(self) -> None:
        while self._waiting:
            free = next((worker for worker in self._workers if not worker.at), None)
            if free is None:
                if len(self._workers) >= self._jobs or len(self._waiting) < SHARE * len(self._workers):
                    return
                free = self._start()
                self._workers.append(free)
            free.at = self._waiting.popleft()
            # One that is gone says so when it is waited for.
            with suppress(OSError):
                free.connection.send(free.at)

    def _start(self) -> Worker:
        here, there = self._context.Pipe()
        folder = str(self._store.folder) if self._store else ""
        process = self._context.Process(target=serve, args=(there, self._bounds, folder), daemon=True)
        process.start()
        there.close()
        return Worker(process, here)

    def _bury(self, worker: Worker, brief: Brief) -> str:
        """Let go of a worker, and say why it did not survive a brief."""
        worker.connection.close()
        worker.process.join()
        self._workers.remove(worker)
        code = worker.process.exitcode or 0
        if code == -signal.SIGALRM:
            why = self._bounds.slow
        elif code == OUT_OF_MEMORY:
            why = f"it takes more memory to read than the {self._bounds.mebibytes:,} MiB that a brief may take"
        else:
            told = signal.Signals(-code).name if code < 0 else f"exit code {code}"
            why = f"the process that read it did not survive it ({told})"
        return f"{brief.name}: {why}. {APART}."


def serve(connection: Connection, bounds: Bounds, folder: str) -> None:
    """Judge the briefs that come through a connection until it is closed. The body of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted is told by the one who asked
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    bounds.bound_memory()
    memory = Memory(Store(Path(folder)) if folder else None)
    while True:
        try:
            brief: Brief = connection.recv()
        except (EOFError, OSError):
            return
        bounds.start_clock()
        try:
            said = judge_safely(brief, memory)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        bounds.stop_clock()
        try:
            connection.send(said)
        except OSError:
            return  # whoever asked is gone


def _choose_context() -> ForkServerContext | SpawnContext:
    """How processes are born: where the system can, of one that has loaded everything before."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["brieflint.scanning.warm"])
    return context
