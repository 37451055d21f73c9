"""Search: opened with a slash, loaded only then, in Dutch, by keyboard, safe, and with a page from A to Z behind it."""

import json
import re

import lxml.etree
import lxml.html
import pytest
from playwright.sync_api import expect
from waiting import until_told
from windows import HISTORY_IS_FULL

from tests.conftest import of_edition

RESULT = "dialog .zoek-uitkomst a"


@pytest.fixture
def page(desk, address):
    desk.goto(address)
    return desk


@pytest.fixture
def searching(desk, address):
    """A page that may have search open already, for looking up many words."""
    if not desk.url.startswith(address):
        desk.goto(address)
    return desk


INDEX = "**/assets/vast/zoekindex-*.json"
SCRIPT = "**/assets/vast/deel-*.js"


def index_asked(page) -> list[str]:
    """A list that fills up with the addresses of the search index that the page asks for."""
    asked = []
    page.on("request", lambda request: "/zoekindex-" in request.url and asked.append(request.url))
    return asked


def look_for(page, words: str) -> None:
    """Open search and type, and wait until it has answered."""
    if page.locator("dialog").is_hidden():
        page.keyboard.press("ControlOrMeta+k")
    page.locator("dialog input").fill("")
    page.locator("dialog input").fill(words)
    page.wait_for_function(
        "() => /gevonden|lukt|Niets met/.test(document.querySelector('dialog .zoek-stand').textContent)"
    )


def paths(page, address: str) -> set[str]:
    """The pages that were found."""
    hrefs = page.locator(RESULT).evaluate_all("links => links.map((link) => link.href)")
    return {href.removeprefix(address).split("#")[0] for href in hrefs}


