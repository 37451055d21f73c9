"""The cards of a set on a phone: large enough to read, one at a time by swipe, by keys or by the address, without script too."""

import pytest
from playwright.sync_api import expect
from test_axe import LOOKS, violations
from test_layout import sticking_out

SET = "kaarten/emoties/"
SHOWN = """(cards) => { const { left, right } = cards[0].closest(".kaartenvel-vellen").getBoundingClientRect();
    return cards.filter((one) => { const box = one.getBoundingClientRect(); return box.left >= left - 1 && box.right <= right + 1; })
        .map((one) => one.id); }"""


def shown(page) -> list[str]:
    """The cards that are in sight as a whole."""
    return page.locator(".kaartenvel-vellen li").evaluate_all(SHOWN)


def until_shown(page, card: str) -> None:
    page.wait_for_function(
        f"(id) => String(({SHOWN})([...document.querySelectorAll('.kaartenvel-vellen li')])) === id", arg=card
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


def test_keys_go_from_card_to_card(visit):
    page = visit(SET + "#emotie-blij", width=360, height=740)
    until_shown(page, "emotie-blij")
    page.get_by_role("region", name="De kaarten, een voor een").focus()
    page.keyboard.press("ArrowRight")
    until_shown(page, "emotie-boos")
    page.keyboard.press("ArrowLeft")
    until_shown(page, "emotie-blij")


def test_it_is_accessible(visit):
    assert violations(visit(SET, width=360, height=740), LOOKS[:2]) == []


def test_on_a_wide_window_there_are_sheets(visit):
    page = visit(SET)
    assert page.locator(".kaartenvel-vellen figure:visible").count() > 5


def test_a_set_leads_to_the_picker_with_the_set_ticked(visit):
    page = visit(SET)
    page.get_by_role("link", name="Kies zelf welke kaarten je print").click()
    page.locator(".kies-tel", has_text="40 kaarten gekozen").wait_for()
