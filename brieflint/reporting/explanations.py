"""What there is to say about one rule, model, grid row, question or mislabelling."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brieflint.knowledge.buys import BuyRule
from brieflint.knowledge.guide import MODELS, GridRow, Guide, Mislabelling, Model, Pair, Question, Statement
from brieflint.knowledge.legal import DISCLAIMER, LegalNote
from brieflint.knowledge.patterns import NamedModel, Patterns, Rule, Severity
from brieflint.linting.housekeeping import Notice
from brieflint.reporting.paragraphs import Excerpt, Page, Paragraph, bullets, cite, join, legend, mark, page, part

KINDS = {
    "mislabelling": "the name and the work point to different models",
    "contradiction": "one thing in the text does not go with the rest",
    "completeness": "something is left open",
    "naming": "there is no name, or one that says too little",
    "housekeeping": "a remark for brieflint needs a look",
    "legal": "what a statute speaks of, where the text says what it is about",
}
SEVERITIES: dict[Severity, str] = {"error": "an error", "warning": "a warning", "advice": "advice"}


def explain_rule(rule: Rule, guide: Guide) -> Page:
    """Explain a rule: what it says, what comes of it, what to do, and an example of each kind."""
    pairs = _find_pairs(rule, guide)
    named = [entry for entry in guide.mislabellings if any(pair.mislabelling == entry.id for pair in pairs)]
    severity = f"reported as {SEVERITIES[rule.severity]}"
    if rule.certain and rule.certain != rule.severity:
        severity += f", and as {SEVERITIES[rule.certain]} when brieflint is at least 90 percent sure"
    happens = [pair.happens for pair in pairs] or ([guide.causal_chain] if rule.kind in ("mislabelling", "naming") else [])
    fixes = [rule.fix] if rule.fix else [pair.fix.text for pair in pairs]
    sources = [(rule.section, rule.lines), *_places([*happens, *(pair.fix for pair in pairs if not rule.fix)])]
    return page(
        part(rule.id, rule.title, f"{rule.kind}: {KINDS[rule.kind]}; {severity}"),
        part(
            "What it says",
            _fill(rule.message, rule, guide),
            *(_fill(f"And, where the text shows it: {entry.text}", rule, guide) for entry in rule.adds),
        ),
        part("What will happen", *(statement.text for statement in happens)),
        part("What to do", *(_fill(fix, rule, guide) for fix in fixes), *_tell_branches(named, guide)),
        part("A brief on which it speaks", Excerpt(rule.examples.bad[0]) if rule.examples.bad else ""),
        part("A brief on which it stays silent", Excerpt(rule.examples.good[0]) if rule.examples.good else ""),
        part("Source", cite(guide.source, sources)),
    )


def explain_notice(notice: Notice) -> Page:
    """Explain a rule about remarks and house words."""
    gaps = {"words": "[the words of the brief]", "why": "[what it is]", "written": "[the remark]", "near": ""}
    severity = f"reported as {SEVERITIES[notice.severity]}"
    return page(
        part(notice.id, notice.title, f"{notice.kind}: {KINDS[notice.kind]}; {severity}"),
        part("What it says", notice.message.format_map(gaps)),
        part("What to do", notice.fix.format_map(gaps)),
        part("Where it speaks, for instance", Excerpt(notice.example)),
    )


def explain_buy_rule(rule: BuyRule) -> Page:
    """Explain a rule on the files of one buy."""
    gaps = {
        "file": "[a file]",
        "other": "[another file]",
        "says": "[says something]" if rule.check != "answers" else "[an answer]",
        "here": "[the words there]",
        "there": "[the words of the other]",
        "described": "[says or describes otherwise]",
        "decides": "[who directs the people, or who owns the outcome]",
        "turn": "[from one side to the other]",
    }
    severity = f"reported as {SEVERITIES[rule.severity]} by brieflint check --package"
    return page(
        part(rule.id, rule.title, f"{rule.kind} between files: {KINDS[rule.kind]}; {severity}"),
        part("What it says", " ".join(rule.message.format_map(gaps).split())),
        part("What to do", " ".join(rule.fix.format_map(gaps).split())),
        part("A package on which it speaks", Excerpt(_write_package(rule.examples.bad[0])) if rule.examples.bad else ""),
        part(
            "A package on which it stays silent", Excerpt(_write_package(rule.examples.good[0])) if rule.examples.good else ""
        ),
    )


def explain_note(note: LegalNote) -> Page:
    """Explain a legal note: what it says, which law it rests on, as of when, and an example of each kind."""
    law = note.citation
    return page(
        part(note.id, note.title, f"{note.kind}: {KINDS[note.kind]}; off unless asked for (--legal); reported as information"),
        part("What it says", " ".join(note.text.format(called="[the name that it gives the work]").split()), DISCLAIMER),
        part("A brief on which it speaks", Excerpt(note.examples.speaks[0])),
        part("A brief on which it stays silent", Excerpt(note.examples.silent[0])),
        part(
            "Source",
            f"{law.jurisdiction}, as of {law.as_of}: {law.source}.",
            bullets(f"{entry.short}: {entry.name}. {entry.citation}. {entry.url}" for entry in note.statutes),
        ),
    )


def list_notes(notes: Sequence[LegalNote]) -> Page:
    """List all legal notes, by jurisdiction."""
    places = dict.fromkeys(note.citation.jurisdiction for note in notes)
    return page(
        part("Legal notes", f"{KINDS['legal']}; off unless asked for, such as --legal de", DISCLAIMER),
        *(
            part(place, bullets(f"{note.id}: {note.title}" for note in notes if note.citation.jurisdiction == place))
            for place in places
        ),
    )


def _write_package(files: Mapping[str, str]) -> str:
    return "\n\n".join(f"{name}:\n\n{text.strip()}" for name, text in sorted(files.items()))


def explain_model(model: Model, guide: Guide) -> Page:
    """Explain a model: what it is, who is accountable in it, what a vendor makes of its name."""
    entry = guide.models[model]
    control = [rung.control for rung in guide.control_ladder if rung.model == model]
    cells = [row.cells[model] for row in guide.grid]
    told = [entry.definition, *entry.examples, *entry.used_by, *entry.not_right_when, *cells, *control]
    return page(
        part(entry.name, f"also {model} or {entry.short}"),
        part("What it is", mark(entry.definition)),
        part("Examples", bullets(mark(example) for example in entry.examples)),
        part("Who uses it", bullets(mark(user) for user in entry.used_by)),
        part("When it is not right", bullets(mark(case) for case in entry.not_right_when)),
        part("Who is accountable", bullets(f"{row.question} {mark(row.cells[model])}" for row in guide.grid)),
        part("What a vendor who reads this name will propose", bullets(entry.proposal)),
        part("Control", *(mark(statement) for statement in control)),
        part("Questions that point to it", bullets(_find_votes(model, guide))),
        part("Figures", bullets(f"{figure.text}" for figure in guide.figures if model in figure.models)),
        part("Marks", legend(told)),
        part("Source", cite(guide.source, _places(told)), guide.source.interest),
    )


def explain_row(row: GridRow, guide: Guide) -> Page:
    """Explain a row of the accountability table: its answer for each model."""
    cells = [row.cells[model] for model in MODELS]
    return page(
        part(row.id, row.question),
        part("In each model", bullets(f"{guide.models[model].name}: {mark(row.cells[model])}" for model in MODELS)),
        part("Marks", legend(cells)),
        part("Source", cite(guide.source, _places(cells))),
    )


def explain_question(question: Question, guide: Guide) -> Page:
    """Explain a question: what each answer speaks for, and what it does not go together with."""
    conflicts = [entry for entry in guide.conflicts if any(end.split(":")[0] == question.id for end in entry.between)]
    answers = {"Yes": question.yes, "No": question.no, "Partly": question.partly}
    return page(
        part(question.id, question.question),
        part(
            "What an answer speaks for",
            bullets(f"{answer}: {_name(models, guide)}" for answer, models in answers.items() if models or answer != "Partly"),
            question.note,
        ),
        part("Where answers do not go together", bullets(entry.text for entry in conflicts)),
        part("Source", cite(guide.source, [("", question.lines)])),
    )


def explain_mislabelling(entry: Mislabelling, patterns: Patterns) -> Page:
    """Explain one of the guide's mislabellings: what happens, and the ways out."""
    guide = patterns.guide
    pairs = [pair for pair in guide.pairs if pair.mislabelling == entry.id]
    rules = [rule for rule in patterns.rules if not rule.fix and any(pair in pairs for pair in _find_pairs(rule, guide))]
    return page(
        part(entry.id, entry.title),
        part("What will happen", entry.happens.text),
        part("What to do", entry.fix.text, *_tell_branches([entry], guide)),
        part("Rules that report it", bullets(f"{rule.id}: {rule.title}" for rule in rules)),
        part("Source", cite(guide.source, _places([entry.happens, entry.fix]))),
    )


