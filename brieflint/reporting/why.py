"""Why a brief was judged as it was, as text: the sums, the terms, what is bought, and every sentence that weighed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from brieflint.judgement.named import Doubt
from brieflint.knowledge.guide import MODELS, Guide
from brieflint.linting.report import Unreadable
from brieflint.reporting.as_text import say_described, say_named
from brieflint.reporting.view import Paint, View
from brieflint.reporting.words import clip, fill, name_of, where
from brieflint.signs import printable

if TYPE_CHECKING:
    from brieflint.language.reading import Sentence
    from brieflint.tracing import Aside, Bought, Scope, Term, Trace, Weighed

SMALL = 0.005
"""What adds less to every score is left out of the sums."""
LEGEND = (
    "direction to arrangement: what its sentences say; title, lines: what they say is bought; label: what it is called; "
    "long: what counts more or less in a long brief."
)
EFFECT = (
    "Effect: how far the sentence moved the log-odds of the model told, found by judging the brief without it; +0.69 doubles "
    "the odds. Words: how far they raised the reading above the other readings of the sentence."
)
DOUBTS: Mapping[Doubt, str] = {
    "section": "its section never says what this work is called",
    "context": "the words around it say that it does not name this work",
    "menu": "it stands in a list of several models",
    "unticked": "its box is not ticked",
}


def write_why(traces: "Sequence[Trace | Unreadable]", view: View) -> str:
    """One brief after the other."""
    parts = ["\n".join(_write_trace(trace, view.guide, view.paint)) for trace in traces]
    return "\n\n\n".join(parts) + "\n"


def _write_trace(trace: "Trace | Unreadable", guide: Guide, paint: Paint) -> Iterator[str]:
    if isinstance(trace, Unreadable):
        yield paint(printable(trace.path), "strong")
        yield from fill("  ", f"not checked: {trace.error}")
        return
    yield paint(printable(trace.report.path), "strong")
    yield from fill("  names      ", say_named(trace.report, guide))
    yield from fill("  describes  ", say_described(trace.report, guide))
    for scope in trace.scopes:
        yield from _write_sums(scope, guide, paint)
    yield from (paint(line, "faint") for line in fill("    ", LEGEND))
    yield from _head("Terms: what was taken as a name of this work, and what was not", paint)
    for term in trace.terms:
        yield from fill("    ", _say_term(term, guide), "      ")
    if not trace.terms:
        yield "    No term of any model occurs."
    if trace.bought:
        yield from _head("What is bought, by the lines that say so", paint)
        for bought in trace.bought:
            yield from fill("    ", _say_bought(bought), "      ")
    yield from _head(f"Sentences that weighed: {len(trace.weighed)}, strongest first", paint)
    yield from (paint(line, "faint") for line in fill("    ", EFFECT))
    for number, weighed in enumerate(trace.weighed, 1):
        yield from _write_weighed(number, weighed, guide, paint)
    if trace.aside:
        yield from _head("Left aside: sentences that would have weighed, but for their section or context", paint)
        for aside in trace.aside:
            yield from fill("    ", _say_aside(aside, guide), "      ")


def _head(title: str, paint: Paint) -> list[str]:
    return ["", f"  {paint(title, 'strong')}"]


def _write_sums(scope: "Scope", guide: Guide, paint: Paint) -> Iterator[str]:
    """A row for each thing that added to the score of a model; what spoke for none of them below."""
    account = scope.account
    of = f" of {clip(scope.title)}" if scope.title else ""
    yield from _head(f"Sums{of}: what each thing added to the score of each model", paint)
    names = [name_of(model, guide) for model in MODELS]
    features = dict.fromkeys(name for model in MODELS for name in account.models[model])
    rows = [
        (_words(feature), [account.models[model].get(feature, 0.0) for model in MODELS])
        for feature in features
        if any(abs(account.models[model].get(feature, 0.0)) >= SMALL for model in MODELS)
    ]
    label = max(len(row) for row, _ in [*rows, ("probability", [])])
    yield f"    {'':<{label}}  {'  '.join(names)}"
    for row, values in rows:
        cells = (f"{value:>+{len(name)}.2f}" for value, name in zip(values, names, strict=True))
        yield f"    {row:<{label}}  {'  '.join(cells)}"
    scores = (f"{account.scores[model]:>+{len(name)}.2f}" for model, name in zip(MODELS, names, strict=True))
    chances = (f"{account.chances[model]:>{len(name)}.2f}" for model, name in zip(MODELS, names, strict=True))
    yield paint(f"    {'score':<{label}}  {'  '.join(scores)}", "strong")
    yield paint(f"    {'probability':<{label}}  {'  '.join(chances)}", "strong")
    spoken = sorted(account.nothing.items(), key=lambda item: -abs(item[1]))
    told = ", ".join(f"{_words(name)} {value:+.2f}" for name, value in spoken if abs(value) >= SMALL)
    yield from fill(
        "    For none of the four: ",
        f"score {sum(account.nothing.values()):+.2f}, probability {account.chances['none']:.2f}; {told}",
        "      ",
    )


def _say_term(term: "Term", guide: Guide) -> str:
    mention = term.mention
    head = f'"{clip(term.spot.text)}" ({where(term.spot)}): {name_of(mention.model, guide)}'
    cues = f" ({_list(mention.context)})" if mention.context else ""
    if term.taken:
        return f"{head}; taken, probability {term.probability:.2f}{cues}"
    if term.doubt:
        return f"{head}; not taken: {DOUBTS[term.doubt]}{cues}"
    strength = " for a word that names a model only now and then" if mention.strength == "ambiguous" else ""
    return f"{head}; not taken: the probability that it names this work is only {term.probability:.2f}{strength}{cues}"


def _say_bought(bought: "Bought") -> str:
    title = "title: " if bought.title else ""
    return f'{title}{_words(bought.thing)} {bought.probability:.2f}: "{clip(bought.spot.text)}" ({where(bought.spot)})'


def _write_weighed(number: int, weighed: "Weighed", guide: Guide, paint: Paint) -> Iterator[str]:
    evidence = weighed.evidence
    yield from fill(f"    {number}. ", f'"{clip(weighed.spot.text)}" ({where(weighed.spot)})', "       ")
    shares = sorted(weighed.shares.items(), key=lambda item: -item[1])
    others = ", ".join(f"{name_of(model, guide)} {share:.2f}" for model, share in shares if share >= SMALL)
    yield from fill(
        "       ",
        f"speaks for {name_of(evidence.model, guide)} ({_dimension(evidence.dimension)}), strength {evidence.strength:.2f}; "
        f"gives {others}",
        "         ",
    )
    yield from fill("       ", _say_place(weighed.sentence), "         ")
    for hit in weighed.signals:
        does = "turned by the frame" if hit.signal in weighed.turned else "signal"
        denied = "" if hit.asserted else ", not counted here"
        yield from fill("       ", f'{does} {_words(hit.signal)}{denied}: "{clip(hit.text)}"', "         ")
    if weighed.words:
        phrases = ", ".join(f'"{printable(phrase.words)}" {phrase.amount:+.2f}' for phrase in weighed.words)
        yield from fill("       ", f"the words that weighed most: {phrases}", "         ")
    if weighed.effect is not None:
        yield from fill(
            "       ",
            f"effect: {weighed.effect:+.2f} on the log-odds of {name_of(weighed.target, guide)}",
            "         ",
        )


def _say_aside(aside: "Aside", guide: Guide) -> str:
    evidence = aside.evidence
    return (
        f'"{clip(aside.spot.text)}" ({where(aside.spot)}): {name_of(evidence.model, guide)} '
        f"({_dimension(evidence.dimension)}) {evidence.strength:.2f}; {_say_place(aside.sentence)}"
    )


def _say_place(sentence: "Sentence") -> str:
    cues = f"; cues: {_list(sentence.context)}" if sentence.context else ""
    return f"section: {_words(sentence.section)}, {sentence.kind}, weight {sentence.weight:.2f}{cues}"


def _dimension(name: str) -> str:
    return "the arrangement as a whole" if name == "none" else _words(name)


def _list(effects: frozenset[str]) -> str:
    return ", ".join(_words(effect) for effect in sorted(effects))


def _words(name: str) -> str:
    return name.replace("_", " ")
