"""The same scan on a Dask cluster: partitions of briefs, judged by its workers, each kept as soon as it is finished.

Everything about the cluster is left to `distributed`: who works where, what happens when a worker dies. Files are given as
paths that every worker sees, or as URLs that fsspec reads.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

import fsspec
from distributed import Client, KilledWorker, as_completed, get_worker

from brieflint.documents import Limits, is_supported, load_brief
from brieflint.documents.files import find_package
from brieflint.errors import BriefError, PatternError
from brieflint.grounds import Grounds, GroundsFinder
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.as_jsonl import write_jsonl
from brieflint.scanning.bounds import Bounds
from brieflint.scanning.discovery import discover
from brieflint.scanning.judging import APART, Brief, judge_safely
from brieflint.scanning.memory import Memory, describe_grounds
from brieflint.scanning.progress import Progress
from brieflint.scanning.stamp import make_stamp
from brieflint.scanning.store import Store, make_key

PARTS = "parts"
"""The folder, in that of the results, for the records of each partition."""
SIZE = 64
"""Briefs of a partition: minutes at most, so that little is lost with a worker."""
PATIENCE = "30s"


@dataclass(frozen=True, slots=True)
class Partition:
    """Briefs that are judged together: the path and the grounds of each, under a key that changes when they do."""

    key: str
    briefs: tuple[tuple[str, Grounds], ...]


class Cluster:
    """Writes records as a `brieflint.scanning.scan.Recorder`, with the workers of a Dask scheduler at an address."""

    def __init__(self, address: str, results: Path, bounds: Bounds, progress: Progress | None = None, size: int = SIZE) -> None:
        self._address = address
        self._parts = Store(results / PARTS)
        self._bounds = bounds
        self._progress = progress or Progress()
        self._size = size

    def __call__(self, paths: Sequence[str], finder: GroundsFinder) -> Iterator[str]:
        """The records of all briefs, in their order. Raises `BriefError` when the scheduler cannot be reached."""
        self._parts.folder.mkdir(parents=True, exist_ok=True)
        try:
            client = Client(self._address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            advice = "Check the address, and that dask scheduler runs there"
            raise BriefError(self._address, f"no Dask scheduler answers ({type(error).__name__})", advice) from None
        with closing(client), client.as_current():
            stamp = _compare_programs(client, self._address)
            partitions = self._split(list(find_briefs(paths, finder)), finder, stamp)
            self._progress.start(sum(len(partition.briefs) for partition in partitions))
            try:
                self._judge(client, partitions)
            finally:
                self._progress.end()
        keys = {partition.key for partition in partitions}
        for partition in partitions:
            yield from (self._parts.get(partition.key) or b"").decode().splitlines(keepends=True)
        self._parts.keep_only(keys)

    def _split(self, paths: Sequence[str], finder: GroundsFinder, stamp: str) -> list[Partition]:
        briefs = [(path, finder.find(path), _mark(path)) for path in paths]
        return [
            Partition(
                make_key(stamp, *(part for path, grounds, mark in some for part in (path, mark, describe_grounds(grounds)))),
                tuple((path, grounds) for path, grounds, _ in some),
            )
            for some in (briefs[at : at + self._size] for at in range(0, len(briefs), self._size))
        ]

    def _judge(self, client: Client, partitions: Sequence[Partition]) -> None:
        """Have everything judged that was not before; what kills workers, brief by brief."""
        asked = {}
        for partition in partitions:
            if known := self._parts.get(partition.key):
                self._count(known.decode())
            else:
                asked[client.submit(judge_partition, partition.briefs, self._bounds, pure=False)] = partition
        for future in as_completed(list(asked)):
            partition = asked.pop(future)
            try:
                records = future.result()
            except KilledWorker:
                records = "".join(_judge_alone(client, brief, self._bounds) for brief in partition.briefs)
            self._parts.put(partition.key, records.encode())
            self._count(records)

    def _count(self, records: str) -> None:
        for line in records.splitlines():
            self._progress.step(json.loads(line).get("coverage", {}).get("words", 0))


def find_briefs(paths: Sequence[str], finder: GroundsFinder) -> Iterator[str]:
    """The briefs that are meant, those below URLs as in folders; packages are looked into only where they are files."""
    configuration = finder.configuration
    for path in paths:
        if "://" not in path:
            yield from discover([path], configuration).paths
            continue
        system, root = _open_system(path)
        for found in sorted(system.find(root)) if system.isdir(root) else [root]:
            url = system.unstrip_protocol(found)
            hidden = any(part.startswith((".", "~$")) for part in PurePath(found.removeprefix(root)).parts)
            if found == root or (is_supported(found) and not hidden and configuration.wants(url)):
                yield url


def judge_partition(briefs: Sequence[tuple[str, Grounds]], bounds: Bounds) -> str:
    """The records of briefs, a line each. Runs on a worker of the cluster. Raises `PatternError`."""
    import_module("brieflint.scanning.warm")  # so that no brief's clock pays for it
    # The clock ends the whole process, which is right only where nobody else works in it.
    alone = get_worker().state.nthreads == 1
    return "".join(_record(path, grounds, bounds if alone else None) for path, grounds in briefs)


def _record(path: str, grounds: Grounds, bounds: Bounds | None) -> str:
    if bounds:
        bounds.start_clock()
    try:
        said = _judge(path, grounds)
    finally:
        if bounds:
            bounds.stop_clock()
    # Names of files may hold bytes that are no text; a question mark is better than no record.
    return write_jsonl(Report(briefs=(said,))).encode(errors="replace").decode()


def _judge(path: str, grounds: Grounds) -> BriefReport | Unreadable:
    try:
        data = _load(path, grounds.settings.limits)
    except BriefError as error:
        return Unreadable(path=path, error=str(error))
    said = judge_safely(Brief(key="", path=path, name=path, data=data, grounds=grounds), Memory(None))
    if isinstance(said, PatternError):
        raise said
    return said


def _load(path: str, limits: Limits) -> bytes:
    if "://" not in path:
        return load_brief(path, limits)
    try:
        with fsspec.open(path, "rb") as stream:
            data: bytes = stream.read(limits.file_bytes + 1)
            return data
    except (OSError, ValueError) as error:
        raise BriefError(path, f"the file cannot be read ({error})", "Check the URL, and what the workers may read") from None


def _judge_alone(client: Client, brief: tuple[str, Grounds], bounds: Bounds) -> str:
    """The record of one of several briefs that no worker survived."""
    try:
        records: str = client.submit(judge_partition, (brief,), bounds, pure=False).result()
    except KilledWorker:
        error = f"{brief[0]}: several workers did not survive it. {APART}."
        return write_jsonl(Report(briefs=(Unreadable(path=brief[0], error=error),)))
    return records


def _compare_programs(client: Client, address: str) -> str:
    """The stamp of this program, which all workers must share. Raises `BriefError`."""
    own = make_stamp().program
    for worker, program in client.run(_read_program).items():
        if program != own:
            what = f"the worker {worker} runs another brieflint, or other libraries, so its reports could differ"
            raise BriefError(address, what, "Install the same versions everywhere")
    return own


def _read_program() -> str:
    return make_stamp().program


def _mark(path: str) -> str:
    """What changes when a file does, as far as it can be told without reading it."""
    try:
        if "://" in path:
            system, root = _open_system(path)
            return str(system.ukey(root))
        state = (find_package(Path(path)) or Path(path)).stat()
        return f"{state.st_mtime_ns} {state.st_ctime_ns} {state.st_size}"
    except OSError:
        return "-"


def _open_system(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it. Raises `BriefError`."""
    try:
        system, root = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise BriefError(url, f"this URL cannot be read ({error})", "Install what fsspec needs for it") from None
    return system, root
