"""Drawing a card on the page of a set: by key and by touch, each once before one comes again, and nowhere without script."""

from playwright.sync_api import expect
from test_axe import LOOKS, violations

SET = "kaarten/rotonde/"


def test_each_card_is_drawn_once_before_one_comes_again_and_is_told(visit):
    page = visit(SET, width=360, has_touch=True)
    button, drawn = page.get_by_role("button", name="Trek een kaart"), page.locator(".trek-kaart")
    all_cards = page.locator(".kaartenvel-vellen li[data-kaart] b").all_text_contents()
    seen = []
    button.focus()
    for _ in all_cards:
        page.keyboard.press("Enter")
        seen.append(drawn.locator("b").inner_text())
    assert sorted(seen) == sorted(all_cards) and len(seen) > 5
    expect(button).to_be_focused()
    button.tap()
    assert drawn.locator("b").inner_text() in all_cards
    assert drawn.get_attribute("role") == "status" and drawn.get_by_role("button").all() == []
    page.wait_for_function("() => document.querySelector('.trek-kaart img').naturalWidth > 0")
    for looks in (LOOKS[:2], LOOKS[2:]):
        page.set_viewport_size({"width": looks[0][1], "height": 800})
        assert violations(page, looks) == []
    page.emulate_media(media="print")
    expect(button).to_be_hidden()
    expect(drawn).to_be_hidden()


def test_it_is_not_there_without_script_nor_for_cards_that_are_sheets(visit):
    expect(visit(SET, java_script_enabled=False).get_by_text("Trek een kaart", exact=True)).to_have_count(0)
    expect(visit("kaarten/werkkaarten/").get_by_role("button", name="Trek een kaart")).to_have_count(0)
