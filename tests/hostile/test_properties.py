"""What holds for any configuration, any remark and any fix, whoever wrote them."""

import json
import re
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from brieflint.configuration.finding import Configuration
from brieflint.configuration.settings import Options
from brieflint.configuration.showing import show
from brieflint.configuration.tomlfile import find_lines
from brieflint.documents.decoding import decode
from brieflint.errors import BriefError, ConfigError
from brieflint.fixing import fix_path
from brieflint.linting.directive import VERBS, Directive, parse_directive, write_directive

KEYS = st.sampled_from(
    ["root", "ignore", "select", "fail-on", "severity", "terms", "overrides", "patterns", "extends", "paths", "x"]
)
VALUES = st.recursive(
    st.booleans()
    | st.integers(-9, 9)
    | st.text(max_size=12)
    | st.sampled_from(["warning", "sa-called-ito", "naming", "*.txt"]),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write_value(value: object) -> str:
    """A value in TOML; JSON writes the same, but for half of a character and for a sign that TOML wants escaped."""
    return json.dumps(value).replace("\x7f", "\\u007f")


@given(content=st.dictionaries(KEYS, VALUES, max_size=5))
@SLOW
def test_any_configuration_is_read_or_refused_with_the_line_of_each_mistake(content: dict[str, object], tmp_path: Path):
    path = tmp_path / "brieflint.toml"
    path.write_text("".join(f"{key} = {write_value(value)}\n" for key, value in content.items()), encoding="utf-8")
    mistakes: list[str] = []
    try:
        assert show(Configuration(Options(config=path)).find(tmp_path / "a.txt"))
    except ConfigError as error:
        mistakes = error.mistakes
    assert all(re.match(rf"{re.escape(str(path))}:\d+: ", mistake) for mistake in mistakes)


@given(keys=st.lists(st.text("abc-_09", min_size=1, max_size=4), unique=True, max_size=6), data=st.data())
def test_every_key_is_found_on_its_line(keys: list[str], data: st.DataObject):
    lines, expected = [], {}
    for key in keys:
        lines += [""] * data.draw(st.integers(0, 2))
        expected[key,] = len(lines) + 1
        lines += f"{key} = {write_value(data.draw(VALUES))}".split("\n")
    found = dict(find_lines("\n".join(lines)))
    assert {key: line for key, line in found.items() if len(key) == 1} == expected


RULES = st.from_regex(r"[a-z0-9]{1,6}(?:-[a-z0-9]{1,6}){0,3}", fullmatch=True)
REASONS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60).map(lambda text: " ".join(text.split()))


@given(
    reach=st.sampled_from(sorted(VERBS.values())),
    rules=st.lists(RULES, min_size=1, max_size=3, unique=True).filter(lambda rules: "until" not in rules),
    reason=REASONS.filter(lambda reason: any(map(str.isalnum, reason))),
    until=st.none() | st.dates(),
)
@example(reach="file", rules=["a"], reason="a -- b – c — d", until=None)
def test_a_remark_that_is_written_is_read_as_it_was_meant(reach, rules, reason, until):
    directive = Directive(reach=reach, rules=tuple(rules), reason=reason, until=until)
    assert parse_directive(write_directive(directive)) == directive


WORK = "Two developers join our team and take their tasks from our own technical lead every day. We own the outcome."
LABELS = [
    "IT outsourcing",
    "it out\u00adsourcing",
    "IT \u043eutsourcing",
    "IT-outsourcing",
    "an IT outsourcing contract",
    "OUTSOURCING",
]
WORDS = [
    "the",
    "a",
    "portal",
    "–",
    "e\u0301",
    "\u202e",
    "ﬁ",
    "naïve",
    "\u00a0",
    ",",
    "(",
    ")",
    "\r\n",
    "\n",
    "\r\n\r\n",
    "*",
    "`x`",
    "|",
]


@given(
    parts=st.lists(st.sampled_from(LABELS) | st.sampled_from(WORDS), max_size=8),
    name=st.sampled_from(["brief.txt", "brief.md"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@SLOW
def test_a_fix_changes_labels_and_nothing_else_and_once_is_enough(parts, name, encoding, tmp_path: Path):
    path = tmp_path / name
    before = f"Request for IT outsourcing {' '.join(parts)}\r\n\r\n{WORK}\r\n".encode(encoding)
    path.write_bytes(before)
    try:
        fixed = fix_path(str(path), unsafe=True)
    except BriefError:
        return
    path.write_bytes(fixed.after)
    assert fix_path(str(path), unsafe=True).after == fixed.after
    # What is left over when every changed label is taken out is there, in its order, before and after.
    old, new = decode(before, name), decode(fixed.after, name)
    if len(fixed.applied) == len({edit.spot.start for edit in fixed.applied}):
        assert new == apply(old, fixed.applied)


def apply(text: str, edits) -> str:
    """The edits of one round made by hand, last first."""
    for edit in sorted(edits, key=lambda edit: -edit.spot.start):
        assert text[edit.spot.start : edit.spot.end] == edit.spot.text
        text = text[: edit.spot.start] + edit.text + text[edit.spot.end :]
    return text
