"""`brieflint cache`."""

import click

from brieflint.cli.output import say, stop


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
    from brieflint.scanning.store import MOST_BYTES, MOST_DAYS, find_folder, open_store

    store = open_store()
    if store is None:
        stop(f"{find_folder()}: this folder cannot be used, so nothing is remembered. BRIEFLINT_CACHE names another one.")
    entries, size = store.measure()
    say(f"{store.folder}: {entries:,} {'entry' if entries == 1 else 'entries'}, {size / 2**20:,.1f} MiB")
    say(f"Kept for {MOST_DAYS} days after it was last needed, {MOST_BYTES >> 20:,} MiB at most.")


@command.command("clear")
def clear() -> None:
    """Forget everything.

    \b
    Examples:
      brieflint cache clear
    """
    from brieflint.scanning.store import find_folder, open_store

    store = open_store()
    if store is None:
        stop(f"{find_folder()}: this folder cannot be used, so there is nothing to forget.")
    removed = store.clear()
    say(f"{store.folder}: forgot {removed:,} {'entry' if removed == 1 else 'entries'}.")
