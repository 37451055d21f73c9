"""Search: opened with a slash, loaded only then, in Dutch, by keyboard, safe, and with a page from A to Z behind it."""

import re

import lxml.html
import pytest

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


def pagefind(page) -> list[str]:
    """A list that fills up with the addresses of the search index that the page asks for."""
    asked = []
    page.on("request", lambda request: "pagefind/" in request.url and asked.append(request.url))
    return asked


def look_for(page, words: str) -> None:
    """Open search and type, and wait until it has answered."""
    if page.locator("dialog").is_hidden():
        page.keyboard.press("/")
    page.locator("dialog input").fill("")
    page.locator("dialog input").fill(words)
    page.wait_for_function("() => /gevonden|lukt/.test(document.querySelector('dialog .zoek-stand').textContent)")


def paths(page, address: str) -> set[str]:
    """The pages that were found."""
    hrefs = page.locator(RESULT).evaluate_all("links => links.map((link) => link.href)")
    return {href.removeprefix(address).split("#")[0] for href in hrefs}


def test_a_slash_opens_search_and_only_then_loads_the_index(page):
    asked = pagefind(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.keyboard.press("/")
    assert page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.id") == "zoek-hier"
    assert page.locator("dialog input").input_value() == ""
    look_for(page, "vertragen")
    assert asked


def test_a_slash_in_a_field_is_just_a_slash(visit):
    page = visit("zoeken/")
    field = page.locator("main input")
    field.press_sequentially("en/of")
    assert field.input_value() == "en/of"
    assert page.locator("dialog[open]").count() == 0


def test_a_slash_on_the_search_page_goes_to_its_own_field(visit):
    page = visit("zoeken/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "zoek-pagina"
    assert page.locator("dialog[open]").count() == 0


def test_a_slash_opens_search_after_choosing_a_place_on_a_line(visit):
    page = visit("spanningsvelden/doorgaan-of-vertragen/")
    page.locator(".rail input").first.focus()
    page.keyboard.press("/")
    assert page.locator("dialog").is_visible()


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


def test_results_are_grouped_by_kind_in_the_order_of_the_menu(page, address):
    look_for(page, "samen leren")
    groups = {
        group.locator("h2").text_content(): group.locator("a").evaluate_all("links => links.map((link) => link.href)")
        for group in page.locator("dialog section").all()
    }
    assert len(groups) >= 3
    menu = page.locator("#menu a").all_text_contents()
    assert [kind for kind in groups if kind in menu] == [room for room in menu if room in groups]
    for kind, links in groups.items():
        folder = {"Print kaarten": "kaarten/", "Over": ""}.get(kind, f"{kind.lower()}/")
        assert [link for link in links if not link.startswith(address + folder)] == []


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


def test_enter_in_the_field_goes_to_the_first_result(page):
    look_for(page, "tijdlijn")
    page.keyboard.press("Enter")
    first = page.locator(RESULT).first.get_attribute("href")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first


@pytest.mark.parametrize("words", ["", "vertragen"], ids=["empty", "with results"])
def test_escape_closes_and_gives_the_focus_back(page, words):
    opener = page.locator(".kop .zoek-open")
    opener.focus()
    page.keyboard.press("Enter")
    if words:
        look_for(page, words)
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("dialog").is_hidden()
    assert page.evaluate("document.activeElement.className").split() == opener.get_attribute("class").split()


def test_the_button_and_a_click_beside_close_too(page):
    page.keyboard.press("/")
    page.locator("dialog [data-sluit]").click()
    assert page.locator("dialog").is_hidden()
    page.keyboard.press("/")
    page.mouse.click(5, 5)
    assert page.locator("dialog").is_hidden()


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "<b>qqq</b>", "<i>qqq</i> & qqq"])
def test_markup_that_was_typed_is_text(page, words):
    alerts, asked = [], []
    page.on("dialog", lambda alert: (alerts.append(alert.message), alert.dismiss()))
    page.on("request", lambda request: request.url.endswith("/x") and asked.append(request.url))
    look_for(page, words)
    assert page.locator("dialog :is(img, i, .zoek-stand b)").count() == 0
    assert (alerts, asked) == ([], [])
    if "qqq" in words:
        assert words in page.locator("dialog .zoek-stand").inner_text()


