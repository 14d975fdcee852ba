"""The pages on a whole buy in a browser: what a person sees of them."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, pages, request):
    context = browser.new_context(viewport=request.param[1])
    page = context.new_page()
    page.goto(pages[request.param[0]])
    yield page
    context.close()


WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize("page", [("offers", WIDE)], indirect=True)
def test_the_grid_has_a_column_for_each_bidder(page):
    heads = page.locator("table.offers thead th").all_inner_texts()
    assert heads == ["Question", "Asked", "halden", "northquay", "varde"]
    assert page.locator("table.offers .verdict").count() > 3


@pytest.mark.parametrize("page", [("offers", PHONE)], indirect=True)
def test_on_a_phone_every_answer_says_whose_it_is(page):
    cell = page.locator("table.offers td[data-label=northquay]").nth(1)
    assert cell.is_visible()
    assert "northquay" in cell.evaluate("cell => getComputedStyle(cell, '::before').content")


@pytest.mark.parametrize("page", [("package", WIDE)], indirect=True)
def test_a_contradiction_shows_both_places(page):
    finding = page.locator("section.finding.warning").first
    assert finding.locator(".quotes li").count() == 2
    assert "cell D1" in finding.inner_text()
