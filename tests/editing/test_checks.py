"""What is said of a text in an editor: what `check` says of the same file, with the settings of its folder."""

from pathlib import Path

import pytest
from opinions import check, make_text
from samples import MISLABELLED

from brieflint.checking import check_path
from brieflint.configuration.settings import Options
from brieflint.editing.checks import CONFIGURATION, check_text


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    (tmp_path / "brieflint.toml").write_text("root = true\n")
    (tmp_path / "rfp.txt").write_text(MISLABELLED)
    return tmp_path / "rfp.txt"


def check_file(brief: Path):
    return check_text(make_text(brief.read_text(), str(brief)), Options())


def test_it_is_what_check_says_of_the_file(brief):
    assert check_file(brief).opinion.report.findings == check_path(str(brief)).findings


def test_the_settings_of_its_folder_hold(brief):
    (brief.parent / "brieflint.toml").write_text('root = true\nignore = ["sa-called-ito"]\n')
    assert "sa-called-ito" not in {finding.rule for finding in check_file(brief).opinion.report.findings}


def test_a_change_of_the_settings_holds_at_once(brief):
    assert check_file(brief).opinion.report.findings[0].severity == "error"
    (brief.parent / "brieflint.toml").write_text('root = true\n[severity]\nsa-called-ito = "advice"\n')
    severities = {finding.rule: finding.severity for finding in check_file(brief).opinion.report.findings}
    assert severities["sa-called-ito"] == "advice"


def test_a_text_that_the_settings_exclude_is_not_checked(brief):
    (brief.parent / "brieflint.toml").write_text('root = true\nexclude = ["*.txt"]\n')
    checked = check_file(brief)
    assert (checked.opinion, checked.trouble) == (None, None)


def test_wrong_settings_are_told_with_their_line(brief):
    (brief.parent / "brieflint.toml").write_text('root = true\nignore = ["sa-caled-ito"]\n')
    trouble = check_file(brief).trouble
    assert trouble.code == CONFIGURATION
    assert "brieflint.toml:2" in trouble.told


def test_a_pack_that_is_not_there_is_told(brief):
    (brief.parent / "brieflint.toml").write_text('root = true\npatterns = ["house/"]\n')
    assert check_file(brief).trouble.code == CONFIGURATION


@pytest.mark.parametrize("words", ["", " \n\t\r\n"])
def test_an_empty_text_is_no_fault(words):
    checked = check(words)
    assert (checked.opinion, checked.trouble) == (None, None)


def test_binary_data_is_told_kindly():
    assert "binary data" in check("Request\0for IT outsourcing").trouble.told


def test_a_bidder_is_told_what_a_bidder_is_told_elsewhere():
    bought, bid = (check(MISLABELLED, reader=reader).opinion.report.findings[0] for reader in ("buyer", "bidder"))
    assert bought.rule == bid.rule
    assert bought.message != bid.message
