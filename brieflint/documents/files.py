"""Briefs in files, and in packages as if these were folders."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from brieflint.documents.document import Document
from brieflint.documents.formats import find_reader, read_bytes
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.errors import BriefError
from brieflint.storage import UnfitFileError, open_regular

PACKAGE = ".zip"


def read(path: str | Path, limits: Limits = DEFAULT) -> Document:
    """Read the brief in a file. Raises `BriefError`, in words for people, when there is none to be had."""
    name = str(path)
    return read_bytes(load_brief(name, limits), name, limits)


def load_brief(name: str, limits: Limits = DEFAULT) -> bytes:
    """Load a file, or a file in a package, that can be read by its name. Raises `BriefError`."""
    if package := find_package(Path(name)):
        from brieflint.documents.container import load_entry

        return load_entry(str(package), Path(name).relative_to(package).as_posix(), limits)
    with telling(name):
        # A file that is not there is missing, whatever its suffix says.
        Path(name).stat()
        if is_package(name):
            raise _name_briefs(name, limits)
        if not Path(name).is_dir():
            find_reader(name)
    return load(name, limits)


def load(name: str, limits: Limits = DEFAULT) -> bytes:
    """Load a file, as far as it may be looked into and one byte more. Raises `BriefError`."""
    with telling(name):
        if Path(name).is_dir():
            os.scandir(name).close()  # says so when nobody may look into it
            raise BriefError(name, "this is a folder, not a brief", "Name the files in it")
        with open_regular(Path(name)) as stream:
            limits.check_size(os.fstat(stream.fileno()).st_size, name)
            return stream.read(limits.file_bytes + 1)


def is_package(path: str | Path) -> bool:
    """Whether this is a file that, by its name, holds several briefs."""
    # What the system says against a name is told when it is read.
    with suppress(OSError):
        return Path(path).suffix.lower() == PACKAGE and Path(path).is_file()
    return False


def find_package(path: Path) -> Path | None:
    """The package in which a path ends ("tender.zip/scope.docx"), if it does so."""
    return next((parent for parent in path.parents if is_package(parent)), None)


def _name_briefs(name: str, limits: Limits) -> BriefError:
    from brieflint.documents.container import list_entries

    briefs = list_entries(name, limits).briefs
    if not briefs:
        return BriefError(name, "this package holds no brief that can be read", "Unpack it and name the brief inside")
    held = f"{len(briefs)} briefs" if len(briefs) > 1 else "a brief"
    return BriefError(name, f"this is a package that holds {held}", f"Name the one you mean, such as {name}/{briefs[0]}")


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Put into words for people what the system says against a file."""
    try:
        yield
    except FileNotFoundError:
        raise BriefError(name, "there is no such file", "Check the name and the folder") from None
    except PermissionError:
        raise BriefError(name, "the file may not be read", "Ask its owner for permission to read it") from None
    except UnfitFileError as error:
        raise BriefError(name, error.what, error.advice) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise BriefError(name, f"the file cannot be read ({reason})", "Copy it to a local folder and try again") from None
