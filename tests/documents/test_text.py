"""Plain text, as a person would divide it."""

from textwrap import dedent

import pytest

from brieflint.documents import Block, Document, text

PROSE = "The harbour office keeps its own team and wants two more people to work in it for one year."


def read(brief: str) -> Document:
    return text.read(dedent(brief).encode(), "brief.txt")


def blocks(brief: str) -> list[tuple[str, str]]:
    document = read(brief)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def find(brief: str, words: str) -> Block:
    document = read(brief)
    return next(block for block in document.blocks if words in document.text[block.start : block.end])


def test_the_lines_at_the_top_are_the_title():
    assert blocks(f"PORT OF ELSINMOUTH\nRequest for Proposals: Berth Planning\n\n{PROSE}\n")[:2] == [
        ("title", "PORT OF ELSINMOUTH"),
        ("title", "Request for Proposals: Berth Planning"),
    ]


def test_a_company_that_ends_in_a_full_stop_is_still_a_title():
    assert blocks(f"NORDWIND S.A.\nInvitation to tender\n\n{PROSE}")[0] == ("title", "NORDWIND S.A.")


def test_a_letterhead_and_a_title_below_it_are_both_titles():
    kinds = [kind for kind, _ in blocks(f"CITY OF LUNDE\nPurchasing\n\nREQUEST FOR QUOTATION\n\n{PROSE}")]
    assert kinds == ["title", "title", "title", "paragraph"]


def test_a_title_that_breaks_off_goes_on_in_the_next_line():
    assert blocks(f"Request for proposals for the\nrenewal of the ferry booking system\n\n{PROSE}")[0] == (
        "title",
        "Request for proposals for the\nrenewal of the ferry booking system",
    )


def test_the_subject_of_an_email_is_its_title():
    assert blocks(f"From: Ines Vaara\nTo: Partners\nSubject: four testers\n\nDear all,\n\n{PROSE}") == [
        ("field", "From: Ines Vaara"),
        ("field", "To: Partners"),
        ("title", "Subject: four testers"),
        ("paragraph", "Dear all,"),
        ("paragraph", PROSE),
    ]


def test_the_name_with_which_an_email_is_signed_is_no_heading():
    assert blocks(f"From: Ines Vaara\nSubject: testers\n\n{PROSE}\n\nInes\n\nPS. {PROSE}")[-2] == ("paragraph", "Ines")


@pytest.mark.parametrize(
    "heading",
    [
        "3. Scope of work",
        "3.2 Way of working",
        "SECTION 4. REQUIREMENTS",
        "Article 5",
        "Lot 2: Field engineers",
        "Annex A",
        "Part 1 – The present state",
        "II. Background",
        "B. Who we are",
        "TERMS OF PAYMENT",
        "Who will lead the people?",
        "How we work",
        "Acceptance",
        "2 Overview",
        "Q4. Who decides what they do next?",
    ],
)
def test_a_heading_is_recognised(heading):
    assert ("heading", heading) in blocks(f"{PROSE}\n\n{heading}\n{PROSE}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Dear sir or madam",
        "Dear supplier,",
        "3.5 million passengers use the terminal every year.",
        "11 January",
        "We need the following:",
        "Section 5 of the statute applies to all of it.",
        "The price above is exclusive of all taxes",
    ],
)
def test_a_line_that_only_looks_like_a_heading_is_none(line):
    assert "heading" not in {kind for kind, _ in blocks(f"{PROSE}\n\n{line}\n\n{PROSE}\n")}


@pytest.mark.parametrize(("rule", "level"), [("========", 1), ("--------", 2)])
def test_an_underlined_line_is_a_heading(rule, level):
    block = find(f"{PROSE}\n\nwhat we pay\n{rule}\n{PROSE}\n", "what we pay")
    assert (block.kind, block.level) == ("heading", level)


def test_a_run_in_heading_is_parted_from_its_paragraph():
    assert blocks(f"SECTION 1. THE WORK\n\n1.1 Place and hours. {PROSE}\n")[1:] == [
        ("heading", "1.1 Place and hours."),
        ("paragraph", PROSE),
    ]


def test_a_sentence_is_no_run_in_heading():
    assert blocks(f"{PROSE}\n\n4.2 Bids are opened. Nobody may attend.\n")[-1] == (
        "paragraph",
        "Bids are opened. Nobody may attend.",
    )


def test_an_abbreviation_is_no_run_in_heading():
    assert blocks(f"{PROSE}\n\n4.2 Dr. Lund leads the unit and plans its work.\n")[-1][0] == "paragraph"


