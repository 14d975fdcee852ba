"""One editor and its open texts: what is done when something happens to one of them, and what is answered."""

import logging
from dataclasses import replace

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    CodeActionParams,
    Diagnostic,
    Hover,
    HoverParams,
    MarkupContent,
    MarkupKind,
    MessageType,
    PublishDiagnosticsParams,
    ShowMessageParams,
    TextDocumentItem,
)
from pygls.lsp.server import LanguageServer

from brieflint.configuration.settings import Options
from brieflint.editing.actions import find_actions
from brieflint.editing.checks import CONFIGURATION, FAULT, Checked, Trouble, check_text
from brieflint.editing.client import Client
from brieflint.editing.desk import Desk
from brieflint.editing.diagnostics import make_diagnostics
from brieflint.editing.hovers import find_hover
from brieflint.editing.positions import Lines
from brieflint.editing.texts import Text, find_path
from brieflint.knowledge.vocabulary import Reader
from brieflint.reporting.entries import UNCHECKED
from brieflint.reporting.pages import set_markdown
from brieflint.reporting.paragraphs import set_text

PAUSE = 0.3
"""Seconds for which a text must be still before it is checked."""
HEADING = 3
"""The level of the headings in a hover, which is small."""
log = logging.getLogger(__name__)


class Session:
    """The open texts of one editor. `client` is set when it has introduced itself."""

    def __init__(self, server: LanguageServer, options: Options, reader: Reader | None) -> None:
        self.client = Client()
        self._server = server
        self._options = options
        self._reader = reader
        self._desk = Desk(self._check, self._publish)
        self._told: set[str] = set()

    def open(self, item: TextDocumentItem) -> None:
        """Take a text, if it is one to read."""
        if path := find_path(item.uri, item.language_id):
            self._desk.put(Text(uri=item.uri, path=path, version=item.version, words=item.text))

    def change(self, uri: str, version: int | None, words: str) -> None:
        """Take the next version of a text."""
        if text := self._desk.find(uri):
            self._desk.put(replace(text, version=version, words=words), PAUSE)

    def save(self, uri: str) -> None:
        """Check a text now, with the settings that hold now."""
        if text := self._desk.find(uri):
            self._desk.put(text)

    def close(self, uri: str) -> None:
        """Forget a text, and take its diagnostics back."""
        if self._desk.find(uri):
            self._desk.drop(uri)
            self._send(uri, None, [])

    def look_again(self) -> None:
        """Check all texts, since the settings may have changed."""
        for text in self._desk.list_texts():
            self._desk.put(text, PAUSE)

    async def hover(self, params: HoverParams) -> Hover | None:
        """What there is to tell about the words at a place."""
        checked = await self._desk.ask(params.text_document.uri)
        if checked is None or checked.opinion is None:
            return None
        lines = Lines(checked.opinion.judged.document.text, self.client.encoding)
        found = find_hover(checked.opinion, lines, lines.offset(params.position))
        if found is None:
            return None
        start, end, page = found
        if self.client.markdown:
            contents = MarkupContent(kind=MarkupKind.Markdown, value=set_markdown(page, HEADING))
        else:
            contents = MarkupContent(kind=MarkupKind.PlainText, value=set_text(page))
        return Hover(contents=contents, range=lines.range(start, end))

    async def act(self, params: CodeActionParams) -> list[CodeAction]:
        """The quick fixes for a range."""
        wanted = params.context.only
        if wanted is not None and not {CodeActionKind.QuickFix, CodeActionKind.Empty} & set(wanted):
            return []
        checked = await self._desk.ask(params.text_document.uri)
        if checked is None or checked.opinion is None:
            return []
        lines = Lines(checked.opinion.judged.document.text, self.client.encoding)
        shown = params.context.diagnostics
        return find_actions(checked.text, checked.opinion, lines, params.range, shown, versioned=self.client.versioned)

    def _check(self, text: Text) -> Checked:
        try:
            return check_text(text, self._options, self._reader)
        except Exception:
            log.exception("A text could not be checked.")
            return Checked(text=text, trouble=Trouble(code=UNCHECKED, told=FAULT))

    def _publish(self, checked: Checked) -> None:
        found = make_diagnostics(checked, self.client.encoding, related=self.client.related)
        self._send(checked.text.uri, checked.text.version, found)
        if checked.trouble and checked.trouble.code == CONFIGURATION and checked.trouble.told not in self._told:
            self._told.add(checked.trouble.told)
            message = f"brieflint: {checked.trouble.told}"
            self._server.window_show_message(ShowMessageParams(type=MessageType.Error, message=message))

    def _send(self, uri: str, version: int | None, diagnostics: list[Diagnostic]) -> None:
        told = PublishDiagnosticsParams(uri=uri, version=version, diagnostics=diagnostics)
        self._server.text_document_publish_diagnostics(told)
