"""The words by which facts are known, as data: the type of `patterns/facts.yaml`."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """Occupations: ones that stand alone, ones that need a word of `kinds` before them, and words that make them others."""

    alone: tuple[str, ...] = ()
    after_kind: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemWords:
    """Systems: what their names end with, what ends them to the left, and what makes them something else."""

    heads: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceWords:
    """Words of acceptance, and words in whose sentence something else than work is accepted."""

    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """Everything in `facts.yaml`; see there what each list means."""

    roles: RoleWords = RoleWords()
    seniority: dict[str, tuple[str, ...]] = field(default_factory=dict)
    grades: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    not_technologies: tuple[str, ...] = ()
    plain_words: tuple[str, ...] = ()
    ceremonies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ceremonies_in_lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    currencies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    scales: dict[str, tuple[str, ...]] = field(default_factory=dict)
    price_units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    price_adverbs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    time_zones: tuple[str, ...] = ()
    time_zones_with_hour: tuple[str, ...] = ()
    lead_titles: tuple[str, ...] = ()
    lead_heads: tuple[str, ...] = ()
    not_lead_titles: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    service_words: tuple[str, ...] = ()
    not_levels: tuple[str, ...] = ()
    systems: SystemWords = SystemWords()
    deliverables: tuple[str, ...] = ()
    deliverable_heads: tuple[str, ...] = ()
    deliverable_words: tuple[str, ...] = ()
    deliverable_lists: tuple[str, ...] = ()
    acceptance: AcceptanceWords = AcceptanceWords()
