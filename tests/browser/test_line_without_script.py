"""The line without JavaScript: native radio buttons that place, show and empty by themselves."""

import pytest
from lines import LINE, choose, placed
from pixels import ink, picture
from playwright.sync_api import expect


@pytest.fixture
def page(visit):
    return visit(LINE, java_script_enabled=False)


def test_nothing_is_placed_or_said(page):
    assert placed(page) == [None] * 3
    expect(page.locator("output:visible")).to_have_count(0)


def test_a_click_places_and_shows_a_marker(page):
    for question in range(3):
        cell = page.locator(".rail").nth(question).locator("label").nth(6)
        empty = ink(picture(cell.screenshot()))
        choose(page, 6, question)
        page.mouse.move(0, 0)
        assert len(ink(picture(cell.screenshot())) - empty) > 100
    assert placed(page) == [6, 6, 6]


def test_the_keyboard_places(page):
    page.locator(".kopregel:has(#waar-sta-jij) > a").focus()
    page.keyboard.press("Tab")
    assert placed(page) == [None] * 3
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert placed(page) == [1, 0, None]


def test_reset_empties(page):
    choose(page, 2)
    choose(page, 4, question=2)
    assert placed(page) == [2, None, 4]
    page.get_by_role("button", name="Wis de lijnen").click()
    assert placed(page) == [None] * 3


def test_a_reload_brings_nothing_back(page):
    choose(page, 2)
    page.reload()
    assert placed(page) == [None] * 3
