from dataclasses import replace
from functools import cache
from pathlib import Path

import markdown_it
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.documents.document import Block, Document, Place
from brieflint.documents.places import say_place
from brieflint.judgement.verdict import Cell, Described, Evidence, Lot, Verdict
from brieflint.knowledge.guide import ROWS, Guide
from brieflint.knowledge.patterns import AntiSlot, Checklist, Context, Patterns, Slot
from brieflint.knowledge.yamlfile import read_yaml
from brieflint.language.reading import Mention, Part, Reading, Sentence
from brieflint.signs import printable
from brieflint.writing.draft import render_draft
from brieflint.writing.quoting import escape_markdown

GUIDE = Path(__file__).parents[2] / "patterns" / "guide.yaml"
SLOTS = (
    Slot(id="role", label="Role", ask="Which role?", origin="guide", frames=("developer",)),
    Slot(id="direction", label="Direction", ask="Who directs?", origin="guide", frames=("directs",), decides=True),
    Slot(id="rate", label="Rate", ask="Which rate?", origin="practice", frames=("rate",)),
)
ANTI_SLOTS = (AntiSlot(id="levels", label="Service levels", why="A vendor may read this as a service.", frames=("credit",)),)
BRIEF = """IT outsourcing for the claims portal

We need one senior developer,
at once.
Our lead directs the developer.
We claim a service credit for each missed level.
"""


@cache
def patterns() -> Patterns:
    guide, mistakes = read_yaml(GUIDE, "guide.yaml", Guide, [])
    assert guide, mistakes
    checklists = {
        "staff_augmentation": "Have counsel look at it.",
        "software_outsourcing": "",
        "it_outsourcing": "",
        "dedicated_team": "",
    }
    return Patterns(
        guide=guide.value,
        terms=(),
        spellings=(),
        groups={},
        context=Context(cues=(), ends=()),
        sections=(),
        signals=(),
        rules=(),
        checklists=tuple(
            Checklist(model=model, title="Name: {subject}", caution=caution, slots=SLOTS, anti_slots=ANTI_SLOTS)
            for model, caution in checklists.items()
        ),
    )


def make_brief(text=BRIEF, labels=("IT outsourcing",), kinds=("title",), part_of=lambda _: 0):
    """A document and its reading: a sentence each paragraph, but that lines ending in a comma go on."""
    sentences, blocks, at = [], [], 0
    for paragraph in text.replace(",\n", ",\0").split("\n"):
        start, end = at, at + len(paragraph)
        at = end + 1
        if not paragraph.strip():
            continue
        kind = kinds[len(blocks)] if len(blocks) < len(kinds) else "paragraph"
        place = Place(line=text[:start].count("\n") + 1)
        blocks.append(Block(kind=kind, start=start, end=end, place=place))
        sentences.append(
            Sentence(
                start=start,
                end=end,
                text=text[start:end],
                kind=kind,
                section="body",
                place=place,
                part=part_of(len(sentences)),
                weight=1.0,
                stance={"neutral": 1.0},
                dimensions={"none": 1.0},
            )
        )
    mentions = tuple(
        Mention(
            start=text.index(label),
            end=text.index(label) + len(label),
            text=label,
            term="t",
            model="it_outsourcing",
            applied=0.9,
            sentence=next(n for n, s in enumerate(sentences) if s.start <= text.index(label) < s.end),
        )
        for label in labels
    )
    reading = Reading(sentences=tuple(sentences), mentions=mentions, signals=(), parts=(Part(title="", start=0),), words=9)
    return Document(path="brief.txt", format="text", text=text, blocks=tuple(blocks)), reading


def make_verdict(reading, model="staff_augmentation", **changes):
    verdict = Verdict(
        named=reading.mentions,
        described=Described(model=model, confidence=0.9, reason=None, scores={}),
        grid=dict.fromkeys(ROWS),
        evidence=(),
    )
    return replace(verdict, **changes)


def draft(text=BRIEF, model="staff_augmentation", labels=("IT outsourcing",), kinds=("title",), **changes):
    document, reading = make_brief(text, labels, kinds)
    return render_draft(document, reading, make_verdict(reading, **changes), patterns(), model)


def test_title_names_the_model_and_keeps_the_subject():
    assert draft().startswith("# Name: the claims portal\n")


