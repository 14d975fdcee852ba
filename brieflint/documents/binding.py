"""Several documents bound into one, such as a message and what is attached to it."""

from dataclasses import replace

from brieflint.documents.document import Block, BlockKind, Document, Place, Remark


class Binding:
    """Puts words and documents one below another."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._remarks: list[Remark] = []
        self._length = 0
        self._lines = 0

    def add_line(self, kind: BlockKind, words: str, *, level: int = 0) -> None:
        """Add a line of its own; a heading opens a section."""
        place = Place(section=words if kind == "heading" else None, line=self._lines + 1)
        self._blocks.append(Block(kind=kind, start=self._length, end=self._length + len(words), place=place, level=level))
        self._add(words)

    def add(self, document: Document, section: str | None = None) -> None:
        """Add a document; what stands in none of its own sections is in the one given."""
        for block in document.blocks:
            place = replace(
                block.place,
                section=block.place.section or section,
                line=block.place.line and block.place.line + self._lines,
            )
            self._blocks.append(replace(block, start=block.start + self._length, end=block.end + self._length, place=place))
        for remark in document.remarks:
            start, end = remark.start + self._length, remark.end + self._length
            self._remarks.append(replace(remark, start=start, end=end, line=None))
        self._add(document.text)

    def part(self) -> None:
        """Leave a line blank."""
        if self._pieces:
            self._add("")

    def finish(self, path: str, form: str) -> Document:
        """Hand over the document."""
        text, blocks, remarks = "".join(self._pieces), tuple(self._blocks), tuple(self._remarks)
        return Document(path=path, format=form, text=text, blocks=blocks, remarks=remarks)

    def _add(self, text: str) -> None:
        self._pieces.append(f"{text}\n")
        self._length += len(text) + 1
        self._lines += text.count("\n") + 1
