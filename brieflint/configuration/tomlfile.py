"""One TOML file, validated against a model; every mistake with its line, which the parser of the standard library forgets."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brieflint.configuration.content import ConfigFile
from brieflint.errors import ConfigError
from brieflint.storage import read_text

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
    content: ConfigFile
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
        plain: Any = _strip(tomllib.loads(text))
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
    try:
        return Layer(path=path, content=ConfigFile.read(plain), lines=lines)
    except ValueError as error:
        # Here and not above: most configurations are as they should be.
        from brieflint.configuration.mistakes import find_mistakes

        draft = Layer(path=path, content=ConfigFile(), lines=lines)
        told = {(draft.line(*key), f"{draft.place(*key)}: {what}") for key, what in find_mistakes(plain, ConfigFile)}
        raise ConfigError([mistake for _, mistake in sorted(told)] or [f"{path}: {error}"]) from None


def _strip(plain: Any) -> Any:
    """The same without white space around strings, which nobody means."""
    if isinstance(plain, dict):
        return {name: _strip(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [_strip(item) for item in plain]
    return plain.strip() if isinstance(plain, str) else plain


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
