"""Runs that are ended from outside: what was finished stays, and the next run ends in the same report."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from samples import MISLABELLED

from brieflint.checking import check_paths
from brieflint.grounds import Grounds
from brieflint.reporting.as_json import write_json
from brieflint.scanning.bounds import Bounds
from brieflint.scanning.judging import Brief
from brieflint.scanning.workers import Workers

BRIEFS = 32
"""So many, and so long, that a run goes on for a while after the first ones are remembered."""


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    folder.mkdir()
    for number in range(BRIEFS):
        (folder / f"{number:02}.txt").write_text(f"{MISLABELLED}\nThe people join us for {number} months.\n" * 30)
    return folder


def start(folder: Path) -> subprocess.Popen[str]:
    call = [sys.executable, "-m", "brieflint", "check", str(folder), "--format", "json", "--jobs", "2"]
    return subprocess.Popen(
        call,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (a job in the background ignores it)
    )


def wait_for(cache: Path, entries: int, process: subprocess.Popen[str]) -> None:
    """Wait until so many things are remembered."""
    end = time.monotonic() + 60
    while len(list(cache.glob("*/*"))) < entries and process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)


@pytest.mark.parametrize("entries", [3, 8])
def test_a_run_that_was_killed_goes_on_where_it_was_and_ends_in_the_same_report(
    briefs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: int
):
    monkeypatch.setenv("BRIEFLINT_CACHE", str(tmp_path / "cache"))
    killed = start(briefs)
    wait_for(tmp_path / "cache", entries, killed)
    killed.kill()
    assert (killed.wait(), killed.communicate()[0]) == (-signal.SIGKILL, "")
    resumed, error = start(briefs).communicate()
    assert (resumed, error) == (write_json(check_paths([str(briefs)])), "")


def test_ctrl_c_ends_with_130_and_a_word(briefs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BRIEFLINT_CACHE", str(tmp_path / "cache"))
    process = start(briefs)
    wait_for(tmp_path / "cache", 3, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    told, error = process.communicate()
    assert (process.returncode, told) == (130, "")
    assert error == "Stopped before the end. What was finished is remembered: the same command goes on from there.\n"


def test_a_worker_that_is_killed_costs_only_its_brief(briefs: Path):
    with Workers(1, Bounds(), None) as workers:
        for name, text in (("long.txt", MISLABELLED * 2000), ("a.txt", MISLABELLED)):
            workers.submit(Brief(key=name, path=name, name=name, data=text.encode(), grounds=Grounds()))
        os.kill(workers.processes[0], signal.SIGKILL)
        results = {brief.path: result for _ in range(2) for brief, result in workers.collect()}
    assert "did not survive it (SIGKILL)" in results["long.txt"].error
    assert results["a.txt"].findings
