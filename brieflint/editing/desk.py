"""The open texts, and what has been found out about each. They are checked in a thread, one after the other.

A text that changes is checked when it has been still for a moment, and what is found out about a version that is no longer
the last one is dropped.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread

from brieflint.editing.checks import Checked
from brieflint.editing.texts import Text


@dataclass(slots=True)
class _Sheet:
    """An open text in its last version, and the answer that will be there once it is checked.

    `turn` counts how often it was put on the desk; it is -1 when it was taken off.
    """

    text: Text
    answer: "asyncio.Future[Checked | None]"
    turn: int = 0
    timer: asyncio.TimerHandle | None = None


class Desk:
    """The open texts. `check` is called in a thread and does not fail; `tell` with everything that is found out.

    It belongs to the event loop in which it is first used.
    """

    def __init__(self, check: Callable[[Text], Checked], tell: Callable[[Checked], None]) -> None:
        self._check = check
        self._tell = tell
        self._sheets: dict[str, _Sheet] = {}
        self._queue: SimpleQueue[tuple[_Sheet, int, asyncio.AbstractEventLoop]] = SimpleQueue()
        # It ends with the program, also while it reads: nobody wants to know any more.
        Thread(target=self._work, name="checks", daemon=True).start()

    def put(self, text: Text, pause: float = 0.0) -> None:
        """Put a text on the desk, or its next version, to be checked when so many seconds have passed without another."""
        loop = asyncio.get_running_loop()
        sheet = self._sheets.setdefault(text.uri, _Sheet(text=text, answer=loop.create_future()))
        if sheet.answer.done():
            sheet.answer = loop.create_future()
        if sheet.timer:
            sheet.timer.cancel()
        sheet.text = text
        sheet.turn += 1
        sheet.timer = loop.call_later(pause, self._queue.put, (sheet, sheet.turn, loop))

    def find(self, uri: str) -> Text | None:
        """The last version of an open text."""
        sheet = self._sheets.get(uri)
        return sheet.text if sheet else None

    def list_texts(self) -> list[Text]:
        """All open texts."""
        return [sheet.text for sheet in self._sheets.values()]

    async def ask(self, uri: str) -> Checked | None:
        """What is found out about the last version of a text, as soon as it is; None for a text that is not open."""
        sheet = self._sheets.get(uri)
        return await asyncio.shield(sheet.answer) if sheet else None

    def drop(self, uri: str) -> None:
        """Take a text off the desk."""
        sheet = self._sheets.pop(uri, None)
        if sheet is None:
            return
        sheet.turn = -1
        if sheet.timer:
            sheet.timer.cancel()
        if not sheet.answer.done():
            sheet.answer.set_result(None)

    def _work(self) -> None:
        while True:
            sheet, turn, loop = self._queue.get()
            text = sheet.text
            if sheet.turn == turn:
                checked = self._check(text)
                with suppress(RuntimeError):  # the loop has ended
                    loop.call_soon_threadsafe(self._receive, sheet, turn, checked)

    def _receive(self, sheet: _Sheet, turn: int, checked: Checked) -> None:
        if sheet.turn == turn:
            sheet.answer.set_result(checked)
            self._tell(checked)
