"""The same scan on a real cluster of two worker processes: the same records, also when a worker is killed midway."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import MISLABELLED

from brieflint.checking import check_each
from brieflint.cli import main
from brieflint.configuration.settings import Options
from brieflint.scanning.bounds import Bounds
from brieflint.scanning.scan import RECORDS, Local, scan

distributed = pytest.importorskip("distributed")
fsspec = pytest.importorskip("fsspec")
cluster = pytest.importorskip("brieflint.scanning.cluster")
pytestmark = pytest.mark.cluster

TODAY = date(2026, 3, 1)
LAPTOPS = "Purchase of laptops\n\nThe district buys 140 laptops and 12 charging carts. Prices hold until May.\n"


@pytest.fixture(scope="module")
def workers() -> Iterator[distributed.LocalCluster]:
    """Two processes with a thread each, as they should be run."""
    dask = pytest.importorskip("dask")
    few = dask.config.set({"distributed.scheduler.allowed-failures": 1})
    with few, distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as found:
        yield found


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    (folder / "deeper").mkdir(parents=True)
    for number in range(12):
        text = MISLABELLED if number % 2 else LAPTOPS
        (folder / f"{number:02}.txt").write_text(f"{text}\nThe people join us for {number} months.\n" * 4)
    (folder / "deeper" / "damaged.docx").write_bytes(b"PK")
    (folder / "deeper" / ".hidden.txt").write_text(MISLABELLED)
    (folder / "picture.png").write_bytes(b"")
    return folder


def run(address: str, results: Path, *paths: str, size: int = 2, bounds: Bounds | None = None) -> str:
    scan(paths, results, Options(), TODAY, cluster.Cluster(address, results, bounds or Bounds(), size=size))
    return (results / RECORDS).read_text()


def run_here(results: Path, *paths: str) -> str:
    scan(paths, results, Options(), TODAY, Local(check_each))
    return (results / RECORDS).read_text()


def parts(results: Path) -> dict[Path, float]:
    return {path: path.stat().st_ctime for path in (results / cluster.PARTS).glob("*/*")}


def test_the_records_are_those_of_the_local_engine(workers, briefs: Path, tmp_path: Path):
    assert run(workers.scheduler_address, tmp_path / "a", str(briefs)) == run_here(tmp_path / "b", str(briefs))


def test_urls_are_read_as_files_are(workers, briefs: Path, tmp_path: Path):
    told = run(workers.scheduler_address, tmp_path / "a", f"file://{briefs}")
    assert told.replace("file://", "") == run_here(tmp_path / "b", str(briefs))


def test_a_worker_that_is_killed_midway_changes_nothing(workers, briefs: Path, tmp_path: Path):
    with distributed.Client(workers.scheduler_address, set_as_default=False) as client:
        victim = next(iter(client.run(os.getpid).values()))
    results = tmp_path / "a"

    def kill() -> None:
        end = time.monotonic() + 60
        while not parts(results) and time.monotonic() < end:
            time.sleep(0.01)
        os.kill(victim, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    told = run(workers.scheduler_address, results, str(briefs), size=1)
    killer.join()
    assert told == run_here(tmp_path / "b", str(briefs))


def test_what_is_finished_is_not_done_again(workers, briefs: Path, tmp_path: Path):
    first = run(workers.scheduler_address, tmp_path / "a", str(briefs))
    before = set(parts(tmp_path / "a"))
    (briefs / "00.txt").write_text(MISLABELLED)
    again = run(workers.scheduler_address, tmp_path / "a", str(briefs))
    after = set(parts(tmp_path / "a"))
    assert len(before - after) == len(after - before) == 1
    assert again.splitlines()[1:] == first.splitlines()[1:]
    assert again == run_here(tmp_path / "b", str(briefs))


def test_a_brief_that_no_worker_survives_costs_only_itself(workers, briefs: Path, tmp_path: Path):
    others = run_here(tmp_path / "b", str(briefs)).splitlines()
    (briefs / "03.txt").write_text(MISLABELLED * 8000)
    told = run(workers.scheduler_address, tmp_path / "a", str(briefs), bounds=Bounds(seconds=2.5)).splitlines()
    assert "several workers did not survive it" in told[3]
    assert [*told[:3], *told[4:]] == [*others[:3], *others[4:]]


def test_files_in_memory_are_read_by_workers_that_share_it(tmp_path: Path):
    system = fsspec.filesystem("memory")
    system.pipe("/tenders/a.txt", MISLABELLED.encode())
    system.pipe("/tenders/b/c.md", LAPTOPS.encode())
    with distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=":0") as threads:
        told = run(threads.scheduler_address, tmp_path / "a", "memory://tenders")
    assert [line.partition('"path": "')[2].partition('"')[0] for line in told.splitlines()] == [
        "memory:///tenders/a.txt",
        "memory:///tenders/b/c.md",
    ]


def test_the_command_scans_on_a_cluster(workers, briefs: Path, tmp_path: Path):
    call = ["scan", str(briefs), "-o", str(tmp_path / "a"), "--engine", "dask", "--scheduler", workers.scheduler_address]
    result = CliRunner().invoke(main, call)
    assert (result.exit_code, "12 briefs checked" in result.output) == (2, True)


def test_no_scheduler_is_told(briefs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    call = ["scan", str(briefs), "-o", str(tmp_path / "a"), "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    result = CliRunner().invoke(main, call)
    assert (result.exit_code, "no Dask scheduler answers" in result.stderr) == (2, True)
