"""Templates of packs: they take the place of shipped ones, and cannot reach anything but the draft."""

from collections.abc import Callable
from pathlib import Path

import pytest
from packs import write_pack

from brieflint.documents import Document, read
from brieflint.errors import PatternError
from brieflint.judgement.judge import judge
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.packs import open_packs
from brieflint.knowledge.patterns import Patterns
from brieflint.language.pipeline import read_document
from brieflint.language.reading import Reading
from brieflint.writing.draft import render_draft

BRIEF = Path(__file__).parents[2] / "examples" / "staff-augmentation.txt"
Draft = Callable[[str], str]


@pytest.fixture(scope="module")
def judged() -> tuple[Document, Reading, Verdict]:
    document = read(BRIEF)
    reading = read_document(document)
    return document, reading, judge(reading)


@pytest.fixture
def drafted(tmp_path: Path, judged: tuple[Document, Reading, Verdict], patterns: Patterns) -> Draft:
    """Drafts a brief with a template of one's own."""

    def drafted(template: str) -> str:
        packs = open_packs([write_pack(tmp_path / "house", staff_template=template)])
        return render_draft(*judged, patterns, "staff_augmentation", packs)

    return drafted


def test_a_template_takes_the_place_of_the_shipped_one(drafted: Draft):
    assert drafted("We lend: {{ draft.model.name }}\n") == "We lend: staff augmentation\n"


def test_a_template_may_change_a_block_of_the_shipped_frame(drafted: Draft):
    template = '{% extends "shipped/base.md.j2" %}{% set term = "loans" %}{% block purpose %}## Ours{% endblock %}'
    written = drafted(template)
    assert "## Ours" in written
    assert "We invite offers" not in written
    assert "## Who is accountable" in written


def test_what_a_template_prints_is_escaped(drafted: Draft):
    assert drafted("{{ draft.model.name ~ ' <b>*' }}") == r"staff augmentation &lt;b>\*"


@pytest.mark.parametrize(
    "template",
    [
        "{{ draft.__class__.__mro__ }}",
        "{{ draft.model.__class__.__base__.__subclasses__() }}",
        "{{ ''.__class__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.getcwd() }}",
        "{{ draft.answers.__add__ }}",
        "{{ '{0.__class__}'.format(draft) }}",
        "{% include '/etc/hostname' %}",
        "{% include '../../../etc/hostname' %}",
        "{% import 'os' as os %}{{ os.getcwd() }}",
        "{% for number in range(10 ** 9) %}x{% endfor %}",
        "{% include 'staff_augmentation.md.j2' %}",
        "{{ draft.nothing }}",
        "{{ 1 // 0 }}",
    ],
)
def test_a_template_that_reaches_out_or_fails_is_blamed_by_file_and_line(drafted: Draft, template: str):
    with pytest.raises(PatternError, match=r"house/templates/staff_augmentation\.md\.j2:2: "):
        drafted(f"{{# #}}\n{template}")


def test_a_broken_template_is_told_with_its_line(drafted: Draft):
    with pytest.raises(PatternError, match=r"staff_augmentation\.md\.j2:2: Expected an expression"):
        drafted("\n{% for %}")


def test_a_template_that_no_draft_uses_is_a_mistake(drafted: Draft, tmp_path: Path):
    write_pack(tmp_path / "house", staff_template="x")
    (tmp_path / "house/templates/staff_aug.md.j2").write_text("x")
    with pytest.raises(PatternError, match=r"did you mean 'staff_augmentation\.md\.j2'"):
        drafted("x")


def test_a_template_that_another_one_includes_is_none(drafted: Draft, tmp_path: Path):
    write_pack(tmp_path / "house", staff_template="x")
    (tmp_path / "house/templates/footer.md.j2").write_text("our footer")
    assert drafted('{% include "footer.md.j2" %}') == "our footer"
