"""The language server: what an editor may ask, and the way in and out by which it does."""

import os
import sys
from typing import BinaryIO

from lsprotocol.types import (
    INITIALIZE,
    INITIALIZED,
    TEXT_DOCUMENT_CODE_ACTION,
    TEXT_DOCUMENT_DID_CHANGE,
    TEXT_DOCUMENT_DID_CLOSE,
    TEXT_DOCUMENT_DID_OPEN,
    TEXT_DOCUMENT_DID_SAVE,
    TEXT_DOCUMENT_HOVER,
    WORKSPACE_DID_CHANGE_WATCHED_FILES,
    CodeAction,
    CodeActionKind,
    CodeActionOptions,
    CodeActionParams,
    DidChangeTextDocumentParams,
    DidChangeWatchedFilesParams,
    DidChangeWatchedFilesRegistrationOptions,
    DidCloseTextDocumentParams,
    DidOpenTextDocumentParams,
    DidSaveTextDocumentParams,
    FileSystemWatcher,
    Hover,
    HoverParams,
    InitializedParams,
    InitializeParams,
    MessageType,
    Registration,
    RegistrationParams,
    SaveOptions,
    ShowMessageParams,
    TextDocumentSyncKind,
)
from pygls.exceptions import FeatureRequestError, JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer

from brieflint import __version__
from brieflint.configuration.finding import NAME, SHARED
from brieflint.configuration.settings import Options
from brieflint.editing.client import know_client
from brieflint.editing.protocol import Protocol
from brieflint.editing.session import Session
from brieflint.knowledge.vocabulary import Reader

CONFUSED = "brieflint did not understand what the editor sent, and goes on without it. Its log says more."


class Server(LanguageServer):
    """A language server that tells kindly what went wrong on its side, in place of a trace."""

    def report_server_error(self, error: Exception, source: type[PyglsError] | type[JsonRpcException]) -> None:
        """Tell about what has no answer by itself; the log has the whole of it."""
        if source != FeatureRequestError:
            self.window_show_message(ShowMessageParams(type=MessageType.Warning, message=CONFUSED))


def make_server(options: Options, reader: Reader | None = None) -> LanguageServer:
    """The server for one editor. `reader` is whom the findings are told to; texts come whole with every change.

    They are as long as briefs are, and only so are lines the same for us and for the editor: pygls counts more line ends.
    """
    server = Server("brieflint", __version__, TextDocumentSyncKind.Full, protocol_cls=Protocol)
    session = Session(server, options, reader)

    @server.feature(INITIALIZE)
    def initialize(params: InitializeParams) -> None:
        session.client = know_client(params.capabilities, str(server.workspace.position_encoding))

    @server.feature(INITIALIZED)
    def begin(_params: InitializedParams) -> None:
        if session.client.watches:
            server.client_register_capability(RegistrationParams(registrations=[_watch_settings()]))

    @server.feature(TEXT_DOCUMENT_DID_OPEN)
    def open_text(params: DidOpenTextDocumentParams) -> None:
        session.open(params.text_document)

    @server.feature(TEXT_DOCUMENT_DID_CHANGE)
    def change_text(params: DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        session.change(uri, params.text_document.version, server.workspace.get_text_document(uri).source)

    @server.feature(TEXT_DOCUMENT_DID_SAVE, SaveOptions(include_text=False))
    def save_text(params: DidSaveTextDocumentParams) -> None:
        session.save(params.text_document.uri)

    @server.feature(TEXT_DOCUMENT_DID_CLOSE)
    def close_text(params: DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)

    @server.feature(WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def look_again(_params: DidChangeWatchedFilesParams) -> None:
        session.look_again()

    @server.feature(TEXT_DOCUMENT_HOVER)
    async def hover(params: HoverParams) -> Hover | None:
        return await session.hover(params)

    @server.feature(TEXT_DOCUMENT_CODE_ACTION, CodeActionOptions(code_action_kinds=[CodeActionKind.QuickFix]))
    async def act(params: CodeActionParams) -> list[CodeAction]:
        return await session.act(params)

    return server


def _watch_settings() -> Registration:
    watchers = [FileSystemWatcher(glob_pattern=f"**/{name}") for name in (NAME, SHARED)]
    options = DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
    return Registration(id="settings", method=WORKSPACE_DID_CHANGE_WATCHED_FILES, register_options=options)


def serve(options: Options, reader: Reader | None = None) -> None:
    """Talk to an editor over standard input and output until it says goodbye or is gone."""
    with keep_output() as output:
        make_server(options, reader).start_io(stdout=output)


def keep_output() -> BinaryIO:
    """Standard output for the protocol alone: whatever else is printed, by whichever library, goes to standard error."""
    sys.stdout.flush()
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own