def _find_pairs(rule: Rule, guide: Guide) -> list[Pair]:
    """Find the pairs of names that a rule is about."""
    return [pair for pair in guide.pairs if pair.named in rule.when.named and pair.described in rule.when.described]


def _tell_branches(mislabellings: Iterable[Mislabelling], guide: Guide) -> Iterator[Paragraph]:
    for entry in mislabellings:
        yield f"To decide, ask: {entry.decides}"
        yield bullets(f'Use "{guide.models[branch.model].name}" if this is true: {branch.when}' for branch in entry.branches)


def _find_votes(model: Model, guide: Guide) -> Iterator[str]:
    for question in guide.questions:
        answers = {"yes": question.yes, "no": question.no, "partly": question.partly}
        if speaking := [answer for answer, models in answers.items() if model in models]:
            yield f'{question.id}: {question.question} "{join(speaking, "or").capitalize()}" points here.'
    shortest = guide.direct_or_delegate
    for answer, models in {"Direct": shortest.direct, "Delegate": shortest.delegate}.items():
        if model in models:
            yield f'{shortest.question.text} "{answer}" points here.'


def _name(models: Sequence[NamedModel], guide: Guide) -> str:
    if not models:
        return "nothing in particular"
    return join(["outsourcing" if model == "outsourcing_unspecified" else guide.models[model].name for model in models], "or")


def _fill(text: str, rule: Rule, guide: Guide) -> str:
    """Fill the gaps in a text of a rule, as far as they are the same for every brief."""
    named, described = rule.when.named, rule.when.described
    words = {
        "label": _name(named, guide) if len(named) == 1 else "",
        "named": _name(named, guide) if named else "",
        "described": _name(described, guide) if len(described) == 1 else "",
        "direction": guide.models[described[0]].direction if len(described) == 1 else "",
    }
    gaps = {
        "label": "[the words of the brief]",
        "named": "[the names in the brief]",
        "described": "[the model that the text describes]",
        "direction": "[who directs the people and owns the outcome]",
        "missing": "[what is missing]",
    }
    return re.sub(r"\{(\w+)\}", lambda gap: words.get(gap[1]) or gaps.get(gap[1], gap[0]), text)


def _places(statements: Iterable[Statement]) -> list[tuple[str, tuple[int, ...]]]:
    return [(statement.section, statement.lines) for statement in statements]
