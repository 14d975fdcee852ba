"""The files of a package read as one buy: realistic packages, consistent and contradictory ones, in several voices."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from bundles import read_bundle, write_bundle
from click.testing import CliRunner, Result

from brieflint.buying.package import check_package
from brieflint.cli import main
from brieflint.documents.places import say_place
from brieflint.errors import BriefError

HERE = Path(__file__).parent
SILENT = sorted((HERE / "silent").glob("*.txt"))
CONTRADICTORY = {
    "airport-annex": ("package-contract", "annex_c_agreement.md", "ITT_airport_signage.md"),
    "bank-answers": ("package-answer", "clarifications.csv", "rfq-core-reporting.md"),
    "farm-answers": ("package-answer", "Questions and Answers.md", "Terms of Reference.md"),
    "hospital-scores": ("package-evaluation", "evaluation.xlsx", "brief.md"),
    "museum-split": ("package-models", "statement-of-work.md", "cover-letter.md"),
    "port-names": ("package-name", "contract.md", "rfp.md"),
    "school-app": ("package-pricing", "Price table.csv", "Brief.md"),
    "water-board": ("package-pricing", "02-prices.xlsx", "01-request.md"),
}


def unpack(name: str, folder: Path) -> Path:
    (path,) = HERE.glob(f"*/{name}.txt")
    return write_bundle(read_bundle(path), folder / name)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", "--package", *map(str, arguments)])


@pytest.mark.parametrize("name", [path.stem for path in SILENT])
def test_a_consistent_package_stays_silent(name, tmp_path):
    assert check_package(str(unpack(name, tmp_path))).contradictions == ()


@pytest.mark.parametrize("name", CONTRADICTORY)
def test_a_contradiction_is_told_with_both_places(name, tmp_path):
    package = check_package(str(unpack(name, tmp_path)))
    ((file, finding),) = package.contradictions
    (other,) = finding.elsewhere
    assert (finding.rule, file.name, package.name(other.path)) == CONTRADICTORY[name]
    for spot in (finding.spot, other.spot):
        assert spot.text
        assert say_place(spot.place, spot.line) in finding.message


def test_a_cell_is_told_by_its_sheet_and_address(tmp_path):
    assert 'sheet "Rates", cell D2: "Monthly rate per person in EUR"' in run(unpack("water-board", tmp_path)).output


def test_an_answer_is_told_by_its_number(tmp_path):
    assert "Answer 13 in the questions and answers" in run(unpack("bank-answers", tmp_path)).output


def test_a_bare_yes_answers_what_was_asked(tmp_path):
    files = read_bundle(HERE / "contradictory" / "bank-answers.txt")
    files["clarifications.csv"] = "No.,Question,Answer\n4,Will the supplier's team lead assign the programmers' tasks?,Yes.\n"
    ((_, finding),) = check_package(str(write_bundle(files, tmp_path))).contradictions
    assert (finding.rule, finding.spot.text) == ("package-answer", "Yes.")


def test_a_question_alone_states_nothing(tmp_path):
    files = read_bundle(HERE / "contradictory" / "bank-answers.txt")
    files["clarifications.csv"] = "No.,Question,Answer\n4,Will the supplier's team lead assign the programmers' tasks?,\n"
    assert check_package(str(write_bundle(files, tmp_path))).contradictions == ()


def test_a_thin_brief_is_held_to_its_name(tmp_path):
    files = {
        "brief.md": "# Managed service for the archive\n\nPlease see the other files.\n",
        "pricing.csv": "Role,Monthly rate per person\nArchivist,\n",
    }
    ((_, finding),) = check_package(str(write_bundle(files, tmp_path))).contradictions
    assert finding.rule == "package-pricing"
    assert finding.elsewhere[0].spot.text == "Managed service for the archive"


def test_a_proposal_in_the_folder_is_left_aside(tmp_path):
    output = run(unpack("with-proposal", tmp_path)).output
    assert "proposal-nordsoft.md: a proposal; left aside" in output
    assert "no contradiction between them" in output


def test_a_zip_is_read_like_a_folder(tmp_path):
    folder = unpack("water-board", tmp_path)
    archive = shutil.make_archive(str(tmp_path / "tender"), "zip", folder)
    unpacked, zipped = (check_package(str(path)).contradictions for path in (folder, archive))
    assert unpacked
    assert [finding.message for _, finding in unpacked] == [finding.message for _, finding in zipped]


def test_contradictions_are_warnings_that_fail_on_wish(tmp_path):
    folder = unpack("water-board", tmp_path)
    assert [run(folder).exit_code, run(folder, "--fail-on", "warning").exit_code] == [0, 1]
    assert run(folder, "--fail-on", "warning", "--ignore", "package-pricing").exit_code == 0


def test_a_remark_keeps_a_contradiction_out(tmp_path):
    folder = unpack("farm-answers", tmp_path)
    answers = folder / "Questions and Answers.md"
    remark = "<!-- brieflint: ignore-file package-answer -- corrected in round three -->\n\n"
    answers.write_text(remark + answers.read_text(), encoding="utf-8")
    assert "package-answer" not in run(folder).output


def test_a_file_that_cannot_be_read_ends_with_2_and_the_rest_is_checked(tmp_path):
    folder = unpack("water-board", tmp_path)
    (folder / "annex.docx").write_bytes(b"PK\x03\x04 broken")
    result = run(folder)
    assert result.exit_code == 2
    assert "package-pricing" in result.output
    assert "not checked:" in result.output


@pytest.mark.parametrize("form", ["json", "sarif", "csv", "github", "gitlab", "junit", "rdjson", "markdown", "html", "jsonl"])
def test_every_format_tells_both_places(form, tmp_path):
    output = run(unpack("museum-split", tmp_path), "--format", form).output
    assert "statement-of-work.md" in output
    assert "hands out tasks during the week" in output
    assert "carries the full responsibility for the project" in output


def test_the_json_fits_its_schema(root, tmp_path):
    report = json.loads(run(unpack("water-board", tmp_path), "--format", "json").output)
    schema = json.loads((root / "brieflint" / "reporting" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    (found,) = [finding for brief in report["briefs"] for finding in brief["findings"] if "elsewhere" in finding]
    assert found["place"]["cell"] == "D2"
    assert found["elsewhere"][0]["path"].endswith("01-request.md")


def test_sarif_points_into_the_other_file(tmp_path):
    run_of = json.loads(run(unpack("museum-split", tmp_path), "--format", "sarif").output)["runs"][0]
    (result,) = [entry for entry in run_of["results"] if entry["ruleId"] == "package-models"]
    related = result["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"].endswith("cover-letter.md")
    assert related["region"]["startLine"] == 5


def test_the_same_package_gives_the_same_bytes(tmp_path):
    folder = unpack("hospital-scores", tmp_path)
    assert run(folder).output == run(folder).output


def test_what_is_no_package_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    for path in ("nowhere", "-", str(tmp_path / "empty")):
        with pytest.raises(BriefError):
            check_package(path)
    result = run(tmp_path / "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_package_is_one_folder_and_goes_without_why(tmp_path):
    folder = unpack("water-board", tmp_path)
    assert [run(folder, folder).exit_code, run(folder, "--why").exit_code, run(folder, "--quiet").exit_code] == [2, 2, 2]


def test_a_plain_check_of_a_folder_leaves_sheets_alone(tmp_path):
    result = CliRunner().invoke(main, ["check", str(unpack("water-board", tmp_path))])
    assert "2 briefs checked, 1 file skipped" in result.output
