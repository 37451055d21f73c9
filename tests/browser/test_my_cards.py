"""From a deck to the picker: its link with all of it chosen, a button at each card, and a choice that is kept only for who asks."""

import gzip
import re

import pytest
from playwright.sync_api import expect
from test_axe import LOOKS, violations
from windows import leave_out

from macros.cards import deck_cards
from macros.knowledge.records import Deck
from tests.conftest import asset

PICTURES = "*/kaarten/stand-*/gezichten/*"
STORED = "Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)])"
NOT_KEPT = "Bewaren lukt niet: je browser staat het niet toe of is vol. Je keuze staat wel in het adres."


@pytest.fixture
def deck_page(shared, standing, address):
    """A function that opens the page of a deck without pictures, first in the tab that stays and then in others beside it."""
    tabs, session = [standing], leave_out(standing, PICTURES)

    def open_page(path: str):
        if tabs:
            page = tabs.pop()
        else:
            page = shared.new_page()
            leave_out(page, PICTURES)
        page.goto(address + path)
        return page

    yield open_page
    session.detach()


def button(page, name: str):
    return page.get_by_role("button", name=f"Bij mijn kaarten: {name}", exact=True)


def pressed(page) -> list[str]:
    return page.locator(".mijn-knop[aria-pressed=true]").evaluate_all(
        "(all) => all.map((one) => one.closest('[data-kaart]').dataset.kaart)"
    )


def chosen(page) -> list[str]:
    page.locator(".kies-tel").get_by_text("gekozen").wait_for()
    return page.locator(".kies-lijst input:checked").evaluate_all("(boxes) => boxes.map((box) => box.value)")


def test_the_page_of_each_deck_opens_the_picker_with_its_cards(deck_page, bank, site):
    page = deck_page("kaarten/zelf-kiezen/")
    decks = bank.of_kind(Deck)
    assert len(decks) == 25
    for deck in decks:
        path = bank.path_of(deck.id).removesuffix(".md")
        html = (site / path / "index.html").read_text(encoding="utf-8")
        (link,) = re.findall(r'href="([^"]*zelf-kiezen/#set=[^"]*)"', html)
        page.evaluate("(hash) => { location.hash = hash }", link.partition("#")[2])
        own = {card.id for card in deck_cards(bank, deck) if card.eigen}
        page.wait_for_function(
            "(count) => document.querySelectorAll('.kies-lijst input:checked').length === count", arg=len(own)
        )
        assert set(chosen(page)) == own
        # And each card has what its button needs, on this page alone.
        assert set(re.findall(r' data-kaart="([^"]+)"', html)) == own
        assert asset("js/mijn-kaarten.js") in html


def test_a_card_is_added_in_one_tap_and_stands_in_the_address(deck_page):
    page = deck_page("kaarten/emoties/")
    expect(page.locator(".mijn-balk")).to_be_hidden()
    button(page, "Boos").click()
    button(page, "Bang").press("Enter")
    expect(page.locator(".mijn-balk [role=status]")).to_have_text(
        "Bang ligt bij mijn kaarten: 2 kaarten.", use_inner_text=True
    )
    assert page.url.endswith("#kaarten=emotie-boos,emotie-bang") and page.evaluate(STORED) == []
    # A link to a place on the page does not take the choice away, nor does a reload.
    page.locator("#emotie-blij a").first.click()
    page.wait_for_url(re.compile("#kaarten="))
    page.reload()
    assert pressed(page) == ["emotie-bang", "emotie-boos"]
    button(page, "Boos").click()
    expect(page.locator(".mijn-balk [role=status]")).to_have_text(
        "Boos is weg uit mijn kaarten: 1 kaart.", use_inner_text=True
    )
    page.get_by_role("link", name="Naar de kaartenkiezer").click()
    assert chosen(page) == ["emotie-bang"]
    page.go_back()
    page.locator(".mijn-knop[aria-pressed=true]").first.wait_for()
    assert pressed(page) == ["emotie-bang"]


