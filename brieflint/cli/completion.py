"""`brieflint completion`."""

import click
from click.shell_completion import get_completion_class

from brieflint.cli.output import give


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and their values in a shell.

    \b
    Examples:
      brieflint completion bash > ~/.local/share/bash-completion/completions/brieflint
      brieflint completion zsh > ~/.zfunc/_brieflint    # a folder in $fpath
      brieflint completion fish > ~/.config/fish/completions/brieflint.fish
    """
    root = context.find_root().command
    kind = get_completion_class(shell)
    if kind:
        give(f"{kind(root, {}, 'brieflint', '_BRIEFLINT_COMPLETE').source()}\n")
