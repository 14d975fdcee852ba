"""Templates of packs: read whole and once, checked before they are used, and blamed by file and line when they fail.

A template sees a draft and nothing else: the sandbox keeps it from Python, and there is no path from it to another file.
"""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches

from jinja2 import Environment, FunctionLoader, TemplateError, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from brieflint.errors import PatternError
from brieflint.knowledge.folder import UnfitFile, read_text
from brieflint.knowledge.guide import MODELS
from brieflint.knowledge.packs import Pack, Packs, pack_files

ENDING = ".md.j2"
OVERRIDABLE = tuple(f"{name}{ENDING}" for name in (*MODELS, "base", "parts"))
"""The names under which a template of a pack takes the place of a shipped one."""


def has_templates(pack: Pack) -> bool:
    """Whether a pack has any templates."""
    return any(pack_files(pack.folder, "templates"))


def load_templates(pack: Pack) -> FunctionLoader:
    """The templates of a pack. Raises `PatternError`."""
    sources, mistakes = _read(pack)
    if mistakes:
        raise PatternError(mistakes)
    return FunctionLoader(_serve(sources))


def find_template_mistakes(packs: Packs) -> list[str]:
    """Everything that is wrong with the templates of packs, with file and line."""
    return [mistake for pack in packs for mistake in _read(pack)[1]]


@contextmanager
def blame_template() -> Iterator[None]:
    """Turn what goes wrong inside a template into a `PatternError` that names its file and line."""
    try:
        yield
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        MemoryError,
        RecursionError,
        TypeError,
        ValueError,
        AttributeError,
    ) as error:
        places = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(ENDING)]
        if not places:
            raise
        what = str(error) or type(error).__name__
        raise PatternError([f"{places[-1].filename}:{places[-1].lineno}: {what}"]) from error


def _read(pack: Pack) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Name → source and path, and what is wrong."""
    sources: dict[str, tuple[str, str]] = {}
    mistakes: list[str] = []
    used = set(OVERRIDABLE)
    for _, file in pack_files(pack.folder, "templates"):
        try:
            source = read_text(file)
            tree = Environment().parse(source)  # noqa: S701  (only parsed, never rendered)
        except UnfitFile as error:
            mistakes.append(f"{file}:1: {error}")
        except TemplateSyntaxError as error:
            mistakes.append(f"{file}:{error.lineno}: {error.message}")
        except RecursionError:
            mistakes.append(f"{file}:1: the template is nested too deeply")
        else:
            sources[file.name] = (source, str(file))
            used.update(name for name in find_referenced_templates(tree) if name)
    for name in sorted(set(sources) - used):
        near = get_close_matches(name, OVERRIDABLE, n=1)
        meant = f"; did you mean {near[0]!r}?" if near else f" (known: {', '.join(OVERRIDABLE)})"
        mistakes.append(f"{sources[name][1]}:1: no draft is written with a template of this name{meant}")
    return sources, mistakes


def _serve(sources: dict[str, tuple[str, str]]) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    def serve(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (*sources[name], lambda: True) if name in sources else None

    return serve
