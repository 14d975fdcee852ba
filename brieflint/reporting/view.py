"""How a report is to be seen: what every format is given beside the report itself."""

from collections.abc import Callable
from dataclasses import dataclass, field

from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import Guide
from brieflint.knowledge.perspectives import Perspectives
from brieflint.knowledge.vocabulary import Reader

Paint = Callable[[str, str], str]
"""Text and the role it plays (error, warning, advice, strong, faint) → text with or without colour."""


def plain(text: str, role: str) -> str:
    """Text without colour, whatever its role."""
    del role
    return text


def _shipped_perspectives() -> Perspectives:
    return load_knowledge().perspectives


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The guide for names and sources, and what its reader wants.

    `everything` shows every finding instead of those that weigh most, `suppressed` those too that were kept out; `summary`
    tells of all briefs together. `root` is the folder from which other tools know paths, "" for none. `reader` None: the
    buyer, or whoever reads such a text (a proposal is read by those who evaluate it).
    """

    guide: Guide
    paint: Paint = plain
    everything: bool = False
    suppressed: bool = False
    summary: bool = True
    root: str = ""
    reader: Reader | None = None
    perspectives: Perspectives = field(default_factory=_shipped_perspectives, repr=False)
