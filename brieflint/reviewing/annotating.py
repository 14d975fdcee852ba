"""From a Word file to the same file with comments in its margin, and back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brieflint.checking import check_document
from brieflint.clock import read_now
from brieflint.documents.docx import read_package
from brieflint.documents.files import load
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.word.comments import BEGINNING, END, ID, REFERENCE
from brieflint.documents.word.origins import Origins
from brieflint.documents.word.package import Package
from brieflint.errors import BriefError
from brieflint.grounds import Grounds
from brieflint.reporting.view import View
from brieflint.reporting.words import clip
from brieflint.reviewing.advice import Advice, Audience, advise
from brieflint.reviewing.cleaning import clean_parts
from brieflint.reviewing.commentpart import Comment, add_comments, count_others, find_namespace, find_numbers
from brieflint.reviewing.marks import Mark, put_marks
from brieflint.reviewing.markup import Markup
from brieflint.reviewing.package import Parts, find_protection, open_parts
from brieflint.reviewing.places import Places

ENDING = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A file with its comments. `unplaced` concern words outside of the body, such as a footer's, and stand at the beginning.

    `suggested` counts the tracked changes, `unsuggested` the names that the file allows nobody to change there; `others` is
    how many comments other people have in the file.
    """

    data: bytes
    comments: int
    suggested: int = 0
    unsuggested: int = 0
    unplaced: int = 0
    others: int = 0


def annotate_path(path: str, grounds: Grounds, audience: Audience = "internal", *, suggest: bool = False) -> Reviewed:
    """Put comments on what brieflint finds into a Word file, which itself is not touched. Raises `BriefError`.

    Comments of an earlier review by brieflint are taken out first.
    """
    return annotate(_load(path, grounds.settings.limits), path, grounds, audience, suggest=suggest)


def annotate(data: bytes, name: str, grounds: Grounds, audience: Audience = "internal", *, suggest: bool = False) -> Reviewed:
    """Put comments into the bytes of a Word file. Raises `BriefError` and `PatternError`."""
    limits = grounds.settings.limits
    parts = open_parts(data, name, limits)
    clean_parts(parts)
    if parts.changed:
        parts = Parts(Package(parts.pack(), name, limits))
    if suggest and find_protection(parts.package) == "comments":
        raise BriefError(name, "its author allows comments only", "Leave out --suggest")
    markup = parts.open(parts.package.main)
    origins = Origins(markup.root.element)
    document = read_package(parts.package, origins)
    if not document.text.strip():
        raise BriefError(name, "the file is empty", "Check that the brief was saved, and that this is the right file")
    # Names are changed only where their offsets are those of a file; the origins make them so.
    report = check_document(replace(document, format="text"), grounds)
    advice = advise(report, View(guide=grounds.patterns.guide, perspectives=grounds.patterns.perspectives), audience)
    return put_advice(parts, markup, origins, advice, suggest=suggest)


def clean_path(path: str) -> bytes:
    """Give a Word file without any mark of brieflint's. Raises `BriefError`."""
    parts = open_parts(_load(path), path)
    clean_parts(parts)
    return parts.pack()


def _load(path: str, limits: Limits = DEFAULT) -> bytes:
    if not path.lower().endswith(ENDING):
        advice = "Open it in Word and save it as .docx, or use brieflint check for files of other kinds"
        raise BriefError(path, "only Word files (.docx) have a margin to write in", advice)
    return load(path, limits)


def put_advice(parts: Parts, markup: Markup, origins: Origins, advice: Sequence[Advice], *, suggest: bool) -> Reviewed:
    """Put comments into an opened file, of which `markup` and `origins` are the body. Raises `BriefError`."""
    try:
        namespace, prefix = find_namespace(markup)
    except ValueError:
        raise parts.unfit("this file names the elements of Word in an unusual way") from None
    date = read_now().strftime("%Y-%m-%dT%H:%M:%SZ")
    places = Places(markup)
    entries = _place(advice, origins, places)
    first = 1 + max(find_numbers(parts) | _find_referred(markup), default=-1)
    marks = [
        Mark(start=start, end=end, comment=number, instead=entry.edit.text if suggest and entry.edit else None)
        for number, (entry, start, end) in enumerate(entries, first)
    ]
    marked = put_marks(markup, origins, places, marks, prefix, date)
    wanted = frozenset(mark.comment for mark in marks if mark.instead is not None)
    comments = [
        Comment(number=mark.comment, paragraphs=(entry.heading, *entry.paragraphs, *_apologise(mark.comment in left)))
        for left in [wanted - marked.suggested]
        for mark, (entry, _, _) in zip(marks, entries, strict=True)
    ]
    others = count_others(parts)
    if comments:
        add_comments(parts, comments, date, namespace)
        parts.changed[parts.package.main] = marked.xml
    return Reviewed(
        data=parts.pack(),
        comments=len(comments),
        suggested=len(marked.suggested),
        unsuggested=len(wanted - marked.suggested),
        unplaced=sum(entry.start != start for entry, start, _ in entries),
        others=others,
    )


def _place(advice: Sequence[Advice], origins: Origins, places: Places) -> list[tuple[Advice, int, int]]:
    """Find a stretch for each comment that the margin can show: its own, else the first words of the body."""
    spans = [(written.start, written.start + len(written.text)) for written in origins.written]
    opening = next((span for span in spans if places.takes(origins.find(*span))), None)
    placed: list[tuple[Advice, int, int]] = []
    for entry in advice:
        if places.takes(origins.find(entry.start, entry.end)):
            placed.append((entry, entry.start, entry.end))
        elif opening:
            about = f'This is about words that take no comment in Word: "{clip(entry.words)}"'
            placed.append((replace(entry, paragraphs=(about, *entry.paragraphs), edit=None), *opening))
    return sorted(placed, key=lambda entry: (entry[1], -entry[2]))


def _apologise(is_left: bool) -> Iterator[str]:
    if is_left:
        yield "The words stand in a field or another place that fills itself, so please change them where they come from."


def _find_referred(markup: Markup) -> frozenset[int]:
    """The numbers of comments that the body refers to, whether there are such comments or not."""
    ids = (node.element.get(ID, "") for node in markup.nodes if node.element.tag in (BEGINNING, END, REFERENCE))
    return frozenset(int(number) for number in ids if number.isdecimal())
