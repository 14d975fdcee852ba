"""Legal notes: information with jurisdiction, date and source, on request only, and never advice."""

import json
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from samples import MISLABELLED

from brieflint.checking import check_document
from brieflint.cli import main
from brieflint.configuration.settings import Settings
from brieflint.documents import read_bytes
from brieflint.errors import PatternError
from brieflint.grounds import Grounds
from brieflint.knowledge.legal import DISCLAIMER, LegalNote, list_jurisdictions, load_notes, read_notes
from brieflint.linting.finding import Finding
from brieflint.reporting import as_json
from brieflint.reporting.formats import FORMATS

CODES = list_jurisdictions()
NOTES = load_notes(CODES)
ADVISING = re.compile(
    r"\b(?:should|must|ought|recommend\w*|advis\w*|advice|suggest\w*|consider|make sure|ensure|avoid|please|you|your|we|our|"
    r"need to|have to|had better|best practice)\b",
    re.IGNORECASE,
)
TWO_LOTS = """Two lots for the harbour of Emden

Lot 1: Service desk

The provider runs the service desk with its own staff and answers for the service levels.
Ninety percent of calls are solved within four hours. Service credits apply when a level is missed.
The provider supervises its people itself. The fee is monthly and fixed.

Lot 2: Developers for the berth planner

Two Java developers join our team in Emden. Our technical lead assigns their tasks every morning.
They attend our stand-up and use our repository. We own the outcome.
Please quote a daily rate for each developer.
"""


def find_notes(text: str, legal: tuple[str, ...] = CODES) -> dict[str, Finding]:
    report = check_document(read_bytes(text.encode(), "brief.txt"), Grounds(settings=Settings(legal=legal)))
    return {finding.rule: finding for finding in report.findings if finding.kind == "legal"}


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brieflint.toml").write_text("root = true\n")
    path = tmp_path / "brief.txt"
    path.write_text(MISLABELLED)
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


each_note = pytest.mark.parametrize("note", NOTES, ids=lambda note: note.id)


@each_note
def test_a_note_speaks_on_the_briefs_that_are_meant_and_quotes_them(note: LegalNote):
    for text in note.examples.speaks:
        found = find_notes(text)[note.id]
        assert found.evidence
        assert all(quote.spot.text in text for quote in found.evidence)


@each_note
def test_a_note_is_silent_on_the_others(note: LegalNote):
    assert [note.id in find_notes(text) for text in note.examples.silent] == [False] * len(note.examples.silent)


@each_note
def test_a_note_has_two_examples_of_each_kind(note: LegalNote):
    assert min(len(note.examples.speaks), len(note.examples.silent)) >= 2


@each_note
def test_a_note_tells_jurisdiction_date_and_source(note: LegalNote):
    law, told = note.citation, note.say({"called": "no name of a model"}).replace("\u00a0", " ")
    assert date.fromisoformat(law.as_of) <= date.today()
    assert re.search(r"§ \d|art\. \d|article \d|section \d", law.source, re.IGNORECASE)
    assert told.endswith(f"{law.jurisdiction}, as of {law.as_of}: {law.source}. {DISCLAIMER}")


@each_note
def test_a_note_holds_no_advising_word(note: LegalNote):
    assert ADVISING.findall(f"{note.title} {note.text}") == []


@each_note
def test_a_note_cites_its_statutes_officially(note: LegalNote):
    assert note.statutes
    assert all(entry.citation and entry.url.startswith("https://") for entry in note.statutes)


@each_note
def test_explain_shows_a_note_whole(note: LegalNote):
    told = " ".join(run("explain", note.id).output.split())
    assert all(words in told for words in (note.title, DISCLAIMER, note.citation.as_of, note.statutes[0].url))


@each_note
def test_explain_lists_a_note(note: LegalNote):
    assert f"{note.id}: {note.title}" in " ".join(run("explain", "legal").output.split())


