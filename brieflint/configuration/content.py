"""What a `brieflint.toml` may say: the model that validates it and from which its JSON Schema is made."""

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

import msgspec
from msgspec import Meta

from brieflint.documents.limits import DEFAULT, RAISE, Limits
from brieflint.knowledge.vocabulary import Model, Severity

Words = Annotated[str, Meta(min_length=1)]
Severities = dict[Words, Severity]


def _write_key(name: str) -> str:
    return name.replace("_", "-")


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_write_key):
    """A table of the file: its keys, with `-` where the attributes have `_`, and no others."""

    @classmethod
    def read(cls, plain: Any) -> Self:
        """The table, if it is as it should be. Raises `ValueError` with the first mistake."""
        return msgspec.convert(plain, cls)


class HouseTerm(Table, frozen=True):
    """A word of the house for a model."""

    phrase: Annotated[Words, Meta(description="The words; (s) at the end of one makes it singular or plural.")]
    model: Annotated[
        Literal[Model, "none"],
        Meta(description="The model that it names here; none if it names no model, such as the name of a programme."),
    ]
    flag: Annotated[
        bool, Meta(description="Point it out to the author, with the common name, because a vendor may not know it.")
    ] = False


class Override(Table, frozen=True):
    """What holds for some files only."""

    paths: Annotated[list[Words], Meta(min_length=1, description="Globs, as in .gitignore, from the folder of this file.")]
    select: Annotated[list[Words] | None, Meta(description="As above.")] = None
    ignore: Annotated[list[Words] | None, Meta(description="As above.")] = None
    severity: Annotated[Severities, Meta(description="As above.")] = {}
    fail_on: Annotated[Severity | None, Meta(description="As above.")] = None


_LIMITS: Any = [
    (
        limit.name,
        Annotated[
            Annotated[int, Meta(gt=0, le=RAISE * most)] | None,
            Meta(description=f"{limit.metadata['about']} By default {most:,}."),
        ],
        None,
    )
    for limit in fields(Limits)
    for most in [getattr(DEFAULT, limit.name)]
]
if TYPE_CHECKING:
    LimitTable = Table
else:
    LimitTable = msgspec.defstruct(
        "LimitTable", _LIMITS, bases=(Table,), namespace={"__doc__": "The most of each thing that is read."}
    )


class ConfigFile(Table, frozen=True):
    """The configuration of brieflint: `brieflint.toml`, or `[tool.brieflint]` in `pyproject.toml`."""

    root: Annotated[bool, Meta(description="Look for no configuration in the folders above.")] = False
    extends: Annotated[
        list[Words] | Words | None,
        Meta(
            description="Files (ending in .toml), or installed packages that hold a brieflint.toml, that this file builds on."
        ),
    ] = None
    select: Annotated[
        list[Words] | None, Meta(description="Report only these rules or kinds of rules. Without it, all are reported.")
    ] = None
    ignore: Annotated[list[Words] | None, Meta(description="Do not report these rules or kinds of rules.")] = None
    severity: Annotated[Severities, Meta(description="How loudly a rule, or a kind of rules, is to speak.")] = {}
    fail_on: Annotated[
        Severity | None, Meta(description="The lightest finding for which the exit code is 1; error by default.")
    ] = None
    exclude: Annotated[
        list[Words] | None, Meta(description="Files not to check: globs, as in .gitignore, from the folder of this file.")
    ] = None
    include: Annotated[
        list[Words] | None, Meta(description="Check only these files: globs, as in .gitignore, from the folder of this file.")
    ] = None
    gitignore: Annotated[
        bool | None, Meta(description="Leave alone, in folders, what git is told to ignore; true by default.")
    ] = None
    terms: Annotated[list[HouseTerm], Meta(description="Words of the house, or of a country, for the models.")] = []
    patterns: Annotated[
        list[Words] | None, Meta(description="Folders of patterns to lay over those of brieflint, relative to this file.")
    ] = None
    baseline: Annotated[Words | None, Meta(description="A file of known findings, relative to this file.")] = None
    legal: Annotated[
        list[Words] | None,
        Meta(description="Jurisdictions whose legal notes are shown, such as de: information, no advice. None by default."),
    ] = None
    limits: Annotated[
        LimitTable,
        Meta(description=f"How much is read of a brief; each limit may be raised to {RAISE} times its default."),
    ] = msgspec.field(default_factory=LimitTable)
    overrides: Annotated[list[Override], Meta(description="What holds for some files only; later ones win.")] = []


def write_schema() -> str:
    """The JSON Schema of the configuration, for editors; `brieflint.schema.json` beside this module is a copy."""
    _, tables = msgspec.json.schema_components([ConfigFile], ref_template="#/$defs/{name}")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **tables.pop(ConfigFile.__name__), "$defs": tables}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
