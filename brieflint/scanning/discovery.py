"""Which files are meant: those named, the supported ones in folders and packages named, and standard input."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brieflint.configuration.finding import Configuration
from brieflint.documents import Limits, is_package, is_supported
from brieflint.documents.formats import is_sheet
from brieflint.errors import BriefError

STDIN = "-"
LOCK = "~$"
"""The beginning of the name of the files that Word leaves beside an open document."""


@dataclass(frozen=True, slots=True)
class Found:
    """Paths to check, in a stable order, each once; how many files in folders and packages were left alone; and the folders."""

    paths: tuple[str, ...]
    skipped: int
    folders: tuple[str, ...] = ()


def discover(paths: Sequence[str], configuration: Configuration, *, sheets: bool = False) -> Found:
    """Files as given, whatever they are but Word's lock files; of folders and packages every supported file, by name.

    In folders hidden files and links are left out, and what the configuration ignores. Packages are looked into wherever they
    are found, within the limits that hold for them. What the configuration does not want is skipped, also when it was named:
    hooks name every file that changed. With `sheets`, spreadsheets in folders count too.
    """
    search = _Search(configuration, sheets)
    for path in paths:
        if path != STDIN and is_folder(path):
            for file in search.walk(Path(path)):
                search.add(str(file), found=True)
        else:
            search.add(path, found=False)
    return Found(tuple(search.files), search.skipped, tuple(search.folders))


class _Search:
    def __init__(self, configuration: Configuration, sheets: bool) -> None:
        self._configuration = configuration
        self._sheets = sheets
        self.files: dict[str, None] = {}
        self.folders: dict[str, None] = {}
        self.skipped = 0

    def add(self, file: str, *, found: bool) -> None:
        """Take a file, or what is in a package; it was named, or `found` in a folder."""
        if Path(file).name.startswith(LOCK):
            return
        if is_package(file):
            inside = _look_into(file, self._configuration.limit(file), self._sheets)
            wanted = [brief for brief in inside.paths if self._configuration.wants(brief)]
            self.files |= dict.fromkeys(wanted)
            self.skipped += inside.skipped + len(inside.paths) - len(wanted)
        elif (file != STDIN and not self._configuration.wants(file)) or (found and not self._can_read(file)):
            self.skipped += 1
        else:
            self.files[file] = None

    def _can_read(self, file: str) -> bool:
        """Whether a file can be read; a folder that nobody may look into is told when it is its turn."""
        return is_supported(file) or (self._sheets and is_sheet(file)) or is_folder(file)

    def walk(self, folder: Path) -> Iterator[Path]:
        """The files in a folder and the folders in it, by name."""
        self.folders[str(folder)] = None
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            # What is wrong with it is told when it is its turn to be read.
            yield folder
            return
        for entry in entries:
            if entry.name.startswith((".", LOCK)) or entry.is_symlink():
                continue
            if entry.is_dir():
                if self._configuration.wants(entry, folder=True) and not self._configuration.ignores(entry, folder=True):
                    yield from self.walk(entry)
            elif entry.is_file():
                if self._configuration.ignores(entry):
                    self.skipped += 1
                else:
                    yield entry


def is_folder(path: str) -> bool:
    """Whether a path is a folder; a name that no system allows is none."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _look_into(package: str, limits: Limits, sheets: bool) -> Found:
    from brieflint.documents.container import list_entries

    try:
        entries = list_entries(package, limits, sheets=sheets)
    except BriefError:
        # What is wrong with it is told when it is its turn to be read.
        return Found((package,), 0)
    return Found(tuple(f"{package}/{brief}" for brief in entries.briefs), entries.skipped)
