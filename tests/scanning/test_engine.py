"""Many briefs: the same report whatever the number of processes, in the order given, and the same bytes are read once."""

import signal
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from samples import MISLABELLED

from brieflint.checking import check_paths
from brieflint.errors import PatternError
from brieflint.linting.report import BriefReport, Report
from brieflint.reporting.as_json import write_json
from brieflint.scanning.bounds import Bounds
from brieflint.scanning.engine import Engine
from brieflint.scanning.memory import Memory
from brieflint.scanning.progress import Progress
from brieflint.scanning.store import Store

LAPTOPS = "Purchase of laptops\n\nThe district buys {} laptops and 12 charging carts. Prices hold until May.\n"


class Counted(Memory):
    """A memory that counts what it is given to keep, in this process."""

    def __init__(self, store: Store | None) -> None:
        super().__init__(store)
        self.kept: list[str] = []

    def keep(self, key: str, *rest) -> None:
        self.kept.append(key)
        super().keep(key, *rest)


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    """A folder of briefs: long and short ones, two of the same bytes, one that cannot be read, one that is empty."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    for number in range(20):
        text = MISLABELLED if number % 3 else LAPTOPS
        (folder / f"{number:02}.txt").write_text(text.format(number) + "\nThe people join us.\n" * (number % 7))
    (folder / "copy.txt").write_bytes((folder / "01.txt").read_bytes())
    (folder / "damaged.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "damaged too.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def run(paths: Sequence[Path], jobs: int, memory: Memory | None = None, bounds: Bounds | None = None) -> Report:
    return check_paths(list(map(str, paths)), check=Engine(memory or Memory(None), jobs=jobs, bounds=bounds))


def test_the_report_does_not_depend_on_the_number_of_processes(briefs: Path):
    plain = write_json(check_paths([str(briefs)]))
    assert [write_json(run([briefs], jobs)) for jobs in (1, 2, 3)] == [plain] * 3


def test_the_report_is_the_same_from_memory(briefs: Path, tmp_path: Path):
    memory = Memory(Store(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    first, again = (write_json(run([briefs], 2, memory)) for _ in range(2))
    assert first == again == write_json(check_paths([str(briefs)]))


def test_results_come_in_the_order_given(briefs: Path):
    paths = [briefs / "05.txt", briefs / "01.txt", briefs / "empty.txt", briefs / "00.txt"]
    assert [brief.path for brief in run(paths, 2).briefs] == list(map(str, paths))


def test_each_is_told_in_its_own_name_why_it_cannot_be_read(briefs: Path):
    told = [brief.error for brief in run([briefs / "damaged.docx", briefs / "damaged too.docx"], 2).unreadable]
    assert [
        error.startswith(f"{briefs / name}: ") for error, name in zip(told, ("damaged.docx", "damaged too.docx"), strict=True)
    ]
    assert told[0] != told[1]


def test_a_single_brief_is_judged_in_this_process(briefs: Path):
    memory = Counted(None)
    run([briefs / "01.txt"], 2, memory)
    assert len(memory.kept) == 1


def test_the_same_bytes_are_judged_once(briefs: Path):
    memory = Counted(None)
    report = run([briefs / "01.txt", briefs / "copy.txt"], 2, memory)
    assert len(memory.kept) == 1
    assert [brief.path for brief in report.briefs] == [str(briefs / "01.txt"), str(briefs / "copy.txt")]


def test_a_mistake_in_a_pack_stops_the_run(briefs: Path, tmp_path: Path):
    house = tmp_path / "house"
    (house / "sentences").mkdir(parents=True)
    (house / "sentences" / "accountability.tsv").write_text(
        "text\tmodel\tdimension\nWe direct.\tstaff_augmentation\tdirection\n"
    )
    (briefs / "brieflint.toml").write_text(f"root = true\npatterns = [{str(house)!r}]\n")
    with pytest.raises(PatternError, match="brieflint patterns train"):
        run([briefs], 2)


def test_a_brief_that_takes_too_long_costs_only_itself(briefs: Path):
    (briefs / "03.txt").write_text(MISLABELLED * 4000)
    report = run([briefs], 2, bounds=Bounds(seconds=1.0))
    slow = next(brief for brief in report.unreadable if brief.path.endswith("03.txt"))
    assert "takes longer to read than the 1 seconds" in slow.error
    assert len(report.checked) == 20


def test_a_single_brief_that_takes_too_long_is_told_as_unreadable(tmp_path: Path):
    (tmp_path / "long.txt").write_text(MISLABELLED * 4000)
    (told,) = run([tmp_path / "long.txt"], 2, bounds=Bounds(seconds=0.5)).unreadable
    assert told.error.startswith(f"{tmp_path / 'long.txt'}: it takes longer to read than the 0.5 seconds")
    assert "--max-seconds" in told.error
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_brief_is_judged_without_a_clock_where_nobody_can_be_interrupted(briefs: Path):
    with ThreadPoolExecutor() as threads:
        report = threads.submit(run, [briefs / "01.txt"], 2, bounds=Bounds(seconds=0.001)).result()
    assert len(report.checked) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound memory")
def test_a_brief_that_takes_too_much_memory_costs_only_itself(briefs: Path):
    (briefs / "03.txt").write_text(MISLABELLED * 1200)
    report = run([briefs], 2, bounds=Bounds(mebibytes=300))
    large = next(brief for brief in report.unreadable if brief.path.endswith("03.txt"))
    assert "takes more memory to read than the 300 MiB" in large.error
    assert len(report.checked) == 20


def test_progress_counts_every_brief_once(briefs: Path):
    class Counting(Progress):
        total = steps = words = 0

        def start(self, total: int) -> None:
            self.total = total

        def step(self, words: int) -> None:
            self.steps += 1
            self.words += words

    progress = Counting()
    report = check_paths([str(briefs)], check=Engine(Memory(None), jobs=2, progress=progress))
    assert progress.total == progress.steps == len(report.briefs)
    assert progress.words == sum(brief.coverage.words for brief in report.briefs if isinstance(brief, BriefReport))
