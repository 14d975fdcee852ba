"""The corrected brief as a Word file, through a template in Word (extra `word`).

A template sees what the Markdown templates see: `draft`, or `schedules` for a brief with lots (the other is None), `title`, and
`term`, the model's name as it stands in a sentence. The sandbox keeps it from everything else.
"""

import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from brieflint.documents.limits import DEFAULT
from brieflint.documents.word.package import Package
from brieflint.errors import PatternError
from brieflint.signs import printable
from brieflint.writing.contents import Draft
from brieflint.writing.packing import settle
from brieflint.writing.schedules import Schedules

SHIPPED = "templates/brief.docx"
_TAGS = re.compile(r"<[^>]+>")
_FAULTS = (
    TemplateError, ArithmeticError, LookupError, MemoryError, RecursionError, TypeError, ValueError, AttributeError,
)  # fmt: skip


def to_docx(contents: Draft | Schedules, template: bytes | None = None, name: str = SHIPPED) -> bytes:
    """Write a draft through a template, the shipped one by default; `name` is the template's, for what is said against it.

    The same draft gives the same bytes. Raises `PatternError` with the paragraph that is wrong, and `BriefError` when the
    template is no Word file.
    """
    if template is None:
        template = files("brieflint.writing").joinpath(SHIPPED).read_bytes()
    Package(template, name, DEFAULT)
    form = DocxTemplate(BytesIO(template))
    with _blame(form, name):
        form.render(_gather(contents), _open_sandbox())
        written = BytesIO()
        form.save(written)
    return settle(written.getvalue())


def _gather(contents: Draft | Schedules) -> dict[str, Any]:
    if isinstance(contents, Schedules):
        title = f"Brief with {len(contents.schedules)} schedules"
        return {"title": title, "term": "", "draft": None, "schedules": contents}
    name = contents.model.name
    return {
        "title": contents.title.replace("{subject}", contents.subject or "(open question)"),
        "term": f"a {name}" if name.endswith("team") else name,
        "draft": contents,
        "schedules": None,
    }


def _open_sandbox() -> ImmutableSandboxedEnvironment:
    # Escaped for XML by Jinja itself; folded, since a draft holds one line each and Word takes no controls.
    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )


@contextmanager
def _blame(form: DocxTemplate, name: str) -> Iterator[None]:
    """Turn what goes wrong inside a template into a `PatternError` that names the paragraph, as far as that can be told."""
    try:
        yield
    except _FAULTS as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
        line = error.lineno if isinstance(error, TemplateSyntaxError) else (lines or [None])[-1]
        if line is None and not isinstance(error, TemplateError):
            raise
        what = str(error) or type(error).__name__
        raise PatternError([f"{name}{_say_paragraph(form, line)}: {what}"]) from error


def _say_paragraph(form: DocxTemplate, line: int | None) -> str:
    """Say which paragraph of the template became this line of what Jinja reads."""
    form.init_docx()
    body = re.sub(r"<w:p([ >])", r"\n<w:p\1", form.patch_xml(form.get_xml())).splitlines()
    found = _tags_in(body[line - 1]) if line and line <= len(body) else []
    paragraphs = [_tags_in(paragraph) for paragraph in form.get_xml().split("</w:p>")]
    number = next((number for number, tags in enumerate(paragraphs, 1) if found and _share(found, tags)), None)
    return f", paragraph {number}" if number else ""


def _tags_in(xml: str) -> list[str]:
    """The tags of Jinja in a stretch of XML, without what only Word and docxtpl make of them."""
    text = _TAGS.sub("", xml)
    return [re.sub(r"^\{([{%])(?:p|tr|tc|r)? *", r"{\1", tag) for tag in re.findall(r"\{[{%].*?[}%]\}", text)]


def _share(found: Sequence[str], tags: Sequence[str]) -> bool:
    return any(tag in tags for tag in found)
