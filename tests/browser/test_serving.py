"""The page to drop a brief on, in a browser: every page and path is clicked through."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.samples import MISLABELLED

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server as people start it, on a port that is free."""
    command = [sys.executable, "-m", "brieflint", "serve", "--port", "0", "--no-config"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        yield running.stdout.readline().split()[3]
        running.terminate()


@pytest.fixture
def visit(browser, address):
    """Opens a page of the server by its path, in a context of its own; nothing else may be asked, and nothing complained of."""
    opened, strangers = [], []

    def open_page(path="", **context):
        opened.append(browser.new_context(**context))
        opened[-1].on("request", lambda request: request.url.startswith((address, "data:")) or strangers.append(request.url))
        page = opened[-1].new_page()
        page.on("console", lambda message: message.text.startswith("Failed to load resource") or strangers.append(message.text))
        page.goto(address + path)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert strangers == []


def send(page, *files):
    page.set_input_files("#files", [str(file) for file in files])
    page.click("text=Check it")
    page.wait_for_selector("footer")
    return page


def show(page, name, root):
    """A report of one brief or of several, a refusal, the questions, the votes."""
    if name == "one":
        send(page, root / "examples" / "rfp.docx.txt")
    elif name == "several":
        send(page, *sorted((root / "examples").glob("*.txt"))[:4], root / "pyproject.toml")
    elif name == "refused":
        page.click("text=Check it")
    elif name == "votes":
        page.click("text=Answer the five questions")
        for question, answer in {"q1": "no", "q2": "no", "q3": "yes", "q5": "yes"}.items():
            page.check(f"input[name={question}][value={answer}]")
        page.click("text=Count the votes")
    return page


NAMES = ["start", "one", "several", "refused", "votes"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_serious_fault(visit, browser, address, root, name, scheme):
    from axe_playwright_python.sync_playwright import Axe

    # The checker puts its script into the page, which the policy of the pages forbids.
    found = Axe().run(show(visit(color_scheme=scheme, bypass_csp=True), name, root)).response["violations"]
    grave = [f"{entry['id']}: {entry['nodes'][0]['html']}" for entry in found if entry["impact"] in ("serious", "critical")]
    assert grave == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_sticks_out_on_a_phone(visit, root, name):
    page = show(visit(viewport=PHONE), name, root)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_a_brief_is_chosen_and_read_and_its_files_are_taken_along(visit, root):
    page = show(visit(), "one", root)
    assert page.locator("h1").inner_text().startswith("You call it")
    assert not page.locator(".reading").is_visible()
    taken = {}
    for link in page.locator(".take a[download]").all():
        with page.expect_download() as download:
            link.click()
        taken[download.value.suggested_filename] = download.value.path().read_bytes()
    assert len(taken) >= 5
    assert taken["report.html"].startswith(b"<!DOCTYPE html>")
    assert taken["rfp.docx-questions.xlsx"].startswith(b"PK")
    assert all(taken.values())


def test_everything_works_without_scripts(visit, root):
    page = show(visit(java_script_enabled=False), "one", root)
    assert page.locator("h1").inner_text().startswith("You call it")
    assert not page.locator(".reading").is_visible()
    with page.expect_download() as download:
        page.click("text=Corrected brief, Markdown")
    assert "AUGMENTATION" in download.value.path().read_text().upper()


def test_a_brief_is_dropped_anywhere_on_the_box(visit):
    page = visit()
    box = page.locator(".drop").bounding_box()
    for across, down in ((4, 4), (box["width"] - 4, box["height"] - 4), (box["width"] / 2, box["height"] / 2)):
        hit = page.evaluate("([x, y]) => document.elementFromPoint(x, y).id", [box["x"] + across, box["y"] + down])
        assert hit == "files"


def test_words_are_pasted(visit):
    page = visit()
    page.fill("#text", MISLABELLED)
    page.click("text=Check it")
    assert "pasted text" in page.locator("article .path").inner_text()


def test_several_briefs_have_an_index_with_filters(visit, root):
    page = show(visit(), "several", root)
    rows = page.locator("tr[data-result]")
    assert rows.count() == 5
    page.fill("input[name=file]", "laptops")
    assert page.locator("tr[data-result]:visible").count() < 5
    page.click("text=Show all")
    page.locator("table.list").get_by_text("toml files cannot be read").wait_for()


def test_the_open_questions_are_answered_in_a_new_tab(visit, root):
    page = show(visit(), "one", root)
    page.click("nav >> text=The five questions")
    with page.expect_popup() as popup:
        page.click("text=Count the votes")
    votes = popup.value
    assert votes.locator("#votes").is_visible()
    assert "rfp.docx.txt" in votes.locator(".path").inner_text()
    assert page.locator("h1").inner_text().startswith("You call it")


def test_it_is_used_by_keyboard_alone(visit, root):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "text":
            break
    page.keyboard.insert_text(MISLABELLED)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("article")
    assert page.locator("article h1").is_visible()


def test_every_link_leads_somewhere(visit, address, root):
    page = visit()
    for path in ("", "choose", "nothing/here"):
        page.goto(address + path)
        for link in page.locator("a[href]:not(.skip)").evaluate_all("links => links.map(link => link.href)"):
            assert page.request.get(link).ok
