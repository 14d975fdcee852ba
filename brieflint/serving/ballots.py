"""The five questions as they come back from their form."""

from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request

from brieflint.choosing.ballot import Ballot, Line
from brieflint.choosing.votes import choices
from brieflint.knowledge.guide import Guide, Question
from brieflint.serving.limits import MOST_BALLOT_BYTES
from brieflint.serving.uploads import clean_name, receive_form


async def receive_ballot(request: Request, guide: Guide) -> tuple[Ballot, str]:
    """The answers of a form, and the name of the brief that it is about, "" for none. Raises `Refusal`."""
    form = await receive_form(request, MOST_BALLOT_BYTES)
    name = form.get("of")
    lines = tuple(_read_line(question, form) for question in guide.questions)
    return Ballot(lines=lines), clean_name(name) if isinstance(name, str) and name.strip() else ""


def _read_line(question: Question, form: FormData) -> Line:
    given, in_text = _read(question, form, question.id), _read(question, form, f"text-{question.id}")
    return Line(question=question, given=None if given == in_text else given, in_text=in_text)


def _read(question: Question, form: FormData, field: str) -> Any:
    sent = form.get(field)
    return sent if sent in choices(question) else None
