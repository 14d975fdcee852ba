"""A real editor talks to a real `brieflint lsp` over its standard streams."""

import asyncio
import sys
from pathlib import Path

from editor import SECONDS, Editor, Stage, running
from lsprotocol import types as lsp
from opinions import check
from samples import MISLABELLED

LABEL = "IT outsourcing"


def codes(diagnostics) -> set[str]:
    return {entry.code for entry in diagnostics}


def test_a_brief_is_opened_explained_mended_and_closed(stage: Stage, uri: str):
    async def scene(editor: Editor) -> None:
        words = f"👩🏽‍💻 {MISLABELLED}".replace("\n", "\r\n")
        editor.open(uri, words)
        shown = await editor.diagnose(uri)
        label = shown[0].range
        assert (shown[0].code, shown[0].severity) == ("sa-called-ito", lsp.DiagnosticSeverity.Error)
        assert all(entry.location.uri == uri for entry in shown[0].related_information)

        hover = await editor.hover(uri, label.start.line, label.start.character)
        assert hover.range == label
        assert hover.contents.value.startswith("### Staff augmentation called IT outsourcing")

        actions = await editor.ask_actions(uri, label, [shown[0]])
        assert actions[0].is_preferred
        assert list(actions[0].diagnostics) == [shown[0]]
        editor.apply(actions[0])
        assert editor.texts[uri] == words.replace(LABEL, "staff augmentation")
        assert "sa-called-ito" not in codes(await editor.diagnose(uri))

        editor.close(uri)
        await editor.wait_for(lambda: editor.list_published(uri)[-1].version is None)
        assert not editor.list_published(uri)[-1].diagnostics
        assert editor.messages == []

    stage(scene)


def test_of_quick_changes_only_the_last_is_published(stage: Stage, uri: str):
    async def scene(editor: Editor) -> None:
        editor.open(uri, "Request for help\n")
        await editor.diagnose(uri)
        for length in range(len(MISLABELLED) - 20, len(MISLABELLED) + 1):
            editor.change(uri, MISLABELLED[:length])
        assert "sa-called-ito" in codes(await editor.diagnose(uri))

        assert [told.version for told in editor.list_published(uri)] == [1, 22]

    stage(scene)


def test_wrong_settings_are_told_on_the_brief_and_to_the_person_until_they_are_mended(stage: Stage, folder: Path, uri: str):
    async def scene(editor: Editor) -> None:
        (folder / "brieflint.toml").write_text('root = true\nignore = ["sa-caled-ito"]\n')
        editor.open(uri, MISLABELLED)
        (told,) = await editor.diagnose(uri)
        assert told.code == "configuration"
        assert "brieflint.toml:2" in told.message
        await editor.wait_for(lambda: any(str(folder) in told for told in editor.messages))
        assert await editor.hover(uri, 0, MISLABELLED.index(LABEL)) is None
        assert await editor.ask_actions(uri, told.range, [told]) == ()

        (folder / "brieflint.toml").write_text("root = true\n")
        assert editor.registered == [lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(changes=[]))
        await editor.wait_for(lambda: len(editor.list_published(uri)) == 2)
        assert "sa-called-ito" in codes(editor.list_published(uri)[1].diagnostics)

        (folder / "brieflint.toml").write_text('root = true\nignore = ["sa-called-ito"]\n')
        editor.save(uri)
        await editor.wait_for(lambda: len(editor.list_published(uri)) == 3)
        assert "sa-called-ito" not in codes(editor.list_published(uri)[2].diagnostics)

        assert len([told for told in editor.messages if str(folder) in told]) == 1

    stage(scene)


def test_options_hold_for_every_text(folder: Path, uri: str):
    (folder / "own.toml").write_text('ignore = ["completeness", "naming"]\n')

    async def act() -> None:
        async with running(folder, "--stdio", "--config", "own.toml", "--as", "bidder") as editor:
            editor.open(uri, MISLABELLED)
            (found,) = await editor.diagnose(uri)
            assert found.code == "sa-called-ito"
            assert found.message == check(MISLABELLED, reader="bidder").opinion.report.findings[0].message

    asyncio.run(act())


def test_texts_of_other_kinds_are_left_alone(stage: Stage, folder: Path):
    async def scene(editor: Editor) -> None:
        code, page = (folder / "rfp.py").as_uri(), (folder / "rfp.html").as_uri()
        editor.open(code, MISLABELLED, "python")
        editor.open(page, MISLABELLED, "html")
        editor.change(code, MISLABELLED)
        editor.save(code)
        editor.close(page)
        editor.open("untitled:Untitled-1", MISLABELLED, "markdown")
        assert "sa-called-ito" in codes(await editor.diagnose("untitled:Untitled-1"))

        assert not editor.list_published(code)
        assert not editor.list_published(page)

    stage(scene)


def test_it_ends_with_the_editor_also_while_it_reads(folder: Path, uri: str):
    async def act() -> int:
        editor = Editor()
        await editor.client.start_io(sys.executable, "-m", "brieflint", "lsp", cwd=folder)
        await editor.initialize()
        editor.open(uri, MISLABELLED * 600)
        running = editor.client._server
        running.stdin.close()
        ended = await asyncio.wait_for(running.wait(), SECONDS)
        await editor.client.stop()
        return ended

    assert asyncio.run(act()) == 0
