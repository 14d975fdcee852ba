"""Word files that were made to have a review destroy them."""

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from brieflint.cli import main
from brieflint.documents.docx import read
from brieflint.errors import BriefError
from brieflint.grounds import Grounds
from brieflint.reviewing.annotating import annotate
from brieflint.reviewing.cleaning import clean_parts
from brieflint.reviewing.package import open_parts
from tests.documents.packages import docx, p, r
from tests.reviewing.bodies import part


@given(numbers=st.tuples(*[st.integers(0, 10**6)] * 3))
@settings(max_examples=40)
def test_forged_seams_break_no_file(numbers: tuple[int, int, int]):
    seam = "<!--brieflint {} {} {}-->".format(*numbers)
    data = docx(p(r("We ask ") + seam + r("for people.")) + seam + p("More."))
    parts = open_parts(data, "brief.docx")
    clean_parts(parts)
    assert read(parts.pack(), "brief.docx").text == "We ask for people.\nMore."


@pytest.mark.parametrize(
    "body",
    [
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("A managed service")),
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("A managed service")),
        p('<w:commentRangeStart w:id="99999999999999999999"/>' + r("A managed service")),
        p('<w:commentRangeEnd w:id="x"/>' + r("A managed service")),
        p(f'<w:ins w:id="1" w:author="brieflint">{r("A managed service")}</w:ins>' + r(" it is")),
        f"<w:p><w:r>{'<w:t>a</w:t><w:tab/>' * 3000}</w:r></w:p>",
    ],
    ids=["open field", "closed field", "huge number", "no number", "forged insertion", "many pieces"],
)
def test_odd_bodies_are_reviewed_and_stay_readable(body: str):
    data = docx(body + p("We ask for a managed service. Our lead directs the two developers every day."))
    reviewed = annotate(data, "brief.docx", Grounds(), suggest=True).data
    assert "directs the two developers" in read(reviewed, "brief.docx").text
    assert part(reviewed).count(b"commentRangeStart") >= part(reviewed).count(b"<w:commentReference")


def test_another_encoding_is_told_kindly():
    package = open_parts(docx(p("A brief.")), "brief.docx")
    package.changed[package.package.main] = part(docx(p("A brief."))).decode().encode("utf-16")
    with pytest.raises(BriefError, match="not written in UTF-8"):
        annotate(package.pack(), "brief.docx", Grounds())


def test_a_folder_is_no_word_file(tmp_path):
    (tmp_path / "a.docx").mkdir()
    result = CliRunner().invoke(main, ["clean", str(tmp_path / "a.docx"), "-o", str(tmp_path / "b.docx")])
    assert (result.exit_code, "this is a folder" in result.stderr) == (2, True)
