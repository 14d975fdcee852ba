"""Patterns tried on their own examples, and what packs change elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.errors import BriefError, PatternError
from brieflint.grounds import Grounds
from brieflint.judgement.judge import judge
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import MODELS
from brieflint.knowledge.layer import Layer
from brieflint.knowledge.listing import load_layers
from brieflint.knowledge.packs import Packs, pack_files
from brieflint.knowledge.patterns import Rule, Signal
from brieflint.language.examples import LESSONS, Example, load_examples, read_pack_rows, select
from brieflint.language.pipeline import build_pipeline, read_document
from brieflint.language.readers import known_labels, load_readers, read_texts
from brieflint.linting.report import BriefReport
from brieflint.writing.draft import render_draft
from brieflint.writing.own_templates import find_template_mistakes

SHOWN = 70
"""Characters shown of a sentence."""
Place = tuple[int | str, ...]
"""Where an example stands in its entry."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something to say about an example, and where it stands."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of trying: how many examples of each kind, which failed, and what packs change among shipped ones.

    `compared` counts the shipped examples of each kind, `changes` are those that come out differently.
    """

    tried: Mapping[str, int]
    failures: Sequence[Remark]
    compared: Mapping[str, int]
    changes: Mapping[str, Sequence[Remark]]


def find_mistakes(packs: Packs) -> list[str]:
    """Everything that is wrong in packs, with file and line, before anything is tried."""
    mistakes: list[str] = []
    try:
        load_knowledge(packs)
        labels = known_labels(packs)
    except PatternError as error:
        mistakes += error.mistakes
        labels = known_labels(())
    for pack in packs:
        try:
            read_pack_rows(pack.folder, labels)
        except PatternError as error:
            mistakes += error.mistakes
    return mistakes + find_template_mistakes(packs)


def try_patterns(packs: Packs = ()) -> Trial:
    """Try the examples of every rule, signal and sentence of the packs, or of what is shipped. Raises `PatternError`.

    Sentences that are shipped are not tried: not every one is read as it is labelled. With packs, whatever is shipped is
    read with and without them, and compared.
    """
    shipped, *own = load_layers(packs)
    tried: Counter[str] = Counter()
    failures: list[Remark] = []
    for layer in own or [shipped]:
        failures += _try_entries(layer, packs, tried)
    failures += [*try_sentences(packs, tried), *_try_templates(shipped, packs, tried)]
    compared: Counter[str] = Counter()
    changes = {
        "shipped rule examples": list(_compare_rules(shipped, packs, compared)),
        "shipped signal examples": list(_compare_signals(shipped, packs, compared)),
        "readings of shipped sentences": list(compare_sentences(packs, compared)),
    }
    return Trial(tried=tried, failures=sorted(failures), compared=compared, changes=changes if packs else {})


def try_rule(rule: Rule, packs: Packs = ()) -> Iterator[tuple[Place, str]]:
    """Where a rule is silent on a bad example, or speaks on a good one or a trap."""
    for kind in ("bad", "good", "trap"):
        for number, text in enumerate(getattr(rule.examples, kind)):
            try:
                report = check_document(read_bytes(text.encode(), "brief.txt"), Grounds(packs=packs))
            except BriefError as error:
                yield ("examples", kind, number), f"{rule.id}: the example is no brief: {error.what}"
                continue
            if (rule.id in _rules_of(report)) != (kind == "bad"):
                verb = "is silent on a bad example" if kind == "bad" else f"speaks on a {kind} example"
                yield ("examples", kind, number), f"{rule.id} {verb}, which {_sum_up(report)}"


def try_signal(signal: Signal, packs: Packs = ()) -> Iterator[tuple[Place, str]]:
    """Where a signal is missed in an example, or found in a trap."""
    for kind in ("examples", "traps"):
        for number, text in enumerate(getattr(signal, kind)):
            if (signal.id in _signals_of(text, packs)) != (kind == "examples"):
                yield (kind, number), f"{signal.id} is {'missed in an example' if kind == 'examples' else 'found in a trap'}"


def _try_entries(layer: Layer, packs: Packs, tried: Counter[str]) -> Iterator[Remark]:
    """The entries of a layer that are still in force."""
    known = load_knowledge(packs)
    for rule in (rule for rule in layer.patterns.rules if rule in known.rules):
        tried["rule examples"] += len(rule.examples.bad + rule.examples.good + rule.examples.trap)
        entry = layer.entries["Rule", rule.id]
        yield from (Remark(entry.file, entry.line(*place), what) for place, what in try_rule(rule, packs))
    for signal in (signal for signal in layer.patterns.signals if signal in known.signals):
        tried["signal examples"] += len(signal.examples + signal.traps)
        entry = layer.entries["Signal", signal.id]
        yield from (Remark(entry.file, entry.line(*place), what) for place, what in try_signal(signal, packs))


def try_sentences(packs: Packs, tried: Counter[str]) -> Iterator[Remark]:
    """Where a sentence of the packs is not read as it is labelled."""
    labels, readers = known_labels(packs), load_readers(packs)
    for pack in packs:
        rows = read_pack_rows(pack.folder, labels)
        tried["sentences"] += sum(map(len, rows.values()))
        for name, lesson in LESSONS.items():
            examples = select(rows, lesson, borrowed=False)
            read = read_texts(readers[name], [example.text for example in examples])
            for example, (label, probability) in zip(examples, read, strict=True):
                if label != example.label:
                    what = f"read as {lesson.column} {label} ({probability:.2f}), not {example.label}"
                    yield Remark(example.file, example.line, what)


def _try_templates(shipped: Layer, packs: Packs, tried: Counter[str]) -> Iterator[Remark]:
    """Drafts for every model, of a shipped example, when packs have templates of their own."""
    if not any(any(pack_files(pack.folder, "templates")) for pack in packs):
        return
    document = read_bytes(shipped.patterns.rules[0].examples.bad[0].encode(), "brief.txt")
    reading = read_document(document, packs)
    verdict = judge(reading)
    for model in MODELS:
        tried["drafts"] += 1
        try:
            render_draft(document, reading, verdict, load_knowledge(packs), model, packs)
        except PatternError as error:
            for mistake in error.mistakes:
                file, line, what = re.split(r":(\d+): ", mistake, maxsplit=1)
                yield Remark(file, int(line), f"{what} (in a draft for {model})")


def _compare_rules(shipped: Layer, packs: Packs, compared: Counter[str]) -> Iterator[Remark]:
    for rule in shipped.patterns.rules if packs else ():
        entry = shipped.entries["Rule", rule.id]
        for kind in ("bad", "good", "trap"):
            for number, text in enumerate(getattr(rule.examples, kind)):
                compared["shipped rule examples"] += 1
                document = read_bytes(text.encode(), "brief.txt")
                before, now = check_document(document), check_document(document, Grounds(packs=packs))
                if what := "; ".join(_differences(before, now)):
                    yield Remark(entry.file, entry.line("examples", kind, number), what)


def _differences(before: BriefReport, now: BriefReport) -> Iterator[str]:
    if before.described.model != now.described.model:
        yield f"describes {now.described.model}, before {before.described.model}"
    old, new = ({name.model for name in report.named} for report in (before, now))
    if old != new:
        yield f"names {_join(new)}, before {_join(old)}"
    old, new = _rules_of(before), _rules_of(now)
    if new - old:
        yield f"new: {_join(new - old)}"
    if old - new:
        yield f"gone: {_join(old - new)}"


def _compare_signals(shipped: Layer, packs: Packs, compared: Counter[str]) -> Iterator[Remark]:
    for signal in shipped.patterns.signals if packs else ():
        entry = shipped.entries["Signal", signal.id]
        for kind in ("examples", "traps"):
            for number, text in enumerate(getattr(signal, kind)):
                compared["shipped signal examples"] += 1
                before, now = _signals_of(text, ()), _signals_of(text, packs)
                if before != now:
                    yield Remark(entry.file, entry.line(kind, number), f"says {_join(now)}, before {_join(before)}")


def compare_sentences(packs: Packs, compared: Counter[str]) -> Iterator[Remark]:
    """Where a reader that was trained anew reads a shipped sentence in another way."""
    before, now = load_readers(), load_readers(packs)
    anew = [name for name in LESSONS if before[name] is not now[name]]
    shipped: Mapping[str, Sequence[Example]] = load_examples() if anew else {}
    for name in anew:
        column = LESSONS[name].column
        read = partial(read_texts, texts=[example.text for example in shipped[name]])
        compared["readings of shipped sentences"] += len(shipped[name])
        for example, (old, _), (new, _) in zip(shipped[name], read(before[name]), read(now[name]), strict=True):
            if old != new:
                told = f"{column} {new}, before {old}, labelled {example.label}: {example.text[:SHOWN]}"
                yield Remark(example.file, example.line, told)


def _rules_of(report: BriefReport) -> set[str]:
    return {finding.rule for finding in report.findings}


def _signals_of(text: str, packs: Packs) -> set[str]:
    doc = build_pipeline(packs)(text)
    return {span.label_ for span in doc.spans["signals"]}


def _sum_up(report: BriefReport) -> str:
    names = _join({name.model for name in report.named})
    described = report.described
    why = described.reason.replace("_", " ") if described.reason else f"{described.confidence:.2f}"
    return f"names {names} and describes {described.model} ({why})"


def _join(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"