@pytest.mark.parametrize(
    ("title", "labels", "subject"),
    [
        ("Request for Proposal: IT outsourcing for the ticket desk", ["IT outsourcing"], "the ticket desk"),
        ("IT outsourcing tender 14/B: a visitor app", ["IT outsourcing"], "a visitor app"),
        ("A stock app by IT outsourcing", ["IT outsourcing"], "A stock app"),
        ("Short RFQ: a stock app by IT outsourcing", ["IT outsourcing"], "a stock app"),
        ("IT outsourcing for a stock app?", ["IT outsourcing"], "a stock app"),
        ("Two testers for our squad (IT outsourcing)", ["IT outsourcing"], "Two testers for our squad"),
        ("Subject: 24-hour watch over the pumps", [], "24-hour watch over the pumps"),
        ("Invitation to bid 2026-21: laptops", [], "laptops"),
    ],
)
def test_subject_loses_names_of_models_and_of_papers(title, labels, subject):
    assert draft(f"{title}\n", labels=labels).startswith(f"# Name: {subject}\n")


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        ("IT outsourcing agreement", ["IT outsourcing"]),
        ("Looking for IT outsourcing in a similar time zone", ["IT outsourcing"]),
        ("ZUMA RIVER CEMENT PLC", []),
        ("Tender 14 under the framework between A and B", []),
    ],
)
def test_title_without_a_sensible_subject_becomes_a_question(title, labels):
    text = draft(f"{title}\n", labels=labels)
    assert text.startswith("# Name: (open question)\n")
    assert (
        f'> **Open question:** What should the title say after the name of the model? The brief\'s own title is "{title}"'
        in text
    )


def test_title_that_denies_a_model_becomes_a_question():
    document, reading = make_brief()
    text = render_draft(document, reading, make_verdict(reading, named=()), patterns(), "staff_augmentation")
    assert "# Name: (open question)" in text


def test_brief_without_a_title_is_asked_for_one():
    assert "What is the work called? The brief has no title." in draft("One developer.\n", labels=(), kinds=())


def test_draft_says_where_it_comes_from_and_that_it_must_be_confirmed():
    assert "*Drafted by brieflint from brief.txt." in draft()
    assert "The buyer must confirm this text" in draft()


def test_purpose_uses_the_right_term_and_asks_whether_it_is_meant():
    text = draft()
    assert "We invite offers for staff augmentation: the claims portal." in text
    assert "as work where your own lead directs the people day by day and you own the outcome. Is that what you mean?" in text
    assert "We invite offers for a dedicated team: the claims portal." in draft(model="dedicated_team")


def test_filled_slot_shows_the_sentence_of_the_brief_on_one_line_with_its_place():
    assert '- "We need one senior developer, at once." (line 3)\n' in draft()


def test_deciding_sentence_is_put_as_a_question_wherever_it_stands():
    asked = '> **Please confirm:** "Our lead directs the developer." (line 5). Is that so?'
    assert draft().count(asked) == 2
    assert '- "Our lead directs the developer."' not in draft()


def test_open_slot_is_a_marked_question():
    assert "### Rate\n\n> **Open question:** Which rate?\n" in draft()


def test_slots_stand_in_the_order_of_the_checklist():
    text = draft()
    assert text.index("### Role") < text.index("### Direction") < text.index("### Rate")


def test_table_has_five_rows_and_says_what_is_not_stated():
    text = draft()
    assert text.count("| not stated |\n") == 5
    assert "| Who owns the delivery outcome? | You own the outcome. | not stated |" in text


def test_table_shows_the_sentence_and_when_it_speaks_for_another_model():
    own = Evidence(sentence=2, dimension="direction", model="staff_augmentation", strength=1.0)
    other = Evidence(sentence=3, dimension="direction", model="it_outsourcing", strength=0.9)
    cell = Cell(model="staff_augmentation", evidence=own, against=other)
    text = draft(grid=dict.fromkeys(ROWS) | {"manages_people": cell})
    assert (
        '| "Our lead directs the developer." (line 5); "We claim a service credit for each missed level." (line 6), '
        "which speaks for IT outsourcing |"
    ) in text


def test_table_does_not_pass_our_own_cells_off_as_the_guide():
    assert draft(model="dedicated_team").count("(brieflint says so; the guide does not)") == 2


