import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from brieflint.errors import BriefError
from brieflint.knowledge.guide import MODELS, Guide
from brieflint.knowledge.patterns import Addition, Context, Examples, Patterns, Rule, When
from brieflint.knowledge.yamlfile import read_yaml
from brieflint.linting.housekeeping import NOTICES, Notice
from brieflint.reporting.explain import UnknownTopic, explain, list_topics

FOLDER = Path(__file__).parents[2] / "patterns"


@dataclass(frozen=True)
class RuleFile:
    rules: tuple[Rule, ...]


def read(file, kind):
    content, mistakes = read_yaml(file, file.name, kind, [])
    assert content, mistakes
    return content.value


@cache
def patterns():
    files = sorted((FOLDER / "rules").glob("*.yaml"))
    return make_patterns(*(rule for file in files for rule in read(file, RuleFile).rules))


def make_patterns(*rules):
    return Patterns(
        guide=read(FOLDER / "guide.yaml", Guide),
        terms=(),
        spellings=(),
        groups={},
        context=Context(cues=(), ends=()),
        sections=(),
        signals=(),
        rules=rules,
        checklists=(),
    )


def told(topic):
    """The explanation as one line, its wrapping undone."""
    return " ".join(explain(topic, patterns()).split())


def names():
    text = list_topics(patterns())
    return [line.split()[0] for line in text.splitlines() if line.startswith("  ") and line[2] != " "]


@pytest.mark.parametrize("topic", names())
def test_every_topic_is_explained_within_the_width(topic):
    text = explain(topic, patterns())
    assert max(len(line) for line in text.splitlines()) <= 88
    assert "{" not in text
    assert text.endswith("\n")


def test_list_names_rules_models_rows_questions_and_mislabellings():
    listed = names()
    assert {"so-called-sa", "staff_augmentation", "owns_outcome", "q1", "q5", "m1", "m3", "no-model-named"} <= set(listed)
    assert max(len(line) for line in list_topics(patterns()).splitlines()) <= 88


@pytest.mark.parametrize("name", ["staff_augmentation", "staff augmentation", "Staff-Augmentation", " SA "])
def test_model_is_known_by_its_id_name_and_short_name(name):
    assert explain(name, patterns()) == explain("staff_augmentation", patterns())


def test_mislabelling_is_known_whatever_its_capitals():
    assert explain("M2", patterns()) == explain("m2", patterns())


def test_unknown_topic_offers_the_nearest_names():
    with pytest.raises(UnknownTopic) as error:
        explain("so caled sa", patterns())
    assert error.value.nearest[0] == "so-called-sa"
    assert 'Did you mean "so-called-sa"' in str(error.value)
    assert isinstance(error.value, BriefError)
    assert isinstance(error.value, KeyError)


def test_unknown_topic_like_nothing_offers_nothing():
    with pytest.raises(UnknownTopic) as error:
        explain("zzzzzz", patterns())
    assert error.value.nearest == ()
    assert "Did you mean" not in str(error.value)


def test_rule_tells_what_it_says_what_happens_and_what_to_do():
    text = told("so-called-sa")
    assert "A software project called staff augmentation" in text
    assert "mislabelling: the name and the work point to different models; reported as a warning, and as an error" in text
    assert 'The work is called "staff augmentation", and the text describes work where the vendor builds' in text
    assert "What will happen Sent like this, a vendor will likely propose a developer" in text
    assert "guide lines 60 to 62" in text


def test_rule_on_the_second_mislabelling_shows_both_branches_and_what_decides():
    text = told("so-called-sa")
    assert "To decide, ask: Should the vendor own a defined delivery, or will you direct the developer yourself?" in text
    assert 'Use "software outsourcing" if this is true: The deliverable is defined' in text
    assert 'Use "staff augmentation" if this is true: We direct the developer ourselves.' in text


def test_rule_shows_one_bad_and_one_good_example():
    text = explain("so-called-sa", patterns())
    assert text.count("\nA brief on which it speaks\n  | ") == 1
    assert text.count("\nA brief on which it stays silent\n  | ") == 1


