"""Labels and what was told of their briefs, made by hand."""

from typing import Any

from brieflint.evaluation.cases import Case
from brieflint.evaluation.labels import Label
from brieflint.evaluation.told import Told


def label(**changes: Any) -> Label:
    """A label of a brief that is rightly called staff augmentation."""
    plain = {"path": "a.txt", "named": ["staff_augmentation"], "described": "staff_augmentation", "mislabelled": False}
    return Label.model_validate(plain | changes)


def finding(rule: str = "sa-called-ito", **changes: Any) -> dict[str, Any]:
    """An alarm: staff augmentation is called something else."""
    plain = {"rule": rule, "kind": "mislabelling", "severity": "error", "text": "IT outsourcing", "line": 1}
    return plain | {"should_say": "staff_augmentation", "evidence": []} | changes


def told(*findings: dict[str, Any], model: str = "staff_augmentation", confidence: float = 0.95, **changes: Any) -> Told:
    """What was told of a brief that describes staff augmentation."""
    plain = {"path": "a.txt", "status": "checked", "named": [{"model": "staff_augmentation"}], "findings": findings}
    return Told.model_validate(plain | {"described": {"model": model, "confidence": confidence, "grid": {}}} | changes)


def wrong(**changes: Any) -> Label:
    """A label of a brief that describes staff augmentation and is called IT outsourcing."""
    plain = {"named": ["it_outsourcing"], "mislabelled": True, "should_say": "staff_augmentation"}
    return label(**plain | changes)


UNREAD = Case(label(), None, "the file is empty")
RIGHT = Case(label(), told())
CAUGHT = Case(wrong(), told(finding(), named=[{"model": "it_outsourcing"}]))
MISSED = Case(wrong(), told())
FALSE_ALARM = Case(label(), told(finding()))