def test_a_slash_opens_search_and_only_then_loads_the_index(page):
    asked = index_asked(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.keyboard.press("ControlOrMeta+k")
    expect(page.locator("dialog")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "zoek-hier"
    expect(page.locator("dialog input")).to_have_value("")
    look_for(page, "vertragen")
    assert asked


def test_a_slash_in_a_field_is_just_a_slash(page, address):
    page.goto(address + "zoeken/")
    field = page.locator("main input")
    field.press_sequentially("en/of")
    expect(field).to_have_value("en/of")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_slash_on_the_search_page_goes_to_its_own_field(page, address):
    page.goto(address + "zoeken/")
    page.keyboard.press("ControlOrMeta+k")
    assert page.evaluate("document.activeElement.id") == "zoek-pagina"
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_slash_opens_search_after_choosing_a_place_on_a_line(page, address):
    page.goto(address + "spanningsvelden/doorgaan-of-vertragen/")
    page.locator(".rail input").first.focus()
    page.keyboard.press("ControlOrMeta+k")
    expect(page.locator("dialog")).to_be_visible()


# What someone types, and a page that must be among what is found.
INFLECTED = [
    ("spanningsvelden", "spanningsvelden/alle-lijnen/"),
    ("vertraagd", "spanningsvelden/doorgaan-of-vertragen/"),
    ("vertraging", "spanningsvelden/doorgaan-of-vertragen/"),
    ("tijdlijnen", "werkkaarten/tijdlijn/"),
    ("facilitators", "werkkaarten/facilitator/"),
    ("patroon", "werkkaarten/geno-sociogram/"),
    ("vastloopt", "spanningsvelden/doorgaan-of-vertragen/"),
    ("losgelaten", "werkkaarten/fasen/"),
    ("perspectieven", "werkkaarten/perspectiefwissel/"),
    ("kunstwerken", "werkkaarten/kunst/"),
]
# What someone types without accents, and a page that has the word with them.
ACCENTED = [
    ("poezie", "poëzie", "werkkaarten/kunst/"),
    ("intuitie", "intuïtie", "spanningsvelden/hoofd-of-hart-en-handen/"),
    ("ideeen", "ideeën", "werkkaarten/perspectiefwissel/"),
    ("Jose", "José", "podcast/deel-3/"),
    ("hierarchie", "hiërarchie", "werkkaarten/facilitator/"),
]


@pytest.mark.parametrize("typed, path", INFLECTED)
def test_inflections_are_found(searching, site, address, typed, path):
    look_for(searching, typed)
    found = paths(searching, address)
    assert path in found
    # At least one page has the word in another form only.
    texts = [lxml.html.parse(site / one / "index.html").find(".//main").text_content().lower() for one in found]
    assert [text for text in texts if not re.search(rf"\b{typed}\b", text)]


@pytest.mark.parametrize("typed, written, path", ACCENTED)
def test_unaccented_spelling_is_found(searching, site, address, typed, written, path):
    assert written in (site / path / "index.html").read_text(encoding="utf-8")
    look_for(searching, typed)
    assert path in paths(searching, address)


# What may mean danger now, and what is about the work; of more words tests/search/test_danger.py.
DANGER = ["Veilig Thuis", "hij slaat me", "Suïcide", "ik wil dood", "112"]
NO_DANGER = ["vertragen", "veilig", "thuis", "crisis", "leven", "sv1-v12"]


def test_what_may_mean_danger_is_answered_with_whom_to_call(searching, site):
    whom = searching.locator("dialog .gevoelig")
    page = lxml.html.parse(site / "vastgelopen/index.html").xpath("//main//p[starts-with(., 'Is er nu gevaar?')]")[0]
    for typed in DANGER:
        look_for(searching, typed)
        expect(whom).to_have_text(page.text_content().removesuffix(" (redactie).") + ".")
        assert whom.locator("a").evaluate_all("all => all.map((one) => one.getAttribute('href'))") == [
            href for href in page.xpath(".//a/@href") if href.startswith("tel:")
        ]
        assert whom.bounding_box()["y"] < searching.locator(RESULT).first.bounding_box()["y"]
    for typed in NO_DANGER:
        look_for(searching, typed)
        expect(whom).to_be_hidden()


@pytest.mark.parametrize(
    "typed, told, most",
    [
        ("zelfmoord", r"\d+ pagina’s gevonden\.", 100),
        ("verkracht", "Niets met ‘verkracht’. Begin hier:", 1),
        ("levensmoe", "Niets met ‘levensmoe’. Begin hier:", 1),
    ],
)
def test_what_may_mean_danger_leads_to_help_and_never_to_a_guess(searching, address, typed, told, most):
    look_for(searching, typed)
    expect(searching.locator("dialog .zoek-stand")).to_have_text(re.compile(f"^{told}$"))
    expect(searching.locator(RESULT).first).to_have_attribute("href", address + "vastgelopen/")
    assert searching.locator(RESULT).count() <= most
    expect(searching.get_by_text("Bedoel je misschien")).to_have_count(0)


@pytest.mark.parametrize("typed", ["zelfmoord", "ik wil dood", "verkracht"])
def test_enter_leads_who_may_be_in_danger_to_whom_to_call(page, address, typed):
    look_for(page, typed)
    page.keyboard.press("Enter")
    numbers = page.locator("dialog .gevoelig a")
    expect(numbers.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(numbers.nth(1)).to_be_focused()
    assert page.url == address


def test_one_list_can_be_narrowed_to_a_kind(page, address):
    look_for(page, "samen leren")
    everything = paths(page, address)
    choices = page.locator("dialog .zoek-soorten button")
    expect(choices.first).to_have_attribute("aria-pressed", "true")
    assert choices.count() >= 4
    page.locator("dialog").get_by_role("button", name=re.compile("^Verhalen")).click()
    stories = paths(page, address)
    assert stories & everything and all(path.startswith("verhalen/") for path in stories)
    assert page.locator("dialog .zoek-soorten [aria-pressed=true]").text_content() == f"Verhalen {len(stories)}"
    page.locator("dialog").get_by_role("button", name=re.compile("^Alles")).click()
    assert paths(page, address) == everything


def test_a_hit_tells_its_kind_its_sentence_and_its_place(page):
    look_for(page, "hulp uit de boeken")
    first = page.locator(RESULT).first
    assert [first.locator(part).text_content() for part in ("b", ".zoek-soort", ".zoek-plek")] == [
        "De droom van Amalia, deel 1",
        "Podcast",
        "fragment ‘Hulp uit de boeken’",
    ]
    assert len(first.locator(".zoek-zin").text_content()) > 60


def test_arrows_walk_through_the_results_and_enter_goes_there(page, address):
    look_for(page, "vertragen")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "zoek-hier"
    links = page.locator(RESULT).evaluate_all("links => links.map((link) => link.href)")
    for key, index in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowDown", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.href") == links[index]
    page.keyboard.press("Enter")
    page.wait_for_url(links[1])


def test_enter_in_the_field_opens_the_first(page, address):
    look_for(page, "tijdlijn")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "werkkaarten/tijdlijn/")


@pytest.mark.parametrize("late", [INDEX, SCRIPT])
def test_enter_before_the_answer_opens_the_first_of_it(visit, address, late):
    page = visit()
    page.route(late, lambda route: (page.wait_for_timeout(500), route.continue_()), times=1)
    page.keyboard.press("ControlOrMeta+k")
    page.locator("dialog input").fill("tijdlijn")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "werkkaarten/tijdlijn/")


