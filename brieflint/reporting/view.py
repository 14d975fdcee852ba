"""How a report is to be seen: what every format is given beside the report itself."""

from collections.abc import Callable
from dataclasses import dataclass

from brieflint.knowledge.guide import Guide

Paint = Callable[[str, str], str]
"""Text and the role it plays (error, warning, advice, strong, faint) → text with or without colour."""


def plain(text: str, role: str) -> str:
    """Text without colour, whatever its role."""
    del role
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The guide for names and sources; colours; whether to show everything instead of what weighs most.

    `suppressed`: whether to show the findings too that were kept out of the report.
    """

    guide: Guide
    paint: Paint = plain
    everything: bool = False
    suppressed: bool = False
