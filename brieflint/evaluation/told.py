"""What brieflint told of briefs: the parts of a JSON report that are scored, of this version or an earlier one."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from brieflint.errors import BriefError
from brieflint.storage import read_text

MAKE_ONE = "Write one with brieflint check --format json."


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Quote(_Part):
    """A sentence of the brief, and the model it speaks for."""

    text: str
    line: int | None = None
    model: str | None = None


class ToldFinding(_Part):
    """What is scored of a finding. `text` is the label it points at."""

    rule: str
    kind: str
    severity: str
    text: str = ""
    line: int | None = None
    should_say: str | None = None
    evidence: tuple[Quote, ...] = ()
    suppressed: Any = None


class ToldName(_Part):
    """A model that was taken as named, and where."""

    model: str
    text: str = ""
    line: int | None = None


class ToldDescribed(_Part):
    """The model told as described, and the sentences that filled the accountability grid."""

    model: str
    confidence: float | None = None
    grid: Mapping[str, Quote | None] = {}


class Told(_Part):
    """What was told of one brief."""

    path: str
    status: str
    error: str | None = None
    named: tuple[ToldName, ...] = ()
    described: ToldDescribed | None = None
    findings: tuple[ToldFinding, ...] = ()

    @property
    def models(self) -> frozenset[str]:
        """The models that were taken as named."""
        return frozenset(name.model for name in self.named)

    @property
    def alarms(self) -> tuple[ToldFinding, ...]:
        """The mislabellings that are more than advice and not suppressed: with one of them a brief counts as flagged."""
        return tuple(
            finding
            for finding in self.findings
            if finding.kind == "mislabelling" and finding.severity in ("error", "warning") and not finding.suppressed
        )


class ToldReport(_Part):
    """A JSON report of `brieflint check`."""

    version: str = ""
    briefs: tuple[Told, ...]


def parse_report(plain: Any, name: str) -> ToldReport:
    """The scored parts of a JSON report that came from the file `name`. Raises `BriefError`."""
    try:
        return ToldReport.model_validate(plain)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = f" at {'.'.join(map(str, first['loc']))}" if first["loc"] else ""
        raise BriefError(name, f"it is no report of brieflint:{where} {first['msg'].lower()}", MAKE_ONE) from None


def read_report(path: Path) -> Any:
    """The JSON report in a file, as plain values: what `check --format json` writes, or the one in what `evaluate` writes.

    Raises `BriefError`.
    """
    try:
        plain = json.loads(read_text(path))
    except OSError as error:
        raise BriefError(str(path), f"it cannot be read ({error.strerror})", MAKE_ONE) from None
    except json.JSONDecodeError as error:
        raise BriefError(str(path), f"not valid JSON: {error.msg}, line {error.lineno}", MAKE_ONE) from None
    except (ValueError, RecursionError):
        raise BriefError(str(path), "not valid JSON", MAKE_ONE) from None
    return plain.get("report", plain) if isinstance(plain, dict) else plain


def find_told(path: str, briefs: Sequence[Told]) -> Told | None:
    """What a report tells of the brief at `path`: the entry of the same file name with most of the same folders before it.

    Reports are written from other folders and on other machines, so only the ends of paths can agree.
    """
    parts = PurePath(path).parts[::-1]

    def alike(told: Told) -> int:
        pairs = zip(parts, PurePath(told.path).parts[::-1], strict=False)
        return next((number for number, (one, other) in enumerate(pairs) if one != other), len(parts))

    best = max(briefs, key=alike, default=None)
    return best if best and alike(best) else None
