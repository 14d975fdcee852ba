"""What a visitor gets on each path."""

import csv
import re
from base64 import b64decode
from html import unescape
from io import BytesIO, StringIO
from time import sleep
from zipfile import ZipFile

import pytest

from tests.samples import MISLABELLED


def send(client, *files, **fields):
    return client.post("/check", data=fields, files=[("files", file) for file in files] or [("files", ("", b""))])


def downloads(page: str) -> dict[str, bytes]:
    """Name → content of what the page holds to take along."""
    found = re.findall(r'<a download="([^"]*)" href="data:[^,"]*;base64,([^"]*)"', page)
    return {unescape(name): b64decode(content) for name, content in found}


def packed(**entries: bytes) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as package:
        for name, content in entries.items():
            package.writestr(name.replace("_", "."), content)
    return written.getvalue()


def test_the_first_page_has_the_form_and_says_what_becomes_of_a_brief(client):
    page = client.get("/").text
    assert 'action="./check"' in page
    assert "forgotten" in page


def test_a_brief_becomes_its_report(client, brief):
    answer = send(client, ("rfp.docx.txt", brief))
    assert answer.status_code == 200
    assert "Staff augmentation called IT outsourcing" in answer.text
    assert answer.text.rstrip().endswith("</html>")


def test_what_is_read_is_told_before_the_report(client, brief):
    page = send(client, ("one.txt", brief), ("two.txt", brief)).text
    assert page.index("Reading one.txt (1 of 2)") < page.index("Reading two.txt (2 of 2)") < page.index('<main id="main">')


def test_pasted_words_are_a_brief(client):
    page = send(client, text=MISLABELLED).text
    assert "pasted text" in page
    assert "Staff augmentation called IT outsourcing" in page


def test_a_zip_is_looked_into(client, brief):
    page = send(client, ("tender.zip", packed(rfp_txt=brief, sow_md=brief, logo_png=b"-"))).text
    assert "tender.zip/rfp.txt" in page
    assert "2 briefs checked" in page
    assert "1 file of other kinds skipped" in page


def test_the_reader_may_be_a_bidder(client, brief):
    assert "told to a bidder" in send(client, ("rfp.txt", brief), reader="bidder").text
    assert "told to a bidder" not in send(client, ("rfp.txt", brief), reader="nobody").text


def test_what_can_be_taken_along_is_in_the_page(client, brief):
    found = downloads(send(client, ("rfp.txt", brief)).text)
    assert set(found) >= {"report.html", "rfp-corrected.md", "rfp-questions.csv", "rfp-questions.txt", "rfp-questions.xlsx"}
    assert found["report.html"].startswith(b"<!DOCTYPE html>")
    assert b"STAFF AUGMENTATION" in found["rfp-corrected.md"].upper()
    assert next(csv.reader(StringIO(found["rfp-questions.csv"].decode())))[1] == "Question"
    assert "xl/workbook.xml" in ZipFile(BytesIO(found["rfp-questions.xlsx"])).namelist()


def test_a_word_file_comes_back_with_comments_and_a_corrected_one_with_it(client):
    document = pytest.importorskip("docx").Document()
    for line in MISLABELLED.splitlines():
        document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    found = downloads(send(client, ("rfp.docx", written.getvalue())).text)
    assert "word/comments.xml" in ZipFile(BytesIO(found["rfp-reviewed.docx"])).namelist()
    assert "word/document.xml" in ZipFile(BytesIO(found["rfp-corrected.docx"])).namelist()


def test_the_same_upload_gives_the_same_page(client, brief):
    first = send(client, ("rfp.txt", brief)).content
    sleep(1.1)  # workbooks tell seconds
    assert send(client, ("rfp.txt", brief)).content == first


def test_a_file_that_is_no_brief_does_not_stop_the_others(client, brief):
    page = send(client, ("rfp.txt", brief), ("broken.docx", b"PK no"), ("prices.xlsx", b"-")).text
    assert page.count("not checked:") == 2
    assert "Staff augmentation called IT outsourcing" in page


def test_a_brief_without_a_model_has_no_corrected_brief(client):
    found = downloads(send(client, text="The town hall is closed on Mondays. Please bring a pen. The cat sleeps.").text)
    assert not [name for name in found if name.endswith("corrected.md")]


def test_nothing_sent_is_told_kindly(client):
    answer = send(client)
    assert answer.status_code == 400
    assert "choose a file" in answer.text


def test_an_address_of_a_report_leads_back_to_the_form(client):
    answer = client.get("/check")
    assert (answer.status_code, answer.headers["location"]) == (303, "./")


def test_the_five_questions_can_be_answered_without_a_brief(client):
    assert "Count the votes" in client.get("/choose").text
    answers = {"q1": "no", "q2": "no", "q3": "yes", "q4": "yes", "q5": "yes"}
    page = client.post("/choose", data=answers, files={"none": ("", b"")}).text
    assert "Most votes are for staff augmentation." in page


def test_a_brief_answers_some_of_the_five_questions_and_people_may_differ(client, brief):
    page = send(client, ("rfp.txt", brief)).text
    (answer,) = re.findall(r'name="text-q3" value="(\w+)"', page)
    assert answer == "yes"
    page = client.post("/choose", data={"of": "rfp.txt", "q3": "no", "text-q3": answer}, files={"none": ("", b"")}).text
    assert "you say no; a vendor may read the brief as yes" in page


def test_lots_are_not_put_to_one_vote(client, root):
    lots = (root / "examples" / "two-lots.txt").read_bytes()
    assert 'class="ballot"' not in send(client, ("lots.txt", lots)).text


def test_it_says_that_it_is_well(client):
    assert client.get("/healthz").text == "ok\n"


@pytest.mark.parametrize("path", ["/nothing", "/a/b/c"])
def test_a_page_that_is_not_there_leads_to_the_first(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    up = "../" * (path.count("/") - 1) or "./"
    assert f'<link rel="stylesheet" href="{up}report.css">' in answer.text


@pytest.mark.parametrize("prefix", ["", "/lint"])
def test_every_link_holds_below_a_path_of_a_proxy(client, prefix):
    page = client.get(f"{prefix}/").text
    for link in re.findall(r'(?:href|src|action)="([^"#:]*)"', page):
        assert link.startswith("./")
        assert client.get(f"{prefix}/{link.removeprefix('./')}").status_code in (200, 303)


def test_the_path_without_its_slash_leads_to_the_page(client):
    answer = client.get("/lint")
    assert (answer.status_code, answer.headers["location"]) == (308, "lint/")
