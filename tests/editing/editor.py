"""An editor for the tests: a real client that starts `brieflint lsp` as a process and talks to it over its standard streams."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

SECONDS = 60
"""An answer that takes longer will not come."""
CAPABILITIES = lsp.ClientCapabilities(
    text_document=lsp.TextDocumentClientCapabilities(
        publish_diagnostics=lsp.PublishDiagnosticsClientCapabilities(related_information=True, version_support=True),
        hover=lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown]),
    ),
    workspace=lsp.WorkspaceClientCapabilities(
        workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    ),
)


class Editor:
    """Holds texts, shows what it is told, and applies edits."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: list[lsp.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self.registered: list[str] = []
        self.server: lsp.InitializeResult
        self._news = asyncio.Condition()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def publish(params: lsp.PublishDiagnosticsParams) -> None:
            async with self._news:
                self.published.append(params)
                self._news.notify_all()

        @self.client.feature(lsp.WINDOW_SHOW_MESSAGE)
        async def show(params: lsp.ShowMessageParams) -> None:
            async with self._news:
                self.messages.append(params.message)
                self._news.notify_all()

        @self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def register(params: lsp.RegistrationParams) -> None:
            self.registered += [entry.method for entry in params.registrations]

    async def initialize(self, capabilities: lsp.ClientCapabilities = CAPABILITIES) -> None:
        self.server = await self.client.initialize_async(lsp.InitializeParams(capabilities=capabilities))
        self.client.initialized(lsp.InitializedParams())

    def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        self.texts[uri], self.versions[uri] = text, 1
        item = lsp.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))

    def change(self, uri: str, text: str) -> int:
        self.texts[uri] = text
        self.versions[uri] = self.versions.get(uri, 0) + 1
        named = lsp.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri])
        changes = [lsp.TextDocumentContentChangeWholeDocument(text=text)]
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(text_document=named, content_changes=changes))
        return self.versions[uri]

    def save(self, uri: str) -> None:
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(text_document=lsp.TextDocumentIdentifier(uri=uri)))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=lsp.TextDocumentIdentifier(uri=uri)))

    async def wait_for(self, found) -> None:
        async with asyncio.timeout(SECONDS), self._news:
            await self._news.wait_for(found)

    def list_published(self, uri: str) -> list[lsp.PublishDiagnosticsParams]:
        """Everything that was published of a text."""
        return [told for told in self.published if told.uri == uri]

    async def diagnose(self, uri: str) -> Sequence[lsp.Diagnostic]:
        """The diagnostics of the text as it is now."""
        await self.wait_for(lambda: any(told.version == self.versions[uri] for told in self.list_published(uri)))
        return self.list_published(uri)[-1].diagnostics

    async def hover(self, uri: str, line: int, character: int) -> lsp.Hover | None:
        named, place = lsp.TextDocumentIdentifier(uri=uri), lsp.Position(line=line, character=character)
        asking = self.client.text_document_hover_async(lsp.HoverParams(text_document=named, position=place))
        return await asyncio.wait_for(asking, SECONDS)

    async def ask_actions(self, uri: str, within: lsp.Range, shown: Sequence[lsp.Diagnostic] = (), only=None):
        params = lsp.CodeActionParams(
            text_document=lsp.TextDocumentIdentifier(uri=uri),
            range=within,
            context=lsp.CodeActionContext(diagnostics=list(shown), only=only),
        )
        return await asyncio.wait_for(self.client.text_document_code_action_async(params), SECONDS)

    def apply(self, action: lsp.CodeAction) -> None:
        """Apply the edits of an action, as editors do, and tell the server."""
        (change,) = action.edit.document_changes
        uri = change.text_document.uri
        assert change.text_document.version == self.versions[uri]
        self.change(uri, edit(self.texts[uri], change.edits))


def edit(text: str, edits: Sequence[lsp.TextEdit]) -> str:
    """The text with edits made, by UTF-16 units counted in the plainest way."""
    units = text.encode("utf-16-le")
    for change in sorted(edits, key=lambda change: (change.range.start.line, change.range.start.character), reverse=True):
        start, end = (_find(units, place) for place in (change.range.start, change.range.end))
        units = units[:start] + change.new_text.encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def _find(units: bytes, place: lsp.Position) -> int:
    at = 0
    for _ in range(place.line):
        while units[at : at + 2] not in (b"\n\0", b"\r\0"):
            at += 2
        at += 4 if units[at : at + 4] == b"\r\0\n\0" else 2
    return at + 2 * place.character


@asynccontextmanager
async def running(folder: Path, *options: str) -> AsyncIterator[Editor]:
    """An editor with a server that was started in a folder. In the end the server says goodbye."""
    editor = Editor()
    await editor.client.start_io(sys.executable, "-m", "brieflint", "lsp", *options, cwd=folder)
    await asyncio.wait_for(editor.initialize(), SECONDS)
    yield editor
    await asyncio.wait_for(editor.client.shutdown_async(None), SECONDS)
    editor.client.exit(None)
    await asyncio.wait_for(editor.client.stop(), SECONDS)


Scene = Callable[[Editor], Awaitable[None]]
Stage = Callable[[Scene], None]


@contextmanager
def staging(folder: Path, *options: str) -> Iterator[Stage]:
    """A stage for scenes with one editor and one server, since it takes a second to start one."""
    with asyncio.Runner() as runner:
        opened = running(folder, *options)
        editor = runner.run(opened.__aenter__())

        async def play(scene: Scene) -> None:
            await asyncio.wait_for(scene(editor), 2 * SECONDS)

        yield lambda scene: runner.run(play(scene))
        runner.run(opened.__aexit__(None, None, None))