def test_misfits_are_listed_with_their_reason():
    text = draft()
    listed = text[text.index("## Take out") :]
    assert "**Service levels.** A vendor may read this as a service." in listed
    assert '- "We claim a service credit for each missed level." (line 6)' in listed


def test_nothing_to_take_out_is_not_mentioned():
    assert "## Take out" not in draft("IT outsourcing for the portal\nOne developer.\n")


def test_wrong_names_are_listed_with_what_to_write():
    text = draft()
    assert '- "IT outsourcing" (line 1): write "staff augmentation".' in text
    assert 'Keep "IT outsourcing" if the vendor is to run a function.' in text


def test_right_name_is_left_alone():
    assert "## Write instead" not in draft(model="it_outsourcing")


def test_caution_stands_once_where_the_checklist_has_one():
    assert draft().count("Have counsel look at it.") == 1
    assert "Before you send it" not in draft(model="software_outsourcing")


def test_source_and_interest_stand_once():
    text = draft()
    assert text.count('Source: "IT Outsourcing vs Software Outsourcing vs Staff Augmentation", Acquaint Softtech: ') == 1
    assert text.count("Read its advice with that in mind.") == 1


@pytest.mark.parametrize(
    ("described", "told"),
    [
        ("none", "does not make clear which model it describes"),
        ("mixed", "describes more than one model"),
        ("dedicated_team", "describes another model, dedicated team"),
    ],
)
def test_draft_for_a_model_that_the_text_does_not_describe_says_so(described, told):
    assert told in draft(described=Described(model=described, confidence=0.6, reason=None, scores={}))
    assert told not in draft()


def test_draft_for_one_lot_leaves_the_other_lots_out():
    text = "Lot 1: IT outsourcing of the servers\nWe claim a credit.\nLot 2: people\nOur lead directs the developer.\n"
    document, reading = make_brief(text, kinds=("heading", "paragraph", "heading"), part_of=lambda number: 1 + number // 2)
    parts = (Part(title="", start=0), Part(title="one", start=0), Part(title="two", start=text.index("Lot 2")))
    lots = tuple(
        Lot(part=part, title=title, named=(), described=Described(model=model, confidence=0.9, reason=None, scores={}))
        for part, title, model in ((1, "one", "it_outsourcing"), (2, "two", "staff_augmentation"))
    )
    reading = replace(reading, parts=parts)
    verdict = make_verdict(reading, "mixed", lots=lots)
    mended = render_draft(document, reading, verdict, patterns(), "staff_augmentation")
    assert 'This draft leaves out what belongs to "one".' in mended
    assert "Our lead directs the developer." in mended
    assert "We claim a credit." not in mended
    assert "## Write instead" not in mended


HOSTILE = [
    "# Award", "## x ##", "\n\n# Award\n\n", "| a | b |", "\\|", "\\\\|", "| --- |", "<script>alert(1)</script>", "<!--", "-->",
    "&lt;i&gt;", "***", "---", "\n---\n", "===", "> quote", "- item", "1. item", "1) item", "```", "~~~", "    code", "`x`",
    "[x](javascript:alert)", "![x](y)", "[x]: http://y", "{{ draft }}", "{% raw %}", "\u2028# x", "\r# x", "\x0b", "\x1b[31m",
    "<b>", "\u202e", "_x_", "**x**", "\\", "developer", " ", "\n", "https://x.y", "{subject}", "<http://x>", "|", "\x00",
]  # fmt: skip
hostile = st.one_of(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=8).map("".join), st.text(min_size=1, max_size=60))


def draft_with(words):
    """A draft in which `words` stand everywhere a brief's words can stand."""
    text = f"{words} IT outsourcing for {words}"
    document, reading = make_brief("IT outsourcing\nOne developer directs a credit.\n")
    document = replace(document, path=words, text=text, blocks=(Block(kind="title", start=0, end=len(text), place=Place()),))
    place = Place(section=words, page=1)
    sentences = tuple(replace(s, start=0, end=len(text), place=place) for s in reading.sentences)
    start = text.rindex("IT outsourcing")
    mentions = tuple(replace(m, start=start, end=start + 14) for m in reading.mentions)
    reading = replace(reading, sentences=sentences, mentions=mentions)
    item = Evidence(sentence=1, dimension="direction", model="staff_augmentation", strength=1.0)
    cell = Cell(model="staff_augmentation", evidence=item)
    return render_draft(
        document, reading, make_verdict(reading, grid=dict.fromkeys(ROWS, cell)), patterns(), "staff_augmentation"
    )


