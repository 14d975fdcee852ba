"""What changed between two versions of a brief: its names, the model that it describes, each row; and by which words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from brieflint.buying.answers import find_answers
from brieflint.buying.claims import ClaimFinder, on
from brieflint.buying.novelty import find_new
from brieflint.buying.statements import StatementFinder, row_of
from brieflint.checking import lint
from brieflint.configuration.settings import Options
from brieflint.judged import JudgedBrief, judge_path
from brieflint.judgement.accounts import find_effects
from brieflint.judgement.grid import ENOUGH
from brieflint.knowledge.guide import ROWS, Guide, Row
from brieflint.knowledge.patterns import Patterns
from brieflint.linting.evidence import sentence_spot
from brieflint.linting.finding import Spot
from brieflint.reporting.words import REASONS, name_of, say_sure, where

Version = Literal["old", "new"]
What = Literal["named", "described", "row", "disputed", "paid", "findings"]
MOVED = 0.1
"""How far a sentence must have moved the log-odds of a model to be told as a cause."""
TRIED = 40
"""Sentences of which that is found out; each takes a judgement without it."""
SHOWN = 3
SURER = 0.1
"""A change of confidence that is noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A sentence that came (version "new") or went ("old"); `answer` is the number of the answer in which it stands."""

    version: Version
    spot: Spot
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed: what, how it was and is now, a sentence on it ("" for none), and the words that caused it.

    A row is `disputed` when new words give it to the other side and the rest of the text outweighs them.
    """

    what: What
    label: str
    before: str
    after: str
    says: str = ""
    row: Row | None = None
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Two versions and what changed in the judgement; `came` and `went` count sentences, `notes` change nothing."""

    old: str
    new: str
    came: int
    went: int
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def compare_versions(old: str, new: str, options: Options | None = None) -> Versions:
    """Compare two versions of a brief. Raises `BriefError`, `ConfigError` and `PatternError`."""
    before, after = judge_path(old, options), judge_path(new, options)
    finder = _Finder(before, after, after.grounds.patterns)
    return Versions(
        old=old,
        new=new,
        came=len(finder.came),
        went=len(finder.went),
        changes=tuple(finder.find()),
        notes=tuple(finder.find_notes()),
    )


class _Finder:
    def __init__(self, before: JudgedBrief, after: JudgedBrief, patterns: Patterns) -> None:
        self._before, self._after = before, after
        self._patterns = patterns
        self._guide: Guide = patterns.guide
        self._statements = StatementFinder(patterns)
        self.came = find_new(after, before)
        self.went = find_new(before, after)
        self._answers = {"old": find_answers(before.reading).given, "new": find_answers(after.reading).given}

    def find(self) -> Iterator[Change]:
        yield from self._compare_named()
        yield from self._compare_described()
        for row in ROWS:
            yield from self._compare_row(row)
        yield from self._compare_paid()
        yield from self._compare_findings()

    def find_notes(self) -> Iterator[str]:
        old, new = self._before.verdict.described, self._after.verdict.described
        if old.model == new.model and abs(old.confidence - new.confidence) >= SURER:
            surer = "surer" if new.confidence > old.confidence else "less sure"
            yield f"brieflint is {surer} of {name_of(new.model, self._guide)}: {old.confidence:.2f} → {new.confidence:.2f}"

    def _compare_named(self) -> Iterator[Change]:
        old, new = ({mention.model: mention for mention in reversed(b.verdict.named)} for b in (self._before, self._after))
        if old.keys() == new.keys():
            return
        causes = [self._cause("new", new[model].sentence) for model in new if model not in old]
        causes += [self._cause("old", old[model].sentence) for model in old if model not in new]
        yield Change(what="named", label="Named", before=self._list(old), after=self._list(new), causes=tuple(causes[:SHOWN]))

    def _compare_described(self) -> Iterator[Change]:
        old, new = self._before.verdict.described, self._after.verdict.described
        if old.model == new.model and (old.model != "none" or old.reason == new.reason):
            return
        causes = [self._cause("new", number) for number in self._find_movers(self._after, self.came)]
        causes += [self._cause("old", number) for number in self._find_movers(self._before, self.went)]
        yield Change(
            what="described",
            label="Describes",
            before=self._say_described(self._before),
            after=self._say_described(self._after),
            causes=tuple(causes),
        )

    @staticmethod
    def _find_movers(judged: JudgedBrief, numbers: Sequence[int]) -> list[int]:
        """Of these sentences, those that moved the judgement most towards what it came to."""
        strength = {item.sentence: item.strength for item in reversed(judged.verdict.evidence)}
        tried = sorted(numbers, key=lambda number: -strength.get(number, 0.0))[:TRIED]
        model = judged.verdict.described.model
        if model == "mixed":
            return tried[:SHOWN]
        named = {mention.model for mention in judged.verdict.named}
        effects = find_effects(judged.reading.sentences, named, model, tried)
        return [number for number in sorted(effects, key=lambda n: -effects[n]) if effects[number] >= MOVED][:SHOWN]

    def _compare_row(self, row: Row) -> Iterator[Change]:
        words = self._patterns.buy.rows[row]
        label = next(entry.short for entry in self._guide.grid if entry.id == row)
        old, new = self._before.verdict.grid[row], self._after.verdict.grid[row]
        before, after = (name_of(cell.model, self._guide) if cell else "not stated" for cell in (old, new))
        was, now = (words.side(cell.model) if cell else None for cell in (old, new))
        turned = self._find_turning(row, now if now != was else None, was)
        if bool(old) != bool(new) or (old and new and (was != now or (was is None and old.model != new.model))):
            causes = [self._cause("new", number) for number in turned]
            causes += self._find_evidence("new", row, new.model if new else None)
            causes += self._find_evidence("old", row, old.model if old else None)
            causes = _once(causes)[:SHOWN]
            says = ""
            if was and now and causes:
                says = f"{_name(causes[0])} turns {words.decides} from the {was} to the {now}."
            yield Change(what="row", label=label, before=before, after=after, says=says, row=row, causes=tuple(causes))
        elif was and turned:
            other = "vendor" if was == "client" else "client"
            causes = [self._cause("new", number) for number in turned[:SHOWN]]
            if new and new.evidence.sentence in turned:
                # The row rests on that very sentence; its words were taken for the other side, but who acts in it is plain.
                says = f"{_name(causes[0])} turns {words.decides} from the {was} to the {other}."
                yield Change(
                    what="row", label=label, before=before, after=f"the {other}", says=says, row=row, causes=tuple(causes)
                )
                return
            says = f"{_name(causes[0])} gives {words.decides} to the {other}; the rest of the text still says the {was}."
            yield Change(what="disputed", label=label, before=before, after=after, says=says, row=row, causes=tuple(causes))

    def _find_turning(self, row: Row, side: str | None, was: str | None) -> list[int]:
        """New sentences that plainly give a row to a side: the one given, or else another than it had."""
        found = []
        for number in self.came:
            statement = self._statements.find(self._after.reading.sentences[number])
            if not statement or statement.row != row or self._after.reading.sentences[number].text.rstrip().endswith("?"):
                continue
            if statement.side == side or (side is None and was is not None and statement.side != was):
                found.append(number)
        return found

    def _find_evidence(self, version: Version, row: Row, model: str | None) -> list[Cause]:
        judged, numbers = (self._after, self.came) if version == "new" else (self._before, self.went)
        changed = set(numbers)
        return [
            self._cause(version, item.sentence)
            for item in judged.verdict.evidence
            if item.sentence in changed
            and item.model == model
            and item.strength >= ENOUGH
            and row_of(judged.reading.sentences[item.sentence]) == row
        ]

    def _compare_paid(self) -> Iterator[Change]:
        claims = ClaimFinder(self._patterns)
        old, new = (
            {entry.claim.id: entry for entry in on("price", claims.find(judged.document, judged.reading))}
            for judged in (self._before, self._after)
        )
        if old.keys() == new.keys():
            return
        causes = [self._cause("new", new[name].sentence) for name in new if name not in old]
        causes += [self._cause("old", old[name].sentence) for name in old if name not in new]
        before, after = (", ".join(entry.claim.pays for entry in found.values()) or "not stated" for found in (old, new))
        yield Change(what="paid", label="Paid for", before=before, after=after, causes=tuple(causes[:SHOWN]))

    def _compare_findings(self) -> Iterator[Change]:
        old, new = (
            dict.fromkeys(finding.rule for finding in lint(b.document, b.reading, b.verdict, b.grounds))
            for b in (self._before, self._after)
        )
        if old.keys() != new.keys():
            gone, come = ([rule for rule in first if rule not in other] for first, other in ((old, new), (new, old)))
            says = "; ".join(
                f"{told}: {', '.join(rules)}" for told, rules in (("no longer found", gone), ("now found", come)) if rules
            )
            yield Change(
                what="findings", label="Findings", before=", ".join(old) or "none", after=", ".join(new) or "none", says=says
            )

    def _cause(self, version: Version, number: int) -> Cause:
        judged = self._before if version == "old" else self._after
        spot = sentence_spot(judged.document, judged.reading, number)
        return Cause(version=version, spot=spot, answer=self._answers[version].get(number) or None)

    def _list(self, models: Iterable[str]) -> str:
        return ", ".join(name_of(model, self._guide) for model in models) or "no model"

    def _say_described(self, judged: JudgedBrief) -> str:
        described = judged.verdict.described
        name = name_of(described.model, self._guide)
        return f"{name}: {REASONS[described.reason]}" if described.reason else f"{name} ({say_sure(described.confidence)})"


def _name(cause: Cause) -> str:
    if cause.answer:
        return f"Answer {cause.answer}"
    place = where(cause.spot)
    return f"{place[:1].upper()}{place[1:]}{' of the old version' if cause.version == 'old' else ''}"


def _once(causes: Sequence[Cause]) -> list[Cause]:
    return list({(cause.version, cause.spot.start): cause for cause in reversed(causes)}.values())[::-1]