def test_rule_with_its_own_fix_shows_that_one():
    rule = Rule(
        id="a-rule",
        kind="naming",
        title="A rule",
        severity="advice",
        when=When(named=("outsourcing_unspecified",), described=("staff_augmentation",)),
        message='Called "{label}" where {direction}; lacks {missing}.',
        fix="Write {described}.",
        lines=(9, 62, 63, 64),
        section="Here",
        adds=(Addition(signal="s", text="More under {named}.", lines=(1,)),),
        examples=Examples(bad=("Bad.",), good=("Good.",)),
    )
    text = " ".join(explain("a-rule", make_patterns(rule)).split())
    assert 'Called "outsourcing" where your own lead directs' in text
    assert "lacks [what is missing]." in text
    assert "And, where the text shows it: More under outsourcing." in text
    assert "What to do Write staff augmentation." in text
    assert "Here, guide lines 9 and 62 to 64" in text


def test_rule_without_one_model_leaves_its_gaps_visible():
    assert "The text describes [the model that the text describes] and does not say" in told("brief-incomplete")


def test_model_marks_how_far_the_guide_goes():
    text = told("dt")
    assert "You define the product through sprint priorities. The team proposes how to build it. (inferred)" in text
    assert "and brings the lead. (restored)" in text
    assert "Write down what you agree on. (ours)" in text
    assert "sprint. (from the guide)" in text
    assert "ours: our own, where it is silent" in text


def test_model_legend_explains_only_marks_that_are_used():
    assert "our own, where it is silent" not in told("sa")


@pytest.mark.parametrize("model", MODELS)
def test_model_has_all_its_parts(model):
    text = explain(model, patterns())
    for title in (
        "What it is",
        "Examples",
        "Who uses it",
        "When it is not right",
        "Who is accountable",
        "What a vendor who reads this name will propose",
        "Control",
        "Questions that point to it",
        "Figures",
        "Source",
    ):
        assert f"\n{title}\n" in text
    for row in patterns().guide.grid:
        assert row.question in told(model)


def test_model_lists_the_questions_that_point_to_it():
    text = told("sa")
    assert 'q3: Is there a strong technical lead on your side who can direct a developer every day? "Yes" points here.' in text
    assert 'delegate it? "Direct" points here.' in text
    assert "q1:" not in text


def test_figures_come_with_their_attribution():
    text = told("so")
    assert "15,000 to 150,000 US dollars" in text
    assert text.count("(according to the guide's author, one vendor, undated)") == 3


def test_row_tells_the_answer_for_each_model():
    text = told("owns_outcome")
    assert "staff augmentation: You own the outcome. (restored)" in text
    assert "IT outsourcing: The provider owns what the function achieves. (from the guide)" in text


def test_question_tells_its_votes_and_its_conflicts():
    text = told("q5")
    assert "Yes: staff augmentation" in text
    assert "Partly: dedicated team" in text
    assert "The guide does not say which one wins." in text
    assert "No: nothing in particular" in told("q1")
    assert "Partly" not in told("q1")


def test_mislabelling_tells_its_branches_and_its_rules():
    text = told("m3")
    assert text.count("if this is true:") == 3
    assert "ito-called-sa: IT outsourcing called staff augmentation" in text


def test_explaining_loads_no_heavy_library():
    code = (
        "import sys, brieflint.reporting.explain\n"
        "print([name for name in ('spacy', 'numpy', 'jinja2', 'pydantic', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("notice", NOTICES.values(), ids=NOTICES)
def test_a_rule_about_remarks_is_explained(notice: Notice):
    told = explain(notice.id, patterns())
    assert notice.title in told
    assert notice.example.split("\n")[0][:30] in told


@pytest.mark.parametrize("notice", [notice for notice in NOTICES.values() if notice.kind == "housekeeping"], ids=lambda n: n.id)
def test_a_rule_about_remarks_speaks_on_its_example(check, notice: Notice):
    report = check(f"{notice.example}\n\nTwo developers join our team and take their tasks from our lead every day.\n")
    assert [finding.rule for finding in report.findings if finding.kind == "housekeeping"] == [notice.id]