def test_a_level_is_the_depth_of_the_number():
    brief = f"{PROSE}\n\n2. Service\n\n2.1 Support desk\n{PROSE}\n"
    assert [find(brief, words).level for words in ("2. Service", "2.1 Support desk")] == [1, 2]


def test_numbered_lines_without_text_below_them_are_a_list():
    brief = "Scope\n\n3. In scope\n3.1 Collection of logs\n3.2 Quarterly exercises\n\n4. Price\nOne sum for all.\n"
    assert [kind for kind, _ in blocks(brief)] == ["title", "heading", "paragraph", "paragraph", "heading", "paragraph"]


def test_a_numbered_clause_leaves_the_run_in_section_before_it():
    brief = f"{PROSE}\n\n3. Terms\n\n3.1 Warranty. {PROSE}\n\n3.2 The office may end the contract at any time.\n"
    assert find(brief, "at any time").place.section == "3. Terms"


@pytest.mark.parametrize("sign", ["-", "*", "•", "–", "o", "\uf0b7", "a)", "(a)", "i.", "1)", "(iv)", "7."])
def test_the_sign_of_an_item_is_outside_it(sign):
    assert blocks(f"{PROSE}\n\n{sign} Three engineers with ten years of practice;\n")[-1] == (
        "item",
        "Three engineers with ten years of practice;",
    )


def test_an_item_goes_on_below_its_sign():
    assert blocks("We need:\n\n- one person\n  who knows the trams\n- another\n")[1:] == [
        ("item", "one person\n  who knows the trams"),
        ("item", "another"),
    ]


def test_label_and_value_are_a_field():
    assert blocks(f"{PROSE}\n\nTerm of engagement: twelve months\nRate: daily\n")[1:] == [
        ("field", "Term of engagement: twelve months"),
        ("field", "Rate: daily"),
    ]


def test_a_label_before_a_long_text_introduces_a_paragraph():
    assert blocks(f"{PROSE}\n\nWorries: {PROSE} {PROSE} {PROSE}\n")[-1][0] == "paragraph"


@pytest.mark.parametrize("gap", [" | ", "\t", "       "])
def test_rows_of_a_table_are_cells(gap):
    brief = f"{PROSE}\n\nSkills{gap}Rates\nTester{gap}410\n"
    assert blocks(brief)[1:] == [("cell", "Skills"), ("cell", "Rates"), ("cell", "Tester"), ("cell", "410")]
    place = find(brief, "410").place
    assert (place.table, place.row, place.header) == (1, 2, "Rates")


def test_a_first_row_of_figures_names_no_columns():
    assert find(f"{PROSE}\n\n| Priority 1 | 90 minutes |\n| Desk | 6 hours |\n", "6 hours").place.header is None


def test_a_single_line_with_a_pipe_is_no_table():
    assert blocks("Contact\n\n18 Quay St | Elsinmouth\n")[-1][0] == "paragraph"


def test_quoted_lines_are_one_quotation():
    assert blocks(f"{PROSE}\n\n> Could you send\n> two more people?\n\nWe can.\n")[1] == (
        "quote",
        "Could you send\n> two more people?",
    )


def test_wrapped_lines_are_one_paragraph():
    brief = """\
        The office wants to have its booking system run by somebody else,
        who decides how many people it takes and answers for the result.
        Nobody in the office will direct them.
        Bids are due in May.
        """
    assert blocks(brief) == [
        ("paragraph", dedent(brief).split("\nBids")[0]),
        ("paragraph", "Bids are due in May."),
    ]


def test_short_lines_stay_apart():
    assert [kind for kind, _ in blocks(f"{PROSE} {PROSE}\n\nPilot agreed, week 4\nAll stores, week 10\n")] == ["paragraph"] * 3


def test_page_numbers_and_running_heads_are_matter():
    page = f"Ferry tender\n{PROSE}\n\nPage %d of 3\n\f"
    found = blocks("".join(page % number for number in (1, 2, 3)))
    assert {kind for kind, words in found if words.startswith(("Ferry", "Page"))} == {"matter"}


def test_form_feeds_count_pages():
    assert find("First page.\n\fSecond page.\n", "Second").place.page == 2


def test_a_table_of_contents_is_matter():
    brief = f"Tender\n\nTABLE OF CONTENTS\n1. Scope\n2. Price\n\n1. Scope\n{PROSE}\n"
    assert [kind for kind, _ in blocks(brief)] == ["title", "matter", "matter", "matter", "heading", "paragraph"]


def test_a_place_counts_paragraphs_from_the_heading():
    place = find(f"Tender\n\n1. Scope\n{PROSE}\n\nOnly this counts.\n", "Only this").place
    assert (place.section, place.line, place.paragraph) == ("1. Scope", 6, 2)
