"""From the files that have a say, and the command line, to the settings for one file: what is nearer wins."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from brieflint.configuration.content import ConfigFile, Override
from brieflint.configuration.globs import Globs
from brieflint.configuration.settings import COMMAND_LINE, Options, Settings
from brieflint.configuration.tomlfile import Layer
from brieflint.documents.limits import DEFAULT
from brieflint.errors import ConfigError
from brieflint.knowledge.house import HouseWord

PLAIN = ("select", "ignore", "fail_on")
"""Keys whose nearest value holds as a whole."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A file with the folder from which its globs are meant: of a file that another one extends, that of the other."""

    layer: Layer
    folder: Path


def merge(placed: Sequence[Placed], path: Path, options: Options) -> Settings:
    """The settings for `path`; files weakest first. In each, what it says for some files wins over what it says for all."""
    merged = _Merger()
    for entry in placed:
        merged.add(entry, path)
    merged.add_options(options)
    files = tuple(entry.layer.path for entry in reversed(placed))
    return replace(Settings(**merged.values), origins=merged.origins, files=files)


class _Merger:
    def __init__(self) -> None:
        self.values: dict[str, Any] = {"severity": {}, "terms": (), "patterns": (), "limits": DEFAULT}
        self.origins: dict[str, str] = {}

    def add(self, placed: Placed, path: Path) -> None:
        layer, content = placed.layer, placed.layer.content
        self._add_rules(content, layer.place)
        for name in ("exclude", "include"):
            if (patterns := getattr(content, name)) is not None:
                self._set(name, (Globs(placed.folder, tuple(patterns)),), layer.place(name))
        if content.gitignore is not None:
            self._set("gitignore", content.gitignore, layer.place("gitignore"))
        if content.patterns is not None:
            folders = tuple(layer.path.parent / folder for folder in content.patterns)
            _check_folders(folders, layer)
            self._add_patterns(folders, layer.place("patterns"))
        if content.legal is not None:
            self._set("legal", tuple(dict.fromkeys(content.legal)), layer.place("legal"))
        if content.baseline is not None:
            self._set("baseline", layer.path.parent / content.baseline, layer.place("baseline"))
        for position, term in enumerate(content.terms):
            place = layer.place("terms", position)
            _check_phrase(term.phrase, place)
            word = HouseWord(phrase=term.phrase, model=None if term.model == "none" else term.model, flag=term.flag)
            others = (other for other in self.values["terms"] if other.id != word.id)
            self._set("terms", (*others, word), place)
            self.origins[f"terms.{term.phrase}"] = place
        for name, most in asdict(content.limits).items():
            if most is not None:
                origin = layer.place("limits", name.replace("_", "-"))
                self.values["limits"] = replace(self.values["limits"], **{name: most})
                self.origins[f"limits.{name}"] = origin
        for position, override in enumerate(content.overrides):
            if Globs(placed.folder, tuple(override.paths)).match(path):
                self._add_rules(override, lambda *key, at=position: layer.place("overrides", at, *key))

    def add_options(self, options: Options) -> None:
        for name in ("select", "ignore", "fail_on", "baseline", "legal"):
            if value := getattr(options, name):
                self._set(name, value, COMMAND_LINE)
        if options.patterns:
            self._add_patterns(options.patterns, COMMAND_LINE)
        if options.no_baseline:
            self._set("baseline", None, COMMAND_LINE)

    def _add_rules(self, content: ConfigFile | Override, place: Callable[..., str]) -> None:
        for name in PLAIN:
            value = getattr(content, name)
            if value is not None:
                self._set(name, tuple(value) if isinstance(value, list) else value, place(name.replace("_", "-")))
        for rule, severity in content.severity.items():
            self.values["severity"][rule] = severity
            self.origins[f"severity.{rule}"] = place("severity", rule)

    def _add_patterns(self, folders: Iterable[Path], origin: str) -> None:
        above = self.origins.get("patterns")
        self._set("patterns", (*self.values["patterns"], *folders), f"{above}, {origin}" if above else origin)

    def _set(self, name: str, value: object, origin: str) -> None:
        self.values[name] = value
        self.origins[name] = origin


def _check_folders(folders: Iterable[Path], layer: Layer) -> None:
    if missing := [folder for folder in folders if not folder.is_dir()]:
        place = layer.place("patterns")
        raise ConfigError([f"{place}: patterns: there is no folder {folder}; check the name" for folder in missing])


def _check_phrase(phrase: str, place: str) -> None:
    # Here and not above: few houses have words of their own.
    from brieflint.knowledge.grammar import FrameError, parse_phrase

    try:
        parse_phrase(phrase, {})
    except FrameError as error:
        raise ConfigError([f"{place}: terms: {error}"]) from None
