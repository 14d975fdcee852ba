"""Whose requests are answered, how much they may hold, and under which headers."""

import os
import signal
import tempfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from multiprocessing import active_children
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from brieflint.configuration.settings import Options
from brieflint.serving import limits
from brieflint.serving.app import make_app
from brieflint.serving.safety import bare_host, find_hosts, is_ours
from brieflint.serving.uploads import clean_name
from tests.samples import MISLABELLED

PAGES = ["/", "/choose", "/healthz", "/report.css", "/serve.css", "/filters.js", "/icon.svg", "/nothing"]
TEXT = {"files": ("rfp.txt", MISLABELLED.encode())}


def hardened(answer) -> bool:
    policy = answer.headers["content-security-policy"]
    return (
        "default-src 'none'" in policy
        and "unsafe" not in policy
        and answer.headers["cache-control"] == "no-store"
        and answer.headers["x-content-type-options"] == "nosniff"
        and answer.headers["referrer-policy"] == "same-origin"
        and answer.headers["x-frame-options"] == "DENY"
        and "set-cookie" not in answer.headers
    )


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_is_hardened(client, path):
    assert hardened(client.get(path))


def test_reports_and_refusals_are_hardened_too(client):
    assert hardened(client.post("/check", files=TEXT))
    assert hardened(client.post("/check", files=TEXT, headers={"Origin": "http://evil.example"}))
    assert hardened(client.get("/", headers={"Host": "evil.example"}))


@pytest.mark.parametrize("path", ["/", "/choose", "/nothing"])
def test_no_page_has_a_style_or_a_script_of_its_own(client, path):
    page = client.get(path).text + client.post("/check", files=TEXT).text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize("host", ["evil.example", "", "localhost.evil.example", "127.0.0.1.evil.example:8000", "10.0.0.1"])
def test_a_foreign_host_is_refused(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 421
    assert client.get("/healthz", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:99", "127.0.0.1:8000", "[::1]:8000", "briefs.example", "briefs.example."]
)
def test_its_own_names_are_answered(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_host_is_parted_from_its_port():
    assert [bare_host(host) for host in ("a:1", "a:", "[::1]:2", "[::1]", "a.")] == ["a", "a", "[::1]", "[::1]", "a"]


def test_the_address_that_is_listened_on_is_a_name_but_not_all_addresses():
    assert "10.1.2.3" in find_hosts("10.1.2.3", [])
    assert "[fd00::1]" in find_hosts("fd00::1", [])
    assert find_hosts("0.0.0.0", ["briefs.example"]) == {"127.0.0.1", "localhost", "[::1]", "briefs.example"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:3000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:8000"},
    ],
)
@pytest.mark.parametrize("path", ["/check", "/choose"])
def test_a_foreign_form_is_refused(client, path, headers):
    assert client.post(path, files=TEXT, headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, True),
        ({"origin": "https://briefs.example", "host": "briefs.example"}, True),
        ({"origin": "https://briefs.example:444", "host": "briefs.example"}, False),
        ({}, True),
    ],
)
def test_where_a_form_comes_from(headers, ours):
    assert is_ours(Headers(headers)) is ours


def test_too_many_bytes_are_refused(client):
    answer = client.post("/check", files={"files": ("rfp.txt", b"a " * (limits.MOST_BYTES // 2 + 1))})
    assert answer.status_code == 413
    assert "20 MB" in answer.text


def test_too_many_bytes_are_refused_when_their_number_is_not_told(client):
    def body():
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(21):
            yield b"a" * 2**20

    answer = client.post("/check", content=body(), headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 413


def test_too_many_files_are_refused(client):
    files = [("files", (f"{number}.txt", b"a")) for number in range(limits.MOST_FILES + 1)]
    assert client.post("/check", files=files).status_code == 413


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/x-www-form-urlencoded", ""])
def test_other_bodies_are_refused(client, kind):
    assert client.post("/check", content=b"{}", headers={"Content-Type": kind}).status_code == 415


@pytest.mark.parametrize("body", [b"", b"nonsense", b"--x\r\n\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\nq\r\n--x--"])
def test_a_broken_form_is_refused(client, body):
    answer = client.post("/check", content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 400
    assert client.post("/check", content=body, headers={"Content-Type": "multipart/form-data"}).status_code == 400


def test_a_form_of_answers_is_small(client):
    assert client.post("/choose", files={"q1": (None, b"a" * 2**17)}).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client, method):
    assert client.request(method, "/check").status_code == 405


def test_a_long_reading_makes_others_come_again_and_is_given_up_in_the_end():
    others = set(active_children())
    app = make_app(Options(no_config=True), find_hosts("127.0.0.1", []), readers=1, seconds=2, waiting=1)
    files = {"files": ("long.txt", b"Two developers join our team.")}
    with TestClient(app, base_url="http://localhost") as client, ThreadPoolExecutor(2) as people:
        for reader in set(active_children()) - others:
            os.kill(reader.pid, signal.SIGSTOP)  # however quick the machine is, this takes too long
        answers = [asked.result() for asked in [people.submit(client.post, "/check", files=files) for _ in range(2)]]
        held, refused = sorted(answers, key=lambda answer: answer.status_code)
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "10")
        assert "try again in 10 seconds" in refused.text
        assert "long.txt takes longer to read than 2 seconds" in held.text
        assert held.text.rstrip().endswith("</html>")
        assert "Staff augmentation called" in client.post("/check", files=TEXT).text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\ann\rfp.docx", "rfp.docx"),
        ("a\r\nSet-Cookie: b.txt", "a Set-Cookie: b.txt"),
        ("\u202ecod.fdp", "cod.fdp"),
        ("", "unnamed"),
        ("/", "unnamed"),
        (f"{'a' * 500}.docx", f"{'a' * 115}.docx"),
        ("." + "b" * 500, "." + "b" * 119),
    ],
)
def test_names_are_bare_and_short(name, shown):
    assert clean_name(name) == shown
    assert len(clean_name(name)) <= limits.MOST_NAME


def test_a_hostile_name_and_a_hostile_text_are_shown_as_they_are(client):
    hostile = '"><script>alert(1)</script>{{ 7 * 7 }}'
    page = client.post("/check", files={"files": (f"{hostile}.txt", f"{MISLABELLED}\n\n{hostile}".encode())}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    page = client.post("/choose", data={"of": hostile}, files={"none": ("", b"")}).text
    assert "<script>alert" not in page


def test_a_package_that_leads_out_of_itself_is_not_read(client, tmp_path):
    written = BytesIO()
    with ZipFile(written, "w") as package:
        package.writestr("../out.txt", MISLABELLED)
    page = client.post("/check", files={"files": ("trap.zip", written.getvalue())}).text
    assert "leads out of it" in page


def test_a_bomb_is_not_read(client):
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        package.writestr("bomb.txt", b"\0" * (200 * 2**20))
    assert "could not be checked" in client.post("/check", files={"files": ("bomb.zip", written.getvalue())}).text


def test_nothing_is_written_to_disk(client, tmp_path, monkeypatch):

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not there"))
    files = [("files", ("rfp.txt", MISLABELLED.encode())), ("files", ("pictures.bin", b"a" * 3 * 2**20))]
    answer = client.post("/check", files=files)
    assert "Staff augmentation called" in answer.text
