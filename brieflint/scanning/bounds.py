"""What one brief may cost, so that one that is made to hang or to grow costs no more than itself."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import current_thread, main_thread

from brieflint.confinement import limit_memory

MIB = 1 << 20
AGAIN = 0.2
"""Seconds after which a brief that is still at it is interrupted once more: Python drops what is raised while it tidies up."""


class TimeUp(BaseException):
    """A brief took longer than it may. Not an `Exception`, so that nobody on the way takes it for a fault of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The most seconds by the clock that one brief may take, and the most MiB of address space of the process that reads it.

    No brief of any sensible length comes near them. macOS knows no bound on memory.
    """

    seconds: float = 300.0
    mebibytes: int = 4096

    @property
    def slow(self) -> str:
        """Why a brief that takes longer could not be read."""
        return f"it takes longer to read than the {self.seconds:g} seconds that a brief may take"

    def bound_memory(self) -> None:
        """Bound the memory of this process, where the system can."""
        limit_memory(self.mebibytes * MIB)

    def start_clock(self) -> None:
        """Have the system end this process when the seconds are over, whatever it does then."""
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def stop_clock(self) -> None:
        """Stop the clock."""
        signal.setitimer(signal.ITIMER_REAL, 0)

    @contextmanager
    def interrupt(self) -> Iterator[None]:
        """Raise `TimeUp` when the seconds are over and this process is to live on. Only a main thread can be interrupted."""
        if current_thread() is not main_thread():
            yield
            return
        before = signal.signal(signal.SIGALRM, _give_up)
        signal.setitimer(signal.ITIMER_REAL, self.seconds, AGAIN)
        try:
            yield
        finally:
            signal.signal(signal.SIGALRM, signal.SIG_IGN)
            self.stop_clock()
            signal.signal(signal.SIGALRM, before)


def _give_up(*_: object) -> None:
    raise TimeUp
