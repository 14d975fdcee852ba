"""Makes the Word template of drafts: `python -m tests.writing.word_template brieflint/writing/templates/brief.docx`.

It says what the Markdown templates beside it say, in the same order; a test holds the two together. Tags are those of docxtpl:
`{%p … %}` stands alone in a paragraph and `{%tr … %}` in a row, and both vanish.
"""

import re
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from brieflint.writing.packing import settle

INK, GREY = RGBColor(0x1F, 0x3A, 0x5F), RGBColor(0x5A, 0x5A, 0x5A)
QUESTION, CONFIRM = "Open Question", "Please Confirm"
ORIGIN = (
    "Drafted by brieflint from {{ %s.path }}. Whatever has its place behind it is quoted from that brief word for word, but "
    "for a name in brackets, which stands where another model was named. The buyer must confirm this text before anybody "
    "sends it."
)
MODEL = (
    "**Please confirm:** A vendor may read the name “{{ draft.model.name }}” as work where {{ draft.model.direction }}. "
    "Is that what you mean?"
)
QUOTE = "“{{ found.text }}” ({{ found.place }})"
BELOW = "{% if found.unfit %} *(It also stands under “Take out” below.)*{% endif %}"
STATED = (
    "In short: {% for found in entry.stated %}{% for text in found.texts %}**{{ text }}**{% if not loop.last %}, {% endif %}"
    "{% endfor %} ({{ found.place }}){% if not loop.last %}; {% endif %}{% endfor %}"
)
CELL = (
    "{% for found in entry.quotes %}" + QUOTE + "{% if found.speaks_for %}, which speaks for {{ found.speaks_for }}{% endif %}"
    "{% if not loop.last %}; {% endif %}{% else %}not stated{% endfor %}"
)
CLAIM = "{{ entry.cell.text }}{% if entry.cell.origin == 'ours' %} (brieflint says so; the guide does not){% endif %}"


class Template:
    """The template while it is written."""

    def __init__(self) -> None:
        self.document = Document()
        _style(self.document)

    def add(self, text: str, style: str = "Normal") -> None:
        """A paragraph in a style; `**bold**` and `*italic*` as in Markdown."""
        _write(self.document.add_paragraph(style=style), text)

    def tag(self, *tags: str) -> None:
        """Tags that stand alone."""
        for tag in tags:
            self.document.add_paragraph(f"{{%p {tag} %}}")

    def answer(self, level: int) -> None:
        """A slot of the checklist."""
        self.add("{{ entry.slot.label }}", f"Heading {level}")
        self.tag("if entry.stated")
        self.add(STATED)
        self.tag("endif", "if entry.shared")
        self.add("See “For all lots” above.")
        self.tag("elif not (entry.repeats and entry.stated and not entry.slot.decides)", "for found in entry.quotes")
        self.tag("if found.decides")
        asks = "{{ 'Please say what holds.' if found.text.endswith('?') else 'Is that so?' }}"
        self.add(f"**Please confirm:** {QUOTE}. {asks}{BELOW}", CONFIRM)
        self.tag("else")
        self.add(QUOTE + BELOW, "List Bullet")
        self.tag("endif", "else")
        self.add("**Open question:** {{ entry.slot.ask }}", QUESTION)
        self.tag("endfor", "endif")

    def table(self) -> None:
        """Who is accountable."""
        table = self.document.add_table(rows=4, cols=3, style="Table Grid")
        heads = ("Question", "{{ draft.model.name[0] | upper }}{{ draft.model.name[1:] }}", "This brief")
        rows = (
            heads,
            ("{%tr for entry in draft.accountability %}",),
            ("{{ entry.question }}", CLAIM, CELL),
            ("{%tr endfor %}",),
        )
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                _write(cell.paragraphs[0], text)
        _dress(table)
        self.add("")

    def removals(self) -> None:
        """What should go."""
        self.tag("for removal in draft.removals")
        self.add("**{{ removal.anti_slot.label }}.** {{ removal.anti_slot.why }}")
        self.tag("for found in removal.quotes")
        self.add(QUOTE, "List Bullet")
        self.tag("endfor", "endfor")

    def renamings(self) -> None:
        """What to write instead."""
        self.tag("for renaming in draft.renamings", "for found in renaming.quotes")
        self.add(QUOTE + ": write “{{ draft.model.name }}”.", "List Bullet")
        self.tag("endfor", "if renaming.advice")
        self.add("{{ renaming.advice }}")
        self.tag("endif", "endfor")

    def part(self) -> None:
        """Where the buyer's own part begins, on a page of its own."""
        self.add("*What follows is for the buyer. Take it off before the brief goes to a vendor.*", "For The Buyer")