def test_the_choice_goes_along_to_other_sets_by_way_of_the_overview_and_to_the_picker(deck_page):
    page = deck_page("kaarten/reflectievragen-sv4/")
    whole = page.get_by_role("link", name="Kies zelf welke kaarten je print")
    count = page.locator(".mijn-balk b")
    # Pressed and pressed again: with nothing chosen each link is what it was.
    for _ in range(2):
        expect(whole).to_have_attribute("href", re.compile("#set=reflectievragen-sv4$"))
        page.locator(".mijn-knop").first.click()
        expect(whole).to_have_attribute("href", re.compile("#kaarten=sv4-v1$"))
        page.locator(".mijn-knop").first.click()
    page.locator(".mijn-knop").first.click()
    page.get_by_role("link", name="Vragen bij jij-en-ik of wij²").first.click()
    page.wait_for_url("**/reflectievragen-sv5/#kaarten=sv4-v1")
    page.locator(".mijn-knop").first.click()
    expect(count).to_have_text("Mijn kaarten: 2", use_inner_text=True)
    page.get_by_label("Kruimelpad").get_by_role("link", name="Kaarten printen").click()
    page.wait_for_url("**/kaarten/#kaarten=sv4-v1,sv5-v1")
    expect(count).to_have_text("Mijn kaarten: 2", use_inner_text=True)
    page.locator(".sets").get_by_role("link", name="Emotiekaarten").click()
    page.wait_for_url("**/emoties/#kaarten=sv4-v1,sv5-v1")
    page.get_by_role("link", name="Kies zelf welke kaarten je print").click()
    assert chosen(page) == ["sv4-v1", "sv5-v1"] and page.evaluate(STORED) == []
    # A page that reads no choice is called by its own name.
    assert page.locator("a[href*='kaarten=']:not([href*='/kaarten/'])").all() == []


def test_what_one_made_in_the_picker_is_there_again_after_a_look_at_a_set(deck_page):
    own = "zelf-1=emoties:Opgelucht"
    page = deck_page(f"kaarten/zelf-kiezen/#kaarten=sv4-v1,zelf-1&vorm=a7-enkel&{own}")
    page.locator(".kies-zelf-lijst li").first.wait_for(state="attached")
    page.locator(".kies-set[data-set=emoties] > summary").click()
    page.get_by_role("link", name="Over deze set : Emotiekaarten").click()
    button(page, "Boos").click()
    page.get_by_role("link", name="Naar de kaartenkiezer").click()
    # What one wrote is fetched after the rest.
    expect(page.locator(".kies-zelf-lijst .naam")).to_have_text(["Opgelucht"])
    assert set(chosen(page)) == {"sv4-v1", "emotie-boos", "zelf-1"}
    expect(page.locator("#kies-formaat")).to_have_value("a7-enkel")


def test_the_choice_is_kept_only_for_who_asks_and_wiped_by_a_button(deck_page, address):
    page = deck_page("kaarten/emoties/")
    button(page, "Boos").click()
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    path = "/" + address.split("/", 3)[3]
    assert page.evaluate(STORED) == [[f"mijn-kaarten:{path}", "kaarten=emotie-boos"]]
    # From then on all pages with cards share it, and so does the picker.
    other = deck_page("kaarten/rollen/")
    button(other, other.locator("[data-kaart] b").first.inner_text()).click()
    first = other.locator("[data-kaart]").first.get_attribute("data-kaart")
    page.wait_for_function("() => document.querySelector('.mijn-balk b').textContent === 'Mijn kaarten: 2'")
    picker = deck_page("kaarten/zelf-kiezen/")
    assert set(chosen(picker)) == {"emotie-boos", first}
    picker.get_by_role("button", name="Wis van dit apparaat").click()
    assert picker.evaluate(STORED) == []
    expect(picker.locator(".gekopieerd")).to_have_text("Gewist van dit apparaat.", use_inner_text=True)
    fresh = deck_page("kaarten/emoties/")
    assert pressed(fresh) == []
    expect(fresh.locator(".mijn-balk")).to_be_hidden()


