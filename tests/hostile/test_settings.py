"""Remarks, configuration and records from people who mean no good, or whose programs do not."""

from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents.packages import WORD, docx, p, r

from brieflint.checking import check_document
from brieflint.cli import main
from brieflint.configuration.finding import Configuration
from brieflint.documents import read_bytes
from brieflint.documents.remarks import MAX_REMARKS
from brieflint.errors import ConfigError

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
