"""`brieflint compare`: one grid, a column for each bidder."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from brieflint.buying.offers import Offers, compare_offers
from brieflint.cli import main


def paths(root: Path) -> list[str]:
    return [str(root / "examples" / "offers" / f"{name}.md") for name in ("request", "halden", "northquay", "varde")]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, arguments)])


@pytest.fixture(scope="module")
def offers(root) -> Offers:
    brief, *proposals = paths(root)
    return compare_offers(brief, proposals)


def test_it_says_which_model_each_bidder_really_offers(offers):
    said = {offer.bidder: offer.says for offer in offers.offers}
    assert said == {
        "halden": "staff augmentation (surely)",
        "northquay": "software outsourcing (surely)",
        "varde": "dedicated team (surely)",
    }


def test_an_offer_under_another_name_is_told(offers):
    assert {offer.bidder: offer.called for offer in offers.offers if offer.called} == {"northquay": "staff augmentation"}


def test_an_offer_as_asked_differs_in_nothing(offers):
    assert offers.offers[0].differs == ()


def test_who_directs_and_who_owns_are_read_in_the_voice_of_the_vendor(offers):
    rows = {row.short: row for row in offers.rows}
    assert [answer.agrees for answer in rows["Manages the people"].offered] == ["yes", "no", "no"]
    assert [answer.agrees for answer in rows["Owns the outcome"].offered] == ["yes", "no", "open"]


def test_what_is_paid_for_is_compared_by_the_models_that_it_fits(offers):
    (row,) = [row for row in offers.rows if row.short == "Paid for"]
    assert row.asked.says == "a person's time"
    assert [(answer.says, answer.agrees) for answer in row.offered[:2]] == [
        ("a person's time", "yes"),
        ("what is delivered, at a fixed price", "no"),
    ]


def test_every_quote_stands_in_its_proposal(offers, root):
    for at, offer in enumerate(offers.offers):
        text = Path(offer.path).read_text(encoding="utf-8")
        assert all(row.offered[at].spot.text in text for row in offers.rows if row.offered[at].spot)


def test_a_brief_under_a_wrong_name_is_told(root):
    brief = str(root / "examples" / "rfp.docx.txt")
    assert "though it is called IT outsourcing" in " ".join(run(brief, *paths(root)[1:2]).output.split())


def test_a_text_that_says_too_little_is_asked_about(root):
    brief, *_ = paths(root)
    assert "Ask who directs the people" in run(brief, root / "examples" / "too-thin.txt").output


def test_csv_has_a_column_to_score_in_for_each_bidder(root):
    heading, *rows = csv.reader(StringIO(run(*paths(root), "--format", "csv").stdout))
    assert [name for name in heading if name.endswith(": score")] == [
        f"{name}: score" for name in ("halden", "northquay", "varde")
    ]
    assert {len(row) for row in rows} == {len(heading)}
    assert len(rows) == 9


def test_the_workbook_holds_the_same_as_the_csv(root, tmp_path):
    out = tmp_path / "offers.xlsx"
    assert run(*paths(root), "--format", "xlsx", "-o", out).exit_code == 0
    sheet = load_workbook(BytesIO(out.read_bytes())).active
    told = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert told == list(csv.reader(StringIO(run(*paths(root), "--format", "csv").stdout)))


def test_a_workbook_needs_a_file(root):
    assert run(*paths(root), "--format", "xlsx").exit_code == 2


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
def test_the_same_texts_give_the_same_bytes(form, root):
    first, second = (run(*paths(root), "--format", form) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout == second.stdout
    assert "Our project manager leads the team" in first.stdout


def test_no_words_of_a_proposal_become_markup_or_a_formula(root, tmp_path):
    brief, *_ = paths(root)
    evil = tmp_path / "=cmd|x<b>.md"
    evil.write_text("# Offer <script>alert(1)</script>\n\n=1+1 Our team lead distributes the tasks, <img src=x>.\n")
    assert "<script>" not in run(brief, evil, "--format", "html").stdout
    assert "<img" not in run(brief, evil, "--format", "html").stdout
    rows = csv.reader(StringIO(run(brief, evil, "--format", "csv").stdout))
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_bidders_in_files_of_one_name_go_by_their_folders(root, tmp_path):
    brief, halden, varde = paths(root)[0], paths(root)[1], paths(root)[3]
    for name, source in (("a", halden), ("b", varde)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "offer.md").write_text(Path(source).read_text(encoding="utf-8"), encoding="utf-8")
    found = compare_offers(brief, [str(tmp_path / name / "offer.md") for name in ("a", "b")])
    assert [offer.bidder for offer in found.offers] == ["a/offer", "b/offer"]


def test_a_proposal_that_is_not_there_ends_with_2(root):
    result = run(paths(root)[0], "no.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no.txt" in result.stderr
