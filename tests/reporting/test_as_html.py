"""The report as an HTML page: what is on it, and that it needs nothing else."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from brieflint.knowledge.artefact import load_knowledge
from brieflint.linting.report import BriefReport, Report, Unreadable
from brieflint.reporting.as_html import write_html
from brieflint.reporting.marks import find_quotes, mark
from brieflint.reporting.view import View
from tests.samples import MISLABELLED

GUIDE = load_knowledge().guide
VIEW = View(guide=GUIDE)
VOID = {"meta", "br", "input", "link", "img"}


class Page(HTMLParser):
    """The text of a page and its elements, and whether every element is closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open and "script" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def write(*briefs: BriefReport | Unreadable, reader=None) -> Page:
    return Page(write_html(Report(briefs=briefs), replace(VIEW, reader=reader)))


@pytest.fixture(scope="module")
def brief(check) -> BriefReport:
    return check(MISLABELLED)


@pytest.fixture(scope="module")
def page(brief) -> Page:
    return write(brief)


@pytest.fixture(scope="module")
def folder(brief, check) -> Page:
    right = replace(check(MISLABELLED.replace("IT outsourcing", "Staff augmentation")), path="right.txt")
    return write(brief, right, Unreadable(path="broken.pdf", error="it is empty"))


def test_the_page_begins_with_what_was_found(page):
    assert page.text.index("You call it ■ IT outsourcing. You describe ● staff augmentation.") < 300


def test_the_proposal_you_will_get_stands_beside_the_one_you_want(page):
    assert "The proposal you will get" in page.text
    assert "The proposal you want" in page.text
    for model in ("it_outsourcing", "staff_augmentation"):
        assert all(item in page.text for item in GUIDE.models[model].proposal)


def test_the_corrected_title_is_shown(page):
    assert "Request for proposals: staff augmentation for the booking portal" in page.text


def test_every_row_of_the_grid_is_shown_with_the_briefs_own_sentence(page, brief):
    for row in GUIDE.grid:
        cell = brief.grid[row.id]
        assert row.question in page.text
        assert (cell.spot.text if cell else "not stated") in page.text


def test_findings_come_with_their_fixes(page, brief):
    for finding in brief.findings:
        assert " ".join(finding.message.split()) in page.text
        assert finding.fix is None or " ".join(finding.fix.text.split()) in page.text


def test_open_questions_say_who_can_answer(page):
    assert "For the hiring manager or product lead" in page.text
    assert "For legal counsel" in page.text


def test_the_whole_brief_is_on_the_page_in_its_order(brief):
    shown = "".join(
        piece.text for stretch in mark(brief) for block in stretch.paragraphs for run in block.runs for piece in run.pieces
    )
    assert "".join(shown.split()) == "".join(MISLABELLED.split())


def test_every_name_and_every_sentence_that_weighed_is_marked(page, brief):
    marked = [entry for entry in page.all("mark") if entry.get("id")]
    assert len(marked) == len(find_quotes(brief))
    names = [entry for entry in page.all("strong") if "name" in (entry.get("class") or "").split()]
    assert len(names) == len(brief.named) + 2, "and two in the legend"


def test_a_mark_can_be_told_without_its_colour(page):
    assert "● Speaks for SA: Our technical lead assigns their tasks" in page.text.replace("●Speaks", "● Speaks")


def test_links_lead_to_something_on_the_page(page):
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [entry["href"] for entry in page.all("a")]
    assert links
    assert all(link and link.startswith("#") and link[1:] in ids for link in links)


def test_nothing_is_loaded_from_elsewhere(page):
    for _, attributes in page.elements:
        assert not {"src", "srcset", "data", "action", "background"} & attributes.keys()
    assert not page.all("link")
    assert not page.all("img")
    policy = next(entry["content"] for entry in page.all("meta") if entry.get("http-equiv") == "Content-Security-Policy")
    assert (policy or "").startswith("default-src 'none'")


def test_a_single_brief_needs_no_script(page):
    assert not page.all("script")


def test_a_folder_begins_with_an_index_and_a_map(folder):
    assert folder.text.index("2 briefs checked, 1 mislabelled") < folder.text.index("What they are called")
    assert "What they are called, and what they describe" in folder.text


def test_the_map_counts_briefs_by_name_and_description(folder):
    cells = [entry["class"] or "" for entry in folder.all("td") if (entry.get("class") or "").startswith("shade")]
    assert len(cells) == 36
    assert [cell for cell in cells if "shade0" not in cell] == ["shade4", "shade4 agrees"]


def test_an_unreadable_file_is_in_the_index(folder):
    assert "broken.pdf not checked: it is empty" in folder.text


