"""Texts checked as in an editor, without one."""

from pathlib import Path

from brieflint.configuration.settings import Options
from brieflint.editing.checks import Checked, Opinion, check_text
from brieflint.editing.positions import Lines
from brieflint.editing.texts import Text


def make_text(words: str, path: str = "/briefs/rfp.txt", version: int = 1) -> Text:
    return Text(uri=Path(path).as_uri(), path=path, version=version, words=words)


def check(words: str, path: str = "/briefs/rfp.txt", reader=None) -> Checked:
    return check_text(make_text(words, path), Options(no_config=True), reader)


def judge(words: str, path: str = "/briefs/rfp.txt") -> tuple[Opinion, Lines]:
    opinion = check(words, path).opinion
    assert opinion
    return opinion, Lines(opinion.judged.document.text)