@given(words=hostile)
@settings(max_examples=150, deadline=None)
def test_hostile_text_cannot_break_lines_tables_or_become_html(words):
    lines = draft_with(words).split("\n")
    assert all(line.isprintable() for line in lines if words.isprintable())
    assert not any(sign in line for line in lines for sign in ("<", "\r", "\x0b", "\x0c", "\x1b", "\u2028", "\u202e"))
    assert [line for line in lines if line.startswith("##")] == [
        line for line in draft_with("word").split("\n") if line.startswith("##")
    ]
    assert sum(line.startswith("# ") for line in lines) == 1
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == 7
    assert all(line.replace("\\\\", "").replace("\\|", "").count("|") == 4 for line in table)


@given(words=hostile)
@settings(max_examples=150, deadline=None)
def test_hostile_text_does_not_change_what_markdown_makes_of_a_draft(words):
    reader = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])

    def shape(text):
        tokens = reader.parse(text)
        marks = {child.type for token in tokens for child in token.children or ()}
        return [token.type for token in tokens], marks - {"text_special"}

    blocks, marks = shape(draft_with("word"))
    found, inline = shape(draft_with(words))
    assert set(found) == set(blocks)
    assert inline <= marks
    for kind in ("heading_open", "td_open", "list_item_open", "hr"):
        assert found.count(kind) == blocks.count(kind)


@given(words=hostile)
@settings(max_examples=300, deadline=None)
def test_escaped_text_shows_the_same_words(words):
    escaped = escape_markdown(words)
    [_, paragraph, _] = markdown_it.MarkdownIt("commonmark").parse(f"a {escaped}")
    shown = "".join(child.content for child in paragraph.children)
    assert shown == f"a {printable(words)}".strip()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(line=3), "line 12"),
        (Place(section="Scope", line=3), "line 12"),
        (Place(section="3.2 Way of working", line=3), "section 3.2, line 12"),
        (Place(section="LOT 2: PEOPLE", line=3), "lot 2, line 12"),
        (Place(section="Annex B", page=7), "annex B, page 7"),
        (Place(page=7), "page 7"),
        (Place(section="Scope", page=7), 'page 7, under "Scope"'),
        (Place(section="3) Scope", paragraph=4), "section 3, paragraph 4"),
        (Place(section="2026 plans", paragraph=4), 'paragraph 4, under "2026 plans"'),
        (Place(table=2, row=5, paragraph=4), "table 2, row 5"),
        (Place(section="Scope"), 'under "Scope"'),
        (Place(), "line 12"),
    ],
)
def test_places_are_said_as_people_say_them(place, said):
    assert say_place(place, 12) == said


def test_draft_tells_the_name_of_the_file_and_not_where_it_lies():
    document, reading = make_brief()
    document = replace(document, path="/home/somebody/tenders/portal.txt")
    text = render_draft(document, reading, make_verdict(reading), patterns(), "staff_augmentation")
    assert "*Drafted by brieflint from portal.txt." in text


def test_what_the_brief_itself_asks_is_not_asked_back():
    text = draft("IT outsourcing\n\nOur lead directs the developer?\n")
    assert '"Our lead directs the developer?" (line 3). Please say what holds.' in text


def test_a_verb_is_no_name_and_stays():
    text = draft("Claims portal\n\nWe are outsourcing five of the roles, one developer each.\n", labels=("outsourcing",))
    assert '"We are outsourcing five of the roles, one developer each."' in text


@pytest.mark.parametrize("title", ["INFORMATION TECHNOLOGY IT outsourcing", "Software development: IT outsourcing"])
def test_a_title_that_says_nothing_but_the_trade_has_no_subject(title: str):
    assert "# Name: (open question)" in draft(f"{title}\n\nOne developer.\n")


def test_a_blank_line_keeps_the_table_apart_from_the_rule_below_it():
    assert "|\n\n---\n" in draft()
