"""The same hostile words, in every place that a stranger can fill, told in every form: none of them breaks out."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from click.testing import CliRunner
from documents.packages import WORD, docx, p, r
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from packs import write_pack
from reporting.reports import VIEW, attack, brief, finding

from brieflint.cli import main
from brieflint.knowledge.vocabulary import READERS
from brieflint.linting.report import Report, Unreadable
from brieflint.reporting.formats import FORMATS, OTHERS, write
from brieflint.signs import BROKEN, HIDDEN

ATTACKS = {
    "nothing": "owned",
    "terminal": "\x1b[31mowned\x1b]0;owned\x07\x9b2J\x08",
    "direction": "\u202eowned\u2066\u200f\u061c",
    "hidden": "ow\u200bn\u00aded\ufeff\u2060\U000e0041",
    "lines": "owned\r\n::error::owned\n##[error]owned\n\u2028::warning::owned\x85::debug::owned",
    "commands": "%0A::stop-commands::owned%0D::set-env name=owned::x",
    "script": "<script>owned()</script><img src=x onerror=owned()><svg onload=owned()>",
    "attribute": "\"' onmouseover=owned() autofocus onfocus='owned()' x=\"",
    "endings": "</script></style></title></textarea>]]>--><!-- owned <![CDATA[ &owned; <?owned?>",
    "markdown": "# owned\n\n| a | b |\n|---|---|\n`code` **bold** [x](javascript:owned()) ![x](y)\n- item\n> x\n```\n<b>owned",
    "link": '<https://owned.example> [owned]: https://owned.example "x" https://owned.example\\',
    "mention": "@owned @everyone",
    "formula": "=cmd|'/C calc'!A0owned",
    "plus": "+1+owned",
    "minus": "-1-owned",
    "at": "@SUM(owned)",
    "tab": "\t=owned",
    "return": "\r=owned",
    "full-width": "＝owned",
    "unwritable": "owned\ufffe\uffff\ufdd0\x0b\x0c\x1f",
    "halves": "owned\ud800\udfff",
    "template": "{{ 7 * 7 }}{% for x in y %}{# owned #}{label} %s %(x)s {0.__class__}",
    "address": "javascript:owned() file:///etc/owned ..\\..\\owned%00",
}
ACTING = re.compile(rf"[{HIDDEN}{BROKEN}\x09\x0b-\x0d\x1c-\x1f\x85\u2028\u2029]")
"""What no output may hold; line feeds it may."""
COMMAND = re.compile(r"^\s*(?:::|##\[)", re.MULTILINE)
"""What a GitHub job takes for a command, wherever it stands in a log."""
FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
NOTICES = re.compile(r"::(?:error|warning|notice) file=[^:,\n]*(?:,(?:line|endLine|col|endColumn)=\d+)*,title=[^:,\n]*::[^\n]*")


def elements(text: str) -> Iterator[ElementTree.Element]:
    """The elements of a page as a browser makes them."""
    return (element for element in html5lib.parse(text, namespaceHTMLElements=False).iter() if isinstance(element.tag, str))


def check_html(text: str) -> None:
    for element in elements(text):
        assert element.tag not in {"img", "svg", "iframe", "object", "base", "link", "textarea", "b", "form"} or element.get(
            "id"
        )
        assert not any(name.startswith("on") or name in ("src", "autofocus", "action", "x") for name in element.attrib)
        assert element.get("href", "#").startswith("#")
    assert sum(element.tag == "script" for element in elements(text)) <= 1


def check_markdown(text: str) -> None:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        for inner in (token, *(token.children or ())):
            assert inner.type not in ("image", "link_open", "html_block", "fence", "code_block"), inner
            assert inner.type != "html_inline" or inner.content == "<!-- -->"
            assert inner.type != "code_inline" or "owned" not in inner.content


def check_csv(text: str) -> None:
    rows = list(csv.reader(StringIO(text)))
    assert len({len(row) for row in rows}) == 1
    assert not any(cell.lstrip().startswith(FORMULA) or "\n" in cell for row in rows for cell in row)


def check_github(text: str) -> None:
    *commands, counts = text.splitlines()
    assert all(NOTICES.fullmatch(command) for command in commands)
    assert counts.startswith("brieflint: ")


def check_junit(text: str) -> None:
    tags = {element.tag for element in ElementTree.fromstring(text).iter()}
    assert tags <= {"testsuites", "testsuite", "testcase", "failure", "error", "system-out"}


def check_json(text: str) -> None:
    json.dumps(json.loads(text), ensure_ascii=False).encode()


def check_sarif(text: str) -> None:
    check_json(text)
    (run,) = json.loads(text)["runs"]
    for artifact in run["artifacts"]:
        assert re.fullmatch(r"(?:file://)?(?:[\w.~/@:!$&'()*+,;=-]|%[0-9A-F]{2})+", artifact["location"]["uri"], re.ASCII)


def check_lines(text: str) -> None:
    for line in text.splitlines():
        check_json(line)


CHECKS: dict[str, Callable[[str], object]] = {
    "text": str.encode,
    "statistics": str.encode,
    "html": check_html,
    "markdown": check_markdown,
    "csv": check_csv,
    "github": check_github,
    "junit": check_junit,
    "json": check_json,
    "jsonl": check_lines,
    "sarif": check_sarif,
    "gitlab": check_json,
    "rdjson": check_json,
}


def test_every_format_has_a_check():
    assert set(CHECKS) >= set(FORMATS) | set(OTHERS)


def check_output(form: str, text: str) -> None:
    assert not (acting := ACTING.search(text)), ascii(text[max(acting.start() - 80, 0) : acting.end() + 20])
    CHECKS[form](text)


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.parametrize("form", sorted(FORMATS) + sorted(OTHERS))
def test_no_words_break_out_of_a_report(form: str, words: str):
    check_output(form, write(attack(words), form, replace(VIEW, everything=True, suppressed=True)))


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_words_change_the_build_of_a_markdown_report(words: str):
    def build(words: str) -> list[tuple[str, int]]:
        tokens = MarkdownIt("commonmark").enable("table").parse(write(attack(words), "markdown", VIEW))
        return [(token.type, token.level) for token in tokens]

    assert build(words) == build("owned")


def test_a_markdown_report_mentions_nobody():
    assert not re.search(r"@(?!<!-- -->)", write(attack(ATTACKS["mention"]), "markdown", VIEW))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"text", "json", "jsonl", "html"}))
def test_huge_text_is_cut(form: str):
    huge = "word " * 200_000
    report = Report(briefs=(brief(findings=(finding(message=huge),)), Unreadable(path="a.txt", error=huge)))
    assert len(write(report, form, VIEW)) < 40_000


@given(words=st.text(max_size=40) | st.lists(st.sampled_from(sorted(ATTACKS.values())), max_size=3).map("".join))
@settings(max_examples=10)
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_words_at_all_do(form: str, words: str):
    check_output(form, write(attack(words), form, VIEW))


ALL = [words.encode("utf-8", "replace").decode() for words in ATTACKS.values()]
WORK = "Two developers join our team and take their tasks from our own technical lead every day. We own the outcome."
NAME = "\x1b[31m\x9b2J\u202e<img src=x onerror=owned()>\n::error::owned `x` | =owned, \"owned' %0A {0}\u200b\ufffe.txt"


def write_brief() -> str:
    """A brief with all of that in its title, headings, sentences, fields, cells, lots, lists, remarks and facts."""
    one_line = [" ".join(words.split()) for words in ALL]
    numbered = list(enumerate(one_line, 1))
    return "\n".join(
        [
            f"Request for IT outsourcing {' '.join(one_line)[:400]}",
            "",
            *(f"{words} {sentence}\n" for words, sentence in zip(one_line, cycle(WORK.split(". ")), strict=False)),
            *(f"Title: {words}\n" for words in one_line),
            *(f"{number}. {words}\n\nThe vendor {words} delivers by 3 May 2027.\n" for number, words in numbered),
            *(f"- {words} developer, EUR 8,500 {words} a month\n" for words in ALL),
            "| Role | Number |\n|---|---|",
            *(f"| {words} Tester {words} | 2 |" for words in one_line),
            "",
            *(f"Lot {number}: {words}\n\nThe service level {words} is 99.9 % uptime.\n" for number, words in numbered),
            *(f"brieflint: ignore sa-called-ito, {words} -- {words}\n\n{words}\n" for words in one_line),
            *(f"brieflint: ignore brief-incomplete until 2099-12-31 -- {words}\n\n{words}\n" for words in one_line),
        ]
    )  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hostile briefs, and the configuration and the pack of somebody who means no good."""
    folder = tmp_path_factory.mktemp("hostile")
    words = " ".join(word for attacked in ALL for word in attacked.split())
    (folder / NAME).write_text(write_brief(), encoding="utf-8")
    (folder / "brief.md").write_text(write_brief(), encoding="utf-8")
    desk = "The provider runs the desk."
    lots = f"Lot 1: staff augmentation \x1b[31m\u202e<b>\n\n{WORK}\n\nLot 2: IT outsourcing =owned\x9b\n\n{desk}\n"
    (folder / "lots.txt").write_text(lots, encoding="utf-8")
    said = "".join(
        f'<w:comment w:id="{number}" w:author="{escape(author)}" w:date="{escape(author)}">'
        f"{p(r(escape(f'brieflint: ignore sa-called-ito -- {author}')))}</w:comment>"
        for number, author in enumerate(map(writable, ALL))
    )
    body = "".join(
        p(f'<w:commentRangeStart w:id="{number}"/>{r(escape(text) + " " + WORK)}<w:commentRangeEnd w:id="{number}"/>')
        for number, text in enumerate(map(writable, ALL))
    )
    (folder / "brief.docx").write_bytes(docx(p("Request for IT outsourcing") + body, comments=said, root=WORD))
    (folder / "broken.pdf").write_bytes(b"%PDF-" + NAME.encode())
    quoted = json.dumps(writable(words.replace("\x7f", "")))
    term = f"terms:\n  - {{id: house.owned, model: staff_augmentation, phrases: [owned], note: {quoted}}}\n"
    signal = f"signals:\n  - {{id: house_owned, about: {quoted}, frames: [owned], examples: [owned]}}\n"
    write_pack(folder / "pack", terms=term, signals=signal)
    write_pack(folder / "wrong", terms=f"terms:\n  - {quoted}: {quoted}\n")
    phrase = json.dumps("owned \x1b[31m\u202e=<b>")
    (folder / "house.toml").write_text(f'[[terms]]\nphrase = {phrase}\nmodel = "staff_augmentation"\nflag = true\n')
    (folder / "wrong.toml").write_text(f"{json.dumps(words.replace(chr(127), ''))} = 1\n", encoding="utf-8")
    return folder