def test_the_key_to_search_with_on_a_phone_shows_what_was_found_and_what_was_typed_is_there_after_going_back(
    visit, address
):
    page = visit(width=360, height=740, has_touch=True, is_mobile=True)
    opener, field = page.locator(".kop .zoek-open"), page.locator("dialog input")
    opener.tap()
    look_for(page, "fase 2")
    page.keyboard.press("Enter")
    expect(field).not_to_be_focused()
    expect(page.locator(RESULT).nth(1)).to_be_in_viewport()
    assert page.url == address
    page.locator(RESULT).nth(1).tap()
    page.wait_for_url(lambda url: url != address)
    page.go_back()
    page.wait_for_url(address)
    opener.tap()
    expect(field).to_have_value("fase 2")
    expect(page.locator(RESULT).nth(1)).to_be_visible()
    assert page.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") == len("fase 2")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(
    "typed, told",
    [
        ("Quiz", "Niets met ‘Quiz’. Dit lijkt erop:"),
        ("maatwerk, Sennett", "Niets met ‘Sennett’. Dit lijkt erop:"),
        ("vertragen maatwerk", "gevonden. Enter opent de eerste."),
        ("sv4v3", "gevonden. Enter opent de eerste."),
    ],
)
def test_what_is_nowhere_is_named_when_something_like_it_is_shown(searching, typed, told):
    look_for(searching, typed)
    expect(searching.locator("dialog .zoek-stand")).to_contain_text(told)
    assert searching.locator(RESULT).count() > 0


@pytest.mark.parametrize("typed, why", [("huisarts", ["hoort bij ‘huisarts’"]), ("tijdlijn", [])])
def test_a_hit_by_a_word_that_is_not_on_the_page_tells_which(searching, typed, why):
    look_for(searching, typed)
    first = searching.locator(RESULT).first
    assert [one for one in first.locator(".zoek-plek").all_text_contents() if "hoort bij" in one] == why
    assert typed in first.locator("mark").first.text_content().lower()


def test_a_hit_by_a_word_that_only_the_text_has_tells_that(searching):
    look_for(searching, "zwijgen")
    told = searching.locator("dialog li", has=searching.locator(".zoek-plek", has_text="in de tekst: ‘")).first
    expect(told.locator("mark").first).to_be_visible()
    # The control: where it is seen nothing is said of the text.
    look_for(searching, "tijdlijn")
    expect(searching.locator("dialog ol > li").first.locator(".zoek-plek", has_text="in de tekst")).to_have_count(0)
    # Nor is a name of two words, that search also knows as one, a word of any text.
    look_for(searching, "niet slaat")
    expect(searching.locator("dialog").get_by_text("nietloslaten")).to_have_count(0)


@pytest.mark.parametrize(
    "typed, path, further",
    [("kenis", "begrippen/organisatienetwerk/", True), ("vertragen", "begrippen/vertragen/", False)],
)
def test_a_page_that_opens_at_its_top_marks_what_stands_further_down_if_the_top_has_it_not(
    page, address, typed, path, further
):
    look_for(page, typed)
    page.locator(f"dialog .zoek-uitkomst a[href='{address}{path}']").click()
    page.wait_for_url(address + path)
    page.locator("main mark").first.wait_for()
    assert (page.locator("main .tekst mark").count() > 0) == further
    assert page.evaluate("scrollY") == 0


def test_the_page_that_opens_marks_the_words_at_their_place_once(page, address):
    look_for(page, "hulp uit de boeken")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "podcast/deel-1/#pod-01")
    page.locator("#pod-01 mark").first.wait_for()
    assert {mark.lower() for mark in page.locator("mark").all_text_contents()} >= {"hulp", "boeken"}
    assert page.locator("main mark").count() == page.locator("#pod-01 mark").count()
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    expect(page.locator("mark")).to_have_count(0)