def build() -> bytes:
    """The template."""
    made = Template()
    made.tag("if schedules")
    _add_schedules(made)
    made.tag("else")
    _add_single(made)
    made.tag("endif")
    properties = made.document.core_properties
    properties.author, properties.title, properties.comments = "", "{{ title }}", ""
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    written = BytesIO()
    made.document.save(written)
    return settle(written.getvalue())


def _add_single(made: Template) -> None:
    made.add("{{ title }}", "Title")
    made.add(ORIGIN % "draft", "Note")
    made.tag("if draft.lots_left_out")
    titles = "{% for title in draft.lots_left_out %}“{{ title }}”{% if not loop.last %}, {% endif %}{% endfor %}"
    made.add(f"The brief has several lots. This draft leaves out what belongs to {titles}.", "Note")
    made.tag("elif draft.described == 'mixed'")
    others = "This draft is for {{ term }}, so some of its sentences may belong to other work."
    made.add(f"The text describes more than one model. {others}", "Note")
    made.tag("elif draft.described == 'none'")
    chosen = "That this draft is for {{ term }} is a choice to confirm."
    made.add(f"The text does not make clear which model it describes. {chosen}", "Note")
    made.tag("elif draft.described_name != draft.model.name")
    made.add("The text describes another model, {{ draft.described_name }}. " + chosen, "Note")
    made.tag("endif", "if draft.caution")
    made.add("**Before you send it:** {{ draft.caution }}")
    made.tag("endif")
    made.add("Purpose", "Heading 1")
    made.add("We invite offers for {{ term }}{% if draft.subject %}: {{ draft.subject }}{% endif %}.")
    made.tag("if draft.own_title and not draft.subject")
    made.add(
        "**Open question:** What should the title say after the name of the model? The brief's own title is "
        "“{{ draft.own_title.text }}” ({{ draft.own_title.place }}).",
        QUESTION,
    )
    made.tag("elif not draft.subject")
    made.add("**Open question:** What is the work called? The brief has no title.", QUESTION)
    made.tag("endif")
    made.add(MODEL, CONFIRM)
    made.add("What is needed", "Heading 1")
    made.tag("for entry in draft.answers")
    made.answer(2)
    made.tag("endfor")
    made.add("Who is accountable", "Heading 1")
    made.add("The column in the middle says what the guide takes {{ term }} to mean. Please confirm each row, or change it.")
    made.table()
    made.part()
    made.tag("if draft.removals")
    made.add("Take out", "Heading 1")
    made.removals()
    made.tag("endif", "if draft.renamings")
    made.add("Write instead", "Heading 1")
    made.renamings()
    made.tag("endif")
    made.add("Source", "Heading 1")
    source = "Source: “{{ draft.source.title }}”, {{ draft.source.publisher }}: {{ draft.sections | join('; ') }}"
    made.add(source)
    made.add("{{ draft.source.interest }}", "Note")


