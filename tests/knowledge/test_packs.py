"""Packs: what a folder of one's own adds, replaces and drops, and what is said of its mistakes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from packs import TERM, write_pack

from brieflint.errors import PatternError
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import open_packs
from brieflint.knowledge.patterns import Patterns

Load = Callable[..., Patterns]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads the shipped patterns with a pack of these files."""
    return lambda **files: load_knowledge(open_packs([write_pack(tmp_path / "house", **files)]))


@pytest.fixture
def mistakes(load: Load, tmp_path: Path) -> Callable[..., list[str]]:
    """The mistakes of a pack of these files, as names below the pack."""

    def find(**files: str) -> list[str]:
        with pytest.raises(PatternError) as caught:
            load(**files)
        return [mistake.removeprefix(f"{tmp_path}/house/") for mistake in caught.value.mistakes]

    return find


def by_id(entries: tuple[object, ...]) -> dict[str, object]:
    return {entry.id: entry for entry in entries}  # type: ignore[attr-defined]


def test_a_term_with_a_new_id_is_added(load: Load, patterns: Patterns):
    assert [term.id for term in load(terms=TERM).terms if term not in patterns.terms] == ["house.bench_loan"]


def test_a_term_with_a_known_id_replaces_the_shipped_one(load: Load):
    text = "terms: [{id: out.bare, model: it_outsourcing, phrases: [outsourced]}]"
    assert by_id(load(terms=text).terms)["out.bare"].model == "it_outsourcing"


def test_a_dropped_term_is_gone(load: Load):
    assert "out.bare" not in by_id(load(terms="drop: [out.bare]").terms)


def test_a_dropped_rule_is_gone(load: Load):
    assert "brief-incomplete" not in by_id(load(rules="drop: [brief-incomplete]").rules)


def test_a_group_of_a_known_name_gets_more_phrases(load: Load, patterns: Patterns):
    known = patterns.groups["client"].phrases
    assert load(roles="groups: {client: {phrases: [our chapter]}}").groups["client"].phrases == (*known, "our chapter")


def test_frames_may_use_new_groups(load: Load):
    found = load(
        roles="groups: {warden: {phrases: [chapter warden]}}",
        signals="signals: [{id: told, about: a warden tells, frames: ['{warden} ... tells']}]",
    )
    assert "told" in by_id(found.signals)


def test_a_new_section_is_looked_for_first(load: Load, patterns: Patterns):
    found = load(sections="sections: [{role: exclusions, weight: 0, headings: [not for us]}]").sections
    assert (found[0].headings, found[1:]) == (("not for us",), patterns.sections)


def test_new_cues_are_added(load: Load, patterns: Patterns):
    found = load(context="cues: [{effect: negated, reach: after, phrases: [far from]}]").context
    assert [cue.phrases for cue in found.cues[len(patterns.context.cues) :]] == [("far from",)]


def test_a_new_spelling_of_a_known_word_counts_as_that_word(load: Load):
    assert load(spelling="spellings: [[sentre, center]]").spelling()["sentre"] == "centre"


def test_a_slot_of_a_known_id_is_replaced_where_it_stood(load: Load, patterns: Patterns):
    def slots(known: Patterns) -> list[tuple[str, str]]:
        return [(slot.id, slot.ask) for entry in known.checklists if entry.model == "dedicated_team" for slot in entry.slots]

    text = "{model: dedicated_team, slots: [{id: product, label: Product, ask: 'Which one?', origin: ours}]}"
    assert slots(load(checklists=text)) == [(name, "Which one?" if name == "product" else ask) for name, ask in slots(patterns)]


def test_the_last_pack_lies_on_top(tmp_path: Path):
    texts = [
        f"terms: [{{id: house.x, model: {model}, phrases: [bench loan]}}]" for model in ("it_outsourcing", "dedicated_team")
    ]
    folders = [write_pack(tmp_path / name, terms=text) for name, text in zip("ab", texts, strict=True)]
    assert by_id(load_knowledge(open_packs(folders)).terms)["house.x"].model == "dedicated_team"
    assert by_id(load_knowledge(open_packs(folders[::-1])).terms)["house.x"].model == "it_outsourcing"


def test_a_pack_given_twice_counts_once(tmp_path: Path):
    folder = write_pack(tmp_path / "house", terms=TERM)
    assert len(open_packs([folder, str(folder)])) == 1


