"""The settings for one file as people read them: like the file in which they could stand, with the origin of each value."""

from collections.abc import Iterator
from dataclasses import asdict

from brieflint.configuration.settings import Settings
from brieflint.configuration.tomlfile import show_path
from brieflint.reporting.plainjson import dump


def show(settings: Settings) -> str:
    """All settings, each with the file and line of its value, "default" or "command line"."""
    lines = list(_list(settings))
    width = min(60, max(len(value) for value, _ in lines))
    return "".join(f"{value:<{width}}  # {origin}\n" for value, origin in lines)


def _list(settings: Settings) -> Iterator[tuple[str, str]]:
    yield f"select = {_write(settings.select)}", settings.origin("select")
    yield f"ignore = {_write(settings.ignore)}", settings.origin("ignore")
    yield f"fail-on = {_write(settings.fail_on)}", settings.origin("fail_on")
    for rule, severity in sorted(settings.severity.items()):
        yield f"severity.{rule} = {_write(severity)}", settings.origin(f"severity.{rule}")
    for name, globs in (("exclude", settings.exclude), ("include", settings.include)):
        yield f"{name} = {_write([pattern for entry in globs for pattern in entry.patterns])}", settings.origin(name)
    yield f"gitignore = {_write(settings.gitignore)}", settings.origin("gitignore")
    if not settings.severity:
        yield "severity = {}", settings.origin("severity")
    for word in settings.terms:
        value = f"{{ phrase = {_write(word.phrase)}, model = {_write(word.model or 'none')}, flag = {_write(word.flag)} }}"
        yield f"terms = [{value}]", settings.origin(f"terms.{word.phrase}")
    if not settings.terms:
        yield "terms = []", settings.origin("terms")
    yield f"patterns = {_write([show_path(folder) for folder in settings.patterns])}", settings.origin("patterns")
    baseline = _write(show_path(settings.baseline)) if settings.baseline else "none"
    yield f"baseline = {baseline}", settings.origin("baseline")
    yield f"legal = {_write(settings.legal)}", settings.origin("legal")
    own = [(name, most) for name, most in asdict(settings.limits).items() if f"limits.{name}" in settings.origins]
    for name, most in own:
        yield f"limits.{name.replace('_', '-')} = {most}", settings.origin(f"limits.{name}")
    if not own:
        yield "limits = {}", settings.origin("limits")


def _write(value: object) -> str:
    return dump(list(value) if isinstance(value, tuple) else value)
