"""Reports that are remembered: the same as before, and only for the same bytes on the same grounds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from samples import MISLABELLED

from brieflint.checking import check_document
from brieflint.configuration.settings import Settings
from brieflint.documents import Limits, read_bytes
from brieflint.grounds import Grounds
from brieflint.linting.report import BriefReport
from brieflint.scanning.memory import Memory
from brieflint.scanning.store import Store

TODAY = Grounds(today=date(2026, 3, 1))
REMARK = "brieflint: ignore-file sa-called-ito until 2026-03-31 -- agreed with legal\n\n" + MISLABELLED
Remember = Callable[..., BriefReport]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(Store(tmp_path))


@pytest.fixture
def remember(memory: Memory) -> Remember:
    def remember(text: str = MISLABELLED, path: str = "a.txt", grounds: Grounds = TODAY) -> BriefReport:
        report = check_document(read_bytes(text.encode(), path), grounds)
        memory.keep(memory.name_report(text.encode(), path, grounds), report, grounds)
        return report

    return remember


def recall(memory: Memory, text: str = MISLABELLED, path: str = "a.txt", grounds: Grounds = TODAY) -> BriefReport | None:
    return memory.recall(memory.name_report(text.encode(), path, grounds), path, grounds)


def test_a_report_is_recalled_as_it_was(memory: Memory, remember: Remember):
    assert remember() == recall(memory)


def test_a_report_on_a_whole_page_is_recalled_as_it_was(memory: Memory, remember: Remember, root: Path):
    text = (root / "README.md").read_text(encoding="utf-8")
    assert remember(text, "README.md") == recall(memory, text, "README.md")


def test_other_bytes_are_another_brief(memory: Memory, remember: Remember):
    remember()
    assert recall(memory, MISLABELLED + " ") is None


def test_the_same_bytes_elsewhere_are_known_and_told_as_lying_there(memory: Memory, remember: Remember):
    report = remember()
    found = recall(memory, path="folder/b.txt")
    assert found
    assert found.document
    assert (found.path, found.document.path) == ("folder/b.txt", "folder/b.txt")
    assert found.findings == report.findings


def test_the_same_bytes_in_another_format_are_another_brief(memory: Memory, remember: Remember):
    remember()
    assert recall(memory, path="a.md") is None


@pytest.mark.parametrize(
    "settings", [Settings(ignore=("naming",)), Settings(fail_on="warning"), Settings(severity={"sa-called-ito": "advice"})]
)
def test_other_settings_are_other_grounds(memory: Memory, remember: Remember, settings: Settings):
    remember()
    assert recall(memory, grounds=replace(TODAY, settings=settings)) is None


def test_where_settings_stand_does_not_matter(memory: Memory, remember: Remember):
    remember()
    settings = Settings(origins={"select": "brieflint.toml:3"}, files=(Path("brieflint.toml"),))
    assert recall(memory, grounds=replace(TODAY, settings=settings))


def test_a_report_holds_on_other_days(memory: Memory, remember: Remember):
    remember()
    assert recall(memory, grounds=replace(TODAY, today=date(2027, 1, 1)))


def test_a_report_on_a_brief_with_remarks_holds_on_its_day_only(memory: Memory, remember: Remember):
    remember(REMARK)
    assert recall(memory, REMARK)
    assert recall(memory, REMARK, grounds=replace(TODAY, today=date(2026, 4, 1))) is None


def test_what_is_no_report_is_a_miss(memory: Memory):
    key = memory.name_report(b"x", "a.txt", TODAY)
    assert memory.store
    memory.store.put(key, b"anything")
    assert memory.recall(key, "a.txt", TODAY) is None


def test_the_text_of_a_document_is_recalled_for_another_name(memory: Memory):
    document = read_bytes(MISLABELLED.encode(), "a.txt")
    memory.keep_document(b"%PDF", "a.pdf", Limits(), document)
    assert memory.recall_document(b"%PDF", "b.pdf", Limits()) == replace(document, path="b.pdf")


def test_without_a_store_nothing_is_remembered(remember: Remember):
    memory = Memory(None)
    memory.keep("key", remember(), TODAY)
    assert memory.recall("key", "a.txt", TODAY) is None
