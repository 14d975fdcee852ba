"""`brieflint serve`."""

from typing import Any

import click

from brieflint.cli.options import read_options, settings_options
from brieflint.cli.output import stop
from brieflint.errors import ConfigError, PatternError

ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - asked about, not bound to


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--allowed-host", "allowed", multiple=True, metavar="NAME", help="A name by which browsers may ask for it.")
@click.option("--root-path", "root", default="", metavar="PATH", help="The path below which a proxy passes it on whole.")
@settings_options
def command(port: int, host: str, allowed: tuple[str, ...], root: str, **config: Any) -> None:
    """Serve a page to drop briefs on, for people who do not install brieflint. Nothing that they send is stored.

    The configuration of the folder that it is started in holds for every brief.

    \b
    Examples:
      brieflint serve
      brieflint serve --host 0.0.0.0 --allowed-host briefs.example.org
    """
    if host in ANYWHERE and not allowed:
        raise click.UsageError(f"--host {host} lets others in: say by which name they ask, such as --allowed-host NAME.")
    if root and (not root.startswith("/") or root.endswith("/")):
        raise click.UsageError("--root-path begins with a slash and does not end with one, such as /brieflint.")
    try:
        from brieflint.serving.app import serve
        from brieflint.serving.reading import find_grounds

        options = read_options(**config)
        find_grounds(options)  # what is wrong with it is told before anybody is let in
        serve(host, port, allowed, root, options, lambda address: click.echo(f"brieflint is at {address} (Ctrl+C ends it)"))
    except (ConfigError, PatternError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"{host}, port {port}: cannot be listened on ({error.strerror}). Choose another with --port or --host.")
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn", "python_multipart"):
            raise
        stop("The page needs a server: pip install 'brieflint[serve]'")
