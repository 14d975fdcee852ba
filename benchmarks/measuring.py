"""Whole processes, measured: how long each takes, and its peak of memory. They take turns, so that all meet one machine."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A command, and what it may need: variables of its environment, the folder that it runs in; whether it is to fail."""

    command: Sequence[str]
    environment: Mapping[str, str] | None = None
    folder: Path | None = None
    fails: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Medians over all rounds: seconds, and MiB at the peak of the process (not of its children)."""

    seconds: float
    peak: float


def measure(case: Case) -> Cost:
    """Run a case once. Raises `RuntimeError` when it ends otherwise than it should."""
    begin = time.perf_counter()
    child = subprocess.Popen(  # noqa: S603
        case.command,
        env={**os.environ, **(case.environment or {})},
        cwd=case.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if (child.returncode not in (0, 1)) != case.fails:
        raise RuntimeError(f"{case.command} ended with {child.returncode}, and what it took says nothing")
    return Cost(seconds=time.perf_counter() - begin, peak=usage.ru_maxrss / 1024)


def compare(cases: Mapping[str, Case], rounds: int) -> dict[str, Cost]:
    """Run all cases in turn, `rounds` times after a first round that is not counted."""
    found: dict[str, list[Cost]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, case in cases.items():
            cost = measure(case)
            if number:
                found[name].append(cost)
    return {
        name: Cost(seconds=median(cost.seconds for cost in costs), peak=median(cost.peak for cost in costs))
        for name, costs in found.items()
    }
