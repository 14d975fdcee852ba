"""What the editor on the other side can do."""

from dataclasses import dataclass

from lsprotocol.types import ClientCapabilities, MarkupKind
from pygls.capabilities import get_capability

from brieflint.editing.positions import UTF_16


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """How it counts columns (`encoding`), and what it can do.

    Whether it shows `related` places, refuses edits of an older version, reads Markdown, tells of files that change.
    """

    encoding: str = UTF_16
    related: bool = False
    versioned: bool = False
    markdown: bool = False
    watches: bool = False


def know_client(capabilities: ClientCapabilities, encoding: str) -> Client:
    """The client that has these capabilities, and with which this encoding of columns was agreed upon."""
    formats = get_capability(capabilities, "text_document.hover.content_format", None) or ()
    watching = "workspace.did_change_watched_files.dynamic_registration"
    return Client(
        encoding=encoding,
        related=bool(get_capability(capabilities, "text_document.publish_diagnostics.related_information", False)),
        versioned=bool(get_capability(capabilities, "workspace.workspace_edit.document_changes", False)),
        markdown=MarkupKind.Markdown in formats,
        watches=bool(get_capability(capabilities, watching, False)),
    )