def writable(words: str) -> str:
    """`words` without what neither XML nor YAML may hold."""
    return re.sub(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", words)


def escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


COMMANDS: list[tuple[str, str]] = [
    *((form, f"check NAME brief.docx broken.pdf --no-config --show-suppressed --all --format {form}") for form in FORMATS),
    *(
        (form, f"check NAME brief.docx --no-config --as {reader} --format {form}")
        for reader in READERS[1:]
        for form in ("text", "html")
    ),
    ("statistics", "check NAME --no-config --statistics"),
    ("text", "check lots.txt --no-config --why"),
    ("text", "check NAME --config house.toml --patterns pack"),
    ("text", "check NAME --config wrong.toml"),
    ("text", "check NAME --patterns wrong"),
    ("markdown", "draft brief.md"),
    ("markdown", "draft NAME --model dedicated_team"),
    ("markdown", "draft lots.txt"),
    ("markdown", "grid NAME"),
    ("html", "grid brief.docx --format html"),
    ("text", "questions NAME"),
    ("markdown", "questions brief.docx --format markdown"),
    ("csv", "questions NAME --format csv"),
    ("text", "choose NAME"),
    ("text", "choose lots.txt"),
    ("text", "facts NAME"),
    ("json", "facts brief.md --format json"),
    ("csv", "decisions NAME brief.docx"),
    ("text", "config show NAME --config house.toml"),
    ("text", "explain owned --patterns pack"),
    ("text", "explain \x1b[31m\u202eowned"),
    ("text", "patterns list pack --own"),
    ("text", "patterns check wrong"),
    ("text", "verify NAME"),
    ("text", "evaluate NAME"),
]


@pytest.mark.parametrize(("form", "command"), COMMANDS, ids=[ascii(command) for _, command in COMMANDS])
def test_no_command_lets_anything_out(form: str, command: str, place: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(place)
    result = CliRunner().invoke(main, [NAME if word == "NAME" else word for word in command.split(" ")])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code in (0, 1, 2)
    assert not ACTING.search(result.stderr.replace("\n", "")), ascii(result.stderr)
    assert not COMMAND.search(result.stderr)
    assert form == "github" or not COMMAND.search(result.stdout)
    if result.stdout:
        check_output(form, result.stdout)


def test_a_record_and_a_baseline_hold_nothing_that_acts(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(place)
    CliRunner().invoke(main, ["check", NAME, "brief.docx", "--no-config", "--record", str(tmp_path / "record.json")])
    CliRunner().invoke(main, ["baseline", "write", NAME, "--no-config", "-o", str(tmp_path / "known.json")])
    for name in ("record.json", "known.json"):
        check_output("json", (tmp_path / name).read_text(encoding="utf-8"))


def test_a_difference_on_a_screen_does_not_steer_it(place: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    from brieflint.cli.fix import _give
    from brieflint.fixing import fix_path

    monkeypatch.chdir(place)
    (place / "fix.txt").write_text(f"Request for IT outsourcing \x1b[31m\u202e\n\n{WORK}\n", encoding="utf-8")
    fixed = fix_path("fix.txt", unsafe=True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    _give(fixed, write=False)
    shown = capsys.readouterr().out
    assert shown.count("\n") > 5
    assert not ACTING.search(shown)


def test_a_workbook_shows_words_and_computes_nothing(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(place)
    path = tmp_path / "questions.xlsx"
    assert CliRunner().invoke(main, ["questions", NAME, "--format", "xlsx", "-o", str(path)]).exit_code == 0
    cells = [cell for row in load_workbook(BytesIO(path.read_bytes())).active.iter_rows() for cell in row]
    assert len(cells) > 7
    assert not any(cell.data_type == "f" or str(cell.value or "").startswith(FORMULA) for cell in cells)
