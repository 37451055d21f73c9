"""What pages tell goes on where the browser translates them: in run mode, in Samen kijken, and in what is said."""

import re

from leading import begun, onward, said
from playwright.sync_api import expect
from team import TEAM, begin, hand_in_all, session_of
from translating import translate


def test_the_clock_and_the_block_go_on_and_stay_alone_while_they_are_the_same(visit, address):
    page = begun(visit, address)
    translate(page)
    assert said(page, "titel") == "«Verwachtingen uitspreken»"
    page.clock.run_for(1000)
    page.evaluate("""() => {
        window.changes = 0;
        const count = new MutationObserver((seen) => (window.changes += seen.length));
        for (const name of ["over", "tot", "straks", "titel"]) {
            const place = document.querySelector(`[data-stap=loopt] [data-${name}]`);
            count.observe(place, { subtree: true, childList: true, characterData: true });
        }
    }""")
    page.clock.run_for(20_000)
    assert said(page, "over") == "«Nog 10 minuten»" and page.evaluate("changes") == 0
    page.clock.run_for(60_000)
    assert said(page, "over") == "«Nog 9 minuten»" and page.evaluate("changes") > 0
    onward(page)
    assert said(page, "titel") == "«Een tijdlijn maken»" and said(page, "waar") == "«Blok 2 van 7»"


def sure(page, name: str) -> None:
    """Say yes to what is asked before `name`, by clicks from within the page: its words are other ones now."""
    page.evaluate(
        """(name) => {
        const asked = document.querySelector(`[data-stap]:not([hidden]) [data-zeker="${name}"]`);
        for (const part of ["[data-vraag]", "[data-ja]"]) asked.querySelector(part).click();
    }""",
        name,
    )


def test_the_next_round_has_a_session_of_its_own_and_counts_anew(visit):
    page = visit(TEAM)
    translate(page)
    begin(page, 4)
    hand_in_all(page, [([5, 5], False)] * 5)
    sure(page, "overzicht")
    count, first = page.locator("[data-stap=verzamelen] [data-telling]"), session_of(page)
    expect(count).to_have_text("«5»")
    sure(page, "tonen")
    sure(page, "nieuwe-ronde")
    expect(count).to_have_text("«0»")
    link = page.evaluate("document.querySelector('team-sessie').team.leader.codes.link")
    assert session_of(page) == link.partition("#sessie=")[2] != first


def test_no_code_stays_in_the_page_of_who_is_done(visit):
    page = visit(TEAM)
    begin(page, 4)
    phone = visit(f"{TEAM}#sessie={session_of(page)}", 360, 740)
    translate(phone)
    phone.locator("[data-stap=invullen] .rail:visible").first.locator("input").first.evaluate("input => input.click()")
    phone.locator("[data-doe=inleveren]").click()
    code = phone.locator("[data-code]")
    expect(code).to_have_text(re.compile("^[0-9A-Z]+(-[0-9A-Z]+)+$"))
    phone.locator("[data-doe=klaar]").click()
    expect(code).to_be_empty()
