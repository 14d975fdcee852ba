"""Texts as editors hold them, saved or not, and the way from one to a document."""

import codecs
from dataclasses import dataclass
from pathlib import Path, PurePath

from pygls.uris import to_fs_path, urlparse

from brieflint.documents import Document, Limits, is_plain, read_bytes
from brieflint.errors import BriefError

LANGUAGES = {"markdown": ".md", "plaintext": ".txt", "text": ".txt", "txt": ".txt"}
"""Language as editors call it → the ending of files in it."""
MOST_CHARACTERS = 500_000
"""About two hundred pages, or five seconds; nobody waits for longer while typing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One version of a text. `uri` is its name in the editor, `path` the one by which its settings are found and it is read."""

    uri: str
    path: str
    version: int | None
    words: str


def find_path(uri: str, language: str) -> str:
    """The path of a text, "" when it is neither plain text nor Markdown: of a file its own, by which it is read as ever.

    Of a text that was never saved it is made up of its name and its language, in the folder of this process.
    """
    ending = LANGUAGES.get(language.lower(), "")
    if path := to_fs_path(uri):
        return path if is_plain(path) and (PurePath(path).suffix or ending) else ""
    name = PurePath(urlparse(uri)[2]).name or "brief"
    return str(Path.cwd() / f"{name}{ending}") if ending else ""


def read_text(text: Text, limits: Limits) -> Document:
    """Read a text as if it were a file. Raises `BriefError`, also for one that is too long to be read at every change."""
    if len(text.words) > MOST_CHARACTERS:
        what = f"this text has {len(text.words):,} characters, and in an editor {MOST_CHARACTERS:,} is the most"
        raise BriefError(text.path, what, "Save it, and ask brieflint check what it says")
    # With its mark it is taken for nothing but UTF-8, so that the text of the document is the one in the editor.
    return read_bytes(codecs.BOM_UTF8 + text.words.encode("utf-8", "replace"), text.path, limits)
