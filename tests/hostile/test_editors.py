"""Editors and texts that nobody would wish for: the server answers what it owes, says what is wrong, and goes on."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

pytest.importorskip("pygls")

from editing.editor import Editor, Stage, staging
from lsprotocol import types as lsp
from samples import MISLABELLED

from brieflint.editing.texts import MOST_CHARACTERS

FAR = 2**31 - 1
ODD_NAMES = [
    "file:///a%00b.txt",
    "file:///" + "long" * 2000 + ".txt",
    "file:///briefs/%ED%A0%80.txt",
    "file://elsewhere/share/rfp.txt",
    "untitled:",
    "https://192.0.2.1/rfp.txt",
    "",
    "[",
]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """An editor and a server without settings."""
    with staging(tmp_path_factory.mktemp("hostile"), "--no-config") as play:
        yield play


async def still_works(editor: Editor) -> bool:
    name = f"file:///briefs/last-{len(editor.texts)}.txt"
    editor.open(name, MISLABELLED)
    return "sa-called-ito" in {entry.code for entry in await editor.diagnose(name)}


def test_places_that_are_not_there_have_nothing_to_tell(stage: Stage):
    async def scene(editor: Editor) -> None:
        uri = "file:///briefs/rfp.txt"
        words = "👩" + MISLABELLED
        editor.open(uri, words)
        shown = await editor.diagnose(uri)
        assert await editor.hover(uri, FAR, FAR) is None
        assert await editor.hover(uri, 0, FAR) is None
        assert await editor.hover(uri, 0, 1) == await editor.hover(uri, 0, 0)
        backwards = lsp.Range(lsp.Position(FAR, FAR), lsp.Position(0, 0))
        assert await editor.ask_actions(uri, backwards, shown) is not None
        assert await still_works(editor)

    stage(scene)


def test_texts_that_are_not_open_have_nothing_to_tell(stage: Stage):
    async def scene(editor: Editor) -> None:
        uri = "file:///etc/hostname"
        assert await editor.hover(uri, 0, 0) is None
        assert not await editor.ask_actions(uri, lsp.Range(lsp.Position(0, 0), lsp.Position(9, 0)))
        editor.save(uri)
        editor.close(uri)
        editor.change(uri, MISLABELLED)
        await editor.wait_for(lambda: editor.messages)
        assert "did not understand" in editor.messages[0]
        assert await still_works(editor)

    stage(scene)


def test_a_text_without_end_is_refused_and_holds_nobody_up(stage: Stage):
    async def scene(editor: Editor) -> None:
        uri = "file:///briefs/endless.txt"
        editor.open(uri, "word " * MOST_CHARACTERS)
        (told,) = await editor.diagnose(uri)
        assert told.code == "not-checked"
        assert "500,000 is the most" in told.message
        assert await still_works(editor)

    stage(scene)


def test_odd_names_and_odd_signs_end_nothing(stage: Stage):
    async def scene(editor: Editor) -> None:
        for name in ODD_NAMES:
            editor.open(name, MISLABELLED)
            editor.change(name, "\0")
            editor.change(name, MISLABELLED + "half a character \ud83d, and \u2028 \x85 \x0c more")
        for name in ODD_NAMES[:5]:
            assert "sa-called-ito" in {entry.code for entry in await editor.diagnose(name)}
        assert await still_works(editor)

    stage(scene)


def frame(message: dict | bytes) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def send(*messages: dict | bytes) -> list[dict]:
    """Everything that comes out when these messages go in; nothing else may stand there."""
    done = subprocess.run(
        [sys.executable, "-m", "brieflint", "lsp", "--no-config"],
        input=b"".join(map(frame, messages)), capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told, rest = [], done.stdout
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        length = int(head.split(b"\r\n")[0].removeprefix(b"Content-Length: "))
        told.append(json.loads(rest[:length]))
        rest = rest[length:]
    return told


NOISE = """
import os
from brieflint.editing.server import keep_output
with keep_output() as output:
    print("noise")
    os.write(1, b"more noise")
    output.write(b"protocol")
"""


def test_what_libraries_print_does_not_get_among_the_messages():
    done = subprocess.run([sys.executable, "-c", NOISE], capture_output=True, timeout=60, check=True)
    assert done.stdout == b"protocol"
    assert b"more noise" in done.stderr


PLACE = {"textDocument": {"uri": "file:///briefs/rfp.txt"}, "position": {"line": -1, "character": "no"}}
START = {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}
END = {"id": 9, "method": "shutdown"}


def test_what_comes_before_the_introduction_is_told_to_wait():
    asking = {"id": 5, "method": "textDocument/hover", "params": PLACE | {"position": {"line": 0, "character": 0}}}
    opening = {
        "method": "textDocument/didOpen",
        "params": {"textDocument": {"uri": "", "languageId": "", "version": 1, "text": ""}},
    }
    told = send(asking, opening, START, END, {"method": "exit"})
    assert [(entry.get("id"), "error" in entry) for entry in told] == [(5, True), (1, False), (9, False)]
    assert told[0]["error"]["code"] == -32002


def test_what_cannot_be_understood_is_answered_and_passed_over():
    told = send(
        START,
        {"id": 2, "method": "textDocument/hover", "params": PLACE},
        {"id": 3, "method": "brieflint/noSuchThing", "params": {}},
        b"{ this is no JSON",
        b"[" * 10_000,
        b"\xff\xfe\x00",
        {"method": "textDocument/didOpen", "params": {"textDocument": 7}},
        {"method": "$/noSuchThing"},
        END,
        {"method": "exit"},
    )
    answers = {entry["id"]: "error" in entry for entry in told if "id" in entry}
    assert answers == {1: False, 2: True, 3: True, 9: False}
    assert all(entry["method"] == "window/showMessage" for entry in told if "id" not in entry)
