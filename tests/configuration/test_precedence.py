"""Which files have a say, and which of them wins."""

import pytest

from brieflint.configuration.settings import COMMAND_LINE, DEFAULT
from brieflint.errors import ConfigError


def test_without_any_file_the_defaults_hold(write, find):
    write("brieflint.toml", "root = true")
    settings = find("in/brief.txt")
    assert (settings.fail_on, settings.origin("fail_on")) == ("error", DEFAULT)


def test_a_file_is_found_from_the_folder_of_the_brief_upwards(write, find):
    write("brieflint.toml", 'root = true\nfail-on = "warning"\n')
    settings = find("a/b/brief.txt")
    assert (settings.fail_on, settings.origin("fail_on")) == ("warning", "brieflint.toml:2")


def test_the_nearest_file_wins_and_the_others_say_the_rest(write, find):
    write("brieflint.toml", 'root = true\nfail-on = "warning"\nignore = ["naming"]\n')
    write("a/brieflint.toml", 'fail-on = "advice"\n')
    settings = find("a/b/brief.txt")
    assert (settings.fail_on, settings.origin("fail_on")) == ("advice", "a/brieflint.toml:1")
    assert (settings.ignore, settings.origin("ignore")) == (("naming",), "brieflint.toml:3")


def test_above_a_root_nothing_is_looked_for(write, find):
    write("brieflint.toml", 'root = true\nfail-on = "warning"\n')
    write("a/brieflint.toml", "root = true\n")
    assert find("a/brief.txt").fail_on == "error"


def test_pyproject_has_a_say_in_its_own_table(write, find):
    write("pyproject.toml", '[project]\nname = "x"\n\n[tool.brieflint]\nroot = true\nfail-on = "warning"\n')
    settings = find("brief.txt")
    assert (settings.fail_on, settings.origin("fail_on")) == ("warning", "pyproject.toml:6")


def test_a_pyproject_of_others_is_none_of_its_business_even_if_it_is_broken(write, find):
    write("brieflint.toml", "root = true")
    write("a/pyproject.toml", "[project\n")
    write("b/pyproject.toml", '[project]\nname = "x"\ndependencies = ["brieflint"]\n')
    assert find("a/brief.txt").files == find("b/brief.txt").files


def test_brieflint_toml_stands_before_pyproject_in_one_folder(write, find):
    write("pyproject.toml", '[tool.brieflint]\nfail-on = "warning"\n')
    write("brieflint.toml", 'root = true\nfail-on = "advice"\n')
    assert find("brief.txt").fail_on == "advice"


def test_the_command_line_beats_every_file(write, find):
    write("brieflint.toml", 'root = true\nfail-on = "warning"\nselect = ["naming"]\n')
    settings = find("brief.txt", fail_on="advice", select=("contradiction",))
    assert (settings.fail_on, settings.select) == ("advice", ("contradiction",))
    assert settings.origin("fail_on") == COMMAND_LINE


def test_no_config_means_none(write, find):
    write("brieflint.toml", 'root = true\nfail-on = "warning"\n')
    assert find("brief.txt", no_config=True).fail_on == "error"


def test_a_configuration_that_is_given_stands_for_all_others(write, find):
    write("brieflint.toml", 'root = true\nfail-on = "warning"\n')
    given = write("house/strict.toml", 'ignore = ["naming"]\n')
    settings = find("brief.txt", config=given)
    assert (settings.fail_on, settings.ignore) == ("error", ("naming",))


def test_a_file_extends_another(write, find):
    write("house/base.toml", 'fail-on = "warning"\nignore = ["naming"]\n')
    write("brieflint.toml", 'root = true\nextends = "house/base.toml"\nignore = []\n')
    settings = find("brief.txt")
    assert (settings.fail_on, settings.origin("fail_on")) == ("warning", "house/base.toml:1")
    assert settings.ignore == ()


def test_of_several_that_are_extended_the_last_wins(write, find):
    write("one.toml", 'fail-on = "warning"\n')
    write("two.toml", 'fail-on = "advice"\n')
    write("brieflint.toml", 'root = true\nextends = ["one.toml", "two.toml"]\n')
    assert find("brief.txt").fail_on == "advice"


def test_what_is_extended_may_extend(write, find):
    write("far/a.toml", 'fail-on = "warning"\n')
    write("far/b.toml", 'extends = "a.toml"\n')
    write("brieflint.toml", 'root = true\nextends = "far/b.toml"\n')
    assert find("brief.txt").fail_on == "warning"


def test_an_installed_package_is_extended_and_its_code_is_not_run(write, find, monkeypatch, tmp_path):
    write("site/acme_words/__init__.py", "raise SystemExit('ran')")
    write("site/acme_words/brieflint.toml", 'fail-on = "advice"\n')
    monkeypatch.syspath_prepend(tmp_path / "site")
    write("brieflint.toml", 'root = true\nextends = "acme_words"\n')
    assert find("brief.txt").fail_on == "advice"