@each_note
def test_the_documentation_lists_a_note_with_its_source_and_date(note: LegalNote, root: Path):
    rows = re.findall(rf"^\| `{note.id}` \|.*$", (root / "docs" / "legal.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [row.split(" | ")[-2:] for row in rows] == [[note.citation.source, f"{note.citation.as_of} |"]]


def test_nothing_is_said_unless_it_is_asked_for():
    assert find_notes(MISLABELLED, ()) == {}
    assert find_notes(MISLABELLED) != {}


def test_nothing_is_loaded_unless_it_is_asked_for(brief: Path):
    load_notes.cache_clear()
    run("check", brief, "--no-cache")
    assert load_notes.cache_info().misses == 0
    run("check", brief, "--no-cache", "--legal", "de")
    assert load_notes.cache_info().misses == 1


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_tells_the_note_and_that_it_is_no_advice(brief: Path, form: str):
    plain, told = (run("check", brief, "--format", form, *more).output for more in ((), ("--legal", "de")))
    assert "legal-de-definition" not in plain
    folded = " ".join(re.sub(r"\\u00a7|&#167;", "§", told).split())
    assert "legal advice" in folded
    assert "2026-04-17" in folded.replace("\\-", "-")


def test_the_report_in_json_keeps_to_its_schema(brief: Path):
    schema = json.loads(Path(as_json.__file__).with_name("report.schema.json").read_text(encoding="utf-8"))
    report = json.loads(run("check", brief, "--legal", "de", "--format", "json").output)
    Draft202012Validator(schema).validate(report)
    notes = [finding for finding in report["briefs"][0]["findings"] if finding["kind"] == "legal"]
    assert report["summary"]["info"] == len(notes) > 0
    assert {finding["severity"] for finding in notes} == {"info"}
    assert {finding["legal"]["jurisdiction"] for finding in notes} == {"Germany"}


def test_the_text_shows_all_notes_however_many_findings_there_are(brief: Path):
    told = run("check", brief, "--legal", "de").output
    assert all(f"[{rule}]" in told for rule in find_notes(MISLABELLED))


@pytest.mark.parametrize("fail_on", ["error", "warning", "advice"])
def test_exit_codes_stay_as_they_are(brief: Path, fail_on: str):
    brief.write_text(MISLABELLED.replace("IT outsourcing", "staff augmentation"))
    plain, noted = (run("check", brief, "--fail-on", fail_on, *more) for more in ((), ("--legal", "de")))
    assert plain.exit_code == noted.exit_code
    assert "legal note" in noted.output


def test_notes_count_as_no_mislabelling(brief: Path):
    reports = [json.loads(run("check", brief, "--format", "json", *more).output) for more in ((), ("--legal", "de"))]
    counts = [{name: report["summary"][name] for name in ("mislabelled", "errors", "warnings", "advice")} for report in reports]
    assert counts[0] == counts[1]


def test_the_configuration_switches_them_on_and_the_command_line_beats_it(brief: Path):
    (brief.parent / "brieflint.toml").write_text('root = true\nlegal = ["de"]\n')
    assert "legal-de-definition" in run("check", brief).output
    shown = run("config", "show", brief).output
    assert re.search(r'^legal = \["de"\] +# brieflint\.toml:2$', shown, re.MULTILINE)
    shown = run("config", "show", brief, "--legal", "de").output
    assert re.search(r'^legal = \["de"\] +# command line$', shown, re.MULTILINE)


def test_what_was_remembered_without_notes_is_not_told_with_them(brief: Path):
    told = [run("check", brief, *more).output for more in ((), ("--legal", "de"), ())]
    assert told[0] == told[2]
    assert "legal-de-definition" in told[1]


def test_a_jurisdiction_that_is_not_known_is_told_with_its_line_and_the_nearest(brief: Path):
    (brief.parent / "brieflint.toml").write_text('root = true\nlegal = ["dee"]\n')
    result = run("check", brief)
    assert result.exit_code == 2
    assert "brieflint.toml:2: legal: there are no notes on a jurisdiction 'dee'; did you mean 'de'?" in result.output


@pytest.mark.parametrize("code", ["../guide", "zz", "de/../../guide", ""])
def test_a_code_never_leads_out_of_the_folder_of_notes(brief: Path, code: str):
    (brief.parent / "brieflint.toml").write_text(f'root = true\nlegal = ["{code}"]\n')
    assert run("check", brief).exit_code == 2


@pytest.mark.parametrize("name", ["legal", "legal-de-definition"])
def test_no_configuration_makes_a_note_louder(brief: Path, name: str):
    (brief.parent / "brieflint.toml").write_text(f'root = true\nlegal = ["de"]\n[severity]\n{name} = "error"\n')
    result = run("check", brief)
    assert result.exit_code == 2
    assert "is information and stays that" in result.output


def test_a_note_can_be_ignored_also_where_notes_are_off(brief: Path):
    (brief.parent / "brieflint.toml").write_text('root = true\nignore = ["legal-de-definition"]\n')
    assert run("check", brief).exit_code == 1
    told = run("check", brief, "--legal", "de").output
    assert "legal-de-definition" not in told
    assert "legal-de-designation" in told


def test_a_remark_on_a_note_counts_where_notes_are_on_and_is_passed_over_where_they_are_off(brief: Path):
    brief.write_text(f"brieflint: ignore-file legal-de-definition -- seen by counsel\n\n{MISLABELLED}")
    off, on = (run("check", brief, *more).output for more in ((), ("--legal", "de")))
    assert "suppression" not in off
    assert "suppression" not in on
    assert "legal-de-definition" not in on


def test_a_misspelt_remark_on_a_note_is_told_where_notes_are_on(brief: Path):
    brief.write_text(f"brieflint: ignore-file legal-de-definitoin -- seen by counsel\n\n{MISLABELLED}")
    assert "unknown-rule-in-suppression" in run("check", brief, "--legal", "de").output


def test_a_lot_gets_its_notes_with_its_own_sentences():
    found = find_notes(TWO_LOTS)["legal-de-definition"]
    assert all(quote.spot.start > TWO_LOTS.index("Lot 2") for quote in found.evidence)


def test_a_brief_that_buys_nothing_of_the_kind_gets_no_note():
    assert (
        find_notes("Purchase of laptops\n\nThe district buys 140 laptops and 12 charging carts. Prices hold until May.\n") == {}
    )


def test_the_record_of_a_check_repeats_it_with_its_notes(brief: Path):
    run("check", brief, "--legal", "de", "--record", "audit.json")
    assert "legal-de-definition" in Path("audit.json").read_text(encoding="utf-8")
    assert run("verify", "audit.json").exit_code == 0


GOOD = """
jurisdiction: Ruritania
as_of: 2026-01-31
statutes:
  act: { name: Act on Lent Hands, short: ALH, citation: "Act of 1 May 1894", url: "https://law.example/alh" }
notes:
  - id: legal-rr-lent
    title: What Ruritanian law calls lent hands
    when: { described: [staff_augmentation] }
    text: The act speaks of lent hands.
    sources: [{ statute: act, places: section 1 }]
    examples: { speaks: [a], silent: [b] }
"""


def test_another_jurisdiction_is_a_file(tmp_path: Path):
    (tmp_path / "rr.yaml").write_text(GOOD)
    (note,) = read_notes(tmp_path / "rr.yaml", "rr")
    assert note.say({}).startswith(
        "The act speaks of lent hands. Ruritania, as of 2026-01-31: ALH section 1. This is information"
    )


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("jurisdiction: Ruritania\n", "", "the field 'jurisdiction' is missing"),
        ("as_of: 2026-01-31\n", "", "the field 'as_of' is missing"),
        ("as_of: 2026-01-31", "as_of: lately", "as_of"),
        ("statute: act", "statute: code", "no statute 'code' stands in this file"),
        ("sources: [{ statute: act, places: section 1 }]", "sources: []", "a note must cite its source"),
        ("id: legal-rr-lent", "id: lent", "must begin with 'legal-rr-'"),
        ("described: [staff_augmentation]", "described: []", "at least one model"),
        ("title:", "titel:", "did you mean 'title'?"),
    ],
)
def test_a_mistake_in_a_file_is_told_with_its_line(tmp_path: Path, right: str, wrong: str, told: str):
    (tmp_path / "rr.yaml").write_text(GOOD.replace(right, wrong))
    with pytest.raises(PatternError, match=r"legal/rr\.yaml:\d+: ") as caught:
        read_notes(tmp_path / "rr.yaml", "rr")
    assert told in str(caught.value)


def test_a_review_for_vendors_holds_no_note(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brieflint.toml").write_text('root = true\nlegal = ["de"]\n')
    told = {}
    for audience in ("internal", "external"):
        target = tmp_path / f"{audience}.docx"
        assert (
            run(
                "annotate", root / "docs" / "rfp.docx", "-o", target, "--audience", audience, "--config", "brieflint.toml"
            ).exit_code
            == 0
        )
        with ZipFile(target) as package:
            told[audience] = "German law" in package.read("word/comments.xml").decode()
    assert told == {"internal": True, "external": False}
