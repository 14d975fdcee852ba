"""Labels: what careful readers say of a brief. A file of them holds one JSON object a line."""

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError, model_validator
from pydantic_core import ErrorDetails

from brieflint.errors import BriefError
from brieflint.judgement.verdict import DescribedModel
from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import NamedModel
from brieflint.storage import read_text

Contraindication = Literal[
    "sa_without_technical_lead", "sa_vendor_accountable", "so_evolving_scope", "so_client_directs", "ito_core_product"
]
CONTRAINDICATIONS: tuple[Contraindication, ...] = get_args(Contraindication)
ALIKE = 0.75
"""A key that is so much like a known one is a slip; other keys are the office's own notes and left alone."""
ADVICE = {
    "string_type": "should be text in quotation marks",
    "bool_type": "should be true or false",
    "tuple_type": "should be a list in square brackets",
    "missing": "is missing",
}
"""pydantic's type of an error → what is wrong, in words for people."""


class Label(BaseModel):
    """What a brief says, as its readers agree. `line` is that of the label in its file.

    `named`: the models whose term is applied to the work being bought. `described`: the one that the substance describes.
    `mislabelled`: a name contradicts it, or names contradict each other. `should_say`: the model that the brief ought to name.
    `evidence`, `label_quotes`: the words of the brief that show what it describes and where it is named, verbatim.
    `contraindications`: what speaks against the described model. `genre`: figures are also told by it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    line: int = Field(default=0, exclude=True)
    id: str = ""
    path: str = ""
    named: tuple[NamedModel, ...]
    described: DescribedModel
    mislabelled: StrictBool
    should_say: Model | None = None
    evidence: tuple[str, ...] = ()
    label_quotes: tuple[str, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    genre: str | None = None

    @model_validator(mode="after")
    def _has_a_file(self) -> "Label":
        if not self.path and not self.id:
            raise ValueError("path is missing: say which file the label is for")
        return self

    @property
    def file(self) -> str:
        """The brief's file, as the label says it; without a path, the id with `.txt`."""
        return self.path or f"{self.id}.txt"


KEYS = tuple(key for key in Label.model_fields if key != "line")


def read_labels(path: Path) -> tuple[Label, ...]:
    """The labels of a file. Raises `BriefError` with every mistake, each with its line."""
    try:
        text = read_text(path)
    except UnicodeDecodeError:
        raise BriefError(str(path), "it is not UTF-8 text", "Save it as UTF-8, one JSON object a line.") from None
    except OSError as error:
        raise BriefError(str(path), f"it cannot be read ({error.strerror})", "Give a file of labels.") from None
    return parse_labels(text, str(path))


def parse_labels(text: str, name: str) -> tuple[Label, ...]:
    """The labels in `text`, from a file called `name`. Raises `BriefError` with every mistake, each with its line."""
    labels: list[Label] = []
    mistakes: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = _parse_line(line, number)
            if isinstance(found, Label):
                labels.append(found)
            else:
                mistakes += (f"{name}:{number}: {what}" for what in found)
    mistakes += (
        f"{name}:{again.line}: {again.file!r} is labelled in line {first} already" for again, first in _doubled(labels)
    )
    if mistakes:
        raise MistakenLabels(name, mistakes)
    if not labels:
        raise BriefError(name, "it holds no labels", "Write one JSON object a line.")
    return tuple(labels)


class MistakenLabels(BriefError):
    """Labels that are wrong: every mistake, with file and line."""

    def __init__(self, path: str, mistakes: list[str]) -> None:
        super().__init__(path, "\n".join(mistakes))

    def __str__(self) -> str:
        return self.what


def find_brief(label: Label, folder: Path) -> Path:
    """The path of a labelled brief: from the folder of the labels or, where it is not there, from the one above.

    Collections with a file of labels in each folder often say paths from their top.
    """
    choices = [folder / label.file, folder.parent / label.file]
    return next((path for path in choices if _is_there(path)), choices[0])


def _is_there(path: Path) -> bool:
    """Whether it is a file, or stands in a package that is one."""
    return any(step.is_file() for step in (path, *path.parents))


def _parse_line(line: str, number: int) -> Label | list[str]:
    try:
        plain = json.loads(line)
    except RecursionError:
        return ["not valid JSON: too deeply nested"]
    except json.JSONDecodeError as error:
        return [f"not valid JSON: {error.msg}, column {error.colno}"]
    except ValueError:
        return ["not valid JSON: a number is too long"]
    if not isinstance(plain, dict):
        return ["not a label: each line should be one JSON object, in braces"]
    slips = list(_find_slips(plain))
    if slips:
        return slips
    try:
        return Label.model_validate({**plain, "line": number})
    except ValidationError as error:
        return [_tell(detail) for detail in error.errors(include_url=False)]


def _find_slips(plain: dict[str, Any]) -> Iterator[str]:
    for key in plain:
        close = get_close_matches(key, KEYS, 1, ALIKE)
        if key not in KEYS and close and close[0] not in plain:
            yield f"unknown key {key!r}; did you mean {close[0]!r}?"


def _tell(detail: ErrorDetails) -> str:
    """One mistake in words, with the nearest valid value."""
    kind, value = detail["type"], detail["input"]
    where = ".".join(f"{step + 1}" if isinstance(step, int) else step for step in detail["loc"])
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "missing":
        return f"{where} is missing; every label needs named, described and mislabelled"
    if kind == "literal_error":
        choices = [piece.strip("' ") for piece in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]
        close = get_close_matches(str(value), choices, 1)
        return f"{where}: {value!r} is none of {', '.join(choices)}" + (f"; did you mean {close[0]!r}?" if close else "")
    return f"{where}: {value!r} {ADVICE.get(kind, 'is not valid')}"


def _doubled(labels: Iterable[Label]) -> Iterator[tuple[Label, int]]:
    seen: dict[str, int] = {}
    for label in labels:
        first = seen.setdefault(label.file, label.line)
        if first != label.line:
            yield label, first
