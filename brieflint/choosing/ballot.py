"""A ballot: the five questions with the answers that people gave and the ones that a brief gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from brieflint.choosing.answers import TextAnswer, read_answers
from brieflint.choosing.votes import Answer
from brieflint.documents.places import say_place
from brieflint.judged import JudgedBrief
from brieflint.knowledge.guide import Guide, Question
from brieflint.signs import printable
from brieflint.writing.lots import mute


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A question, what people answered, what the brief answers, and the brief's sentences with their places.

    Where both answer, people's answer counts, and a difference is shown. `quotes` without `in_text` pull apart.
    """

    question: Question
    given: Answer | None = None
    in_text: Answer | None = None
    quotes: tuple[tuple[str, str], ...] = ()

    @property
    def answer(self) -> Answer | None:
        """The answer that counts, None for an open question."""
        return self.given or self.in_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The lines in the guide's order, and the titles of the lots of which one has to be chosen first."""

    lines: tuple[Line, ...]
    lots: tuple[str, ...] = ()

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers that count, by question."""
        return {line.question.id: line.answer for line in self.lines if line.answer}

    def with_answers(self, given: Mapping[str, Answer]) -> "Ballot":
        """The ballot with more answers by people."""
        lines = (
            Line(
                question=line.question,
                given=given.get(line.question.id, line.given),
                in_text=line.in_text,
                quotes=line.quotes,
            )
            for line in self.lines
        )
        return Ballot(lines=tuple(lines), lots=self.lots)


def open_ballot(guide: Guide) -> Ballot:
    """A ballot without any answer."""
    return Ballot(lines=tuple(Line(question=question) for question in guide.questions))


def read_ballot(brief: JudgedBrief, guide: Guide, lot: int | None = None) -> Ballot:
    """A ballot with the answers of a brief, or of one of its lots, counted from 1. Raises `IndexError` for a lot too many.

    Lots that describe different models answer differently, so nothing is read from such a brief as a whole.
    """
    from brieflint.facts.engagement import find_lengths

    lots = brief.verdict.lots
    reading = brief.reading
    if lot is not None:
        own = lots[lot - 1].part
        reading = mute(reading, [number for number in range(1, len(reading.parts)) if number != own])
    elif brief.verdict.described.model == "mixed":
        return Ballot(lines=open_ballot(guide).lines, lots=tuple(printable(entry.title) for entry in lots))
    answers = read_answers(reading, find_lengths(brief.document, reading))
    lines = (_line(question, answers.get(question.id), brief) for question in guide.questions)
    return Ballot(lines=tuple(lines))


def _line(question: Question, found: TextAnswer | None, brief: JudgedBrief) -> Line:
    if found is None:
        return Line(question=question)
    quotes = []
    for number in found.sentences:
        sentence = brief.reading.sentences[number]
        line, _ = brief.document.position(sentence.start)
        quotes.append((printable(brief.document.text[sentence.start : sentence.end]), say_place(sentence.place, line)))
    return Line(question=question, in_text=found.answer, quotes=tuple(quotes))
