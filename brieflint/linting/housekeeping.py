"""What brieflint notes about remarks and house words: rules that judge no brief, hence they are not in `patterns/`."""

from collections.abc import Mapping
from dataclasses import dataclass

from brieflint.knowledge.guide import Model
from brieflint.knowledge.patterns import Severity
from brieflint.linting.finding import Finding, FindingKind, Fix, Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A rule of this kind. `message` and `fix` have gaps for the words of a finding; `example` shows when it speaks."""

    id: str
    title: str
    message: str
    fix: str
    example: str
    kind: FindingKind = "housekeeping"
    severity: Severity = "warning"


_NOTICES = (
    Notice(
        id="suppression-without-reason",
        title="A suppression without a reason",
        message='The remark "{words}" gives no reason, so it does not count, and what it is about is reported.',
        fix="Say why after two hyphens: {written} -- the reason, and who decided it.",
        example="brieflint: ignore sa-called-ito",
    ),
    Notice(
        id="unreadable-suppression",
        title="A suppression that cannot be read",
        message='The remark "{words}" cannot be read: {why}. It does not count.',
        fix="Write it as: brieflint: ignore RULE -- reason",
        example="brieflint: ignroe sa-called-ito -- agreed with legal",
    ),
    Notice(
        id="unknown-rule-in-suppression",
        title="A suppression of a rule that is not known",
        message='The remark "{words}" names {why}, and no rule goes by this name. For this name it does not count.',
        fix="Copy the name of the rule from the report, where it stands in brackets{near}.",
        example="brieflint: ignore sa-caled-ito -- agreed with legal",
    ),
    Notice(
        id="unused-suppression",
        title="A suppression that is not needed",
        message='The remark "{words}" is not needed for {why}: brieflint finds nothing of the kind there.',
        fix="Remove it, or move it before the words that it is about.",
        example="brieflint: ignore sa-called-ito -- agreed with legal",
    ),
    Notice(
        id="expired-suppression",
        title="A suppression that has expired",
        message='The remark "{words}" held until {why} and does not count any more.',
        fix="Decide again: mend the brief, or give the remark a new day and reason.",
        example="brieflint: ignore sa-called-ito until 2020-01-31 -- agreed until the new template comes",
    ),
    Notice(
        id="house-word",
        kind="naming",
        severity="advice",
        title="A house word for a model",
        message=(
            'The work is called "{words}", the word of this house for {why}. '
            "A vendor who does not know it may read it as something else."
        ),
        fix='Use "{why}", or put it beside the house word.',
        example='[[terms]]\nphrase = "bench loan"\nmodel = "staff_augmentation"\nflag = true',
    ),
)
NOTICES: Mapping[str, Notice] = {notice.id: notice for notice in _NOTICES}


def note(
    rule: str,
    spot: Spot | None,
    *,
    should_say: Model | None = None,
    replacement: str | None = None,
    **words: str,
) -> Finding:
    """A finding of one of these rules; `words` fill the gaps in its texts."""
    notice = NOTICES[rule]
    return Finding(
        rule=rule,
        kind=notice.kind,
        severity=notice.severity,
        title=notice.title,
        message=notice.message.format_map(words),
        happens="",
        spot=spot,
        should_say=should_say,
        evidence=(),
        fix=Fix(text=notice.fix.format_map(words), replacement=replacement, guide="", guide_lines=()),
    )