@pytest.mark.parametrize("name", ["no_such_package", "json", "acme-words", "os.path", ""])
def test_a_package_that_is_not_there_or_says_nothing_is_told(write, find, name: str):
    write("brieflint.toml", f'root = true\nextends = "{name}"\n')
    with pytest.raises(ConfigError, match=r"brieflint\.toml:2: extends: "):
        find("brief.txt")


def test_a_file_that_is_not_there_is_told(write, find):
    write("brieflint.toml", 'root = true\nextends = "base.toml"\n')
    with pytest.raises(ConfigError, match=r"brieflint\.toml:2: extends: there is no file .*base\.toml"):
        find("brief.txt")


def test_files_that_extend_each_other_are_told(write, find):
    write("a.toml", 'extends = "brieflint.toml"\n')
    write("brieflint.toml", 'root = true\nextends = "a.toml"\n')
    with pytest.raises(ConfigError, match="in a circle"):
        find("brief.txt")


def test_what_is_said_for_some_files_wins_over_what_is_said_for_all(write, find):
    write(
        "brieflint.toml",
        'root = true\nignore = ["naming"]\n\n[[overrides]]\npaths = ["legacy/"]\nignore = ["completeness"]\n'
        'severity = { sa-called-ito = "advice" }\nfail-on = "warning"\n',
    )
    assert find("new/brief.txt").ignore == ("naming",)
    settings = find("legacy/2019/brief.txt")
    assert (settings.ignore, settings.origin("ignore")) == (("completeness",), "brieflint.toml:6")
    assert (settings.severity, settings.fail_on) == ({"sa-called-ito": "advice"}, "warning")


def test_a_nearer_file_wins_over_what_a_farther_one_says_for_some_files(write, find):
    write("brieflint.toml", 'root = true\n[[overrides]]\npaths = ["*"]\nfail-on = "warning"\n')
    write("a/brieflint.toml", 'fail-on = "advice"\n')
    assert find("a/brief.txt").fail_on == "advice"


def test_globs_of_an_extended_file_are_meant_from_the_folder_of_the_one_that_extends_it(write, find):
    write("far/base.toml", '[[overrides]]\npaths = ["/legacy/"]\nfail-on = "warning"\n')
    write("brieflint.toml", 'root = true\nextends = "far/base.toml"\n')
    assert find("legacy/brief.txt").fail_on == "warning"


def test_severities_are_merged_rule_by_rule(write, find):
    write("brieflint.toml", 'root = true\n[severity]\nsa-called-ito = "warning"\nnaming = "warning"\n')
    write("a/brieflint.toml", '[severity]\nnaming = "error"\n')
    assert find("a/brief.txt").severity == {"sa-called-ito": "warning", "naming": "error"}


def test_folders_of_patterns_and_baselines_are_meant_from_the_file_that_names_them(write, find, tmp_path):
    write("far/house/terms.yaml", "")
    write("far/base.toml", 'patterns = ["house/"]\nbaseline = "known.json"\n')
    write("brieflint.toml", 'root = true\nextends = "far/base.toml"\n')
    settings = find("a/brief.txt")
    assert (settings.patterns, settings.baseline) == ((tmp_path / "far/house",), tmp_path / "far/known.json")


def test_nearer_folders_of_patterns_come_after_farther_ones(write, find, tmp_path):
    write("one/x", "")
    write("a/two/x", "")
    write("brieflint.toml", 'root = true\npatterns = ["one"]\n')
    write("a/brieflint.toml", 'patterns = ["two"]\n')
    assert find("a/brief.txt").patterns == (tmp_path / "one", tmp_path / "a/two")


def test_a_folder_of_patterns_that_is_not_there_is_told(write, find):
    write("brieflint.toml", 'root = true\npatterns = ["house"]\n')
    with pytest.raises(ConfigError, match=r"brieflint\.toml:2: patterns: there is no folder .*house"):
        find("brief.txt")


def test_house_words_are_collected_and_a_nearer_one_replaces_the_same_phrase(write, find):
    write(
        "brieflint.toml",
        'root = true\nterms = [\n  { phrase = "bench loan", model = "staff_augmentation" },\n'
        '  { phrase = "pod", model = "dedicated_team" },\n]\n',
    )
    write("a/brieflint.toml", '[[terms]]\nphrase = "Bench  loan"\nmodel = "none"\n')
    words = find("a/brief.txt").terms
    assert [(word.phrase, word.model) for word in words] == [("pod", "dedicated_team"), ("Bench  loan", None)]
    assert find("a/brief.txt").origin("terms.pod") == "brieflint.toml:4"
