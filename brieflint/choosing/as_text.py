"""A ballot and what it comes to, as text: pure functions."""

from collections.abc import Iterable, Iterator

from brieflint.choosing.ballot import Ballot, Line
from brieflint.choosing.conclusion import conclude
from brieflint.choosing.votes import Tally, choices
from brieflint.knowledge.guide import Guide, Question
from brieflint.reporting.paragraphs import join, wrap
from brieflint.reporting.words import clip
from brieflint.signs import printable


def write_ballot(ballot: Ballot, tally: Tally, guide: Guide) -> str:
    """The answers with their sentences, the votes, every conflict, and the questions that are still open."""
    answered = [line for line in ballot.lines if line.answer]
    unsettled = [line for line in ballot.lines if line.answer is None]
    told = (
        _part("This brief buys several things:", _list(ballot.lots), wrap("Choose for one of them at a time with --lot."))
        if ballot.lots
        else "",
        _part("Answers", *(say_line(line) for line in answered)),
        _part("Open questions", *(say_open(line) for line in unsettled)),
        _part("Votes", *_say_votes(tally, guide)),
        _part("These answers do not go together", *(wrap(conflict.text, "    ", "  - ") for conflict in tally.conflicts)),
        _part("Worth knowing", *(wrap(conflict.text, "    ", "  - ") for conflict in tally.notes)),
        _part("Result", *_say_result(tally, guide)),
    )
    return "\n\n".join(filter(None, told)) + "\n"


def say_line(line: Line) -> str:
    """A question that is answered: by whom, with the brief's sentences."""
    told = [wrap(f"{line.question.question} {str(line.answer).upper()}{_by(line)}", "      ", f"  {line.question.id}  ")]
    told += [wrap(f'"{clip(text)}" ({printable(place)})', "        ", "      - ") for text, place in line.quotes]
    return "\n".join(told)


def say_open(line: Line) -> str:
    """A question that nobody has answered, and the sentences that pull apart, when there are any."""
    told = [wrap(f"{line.question.question} ({join(choices(line.question), 'or')})", "      ", f"  {line.question.id}  ")]
    if line.quotes:
        told.append(wrap("The brief says more than one thing:", "      "))
        told += [wrap(f'"{clip(text)}" ({printable(place)})', "        ", "      - ") for text, place in line.quotes]
    return "\n".join(told)


def _by(line: Line) -> str:
    if line.given and line.in_text and line.given != line.in_text:
        return f" (you say so; a vendor may read the brief as {line.in_text}:)"
    if line.given:
        return " (you say so)"
    return " (by the brief)"


def _say_votes(tally: Tally, guide: Guide) -> Iterator[str]:
    if not any(tally.votes.values()):
        return
    width = max(len(entry.name) for entry in guide.models.values())
    for model, entry in guide.models.items():
        found = tally.votes[model]
        names = f"  ({', '.join(found)})" if found else ""
        yield f"  {entry.name:<{width}}  {len(found)}{names}"


def _say_result(tally: Tally, guide: Guide) -> Iterator[str]:
    result = conclude(tally, guide)
    yield wrap(result.says)
    if result.asks:
        yield _list(result.asks)
    yield wrap("Each question: brieflint explain q1, q2, q3, q4 or q5.")
    yield wrap(f"Source: the guide, {guide.source.publisher}. {guide.source.interest}")


def say_question(question: Question) -> str:
    """A question as it is put on a terminal."""
    return f"{question.id}. {question.question}"


def _part(title: str, *told: str) -> str:
    """A heading with what stands under it; nothing when that is nothing."""
    return "\n".join([title, *filter(None, told)]) if any(told) else ""


def _list(items: Iterable[str]) -> str:
    return "\n".join(wrap(item, "    ", "  - ") for item in items)
