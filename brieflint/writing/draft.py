"""The corrected brief: the brief's own sentences in the order of a checklist, and a question wherever one is missing.

What it says is decided in `contents`; how it says it, in `templates/`, one file per model.
"""

from functools import lru_cache
from typing import Any

from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from brieflint.documents.document import Document
from brieflint.judgement.verdict import Verdict
from brieflint.knowledge.guide import Model
from brieflint.knowledge.packs import Packs
from brieflint.knowledge.patterns import Patterns
from brieflint.language.reading import Reading
from brieflint.writing.contents import gather
from brieflint.writing.own_templates import blame_template, load_templates
from brieflint.writing.quoting import escape_markdown
from brieflint.writing.schedules import gather_schedules


def render_draft(
    document: Document, reading: Reading, verdict: Verdict, patterns: Patterns, model: Model, packs: Packs = ()
) -> str:
    """Write a brief for `model`, in Markdown, for its buyer to complete and confirm. Raises `PatternError`.

    Every quoted word is the brief's; a sentence that settles who is responsible is put as a question.
    """
    draft = gather(document, reading, verdict, patterns, model)
    with blame_template():
        return open_templates(packs).get_template(f"{model}.md.j2").render(draft=draft)


def render_schedules(document: Document, reading: Reading, verdict: Verdict, patterns: Patterns, packs: Packs = ()) -> str:
    """Write a brief that has lots: what holds for all of them once, and a schedule for each. Raises `PatternError`."""
    draft = gather_schedules(document, reading, verdict, patterns)
    with blame_template():
        return open_templates(packs).get_template("schedules.md.j2").render(draft=draft)


@lru_cache(maxsize=4)
def open_templates(packs: Packs = ()) -> ImmutableSandboxedEnvironment:
    """Open the templates, those of packs before the shipped ones. Raises `PatternError`.

    Whatever they print is escaped for Markdown, so that a template cannot forget it.
    """
    shipped = PackageLoader("brieflint.writing")
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*(load_templates(pack) for pack in reversed(packs)), shipped, PrefixLoader({"shipped": shipped})]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _finalize(value: Any) -> Any:
    # Marked as safe, or Jinja would escape it once more, for HTML; the output of macros comes marked already.
    return value if hasattr(value, "__html__") or not isinstance(value, str) else Markup(escape_markdown(value))  # noqa: S704
