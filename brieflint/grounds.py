"""What a brief is judged with: the settings that hold for it, the packs over our patterns, what is known of it, the day."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from brieflint.clock import read_today
from brieflint.configuration.finding import Configuration
from brieflint.configuration.names import check_jurisdictions, check_names
from brieflint.configuration.settings import Options, Settings
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.legal import LegalNote, list_jurisdictions, load_notes
from brieflint.knowledge.packs import Packs, open_packs
from brieflint.knowledge.patterns import Patterns, Rule
from brieflint.linting.baseline import Entry, load_baseline
from brieflint.linting.finding import KINDS
from brieflint.linting.housekeeping import NOTICES


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What one brief is judged with; by default what is shipped, and today.

    `known` are the findings that a baseline knows, `today` is held against the last days of remarks.
    """

    settings: Settings = field(default_factory=Settings)
    packs: Packs = ()
    known: tuple[Entry, ...] = ()
    today: date = field(default_factory=read_today)

    @property
    def patterns(self) -> Patterns:
        """The shipped patterns with the packs over them. Raises `PatternError`."""
        return load_knowledge(self.packs)

    @property
    def notes(self) -> tuple[LegalNote, ...]:
        """The legal notes that are asked for. Raises `PatternError`."""
        return load_notes(self.settings.legal) if self.settings.legal else ()

    @property
    def rules(self) -> frozenset[str]:
        """The names of all rules that may speak."""
        patterns = self.patterns
        notes = {note.id for note in self.notes}
        return frozenset(
            {rule.id for rule in patterns.rules} | {rule.id for rule in patterns.buy.rules} | NOTICES.keys() | notes
        )


class GroundsFinder:
    """Finds the grounds for files; each configuration file and pack is read once."""

    def __init__(self, options: Options | None = None, today: date | None = None) -> None:
        self.configuration = Configuration(options)
        self._today = today or read_today()
        self._packs: dict[tuple[Path, ...], Packs] = {}
        self._legal: dict[str, None] = {}

    def find(self, path: str) -> Grounds:
        """The grounds for a file, which need not exist. Raises `ConfigError` and `PatternError`."""
        settings = self.configuration.find(path)
        if settings.patterns not in self._packs:
            self._packs[settings.patterns] = open_packs(settings.patterns)
        known = load_baseline(settings.baseline).find(path) if settings.baseline else ()
        grounds = Grounds(settings=settings, packs=self._packs[settings.patterns], known=known, today=self._today)
        if settings.legal:
            check_jurisdictions(settings, list_jurisdictions())
            self._legal |= dict.fromkeys(settings.legal)
        check_names(settings, grounds.rules.union(KINDS))
        return grounds

    @property
    def rules(self) -> tuple[Rule | LegalNote, ...]:
        """All rules and legal notes that may speak on the files asked for so far, each once."""
        rules = {rule.id: rule for packs in self._packs.values() for rule in load_knowledge(packs).rules}
        return (*rules.values(), *(load_notes(tuple(self._legal)) if self._legal else ()))
