"""How a report is to be seen: what every format is given beside the report itself."""

from collections.abc import Callable
from dataclasses import dataclass

from brieflint.knowledge.guide import Guide
from brieflint.knowledge.patterns import Rule

Paint = Callable[[str, str], str]
"""Text and the role it plays (error, warning, advice, strong, faint) → text with or without colour."""


def plain(text: str, role: str) -> str:
    """Text without colour, whatever its role."""
    del role
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The guide for names and sources, and what its reader wants.

    `rules` are for formats that describe them; `everything` shows every finding instead of those that weigh most; `root` is
    the folder from which other tools know paths, "" for none; `suppressed` shows the findings too that were
    kept out.
    """

    guide: Guide
    rules: tuple[Rule, ...] = ()
    paint: Paint = plain
    everything: bool = False
    suppressed: bool = False
    summary: bool = True
    root: str = ""
