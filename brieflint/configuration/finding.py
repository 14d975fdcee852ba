"""Which configuration files have a say in a file: those of its folder and the folders above, and those that they extend."""

import os
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from brieflint.configuration.gitignore import GitIgnore
from brieflint.configuration.globs import match_any
from brieflint.configuration.merging import Placed, merge
from brieflint.configuration.settings import Options, Settings
from brieflint.configuration.tomlfile import Layer, read_layer
from brieflint.documents.limits import Limits
from brieflint.errors import ConfigError

NAME, SHARED = "brieflint.toml", "pyproject.toml"


class Configuration:
    """Finds the settings for files; every configuration file is read once."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self._found: dict[Path, tuple[Placed, ...]] = {}
        self._given: tuple[Placed, ...] | None = None
        self._ignored = GitIgnore()

    def find(self, path: str | Path) -> Settings:
        """The settings for a file, which need not exist. Raises `ConfigError`."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - links are kept: the configuration beside the link counts
        return merge(self._find_files(whole.parent), whole, self.options)

    def limit(self, path: str | Path) -> Limits:
        """The limits within which a file is read."""
        return self.find(path).limits

    def wants(self, path: str | Path, *, folder: bool = False) -> bool:
        """Whether a file is to be checked, or a folder to be looked into."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100
        settings = self.find(whole)
        if match_any(settings.exclude, whole, folder=folder):
            return False
        return folder or not settings.include or match_any(settings.include, whole)

    def ignores(self, path: str | Path, *, folder: bool = False) -> bool:
        """Whether git ignores a file, or a folder, and the settings follow it in that."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100
        return self.find(whole).gitignore and self._ignored.covers(whole, folder=folder)

    def _find_files(self, folder: Path) -> tuple[Placed, ...]:
        """The files for all files of a folder, weakest first."""
        if self.options.no_config:
            return ()
        if self.options.config:
            if self._given is None:
                whole = Path(os.path.abspath(self.options.config))  # noqa: PTH100
                layer = read_layer(whole)
                if layer is None:
                    raise ConfigError([f"{self.options.config}: there is no [tool.brieflint] in it; name another file"])
                self._given = tuple(_follow(layer, whole.parent, ()))
            return self._given
        if folder not in self._found:
            layer = _find_layer(folder)
            own = tuple(_follow(layer, folder, ())) if layer else ()
            ends = folder == folder.parent or (layer is not None and layer.content.root)
            self._found[folder] = own if ends else (*self._find_files(folder.parent), *own)
        return self._found[folder]


def _find_layer(folder: Path) -> Layer | None:
    for name in (NAME, SHARED):
        # What may not be looked at has no say.
        with suppress(OSError):
            if not (folder / name).is_file():
                continue
            if layer := read_layer(folder / name):
                return layer
    return None


def _follow(layer: Layer, folder: Path, above: tuple[Path, ...]) -> Iterator[Placed]:
    """The files that a file extends, each after those that it extends itself, and the file."""
    if layer.path in above:
        raise ConfigError([f"{layer.place('extends')}: extends: these files extend each other in a circle; break it"])
    extends = layer.content.extends or []
    for name in [extends] if isinstance(extends, str) else extends:
        found = _locate(name, layer)
        base = read_layer(found)
        if base:
            yield from _follow(base, folder, (*above, layer.path))
    yield Placed(layer, folder)


def _locate(name: str, layer: Layer) -> Path:
    """The file that `extends` names: a path, or the `brieflint.toml` of an installed package, of which no code is run."""
    if name.endswith(".toml"):
        found = Path(os.path.abspath(layer.path.parent / name))  # noqa: PTH100
        if found.is_file():
            return found
        raise ConfigError([f"{layer.place('extends')}: extends: there is no file {found}; check the name"])
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        spec = None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / NAME).is_file():
            return Path(place) / NAME
    raise ConfigError(
        [
            f"{layer.place('extends')}: extends: no installed package {name!r} holds a {NAME}; install it here, "
            "or name a file that ends in .toml"
        ]
    )