def test_what_a_page_says_itself_is_not_marked_and_goes_on(page, address):
    page.goto(address + "werkkaarten/")
    given = json.dumps({"address": page.url, "words": ["werkvormen"]})
    page.evaluate("given => sessionStorage.setItem('gezocht', given)", given)
    page.reload()
    page.locator("main mark").first.wait_for()
    expect(page.locator(".oog-stand mark")).to_have_count(0)
    page.locator("werkvormen-tabel [name=tijd]").select_option("60")
    expect(page.locator(".oog-stand")).to_have_text(re.compile(r"^\d+ van de \d+ passen hierbij\."))
    expect(page.locator(".oog-stand")).not_to_contain_text("werkvormen")


def test_a_sentence_to_recognise_is_named_opened_and_marked_with_what_is_told_of_it(page, address):
    look_for(page, "gezin wil hulp niet")
    first = page.locator(RESULT).first
    expect(first.locator(".zoek-plek")).to_have_text(["‘Het gezin wil de hulp niet.’"])
    first.click()
    page.wait_for_url(address + "vastgelopen/#vast-gezin-wil-niet")
    term = page.locator("#vast-gezin-wil-niet")
    expect(term).to_be_in_viewport()
    expect(term.locator("mark")).to_have_text(["gezin", "hulp"])
    told = page.locator("#vast-gezin-wil-niet, #vast-gezin-wil-niet + dd")
    expect(told.nth(1).locator("mark").first).to_be_visible()
    assert page.locator("main mark").count() == told.locator("mark").count()


def test_a_hit_far_down_a_page_opens_with_the_name_of_that_page_in_sight(page, address):
    look_for(page, "samen-lef")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "begrippen/woordenlijst/#samen-lef")
    name = page.get_by_text("Op de pagina Woordenlijst")
    expect(name).to_be_in_viewport()
    name.get_by_role("link").click()
    expect(page.locator("h1")).to_be_in_viewport()
    expect(name).to_be_hidden()


def test_all_that_was_found_can_be_reached(page):
    look_for(page, "samen")
    count = int(page.locator(".zoek-soorten [data-room='']").inner_text().split()[-1])
    hits = page.locator("dialog ol > li")
    expect(hits).to_have_count(25)
    page.get_by_role("button", name=f"Toon de andere {count - 25}").press("Enter")
    expect(hits).to_have_count(count)
    expect(hits.nth(25).locator("a")).to_be_focused()
    expect(page.get_by_role("button", name="Toon de andere")).to_have_count(0)


def test_who_comes_back_finds_what_was_chosen_and_shown(page, address):
    page.goto(address + "zoeken/?q=leren")
    kinds, hits = page.locator("main .zoek-soorten"), page.locator("main .zoek-uitkomst ol a")
    kinds.get_by_role("button", name=re.compile("^Verhalen")).click()
    hits.first.click()
    page.wait_for_url("**/verhalen/**")
    page.go_back()
    expect(kinds.locator("[aria-pressed=true]")).to_have_text(re.compile(r"^Verhalen \d+$"))
    kinds.get_by_role("button", name=re.compile("^Alles")).click()
    page.get_by_role("button", name="Toon de andere").click()
    hits.nth(25).click()
    page.wait_for_url(lambda url: "zoeken/?q" not in url)
    page.go_back()
    expect(hits.nth(25)).to_be_visible()
    # The control: what is typed then is shown as ever.
    page.locator("main input").fill("samen")
    expect(page.get_by_role("button", name="Toon de andere")).to_be_visible()


def test_a_hit_on_this_same_page_is_marked_too(page, address):
    page.goto(address + "podcast/deel-1/")
    look_for(page, "hulp uit de boeken")
    page.keyboard.press("Enter")
    page.locator("#pod-01 mark").first.wait_for()
    expect(page.locator("dialog")).to_be_hidden()


@pytest.mark.parametrize("key", ["Control", "Shift"])
def test_a_hit_that_opens_elsewhere_leaves_the_window_open(visit, key):
    page = visit()
    look_for(page, "tijdlijn")
    with page.context.expect_page() as other:
        page.locator(RESULT).first.click(modifiers=[key])
    other.value.wait_for_url("**/werkkaarten/tijdlijn/")
    expect(page.locator("dialog")).to_be_visible()


def test_the_window_can_be_used_on_a_phone(visit):
    page = visit("begrippen/balanceren/", width=360, height=740)
    page.locator(".kop .zoek-open").click()
    look_for(page, "wie is verantwoordelijk")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    first = page.locator(RESULT).first.bounding_box()
    assert first["y"] < 500 and first["height"] >= 44


