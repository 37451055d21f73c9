"""The cards of a set on a phone: large enough to read, one at a time by swipe, by keys or by the address, without script too."""

import pytest
from playwright.sync_api import expect
from test_axe import LOOKS, violations
from test_layout import sticking_out

SET = "kaarten/emoties/"
BOOKLETS = "kaarten/werkkaarten/"
SHOWN = """(cards) => { const { left, right } = cards[0].closest(".kaartenvel-vellen").getBoundingClientRect();
    return cards.filter((one) => { const box = one.getBoundingClientRect(); return box.left >= left - 1 && box.right <= right + 1; })
        .map((one) => one.id); }"""


def shown(page) -> list[str]:
    """The cards that are in sight as a whole."""
    return page.locator(".kaartenvel-vellen .losse-kaart").evaluate_all(SHOWN)


def until_shown(page, card: str) -> None:
    page.wait_for_function(
        f"(id) => String(({SHOWN})([...document.querySelectorAll('.kaartenvel-vellen .losse-kaart')])) === id", arg=card
    )


@pytest.mark.parametrize("script", [True, False])
def test_an_address_leads_to_its_card_in_letters_of_the_reader(visit, script):
    page = visit(SET + "#emotie-boos", width=360, height=740, java_script_enabled=script)
    card = page.locator("#emotie-boos")
    assert card.bounding_box()["width"] > 260
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert card.evaluate(size) >= 16 and card.locator("b").evaluate(size) >= 20
    assert shown(page) == ["emotie-boos"]
    expect(page.locator(".kaartenvel-vellen figure:visible")).to_have_count(0)
    assert sticking_out(page) == []


@pytest.mark.parametrize(("path", "card"), [(SET + "#emotie-boos", "#emotie-boos"), (BOOKLETS, ".vel >> nth=0")])
def test_a_card_shows_its_front_as_printed(visit, path, card):
    page = visit(path, width=360, height=740)
    front = page.locator(card).locator(".voorop")
    page.wait_for_function("(one) => one.complete && one.naturalWidth > 0", arg=front.element_handle())
    assert front.bounding_box()["width"] > 120


def test_a_booklet_is_read_in_letters_and_leads_to_its_page(visit):
    page = visit(BOOKLETS, width=360, height=740)
    expect(page.locator(".kaartenvel-vellen figure:visible")).to_have_count(0)
    booklet = page.locator(".losse-kaart").first
    expect(booklet.get_by_role("heading")).to_be_visible()
    expect(booklet.locator(".vel-tekst p").first).to_be_visible()
    assert booklet.locator(".vel-tekst").evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") >= 16
    assert sticking_out(page) == []
    more = booklet.get_by_role("link", name="Alles wat op deze kaart staat, en meer")
    assert more.bounding_box()["height"] >= 44
    more.click()
    page.wait_for_url("**/werkkaarten/*/")


def test_keys_go_from_card_to_card(visit):
    page = visit(SET + "#emotie-blij", width=360, height=740)
    until_shown(page, "emotie-blij")
    page.get_by_role("region", name="De kaarten, een voor een").focus()
    page.keyboard.press("ArrowRight")
    until_shown(page, "emotie-boos")
    page.keyboard.press("ArrowLeft")
    until_shown(page, "emotie-blij")


def test_the_cards_are_counted_and_what_explains_them_is_told_apart(visit):
    page = visit(SET, width=360, height=740)
    told = page.locator(".kaartenvel-vellen .losse-kaart").evaluate_all(
        '(all) => all.map((one) => [one.id, getComputedStyle(one, "::before").content])'
    )
    assert [content for id, content in told if not id] == ['"Uitleg"']
    assert [content for id, content in told if id] == ['counter(kaart) " van 40"'] * 40


@pytest.mark.parametrize("path", [SET, BOOKLETS])
def test_it_is_accessible(visit, path):
    assert violations(visit(path, width=360, height=740), LOOKS[:2]) == []


def test_on_a_wide_window_there_are_sheets(visit):
    page = visit(SET)
    assert page.locator(".kaartenvel-vellen figure:visible").count() > 5


def test_a_set_leads_to_the_picker_with_the_set_ticked(visit):
    page = visit(SET)
    page.get_by_role("link", name="Kies zelf welke kaarten je print").click()
    page.locator(".kies-tel", has_text="40 kaarten gekozen").wait_for()


@pytest.mark.parametrize(
    "path, cards",
    [("kaarten/", ".waaier img"), ("kaarten/emoties/", ".greep img"), ("over/kaarten/", ".kaartproeven img")],
)
def test_in_forced_colours_cards_without_their_shadow_have_an_edge(path, cards, visit):
    page = visit(path, forced_colors="active")
    edge = "one => getComputedStyle(one).outline"
    unseen = "rgba(0, 0, 0, 0) solid 1px"
    assert page.locator(cards).first.evaluate(edge) not in ("none", unseen)
    page.emulate_media(forced_colors="none")
    assert page.locator(cards).first.evaluate(edge) == unseen
