"""Drafts and the accountability table as Word files."""

import re
import sys
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document as WordDocument
from markdown_it import MarkdownIt

from brieflint.cli import main
from brieflint.documents.docx import read as read_docx
from brieflint.judged import judge_path
from brieflint.knowledge.artefact import load_knowledge
from brieflint.writing.grid import BLANK, make_tables
from brieflint.writing.grid_word import to_docx as grid_to_docx
from tests.reviewing.bodies import contents
from tests.writing.word_template import build

EXAMPLES = Path(__file__).parents[2] / "examples"
BRIEFS = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".md") and path.name != "README.md")
NO_MODEL = {"laptops.txt", "too-thin.txt"}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def words(text: str) -> list[str]:
    """The words of a text, whatever its quotation marks."""
    return re.sub("[“”]", '"', text).split()


def body(data: bytes) -> str:
    """What a Word file says, without its header and footer."""
    document = read_docx(data, "draft.docx")
    return "\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind != "matter")


@pytest.mark.parametrize("path", [path for path in BRIEFS if path.name not in NO_MODEL], ids=lambda path: path.name)
def test_a_draft_in_word_says_what_the_one_in_markdown_says(path: Path, tmp_path: Path):
    out = tmp_path / "draft.docx"
    assert run("draft", path, "-o", out).exit_code == 0
    page = MarkdownIt("commonmark").enable("table").render(run("draft", path).stdout)
    assert words(body(out.read_bytes())) == words(unescape(re.sub("<[^>]*>", "", page)))


def test_the_shipped_template_is_fresh(root: Path):
    """When it is not: python -m tests.writing.word_template brieflint/writing/templates/brief.docx."""
    shipped = (root / "brieflint/writing/templates/brief.docx").read_bytes()
    assert dict(contents(shipped))["word/document.xml"] == dict(contents(build()))["word/document.xml"]


def test_a_draft_has_real_headings_lists_and_a_table(tmp_path: Path):
    out = tmp_path / "draft.docx"
    run("draft", EXAMPLES / "rfp.docx.txt", "-o", out)
    document = WordDocument(str(out))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet", "Open Question", "Please Confirm"} <= styles
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Question", "Staff augmentation", "This brief"]
    assert len(table.rows) == 6
    assert "{" not in body(out.read_bytes())


def test_the_same_brief_gives_the_same_draft(tmp_path: Path):
    for name in ("a.docx", "b.docx"):
        run("draft", EXAMPLES / "two-lots.txt", "-o", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.fixture
def drafted(tmp_path: Path) -> Callable[..., Result]:
    """Drafts the example through a template with these paragraphs."""

    def drafted(*paragraphs: str) -> Result:
        document = WordDocument()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        written = BytesIO()
        document.save(written)
        (tmp_path / "house.docx").write_bytes(written.getvalue())
        return run("draft", EXAMPLES / "rfp.docx.txt", "-o", tmp_path / "out.docx", "--template", tmp_path / "house.docx")

    return drafted


def test_a_house_template_takes_the_place_of_the_shipped_one(drafted: Callable[..., Result], tmp_path: Path):
    assert drafted("Our form for {{ draft.model.name }}", "{%p if draft.answers %}", "Slots", "{%p endif %}").exit_code == 0
    assert body((tmp_path / "out.docx").read_bytes()) == "Our form for staff augmentation\nSlots"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ draft.nothing }}", "has no attribute 'nothing'"),
        ("{% if draft %}", "Unexpected end of template"),
        ("{{ draft.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{% include '/etc/hostname' %}", ""),
        ("{% for number in range(10 ** 9) %}x{% endfor %}", "Range too big"),
        ("{{ 1 // 0 }}", "division"),
    ],
)
def test_a_template_that_fails_is_told_with_its_paragraph(drafted: Callable[..., Result], tag: str, told: str):
    result = drafted("First.", "{%p if draft %}", "Shown.", "{%p endif %}", f"Then {tag}")
    assert (result.exit_code, result.stdout) == (2, "")
    place = "house.docx" if tag.startswith("{% i") else "house.docx, paragraph 5"
    assert place in result.stderr
    assert told in result.stderr


def test_what_a_brief_says_is_no_tag_and_no_markup(tmp_path: Path):
    odd = "R&D <b>{{ 7 * 7 }}</b> {% x %} repository"
    text = EXAMPLES.joinpath("rfp.docx.txt").read_text(encoding="utf-8").replace("Town's repository", f"Town's {odd}")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("draft", tmp_path / "a.txt", "-o", tmp_path / "out.docx").exit_code == 0
    assert odd in body((tmp_path / "out.docx").read_bytes())


def test_a_template_needs_a_word_file_and_has_to_be_one(tmp_path: Path):
    (tmp_path / "house.docx").write_text("words")
    result = run("draft", EXAMPLES / "rfp.docx.txt", "--template", tmp_path / "house.docx")
    assert (result.exit_code, "add -o corrected.docx" in result.stderr) == (2, True)
    result = run("draft", EXAMPLES / "rfp.docx.txt", "-o", tmp_path / "a.docx", "--template", tmp_path / "house.docx")
    assert (result.exit_code, "house.docx: this file is damaged" in result.stderr) == (2, True)
    result = run("draft", EXAMPLES / "rfp.docx.txt", "-o", tmp_path / "a.docx", "--template", tmp_path / "no.docx")
    assert (result.exit_code, "there is no such file" in result.stderr) == (2, True)


def test_the_table_in_word_says_what_the_brief_says(root: Path):
    tables = make_tables(judge_path(str(EXAMPLES / "two-lots.txt")), load_knowledge().guide)
    document = WordDocument(BytesIO(grid_to_docx(tables)))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 2"] == [
        "LOT 1: MANAGED SERVICE FOR CAMPUS WI-FI – describes IT outsourcing",
        "LOT 2: STAFF AUGMENTATION FOR THE STUDENT SYSTEMS TEAM – describes staff augmentation",
    ]
    for table, shown in zip(tables, document.tables, strict=True):
        assert [row.cells[0].text for row in shown.rows[1:]] == [row.question for row in table.rows]
        for row, cells in zip(table.rows, shown.rows[1:], strict=True):
            assert all(said.text in cells.cells[1].text for said in row.said)
            assert row.said or cells.cells[1].text == BLANK


def test_the_table_needs_a_file_and_is_the_same_each_time(tmp_path: Path):
    assert "add -o table.docx" in run("grid", EXAMPLES / "rfp.docx.txt", "--format", "docx").stderr
    for name in ("a.docx", "b.docx"):
        assert run("grid", EXAMPLES / "rfp.docx.txt", "--format", "docx", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("command", ["draft", "grid --format docx"])
def test_without_the_extra_it_is_told_what_to_install(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in [
        name for name in sys.modules if name.startswith(("docx", "brieflint.writing.word", "brieflint.writing.grid_word"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("docx", "docxtpl"):
        monkeypatch.setitem(sys.modules, name, None)
    result = run(*command.split(), EXAMPLES / "rfp.docx.txt", "-o", tmp_path / "a.docx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.fullmatch(r"Word files need docx(tpl)?: pip install 'brieflint\[word\]'\n", result.stderr), result.stderr