@pytest.mark.parametrize("words", ["", "vertragen"], ids=["empty", "with results"])
def test_escape_closes_and_gives_the_focus_back(page, words):
    opener = page.locator(".kop .zoek-open")
    opener.focus()
    page.keyboard.press("Enter")
    if words:
        look_for(page, words)
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement.className").split() == opener.get_attribute("class").split()


def test_the_button_and_a_click_beside_close_too(page):
    page.keyboard.press("ControlOrMeta+k")
    page.locator("dialog [data-sluit]").click()
    expect(page.locator("dialog")).to_be_hidden()
    page.keyboard.press("ControlOrMeta+k")
    page.mouse.click(5, 5)
    expect(page.locator("dialog")).to_be_hidden()


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "<b>qqq</b>", "<i>qqq</i> & qqq"])
def test_markup_that_was_typed_is_text(page, words):
    alerts, asked = [], []
    page.on("dialog", lambda alert: (alerts.append(alert.message), alert.dismiss()))
    page.on("request", lambda request: request.url.endswith("/x") and asked.append(request.url))
    look_for(page, words)
    expect(page.locator("dialog :is(img, i, .zoek-stand b)")).to_have_count(0)
    assert (alerts, asked) == ([], [])
    if "qqq" in words:
        assert words in page.locator("dialog .zoek-stand").inner_text()


def test_nothing_found_says_so_and_offers_all_pages(page, site):
    assert not [file for file in site.rglob("*.html") if "xqzwvkj" in file.read_text(encoding="utf-8")]
    look_for(page, "xqzwvkj")
    expect(page.locator("dialog .zoek-stand")).to_have_text("Niets gevonden voor ‘xqzwvkj’.", use_inner_text=True)
    expect(page.locator("dialog ol")).to_have_count(0)
    page.locator("dialog").get_by_role("link", name="alle pagina’s, van A tot Z").click()
    page.wait_for_url("**/zoeken/#alles-van-a-tot-z")


def test_nothing_found_offers_words_that_look_like_it(page, address):
    look_for(page, "rotxnzde")
    expect(page.locator("dialog ol")).to_have_count(0)
    page.locator("dialog").get_by_role("link", name="rotonde").click()
    page.locator("dialog ol a").first.wait_for()
    expect(page.locator("dialog input")).to_have_value("rotonde")
    assert "kaarten/rotonde/" in paths(page, address)


def untouched(page) -> None:
    pass


def opened(page) -> None:
    with page.expect_response(INDEX) as answer:
        page.keyboard.press("ControlOrMeta+k")
    answer.value.finished()


def used(page) -> None:
    look_for(page, "loslaten")


@pytest.mark.parametrize("until_then", [opened, used])
def test_search_goes_on_offline_once_it_was_opened(visit, until_then, address):
    page = visit()
    until_then(page)
    page.context.set_offline(True)
    look_for(page, "poëzie")
    assert "werkkaarten/kunst/" in paths(page, address)


FAILED = "Zoeken lukt nu niet. Controleer je internet, en laad dan de pagina opnieuw: misschien is de site vernieuwd."


@pytest.mark.parametrize("answer", [{"abort": "internetdisconnected"}, {"status": 404}, {"status": 503}])
def test_an_index_that_is_not_there_is_no_lack_of_results_and_search_recovers(visit, answer):
    page = visit()
    page.route(
        INDEX, lambda route: route.abort(answer["abort"]) if "abort" in answer else route.fulfill(**answer, body="weg")
    )
    look_for(page, "poëzie")
    status = page.locator("dialog .zoek-stand")
    assert status.inner_text().startswith(FAILED)
    expect(page.locator(RESULT)).to_have_count(0)
    page.unroute(INDEX)
    look_for(page, "tijdlijn")
    assert re.match(r"\d+ pagina’s gevonden\.", status.inner_text())


def test_without_a_network_before_it_was_opened_search_says_so_and_recovers(visit, address):
    page = visit()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("poëz")
    status = page.locator("dialog .zoek-stand")
    status.get_by_text(FAILED).wait_for()
    page.context.set_offline(False)
    page.keyboard.type("ie")
    page.locator(RESULT).first.wait_for()
    assert "werkkaarten/kunst/" in paths(page, address) and "lukt nu niet" not in status.inner_text()


