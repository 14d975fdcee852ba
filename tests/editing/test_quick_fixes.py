"""The quick fixes: what `brieflint fix` writes, and remarks that wait for a reason."""

from pathlib import Path

import pytest
from editor import edit
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import CodeAction, Position, Range
from opinions import check, make_text
from samples import MISLABELLED

from brieflint.editing.actions import find_actions
from brieflint.editing.diagnostics import make_diagnostics
from brieflint.editing.positions import Lines
from brieflint.fixing import fix_path

WHOLE = Range(Position(0, 0), Position(9999, 0))
UNSURE = """Staff augmentation for a timetable tool

The vendor builds the tool described in the specification and delivers it by 1 March for a fixed price.
The vendor decides how it is built and manages its own people. We accept the tool when all tests pass.
Our own lead assigns some of the tasks every day.
"""
MARKDOWN = MISLABELLED.replace("Request for", "# Request for")


def find(words: str, path: str = "/briefs/rfp.txt", within: Range = WHOLE, *, versioned: bool = False) -> list[CodeAction]:
    checked = check(words, path)
    lines = Lines(checked.opinion.judged.document.text)
    shown = make_diagnostics(checked, "utf-16", related=True)
    return find_actions(make_text(words, path, version=3), checked.opinion, lines, within, shown, versioned=versioned)


def apply(words: str, action: CodeAction, uri: str = "file:///briefs/rfp.txt") -> str:
    return edit(words, action.edit.changes[uri])


def ignoring(rule: str, words: str, path: str = "/briefs/rfp.txt") -> str:
    (action,) = (action for action in find(words, path) if action.title.startswith(f"Ignore {rule} "))
    return apply(words, action, Path(path).as_uri())


def rules(words: str, path: str = "/briefs/rfp.txt") -> list[str]:
    return [finding.rule for finding in check(words, path).opinion.report.findings]


def test_a_safe_name_is_the_preferred_fix_and_belongs_to_its_diagnostic():
    action = find(MISLABELLED)[0]
    assert (action.title, action.kind, action.is_preferred) == ('Write "staff augmentation"', "quickfix", True)
    assert [entry.code for entry in action.diagnostics] == ["sa-called-ito"]


@settings(max_examples=15)
@given(
    st.text(st.sampled_from("é\u0301👩𝔘 "), max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["the IT outsourcing", "an IT outsourcing", "IT\noutsourcing", "IT OUTSOURCING"]),
)
def test_it_makes_of_a_text_what_fix_makes_of_the_file(tmp_path_factory, before, newline, again):
    brief = tmp_path_factory.getbasetemp() / "rfp.txt"
    words = f"{before} {MISLABELLED}\nProposals for {again} are due on Friday.\n".replace("\n", newline)
    brief.write_bytes(words.encode())
    fixed = words
    while fixes := [action for action in find(fixed) if action.is_preferred]:
        fixed = apply(fixed, fixes[0])
    assert fixed.encode() == fix_path(str(brief)).after
    assert fixed != words


def test_an_unsafe_name_says_so_and_is_not_preferred():
    action = find(UNSURE)[0]
    assert action.is_preferred is None
    assert action.title == 'Write "Software outsourcing" (unsafe: see first whether the name or the text is wrong)'


def test_all_places_of_a_name_are_changed_together():
    action = find(MISLABELLED + "\nProposals for the IT outsourcing are due on Friday.\n")[0]
    assert action.title == 'Write "staff augmentation" in 2 places'


def test_fixes_are_offered_only_for_what_stands_there():
    assert find(MISLABELLED, within=Range(Position(4, 0), Position(4, 0))) == []


def test_an_editor_that_knows_versions_gets_the_one_that_was_read():
    (change,) = find(MISLABELLED, versioned=True)[0].edit.document_changes
    assert change.text_document.version == 3


def test_a_remark_waits_for_its_reason():
    words = ignoring("sa-called-ito", MISLABELLED)
    assert words == f"brieflint: ignore sa-called-ito -- ???\n{MISLABELLED}"
    assert {"suppression-without-reason", "sa-called-ito"} <= set(rules(words))


def test_in_markdown_a_remark_is_a_comment():
    words = ignoring("sa-called-ito", MARKDOWN, "/briefs/rfp.md")
    assert words == f"<!-- brieflint: ignore sa-called-ito -- ??? -->\n{MARKDOWN}"


def test_a_remark_has_the_line_ends_of_the_text():
    assert ignoring("sa-called-ito", MISLABELLED.replace("\n", "\r\n")).startswith("brieflint: ignore sa-called-ito -- ???\r\n")


def test_what_is_said_of_the_whole_brief_is_ignored_in_the_file():
    assert ignoring("brief-incomplete", MISLABELLED).startswith("brieflint: ignore-file brief-incomplete -- ???\n")


def test_what_there_is_to_say_about_a_remark_is_not_ignored():
    words = ignoring("sa-called-ito", MISLABELLED)
    assert [action.title for action in find(words) if "suppression" in action.title] == []


LABEL = "IT outsourcing"
WORK = MISLABELLED.split("\n", 2)[2]
PLACED = {
    "in a title": MISLABELLED,
    "in the second line of a title": f"Town of Odense\nRequest for {LABEL}\n\n{WORK}",
    "in a paragraph": f"Two developers\n\nWe ask for {LABEL}.\n\n{WORK}",
    "behind a heading on the same line": f"Two developers\n\n1. Scope. We ask for {LABEL}.\n\n2. Work\n\n{WORK}",
    "in a table": f"# Two developers\n\n| what | how |\n| --- | --- |\n| work | {LABEL} |\n\n{WORK}",
    "in a list in a list": f"# Two developers\n\nWe ask for:\n\n- a proposal\n    - for {LABEL}\n\n{WORK}",
    "in front matter": f"---\ntitle: {LABEL} for the portal\nowner: Odense\n---\n\nTwo developers.\n\n{WORK}",
}


@pytest.mark.parametrize("place", PLACED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_with_a_reason_a_remark_keeps_its_finding_out(place, newline):
    words, path = PLACED[place].replace("\n", newline), "/briefs/rfp.md"
    assert "sa-called-ito" in rules(words, path)
    decided = ignoring("sa-called-ito", words, path).replace("???", "the framework fixes this title")
    assert "sa-called-ito" not in rules(decided, path)
    assert "unused-suppression" not in rules(decided, path)


def test_a_remark_stands_below_front_matter_and_before_a_whole_table():
    front = ignoring("sa-called-ito", PLACED["in front matter"], "/briefs/rfp.md")
    assert front.split("---\n")[2].startswith("<!-- brieflint: ")
    assert "\n<!-- brieflint: ignore sa-called-ito -- ??? -->\n| what" in ignoring(
        "sa-called-ito", PLACED["in a table"], "/briefs/rfp.md"
    )
