"""Readers: processes that read uploads, as many as there are cores, each with bounds on its time and memory.

A process can be ended when a file holds it up, and a fault in it ends no more than the upload that brought it.
"""

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue

from brieflint.configuration.settings import Options
from brieflint.confinement import limit_memory
from brieflint.serving.limits import MOST_MEMORY, MOST_SECONDS
from brieflint.serving.reading import Progress, Result, find_grounds, read_upload
from brieflint.serving.uploads import File, Upload

WARM_UP = Upload((File("warm-up.txt", b"Two developers join our team. Our lead assigns their tasks every day."),))


class GaveUp(Exception):
    """An upload that was not read to its end, told in words for people."""


class Reader:
    """One process, which reads one upload after the other."""

    def __init__(self, options: Options) -> None:
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, options), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def wait(self) -> None:
        """Wait until it is ready. Raises `GaveUp`, and is of no more use then."""
        with suppress(EOFError, OSError):
            self._ready = self._ready or (self._ours.poll(MOST_SECONDS) and bool(self._ours.recv()))
        if not self._ready:
            raise GaveUp("The reader did not start.")

    def read(self, upload: Upload, tell: Callable[[Progress | Result], None], seconds: float = MOST_SECONDS) -> None:
        """Have an upload read, and tell what comes of it. Raises `GaveUp`, and is of no more use then."""
        self.wait()
        name = upload.files[0].name
        try:
            self._ours.send(upload)
            while self._ours.poll(seconds):
                found = self._ours.recv()
                tell(found)
                if isinstance(found, Result):
                    return
                name = found.name
        except (EOFError, OSError):
            raise GaveUp(f"{name} could not be read to its end, and so the upload was given up.") from None
        raise GaveUp(f"{name} takes longer to read than {seconds:.0f} seconds, and so the upload was given up.")

    def end(self) -> None:
        """End the process and those that it has started."""
        self._ours.close()
        if self._process.pid and self._process.is_alive():
            with suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.join()


class Readers:
    """Several readers behind one queue."""

    def __init__(self, options: Options, number: int, seconds: float = MOST_SECONDS) -> None:
        self._options = options
        self._seconds = seconds
        self._closed = False
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="reader")
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        self._readers = {Reader(options) for _ in range(number)}
        for reader in self._readers:
            self._idle.put(reader)

    def submit(self, upload: Upload, tell: Callable[[Progress | Result], None]) -> "Future[None]":
        """Have an upload read when it is its turn; `tell` is called in another thread. The future may hold `GaveUp`."""
        return self._threads.submit(self._read, upload, tell)

    def warm_up(self) -> None:
        """Wait until all readers are ready, so that no visitor waits for words to be compiled. Raises `GaveUp`."""
        for reader in tuple(self._readers):
            reader.wait()

    def close(self) -> None:
        """End all readers."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in tuple(self._readers):
            reader.end()

    def _read(self, upload: Upload, tell: Callable[[Progress | Result], None]) -> None:
        reader = self._idle.get()
        try:
            reader.read(upload, tell, self._seconds)
        except GaveUp:
            if not self._closed:
                self._readers.discard(reader)
                reader.end()
                reader = Reader(self._options)
                self._readers.add(reader)
            raise
        finally:
            self._idle.put(reader)


def _serve(pipe: Connection, options: Options) -> None:
    os.setsid()  # so that the processes for PDFs that this one starts end with it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(MOST_MEMORY)
    grounds = find_grounds(options)
    for _ in read_upload(WARM_UP, grounds):
        pass
    pipe.send(True)
    with suppress(EOFError):
        while True:
            for found in read_upload(pipe.recv(), grounds):
                pipe.send(found)
