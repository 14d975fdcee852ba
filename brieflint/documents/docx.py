"""Word documents (`.docx`), read as a person reads them: insertions accepted, deletions and hidden words left out."""

from xml.etree.ElementTree import Element

from brieflint.documents.document import Document
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.office.assembly import Assembly
from brieflint.documents.word.body import Body
from brieflint.documents.word.comments import read_comments
from brieflint.documents.word.names import DIAGRAM_DATA, RELATION, w
from brieflint.documents.word.numbering import Numbering
from brieflint.documents.word.origins import Origins
from brieflint.documents.word.package import Package
from brieflint.documents.word.styles import Styles
from brieflint.errors import BriefError

_HEADER, _FOOTER = w("headerReference"), w("footerReference")


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the brief in a Word document."""
    return read_package(Package(data, name, limits))


def read_package(package: Package, origins: Origins | None = None) -> Document:
    """Read the brief in an opened Word document; `origins` takes down which elements show the words of its body."""
    name = package.name
    try:
        return _read(package, origins)
    except RecursionError:
        # Bounded by Python itself, far beyond any table in a table that a person could have made.
        raise BriefError(name, "this file nests its parts too deeply", "Open it in Word and save it again") from None


def _read(package: Package, origins: Origins | None) -> Document:
    root = package.parse(package.main) if origins is None else origins.root
    styles = Styles(package.find("styles"))

    def find_diagram(diagram: Element) -> Element | None:
        part = package.follow(diagram.get(DIAGRAM_DATA, ""))
        return package.parse(part) if part else None

    body = Body(styles, Numbering(package.find("numbering"), styles), find_diagram)
    # The body comes first, because whatever is read counts the numbers of its lists on.
    story = body.read(root, origins)
    assembly = Assembly()
    _add_running(_HEADER, package, root, body, assembly)
    assembly.add_body(story)
    _add_notes("footnote", package, body, assembly)
    _add_notes("endnote", package, body, assembly)
    _add_running(_FOOTER, package, root, body, assembly)
    if origins is not None:
        origins.written = assembly.written
    return assembly.finish(package.name, "docx", read_comments(package.find("comments")))


def _add_running(kind: str, package: Package, root: Element, body: Body, assembly: Assembly) -> None:
    """Add every header or footer once, however many sections and kinds of pages show it."""
    parts = dict.fromkeys(package.follow(reference.get(f"{RELATION}id", "")) for reference in root.iter(kind))
    stories = dict.fromkeys(body.read(package.parse(part)) for part in parts if part)
    for story in stories:
        assembly.add_matter(story)


def _add_notes(kind: str, package: Package, body: Body, assembly: Assembly) -> None:
    """Add the footnotes or endnotes that the body refers to, in its order."""
    notes = package.find(f"{kind}s") if assembly.notes else None
    if notes is None:
        return
    elements = {f"{kind} {note.get(w('id'), '')}": note for note in notes.iter(w(kind))}
    for note, section in list(assembly.notes):
        # A note that is referred to twice is read where it is met first.
        if (element := elements.pop(note, None)) is not None:
            assembly.add_note(body.read(element), section)
