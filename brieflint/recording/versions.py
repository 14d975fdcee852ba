"""What exactly took part in a run: the program, what it knows, and the libraries that count for it, as digests."""

import errno
import platform
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import brieflint
from brieflint.knowledge.folder import COMPILED, digest, shipped_folder
from brieflint.storage import UnfitFileError, open_regular

LIBRARIES = ("numpy", "spacy")
MOST_HASHED = 4 * 2**30
"""The size in bytes of the largest file of which a digest is made; no configuration allows a larger brief."""


@cache
def describe_versions() -> dict[str, dict[str, str]]:
    """The tool, its libraries, its patterns and its trained readers."""
    libraries = {name: version(name) for name in LIBRARIES}
    return {
        "tool": {"version": brieflint.__version__, "digest": _digest_code()},
        "libraries": {"python": platform.python_version(), **libraries},
        "patterns": {"digest": digest(shipped_folder(), ".yaml")},
        "model": {"digest": _digest_readers()},
    }


def digest_file(path: Path) -> str:
    """The SHA-256 of a regular file. Raises `OSError`."""
    hashed = sha256()
    if path.stat().st_size > MOST_HASHED:
        raise UnfitFileError(errno.EFBIG, "far larger than any brief")
    with open_regular(path) as stream:
        while part := stream.read(2**20):
            hashed.update(part)
    return hashed.hexdigest()


def _digest_code() -> str:
    """A hash of the program; patterns lie elsewhere in a checkout than in an installation, and have their own."""
    folder = Path(brieflint.__file__).parent
    hashed = sha256()
    for file in sorted(folder.rglob("*.py")):
        name = file.relative_to(folder).as_posix()
        if not name.startswith("patterns/"):
            content = file.read_bytes()
            hashed.update(f"{name}\0{len(content)}\0".encode() + content)
    return hashed.hexdigest()


def _digest_readers() -> str:
    """A hash of the arrays of the trained readers, whatever the compression of the file in which they lie."""
    hashed = sha256()
    with shipped_folder().joinpath(COMPILED).open("rb") as stream, ZipFile(stream) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith("reader/"):
                content = archive.read(name)
                hashed.update(f"{name}\0{len(content)}\0".encode() + content)
    return hashed.hexdigest()
