"""One grid for a brief and the proposals that answer it: which model each really offers, whatever it calls itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal

from brieflint.buying.claims import ClaimFinder, fits, on
from brieflint.buying.statements import StatementFinder
from brieflint.checking import report_on
from brieflint.configuration.settings import Options
from brieflint.judged import JudgedBrief, judge_path
from brieflint.knowledge.buys import RowWords
from brieflint.knowledge.guide import Guide
from brieflint.knowledge.guide import Row as GuideRow
from brieflint.knowledge.patterns import Patterns
from brieflint.linting.finding import Spot
from brieflint.linting.report import BriefReport
from brieflint.reporting.words import REASONS, name_of, say_sure

NAMED_AND_DESCRIBED = 2
"""Rows of the grid before those of the accountability table."""
Agreement = Literal["yes", "no", "open"]
"""Whether an offer goes with what was asked; open when one of the two does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one text says in a row: in a word or two, by its models, with the words it rests on and any that disagree."""

    says: str
    models: tuple[str, ...] = ()
    spot: Spot | None = None
    against: Spot | None = None
    agrees: Agreement = "open"
    unlike: bool = False
    """The words speak for the other side than the rest of their text, so somebody should read them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the grid: the question, what the brief says, and what each bidder says, in the order of the bidders."""

    question: str
    short: str
    asked: Answer
    offered: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A proposal: how its bidder is called here (by the file), its path, and what it comes to."""

    bidder: str
    path: str
    says: str
    called: str
    """What it calls itself, where that is another model than the one that it offers."""
    differs: tuple[str, ...]
    """The rows in which it differs from what was asked; the model itself is one of them."""
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """The grid for one brief and its proposals."""

    brief: str
    asks: str
    called: str
    """What the brief is called, where that is another model than it describes."""
    offers: tuple[Offer, ...]
    rows: tuple[Row, ...]


def compare_offers(brief: str, proposals: Sequence[str], options: Options | None = None) -> Offers:
    """Compare proposals with the brief that they answer. Raises `BriefError`, `ConfigError` and `PatternError`."""
    judged = [judge_path(path, options) for path in (brief, *proposals)]
    patterns = judged[0].grounds.patterns
    claims = ClaimFinder(patterns)
    statements = StatementFinder(patterns)
    asked, *offered = (_fill_column(entry, claims, patterns.guide, patterns.buy.rows) for entry in judged)
    columns = [asked, *(_hear(column, statements, patterns) for column in offered)]
    questions = [("What is it called?", "Called"), ("Which model does it describe?", "Describes")]
    questions += [(row.question, row.short) for row in patterns.guide.grid] + [("What is paid for?", "Paid for")]
    words: list[RowWords | None] = [None, None, *(patterns.buy.rows.get(row.id) for row in patterns.guide.grid), None]
    rows = []
    for number, (question, short) in enumerate(questions):
        wanted, *given = (column[number] for column in columns)
        rows.append(
            Row(
                question=question,
                short=short,
                asked=wanted,
                offered=tuple(_agree(wanted, answer, words[number]) for answer in given),
            )
        )
    return Offers(
        brief=brief,
        asks=columns[0][1].says,
        called=_find_wrong_name(columns[0]),
        rows=tuple(rows),
        offers=tuple(
            Offer(
                bidder=bidder,
                path=path,
                says=column[1].says,
                called=_find_wrong_name(column),
                differs=tuple(row.short for row in rows[1:] if row.offered[at].agrees == "no"),
                doubtful=not column[1].models,
            )
            for at, (bidder, path, column) in enumerate(zip(_name(proposals), proposals, columns[1:], strict=True))
        ),
    )


def _fill_column(judged: JudgedBrief, claims: ClaimFinder, guide: Guide, rows: Mapping[GuideRow, RowWords]) -> list[Answer]:
    report = report_on(judged.document, judged.reading, judged.verdict, judged.grounds, [])
    price = on("price", claims.find(judged.document, judged.reading))
    model = report.described.model
    fitting = [entry for entry in price if model in entry.claim.fits] or list(price)
    paid = Answer(says="not stated")
    if fitting:
        paid = Answer(says=fitting[0].claim.pays, models=tuple(sorted(fits(tuple(fitting)))), spot=fitting[0].spot)
    return [_say_named(report, guide), _say_described(report, guide), *_say_rows(report, guide, rows), paid]