@pytest.mark.parametrize("part", [SCRIPT, INDEX])
def test_what_is_typed_while_a_part_fails_to_come_is_answered_by_asking_for_it_again(visit, address, part):
    page = visit()
    held, over = [], []
    page.route(part, lambda route: route.continue_() if over else held.append(route))
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("poëz")
    until_told(page, lambda: held, "asked for")
    page.keyboard.type("ie")
    over.append(True)
    for route in held:
        route.abort("internetdisconnected")
    page.locator(RESULT).first.wait_for()
    assert "werkkaarten/kunst/" in paths(page, address)


@pytest.mark.parametrize("part", [SCRIPT, INDEX])
def test_who_comes_online_again_has_an_answer_without_typing_on(visit, address, part):
    page = visit()
    page.route(part, lambda route: route.abort("internetdisconnected"))
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("poëzie")
    page.locator("dialog .zoek-stand").get_by_text(FAILED).wait_for()
    page.unroute(part)
    page.context.set_offline(True)
    page.context.set_offline(False)
    page.locator(RESULT).first.wait_for()
    assert "werkkaarten/kunst/" in paths(page, address)


def test_an_answer_that_comes_late_leaves_what_was_typed_after_it(visit, address):
    page = visit()
    held = []
    page.route(INDEX, lambda route: held.append(route))
    page.keyboard.press("ControlOrMeta+k")
    page.locator("dialog input").fill("poëzie")
    until_told(page, lambda: held)
    page.locator("dialog input").fill("tijdlijn")
    held[0].continue_()
    page.locator(RESULT).first.wait_for()
    assert page.locator(RESULT).first.get_attribute("href") == address + "werkkaarten/tijdlijn/"


def test_the_page_of_search_loads_it_when_one_goes_to_the_field(visit, address):
    page, asked = visit(None), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "zoeken/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "zoekindex" in url] == []
    with page.expect_request(lambda request: "zoekindex" in request.url):
        page.locator("#zoek-pagina").focus()


def test_an_address_can_carry_the_words(page, address):
    page.goto(address + "zoeken/?q=vertragen")
    page.locator("main .zoek-uitkomst a").first.wait_for()
    expect(page.locator("main input")).to_have_value("vertragen")
    hrefs = page.locator("main .zoek-uitkomst a").evaluate_all("links => links.map((link) => link.href)")
    assert any(href.startswith(address + "spanningsvelden/doorgaan-of-vertragen/") for href in hrefs)


def test_the_address_follows_what_is_typed(page, address):
    page.goto(address + "zoeken/")
    page.locator("main input").fill("vertragen")
    page.locator("main .zoek-uitkomst a").first.wait_for()
    expect(page).to_have_url(address + "zoeken/?q=vertragen")


def test_what_is_typed_is_answered_when_the_browser_leaves_the_address_as_it_is(visit, address):
    """As Safari does for who types much."""
    page = visit("zoeken/?q=vertragen")
    result = page.locator("main .zoek-uitkomst a").first
    result.wait_for()
    page.evaluate(HISTORY_IS_FULL)
    page.locator("main input").fill("tijdlijn")
    expect(result).to_have_attribute("href", address + "werkkaarten/tijdlijn/")


@pytest.mark.parametrize(
    "wrong, found",
    [
        ("spanningsvelden/doorgaan-vertragen/", "spanningsvelden/doorgaan-of-vertragen/"),
        ("sv4", "spanningsvelden/doorgaan-of-vertragen/"),
        ("werkvormen/tijdlijn/", "werkkaarten/tijdlijn/"),
        ("werkvormen/tijdlijn/index.html", "werkkaarten/tijdlijn/"),
        ("search/?q=tijdlijn", "werkkaarten/tijdlijn/"),
        ("begrippen/nietweten.html", "begrippen/niet-weten/"),
        ("verhalen%20/shirly", "verhalen/shirley/"),
        ("begrippen/po%C3%ABzie", "werkkaarten/kunst/"),
        ("%E9%3Cimg%20src=x%3E/werkkaarten/tijdlijn", "werkkaarten/tijdlijn/"),
    ],
)
def test_an_address_that_leads_nowhere_is_answered_with_what_it_looks_like(visit, site, address, wrong, found):
    page = visit(None, width=360, height=740)
    lost = {"status": 404, "content_type": "text/html", "path": site / "404.html"}
    page.route(address + wrong, lambda route: route.fulfill(**lost))
    page.goto(address + wrong)
    first = page.locator("main .zoek-uitkomst a").first
    expect(first).to_have_attribute("href", address + found)
    expect(first).to_be_in_viewport()
    assert page.url == address + wrong and page.locator("main img").count() == 0
    page.locator("main input").fill("maatwerk")
    expect(first).to_have_attribute("href", address + "begrippen/maatwerk/")
    assert page.url == address + wrong