def test_a_pack_that_changed_is_read_anew(tmp_path: Path):
    folder = write_pack(tmp_path / "house", terms=TERM)
    load_knowledge(open_packs([folder]))
    write_pack(folder, terms=TERM.replace("house.bench_loan", "house.loan"))
    assert "house.loan" in by_id(load_knowledge(open_packs([folder])).terms)


def test_an_unknown_key_is_told_with_file_line_and_the_nearest_valid_key(mistakes: Callable[..., list[str]]):
    assert mistakes(terms=TERM.replace("phrases", "phrasse")) == [
        "terms/house.yaml:3: the field 'phrases' is missing",
        "terms/house.yaml:5: unknown key 'phrasse'; did you mean 'phrases'?",
    ]


def test_words_that_are_no_list_are_told_in_plain_words(mistakes: Callable[..., list[str]]):
    assert mistakes(terms=TERM.replace("[bench loan(s)]", "bench loan")) == [
        "terms/house.yaml:5: terms.phrases: must be a list, such as [one, two]"
    ]


def test_frames_among_phrases_are_a_mistake(mistakes: Callable[..., list[str]]):
    (found,) = mistakes(terms=TERM.replace("bench loan(s)", '"(bench|team) loan"'))
    assert found.startswith("terms/house.yaml:3: house.bench_loan: phrase '(bench|team) loan': phrases are plain words")


def test_what_is_not_there_cannot_be_dropped(mistakes: Callable[..., list[str]]):
    assert mistakes(terms="drop: [out.bear]") == [
        "terms/house.yaml:1: drop: there is no term 'out.bear'; did you mean 'out.bare'?"
    ]


RULE = """
rules:
  - id: house-rule
    kind: naming
    title: A house rule
    severity: advice
    when: {signals: [core_product]}
    message: About {label}.
    examples: {bad: [], good: []}
"""


def test_a_signal_that_is_not_there_is_told_with_the_nearest_one(mistakes: Callable[..., list[str]]):
    assert mistakes(rules=RULE.replace("core_product", "core_prodct")) == [
        "rules/house.yaml:3: house-rule: no signal 'core_prodct' in signals/; did you mean 'core_product'?"
    ]


@pytest.mark.parametrize(
    ("gap", "told"),
    [
        ("{lable}", "unknown gap {lable}; did you mean 'label'?"),
        ("{label.__class__}", "unknown gap {label.__class__}"),
        ("{label:>999999999}", "write {label} without anything after the name"),
        ("{", "for a brace in the text, double it"),
    ],
)
def test_a_text_that_cannot_be_filled_is_a_mistake(mistakes: Callable[..., list[str]], gap: str, told: str):
    (found,) = mistakes(rules=RULE.replace("{label}", gap))
    assert told in found


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("term/house.yaml", "term:1: nothing reads this; did you mean 'terms'?"),
        ("role.yaml", "role.yaml:1: nothing reads this; did you mean 'roles.yaml'?"),
        ("terms/house.yml", "terms/house.yml:1: nothing reads this; files in terms/ end in '.yaml'"),
        ("guide.yaml", "guide.yaml:1: a pack cannot change the guide; take this file out"),
    ],
)
def test_a_file_out_of_place_is_a_mistake(mistakes: Callable[..., list[str]], tmp_path: Path, name: str, told: str):
    path = tmp_path / "house" / name
    path.parent.mkdir(parents=True)
    path.write_text("terms: []\n")
    assert mistakes() == [told]


def test_notes_beside_patterns_are_nobodys_business(load: Load, tmp_path: Path):
    write_pack(tmp_path / "house", terms=TERM)
    (tmp_path / "house" / "README.md").write_text("Ours.")
    (tmp_path / "house" / "drawings").mkdir()
    assert load(terms=TERM)


def test_a_folder_without_patterns_is_no_pack(tmp_path: Path):
    with pytest.raises(PatternError, match="no patterns in this folder"):
        open_packs([tmp_path])


def test_every_folder_that_is_no_pack_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PatternError) as caught:
        open_packs([tmp_path / "none", tmp_path / "file"])
    assert [mistake.split(": ")[1] for mistake in caught.value.mistakes] == [
        "there is no such folder",
        "a pack is a folder, and this is a file",
    ]
