"""Work that could take without end, done in a process of its own: it gets so much time and memory, and no more."""

import os
import subprocess
import sys
from contextlib import suppress


class ConfinedError(Exception):
    """The process came to no end within its bounds."""


def run_confined(module: str, data: bytes, seconds: float, *arguments: str) -> bytes:
    """Run a module of ours as a program, hand it bytes, and take those that it writes. Raises `ConfinedError`."""
    try:
        done = subprocess.run(  # noqa: S603 - only modules of this package are run
            [sys.executable, "-P", "-m", module, *arguments],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            timeout=seconds,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise ConfinedError from error
    return done.stdout


def limit_memory(most: int) -> None:
    """Bound the bytes of memory of this process, where the system can: macOS refuses to, and Windows knows no such bound."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