def _add_schedules(made: Template) -> None:
    made.add("{{ title }}", "Title")
    made.add(ORIGIN % "schedules", "Note")
    made.tag("for schedule in schedules.schedules")
    made.add("Schedule {{ loop.index }}: {{ schedule.draft.model.name }} (“{{ schedule.lot }}”)", "List Bullet")
    made.tag("endfor", "if schedules.unclear")
    titles = "{% for title in schedules.unclear %}“{{ title }}”{% if not loop.last %}, {% endif %}{% endfor %}"
    made.add(f"No schedule was drafted for {titles}: the text does not make clear which model it describes.", "Note")
    made.tag("endif", "if schedules.shared")
    made.add("For all lots", "Heading 1")
    made.tag("for entry in schedules.shared")
    made.add("{{ entry.label }}", "Heading 2")
    made.tag("for found in entry.quotes")
    made.add(QUOTE, "List Bullet")
    made.tag("endfor", "endfor", "endif")
    made.tag("for schedule in schedules.schedules", "set draft = schedule.draft")
    named = "Schedule {{ loop.index }}: {{ draft.model.name }}{% if draft.subject %}, {{ draft.subject }}{% endif %}"
    made.add(named, "Heading 1")
    made.add("The brief calls this lot “{{ schedule.lot }}”.")
    made.tag("if draft.caution")
    made.add("**Before you send it:** {{ draft.caution }}")
    made.tag("endif")
    made.add(MODEL, CONFIRM)
    made.tag("for entry in draft.answers")
    made.answer(2)
    made.tag("endfor")
    made.add("Who is accountable", "Heading 2")
    made.table()
    made.tag("endfor")
    made.part()
    made.tag("for schedule in schedules.schedules", "set draft = schedule.draft", "if draft.removals or draft.renamings")
    made.add("Schedule {{ loop.index }}: take out or rename", "Heading 1")
    made.removals()
    made.renamings()
    made.tag("endif", "endfor", "for schedule in schedules.schedules", "if loop.first")
    made.add("Source", "Heading 1")
    made.add("Source: “{{ schedule.draft.source.title }}”, {{ schedule.draft.source.publisher }}")
    made.add("{{ schedule.draft.source.interest }}", "Note")
    made.tag("endif", "endfor")


def _write(paragraph, text: str) -> None:
    for piece in re.split(r"(\*\*.+?\*\*|(?<!\*)\*[^*]+\*(?!\*))", text):
        bold, italic = piece.startswith("**"), piece.startswith("*") and not piece.startswith("**")
        if piece:
            run = paragraph.add_run(piece.strip("*") if bold or italic else piece)
            run.bold, run.italic = bold or None, italic or None


def _style(document) -> None:
    styles = document.styles
    _set_font(styles["Normal"], 10.5)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, size, before in (("Title", 24, 0), ("Heading 1", 15, 18), ("Heading 2", 12, 12)):
        style = styles[name]
        _set_font(style, size)
        style.font.color.rgb, style.font.bold = INK, name != "Title"
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True
    styles["List Bullet"].paragraph_format.space_after = Pt(3)
    for name, colour, fill in ((QUESTION, "C77700", "FFF6E5"), (CONFIRM, "2F6DA8", "EDF4FB")):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.paragraph_format.left_indent = Cm(0.3)
        properties = style.element.get_or_add_pPr()
        properties.insert_element_before(
            parse_xml(
                f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="24" w:space="8" w:color="{colour}"/></w:pBdr>'
            ), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc",
        )  # fmt: skip
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
        properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc")
    for name in ("Note", "For The Buyer"):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.italic, style.font.color.rgb, style.font.size = True, GREY, Pt(9.5)
    styles["For The Buyer"].paragraph_format.page_break_before = True
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name in ("Header", "Footer"):
        styles[name].paragraph_format.tab_stops.clear_all()
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    _add_small(header, "Draft for the buyer to confirm")
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    _add_small(footer, "{{ title }}")
    for piece in ("\tPage ", "PAGE", " of ", "NUMPAGES"):
        run = _add_small(footer, piece)
        if piece.isupper():
            run.text = "1"
            field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {piece} "/>')
            run._r.addprevious(field)
            field.append(run._r)


def _add_small(paragraph, text: str):
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), GREY
    return run


def _set_font(style, size: float) -> None:
    style.font.name, style.font.size = "Calibri", Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    fonts.set(qn("w:hAnsi"), "Calibri")


def _dress(table) -> None:
    """A heading row that is shaded and repeated, light lines, and the widths of the columns."""
    table.autofit = False
    for column, width in zip(table.columns, (Cm(4), Cm(5.5), Cm(6.5)), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
                for run in paragraph.runs:
                    run.font.size = Pt(9.5)
                    run.bold = True if number == 0 or (number == 2 and cell is row.cells[0]) else run.bold
            if number == 0:
                shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="DCE6F1"/>')
                cell._tc.get_or_add_tcPr().append(shade)
    heading = table.rows[0]._tr.get_or_add_trPr()
    heading.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    table._tbl.tblPr.insert_element_before(_borders(), "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _borders():
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B7C4D3"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>")


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(build())
