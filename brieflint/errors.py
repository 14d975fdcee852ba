"""The one error that people see: which file, what is wrong with it, and what to do."""

from brieflint.signs import printable


class BriefError(Exception):
    """A brief that cannot be read or used, told in words for the person who handed it in.

    `what` and `advice` are phrases or sentences; `str()` makes one or two clear sentences of them, on one line that a
    terminal may show whatever the file is called.
    """

    def __init__(self, path: str, what: str, advice: str = "") -> None:
        super().__init__(path, what, advice)
        self.path = path
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        told = f"{self.path}: {_close(self.what)}"
        return printable(f"{told} {_close(self.advice)}" if self.advice else told)


def _close(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


class ReportError(Exception):
    """A report that cannot be written as was asked, told in words for whoever asked."""


class ConfigError(Exception):
    """A configuration that is wrong: every mistake, each with the file and line in which it stands."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(map(printable, self.mistakes))


class PatternError(Exception):
    """Pattern files that are wrong: every mistake, each with file and line."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(map(printable, self.mistakes))
