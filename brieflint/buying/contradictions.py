"""Contradictions between the files of one buy, by the rules of `patterns/buy.yaml`.

One file leads: the one that describes a model most surely. What the others pay for, score, contract for, are named or answer
is held against what it says of the same, or else against the model that it describes. Where it describes lots of different
models, nothing is held against it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from brieflint.buying.answers import affirms
from brieflint.buying.claims import fits, on
from brieflint.buying.files import CLIENT_LED, DECIDING, BuyFile, find_lead
from brieflint.buying.statements import Statement, StatementFinder, row_of
from brieflint.documents.places import say_place
from brieflint.judgement.telling import tell
from brieflint.judgement.verdict import Evidence
from brieflint.knowledge.buys import BuyRule, Side
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import Patterns, Severity
from brieflint.language.reading import Mention
from brieflint.linting.evidence import make_spot, sentence_spot
from brieflint.linting.finding import Elsewhere, Finding, Fix, Spot
from brieflint.reporting.words import clip

VERY_SURE = 0.9
"""Two descriptions that both leave the people to the vendor are held against each other from this confidence on."""
TURNS: Mapping[Side, str] = {"vendor": "from the client to the vendor", "client": "from the vendor to the client"}
LONGEST = 160
"""Characters quoted of a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A contradiction: the finding, and the file in which it is reported."""

    file: BuyFile
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A place in a file."""

    file: BuyFile
    spot: Spot


def find_contradictions(files: Sequence[BuyFile], patterns: Patterns) -> tuple[Clash, ...]:
    """All contradictions between files, in the order of the rules and then of the files."""
    lead = find_lead(files)
    if lead is None or len(lead.judged.verdict.lots) > 1 or lead.judged.verdict.described.model == "mixed":
        return ()
    finder = _Finder(files, lead, patterns)
    clashes: list[Clash] = []
    for clash in (clash for rule in patterns.buy.rules for clash in finder.apply(rule)):
        if not any(clash.file is other.file and _overlap(clash.finding.spot, other.finding.spot) for other in clashes):
            clashes.append(clash)
    return tuple(clashes)


def _overlap(spot: Spot | None, other: Spot | None) -> bool:
    """Whether two findings are about the same words, which are told once."""
    return spot is not None and other is not None and spot.start < other.end and other.start < spot.end


