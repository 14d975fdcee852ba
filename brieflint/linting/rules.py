"""Rules over a verdict: each rule of `patterns/rules/` that holds becomes a finding."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from brieflint.documents.document import Document
from brieflint.judgement.slots import SlotFinder
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Mislabelling, Model
from brieflint.knowledge.patterns import NamedModel, Patterns, Rule, Severity
from brieflint.language.reading import Mention, Reading, SignalHit
from brieflint.linting.case import Case, find_cases
from brieflint.linting.edits import find_edits, is_safe
from brieflint.linting.evidence import make_spot, quotes_for
from brieflint.linting.finding import Finding, Fix, Spot, heaviness
from brieflint.linting.grammar import fit_case

CERTAIN = 0.9
"""From this confidence on a rule speaks with its `certain` severity."""
RARE = 150
"""In a longer text than so many sentences one sentence proves nothing: it says everything somewhere. One in so many does."""
NAMES: Mapping[NamedModel, str] = {"outsourcing_unspecified": "outsourcing"}


class Linter:
    """Applies the rules."""

    def __init__(self, patterns: Patterns, slots: SlotFinder) -> None:
        self._patterns = patterns
        self._slots = slots
        self._unflagged = patterns.unflagged()

    def lint(self, document: Document, reading: Reading, verdict: Verdict) -> tuple[Finding, ...]:
        """All findings, heaviest first: by severity, then kind, then place."""
        findings = [
            finding
            for case in find_cases(verdict)
            for rule in self._patterns.rules
            for finding in self._apply(rule, case, document, reading, verdict)
        ]
        return tuple(sorted(findings, key=heaviness))

    def _apply(self, rule: Rule, case: Case, document: Document, reading: Reading, verdict: Verdict) -> Iterator[Finding]:
        when = rule.when
        if case.confidence < when.confidence or (when.described and case.model not in when.described):
            return
        flagged = replace(case, named=tuple(mention for mention in case.named if mention.term not in self._unflagged))
        labels = [mention for mention in flagged.named if mention.model in when.named]
        if when.named and not labels:
            return
        models = {mention.model for mention in case.named}
        if when.models and not models.union({case.model}) & set(when.models):
            return
        if when.names == "none" and models:
            return
        if when.names == "several":
            labels = contradicting(flagged)
            if not labels:
                return
        asserted = [hit for hit in reading.signals if hit.asserted and _within(hit, case, reading)]
        hits = [hit for hit in asserted if hit.signal in when.signals]
        if when.signals and (not hits or (not when.also and len(hits) * RARE < len(reading.sentences))):
            return
        others = _find_others(when.also, hits, asserted)
        if len(others) < len(when.also):
            return
        hits[1:1] = others
        if any(hit.signal in when.without and hit.asserted for hit in reading.signals):
            return
        missing = self._find_missing(case.model, reading) if when.missing else ()
        if when.missing and not missing:
            return
        yield self._report(rule, case, labels, hits, missing, document, reading, verdict)

    def _find_missing(self, model: Model, reading: Reading) -> tuple[str, ...]:
        return tuple(slot.label for slot in self._slots.find_open(model, reading, origin="guide"))

    def _report(
        self,
        rule: Rule,
        case: Case,
        labels: Sequence[Mention],
        hits: Sequence[SignalHit],
        missing: tuple[str, ...],
        document: Document,
        reading: Reading,
        verdict: Verdict,
    ) -> Finding:
        guide = self._patterns.guide
        label = strongest_label(labels, reading) if labels else None
        words = {
            "label": label.text if label else "",
            "named": _join(self._name(model) for model in dict.fromkeys(mention.model for mention in labels)),
            "described": guide.models[case.model].name,
            "direction": guide.models[case.model].direction,
            "missing": ", ".join(name[0].lower() + name[1:] if name[1:2].islower() else name for name in missing),
        }
        message = rule.message.format_map(words)
        found = {hit.signal for hit in reading.signals if hit.asserted}
        for addition in rule.adds:
            if addition.signal in found:
                message += " " + addition.text.format_map(words)
        happens, fix = self._mend(rule, case, label)
        if fix:
            fix = replace(fix, text=fix.text.format_map(words))
            if fix.replacement:
                edits, left = find_edits(labels, case.model, document, reading, guide)
                fix = replace(fix, edits=edits, left=left, safe=is_safe(case, labels, verdict))
        spot = _first_spot(document, reading, label, hits)
        return Finding(
            rule=rule.id,
            kind=rule.kind,
            severity=weigh(rule, case.confidence),
            title=rule.title,
            message=" ".join(message.split()),
            happens=happens.format_map(words),
            spot=spot,
            should_say=case.model if rule.kind in ("mislabelling", "naming") else None,
            evidence=() if rule.kind == "completeness" else tuple(quotes_for(case, hits, document, reading, verdict)),
            fix=fix,
        )

    def _mend(self, rule: Rule, case: Case, label: Mention | None) -> tuple[str, Fix | None]:
        """What happens, and the fix: the rule's own, or the guide's for the pair of models."""
        guide = self._patterns.guide
        renaming = rule.kind in ("mislabelling", "naming")
        replacement = fit_case(guide.models[case.model].name, label.text) if label and renaming else None
        if rule.fix or not label or label.model not in guide.models or label.model == case.model:
            fix = Fix(text=rule.fix, replacement=replacement, guide=rule.section, guide_lines=rule.lines)
            return "", fix if rule.fix else None
        pair = guide.pair(label.model, case.model)
        sources = [entry for entry in guide.mislabellings if case.model in entry.described and label.term in entry.terms]
        sources += [entry for entry in guide.mislabellings if entry.id == pair.mislabelling]
        source: Mislabelling | None = sources[0] if sources else None
        happens, statement = (source.happens, source.fix) if source else (pair.happens, pair.fix)
        text = statement.text
        if source and source.branches:
            branches = " ".join(
                f'Write "{guide.models[branch.model].name}" if this is true: {branch.when}' for branch in source.branches
            )
            text = f"{text} To decide, ask: {source.decides} {branches}"
        return happens.text, Fix(text=text, replacement=replacement, guide=statement.section, guide_lines=statement.lines)

    def _name(self, model: NamedModel) -> str:
        return NAMES.get(model) or self._patterns.guide.models[cast(Model, model)].name


def weigh(rule: Rule, confidence: float) -> Severity:
    """The severity of a rule at a confidence."""
    return rule.certain if rule.certain and confidence >= CERTAIN else rule.severity


def contradicting(case: Case) -> list[Mention]:
    """The mentions of models, when different ones are surely named for the same work; plain "outsourcing" contradicts none."""
    named = [mention for mention in case.named if mention.model != "outsourcing_unspecified"]
    return named if len({mention.model for mention in named}) > 1 else []


def strongest_label(labels: Sequence[Mention], reading: Reading) -> Mention:
    """The label to point at: in a title if there is one, else the surest, else the first."""
    rank = {"title": 0, "heading": 1, "field": 1}

    def order(mention: Mention) -> tuple[int, float, int]:
        return rank.get(reading.sentences[mention.sentence].kind, 2), -mention.applied, mention.start

    return min(labels, key=order)


def _first_spot(document: Document, reading: Reading, label: Mention | None, hits: Sequence[SignalHit]) -> Spot | None:
    if hits:
        return make_spot(document, hits[0].start, hits[0].end, reading.sentences[hits[0].sentence].place)
    if label:
        return make_spot(document, label.start, label.end, reading.sentences[label.sentence].place)
    return None


def _find_others(signals: Sequence[str], hits: Sequence[SignalHit], asserted: Sequence[SignalHit]) -> list[SignalHit]:
    """The first hit of each of `signals` that is found in a sentence without one of `hits`."""
    taken = {hit.sentence for hit in hits}
    firsts = {hit.signal: hit for hit in reversed(asserted) if hit.sentence not in taken}
    return [firsts[signal] for signal in signals if signal in firsts]


def _within(hit: SignalHit, case: Case, reading: Reading) -> bool:
    return case.part is None or reading.sentences[hit.sentence].part in (0, case.part)


def _join(names: Iterator[str]) -> str:
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last
