"""The names of rules in a configuration: one that is not known is a slip of the pen, not a wish to be passed over."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from brieflint.configuration.settings import Settings
from brieflint.errors import ConfigError


def check_names(settings: Settings, known: Collection[str]) -> None:
    """Raise `ConfigError` for names of rules and kinds that are not known."""
    if wrong := list(_find_unknown(settings, known)):
        raise ConfigError(wrong)


def _find_unknown(settings: Settings, known: Collection[str]) -> Iterator[str]:
    named = [
        *(("select", "select", name) for name in settings.select),
        *(("ignore", "ignore", name) for name in settings.ignore),
        *(("severity", f"severity.{name}", name) for name in settings.severity),
    ]
    for key, place, name in named:
        if name not in known:
            near = get_close_matches(name, sorted(known), n=1)
            meant = f"did you mean {near[0]!r}?" if near else "brieflint explain lists them"
            yield f"{settings.origin(place)}: {key}: there is no rule or kind of rules {name!r}; {meant}"
