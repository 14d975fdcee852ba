"""All mistakes in a configuration, each with its key: the model itself stops at the first one."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import ValidationError, convert
from msgspec.structs import fields

from brieflint.configuration.content import Table

Key = tuple[str | int, ...]
NAMES: Mapping[type, str] = {bool: "boolean", str: "string", int: "whole number", list: "list"}
"""What people call the types of values; all others are tables."""
BOUND = re.compile(r"`((?: of length)? [<>]=? \d+)")
"""How large something should be, in a message of msgspec."""


def find_mistakes(value: Any, kind: Any, key: Key = ()) -> Iterator[tuple[Key, str]]:
    """Find what is wrong in a value that should be of a kind and stands at `key`: where, and what, in words for people."""
    inner = _choose(value, kind)
    shape = get_origin(inner) or inner
    if isinstance(value, dict) and isinstance(shape, type) and issubclass(shape, Table):
        yield from _check_table(value, shape, key)
    elif isinstance(value, dict) and shape is dict:
        for name, item in value.items():
            yield from find_mistakes(item, get_args(inner)[1], (*key, name))
    elif isinstance(value, list) and shape is list and value:
        for at, item in enumerate(value):
            yield from find_mistakes(item, get_args(inner)[0], (*key, at))
    else:
        try:
            convert(value, kind)
        except ValidationError as error:
            name = ".".join(step for step in key if isinstance(step, str))
            yield key, f"{name}: input should be {_describe(inner, str(error))}"


def _check_table(value: dict[str, Any], table: type[Table], key: Key) -> Iterator[tuple[Key, str]]:
    known = {field.encode_name: field for field in fields(table)}
    for name, item in value.items():
        if name in known:
            yield from find_mistakes(item, known[name].type, (*key, name))
        else:
            near = get_close_matches(name, known, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            yield (*key, name), f"unknown key {name!r}; {meant}"
    for name, field in known.items():
        if field.required and name not in value:
            yield (*key, name), f"the key {name!r} is missing"


def _choose(value: Any, kind: Any) -> Any:
    """What should stand there, without remarks; of several kinds the one that the value is of, or else the first."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) not in (Union, UnionType):
        return kind
    kinds = [_choose(value, one) for one in get_args(kind) if one is not NoneType]
    return next((one for one in kinds if type(value) in (one, get_origin(one))), kinds[0])


def _describe(kind: Any, message: str) -> str:
    if get_origin(kind) is Literal:
        *most, last = map(repr, get_args(kind))
        return f"{', '.join(most)} or {last}"
    bound = BOUND.search(message)
    return f"a valid {NAMES.get(get_origin(kind) or kind, 'table')}{bound[1] if bound else ''}"