class _Finder:
    def __init__(self, files: Sequence[BuyFile], lead: BuyFile, patterns: Patterns) -> None:
        self._files = files
        self._lead = lead
        self._patterns = patterns
        self._statements = StatementFinder(patterns)
        self._leading = [file for file in files if file.role.leads]

    def apply(self, rule: BuyRule) -> Iterator[Clash]:
        check = {
            "claims": self._check_claims,
            "names": self._check_names,
            "models": self._check_models,
            "answers": self._check_answers,
        }[rule.check]
        for file in self._files:
            if file is not self._lead and not file.role.aside and (not rule.roles or file.role.id in rule.roles):
                yield from check(rule, file)

    def _check_claims(self, rule: BuyRule, file: BuyFile) -> Iterator[Clash]:
        stated = on(rule.axis, file.stated)
        if len(stated) < max(rule.least, 1):
            return
        fitting = fits(stated)
        leading = [leader for leader in self._leading if leader is not file]
        same = [entry for leader in leading for entry in on(rule.axis, leader.stated)]
        if fits(tuple(same)) & fitting or any(leader.judged.verdict.described.model in fitting for leader in leading):
            return
        says, model = stated[0].claim.says, self._lead.model
        own = on(rule.axis, self._lead.stated)
        meant = frozenset({model} if model else {mention.model for mention in self._lead.judged.verdict.named})
        if own := tuple(entry for entry in own if meant.intersection(entry.claim.fits)):
            there = _Place(file=self._lead, spot=own[0].spot)
            yield self._tell(rule, file, stated[0].spot, there, says=says, other_says=own[0].claim.says)
        elif model:
            there = _Place(file=self._lead, spot=self._show(self._lead, model))
            severity: Severity | None = "advice" if model in rule.asking else None
            yield self._tell(rule, file, stated[0].spot, there, says=says, model=model, severity=severity)
        elif (title := _find_title_name(self._lead)) and title.model not in fitting and self._is_thin():
            called = f"is called {self._patterns.guide.models[cast(Model, title.model)].name}"
            there = _Place(file=self._lead, spot=_mention_spot(self._lead, title))
            yield self._tell(rule, file, stated[0].spot, there, says=says, other_says=called)

    def _is_thin(self) -> bool:
        """Whether the leading file says too little to judge by anything but its name."""
        return self._lead.judged.verdict.described.reason in ("too_thin", "unclear")

    def _check_names(self, rule: BuyRule, file: BuyFile) -> Iterator[Clash]:
        """A title that names another model than all files that lead name or describe."""
        name = _find_title_name(file)
        if name is None:
            return
        known: set[str] = {leader.judged.verdict.described.model for leader in self._leading if leader is not file}
        known |= {mention.model for leader in self._leading if leader is not file for mention in leader.judged.verdict.named}
        if name.model in known:
            return
        here = _mention_spot(file, name)
        own = self._patterns.guide.models[cast(Model, name.model)].name
        for leader in (self._lead, *self._leading):
            title = _find_title_name(leader)
            if leader is not file and title and title.model != name.model:
                named = self._patterns.guide.models[cast(Model, title.model)].name
                there = _Place(file=leader, spot=_mention_spot(leader, title))
                yield self._tell(rule, file, here, there, says=f"is called {own}", other_says=f"is called {named}")
                return
        if model := self._lead.model:
            there = _Place(file=self._lead, spot=self._show(self._lead, model))
            yield self._tell(rule, file, here, there, says=f"is called {own}", model=model)

    def _check_models(self, rule: BuyRule, file: BuyFile) -> Iterator[Clash]:
        """Two texts that each surely describe one model, and not the same."""
        model, other = file.model, self._lead.model
        described = file.judged.verdict.described
        if model is None or other is None or model == other:
            return
        near = CLIENT_LED not in (model, other)
        if near and min(described.confidence, self._lead.judged.verdict.described.confidence) < VERY_SURE:
            return
        there = _Place(file=self._lead, spot=self._show(self._lead, other))
        says = f"describes {self._patterns.guide.models[model].name}"
        severity: Severity | None = "advice" if near else None
        yield self._tell(rule, file, self._show(file, model), there, says=says, model=other, severity=severity)

    def _check_answers(self, rule: BuyRule, file: BuyFile) -> Iterator[Clash]:
        """Answers that give a row to the other side than the text that leads."""
        rows = self._patterns.buy.rows
        seen = set()
        for at, number in file.answers.given.items():
            statement = self._read_answer(file, at)
            cell = statement and self._lead.judged.verdict.grid[statement.row]
            if not statement or not cell or cell.against or statement.row in seen or not self._lead.model:
                continue
            sides = {rows[statement.row].side(model) for model in (cell.model, self._lead.model)}
            if sides != {"client" if statement.side == "vendor" else "vendor"}:
                continue
            seen.add(statement.row)
            here = sentence_spot(file.judged.document, file.judged.reading, at)
            there = _Place(file=self._lead, spot=self._quote(self._lead, cell.evidence))
            decides = rows[statement.row].decides
            says = f"answer {number}" if number else "an answer"
            turn = TURNS[statement.side]
            yield self._tell(rule, file, here, there, says=says, decides=decides, turn=turn)

    def _read_answer(self, file: BuyFile, at: int) -> Statement | None:
        """What an answer states; a bare "Yes" states what was asked, where it is plain who the actor is."""
        sentences = file.judged.reading.sentences
        if not affirms(sentences[at].text):
            return self._statements.find(sentences[at])
        asked = next((sentences[number] for number in range(at - 1, -1, -1) if number in file.answers.asked), None)
        return self._statements.find_framed(asked.text) if asked else None

    def _show(self, file: BuyFile, model: Model) -> Spot:
        """The sentence that shows most clearly what a file describes, if it can be by who directs or owns the outcome."""
        reading = file.judged.reading
        own = [item for item in file.judged.verdict.evidence if item.model == model]
        deciding = [item for item in own if row_of(reading.sentences[item.sentence]) in DECIDING]
        return self._quote(file, max(deciding or own, key=lambda item: tell(reading.sentences[item.sentence], model)))

    @staticmethod
    def _quote(file: BuyFile, evidence: Evidence) -> Spot:
        return sentence_spot(file.judged.document, file.judged.reading, evidence.sentence)

    def _tell(
        self,
        rule: BuyRule,
        file: BuyFile,
        here: Spot,
        there: _Place,
        *,
        says: str,
        other_says: str = "",
        model: Model | None = None,
        decides: str = "",
        turn: str = "",
        severity: Severity | None = None,
    ) -> Clash:
        described = self._patterns.guide.models[model].name if model else ""
        words = {
            "file": f"{file.role.name} ({file.name})",
            "other": f"{there.file.role.name} ({there.file.name})",
            "says": says,
            "here": _cite(here),
            "there": _cite(there.spot),
            "described": other_says or (f"describes {described}" if described else "says otherwise"),
            "decides": decides,
            "turn": turn,
        }
        message = " ".join(rule.message.format_map(words).split())
        return Clash(
            file=file,
            finding=Finding(
                rule=rule.id,
                kind=rule.kind,
                severity=severity or rule.severity,
                title=rule.title,
                message=message[:1].upper() + message[1:],
                happens="",
                spot=here,
                should_say=None,
                evidence=(),
                fix=Fix(text=" ".join(rule.fix.format_map(words).split()), replacement=None, guide="", guide_lines=()),
                elsewhere=(Elsewhere(path=there.file.judged.document.path, spot=there.spot),),
            ),
        )


def _find_title_name(file: BuyFile) -> Mention | None:
    """The one model that a file is called by in its title; None for several, for none, and for plain outsourcing."""
    reading = file.judged.reading
    named = [
        mention
        for mention in file.judged.verdict.named
        if reading.sentences[mention.sentence].kind == "title" and mention.model != "outsourcing_unspecified"
    ]
    return named[0] if len({mention.model for mention in named}) == 1 else None


def _mention_spot(file: BuyFile, mention: Mention) -> Spot:
    place = file.judged.reading.sentences[mention.sentence].place
    return make_spot(file.judged.document, mention.start, mention.end, place)


def _cite(spot: Spot) -> str:
    return f'"{clip(spot.text, LONGEST)}" ({say_place(spot.place, spot.line)})'
