"""The decisions in briefs as a table that is safe to open."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from documents.packages import WORD, docx, p, r


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_a_decision_is_a_line_with_its_reason_and_what_came_of_it(brief: Path, run):
    (line,) = table(run("decisions", "briefs").stdout)
    assert line == {
        "path": "briefs/a.txt",
        "line": "1",
        "rules": "sa-called-ito",
        "reach": "block",
        "until": "",
        "status": "used",
        "reason": "agreed with legal",
        "who": "",
        "when": "",
        "source": "",
        "words": "brieflint: ignore sa-called-ito -- agreed with legal",
    }


def test_decisions_that_do_not_count_are_in_the_table_too(brief: Path, run):
    brief.write_text(
        "brieflint: ignore-file a-b\nbrieflint: ignroe a-b -- x\nbrieflint: ignore-file so-called-sa -- x\n"
        f"brieflint: ignore-file so-called-sa until 2020-01-01 -- x\n{brief.read_text()}"
    )
    lines = table(run("decisions", brief).stdout)
    assert [line["status"] for line in lines] == ["without-reason", "unreadable", "unused", "expired", "used"]


def test_the_author_of_a_word_comment_is_named(brief: Path, run):
    words = p(r("brieflint: ignore x -- y"))
    said = f'<w:comment w:id="0" w:author="Ann Lee" w:date="2026-05-01T10:00:00Z">{words}</w:comment>'
    marked = p(f'<w:commentRangeStart w:id="0"/>{r("IT outsourcing")}<w:commentRangeEnd w:id="0"/>')
    path = brief.with_name("b.docx")
    path.write_bytes(docx(marked, comments=said, root=WORD))
    (line,) = table(run("decisions", path).stdout)
    assert (line["who"], line["when"], line["source"]) == ("Ann Lee", "2026-05-01T10:00:00Z", "comment")


@pytest.mark.parametrize("reason", ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\uff1d1+1"])
def test_no_spreadsheet_takes_a_reason_for_a_formula(brief: Path, run, reason: str):
    brief.write_text(f"brieflint: ignore a-b -- {reason}\n{brief.read_text()}")
    assert table(run("decisions", brief).stdout)[0]["reason"] == f"'{reason}"


def test_a_reason_with_quotes_and_commas_stays_one_cell(brief: Path, run):
    brief.write_text(f'brieflint: ignore a-b -- he said "no", twice\n{brief.read_text()}')
    assert table(run("decisions", brief).stdout)[0]["reason"] == 'he said "no", twice'


def test_the_table_is_written_to_a_file(brief: Path, run):
    result = run("decisions", brief, "-o", "decisions.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert table(Path("decisions.csv").read_text(encoding="utf-8"))


def test_a_brief_that_cannot_be_read_does_not_hide_the_others(brief: Path, run):
    result = run("decisions", "gone.txt", brief)
    assert result.exit_code == 2
    assert len(table(result.stdout)) == 1
    assert "gone.txt: there is no such file" in result.stderr
