"""Occupations, their levels, and how many people: "two senior Java developers", "a team of six"."""

import re
from collections.abc import Iterator

from brieflint.facts.fact import Found
from brieflint.facts.numbers import AMOUNT, parse_number, say_number
from brieflint.facts.words import any_of, invert, plain, sentence_around, word_finder
from brieflint.knowledge.factwords import FactWords

CLAUSE_END = re.compile(r"[.;,:()\n]\s")
STAFF = 40
"""More "staff" or "employees" than this are those of the whole organisation."""
LISTED_ONE = re.compile(r"1\s(?:x\s)?(?:person|FTE)\b", re.IGNORECASE)
MOST = 150
"""A larger number of people is a workforce or a public, no team."""


NUMBERED = re.compile(
    r"\b(?:weeks?|days?|months?|sections?|clauses?|phases?|stages?|lots?|annex|level|grade|tier|version|no\.?)\s$",
    re.IGNORECASE,
)
"""Before a number that counts no people but numbers something."""


PART_TIME = re.compile(r"\b[FW]TEs?\b")
FIRST = ("low", "stated", "from", "part", "team", "sized", "us", "listed")
LAST = ("high", "up", "till", "most")
"""The groups of a count's first and last number."""


NEAR = 45
"""Characters around a number in which other people may be named that it counts."""


