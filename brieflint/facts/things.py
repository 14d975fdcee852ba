"""Things by name: technologies, ceremonies, systems, deliverables, and what is said of acceptance."""

import re
from collections.abc import Iterator

from brieflint.facts.fact import Found
from brieflint.facts.words import any_of, invert, plain, sentence_around, word_finder
from brieflint.knowledge.factwords import FactWords

NEAR = 60
"""A technology whose name is a plain word counts within so many characters of another technology."""
MOST_WORDS = 3
"""Words of a system's name before its last."""


_DAY = r"(?:morning|day|week|weeks|fortnight|sprint|monday|tuesday|wednesday|thursday|friday)"
_MEET = (
    r"(?:go(?:es)? through|demonstrations?|calls?|meetings?|meets?|huddles?|catch-ups?|check-ins?|syncs?|sits?|"
    r"get together)"
)
_EACH = rf"(?:each|every)\s(?:(?:second|other|third|two|three)\s)?{_DAY}"
MEETING = (
    rf"(?<!\w){_MEET}\b(?:(?!\b(?:rate|price|fee|tickets?)\b)[^.;:\n]){{0,40}}?\b{_EACH}\b|\b{_EACH}\b(?:\s(?:we|she|"
    rf"he|they|the)\b)?[^.;:,\n]{{0,15}}?\b{_MEET}\b|"
    rf"(?<![\w.:])\d{{1,2}}[:.]\d\d\s(?:call|meeting|check-in)\b|\b(?:daily|weekly|"
    rf"fortnightly)\s(?:[\w-]+\s){{0,2}}(?:calls?|meetings?|syncs?|check-ins?|rounds?|huddles?)\b|"
    rf"\bmeets?\s(?:\w+\s){{0,3}}on\s(?:Mon|Tues|Wednes|Thurs|Fri)days?\b|\bon\salternate\s(?:Mon|Tues|Wednes|Thurs|"
    rf"Fri)days\b"
)
"""A meeting of the team told without its name: "a call with her each morning"."""


OWNED = frozenset({"the", "our", "its", "their", "a", "an", "your", "existing", "current", "new", "this", "and"})
"""Words between which and the end of its name a system may stand without a name of its own ("our CRM")."""
ITEM = re.compile(
    r"\s*(?:[-*•–]\s*)?(?:(?:\(?(?:\d{1,2}|[a-z]|[A-Z]{1,2}\d{0,2}|[ivx]+)[.):]|[A-Z]{1,2}\d{1,2})\s+)?(?:(?:an?|the|"
    r"one)\s)?"
    r"(?P<thing>[A-Za-z][\w'’/-]*(?:\s(?!(?:for|with|that|which|covering|agreeing|in|on|to|against|by|at|from|as|is|"
    r"are|will|shall|and)\b)[\w'’/-]+){0,5})",
    re.IGNORECASE,
)
"""An item of a list, its number left out: its first words up to what describes them."""


