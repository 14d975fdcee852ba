"""OpenDocument texts (`.odt`), read as a person reads them: insertions accepted, deletions and hidden words left out."""

from xml.etree.ElementTree import Element

from brieflint.documents.document import Document
from brieflint.documents.limits import DEFAULT, Limits
from brieflint.documents.office.archive import Archive
from brieflint.documents.office.assembly import Assembly
from brieflint.documents.office.trees import OversizedTreeError, TreeError, parse_tree
from brieflint.documents.opendocument.body import Body
from brieflint.documents.opendocument.lists import Lists
from brieflint.documents.opendocument.names import office, style
from brieflint.documents.opendocument.styles import Styles
from brieflint.errors import BriefError

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ENCRYPTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_TEXT = f"{office('body')}/{office('text')}"
_HEADERS = tuple(map(style, ("header", "header-left", "header-first")))
_FOOTERS = tuple(map(style, ("footer", "footer-left", "footer-first")))


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read the brief in an OpenDocument text."""
    archive = Archive(data, name, limits)
    try:
        return _read(archive)
    except RecursionError:
        # Bounded by Python itself, far beyond any table in a table that a person could have made.
        raise BriefError(name, "this file nests its parts too deeply", "Open it in LibreOffice and save it again") from None


def _read(archive: Archive) -> Document:
    if _MANIFEST in archive and next(_parse(archive, _MANIFEST).iter(_ENCRYPTION), None) is not None:
        raise archive.locked()
    content = _parse(archive, _CONTENT) if _CONTENT in archive else None
    main = content.find(_TEXT) if content is not None else None
    if content is None or main is None:
        raise BriefError(archive.name, "this is not an OpenDocument text", "Open it in LibreOffice and save it as .odt")
    roots = [*([_parse(archive, _STYLES)] if _STYLES in archive else []), content]
    body = Body(Styles(roots), Lists(roots))
    # The body comes first, because whatever is read counts the numbers of its lists on.
    story = body.read(main)
    assembly = Assembly()
    _add_running(_HEADERS, roots[0], body, assembly)
    assembly.add_body(story)
    for note, section in assembly.notes:
        assembly.add_note(body.read(body.notes[note]), section)
    _add_running(_FOOTERS, roots[0], body, assembly)
    return assembly.finish(archive.name, "odt", body.remarks)


def _add_running(kinds: tuple[str, ...], styles: Element, body: Body, assembly: Assembly) -> None:
    """Add every header or footer once, however many kinds of pages show it."""
    pages = styles.iter(style("master-page"))
    for story in dict.fromkeys(body.read(running) for page in pages for running in page if running.tag in kinds):
        assembly.add_matter(story)


def _parse(archive: Archive, part: str) -> Element:
    try:
        return parse_tree(archive.read(part), archive.limits.xml_tags)
    except OversizedTreeError:
        raise archive.oversized() from None
    except TreeError as error:
        raise archive.damaged() from error
