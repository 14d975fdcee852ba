"""One TOML file, validated against a model; every mistake with its line, which the parser of the standard library forgets."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brieflint.errors import ConfigError
from brieflint.storage import read_text

if TYPE_CHECKING:
    from brieflint.configuration.content import ConfigFile

Key = tuple[str | int, ...]

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_PART = re.compile(_KEY)
_HEADER = re.compile(rf"[ \t]*\[(\[?)[ \t]*({_DOTTED})[ \t]*\]\]?")
_PAIR = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=[ \t]*")
_TOKEN = re.compile(
    r"""\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*"""
    r"""|[\[\]{},\n]|[^"'\#\[\]{},\n]+""",
    re.DOTALL,
)
_LINE = re.compile(r"at line (\d+), column \d+")

MOST = 2 * 2**20
"""The size in bytes of the largest configuration file that is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The validated content of one file. `lines` gives the line of a key, `("overrides", 0, "ignore")`."""

    path: Path
    content: "ConfigFile"
    lines: Mapping[Key, int]

    def line(self, *key: str | int) -> int:
        """The line of a key, or of the nearest thing around it that has one."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def place(self, *key: str | int) -> str:
        """The place of a key, as people write it."""
        return f"{show_path(self.path)}:{self.line(*key)}"


def read_layer(path: Path) -> Layer | None:
    """Read a configuration file, None if it is a `pyproject.toml` that says nothing of brieflint. Raises `ConfigError`."""
    shown = show_path(path)
    try:
        text = read_text(path, MOST)
    except UnicodeDecodeError:
        raise ConfigError([f"{shown}:1: the file is not UTF-8 text"]) from None
    except OSError as error:
        raise ConfigError([f"{shown}: the configuration cannot be read ({error.strerror}); check the name"]) from None
    shared = path.name == "pyproject.toml"
    if shared and "brieflint" not in text:
        return None
    try:
        plain: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        what = _LINE.sub("", str(error)).replace("()", "").strip()
        raise ConfigError([f"{shown}:{line[1] if line else text.count(chr(10)) + 1}: not valid TOML: {what}"]) from None
    except RecursionError:
        raise ConfigError([f"{shown}: this configuration nests its values too deeply; write it anew"]) from None
    lines = dict(find_lines(text))
    if shared:
        plain = plain.get("tool", {}).get("brieflint")
        lines = {key[2:]: line for key, line in lines.items() if key[:2] == ("tool", "brieflint")}
        if plain is None:
            return None
    # Here and not above: most briefs have no configuration, and need not wait for what validates one.
    from pydantic import ValidationError

    from brieflint.configuration.content import ConfigFile

    try:
        return Layer(path=path, content=ConfigFile.model_validate(plain), lines=lines)
    except ValidationError as error:
        draft = Layer(path=path, content=ConfigFile(), lines=lines)
        told = {
            (draft.line(*key), f"{draft.place(*key)}: {_explain(found['type'], found['msg'], key)}")
            for found in error.errors(include_url=False)
            if (key := _find_key(plain, found["loc"], found["type"]))
        }
        raise ConfigError([mistake for _, mistake in sorted(told)]) from None


def show_path(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def find_lines(text: str) -> Iterator[tuple[Key, int]]:
    """Find the line of every key, table and item of an array in a valid TOML text."""
    table: Key = ()
    counts: dict[Key, int] = {}
    at, line = 0, 1
    while at < len(text):
        if header := _HEADER.match(text, at):
            table = _resolve(_split(header[2]), counts)
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, line
            at = header.end()
        elif pair := _PAIR.match(text, at):
            key = (*table, *_split(pair[1]))
            yield key, line
            depth, item, at = 0, 0, pair.end()
            while (token := _TOKEN.match(text, at)) and (token[0] != "\n" or depth):
                if token[0] in ("]", "}"):
                    depth -= 1
                elif depth == 1 and token[0] == ",":
                    item += 1
                elif depth == 1 and token[0].strip() and not token[0].startswith("#"):
                    yield (*key, item), line
                depth += token[0] in ("[", "{")
                line += token[0].count("\n")
                at = token.end()
        end = text.find("\n", at)
        at = len(text) if end < 0 else end + 1
        line += 1


def _resolve(names: Key, counts: Mapping[Key, int]) -> Key:
    """Point a name at the last item of each array of tables on its way."""
    found: Key = ()
    for position, name in enumerate(names):
        found = (*found, name)
        if found in counts and position < len(names) - 1:
            found = (*found, counts[found])
    return found


def _split(dotted: str) -> Key:
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in _PART.findall(dotted))


def _find_key(plain: Any, place: tuple[int | str, ...], kind: str) -> Key:
    """The key in the file of what pydantic calls a place, which also names types."""
    key: Key = ()
    for step in place:
        known = range(len(plain)) if isinstance(plain, list) else plain if isinstance(plain, dict) else ()
        if step in known:
            key, plain = (*key, step), plain[step]
    return (*key, place[-1]) if kind == "missing" else key


def _explain(kind: str, message: str, key: Key) -> str:
    name = ".".join(str(step) for step in key if not isinstance(step, int))
    if kind == "extra_forbidden":
        near = get_close_matches(str(key[-1]), _find_keys(key), n=1)
        meant = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(_find_keys(key))}"
        return f"unknown key {str(key[-1])!r}; {meant}"
    if kind == "missing":
        return f"the key {str(key[-1])!r} is missing"
    return f"{name}: {message[0].lower()}{message[1:]}"


def _find_keys(key: Key) -> list[str]:
    """The keys that may stand where an unknown one stands."""
    from pydantic import BaseModel

    from brieflint.configuration.content import ConfigFile

    table: type[BaseModel] = ConfigFile
    for step in key[:-1]:
        if isinstance(step, str):
            inner = next((field.annotation for field in table.model_fields.values() if field.alias == step), None)
            arguments = getattr(inner, "__args__", (inner,))
            table = next((kind for kind in arguments if isinstance(kind, type) and issubclass(kind, BaseModel)), table)
    return [field.alias or name for name, field in table.model_fields.items()]
