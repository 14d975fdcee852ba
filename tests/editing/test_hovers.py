"""What is told about the words under the pointer."""

from opinions import judge
from samples import MISLABELLED

from brieflint.editing.hovers import find_hover
from brieflint.reporting.paragraphs import set_text

LABEL = "IT outsourcing"
VAGUE = MISLABELLED.replace(LABEL, "Outsourcing")


def hover(words: str, at: int) -> str:
    found = find_hover(*judge(words), at)
    return " ".join(set_text(found[2]).split()) if found else ""


def test_a_finding_tells_message_consequence_fix_and_section_of_the_guide():
    told = hover(MISLABELLED, MISLABELLED.index(LABEL))
    for part in ("(sa-called-ito)", "A vendor may read this as", "If it goes out like this", "What to do", "guide line 59"):
        assert part in told


def test_a_label_tells_its_model_its_term_and_what_the_guide_says_it_means(patterns):
    told = hover(MISLABELLED, MISLABELLED.index(LABEL))
    assert "Here it names IT outsourcing." in told
    assert "The term ito.it_outsourcing is strong" in told
    assert patterns.guide.models["it_outsourcing"].definition.text in told
    assert patterns.guide.source.interest in told


def test_a_label_that_fits_is_told_as_well():
    fitting = MISLABELLED.replace(LABEL, "staff augmentation")
    told = hover(fitting, fitting.index("staff augmentation"))
    assert "Here it names staff augmentation." in told
    assert "sa-called" not in told


def test_a_label_that_stands_for_something_else_says_so():
    words = MISLABELLED + "\nThis is not managed services.\n"
    assert "It can name IT outsourcing; here it does not name the work." in hover(words, words.index("managed services"))


def test_plain_outsourcing_has_no_meaning_in_the_guide():
    assert "vendors will each read their own into it" in hover(VAGUE, VAGUE.index("Outsourcing"))


def test_it_is_about_the_label_not_the_line():
    start, end, _ = find_hover(*judge(MISLABELLED), MISLABELLED.index(LABEL))
    assert MISLABELLED[start:end] == LABEL


def test_other_words_have_nothing_to_tell():
    assert hover(MISLABELLED, MISLABELLED.index("Odense")) == ""