def test_each_brief_of_a_folder_can_be_filtered(folder):
    rows = [entry for entry in folder.all("tr") if "data-result" in entry]
    assert [row["data-result"] for row in rows] == ["mislabelled", "agrees", "other"]
    assert [row["data-named"] for row in rows] == ["it_outsourcing", "staff_augmentation", ""]


def test_filters_are_hidden_until_the_script_shows_them(folder):
    (form,) = folder.all("form")
    assert "hidden" in form


def test_the_page_has_one_heading_of_the_first_level(page, folder):
    assert len(page.all("h1")) == len(folder.all("h1")) == 1


def test_headings_skip_no_level(page, folder):
    for shown in (page, folder):
        levels = [int(tag[1]) for tag, _ in shown.elements if re.fullmatch(r"h[1-6]", tag)]
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_an_unreadable_file_alone_makes_a_page():
    assert "broken.pdf : it is empty" in write(Unreadable(path="broken.pdf", error="it is empty")).text.replace("pdf:", "pdf :")


def test_no_files_make_a_page():
    assert write().all("h1") == []


@pytest.mark.parametrize(
    "text",
    [
        "Hello,\n\nwhat would an app cost?\n",
        "Laptops\n\nWe buy forty laptops with docking stations and a warranty of three years.\n" * 3,
        "Lot 1: staff augmentation\n\nTwo developers join our team. Our lead directs them every day.\n\n"
        "Lot 2: managed service\n\nThe provider runs our helpdesk around the clock and answers for its service levels.\n",
    ],
)
@pytest.mark.parametrize("reader", [None, "bidder", "evaluator", "policy"])
def test_every_kind_of_report_makes_a_page_for_every_reader(check, text, reader):
    assert write(check(text), reader=reader).all("h1")


def test_a_bidder_reads_it_with_other_eyes(brief):
    assert "They call it ■ IT outsourcing. They probably mean ● staff augmentation." in write(brief, reader="bidder").text


def test_a_policy_is_shown_as_tables_and_without_a_verdict(brief):
    text = write(brief, reader="policy").text
    assert "Which need goes where" in text
    assert "The proposal you will get" not in text


def test_a_long_brief_folds_what_has_no_marks(check):
    filler = "\n\n".join(f"Paragraph {number} tells of the weather in Odense." for number in range(300))
    long = check(f"{MISLABELLED}\n{filler}\n")
    folded = [stretch for stretch in mark(long) if stretch.folded]
    assert sum(len(stretch.paragraphs) for stretch in folded) > 250
    assert not any(block.marked for stretch in folded for block in stretch.paragraphs)
    assert len(write(long).all("details")) == len(folded)


def test_a_short_brief_folds_nothing(page):
    assert not page.all("details")


def test_the_same_report_gives_the_same_page(brief):
    assert write_html(Report(briefs=(brief,)), VIEW) == write_html(Report(briefs=(brief,)), VIEW)


def test_a_brief_called_just_outsourcing_gets_a_proposal_of_every_kind(check):
    text = write(check(MISLABELLED.replace("IT outsourcing", "outsourcing"))).text
    assert "each vendor answers with the model that it sells" in text


def test_a_name_that_fits_leaves_only_the_proposal_that_is_wanted(folder):
    assert folder.text.count("The proposal you will get") == 1
    assert folder.text.count("The proposal you want") == 2


def test_with_the_brief_beside_it_an_offer_is_compared_row_by_row(brief, check):
    offer = replace(
        check("Proposal: IT outsourcing\n\nOur engineers run your servers and guarantee 99.9 % uptime.\n"), path="o.txt"
    )
    assert "What was asked and what is offered" in write(brief, offer).text


def test_a_heading_is_folded_with_what_stands_under_it(check):
    filler = "\n\n".join(f"{number}. Clause\n\nParagraph {number} tells of the weather in Odense." for number in range(1, 40))
    stretches = mark(check(f"{MISLABELLED}\n{filler}\n"))
    for stretch in stretches:
        assert stretch.folded or stretch.paragraphs[-1].kind not in ("heading", "title")


def test_where_the_text_only_leans_nobody_is_told_what_they_want(brief):
    leaning = write(replace(brief, described=replace(brief.described, confidence=0.6)))
    assert "What the text leans towards" in leaning.text
    assert "A title that would say so" in leaning.text
    assert "The proposal you want" not in leaning.text


def test_several_names_stand_in_a_row(brief):
    names = [replace(brief.named[0], model=model) for model in ("it_outsourcing", "dedicated_team", "software_outsourcing")]
    page = write(replace(brief, named=tuple(names)))
    assert "IT outsourcing, ▲ dedicated team and ◆ software outsourcing." in page.text.replace("\u00a0", " ")
