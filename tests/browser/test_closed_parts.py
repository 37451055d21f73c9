"""What is folded away on the page of werkkaart 8: a link into it opens it, printing shows all of it."""

import pypdfium2
import pytest
from playwright.sync_api import expect

PAGE = "werkkaarten/fasen/"
STATEMENT = "wk8-2c-8"


def in_view(page) -> bool:
    """Whether the statement is open and its first line in the window."""
    return page.evaluate(
        """id => {
        const part = document.getElementById(id), box = part.getBoundingClientRect();
        return part.checkVisibility({ contentVisibilityAuto: true }) && box.top >= 0 && box.top < innerHeight - 40;
    }""",
        STATEMENT,
    )


def test_everything_starts_closed(visit):
    page = visit(PAGE)
    expect(page.locator("details.subcategorie")).to_have_count(12)
    expect(page.locator("details.subcategorie[open]")).to_have_count(0)
    expect(page.locator(f"#{STATEMENT}")).to_be_hidden()
    assert not in_view(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_to_a_closed_statement_opens_it(visit, width):
    page = visit(f"{PAGE}#{STATEMENT}", width=width, height=740)
    page.wait_for_function(f"() => document.getElementById('{STATEMENT}').closest('details').open")
    assert in_view(page)
    expect(page.locator("details.subcategorie[open]")).to_have_count(1)


def test_a_link_on_the_same_page_opens_it_too(visit):
    page = visit(PAGE)
    page.evaluate(f"location.hash = '{STATEMENT}'")
    page.wait_for_function(f"() => document.getElementById('{STATEMENT}').closest('details').open")
    assert in_view(page)


@pytest.mark.parametrize("hash", ["#bestaat-niet", "#%E0%A4%A", "#", "#wk8-2c"])
def test_an_odd_anchor_does_no_harm(visit, address, hash):
    page = visit(None)
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.goto(address + PAGE + hash)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
    assert errors == []


def test_who_comes_back_finds_open_what_was_open(visit):
    page = visit("begrippen/")
    parts = page.locator(".begrippen details")
    parts.nth(1).locator("summary").click()
    parts.nth(1).locator("dt a").first.click()
    page.wait_for_url("**/begrippen/*/")
    page.go_back()
    expect(parts.nth(1)).to_have_attribute("open", "")
    expect(page.locator(".begrippen details[open]")).to_have_count(1)


def test_a_link_from_another_page_opens_it(visit):
    page = visit("vastgelopen/")
    link = page.locator("main a[href*='fasen/#wk8-']").first
    target = link.get_attribute("href").split("#")[1]
    link.click()
    page.wait_for_url(f"**#{target}")
    page.locator(f"#{target}[open]").wait_for()


def printed_text(page) -> str:
    """All text on paper, without spaces, because a line may break between any two words."""
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_printing_shows_every_statement_and_closes_again(visit, script):
    page = visit(PAGE, java_script_enabled=script)
    ids = page.locator(".uitspraken > li").evaluate_all("items => items.map((item) => item.id)")
    assert len(ids) > 50
    text = printed_text(page)
    assert [id for id in ids if id not in text] == []
    assert "halsoverkop" in text
    expect(page.locator("details.subcategorie[open]")).to_have_count(0)


def test_a_statement_that_stays_closed_would_be_missed(visit):
    page = visit(PAGE, bypass_csp=True)
    page.add_style_tag(content="details .uitspraken { display: none !important }")
    assert STATEMENT not in printed_text(page)
