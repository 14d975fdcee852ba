"""What is remembered between two runs: the same answers, without what reads briefs, and only while nothing has changed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import MISLABELLED

from brieflint.cli import main
from brieflint.scanning import answers

LEFT_OUT = ("spacy", "pydantic", "jinja2", "numpy")
RUN = """
import json, sys
from brieflint.cli import main
try:
    main(sys.argv[1:])
except SystemExit as ended:
    print(json.dumps([ended.code, [name for name in {names!r} if name in sys.modules]]), file=sys.stderr)
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(answers, "GRANULARITY", -(10**18))  # files that a test has just written count as old


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.txt").write_text(MISLABELLED)
    (folder / "deeper" / "b.txt").write_text("Purchase of laptops\n\nThe district buys 140 laptops.\n")
    return folder


def brieflint(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def loaded(*arguments: str | Path) -> tuple[int, list[str]]:
    """The exit code of a run in a process of its own, and what it imported of what it should do without."""
    code = RUN.format(names=LEFT_OUT)
    done = subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False)
    status, names = json.loads(done.stderr.splitlines()[-1])
    return status, names


def known(folder: Path, *arguments: str) -> bool:
    """Whether the same answer is given as without memory, and from memory."""
    first = brieflint("check", folder, *arguments)
    again = brieflint("check", folder, *arguments)
    fresh = brieflint("check", folder, *arguments, "--no-cache")
    assert (first.output, first.exit_code) == (again.output, again.exit_code) == (fresh.output, fresh.exit_code)
    return True


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif"])
def test_the_answer_is_the_same_with_and_without_memory(briefs: Path, form: str):
    assert known(briefs, "--format", form)


def test_nothing_that_reads_briefs_is_imported_for_an_unchanged_file(briefs: Path):
    status, names = loaded("check", briefs / "a.txt")
    assert "spacy" in names
    assert loaded("check", briefs / "a.txt") == (status, [])


@pytest.mark.parametrize("call", [["--help"], ["check", "--help"], ["explain", "sa-called-ito"], ["check", "--jobs", "x", "a"]])
def test_nothing_that_reads_briefs_is_imported_to_explain(call: list[str]):
    assert loaded(*call)[1] == []


def test_a_changed_brief_is_read_again(briefs: Path):
    brieflint("check", briefs)
    (briefs / "a.txt").write_text(MISLABELLED.replace("IT outsourcing", "staff augmentation"))
    assert brieflint("check", briefs).exit_code == 0


def test_a_new_brief_in_a_folder_is_read(briefs: Path):
    brieflint("check", briefs)
    (briefs / "deeper" / "c.txt").write_text(MISLABELLED)
    assert "3 briefs checked" in brieflint("check", briefs).output


def test_a_configuration_that_comes_to_lie_above_has_its_say(briefs: Path):
    assert brieflint("check", briefs).exit_code == 1
    (briefs.parent / "brieflint.toml").write_text('ignore = ["mislabelling"]\n')
    assert brieflint("check", briefs).exit_code == 0


def test_a_changed_configuration_has_its_say(briefs: Path):
    (briefs / "brieflint.toml").write_text('ignore = ["mislabelling"]\n')
    assert brieflint("check", briefs).exit_code == 0
    (briefs / "brieflint.toml").write_text("ignore = []\n")
    assert brieflint("check", briefs).exit_code == 1


def test_a_changed_pack_has_its_say(briefs: Path, tmp_path: Path):
    house = tmp_path / "house"
    (house / "terms").mkdir(parents=True)
    (house / "terms" / "a.yaml").write_text("drop: [ito.it_outsourcing]\n")
    before = brieflint("check", briefs, "--patterns", house)
    (house / "terms" / "a.yaml").write_text("drop: [no.such_term]\n")
    assert brieflint("check", briefs, "--patterns", house).output != before.output


def test_a_baseline_that_knows_more_has_its_say(briefs: Path, tmp_path: Path):
    (tmp_path / "known.json").write_text('{"schema": "brieflint-baseline/1", "findings": {}}')
    assert brieflint("check", briefs, "--baseline", tmp_path / "known.json").exit_code == 1
    brieflint("baseline", "write", briefs, "--output", tmp_path / "known.json")
    assert brieflint("check", briefs, "--baseline", tmp_path / "known.json").exit_code == 0


def test_a_remark_that_has_run_out_is_told_the_day_after(briefs: Path, monkeypatch: pytest.MonkeyPatch):
    remark = "brieflint: ignore-file sa-called-ito until 2026-03-31 -- agreed with legal\n\n"
    (briefs / "a.txt").write_text(remark + MISLABELLED)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774900000")  # 30 March 2026
    assert brieflint("check", briefs).exit_code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775100000")
    assert brieflint("check", briefs).exit_code == 1


def test_a_brief_that_could_not_be_read_is_tried_again(briefs: Path):
    assert brieflint("check", briefs / "late.txt").exit_code == 2
    (briefs / "late.txt").write_text(MISLABELLED)
    assert brieflint("check", briefs / "late.txt").exit_code == 1


def test_a_file_that_may_have_changed_while_it_was_read_is_not_relied_on(briefs: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(answers, "GRANULARITY", 10**18)
    kept = []
    monkeypatch.setattr("brieflint.scanning.store.Store.put", lambda self, key, content: kept.append(content))
    brieflint("check", briefs)
    assert not any(content.startswith(b"[") for content in kept)


def test_the_cache_is_shown_and_cleared(briefs: Path, tmp_path: Path):
    brieflint("check", briefs)
    assert f"{tmp_path / 'cache'}: " in brieflint("cache", "show").output
    assert "forgot" in brieflint("cache", "clear").output
    assert ": 0 entries," in brieflint("cache", "show").output


def test_without_a_cache_nothing_is_kept(briefs: Path, tmp_path: Path):
    brieflint("check", briefs, "--no-cache")
    assert not (tmp_path / "cache").exists()


def test_a_cache_full_of_nonsense_changes_nothing(briefs: Path, tmp_path: Path):
    first = brieflint("check", briefs)
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(b"nonsense" * 100)
    assert brieflint("check", briefs).output == first.output
