"""Every mistake in a configuration is told with file, line and what to write instead."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from brieflint.configuration import content
from brieflint.configuration.content import ConfigFile, write_schema
from brieflint.configuration.tomlfile import find_lines
from brieflint.errors import ConfigError
from brieflint.grounds import GroundsFinder

SCHEMA = json.loads(write_schema())
EVERYTHING = """
root = true
extends = ["base.toml", "acme_words"]
select = ["mislabelling"]
ignore = ["naming"]
fail-on = "warning"
exclude = ["archive/"]
include = ["*.md"]
gitignore = false
patterns = ["house/"]
baseline = "known.json"
legal = ["de"]

[severity]
sa-called-ito = "advice"

[[terms]]
phrase = "bench loan(s)"
model = "staff_augmentation"
flag = true

[limits]
characters = 1000

[[overrides]]
paths = ["legacy/"]
ignore = ["completeness"]
severity = { naming = "warning" }
"""


def mistakes(find, path: str = "brief.txt") -> list[str]:
    with pytest.raises(ConfigError) as caught:
        find(path)
    return caught.value.mistakes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('root = true\nigonre = ["naming"]\n', "brieflint.toml:2: unknown key 'igonre'; did you mean 'ignore'?"),
        (
            'root = true\n\n[[terms]]\nphrase = "x"\nmodel = "none"\nflga = true\n',
            "brieflint.toml:6: unknown key 'flga'; did you mean 'flag'?",
        ),
        (
            'root = true\n[[overrides]]\npaths = ["a"]\n[[overrides]]\npath = ["b"]\npaths = ["b"]\n',
            "brieflint.toml:5: unknown key 'path'; did you mean 'paths'?",
        ),
        ("root = true\nzzz = 1\n", "brieflint.toml:2: unknown key 'zzz'; known are root, extends, select,"),
        ('root = true\n[[terms]]\nphrase = "x"\n', "brieflint.toml:2: the key 'model' is missing"),
        ('root = true\nfail-on = "eror"\n', "brieflint.toml:2: fail-on: input should be 'error', 'warning' or 'advice'"),
        (
            'root = true\nseverity = { a = "loud" }\n',
            "brieflint.toml:2: severity.a: input should be 'error', 'warning' or 'advice'",
        ),
        ('root = true\nignore = "naming"\n', "brieflint.toml:2: ignore: input should be a valid list"),
        ('root = true\nignore = [\n  "a",\n  3,\n]\n', "brieflint.toml:4: ignore: input should be a valid string"),
        ("root = 1\n", "brieflint.toml:1: root: input should be a valid boolean"),
        ('root = true\nfail-on = "error\n', "brieflint.toml:2: not valid TOML:"),
        ('root = true\n[[terms]]\nphrase = "?!"\nmodel = "none"\n', "brieflint.toml:2: terms: no word in '?!'"),
    ],
)
def test_a_mistake_is_told_with_its_line(write, find, text: str, told: str):
    write("brieflint.toml", text)
    assert mistakes(find)[0].startswith(told)


def test_in_pyproject_the_line_is_that_of_the_whole_file(write, find):
    write("pyproject.toml", '[project]\nname = "x"\n\n[tool.brieflint]\nroot = true\nselct = []\n')
    assert mistakes(find) == ["pyproject.toml:6: unknown key 'selct'; did you mean 'select'?"]


def test_all_mistakes_of_a_file_are_told_in_the_order_of_its_lines(write, find):
    write("brieflint.toml", 'root = true\nfail-on = "eror"\nigonre = []\nselct = []\n')
    assert [told.split(":")[1] for told in mistakes(find)] == ["2", "3", "4"]


def test_a_file_that_is_not_text_is_told(write, find):
    write("brieflint.toml", "").write_bytes(b"\xff\xfe\x00")
    assert mistakes(find) == ["brieflint.toml:1: the file is not UTF-8 text"]


def test_a_file_with_a_byte_order_mark_is_read(write, find):
    write("brieflint.toml", "").write_bytes(b"\xef\xbb\xbfroot = true\nfail-on = 'advice'\n")
    assert find("brief.txt").fail_on == "advice"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'root = true\nignore = ["sa-caled-ito"]\n',
            "brieflint.toml:2: ignore: there is no rule or kind of rules 'sa-caled-ito'; did you mean 'sa-called-ito'?",
        ),
        (
            'root = true\n[severity]\nnamming = "error"\n',
            "brieflint.toml:3: severity: there is no rule or kind of rules 'namming'; did you mean 'naming'?",
        ),
    ],
)
def test_a_rule_that_is_not_known_is_told_with_the_nearest(write, text: str, told: str):
    write("brieflint.toml", text)
    with pytest.raises(ConfigError) as caught:
        GroundsFinder().find("brief.txt")
    assert caught.value.mistakes == [told]


def test_the_schema_that_is_shipped_is_that_of_the_model():
    shipped = Path(content.__file__).with_name("brieflint.schema.json").read_text(encoding="utf-8")
    assert json.loads(shipped) == SCHEMA


def test_the_schema_knows_every_key_and_takes_a_file_with_all_of_them():
    Draft202012Validator.check_schema(SCHEMA)
    plain = tomllib.loads(EVERYTHING)
    assert set(SCHEMA["properties"]) == set(plain)
    Draft202012Validator(SCHEMA).validate(plain)
    ConfigFile.read(plain)


@pytest.mark.parametrize("key", ["root", "fail-on", "severity", "terms", "overrides"])
def test_the_schema_and_the_model_refuse_the_same(key: str):
    plain = tomllib.loads(EVERYTHING) | {key: 3}
    assert not Draft202012Validator(SCHEMA).is_valid(plain)
    with pytest.raises(ValueError, match=key):
        ConfigFile.read(plain)


def keys_of(plain: object, key: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    if isinstance(plain, dict):
        return {(*key, name) for name in plain} | {found for name in plain for found in keys_of(plain[name], (*key, name))}
    if isinstance(plain, list):
        return {found for at, item in enumerate(plain) for found in keys_of(item, (*key, at))}
    return set()


VALUES = st.sampled_from(
    [
        "1",
        "true",
        '"a # b"',
        "'x = 1'",
        "[1, 2]",
        '[\n  "a", # c\n  "b",\n]',
        '"""\na = 1\n[b]\n"""',
        "'''\n[[c]]\n'''",
        "[[1], [2]]",
        '"\\"="',
    ]
)
NAMES = st.sampled_from(["a", "b-c", '"d e"', "'f.g'"])


@given(
    st.dictionaries(NAMES, VALUES, max_size=4),
    st.lists(
        st.tuples(st.sampled_from(["[t]", "[[u]]", "[ v . w ]", '[["x y"]]']), st.dictionaries(NAMES, VALUES)), max_size=4
    ),
)
def test_every_key_has_the_line_on_which_it_stands(top: dict[str, str], tables: list[tuple[str, dict[str, str]]]):
    lines, expected, seen = [], {}, set()
    for header, pairs in [("", top), *tables]:
        if header in seen and not header.startswith("[["):
            continue
        seen.add(header)
        lines += [header] if header else []
        for name, value in pairs.items():
            expected[len("\n".join(lines).split("\n")) + bool(lines) if lines else 1] = name.strip("\"'")
            lines += f"{name} = {value}".split("\n")
    text = "\n".join(lines) + "\n"
    found = dict(find_lines(text))
    assert {
        line: key[-1] for key, line in found.items() if key in keys_of(tomllib.loads(text)) and line in expected
    } == expected
