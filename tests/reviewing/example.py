"""The Word file that the documentation shows, a brief as an office makes it: `python -m tests.reviewing.example docs/rfp.docx`.

It has a header and page numbers, a table, a bookmark, a comment and an insertion by a colleague.
"""

import re
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from brieflint.writing.packing import settle

TEXT = Path(__file__).parents[2] / "examples" / "rfp.docx.txt"
COLLEAGUE = 'w:author="Odette Fraser" w:date="2026-04-02T09:30:00Z"'
DAY = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)


def build() -> bytes:
    """The brief of `examples/rfp.docx.txt` as a Word file."""
    document = Document()
    for name, size in (("Title", 22), ("Heading 1", 14)):
        document.styles[name].font.size = Pt(size)
        document.styles[name].font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
    section = document.sections[0]
    section.header.paragraphs[0].text = "Town of Kestrel Bay\tPurchasing Office\tRFP 26-014"
    _number(section.footer.paragraphs[0])
    town, number, title, *lines = [line for line in TEXT.read_text(encoding="utf-8").splitlines() if line]
    document.add_paragraph(f"{town.title()}, {number}".replace("Rfp", "RFP"), style="Subtitle")
    document.add_paragraph(title, style="Title")
    for line in lines:
        if re.match(r"\d\. ", line):
            document.add_heading(line.partition(" ")[2], 1)
        elif line.startswith("("):
            document.add_paragraph(line.partition(" ")[2], style="List Bullet")
        elif line.startswith("Experience of the proposed"):
            _tabulate(document, line)
        elif "starting 1 September" in line:
            _insert(document.add_paragraph(), line, " The Town knows this work as IT outsourcing.")
        else:
            document.add_paragraph(re.sub(r"^\d\.\d ", "", line))
    scope = next(paragraph for paragraph in document.paragraphs if "release dates" in paragraph.text)
    document.add_comment(scope.runs, "Legal has seen this paragraph.", author="Odette Fraser", initials="OF")
    for comment in document.comments:
        comment._comment_elm.date = DAY
    document.core_properties.author = "Purchasing Office"
    document.core_properties.created = document.core_properties.modified = DAY.replace(tzinfo=None)
    written = BytesIO()
    document.save(written)
    return settle(written.getvalue())


def _number(paragraph) -> None:
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph.add_run("Page ")
    paragraph._p.append(field)


def _tabulate(document, line: str) -> None:
    table = document.add_table(rows=1, cols=2, style="Light Grid Accent 1")
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Criterion", "Points"
    for criterion, points in re.findall(r"([A-Z][^:]+): (\d+) points", line):
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = criterion, points


def _insert(paragraph, line: str, words: str) -> None:
    """A paragraph of several runs, at its end a sentence that a colleague has added, with a bookmark on the first words."""
    first, _, rest = line.partition("IT outsourcing")
    paragraph.add_run(first)
    paragraph.add_run("IT ").bold = True
    paragraph.add_run("outsourcing").bold = True
    paragraph.add_run(rest)
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="901" {COLLEAGUE}><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:ins>')
    )
    paragraph._p.insert(1, parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="77" w:name="intro"/>'))
    paragraph._p.insert(3, parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="77"/>'))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(build())
