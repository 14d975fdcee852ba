"""The names of rules in a configuration: one that is not known is a slip of the pen, not a wish to be passed over."""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from brieflint.configuration.settings import Settings
from brieflint.errors import ConfigError
from brieflint.knowledge.folder import LEGAL
from brieflint.knowledge.legal import NOTE


def check_names(settings: Settings, known: Collection[str]) -> None:
    """Raise `ConfigError` for names of rules and kinds that are not known."""
    if wrong := list(_find_unknown(settings, known)):
        raise ConfigError(wrong)


def check_jurisdictions(settings: Settings, known: Sequence[str]) -> None:
    """Raise `ConfigError` for jurisdictions on which there are no legal notes."""
    if wrong := [_tell_unknown(settings, code, known) for code in settings.legal if code not in known]:
        raise ConfigError(wrong)


def _tell_unknown(settings: Settings, code: str, known: Sequence[str]) -> str:
    near = get_close_matches(code.casefold(), known, n=1)
    meant = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    return f"{settings.origin('legal')}: legal: there are no notes on a jurisdiction {code!r}; {meant}"


def _find_unknown(settings: Settings, known: Collection[str]) -> Iterator[str]:
    named = [
        *(("select", "select", name) for name in settings.select),
        *(("ignore", "ignore", name) for name in settings.ignore),
        *(("severity", f"severity.{name}", name) for name in settings.severity),
    ]
    for key, place, name in named:
        note = name == LEGAL or name.startswith(NOTE)
        if key == "severity" and note:
            yield f"{settings.origin(place)}: severity: {name} is information and stays that; ignore it if it is not wanted"
        elif name not in known and not (note and not settings.legal):
            near = get_close_matches(name, sorted(known), n=1)
            meant = f"did you mean {near[0]!r}?" if near else "brieflint explain lists them"
            yield f"{settings.origin(place)}: {key}: there is no rule or kind of rules {name!r}; {meant}"
