"""The grid of a brief and its proposals as text, Markdown, CSV and rows of a sheet: pure functions."""

import csv
from collections.abc import Iterator
from io import StringIO
from textwrap import wrap

from brieflint.buying.offers import Answer, Offer, Offers
from brieflint.linting.finding import Spot
from brieflint.reporting.cells import disarm
from brieflint.reporting.words import WIDTH, clip, fill, where
from brieflint.signs import printable
from brieflint.writing.quoting import escape_markdown

NARROWEST = 22
"""Characters of a column of the text grid; where there are more bidders than fit, several grids stand below each other."""
LABEL = 25
MARKS = {"yes": "", "no": " ≠", "open": ""}
AGREES = {"yes": "as asked", "no": "differs", "open": "cannot be told"}
QUOTED = 500
"""Characters of the words in a sheet."""


def say_offer(offer: Offer, asks: str) -> str:
    """What an offer comes to, in a sentence or two."""
    if offer.doubtful:
        return f"Which model it offers {offer.says}. Ask who directs the people and who owns the outcome."
    called = f", and calls it {offer.called}" if offer.called else ""
    if not offer.differs:
        return f"Offers {offer.says}{called}, as far as the two texts tell what was asked."
    rows = ", ".join(row[:1].lower() + row[1:] for row in offer.differs if row != "Describes")
    differs = f" It differs in: {rows}." if rows else ""
    return f"Offers {offer.says}{called}; asked was {asks}.{differs} Worth a clarification before scoring."


def say_asked(offers: Offers) -> str:
    """What was asked, and that the brief goes by another name, when it does."""
    called = f", though it is called {offers.called}: bidders may have answered the name" if offers.called else ""
    return f"{offers.asks}{called}"


def say_answer(answer: Answer) -> str:
    """What a text says in a row, and whether its words go with the rest of it."""
    return f"{answer.says} (unlike the rest of its text; please read it)" if answer.unlike else answer.says


def quote(spot: Spot | None, most: int = 150) -> str:
    """The words and their place; "" where there are none."""
    return f'"{clip(spot.text, most)}" ({where(spot)})' if spot else ""


def write_text(offers: Offers) -> str:
    """What each offer comes to, the grid, and the words behind every cell."""
    lines = [*fill(f"Asked in {printable(offers.brief)}: ", f"{say_asked(offers)}.", "  "), ""]
    for offer in offers.offers:
        lines += fill(f"  {printable(offer.bidder)}: ", say_offer(offer, offers.asks), "    ")
    fitting = max((WIDTH - LABEL) // NARROWEST - 1, 1)
    for first in range(0, len(offers.offers), fitting):
        lines += ["", *_write_grid(offers, range(first, min(first + fitting, len(offers.offers))))]
    lines += ["", "The words behind it, ≠ where an offer differs from what was asked:"]
    for row in offers.rows:
        answers = [("asked", row.asked), *((offer.bidder, answer) for offer, answer in _pair(offers, row.offered))]
        if any(answer.spot for _, answer in answers):
            lines += ["", f"  {row.question}"]
        for name, answer in answers:
            if answer.spot:
                lines += fill(f"    {printable(name)}{MARKS[answer.agrees]}: ", quote(answer.spot), "      ")
            if answer.against:
                lines += fill("      but: ", quote(answer.against), "        ")
    return "\n".join(lines) + "\n"


def _write_grid(offers: Offers, shown: range) -> Iterator[str]:
    names = ["asked", *(printable(offers.offers[at].bidder) for at in shown)]
    yield from _write_row("", names)
    yield "  " + "-" * (LABEL + NARROWEST * len(names) - 3)
    for row in offers.rows:
        answers = [row.asked, *(row.offered[at] for at in shown)]
        yield from _write_row(row.short, [_say_short(answer) for answer in answers])


def _say_short(answer: Answer) -> str:
    doubt = " (read it)" if answer.unlike else ""
    return f"{printable(answer.says)}{doubt}{MARKS[answer.agrees]}"


def _write_row(label: str, cells: list[str]) -> Iterator[str]:
    columns = [wrap(label, LABEL - 2), *(wrap(cell, NARROWEST - 1) for cell in cells)]
    for number in range(max(map(len, columns))):
        parts = [column[number] if number < len(column) else "" for column in columns]
        yield f"  {parts[0]:<{LABEL - 2}}{''.join(f'{part:<{NARROWEST}}' for part in parts[1:])}".rstrip()


def write_markdown(offers: Offers) -> str:
    """What each offer comes to, and the grid with the words; words of the texts are escaped."""
    lines = [f"# Offers for {_say(offers.brief)}", "", f"Asked: {_say(say_asked(offers))}.", ""]
    lines += [f"- **{_say(offer.bidder)}**: {_say(say_offer(offer, offers.asks))}" for offer in offers.offers]
    lines += ["", f"| Question | Asked | {' | '.join(_say(offer.bidder) for offer in offers.offers)} |"]
    lines.append(f"|{' --- |' * (len(offers.offers) + 2)}")
    for row in offers.rows:
        cells = [_say(row.question), *(_say_cell(answer) for answer in (row.asked, *row.offered))]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _say_cell(answer: Answer) -> str:
    mark = "**differs:** " if answer.agrees == "no" else ""
    words = [f"{mark}{_say(say_answer(answer))}", _say(quote(answer.spot))]
    if answer.against:
        words.append(f"but {_say(quote(answer.against))}")
    return "<br>".join(filter(None, words))


def _say(text: str) -> str:
    return escape_markdown(printable(text))


def to_rows(offers: Offers) -> list[list[str]]:
    """The scoring sheet: a heading, and a row for each question; three columns for each bidder, and one to score in."""
    heading = ["Question", "Asked", "Asked: words and place"]
    for offer in offers.offers:
        name = printable(printable(offer.bidder))
        heading += [name, f"{name}: words and place", f"{name}: as asked?", f"{name}: score"]
    rows = [heading]
    for row in offers.rows:
        cells = [row.question, say_answer(row.asked), _say_words(row.asked)]
        for answer in row.offered:
            cells += [say_answer(answer), _say_words(answer), AGREES[answer.agrees], ""]
        rows.append(cells)
    comes_to = ["What it comes to", say_asked(offers), ""]
    for offer in offers.offers:
        comes_to += [say_offer(offer, offers.asks), "", "", ""]
    return [*rows, comes_to]


def _say_words(answer: Answer) -> str:
    return "; but ".join(filter(None, (quote(answer.spot, QUOTED), quote(answer.against, QUOTED))))


def write_csv(offers: Offers) -> str:
    """The scoring sheet as CSV (RFC 4180). No cell can start a formula."""
    written = StringIO()
    csv.writer(written).writerows([[disarm(cell) for cell in row] for row in to_rows(offers)])
    return written.getvalue()


def _pair(offers: Offers, answers: tuple[Answer, ...]) -> Iterator[tuple[Offer, Answer]]:
    return zip(offers.offers, answers, strict=True)