def test_no_text_is_ever_read_as_markup(visit, address):
    page = visit(None)

    def with_trusted_types(route):
        response = route.fetch()
        more = {"content-security-policy": "require-trusted-types-for 'script'"}
        route.fulfill(response=response, headers={**response.headers, **more})

    page.route(address, with_trusted_types)
    page.add_init_script("""window.refused = [];
        document.addEventListener("securitypolicyviolation", ({ sample }) => refused.push(sample.split("|")[0]))""")
    page.goto(address)
    assert (
        page.evaluate("(() => { try { document.body.innerHTML = 'x'; } catch { return 'refused'; } })()") == "refused"
    )
    look_for(page, "vertragen")
    assert page.locator("dialog .zoek-uitkomst mark").count() > 0
    # Pagefind tries a worker first, and does without.
    assert page.evaluate("refused") == ["Element innerHTML", "Worker constructor"]


@pytest.mark.parametrize("words", ["qqq", "zebra", "xylofoon"])
def test_nothing_found_says_so(searching, site, words):
    assert not [file for file in site.rglob("*.html") if words in file.read_text(encoding="utf-8")]
    look_for(searching, words)
    status = searching.locator("dialog .zoek-stand").inner_text()
    assert status == f"Niets gevonden voor ‘{words}’. Probeer een korter of ander woord."
    assert searching.locator(RESULT).count() == 0


def untouched(page) -> None:
    pass


def opened(page) -> None:
    with page.expect_response("**/*.pf_meta"):
        page.keyboard.press("/")


def used(page) -> None:
    look_for(page, "loslaten")


@pytest.mark.parametrize("until_then", [untouched, opened, used])
def test_offline_says_so_in_dutch_and_search_recovers(visit, address, until_then):
    page = visit()
    until_then(page)
    page.route(address + "pagefind/**", lambda route: route.abort("internetdisconnected"))
    look_for(page, "poëzie")
    status = page.locator("dialog .zoek-stand")
    assert status.inner_text().startswith("Zoeken lukt nu niet. Ben je offline?")
    assert page.locator(RESULT).count() == 0
    page.unroute(address + "pagefind/**")
    look_for(page, "tijdlijn")
    assert re.fullmatch(r"\d+( of meer)? pagina’s gevonden\.", status.inner_text())


def test_a_search_that_fails_late_leaves_what_a_later_one_found(visit, address):
    page = visit()
    look_for(page, "tijdlijn")
    held = []
    page.route(address + "pagefind/fragment/**", lambda route: held.append(route))
    page.locator("dialog input").fill("poëzie")
    page.wait_for_timeout(300)
    while not held:
        page.wait_for_timeout(50)
    # Its own pages have been read before, so this one doesn't wait.
    look_for(page, "tijdlijn")
    found = page.locator("dialog .zoek-stand").inner_text()
    assert found.endswith("pagina’s gevonden.") and page.locator(RESULT).count() > 0
    for route in held:
        route.abort()
    page.wait_for_timeout(300)
    assert page.locator("dialog .zoek-stand").inner_text() == found and page.locator(RESULT).count() > 0


@pytest.mark.parametrize("until_then", [untouched, opened, used])
@pytest.mark.parametrize("status", [404, 503])
def test_an_index_that_is_gone_is_no_lack_of_results(visit, address, until_then, status):
    page = visit()
    until_then(page)
    page.route(address + "pagefind/**", lambda route: route.fulfill(status=status, body="weg"))
    look_for(page, "poëzie")
    assert page.locator("dialog .zoek-stand").inner_text().startswith("Zoeken lukt nu niet.")


def test_an_address_can_carry_the_words(visit, address):
    page = visit("zoeken/?q=vertragen")
    page.locator("main .zoek-uitkomst a").first.wait_for()
    assert page.locator("main input").input_value() == "vertragen"
    hrefs = page.locator("main .zoek-uitkomst a").evaluate_all("links => links.map((link) => link.href)")
    assert any(href.startswith(address + "spanningsvelden/doorgaan-of-vertragen/") for href in hrefs)


def test_status_is_told_to_screen_readers(page):
    page.keyboard.press("/")
    assert page.locator("dialog").get_by_role("status").count() == 1


def test_without_script_the_link_leads_to_all_pages(visit, site, address):
    page = visit("spanningsvelden/", java_script_enabled=False)
    assert page.locator("dialog").is_hidden()
    page.locator(".kop .zoek-open").click()
    page.wait_for_url(address + "zoeken/")
    assert page.locator("noscript p").is_visible()
    listed = page.locator(".register a").evaluate_all("links => links.map((link) => link.href)")
    assert listed == list(dict.fromkeys(listed))
    pages = {
        address + file.parent.relative_to(site).as_posix() + "/"
        for file in site.rglob("*/index.html")
        # One that has moved is in no list.
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
    }
    # What other sites show in a frame is a part of a page that is listed.
    assert {page for page in pages - set(listed) if not page.startswith(address + "insluiten/")} <= {
        address + "zoeken/"
    }