def _hear(column: list[Answer], statements: StatementFinder, patterns: Patterns) -> list[Answer]:
    """The column of a proposal, where "we" and "you" decide the side of a row that the words for themselves leave in doubt."""
    heard = list(column)
    for number, row in enumerate(patterns.guide.grid, NAMED_AND_DESCRIBED):
        answer = column[number]
        statement = statements.find_offered(answer.spot.text) if answer.spot else None
        words = patterns.buy.rows.get(row.id)
        if not statement or statement.row != row.id or not words:
            continue
        side = words.client if statement.side == "client" else words.vendor
        whole = column[1].models[0] if len(column[1].models) == 1 else ""
        model = whole if whole in side.models else answer.models[0] if answer.models[0] in side.models else ""
        says = name_of(model, patterns.guide) if model else f"the {statement.side}"
        models = (model,) if model else tuple(side.models)
        heard[number] = replace(answer, says=says, models=models, unlike=bool(whole) and not model)
    return heard


def _find_wrong_name(column: Sequence[Answer]) -> str:
    """What a text calls itself, where that is none of the models that it describes; "" else."""
    named, described = column[0], column[1]
    agrees = not named.models or not described.models or not set(named.models).isdisjoint(described.models)
    return "" if agrees else named.says


def _say_named(report: BriefReport, guide: Guide) -> Answer:
    models = tuple(dict.fromkeys(name.model for name in report.named))
    if not models:
        return Answer(says="no model")
    return Answer(says=", ".join(name_of(model, guide) for model in models), models=models, spot=report.named[0].spot)


def _say_described(report: BriefReport, guide: Guide) -> Answer:
    described = report.described
    if described.model == "none":
        return Answer(says=f"cannot be told: {REASONS.get(described.reason or 'unclear', '')}")
    if described.model == "mixed":
        lots = dict.fromkeys(name_of(lot.described, guide) for lot in report.lots)
        return Answer(says=f"several models: {', '.join(lots)}", models=tuple(lot.described for lot in report.lots))
    return Answer(says=f"{name_of(described.model, guide)} ({say_sure(described.confidence)})", models=(described.model,))


def _say_rows(report: BriefReport, guide: Guide, rows: Mapping[GuideRow, RowWords]) -> list[Answer]:
    answers = []
    for row in guide.grid:
        cell = report.grid[row.id]
        if cell is None:
            answers.append(Answer(says="not stated"))
            continue
        words = rows.get(row.id, RowWords(decides=""))
        whole = words.side(report.described.model)
        model, spot, against = cell.model, cell.spot, cell.against.spot if cell.against else None
        if cell.against and whole and words.side(cell.against.model) == whole != words.side(model):
            model, spot, against = cell.against.model, cell.against.spot, cell.spot
        unlike = whole is not None and words.side(model) != whole
        answers.append(Answer(says=name_of(model, guide), models=(model,), spot=spot, against=against, unlike=unlike))
    return answers


def _agree(asked: Answer, offered: Answer, words: RowWords | None) -> Answer:
    """The offered answer with its agreement: where a row has sides, it is the side that counts."""
    if not asked.models or not offered.models or asked.unlike or offered.unlike:
        return offered
    if words and words.client.models:
        sides = [{words.side(model) for model in answer.models} for answer in (asked, offered)]
        same = not sides[0].isdisjoint(sides[1])
    else:
        same = not set(asked.models).isdisjoint(offered.models)
    return replace(offered, agrees="yes" if same else "no")


def _name(paths: Sequence[str]) -> list[str]:
    """How bidders are called: by their files, with the folder or whole path where these are the same."""
    for say in (lambda path: path.stem, lambda path: f"{path.parent.name}/{path.stem}"):
        names = [say(PurePath(path)) for path in paths]
        if len(set(names)) == len(names):
            return names
    return [str(path) for path in paths]
