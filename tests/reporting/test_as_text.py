"""The report as text: what a person reads."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brieflint.checking import check_document
from brieflint.documents import read_bytes
from brieflint.documents.document import Place
from brieflint.judgement.verdict import Described
from brieflint.knowledge.artefact import load_knowledge
from brieflint.knowledge.guide import MODELS, ROWS
from brieflint.linting.finding import Finding, Fix, GridCell, LotReport, Name, Quote, Spot
from brieflint.linting.report import BriefReport, Coverage, Report, Unreadable
from brieflint.reporting.as_text import write_text
from brieflint.reporting.view import View, plain
from brieflint.reporting.words import WIDTH, clip, where
from brieflint.signs import printable

GUIDE = load_knowledge().guide
LINE = Place(line=1)
THIN = "Hello,\n\nwe are a bakery and look for somebody for our app. What would it cost?\n\nAda\n"


def spot(text: str = "IT outsourcing", line: int = 3, place: Place = LINE) -> Spot:
    return Spot(start=0, end=len(text), text=text, line=line, column=1, end_line=line, end_column=1 + len(text), place=place)


def quote(text: str, model: str = "staff_augmentation", line: int = 5) -> Quote:
    return Quote(spot=spot(text, line), dimension="direction", model=model)


def finding(**changes) -> Finding:
    made = Finding(
        rule="sa-called-ito",
        kind="mislabelling",
        severity="error",
        title="The name is wrong",
        message="The work is called something else.",
        happens="The vendor will be surprised.",
        spot=spot(),
        should_say="staff_augmentation",
        evidence=(quote("Our lead directs them."),),
        fix=Fix(text="Ask who directs.", replacement="staff augmentation", guide="The First Section", guide_lines=(7, 9)),
    )
    return replace(made, **changes)


def brief(**changes) -> BriefReport:
    made = BriefReport(
        path="rfp.txt",
        named=(Name(model="it_outsourcing", spot=spot()),),
        described=Described(model="staff_augmentation", confidence=0.93, reason=None, scores=dict.fromkeys(MODELS, 0.0)),
        grid=dict.fromkeys(ROWS),
        findings=(),
        questions=(),
        lots=(),
        coverage=Coverage(words=1234, sentences=1, light_sections=()),
    )
    return replace(made, **changes)


def told(*briefs: BriefReport | Unreadable, skipped: int = 0, everything: bool = False, paint=plain) -> str:
    return write_text(Report(briefs=briefs, skipped=skipped), View(guide=GUIDE, paint=paint, everything=everything))


def flat(text: str) -> str:
    """The text as one line, however it was wrapped."""
    return " ".join(text.split())


def test_the_brief_is_called_by_its_path():
    assert told(brief()).startswith("rfp.txt\n")


def test_a_name_is_told_with_the_words_of_the_brief_and_their_line():
    assert '  names      IT outsourcing, as "IT outsourcing" (line 3)\n' in told(brief())


def test_further_places_of_a_name_are_counted():
    names = tuple(Name(model="it_outsourcing", spot=spot(line=line)) for line in (3, 8, 9))
    assert "(line 3 and 2 more places)" in told(brief(named=names))


def test_every_named_model_is_told_once():
    names = (
        Name(model="it_outsourcing", spot=spot("managed service", 3)),
        Name(model="staff_augmentation", spot=spot("staff aug", 4)),
        Name(model="it_outsourcing", spot=spot("managed service", 5)),
    )
    assert (
        'IT outsourcing, as "managed service" (line 3 and 1 more place); staff augmentation, as "staff aug" (line 4)'
        in flat(told(brief(named=names)))
    )


def test_the_bare_word_is_told_as_plain_outsourcing():
    names = (Name(model="outsourcing_unspecified", spot=spot("outsourcing")),)
    assert '  names      plain outsourcing, as "outsourcing" (line 3)\n' in told(brief(named=names))


def test_a_brief_without_a_name_is_told_so():
    assert "  names      no model\n" in told(brief(named=()))


@pytest.mark.parametrize(
    ("confidence", "sure"), [(0.97, "surely, 0.97"), (0.9, "surely, 0.90"), (0.75, "probably, 0.75"), (0.6, "perhaps, 0.60")]
)
def test_the_described_model_is_told_with_how_sure_it_is(confidence: float, sure: str):
    described = replace(brief().described, confidence=confidence)
    assert f"  describes  staff augmentation ({sure})\n" in told(brief(described=described))


@pytest.mark.parametrize(
    ("model", "reason", "words"),
    [
        ("none", "too_thin", "none of the four: it says too little"),
        ("none", "out_of_scope", "none of the four: it does not seem to buy a technology service"),
        ("none", "unclear", "none of the four: its sentences speak for several models"),
        ("none", "unsupported_language", "none of the four: it is not in English"),
        ("mixed", "several_lots", "several models: its lots describe different models"),
    ],
)
def test_a_brief_that_describes_no_single_model_is_told_why(model: str, reason: str, words: str):
    described = replace(brief().described, model=model, reason=reason)
    assert f"  describes  {words}" in told(brief(described=described))


def test_the_grid_has_a_line_for_each_row_of_the_guide():
    lines = told(brief()).splitlines()
    assert [sum(line.startswith(f"  {row.short} ") for line in lines) for row in GUIDE.grid] == [1] * 5


def test_rows_of_which_the_brief_says_nothing_are_not_stated():
    assert told(brief()).count("  not stated\n") == 5


def test_a_row_shows_its_model_and_the_sentence_it_rests_on():
    cell = GridCell(model="staff_augmentation", spot=spot("We own the result.", 9), against=None)
    text = told(brief(grid=dict.fromkeys(ROWS) | {"owns_outcome": cell}))
    assert re.search(r'^  Owns the outcome +staff augmentation: "We own the result\." \(line 9\)$', text, re.MULTILINE)
    assert text.count("  not stated\n") == 4


def test_a_row_shows_the_sentence_that_disagrees():
    cell = GridCell(
        model="staff_augmentation", spot=spot("We own it."), against=quote("The vendor owns it.", "software_outsourcing", 11)
    )
    text = told(brief(grid=dict.fromkeys(ROWS) | {"owns_outcome": cell}))
    assert '  but software outsourcing: "The vendor owns it." (line 11)\n' in text


@pytest.mark.parametrize("reason", ["out_of_scope", "unsupported_language"])
def test_there_is_no_grid_for_what_is_no_brief_for_technology_services(reason: str):
    described = replace(brief().described, model="none", reason=reason)
    assert "not stated" not in told(brief(described=described))


def test_each_lot_is_told_with_its_names_and_its_model():
    lots = (
        LotReport(title="Lot 1: network", named=("it_outsourcing",), described="it_outsourcing", confidence=0.9),
        LotReport(title="Lot 2: people", named=(), described="staff_augmentation", confidence=0.9),
    )
    text = told(brief(lots=lots))
    assert "    Lot 1: network: names IT outsourcing, describes IT outsourcing\n" in text
    assert "    Lot 2: people: names no model, describes staff augmentation\n" in text


def test_questions_are_asked_one_by_one():
    assert "  To settle it, ask:\n    ? Who directs?\n    ? Who owns it?\n" in told(
        brief(questions=("Who directs?", "Who owns it?"))
    )


def test_a_thin_brief_is_answered_with_questions():
    text = told(check_document(read_bytes(THIN.encode(), "mail.txt")))
    assert "describes none of the four: it says too little" in flat(text)
    assert f"? {GUIDE.direct_or_delegate.question.text}" in flat(text)


def test_a_finding_is_told_with_severity_title_rule_and_line():
    assert "  error  The name is wrong  [sa-called-ito]  line 3\n" in told(brief(findings=(finding(),)))


def test_a_finding_on_the_whole_brief_has_no_line():
    assert "  error  The name is wrong  [sa-called-ito]\n" in told(brief(findings=(finding(spot=None),)))


def test_a_finding_shows_its_evidence_in_the_words_of_the_brief():
    text = told(brief(findings=(finding(),)))
    assert '    In the brief\'s own words:\n      - "Our lead directs them." (line 5)\n' in text


def test_a_finding_tells_what_comes_of_it_and_what_to_write():
    text = told(brief(findings=(finding(),)))
    assert "    If it goes out like this: The vendor will be surprised.\n" in text
    assert '    Fix: Write "staff augmentation". Ask who directs.\n' in text
    assert "    Source: the guide, The First Section, lines 7, 9\n" in text


def test_a_finding_without_a_fix_stays_silent_on_it():
    text = told(brief(findings=(finding(fix=None, happens=""),)))
    assert "Fix:" not in text
    assert "Source:" not in text
    assert "If it goes out" not in text


def test_five_findings_are_shown_and_the_others_counted():
    text = told(brief(findings=tuple(finding(title=f"Finding {number}.") for number in range(7))))
    assert re.findall(r"Finding \d", text) == [f"Finding {number}" for number in range(5)]
    assert "  2 more findings; --all shows every one.\n" in text


def test_five_findings_are_all_there_is_to_show():
    assert "--all" not in told(brief(findings=(finding(),) * 5))


def test_every_finding_is_shown_when_all_are_asked_for():
    text = told(brief(findings=tuple(finding(title=f"Finding {number}.") for number in range(7))), everything=True)
    assert re.findall(r"Finding \d", text) == [f"Finding {number}" for number in range(7)]
    assert "--all" not in text


def test_it_is_told_how_much_was_read_and_what_counts_little():
    coverage = Coverage(words=1234, sentences=56, light_sections=("vendor_profile", "glossary"))
    assert "  Read 1,234 words in 56 sentences; given little or no weight: vendor profile, glossary.\n" in told(
        brief(coverage=coverage)
    )


def test_a_file_that_could_not_be_read_is_told_with_the_reason():
    assert told(Unreadable(path="a.pdf", error="a.pdf: it is locked.")).startswith(
        "a.pdf\n  not checked: a.pdf: it is locked.\n"
    )


def test_the_summary_counts_briefs_and_findings():
    findings = (finding(), finding(severity="warning"), finding(severity="advice"), finding(severity="advice"))
    text = told(brief(findings=findings), brief())
    assert "2 briefs checked; 1 mislabelled: 1 error, 1 warning, 2 pieces of advice.\n" in text


def test_the_summary_counts_files_that_were_left_out():
    text = told(Unreadable(path="a", error="a: no."), skipped=2)
    assert "0 briefs checked, 1 file not checked, 2 files skipped; 0 mislabelled: 0 errors, 0 warnings, 0 pieces of" in flat(
        text
    )


def test_the_guide_is_told_once_however_many_findings_rest_on_it():
    text = told(brief(findings=(finding(), finding())), brief(findings=(finding(),)))
    assert flat(text).count(f'The guide: "{GUIDE.source.title}", {GUIDE.source.publisher}. {GUIDE.source.interest}') == 1


def test_the_guide_is_not_told_when_nothing_rests_on_it():
    assert GUIDE.source.title not in told(brief())


def test_no_line_is_wider_than_the_page():
    long = finding(message="word " * 80, happens="word " * 60, evidence=(quote("word " * 60),))
    assert max(map(len, told(brief(findings=(long,), questions=("word " * 50,))).splitlines())) <= WIDTH


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(line=3), "line 3"),
        (Place(page=4), "page 4"),
        (Place(table=2, row=5), "table 2, row 5"),
        (Place(paragraph=6), "paragraph 6"),
        (Place(paragraph=6, section="2. Scope"), "section 2, paragraph 6"),
        (Place(), "line 3"),
    ],
)
def test_a_place_is_told_as_the_format_has_it(place: Place, words: str):
    assert where(spot(place=place)) == words


def test_a_long_sentence_is_cut_at_a_word():
    cut = clip("a brief of many words " * 20)
    assert len(cut) <= 152
    assert cut.endswith((" a …", " brief …", " of …", " many …", " words …"))


def test_a_sentence_over_several_lines_is_told_on_one():
    assert clip("IT\n   outsourcing\tnow") == "IT outsourcing now"


HOSTILE = "a\x1b[31mb\x1b]0;owned\x07 c\u061c\u202ed\u2066e\u200ff\x9bg\rh\x00i\u2028j"
FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def test_escape_codes_and_direction_marks_of_a_brief_do_not_get_through():
    hostile = finding(
        message=HOSTILE,
        happens=HOSTILE,
        spot=spot(HOSTILE),
        evidence=(quote(HOSTILE),),
        fix=Fix(text=HOSTILE, replacement=None, guide="", guide_lines=()),
    )
    cell = GridCell(model="staff_augmentation", spot=spot(HOSTILE), against=quote(HOSTILE))
    text = told(
        brief(
            path=HOSTILE,
            named=(Name(model="it_outsourcing", spot=spot(HOSTILE, place=Place(paragraph=2, section=HOSTILE))),),
            grid=dict.fromkeys(ROWS, cell),
            findings=(hostile,),
            lots=(LotReport(title=HOSTILE, named=(), described="none", confidence=0.5),),
        ),
        Unreadable(path=HOSTILE, error=HOSTILE),
    )
    assert not FORBIDDEN.search(text)
    assert text.count("owned") > 10


def test_escape_codes_in_a_label_do_not_get_through():
    text = "HARBOUR OFFICE\n\nWe invite offers for IT\x1b[2J outsourcing \u202eof the service desk.\n"
    assert not FORBIDDEN.search(told(check_document(read_bytes(text.encode(), "b.txt"))))


@given(st.text())
def test_printable_text_is_one_line_without_controls(text: str):
    shown = printable(text)
    assert not FORBIDDEN.search(shown)
    assert "\n" not in shown
    assert printable(shown) == shown


@given(st.text(alphabet="ab \n\t", max_size=600))
def test_clipped_text_is_a_beginning_of_the_text(text: str):
    assert printable(text).startswith(clip(text).removesuffix(" …"))


def test_colours_only_mark_what_was_painted():
    painted = told(brief(findings=(finding(),)), paint=lambda text, role: f"<{role}>{text}</{role}>")
    assert "<error>error</error>" in painted
    assert "<strong>The name is wrong</strong>" in painted
    assert re.sub(r"</?(?:error|warning|advice|strong|faint)>", "", painted) == told(brief(findings=(finding(),)))


@pytest.mark.parametrize("role", ["error", "warning", "advice"])
def test_each_severity_is_painted_as_itself(role: str):
    text = told(brief(findings=(finding(severity=role),)), paint=lambda text, role: f"<{role}>{text}")
    assert f"<{role}>{role}" in text
