"""One YAML file, validated against a type; every mistake with its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError

from brieflint.knowledge.folder import LARGEST_YAML, UnfitFile, read_text

MOST_TOLD = 100
"""Mistakes told of one file; whoever made more will not read them."""
STRICT = ConfigDict(extra="forbid")
WANTED = {
    "tuple_type": "must be a list, such as [one, two]",
    "string_type": 'must be text; put it in quotes, such as "no"',
    "dataclass_type": "must hold keys and values",
    "dict_type": "must hold keys and values",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
}
"""What pydantic asks for → the same in words for people."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing wrong in a pattern file. `line` counts from 1."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Content:
    """The validated content of a file, and the YAML node it came from, which knows the lines."""

    value: Any
    node: yaml.Node

    def line(self, *place: int | str) -> int:
        """The line (from 1) of what stands at `place`, such as `("terms", 3)`."""
        return line_at(self.node, place)


class PlainLoader(yaml.SafeLoader):
    """YAML without aliases (`*name`), which let a small file stand for an endless one."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose the next node."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "aliases are not read; write it out", self.peek_event().start_mark)  # type: ignore[no-untyped-call]
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


def read_yaml(file: Traversable, name: str, kind: Any, keys: Sequence[str]) -> tuple[Content | None, list[Mistake]]:
    """The content of `file` as an instance of `kind`, or what is wrong with it.

    `keys` are the keys valid anywhere in such a file, for suggestions.
    """
    try:
        node = yaml.compose(read_text(file, LARGEST_YAML), Loader=PlainLoader)
    except UnfitFile as error:
        return None, [Mistake(name, 1, str(error))]
    except RecursionError:
        return None, [Mistake(name, 1, "the file is nested too deeply")]
    except yaml.reader.ReaderError as error:
        return None, [Mistake(name, 1, f"not valid YAML: the character {chr(error.character)!r} may not stand in it")]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [Mistake(name, mark.line + 1 if mark else 1, f"not valid YAML: {error.problem or error.context}")]
    if node is None:
        return None, [Mistake(name, 1, "the file is empty")]
    doubled = [Mistake(name, line, f"the key {key!r} stands twice") for key, line in _doubled_keys(node)]
    if doubled:
        return None, _cut(doubled, len(doubled))
    try:
        plain = yaml.constructor.SafeConstructor().construct_document(node)
        # pydantic takes no config for a dataclass at the top, so the content is validated as a tuple of one.
        (value,) = TypeAdapter(tuple[kind], config=STRICT).validate_python((plain,))
    except yaml.constructor.ConstructorError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, [Mistake(name, line, f"not plain YAML: {error.problem}")]
    except ValidationError as error:
        mistakes = [
            Mistake(name, line_at(node, found["loc"][1:]), _explain(found["type"], found["msg"], found["loc"][1:], keys))
            for found in error.errors(include_url=False)[:MOST_TOLD]
        ]
        return None, _cut(mistakes, error.error_count())
    return Content(value, node), []


def _cut(mistakes: list[Mistake], number: int) -> list[Mistake]:
    """The mistakes that are told, and how many more there are."""
    told = mistakes[:MOST_TOLD]
    return [*told, Mistake(told[-1].file, told[-1].line, f"and {number - MOST_TOLD:,} more")] if number > MOST_TOLD else told


def line_at(node: yaml.Node, place: Sequence[int | str]) -> int:
    """The line of the key or item to which `place` leads, or of the deepest one on the way that is there."""
    line = node.start_mark.line
    for step in place:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == str(step)), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
    return line + 1


def _doubled_keys(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in names:
                yield name, key.start_mark.line + 1
            names.add(name)
            yield from _doubled_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _doubled_keys(item)


def _explain(kind: str, message: str, place: Sequence[int | str], keys: Sequence[str]) -> str:
    key = str(place[-1]) if place else ""
    if kind == "missing":
        return f"the field {key!r} is missing"
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        near = get_close_matches(key, keys, n=1)
        return f"unknown key {key!r}" + (f"; did you mean {near[0]!r}?" if near else "")
    where = ".".join(str(step) for step in place if not isinstance(step, int))
    told = WANTED.get(kind, f"{message[0].lower()}{message[1:]}")
    return f"{where}: {told}" if where else f"the file {told}"
