"""What holds for one file: every setting, merged from all that has a say, and where its value comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from brieflint.configuration.globs import Globs
from brieflint.documents.limits import DEFAULT as DEFAULT_LIMITS
from brieflint.documents.limits import Limits
from brieflint.knowledge.house import HouseWord
from brieflint.knowledge.vocabulary import Severity

DEFAULT, COMMAND_LINE = "default", "command line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says of the configuration; None and empty: nothing."""

    config: Path | None = None
    no_config: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    patterns: tuple[Path, ...] = ()
    baseline: Path | None = None
    no_baseline: bool = False
    legal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings for one file.

    `select`, `ignore` and `severity` name rules or kinds of rules; an empty `select` means all. `gitignore` is whether what git
    ignores is left alone in folders. `patterns` are folders to lay over the shipped patterns, weakest first; `legal` are the
    codes of the jurisdictions whose legal notes are shown. `origins` tells
    for each key (`severity.RULE`, `terms.PHRASE`, `limits.NAME` for the entries of tables) its file and line, `DEFAULT` or
    `COMMAND_LINE`; `files` are all that were read, the nearest first.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: Severity = "error"
    exclude: tuple[Globs, ...] = ()
    include: tuple[Globs, ...] = ()
    gitignore: bool = True
    terms: tuple[HouseWord, ...] = ()
    patterns: tuple[Path, ...] = ()
    baseline: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    legal: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    def reports(self, rule: str, kind: str) -> bool:
        """Whether findings of a rule of this kind are reported."""
        wanted = not self.select or rule in self.select or kind in self.select
        return wanted and rule not in self.ignore and kind not in self.ignore

    def weigh(self, rule: str, kind: str, severity: Severity) -> Severity:
        """The severity of a finding of a rule of this kind."""
        return self.severity.get(rule) or self.severity.get(kind) or severity

    def origin(self, key: str) -> str:
        """Where the value of a key comes from."""
        return self.origins.get(key, DEFAULT)
