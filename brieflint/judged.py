"""A brief that has been read and judged, for whatever is written from it."""

from dataclasses import dataclass

from brieflint.checking import open_document
from brieflint.configuration.settings import Options
from brieflint.documents.document import Document
from brieflint.grounds import Grounds, GroundsFinder
from brieflint.judgement.judge import judge
from brieflint.judgement.verdict import Verdict
from brieflint.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedBrief:
    """A document, what was read in it, what was decided on it, and on which grounds."""

    document: Document
    reading: Reading
    verdict: Verdict
    grounds: Grounds


def judge_path(path: str, options: Options | None = None) -> JudgedBrief:
    """Read and judge a file, or standard input (`-`). Raises `BriefError`, `ConfigError` and `PatternError`."""
    grounds = GroundsFinder(options).find(path)
    return judge_document(open_document(path, limits=grounds.settings.limits), grounds)


def judge_document(document: Document, grounds: Grounds) -> JudgedBrief:
    """Judge a document that has been read. Raises `PatternError`."""
    from brieflint.language.pipeline import read_document

    reading = read_document(document, grounds.packs, grounds.settings.terms)
    return JudgedBrief(document=document, reading=reading, verdict=judge(reading), grounds=grounds)
