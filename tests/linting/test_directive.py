"""The little language of remarks: what is understood, and that nothing else is."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.linting.directive import Directive, DirectiveError, parse_directive, write_directive

RULES = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True).filter(lambda rule: rule != "until")
REASONS = st.text(max_size=60).map(lambda text: " ".join(text.split())).filter(lambda text: any(map(str.isalnum, text)))
DIRECTIVES = st.builds(
    Directive,
    reach=st.sampled_from(["block", "section", "file"]),
    rules=st.lists(RULES, min_size=1, max_size=3, unique=True).map(tuple),
    reason=st.one_of(st.just(""), REASONS),
    until=st.one_of(st.none(), st.dates()),
)


@given(DIRECTIVES)
def test_what_is_written_is_read_again(directive: Directive):
    assert parse_directive(write_directive(directive)) == directive


def test_a_remark_names_a_rule_and_a_reason():
    assert parse_directive("brieflint: ignore sa-called-ito -- agreed with legal") == Directive(
        reach="block", rules=("sa-called-ito",), reason="agreed with legal"
    )


def test_it_may_name_several_rules_and_a_last_day():
    assert parse_directive("brieflint: ignore-section a-b, c until 2027-03-31 -- why") == Directive(
        reach="section", rules=("a-b", "c"), reason="why", until=date(2027, 3, 31)
    )


@pytest.mark.parametrize("dash", ["--", "–", "—"])
def test_word_may_make_a_dash_of_the_hyphens(dash: str):
    assert parse_directive(f"brieflint: ignore-file a-b {dash} why").reason == "why"


def test_capitals_do_not_matter():
    assert parse_directive("Brieflint: Ignore SA-called-ITO -- Why Not").rules == ("sa-called-ito",)


@pytest.mark.parametrize("words", ["brieflint: ignore a-b", "brieflint: ignore a-b --", "brieflint: ignore a-b -- ..."])
def test_a_reason_without_a_word_is_none(words: str):
    assert parse_directive(words).reason == ""


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("brieflint ignore a-b -- why", "a colon is missing"),
        ("brieflint: ignroe a-b -- why", 'perhaps "ignore" is meant'),
        ("brieflint: ignorefile a-b -- why", 'perhaps "ignore-file" is meant'),
        ("brieflint: disable a-b -- why", "write one of ignore, ignore-section, ignore-file"),
        ("brieflint: -- why", "does not say what to ignore"),
        ("brieflint: ignore -- why", "names no rule"),
        ("brieflint: ignore all rules -- why", '"all rules" is no name of a rule'),
        ("brieflint: ignore * -- why", '"*" is no name of a rule'),
        ("brieflint: ignore a-b, -- why", '"" is no name of a rule'),
        ("brieflint: ignore a-b - why", '"a-b - why" is no name of a rule'),
        ("brieflint: ignore a-b because of legal", "is no name of a rule"),
        ("brieflint: ignore a-b until tomorrow -- why", '"tomorrow" is no day'),
        ("brieflint: ignore a-b until 2027-02-30 -- why", '"2027-02-30" is no day'),
        ("brieflint: ignore a-b until 20270331 -- why", "is no day"),
        ("brieflint: ignore a-b until -- why", '"" is no day'),
    ],
)
def test_a_slip_of_the_pen_is_told(words: str, why: str):
    with pytest.raises(DirectiveError, match=re.escape(why)):
        parse_directive(words)


@given(st.text(max_size=80))
def test_whatever_is_written_names_rules_or_is_refused(text: str):
    try:
        rules = parse_directive(f"brieflint:{text}").rules
    except DirectiveError:
        return
    assert rules
    assert all(re.fullmatch(r"[a-z0-9-]+", rule) for rule in rules)
