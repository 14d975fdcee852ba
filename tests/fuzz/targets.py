"""What is fuzzed: each target takes any bytes and does with them what brieflint does with such a file.

To refuse in words is right. Whatever else is raised, and a document that breaks the laws of documents, is a finding.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from documents.packages import WORD, docx, odt

from brieflint.checking import check_document
from brieflint.configuration.finding import Configuration
from brieflint.configuration.settings import Options
from brieflint.configuration.showing import show
from brieflint.documents import Document, Limits, container, read, read_bytes
from brieflint.documents.container import list_entries
from brieflint.documents.paper.composition import compose
from brieflint.documents.paper.confinement import is_suspect
from brieflint.documents.paper.reading import read_pages
from brieflint.errors import BriefError, ConfigError, PatternError
from brieflint.fixing import fix_path
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.packs import open_packs
from brieflint.linting.directive import DirectiveError, parse_directive, write_directive

CORPUS = Path(__file__).parent / "corpus"
FOLDER = Path(mkdtemp(prefix="brieflint-fuzz-"))
LONG = 3000
"""Bytes; longer texts are read and not judged, for the sake of speed."""
FILES = (
    "terms/a.yaml", "signals/a.yaml", "rules/a.yaml", "checklists/a.yaml", "roles.yaml", "context.yaml", "sections.yaml",
    "spelling.yaml", "sentences/accountability.tsv", "sentences/naming.tsv", "templates/staff_augmentation.md.j2",
)  # fmt: skip
"""What a pack may hold; the first byte says which file the others are."""


def assert_lawful(document: Document) -> None:
    """Blocks in order, apart, within the text; text that can be written."""
    edges = [0, *(edge for block in document.blocks for edge in (block.start, block.end)), len(document.text)]
    assert edges == sorted(edges)
    assert all(0 <= remark.start <= remark.end <= len(document.text) for remark in document.remarks)
    document.text.encode()


def read_as(name: str, data: bytes) -> None:
    with suppress(BriefError):
        document = read_bytes(data, name)
        assert_lawful(document)
        if len(document.text) <= LONG:
            report = check_document(document)
            for entry in report.named:
                assert document.text[entry.spot.start : entry.spot.end] == entry.spot.text


def read_text(data: bytes) -> None:
    read_as("brief.txt", data)


def read_markdown(data: bytes) -> None:
    read_as("brief.md", data)


def read_page(data: bytes) -> None:
    read_as("brief.html", data)


def read_mail(data: bytes) -> None:
    read_as("brief.eml", data)


def read_word(data: bytes) -> None:
    """The body of a Word document, or a whole package."""
    read_as("brief.docx", data if data.startswith(b"PK") else docx(decode_xml(data), root=WORD))


def read_opendocument(data: bytes) -> None:
    """The body of an OpenDocument text, or a whole package."""
    read_as("brief.odt", data if data.startswith(b"PK") else odt(decode_xml(data)))


def decode_xml(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def read_pdf(data: bytes) -> None:
    """The pages of a PDF that need no process of their own."""
    if is_suspect(data):
        return
    with suppress(BriefError):
        text, blocks = compose(list(read_pages(data, "brief.pdf", Limits())))
        assert_lawful(Document(path="brief.pdf", format="pdf", text=text, blocks=tuple(blocks)))


def open_package(data: bytes) -> None:
    path = FOLDER / "briefs.zip"
    path.write_bytes(data)
    container._open_once.cache_clear()
    with suppress(BriefError):
        for entry in list_entries(str(path)).briefs[:5]:
            with suppress(BriefError):
                assert_lawful(read(f"{path}/{entry}"))


def load_patterns(data: bytes) -> None:
    """One file of a pack; the first byte says which."""
    if not data:
        return
    pack = FOLDER / "pack"
    file = pack / FILES[data[0] % len(FILES)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data[1:])
    try:
        with suppress(PatternError):
            load_knowledge(open_packs([pack]))
    finally:
        file.unlink()


def read_configuration(data: bytes) -> None:
    path = FOLDER / "house.toml"
    path.write_bytes(data)
    with suppress(ConfigError):
        assert show(Configuration(Options(config=path)).find(FOLDER / "a" / "brief.txt"))


def read_directive(data: bytes) -> None:
    """A remark: refused in words, or written again as it is understood."""
    words = data.decode("utf-8", "replace")
    with suppress(DirectiveError):
        directive = parse_directive(words)
        assert directive.rules
        assert parse_directive(write_directive(directive)) == directive


def fix_text(data: bytes) -> None:
    """A fixed text needs no fix, and nothing but its labels has changed."""
    path = FOLDER / "brief.txt"
    path.write_bytes(data[:LONG])
    with suppress(BriefError):
        fixed = fix_path(str(path), unsafe=True)
        path.write_bytes(fixed.after)
        assert fix_path(str(path), unsafe=True).after == fixed.after
        if not fixed.applied:
            assert fixed.after == fixed.before


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_page,
    "mail": read_mail,
    "docx": read_word,
    "odt": read_opendocument,
    "pdf": read_pdf,
    "zip": open_package,
    "patterns": load_patterns,
    "configuration": read_configuration,
    "directive": read_directive,
    "fix": fix_text,
}


def read_corpus(name: str) -> list[bytes]:
    """The seeds of a target, in a stable order."""
    return [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
