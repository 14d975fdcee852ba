"""Remarks, configuration and records from people who mean no good, or whose programs do not."""

import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents.packages import WORD, docx, p, r
from reporting.reports import VIEW, brief, finding

from brieflint.checking import check_document
from brieflint.cli import main
from brieflint.configuration.finding import Configuration
from brieflint.documents import read_bytes
from brieflint.documents.remarks import MAX_REMARKS
from brieflint.errors import ConfigError, ReportError
from brieflint.linting.report import Report
from brieflint.reporting import formats
from brieflint.reporting.formats import FORMATS, write

REMARK = "brieflint: ignore a-b -- why"
PROSE = "Two developers join our team and take their tasks from our lead every day."
MANY = 20_000


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_flood_of_remarks_is_cut_off(name: str):
    flood = f"<!-- {REMARK} -->\n" * MANY
    document = read_bytes(f"{PROSE}\n\n{flood}\n{PROSE}\n".encode(), name)
    assert len(document.remarks) == MAX_REMARKS


def test_a_flood_of_remarks_of_unknown_rules_is_told():
    document = read_bytes(f"{REMARK}\n".encode() * 200 + PROSE.encode(), "a.txt")
    assert len(check_document(document).suppressions) == 200


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "text",
    [
        "<!-- brieflint: " * MANY,
        f"<!-- brieflint:{' ' * MANY}",
        " " * MANY + "brieflint:",
        "#" * MANY + REMARK,
        "brieflint:" * MANY,
    ],
    ids=["openings", "unclosed", "indented", "signs", "one line"],
)
def test_what_only_looks_like_remarks_does_no_harm(name: str, text: str):
    document = read_bytes(f"{PROSE}\n\n{text}\n".encode(), name)
    assert any(PROSE in document.text[block.start : block.end] for block in document.blocks)


def test_a_remark_cannot_be_smuggled_into_html_by_number():
    page = f"<!--0--><!--brieflint 0--><p>One.</p><!-- {REMARK} --><p>Two.</p><!--0-->"
    (remark,) = (document := read_bytes(page.encode(), "a.html")).remarks
    assert document.text[remark.start : remark.end] == "Two."


def test_a_script_in_html_holds_no_remark():
    assert read_bytes(f"<script><!-- {REMARK} --></script><p>One.</p>".encode(), "a.html").remarks == ()


@pytest.mark.parametrize(
    "body",
    [
        p('<w:commentRangeStart/><w:commentRangeEnd/><w:commentReference/>' + r("One.")),
        p('<w:commentRangeEnd w:id="0"/>' + r("One.") + '<w:commentRangeStart w:id="0"/>'),
        p('<w:commentRangeStart w:id="0"/>' * 3 + r("One.")),
        p('<w:commentReference w:id="7"/>' + r("One.")),
    ],
    ids=["no id", "backwards", "never ended", "unknown"],
)  # fmt: skip
def test_signs_of_comments_in_any_order_are_borne(body: str):
    said = f'<w:comment w:id="0">{p(r(REMARK))}</w:comment><w:comment>{p(r(REMARK))}</w:comment>'
    document = read_bytes(docx(body + p("Two."), comments=said, root=WORD), "a.docx")
    assert [document.text[block.start : block.end] for block in document.blocks] == ["One.", "Two."]
    assert all(0 <= remark.start <= remark.end <= len(document.text) for remark in document.remarks)
    check_document(document)


