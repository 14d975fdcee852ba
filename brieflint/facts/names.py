"""Named people who lead the work: "our technical lead, Ms. Odette Fraser"."""

import re
from collections.abc import Iterator

from brieflint.facts.fact import Found
from brieflint.facts.words import any_of
from brieflint.knowledge.factwords import FactWords

_HONOUR = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Ing)\.?\s)"
_PART = (
    r"[A-ZÀ-ÖØ-ÞŁŚŻŽŠČĆ][a-zà-öø-ÿłńśźżžšćčěřůąęıșțğ]+(?:['’-][A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)*|[A-Z]['’][A-Z][a-z]+|(?:Mc|"
    r"Mac|De|Di|La|Le)[A-Z][a-z]+"
)
_BETWEEN = r"(?:[A-Z]\.\s|(?:van|von|de|der|den|da|dos|di|del|la|le|el|al|bin|ter|ten)\s){0,2}"
NAME = rf"(?:{_HONOUR}(?:{_PART})(?:\s{_BETWEEN}(?:{_PART})){{0,2}}|(?:{_PART})(?:\s{_BETWEEN}(?:{_PART})){{1,2}})"


class NameFinder:
    """Finds named leads. Its words are compiled once."""

    def __init__(self, words: FactWords) -> None:
        kinds = any_of([*words.roles.kinds, "programme", "group", "research"])
        heads = any_of(words.lead_heads)
        rank = r"(?:(?:deputy|interim|acting|senior|lead|associate)\s)?"
        title = (
            rf"(?i:{rank}(?:(?:{any_of(words.lead_titles)})|(?:(?:{kinds})\s){{1,3}}(?:{heads})|"
            rf"(?:(?:{heads})\s(?:of|for)|VP(?:\s(?:of|for))?|vice president(?:\s(?:of|"
            rf"for))?)\s(?:the\s)?(?:{kinds})(?:\s(?:and|&)\s(?:{kinds}))?)|"
            rf"(?-i:[Hh]ead of [A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){{0,2}}))(?:,\s(?:[A-Z][\w&-]+\s?){{1,3}}(?=\)))?"
        )
        self._after_title = re.compile(
            rf"(?<!\w){title}(?:,\s|:\s|\s\(|\s\|\s|\s(?:is|will be)\s|\s–\s|\s)\s*(?:(?:presently|at first|"
            rf"initially|currently|now|at present)[:,]?\s)?(?P<name>{NAME})(?!\w)"
        )
        self._before_title = re.compile(
            rf"(?<![\w.])(?P<name>{NAME})(?:,\s|\s\(|\s\|\s|\s(?:is|will be|remains),?\s(?:our\s|the\s|your\s|"
            rf"its\s)?|\s–\s)\s*(?:(?:our|the|your|its|who is our|as)\s)?(?:[\w'’]+['’]s\s)?{title}(?!\w)"
        )
        self._led = re.compile(
            rf"(?i:\b(?:{any_of(words.leading)})\s(?:(?:our\s|the\s)?(?:[\w-]+\s){{1,3}}?,?\s?)??)(?P<name>{NAME})(?!\w)"
        )
        self._team = re.compile(
            rf"(?<![\w.])(?P<name>{NAME})['’]s\s(?:[\w-]+\s)?(?:team|squad|group|pod|direction|supervision)\b"
        )
        self._listed = re.compile(
            rf"(?P<name>{NAME})\s\((?:Infrastructure|Engineering|Development|Platform|Architecture|Operations|"
            rf"Technology|Digital|Data|work|technical|Technical)\)"
        )
        self._not_names = frozenset(words.not_names)
        self._not = re.compile(rf"(?<!\w)(?:{any_of(words.not_lead_titles)})(?!\w)", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Found]:
        """The people in a text who are named as leading work, each time that they are."""
        taken = [found.span() for found in self._before_title.finditer(text)]
        for pattern in (self._before_title, self._after_title, self._led, self._team, self._listed):
            for found in pattern.finditer(text):
                start, end = found.span("name")
                if pattern is self._after_title and any(first <= found.start() < last for first, last in taken):
                    continue  # the title is that of the person before it
                words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", found["name"].lower())
                if self._not.search(found[0].replace(found["name"], "")) or self._not_names.intersection(words):
                    continue
                yield Found(kind="lead", start=start, end=end)
