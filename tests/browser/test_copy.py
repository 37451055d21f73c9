"""Citing a page: the citations are there without script; with it today's date and buttons that copy and say so."""

import datetime

import pytest
from plain_http import HOST, answering
from playwright.sync_api import expect
from waiting import until

from tests.conftest import CITED_ITSELF

PAGE = "begrippen/maatwerk/"
CITED = "https://voorbeeld.test/leren/begrippen/maatwerk/"
# Late in the evening in London, and the next day already in Amsterdam.
NOW = datetime.datetime(2026, 3, 8, 23, 30, tzinfo=datetime.UTC)
CITATIONS = {
    "APA zonder datum": f"Samen leren balanceren. (z.d.). Maatwerk. {CITED}",
    "APA met datum": f"Samen leren balanceren. (z.d.). Maatwerk. Geraadpleegd op 9 maart 2026, van {CITED}",
    "In je eigen tekst": "(Samen leren balanceren, z.d.)",
    "BibTeX": f"""@misc{{samen-leren-balanceren-maatwerk,
  author = {{{{Samen leren balanceren}}}},
  title = "{{Maatwerk}}",
  url = {{{CITED}}},
  urldate = {{2026-03-09}},
}}""",
    "De publicatie zelf": "Kraak, A., met Rietbergen, M. (z.d.). "
    "[Publicatie waarvan titel en jaar niet in onze tekst staan]. Nederlands Jeugdinstituut.",
}
UNDATED = {
    name: text.replace("  urldate = {2026-03-09},\n", "") for name, text in CITATIONS.items() if name != "APA met datum"
}


@pytest.fixture
def open_page(visit, address):
    """A function that opens the page on that day, with the citations unfolded; time passes only when a test says so."""

    def opened(start: str = address, routes: dict | None = None, **options):
        page = visit(None, timezone_id="Europe/Amsterdam", **options)
        for pattern, answer in (routes or {}).items():
            page.route(pattern, answer)
        page.clock.install(time=NOW)
        page.goto(start + PAGE)
        page.clock.pause_at(NOW + datetime.timedelta(minutes=1))
        page.locator(".citeer summary").click()
        return page

    return opened


@pytest.fixture
def page(open_page):
    return open_page(permissions=["clipboard-read", "clipboard-write"])


def citations(page) -> dict[str, str]:
    """The citations in sight, by name."""
    rows = page.locator(f"{CITED_ITSELF}:visible", has=page.locator(".citaat"))
    return {row.locator("dt").inner_text(): row.locator(".citaat").inner_text().strip() for row in rows.all()}


def button(page, name: str):
    what = "de verwijzing naar Kraak en Rietbergen" if name == "De publicatie zelf" else name
    return page.get_by_role("button", name=f"Kopieer {what}", exact=True)


def said(page) -> list[str]:
    """What the live regions say."""
    return [text for text in page.locator(".citeer [role=status]").all_inner_texts() if text]


def press(page, name: str) -> None:
    """Press a button, and wait until it has copied and there was a moment to say so."""
    page.evaluate("navigator.clipboard.writeText('')")
    button(page, name).click()
    until(page, "() => navigator.clipboard.readText()")
    page.clock.run_for(100)


def test_the_citations_are_folded_away_until_asked_for(visit):
    page = visit(PAGE)
    expect(page.locator(".citaat:visible")).to_have_count(0)
    page.get_by_text("Citeer deze pagina").click()
    expect(page.locator(f"{CITED_ITSELF} .citaat:visible")).to_have_count(len(CITATIONS))


def test_without_script_the_citations_are_there_and_nothing_that_would_not_work(open_page):
    page = open_page(java_script_enabled=False)
    assert citations(page) == UNDATED
    expect(page.locator(".citeer button:visible")).to_have_count(0)


def test_today_is_filled_in(page):
    assert citations(page) == CITATIONS


@pytest.mark.parametrize("name, text", CITATIONS.items(), ids=CITATIONS)
def test_a_press_copies_and_says_so(page, name, text):
    assert said(page) == []
    press(page, name)
    assert said(page) == ["Gekopieerd"]
    row = page.locator(CITED_ITSELF, has=page.locator("dt", has_text=name))
    expect(row.locator("[role=status]")).to_have_text("Gekopieerd", use_inner_text=True)
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_the_keyboard_copies_too(page):
    page.locator(".citeer summary").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    # What another test copied may still be there for a moment.
    wanted = CITATIONS["APA zonder datum"]
    until(page, "async (wanted) => await navigator.clipboard.readText() === wanted", wanted)


def test_a_word_processor_gets_the_italics(page):
    press(page, "APA met datum")
    html = page.evaluate("""async () => (await (await navigator.clipboard.read())[0].getType("text/html")).text()""")
    assert "<em>Maatwerk</em>" in html


def test_the_message_goes_away_and_comes_again(page):
    press(page, "BibTeX")
    assert said(page) == ["Gekopieerd"]
    page.clock.run_for(60_000)
    assert said(page) == []
    press(page, "BibTeX")
    assert said(page) == ["Gekopieerd"]


def test_a_second_message_is_not_cut_short_by_the_first(page):
    press(page, "BibTeX")
    page.clock.run_for(3000)
    press(page, "BibTeX")
    page.clock.run_for(2000)
    assert said(page) == ["Gekopieerd"]


def test_a_refusal_is_told(open_page):
    page = open_page()
    page.context.grant_permissions([])
    button(page, "BibTeX").click()
    page.clock.resume()
    page.get_by_text("Kopiëren lukte niet").wait_for()
    refusal = ["Kopiëren lukte niet. Probeer het nog eens, of selecteer de tekst zelf."]
    assert said(page) == refusal
    # What one is asked to do stays in sight.
    page.clock.fast_forward("01:00")
    assert said(page) == refusal


def test_without_a_safe_connection_there_are_no_buttons(open_page, site):
    page = open_page(HOST, {f"{HOST}**": answering(site)})
    assert not page.evaluate("isSecureContext")
    assert citations(page) == CITATIONS
    expect(page.locator(".citeer button:visible")).to_have_count(0)


@pytest.mark.parametrize(
    "path, button, there",
    [
        ("werkkaarten/tijdlijn/", "Zet in een draaiboek", "\nTijd 45 tot 90 minuten"),
        ("kaarten/emoties/", "Bij mijn kaarten", "Emotiekaarten"),
        ("spanningsvelden/doorgaan-of-vertragen/", "#", "sv4-v6"),
    ],
)
def test_who_copies_a_page_gets_its_text_and_not_what_one_can_do_with_it(visit, path, button, there):
    page = visit(path)
    expect(page.locator(".in-draaiboek, .mijn-knop, .anker").filter(has_text=button).first).to_be_attached()
    copied = page.evaluate("getSelection().selectAllChildren(document.querySelector('main')), String(getSelection())")
    assert there in copied and button not in copied
