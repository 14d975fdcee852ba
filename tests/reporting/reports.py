"""Reports that the tests of several formats use, made by hand so that no judgement moves them."""

from dataclasses import replace

from brieflint.documents.document import Place
from brieflint.judgement.verdict import Described
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import MODELS, ROWS
from brieflint.knowledge.patterns import Examples, Rule, When
from brieflint.linting.finding import Edit, Finding, Fix, GridCell, Name, Quote, Spot
from brieflint.linting.report import BriefReport, Coverage, Report, Unreadable
from brieflint.reporting.view import View

LINE = Place(line=1)
PAGE = Place(page=4, section="2 Scope")
RULE = Rule(
    id="sa-called-ito",
    kind="mislabelling",
    title="Staff augmentation called IT outsourcing",
    severity="warning",
    certain="error",
    when=When(named=("it_outsourcing",), described=("staff_augmentation",)),
    message='The work is called "{label}", and the text describes work where {direction}.',
    lines=(56, 58),
    section="The Most Common Mislabelling and What It Costs",
    examples=Examples(bad=("IT outsourcing\n\nTwo people join our team.",), good=("Staff augmentation",)),
)
VIEW = View(guide=load_knowledge().guide)


def spot(text: str = "IT outsourcing", line: int = 3, start: int = 20, column: int = 5, place: Place = LINE) -> Spot:
    return Spot(
        start=start,
        end=start + len(text),
        text=text,
        line=line,
        column=column,
        end_line=line,
        end_column=column + len(text),
        place=place,
        byte_column=column + 1,
        end_byte_column=column + 1 + len(text.encode("utf-8", "replace")),
    )


def quote(text: str, line: int = 5, place: Place = LINE) -> Quote:
    return Quote(spot=spot(text, line, place=place), dimension="direction", model="staff_augmentation")


def finding(**changes) -> Finding:
    made = Finding(
        rule="sa-called-ito",
        kind="mislabelling",
        severity="error",
        title="Staff augmentation called IT outsourcing",
        message='The work is called "IT outsourcing".',
        happens="The vendor plans to run a function.",
        spot=spot(),
        should_say="staff_augmentation",
        evidence=(quote("Our lead directs them."), quote("We own the outcome.", 7)),
        fix=Fix(
            text="Ask who directs.",
            replacement="staff augmentation",
            guide="The First Section",
            guide_lines=(7, 9),
            edits=(
                Edit(spot=spot(), text="staff augmentation"),
                Edit(spot=spot("an IT outsourcing", 9, 90), text="a staff augmentation"),
            ),
        ),
        fingerprint="0123456789abcdef",
    )
    return replace(made, **changes)


def brief(**changes) -> BriefReport:
    made = BriefReport(
        path="briefs/rfp one.txt",
        named=(Name(model="it_outsourcing", spot=spot()),),
        described=Described(model="staff_augmentation", confidence=0.93, reason=None, scores=dict.fromkeys(MODELS, 0.0)),
        grid=dict.fromkeys(ROWS)
        | {
            "manages_people": GridCell(
                model="staff_augmentation", spot=spot("Our lead directs them.", 5), against=quote("They direct themselves.")
            )
        },
        findings=(finding(),),
        questions=(),
        lots=(),
        coverage=Coverage(words=120, sentences=9, light_sections=()),
    )
    return replace(made, **changes)


def on_paper(changed: Finding) -> Finding:
    """A finding as it is in a PDF: with a page and without lines."""
    assert changed.fix
    return replace(
        changed,
        spot=spot(place=PAGE),
        evidence=(quote("Our lead directs them.", place=PAGE),),
        fix=replace(changed.fix, edits=()),
    )


SAMPLE = Report(
    briefs=(
        brief(),
        brief(
            path="briefs/offer.pdf",
            findings=(
                on_paper(finding(severity="warning")),
                finding(
                    rule="brief-incomplete", kind="completeness", severity="advice", title="Open points", spot=None,
                    message="It does not say: the price.", happens="", evidence=(), fix=None, should_say=None
                ),
            ),
        ),
        brief(path="clean.md", findings=(), named=()),
        Unreadable(path="gone.docx", error="gone.docx: there is no such file."),
    ),
    skipped=2,
    rules=(RULE,),
)  # fmt: skip
"""A text file, a PDF, one without findings, and one that could not be read."""

ATTACK = (
    "=cmd|'/C calc'!A0\n::error file=x::owned\r\n##[error]owned\x00\x1b[31m\u202eevil\u2066\u2028next\ud800\ufffe"
    '|cell|`code`](http://x)<script>alert(1)</script> ]]> &amp; "quoted", comma @everyone %0A::stop-commands::x'
)
"""What a brief or a file name may hold to break out of a format."""


def attack(text: str = ATTACK) -> Report:
    """A report in which every word that can come from a brief is hostile."""
    hostile = finding(
        title=text,
        message=text,
        happens=text,
        spot=spot(text),
        evidence=(quote(text),),
        fix=Fix(text=text, replacement=text, guide="", guide_lines=(), edits=(Edit(spot=spot(text), text=text),)),
    )
    paper = on_paper(replace(hostile, spot=spot(text, place=Place(section=text, paragraph=2))))
    return Report(
        briefs=(
            brief(
                path=text.replace("/", "_") + ".txt",
                findings=(hostile,),
                questions=(text,),
                named=(Name(model="it_outsourcing", spot=spot(text)),),
                grid=dict.fromkeys(ROWS, GridCell(model="staff_augmentation", spot=spot(text), against=quote(text))),
            ),
            brief(path="offer.docx", findings=(paper,)),
            Unreadable(path=text, error=text),
        )
    )