def test_a_card_that_another_page_took_out_does_not_come_back(deck_page):
    page = deck_page("kaarten/emoties/")
    for name in ("Boos", "Bang", "Blij"):
        button(page, name).click()
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    other = deck_page("kaarten/rollen/")
    count = other.locator(".mijn-balk b")
    expect(count).to_have_text("Mijn kaarten: 3", use_inner_text=True)
    button(page, "Bang").click()
    expect(count).to_have_text("Mijn kaarten: 2", use_inner_text=True)
    other.locator(".mijn-knop").first.click()
    role = other.locator("[data-kaart]").first.get_attribute("data-kaart")
    ((key, stored),) = other.evaluate(STORED)
    assert stored == f"kaarten=emotie-boos,emotie-blij,{role}" and other.url.endswith(f"#{stored}")
    # So it is where an old page comes back as it was, which is told of nothing meanwhile.
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, f"kaarten={role}"])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert pressed(page) == [] and page.url.endswith(f"#kaarten={role}")
    # What is wiped from the device was not taken out.
    page.get_by_role("button", name="Wis van dit apparaat").click()
    expect(other.get_by_role("button", name="Bewaar op dit apparaat")).to_be_visible()
    expect(count).to_have_text("Mijn kaarten: 1", use_inner_text=True)


def test_the_picker_keeps_its_choice_with_own_cards_and_gives_it_back(deck_page):
    page = deck_page("kaarten/zelf-kiezen/#set=rotonde&kaarten=zelf-1&zelf-1=emoties:Opgelucht&zwart=1")
    page.locator(".kies-zelf-lijst li").wait_for(state="attached")
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    ((_, kept),) = page.evaluate(STORED)
    assert kept.startswith("kaarten=p2-rot1,") and "set=" not in kept and "zelf-1=emoties:Opgelucht" in kept
    before = set(chosen(page))
    page.evaluate("location.hash = 'kaarten=sv4-v1'")
    page.wait_for_function("() => document.querySelectorAll('.kies-lijst input:checked').length === 1")
    page.get_by_role("button", name="Open wat je bewaarde").click()
    page.wait_for_function("() => document.querySelectorAll('.kies-lijst input:checked').length > 1")
    assert set(chosen(page)) == before
    expect(page.locator("#kies-zwart")).to_be_checked()
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('.kies-lijst input:checked').length === 1")
    # A card that one taps elsewhere comes among these, and nothing of them is lost.
    other = deck_page("kaarten/emoties/")
    button(other, "Boos").click()
    ((_, more),) = other.evaluate(STORED)
    assert "emotie-boos" in more and "zelf-1=emoties:Opgelucht" in more and "zwart=1" in more


def test_the_picker_tells_of_what_another_page_kept_or_wiped_before_it_writes_over_it(deck_page):
    page, other = (deck_page(f"kaarten/zelf-kiezen/#kaarten={card}") for card in ("sv4-v1", "emotie-boos"))
    keep, over, back = "Bewaar op dit apparaat", "Bewaar dit in plaats van wat er stond", "Open wat je bewaarde"

    def named(tab, name: str):
        return tab.get_by_role("button", name=name, exact=True)

    for tab in (page, other):
        expect(named(tab, keep)).to_be_visible()
    named(page, keep).click()
    expect(named(other, over)).to_be_visible()
    named(other, over).click()
    expect(named(page, over)).to_be_visible()
    # A page hears nothing of what it does itself, as it hears nothing from behind the back button.
    page.evaluate("localStorage.clear()")
    named(page, back).click()
    expect(page.locator(".gekopieerd")).to_have_text("Er staat niets meer op dit apparaat.", use_inner_text=True)
    assert chosen(page) == ["sv4-v1"] and page.url.endswith("#kaarten=sv4-v1")
    expect(named(page, back)).to_be_hidden()
    key, theirs = f"mijn-kaarten:/{page.url.split('/')[3]}/", "kaarten=emotie-blij"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, theirs])
    named(page, keep).click()
    expect(page.locator(".gekopieerd")).to_have_text("Er staat al iets anders op dit apparaat.", use_inner_text=True)
    assert page.evaluate(STORED) == [[key, theirs]]
    named(page, over).click()
    assert page.evaluate(STORED) == [[key, "kaarten=sv4-v1"]]
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(named(page, keep)).to_be_visible()


