"""Every example beside a claim, a row or a rule of `patterns/buy.yaml` comes out as it should."""

import pytest
from bundles import write_bundle

from brieflint.buying.claims import ClaimFinder
from brieflint.buying.package import check_package
from brieflint.buying.statements import StatementFinder
from brieflint.knowledge.artefact import load_knowledge

BUY = load_knowledge().buy
CLAIMS, STATEMENTS = ClaimFinder(load_knowledge()), StatementFinder(load_knowledge())
SIDES = [(row, side, getattr(words, side)) for row, words in BUY.rows.items() for side in ("client", "vendor")]
BAD = [(rule.id, files) for rule in BUY.rules for files in rule.examples.bad]
GOOD = [files for rule in BUY.rules for files in rule.examples.good]


def found_in(files, folder) -> set[str]:
    package = check_package(str(write_bundle(files, folder)))
    return {finding.rule for _, finding in package.contradictions}


@pytest.mark.parametrize(("claim", "text"), [(claim.id, text) for claim in BUY.claims for text in claim.examples])
def test_a_claim_is_found_in_its_examples(claim, text):
    assert claim in CLAIMS.read(text)


@pytest.mark.parametrize(("claim", "text"), [(claim.id, text) for claim in BUY.claims for text in claim.traps])
def test_a_claim_is_not_found_in_its_traps(claim, text):
    assert claim not in CLAIMS.read(text)


@pytest.mark.parametrize(("row", "side", "text"), [(row, side, text) for row, side, words in SIDES for text in words.examples])
def test_a_sentence_gives_its_row_to_its_side(row, side, text):
    found = STATEMENTS.find_framed(text)
    assert found
    assert (found.row, found.side) == (row, side)


@pytest.mark.parametrize(
    ("row", "side", "text"), [(row, side, text) for row, side, words in SIDES for text in words.offered_examples]
)
def test_in_a_proposal_we_are_the_vendor(row, side, text):
    found = STATEMENTS.find_offered(text)
    assert found
    assert (found.row, found.side) == (row, side)


@pytest.mark.parametrize("text", [text for words in BUY.rows.values() for text in words.traps])
def test_a_trap_gives_its_row_to_nobody(text):
    assert STATEMENTS.find_framed(text) is None


@pytest.mark.parametrize(("rule", "files"), BAD, ids=[rule for rule, _ in BAD])
def test_a_rule_speaks_on_its_bad_packages(rule, files, tmp_path):
    assert rule in found_in(files, tmp_path)


@pytest.mark.parametrize("files", GOOD)
def test_no_rule_speaks_on_good_packages(files, tmp_path):
    assert found_in(files, tmp_path) == set()


def test_every_rule_has_packages_on_which_it_speaks():
    assert all(rule.examples.bad for rule in BUY.rules)