def test_words_of_a_remark_are_never_taken_for_a_template(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("brieflint: ignore {words} {0} %s -- {why}\n\x1b[31mbrieflint: ignroe\x1b[0m\n" + PROSE)
    result = CliRunner().invoke(main, ["check", "--no-config", str(path)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "{words} {0} %s" in " ".join(result.stdout.split())
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000 + "]" * 5000,
        "[" + "a." * 5000 + "a]",
        'root = true\nignore = ["' + "x" * 10**6 + '"]',
        "a = 1\n" * 10,
    ],
    ids=["deep", "dotted", "long", "twice"],
)
def test_a_wild_configuration_is_refused_or_read(tmp_path: Path, text: str):
    (tmp_path / "brieflint.toml").write_text(text)
    with suppress(ConfigError):
        assert Configuration().find(tmp_path / "a.txt").ignore == ("x" * 10**6,)


def test_a_configuration_that_is_a_folder_or_a_dead_link_has_no_say(tmp_path: Path):
    (tmp_path / "brieflint.toml").mkdir()
    (tmp_path / "pyproject.toml").symlink_to(tmp_path / "nowhere")
    assert tmp_path not in [file.parent for file in Configuration().find(tmp_path / "a.txt").files]


def test_a_baseline_may_hold_anything(tmp_path: Path):
    brief, known = tmp_path / "a.txt", tmp_path / "known.json"
    brief.write_text(PROSE)
    for text in ("[" * 100_000, '{"schema": "brieflint-baseline/1", "findings": {"\\u0000": []}}', "\x00"):
        known.write_text(text)
        result = CliRunner().invoke(main, ["check", "--no-config", str(brief), "--baseline", str(known)])
        assert result.exit_code in (0, 2)
        assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("*a" * 30 + "b", "a" * 250),
        ("**/" * 60 + "b", "a/" * 120 + "a"),
        ("**/*a*a*a*a*a*a*a*a*a*a" * 6 + "b", "a" * 200),
        ("[a-z]*" * 60 + "1", "a" * 250),
        ("?" * 5000, "a" * 250),
    ],
    ids=["stars", "folders", "both", "sets", "many"],
)
def test_no_glob_of_a_configuration_hangs_the_tool(tmp_path: Path, glob: str, path: str):
    (tmp_path / "brieflint.toml").write_text(f'root = true\nexclude = ["{glob}"]\n')
    assert Configuration().wants(tmp_path / path)


def test_a_configuration_without_end_is_refused(tmp_path: Path):
    with (tmp_path / "brieflint.toml").open("wb") as stream:
        stream.truncate(4 * 2**30)
    with pytest.raises(ConfigError, match=r"brieflint\.toml: the configuration cannot be read \(larger than 2 MiB\)"):
        Configuration().find(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["os.system", "../evil", "evil.sub", "evil; import os", "__main__", "antigravity"])
def test_a_configuration_never_runs_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    package = tmp_path / "evil"
    (package / "sub").mkdir(parents=True)
    for folder in (package, package / "sub"):
        (folder / "__init__.py").write_text("raise SystemExit('this ran')")
        (folder / "brieflint.toml").write_text("root = true")
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "brieflint.toml").write_text(f'root = true\nextends = "{name}"\n')
    with pytest.raises(ConfigError, match="no installed package"):
        Configuration().find(tmp_path / "a.txt")
    assert "evil" not in sys.modules
    assert "antigravity" not in sys.modules


def test_a_flood_of_names_in_one_brief_stays_within_bounds():
    """However many places would deserve a word, each rule speaks a few times, and reports grow with the text, not beyond."""
    text = f"IT outsourcing\n\n{PROSE} {PROSE}\n\n" + "We buy IT outsourcing. " * 3_000 + f"\n\n{REMARK}\n" * 2_000
    report = check_document(read_bytes(text.encode(), "a.txt"))
    assert len(report.findings) < 2 * MAX_REMARKS


def flood(findings: int) -> Report:
    return Report(briefs=(brief(findings=(finding(message="The same once more."),) * findings),))


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_of_a_million_findings_the_short_formats_show_the_weightiest(form: str):
    assert len(write(flood(1_000_000), form, VIEW)) < 100_000


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_tells_all_of_a_million_findings(form: str):
    with pytest.raises(ReportError, match=r"1,000,000 findings.*at most 100,000.*brieflint scan"):
        write(flood(1_000_000), form, replace(VIEW, everything=True))


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_grows_no_faster_than_its_findings(form: str):
    few, many = (len(write(flood(number), form, replace(VIEW, everything=True))) for number in (500, 1_000))
    assert many < 2.1 * few


def test_a_report_of_too_many_findings_is_told_in_a_line(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(formats, "MOST_FINDINGS", 0)
    (tmp_path / "a.txt").write_text(f"IT outsourcing\n\n{PROSE}\n")
    result = CliRunner().invoke(main, ["check", str(tmp_path / "a.txt"), "--format", "json", "--no-config", "--no-cache"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "brieflint scan" in result.stderr
