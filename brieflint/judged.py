"""A brief that has been read and judged, for whatever is written from it."""

from dataclasses import dataclass

from brieflint.checking import open_document
from brieflint.documents.document import Document
from brieflint.judgement.judge import judge
from brieflint.judgement.verdict import Verdict
from brieflint.language.pipeline import read_document
from brieflint.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedBrief:
    """A document, what was read in it, and what was decided on it."""

    document: Document
    reading: Reading
    verdict: Verdict


def judge_path(path: str) -> JudgedBrief:
    """Read and judge a file, or standard input (`-`). Raises `BriefError`."""
    document = open_document(path)
    reading = read_document(document)
    return JudgedBrief(document=document, reading=reading, verdict=judge(reading))