class ThingFinder:
    """Finds things by name. Its words are compiled once."""

    def __init__(self, words: FactWords, technologies: tuple[str, ...]) -> None:
        self._stack = re.compile(
            rf"(?<![\w.@-])(?<!//)(?<!\d/)(?<![\w]['’])(?:{any_of(technologies)})(?![\w]|[-.][a-z]{{2,}}\b(?!\.)|@|"
            rf"['’][a-z]\w)"
        )
        self._plain = frozenset(words.plain_words)
        roles = any_of([*words.roles.alone, "development", "skills", "programming", "code", "services"])
        self._role_next = re.compile(rf"[-\s](?:[\w-]+\s)?(?:{roles})s?(?!\w)", re.IGNORECASE)
        self._ceremony = word_finder(word for found in words.ceremonies.values() for word in found)
        self._ceremonies = invert(words.ceremonies)
        self._listed = invert(words.ceremonies_in_lists)
        listed = any_of(self._listed)
        self._meeting = re.compile(MEETING, re.IGNORECASE)
        self._in_lists = re.compile(
            rf"(?<![\w-])(?P<word>{listed})(?=(?:,\s|\s(?:and|or|&)\s|,\s(?:and|or)\s)(?:[\w-]+(?:,\s|\s(?:and|or|"
            rf"&)\s))*(?:[\w-]+\s)?"
            rf"(?:meetings?|sessions?|ceremonies|{any_of(self._ceremonies)})(?!\w))|"
            rf"(?:(?<![\w-])(?:{any_of(self._ceremonies)})(?:,|\sand|\sor|,\sand)\s)(?P<next>{listed})(?![\w-])",
            re.IGNORECASE,
        )
        systems = words.systems
        self._head = re.compile(
            rf"(?<![\w])(?:{any_of(systems.heads)})(?![\w-])(?!\s(?:{any_of(systems.not_before)})\b)", re.IGNORECASE
        )
        self._alone = frozenset(word.lower() for word in systems.alone)
        self._stops = frozenset(word.lower() for word in systems.stops)
        self._not_system = frozenset(word.lower() for word in systems.not_after)
        self._deliverable = word_finder(words.deliverables)
        own = (
            r"(?<![\w-])(?!(?:the|a|an|this|that|its|our|your|their|each|any|every|and|or|of|to|for|in|as|no|such|"
            r"other|same|new)\s)[A-Za-z][\w/-]+\s"
        )
        self._paper = re.compile(rf"{own}(?:{any_of(words.deliverable_heads)})s?(?![\w-])", re.IGNORECASE)
        self._deliver = word_finder(words.deliverable_words)
        self._list = word_finder(words.deliverable_lists)
        self._accept = word_finder(words.acceptance.words)
        self._not_work = word_finder(words.acceptance.unless)

    def find_named(self, text: str) -> Iterator[Found]:
        """The technologies and ceremonies of a text."""
        found = list(self._stack.finditer(text))
        sure = [item.start() for item in found if item[0] not in self._plain]
        for item in found:
            beside = any(abs(at - item.start()) <= NEAR for at in sure)
            if item[0] not in self._plain or beside or self._role_next.match(text, item.end()):
                yield Found(kind="stack", start=item.start(), end=item.end())
        for item in self._ceremony.finditer(text):
            yield Found(kind="ceremony", start=item.start(), end=item.end(), value=self._ceremonies[plain(item[0])])
        for item in self._meeting.finditer(text):
            daily = re.search(r"morning|\bday\b|daily", item[0], re.IGNORECASE)
            yield Found(kind="ceremony", start=item.start(), end=item.end(), value="stand_up" if daily else "regular_meeting")
        for item in self._in_lists.finditer(text):
            name = "word" if item["word"] else "next"
            yield Found(kind="ceremony", start=item.start(name), end=item.end(name), value=self._listed[plain(item[name])])

    def find_systems(self, text: str) -> Iterator[Found]:
        """The systems of a text that have a name or a description of their own."""
        for head in self._head.finditer(text):
            words = re.findall(r"[^\s,;:.()\[\]|\"“”]+|[,;:.()\[\]|\"“”]", text[max(0, head.start() - 60) : head.start()])
            if not text[: head.start()].endswith((" ", "\n")):
                continue
            own: list[str] = []
            for word in reversed(words):
                lower = word.lower().replace("’", "'")
                if (
                    len(own) == MOST_WORDS
                    or not word.replace("-", "").isalpha()
                    or lower in self._stops
                    or lower.endswith(("'s", "s'"))
                ):
                    break
                own.append(word)
            before = words[-1].lower() if words else ""
            if (not own and (plain(head[0]) not in self._alone or before not in OWNED)) or self._not_system.intersection(
                word.lower() for word in own
            ):
                continue
            start = text.rfind(own[-1], 0, head.start()) if own else head.start()
            yield Found(kind="system", start=start, end=head.end())

    def find_deliverables(self, text: str, under_heading: bool) -> Iterator[Found]:
        """The things to hand over; `under_heading` says that the text stands under a heading of deliverables."""
        for item in (*self._deliverable.finditer(text), *self._paper.finditer(text)):
            start, end = sentence_around(text, item.start(), item.end())
            if under_heading or self._deliver.search(text[start : item.start()] + " " + text[item.end() : end]):
                yield Found(kind="deliverable", start=item.start(), end=item.end())

    def opens_list(self, text: str) -> bool:
        """Whether a paragraph or heading says that a list of deliverables follows."""
        last = re.split(r"(?<=[.!?])\s", text.strip())[-1]
        return bool(self._list.search(last))

    def find_item(self, text: str) -> Iterator[Found]:
        """The thing that an item of a list of deliverables begins with."""
        found = ITEM.match(text)
        if found and found["thing"].split():
            yield Found(kind="deliverable", start=found.start("thing"), end=found.start("thing") + len(found["thing"].rstrip()))

    def find_acceptance(self, text: str) -> Iterator[Found]:
        """The sentences on acceptance of the work, each once."""
        seen = -1
        for item in self._accept.finditer(text):
            start, end = sentence_around(text, item.start(), item.end())
            if start > seen and not self._not_work.search(text[start:end]):
                yield Found(kind="acceptance", start=start, end=end)
            seen = max(seen, start)
