"""What one brief may cost, so that one that is made to hang or to grow costs no more than itself."""

import signal
from dataclasses import dataclass

from brieflint.confinement import limit_memory

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The most seconds by the clock that one brief may take, and the most MiB of address space of the process that reads it.

    No brief of any sensible length comes near them. macOS knows no bound on memory.
    """

    seconds: float = 300.0
    mebibytes: int = 4096

    def bound_memory(self) -> None:
        """Bound the memory of this process, where the system can."""
        limit_memory(self.mebibytes * MIB)

    def start_clock(self) -> None:
        """Have the system end this process when the seconds are over, whatever it does then."""
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def stop_clock(self) -> None:
        """Stop the clock."""
        signal.setitimer(signal.ITIMER_REAL, 0)