@pytest.mark.parametrize(
    "wrong, right",
    [
        ("reflectie/%23velden=2,4", "reflectie/#velden=2,4"),
        ("kaarten/zelf-kiezen/%23kaarten%3Dsv4-v1", "kaarten/zelf-kiezen/#kaarten=sv4-v1"),
        (
            "spanningsvelden/doorgaan-of-vertragen/%23sv4-v6?utm_source=mail",
            "spanningsvelden/doorgaan-of-vertragen/#sv4-v6",
        ),
    ],
)
def test_an_address_of_which_the_hash_was_encoded_leads_to_its_place(visit, site, address, wrong, right):
    page = visit(None)
    lost = {"status": 404, "content_type": "text/html", "path": site / "404.html"}
    page.route(address + wrong, lambda route: route.fulfill(**lost))
    page.goto(address + wrong)
    page.wait_for_url(address + right)
    expect(page.locator("h1")).not_to_have_text("Deze pagina bestaat niet")


def test_a_page_that_is_not_there_asks_for_nothing_when_it_is_opened_itself(visit):
    page = visit("404.html")
    page.wait_for_load_state("networkidle")
    expect(page.locator("main input")).to_have_value("")
    expect(page.locator("main .zoek-stand")).to_have_text("")


def test_a_browser_can_search_from_its_address_bar(page, site):
    described = lxml.etree.parse(site / "opensearch.xml")
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    template = described.find("o:Url", names).get("template")
    assert template == "https://voorbeeld.test/leren/zoeken/?q={searchTerms}"
    assert 0 < len(described.findtext("o:ShortName", namespaces=names)) <= 16
    link = page.locator("link[rel=search]")
    expect(link).to_have_attribute("type", "application/opensearchdescription+xml")
    assert page.evaluate("document.querySelector('link[rel=search]').href").endswith("/leren/opensearch.xml")


def test_status_is_told_to_screen_readers(page):
    page.keyboard.press("ControlOrMeta+k")
    expect(page.locator("dialog").get_by_role("status")).to_have_count(1)


def test_without_script_the_link_leads_to_all_pages(visit, site, address):
    page = visit("spanningsvelden/", java_script_enabled=False)
    expect(page.locator("dialog")).to_be_hidden()
    page.locator(".kop .zoek-open").click()
    page.wait_for_url(address + "zoeken/")
    expect(page.locator(".zonder-script")).to_be_visible()
    listed = page.locator(".register a").evaluate_all("links => links.map((link) => link.href)")
    assert listed == list(dict.fromkeys(listed))
    pages = {
        address + file.parent.relative_to(site).as_posix() + "/"
        for file in site.rglob("*/index.html")
        # One that has moved is in no list, and what an edition keeps stands on its own.
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8") and not of_edition(file, site)
    }
    # What other sites show in a frame is a part of a page that is listed.
    assert {page for page in pages - set(listed) if not page.startswith(address + "insluiten/")} <= {
        address + "zoeken/"
    }


def test_without_script_there_is_no_field_and_a_sentence_says_why(visit):
    page = visit("zoeken/", java_script_enabled=False)
    expect(page.locator("main").get_by_role("searchbox")).to_have_count(0)
    expect(page.locator(".zonder-script")).to_be_visible()
    # The control: with script it is there, and nothing says so.
    page = visit("zoeken/")
    expect(page.locator("main").get_by_role("searchbox")).to_be_visible()
    expect(page.locator(".zonder-script")).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 630), (360, 640), (740, 360)], ids=["desk", "phone", "lying phone"])
def test_the_window_stands_whole_on_the_screen(desk, address, size):
    desk.set_viewport_size(dict(zip(("width", "height"), size)))
    desk.goto(address)
    look_for(desk, "kind")
    box = desk.locator("dialog.zoekvenster").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= size[1]
    desk.set_viewport_size({"width": 1280, "height": 800})
