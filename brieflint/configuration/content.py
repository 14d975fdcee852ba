"""What a `brieflint.toml` may say: the model that validates it and from which its JSON Schema is made."""

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

from brieflint.documents.limits import DEFAULT, RAISE, Limits
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import Severity

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Severities = dict[Words, Severity]


def _write_key(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_write_key, strict=True)


class HouseTerm(_Table):
    """A word of the house for a model."""

    phrase: Annotated[Words, Field(description="The words; (s) at the end of one makes it singular or plural.")]
    model: Annotated[
        Model | Literal["none"],
        Field(description="The model that it names here; none if it names no model, such as the name of a programme."),
    ]
    flag: Annotated[
        bool, Field(description="Point it out to the author, with the common name, because a vendor may not know it.")
    ] = False


class Override(_Table):
    """What holds for some files only."""

    paths: Annotated[list[Words], Field(min_length=1, description="Globs, as in .gitignore, from the folder of this file.")]
    select: Annotated[list[Words] | None, Field(description="As above.")] = None
    ignore: Annotated[list[Words] | None, Field(description="As above.")] = None
    severity: Annotated[Severities, Field(description="As above.")] = {}
    fail_on: Annotated[Severity | None, Field(description="As above.")] = None


_LIMITS: Any = {
    limit.name: (
        Annotated[
            int | None,
            Field(gt=0, le=RAISE * most, description=f"{limit.metadata['about']} By default {most:,}."),
        ],
        None,
    )
    for limit in fields(Limits)
    for most in [getattr(DEFAULT, limit.name)]
}
if TYPE_CHECKING:
    LimitTable = _Table
else:
    LimitTable = create_model("LimitTable", __base__=_Table, __doc__="The most of each thing that is read.", **_LIMITS)


class ConfigFile(_Table):
    """The configuration of brieflint: `brieflint.toml`, or `[tool.brieflint]` in `pyproject.toml`."""

    root: Annotated[bool, Field(description="Look for no configuration in the folders above.")] = False
    extends: Annotated[
        list[Words] | Words | None,
        Field(
            description="Files (ending in .toml), or installed packages that hold a brieflint.toml, that this file builds on."
        ),
    ] = None
    select: Annotated[
        list[Words] | None, Field(description="Report only these rules or kinds of rules. Without it, all are reported.")
    ] = None
    ignore: Annotated[list[Words] | None, Field(description="Do not report these rules or kinds of rules.")] = None
    severity: Annotated[Severities, Field(description="How loudly a rule, or a kind of rules, is to speak.")] = {}
    fail_on: Annotated[
        Severity | None, Field(description="The lightest finding for which the exit code is 1; error by default.")
    ] = None
    exclude: Annotated[
        list[Words] | None, Field(description="Files not to check: globs, as in .gitignore, from the folder of this file.")
    ] = None
    include: Annotated[
        list[Words] | None, Field(description="Check only these files: globs, as in .gitignore, from the folder of this file.")
    ] = None
    gitignore: Annotated[
        bool | None, Field(description="Leave alone, in folders, what git is told to ignore; true by default.")
    ] = None
    terms: Annotated[list[HouseTerm], Field(description="Words of the house, or of a country, for the models.")] = []
    patterns: Annotated[
        list[Words] | None, Field(description="Folders of patterns to lay over those of brieflint, relative to this file.")
    ] = None
    baseline: Annotated[Words | None, Field(description="A file of known findings, relative to this file.")] = None
    legal: Annotated[
        list[Words] | None,
        Field(description="Jurisdictions whose legal notes are shown, such as de: information, no advice. None by default."),
    ] = None
    limits: Annotated[
        LimitTable,
        Field(description=f"How much is read of a brief; each limit may be raised to {RAISE} times its default."),
    ] = LimitTable()
    overrides: Annotated[list[Override], Field(description="What holds for some files only; later ones win.")] = []


def write_schema() -> str:
    """The JSON Schema of the configuration, for editors; `brieflint.schema.json` beside this module is a copy."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **ConfigFile.model_json_schema(by_alias=True)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
