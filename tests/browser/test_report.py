"""The HTML report in a browser: accessible, printable, usable by keyboard and without scripts."""

import os

import pypdfium2
import pytest

pytestmark = pytest.mark.browser

NAMES = ["one", "folder", "long", "bidder", "evaluator", "policy", "offers", "package"]
PHONE = {"width": 390, "height": 844}
A4 = (595, 842)


@pytest.fixture
def look(browser, pages):
    """Opens a page by its name, in a context of its own."""
    opened = []

    def open_page(name, **context):
        opened.append(browser.new_context(**context))
        page = opened[-1].new_page()
        page.goto(pages[name])
        return page

    yield open_page
    for context in opened:
        context.close()


def overflow(page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_serious_fault(look, name, scheme):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(look(name, color_scheme=scheme)).response["violations"]
    grave = [f"{entry['id']}: {entry['nodes'][0]['html']}" for entry in found if entry["impact"] in ("serious", "critical")]
    assert grave == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_sticks_out_on_a_phone(look, name):
    assert overflow(look(name, viewport=PHONE)) == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_browser_asks_for_nothing_but_the_page(look, browser, pages, name):
    asked = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(pages[name])
    context.close()
    assert asked == [pages[name]]


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_on_a4_without_cutting_text_off(look, name):
    page = look(name, viewport={"width": 670, "height": 900})
    page.emulate_media(media="print")
    assert overflow(page) == 0
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    for sheet in printed:
        width, height = sheet.get_size()
        assert (round(width), round(height)) == A4
        text = sheet.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert all(left >= 0 and right <= width for left, _, right, _ in boxes)


def test_a_brief_of_one_page_prints_on_a_few(look):
    assert 1 < len(pypdfium2.PdfDocument(look("one").pdf(prefer_css_page_size=True))) <= 5


def test_every_brief_of_a_folder_begins_on_a_new_sheet(look):
    page = look("folder")
    briefs = page.locator("article").count()
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    begun = [sheet for sheet in printed if "Who is accountable" in sheet.get_textpage().get_text_range()]
    assert briefs > 5
    assert len(printed) > briefs
    assert len(begun) >= briefs - 2, "all but those that buy none of the four"


def test_the_first_thing_on_the_keyboard_is_the_way_to_the_report(look):
    page = look("one")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_the_filters_are_reached_and_used_by_keyboard(look):
    page = look("folder")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "result":
            break
    page.keyboard.press("m")
    rows = page.locator("tr[data-result]:visible")
    assert rows.count() > 0
    assert set(rows.evaluate_all("rows => rows.map(row => row.dataset.result)")) == {"mislabelled"}
    assert page.locator("article:visible").count() == rows.count()
    assert page.locator("#shown").inner_text().startswith(f"{rows.count()} of ")


def test_show_all_undoes_the_filters(look):
    page = look("folder")
    whole = page.locator("tr[data-result]:visible").count()
    page.fill("input[name=file]", "laptops")
    assert page.locator("tr[data-result]:visible").count() == 1
    page.click("button[type=reset]")
    page.wait_for_function(f"document.querySelectorAll('tr[data-result]:not([hidden])').length === {whole}")


def test_everything_can_be_read_without_scripts(look):
    page = look("folder", java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    assert page.locator("tr[data-result]:visible").count() == page.locator("tr[data-result]").count()
    assert page.locator("article:visible").count() == page.locator("article").count()


def test_a_link_to_a_sentence_opens_the_text_around_it(look):
    page = look("folder")
    link = page.locator("article a.place").first
    target = link.get_attribute("href")
    assert not page.locator(target).is_visible()
    link.click()
    page.locator(target).wait_for(state="visible")


def test_focus_can_be_seen(look):
    page = look("one")
    page.locator("a.place").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_dark_and_light_differ(look):
    colours = {
        look("one", color_scheme=scheme).evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert len(colours) == 2


def test_a_long_brief_opens_on_a_few_screens(look):
    assert look("long").evaluate("document.body.scrollHeight") < 10_000


def test_the_readme_shows_a_picture_of_this_page(look, root):
    """After a change of the page, take it anew with BRIEFLINT_WRITE_GOLDEN=1."""
    picture = root / "docs" / "report.png"
    page = look("one", viewport={"width": 1140, "height": 752})
    if os.environ.get("BRIEFLINT_WRITE_GOLDEN"):
        picture.write_bytes(page.screenshot())
    assert page.locator("h1").inner_text() == "You call it ■\u00a0IT outsourcing.\nYou describe ●\u00a0staff augmentation."
    assert picture.stat().st_size < 200_000
