"""Templates filled in: shipped ones at once, those of packs in a process of its own, which can write and take only so much."""

import json
import pickle
import sys
from functools import lru_cache
from typing import Any

from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from brieflint.confinement import ConfinedError, limit_memory, run_confined
from brieflint.errors import PatternError
from brieflint.knowledge.packs import Packs
from brieflint.writing.contents import Draft
from brieflint.writing.own_templates import blame_template, has_templates, load_templates
from brieflint.writing.quoting import escape_markdown
from brieflint.writing.schedules import Schedules

MOST_CHARACTERS = 4 * 2**20
MOST_SECONDS = 20
MOST_MEMORY = 1024 * 2**20


def render(name: str, draft: Draft | Schedules, packs: Packs = ()) -> str:
    """Fill in the template of this name, that of the last pack which has one. Raises `PatternError`."""
    own = tuple(filter(has_templates, packs))
    if not own:
        return open_templates().get_template(name).render(draft=draft)
    try:
        told = json.loads(run_confined(__name__, pickle.dumps((name, draft, own)), MOST_SECONDS))
    except ConfinedError:
        what = f"these templates take more than {MOST_SECONDS} seconds, or too much memory; look for a loop without end"
        raise PatternError([f"{pack.folder}/templates: {what}" for pack in own]) from None
    if "mistakes" in told:
        raise PatternError(told["mistakes"])
    return str(told["text"])


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


def _render_own(name: str, draft: Draft | Schedules, packs: Packs) -> dict[str, object]:
    pieces: list[str] = []
    length = 0
    try:
        with blame_template():
            for piece in open_templates(packs).get_template(name).generate(draft=draft):
                pieces.append(piece)
                length += len(piece)
                if length > MOST_CHARACTERS:
                    what = f"the draft becomes longer than {MOST_CHARACTERS:,} characters; look for a loop without end"
                    return {"mistakes": [f"{pack.folder}/templates: {what}" for pack in packs]}
    except PatternError as error:
        return {"mistakes": error.mistakes}
    return {"text": "".join(pieces)}


if __name__ == "__main__":
    limit_memory(MOST_MEMORY)
    sys.stdout.write(json.dumps(_render_own(*pickle.load(sys.stdin.buffer))))  # noqa: S301 - written by `render`
