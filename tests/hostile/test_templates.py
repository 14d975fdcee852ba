"""Templates from people who mean no good: they see the draft, write so much of it, and come to an end."""

from pathlib import Path

import pytest
from packs import write_pack

from brieflint.errors import PatternError
from brieflint.knowledge.packs import open_packs
from brieflint.writing import rendering
from brieflint.writing.rendering import render

SECRET = "the secret of the house"


@pytest.fixture
def house(tmp_path: Path):
    (tmp_path / "secret.md.j2").write_text(SECRET)

    def house(template: str) -> str:
        packs = open_packs([write_pack(tmp_path / "house", staff_template=template)])
        return render("staff_augmentation.md.j2", None, packs)  # type: ignore[arg-type]

    return house


@pytest.mark.parametrize("word", ["include", "import", "extends"])
@pytest.mark.parametrize("path", ["{here}/secret.md.j2", "../secret.md.j2", "shipped/../../secret.md.j2", "/etc/hostname"])
def test_no_file_outside_of_the_folder_is_read(house, tmp_path: Path, word: str, path: str):
    name = path.replace("{here}", str(tmp_path))
    tail = " as it" if word == "import" else ""
    with pytest.raises(PatternError) as caught:
        house(f'{{% {word} "{name}"{tail} %}}')
    assert SECRET not in str(caught.value)


def test_a_link_to_a_file_outside_of_the_folder_is_refused(house, tmp_path: Path):
    house("x")
    (tmp_path / "house/templates/footer.md.j2").symlink_to(tmp_path / "secret.md.j2")
    with pytest.raises(PatternError, match=r"templates/footer\.md\.j2 points out of this folder"):
        house('{% include "footer.md.j2" %}')


def test_what_becomes_too_long_is_given_up(house):
    with pytest.raises(PatternError, match="the draft becomes longer than 4,194,304 characters"):
        house("{% for one in range(90000) %}{% for two in range(90000) %}more and more{% endfor %}{% endfor %}")


MEMORY = {
    "repeated": "{{ 'x' * 10 ** 10 }}",
    "padded": "{{ 'x' | center(10 ** 10) }}",
    "formatted": "{{ '%10000000000d' | format(1) }}",
    "doubled": "{% set x = 'x' * 1000 %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
}


@pytest.mark.parametrize("template", MEMORY.values(), ids=MEMORY.keys())
def test_what_fills_the_memory_is_given_up(house, template: str):
    with pytest.raises(PatternError, match="house/templates"):
        house(template)


TIME = {
    "loops": "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "powers": "{% set n = 9 ** (9 ** 8) %}",
}


@pytest.mark.parametrize("template", TIME.values(), ids=TIME.keys())
def test_what_takes_without_end_is_given_up(house, monkeypatch: pytest.MonkeyPatch, template: str):
    monkeypatch.setattr(rendering, "MOST_SECONDS", 2)
    with pytest.raises(PatternError, match="these templates take more than 2 seconds, or too much memory"):
        house(template)


def test_templates_that_use_each_other_without_end_are_given_up(house, tmp_path: Path):
    with pytest.raises(PatternError, match="house/templates"):
        house('{% include "staff_augmentation.md.j2" %}')


@pytest.mark.parametrize(
    "template",
    ["{{ ().__class__.__base__.__subclasses__() }}", "{{ lipsum.__globals__ }}", "{{ joiner.__init__.__globals__ }}"],
)
def test_no_way_leads_from_a_template_to_python(house, template: str):
    with pytest.raises(PatternError, match=r"unsafe|has no attribute|undefined"):
        house(template)