class PeopleFinder:
    """Finds roles, levels and counts. `technologies` may stand before an occupation."""

    def __init__(self, words: FactWords, technologies: tuple[str, ...]) -> None:
        roles = words.roles
        kind = rf"(?:{any_of([*roles.kinds, *technologies])})"
        before = rf"(?:{kind}(?:(?:\s?/\s?|,\s|\s(?:and|or)\s){kind})?[-\s]\s*){{0,3}}"
        alone, after = any_of(roles.alone), any_of(roles.after_kind)
        self._role_pattern = (
            rf"(?:{before}(?:{alone})s?|(?:{kind}[-\s]\s*){{1,3}}(?:{after})s?)(?![\w]|-(?:days?|weeks?|months?|"
            rf"years?|led)\b)"
        )
        flags = re.IGNORECASE
        self._role = re.compile(rf"(?<![\w])(?<![\w][-’'/&]){self._role_pattern}", flags)
        self._never = re.compile(rf"(?:{any_of(roles.never)})", flags)
        self._other = re.compile(rf"(?<![\w])(?:{any_of(roles.not_after)})\s$", flags)
        levels = any_of(word for found in words.seniority.values() for word in found)
        self._levels = invert(words.seniority)
        grade = rf"(?:{any_of(words.grades)})\s(?:\d{{1,2}}|I{{1,3}}|IV)(?!\w)"
        self._level = (
            re.compile(
                rf"(?<![\w-])(?P<word>{levels})(?=[-\s]\s*(?:(?:{levels})\s)?(?:or\s)?(?:experienced\s)?(?:{self._role_pattern}|level\b))|"
                rf"(?<=,\s)(?P<apposed>{levels})(?=[,;.)]|\s(?:or|to|and)\s(?:{levels})\b)|"
                rf"(?<![\w-])(?P<either>{levels})(?=\s(?:or|to|and|/)\s(?:{levels})(?![\w-]))|(?<=\s(?:or|"
                rf"to)\s)(?P<second>{levels})(?=[,;.)]|$|\s(?:level|{self._role_pattern}))|"
                rf"(?<![\w-])(?P<grade>{grade})",
                flags,
            )
            if levels != "(?!)"
            else re.compile(r"(?!)(?P<word>)(?P<apposed>)(?P<either>)(?P<second>)(?P<grade>)")
        )
        people = any_of([*words.people, *(_plural(word) for word in words.people)])
        adjective = (
            r"(?:(?!(?:of|in|on|at|to|for|from|with|by|and|or|per|days?|weeks?|months?|years?|hours?|minutes?|"
            r"points?|pages?|copies)\b)[A-Za-z][\w.'’&/+#-]*\s+)"
        )
        self._count = re.compile(
            rf"(?<![\w.,/£$€#-])(?P<low>{AMOUNT})(?:\s?(?:-|–|to|or)\s?(?P<high>{AMOUNT}))?\s?(?:x\s|"
            rf"×\s?)?(?:{adjective}){{0,3}}?"
            rf"(?P<noun>{self._role_pattern}|(?:{people})(?![\w-]))|"
            rf"(?<!\w)(?:number(?:\sof\s\w+)?(?:\s(?:required|needed|wanted))?|headcount|(?:opening\s)?strength|"
            rf"team\ssize|quantity|vacancies|no\. of positions)\s?[:|]\s?(?P<stated>{AMOUNT})(?:\s?(?:-|–|"
            rf"to)\s?(?P<up>{AMOUNT}))?(?!\s?%)|"
            rf"(?<!\w)between\s(?P<from>{AMOUNT})\sand\s(?P<till>{AMOUNT})\s(?:{adjective}){{0,1}}?(?:{self._role_pattern}|(?:{people})(?![\w-]))|"
            rf"(?<![\w.])(?P<part>0\.\d{{1,2}}|\d\.\d)\s(?:FTE|WTE)s?\b|"
            rf"(?<!\w)(?:team|squad|crew|group|pod|staff)\sof\s(?:about\s|around\s|"
            rf"up\sto\s)?(?P<team>{AMOUNT})(?:\s?(?:-|–|to|or)\s?(?P<most>{AMOUNT}))?(?!\s*(?:%|x\d|days|weeks|"
            rf"months|years|companies))|"
            rf"(?<!\w)(?P<sized>{AMOUNT})-(?:person|people|strong|member)(?!\w)|"
            rf"(?<!\w)(?P<us>{AMOUNT})\sof\s(?:us|(?:our|the)\s(?:own\s)?(?:{AMOUNT}\s)?(?:people|staff|engineers|"
            rf"developers|contractors))(?!\w)|"
            rf"(?<![\w])(?:{self._role_pattern})(?:,\s[\w\s]{{1,20}})?(?:\s?:\s?|\s?[|(]\s?|\s[–x×]\s?|\s(?:x|"
            rf"×))(?P<listed>\d{{1,2}})(?=\s*(?:$|\n|[|);,.]|FTE|person|people|post|position))",
            flags | re.MULTILINE,
        )
        self._uncounted = word_finder(words.not_counted)

    def find(self, text: str) -> Iterator[Found]:
        """The roles, levels and counts of a text."""
        for found in self._role.finditer(text):
            if not self._other.search(text[max(0, found.start() - 20) : found.start()]) and not self._never.search(
                text[found.start() : found.end() + 4]
            ):
                yield Found(kind="role", start=found.start(), end=found.end())
        for found in self._level.finditer(text):
            name = str(found.lastgroup)
            if found["grade"]:
                start, end = sentence_around(text, found.start(), found.end())
                if not self._role.search(text[start:end]):
                    continue
            value = found["grade"] or self._levels[plain(found[name])]
            yield Found(kind="seniority", start=found.start(name), end=found.end(name), value=plain(value))
        yield from self._find_counts(text)

    def _find_counts(self, text: str) -> Iterator[Found]:
        for found in self._count.finditer(text):
            name = next(name for name in FIRST if found[name])
            last = next((name for name in LAST if found[name]), "")
            low, high = found[name], found[last] if last else ""
            number = parse_number(low)
            if found["noun"] and self._other.search(text[max(0, found.start("noun") - 20) : found.start("noun")]):
                continue
            if name == "low" and NUMBERED.search(text[max(0, found.start() - 12) : found.start()]):
                continue
            if "." in low and not PART_TIME.search(found[0]):
                continue
            if found["high"] and parse_number(high) <= number:
                continue
            if found["noun"] and number > STAFF and re.fullmatch(r"(?i)staff|employees?|people", found["noun"]):
                continue
            if number > MOST or number == 0:
                continue
            near = (
                CLAUSE_END.split(text[max(0, found.start() - NEAR) : found.start()])[-1]
                + CLAUSE_END.split(text[found.start() : found.end() + NEAR])[0]
            )
            alone = found["noun"] and number == 1 and not self._role.match(found["noun"])
            if self._uncounted.search(near) or (alone and not LISTED_ONE.match(found[0])):
                continue
            value = f"{say_number(number)}-{say_number(parse_number(high))}" if high else say_number(number)
            yield Found(kind="count", start=found.start(name), end=found.end(last or name), value=value)


def _plural(word: str) -> str:
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}s"
