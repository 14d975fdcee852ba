"""`brieflint cache`."""

from typing import TYPE_CHECKING

import click

from brieflint.cli.output import say, stop

if TYPE_CHECKING:
    from brieflint.scanning.store import Store


@click.group("cache")
def command() -> None:
    """Look at what is remembered of earlier runs, or forget it. It holds texts of your briefs, for your own eyes only.

    \b
    Examples:
      brieflint cache show
      brieflint cache clear
    """


@command.command("show")
def show() -> None:
    """Print where it lies, and how much of it there is.

    \b
    Examples:
      brieflint cache show
    """
    from brieflint.scanning.store import MOST_BYTES, MOST_DAYS

    store = _open()
    entries, size = store.measure()
    say(f"{store.folder}: {_count(entries)}, {size / 2**20:,.1f} MiB")
    say(f"Kept for {MOST_DAYS} days after it was last needed, {MOST_BYTES >> 20:,} MiB at most.")


@command.command("clear")
def clear() -> None:
    """Forget everything.

    \b
    Examples:
      brieflint cache clear
    """
    store = _open()
    say(f"{store.folder}: forgot {_count(store.clear())}.")


def _open() -> "Store":
    from brieflint.scanning.store import find_folder, open_store

    store = open_store()
    if store is None:
        stop(f"{find_folder()}: this folder cannot be used, so nothing is remembered. BRIEFLINT_CACHE names another one.")
    return store


def _count(entries: int) -> str:
    return f"{entries:,} {'entry' if entries == 1 else 'entries'}"