@pytest.mark.parametrize("what", ["setItem", "getItem"])
def test_a_store_that_is_forbidden_or_full_is_told(visit, address, what):
    page = visit(None)
    leave_out(page, PICTURES)
    page.add_init_script(f"Storage.prototype.{what} = () => {{ throw new DOMException('no', 'QuotaExceededError') }};")
    if what == "getItem":
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') };")
    page.goto(address + "kaarten/emoties/")
    button(page, "Boos").click()
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    assert page.locator(".mijn-balk [role=status]").inner_text() == NOT_KEPT
    assert page.url.endswith("#kaarten=emotie-boos") and pressed(page) == ["emotie-boos"]
    page.get_by_role("link", name="Naar de kaartenkiezer").click()
    assert chosen(page) == ["emotie-boos"]
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    assert page.locator(".gekopieerd").inner_text() == NOT_KEPT


TOO_MUCH = "Bewaren lukt niet: het is te veel. Je keuze staat wel in het adres."


def test_what_is_too_much_to_open_again_is_not_kept_and_what_was_stays(deck_page, address):
    back = "%C3%A9" * 500
    cards = "&".join(f"zelf-{n}=emoties:Opgelucht&achter-{n}={back}" for n in range(1, 36))
    page = deck_page(f"kaarten/zelf-kiezen/#kaarten=zelf-1&{cards}")
    page.locator(".kies-zelf-lijst li").first.wait_for(state="attached")
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    expect(page.locator(".gekopieerd")).to_have_text(TOO_MUCH, use_inner_text=True)
    assert page.evaluate(STORED) == []
    # And where one more card makes it too much.
    key, full = f"mijn-kaarten:/{address.split('/', 3)[3]}", f"kaarten=emotie-boos&{cards}"[:99_999]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, full])
    page = deck_page("kaarten/emoties/")
    button(page, "Bang").click()
    expect(page.locator(".mijn-balk [role=status]")).to_have_text(TOO_MUCH, use_inner_text=True)
    assert page.evaluate(STORED) == [[key, full]] and "emotie-bang" in page.url


def test_what_somebody_else_left_in_the_store_does_no_harm(deck_page, address):
    page = deck_page("kaarten/emoties/")
    key = f"mijn-kaarten:/{address.split('/', 3)[3]}"
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [key, "kaarten=<img src=x onerror=1>,emotie-boos,%00&x"]
    )
    page.goto("about:blank")
    page.goto(address + "kaarten/emoties/")
    assert pressed(page) == ["emotie-boos"]
    expect(page.locator(".mijn-balk b")).to_have_text("Mijn kaarten: 1", use_inner_text=True)
    expect(page.locator("img[onerror]")).to_have_count(0)


def test_without_script_nothing_of_it_is_there(visit):
    page = visit("kaarten/emoties/", java_script_enabled=False)
    expect(page.locator("[data-kaart]")).to_have_count(40)
    expect(page.get_by_text("mijn kaarten")).to_have_count(0)


def test_the_buttons_are_for_everyone(visit):
    page = visit("kaarten/rollen/")
    page.locator(".mijn-knop").first.click()
    for looks in (LOOKS[:2], LOOKS[2:]):
        page.set_viewport_size({"width": looks[0][1], "height": 800})
        # Where the bar lies over nothing: of what is half below it axe sees only the other half.
        page.locator(".mijn-balk").evaluate("(bar) => bar.parentElement.scrollIntoView({ block: 'end' })")
        assert violations(page, looks) == []
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_only_pages_with_cards_load_its_two_kilobytes(site):
    from macros.publish import theme
    from tests.conftest import ROOT

    assets = theme(ROOT / "docs")
    own, style = asset("js/mijn-kaarten.js"), asset("css/mijn-kaarten.css")
    html = (site / "kaarten" / "emoties" / "index.html").read_text(encoding="utf-8")
    others = {path for path in re.findall(r'src="[^"]*?(assets/[^"]+\.js)"', html) if path != own}
    there = {one for path in others for one in (path, *assets.closure(path))}
    more = {own, *assets.closure(own)} - there
    assert sum(len(gzip.compress(assets.files[path], 9)) for path in more) <= 2048, more
    assert len(gzip.compress(assets.files[style], 9)) <= 700
    loading = {path for path in site.rglob("index.html") if own in path.read_text(encoding="utf-8")}
    # And the overview, from where one goes to the next set.
    loading.remove(site / "kaarten" / "index.html")
    assert {path.parent.parent.name for path in loading} == {"kaarten"} and len(loading) == 25
