"""The planner: a meeting made with the keyboard alone, what its link and its file hold, and what one takes out of it."""

import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import expect
from test_axe import violations
from test_layout import sticking_out

from macros.knowledge.gevaar import GEVAAR

PLANNER = "begeleiden/draaiboek/"
LINK = f"{PLANNER}#b1=0930-1200_eigen.10.Aankomen~wk3.75.45~pauze.15~wk5-m3.50~wk9-x.20~wk6-o3a.0&b2=_emoties-15.15&groep=8"
NOTE = "Vraag Noor om te tekenen."
NO_BLOCKS = {
    "soort": "draaiboek",
    "schema": 1,
    "titel": "",
    "teller": 1,
    "bijeenkomsten": [{"id": "m1", "titel": "", "begin": "10:00", "blokken": []}],
}


@pytest.fixture
def page(shared, address):
    return opened(shared, address, PLANNER)


def opened(context, address, path):
    page = context.new_page()
    page.trouble = []
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    # A plan that is left unsaved would hold up the closing of its page.
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address + path)
    page.locator(".plan-bijeenkomst").first.wait_for()
    return page


def titles(page, meeting: int = 0) -> list[str]:
    rows = page.locator(".plan-bijeenkomst").nth(meeting).locator(".plan-rij")
    return rows.evaluate_all(
        "(rows) => rows.map((row) => row.querySelector('.plan-eigen:not([hidden])')?.value"
        " ?? row.querySelector('.plan-titel').textContent)"
    )


def times(page) -> list[str]:
    return page.locator(".plan-bijeenkomst").first.locator(".plan-tijd").all_inner_texts()


def said(page) -> str:
    # A live region that says the same again is empty for a moment.
    page.locator(".plan-melding:not(:empty)").wait_for()
    return page.locator(".plan-melding").inner_text()


def fragment(page) -> str:
    """What the address plans once it has been written."""
    # In the page itself, whose own timers may be late.
    page.evaluate("new Promise((done) => setTimeout(done, 400))")
    return page.url.partition("#")[2]


def focused(page) -> str:
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
    )


def tab_to(page, name: str) -> None:
    """Press Tab until what is called `name` has the focus."""
    for _ in range(120):
        if focused(page).startswith(name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {name}")


def test_five_blocks_with_the_keyboard_alone_and_all_of_it_undone_and_done_again(page):
    tab_to(page, "Eigen onderdeel")
    page.keyboard.press("Enter")
    assert said(page) == "‘Eigen onderdeel’, nu 1 van 1, begint om 09:30."
    assert focused(page) == "Titel van dit onderdeel"
    page.keyboard.type("Aankomen")
    tab_to(page, "Pauze")
    page.keyboard.press("Enter")
    assert said(page) == "‘Pauze’, nu 2 van 2, begint om 09:40." and focused(page) == "Pauze"
    tab_to(page, "Ruimte voor wat uitloopt")
    page.keyboard.press("Enter")
    page.locator("#plan-woord").focus()
    page.keyboard.type("geno")
    expect(page.locator(".plan-gevonden .naam b").first).to_have_text("Een geno-sociogram maken")
    tab_to(page, "Zet erbij: Een geno-sociogram maken")
    page.keyboard.press("Enter")
    assert said(page) == "‘Een geno-sociogram maken’, nu 4 van 4, begint om 10:05."
    assert focused(page).startswith("Zet erbij: Een geno-sociogram maken")
    page.locator("#plan-woord").fill("wk3-vl1")
    expect(page.locator(".plan-gevonden li")).to_have_count(1)
    tab_to(page, "Zet erbij: Kernvragen bij de lijn")
    page.keyboard.press("Enter")
    assert titles(page) == [
        "Aankomen",
        "Pauze",
        "Ruimte voor wat uitloopt",
        "Een geno-sociogram maken",
        "Kernvragen bij de lijn",
    ]
    page.locator(".plan-rij").nth(3).locator("[name=minuten]").focus()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    assert said(page) == "‘Een geno-sociogram maken’, nu 2 van 5, begint om 09:40."
    assert focused(page) == "Minuten voor Een geno-sociogram maken"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    assert said(page) == "‘Een geno-sociogram maken’ staat al vooraan."
    made, clock = titles(page), times(page)
    assert made[0] == "Een geno-sociogram maken" and clock == ["09:30", "10:35", "10:45", "11:00", "11:10"]
    link = fragment(page)
    assert link == "b1=0930_wk4.65.30~eigen.10.Aankomen~pauze.15~ruimte.10~wk3-vl1.60.40"
    tab_to(page, "Ongedaan maken")
    steps = 0
    while page.locator("[data-doe=undo]").get_attribute("aria-disabled") == "false":
        page.keyboard.press("Enter")
        steps += 1
    assert titles(page) == [] and said(page) == "Ongedaan gemaakt: Eigen onderdeel erbij." and fragment(page) == ""
    page.keyboard.press("Enter")
    assert said(page) == "Er is niets om ongedaan te maken." and focused(page).startswith("Ongedaan maken")
    page.keyboard.press("Tab")
    for _ in range(steps):
        page.keyboard.press("Enter")
    assert titles(page) == made and times(page) == clock and fragment(page) == link and page.trouble == []


def test_what_is_left_to_do_stays_in_sight_until_the_next_change(visit, address):
    page = visit(None)
    page.clock.install()
    page.goto(address + LINK)
    page.get_by_role("button", name="Zet in je agenda").click()
    told = page.locator(".plan-melding")
    expect(told).to_have_text("Vul eerst een datum in bij bijeenkomst 1.")
    page.clock.fast_forward("01:00")
    expect(told).to_have_text("Vul eerst een datum in bij bijeenkomst 1.")
    page.locator('.plan-kop [name="titel"]').fill("Samen")
    expect(told).to_be_empty()
    page.locator('[data-stap="weg"]').first.click()
    expect(told).to_have_text("‘Aankomen’ is weg. Ongedaan maken kan, ook met Ctrl+Z.")
    page.clock.fast_forward("01:00")
    expect(told).to_be_empty()


def test_a_phone_is_told_of_no_keys(visit):
    page = visit(LINK, 360, 740, has_touch=True, is_mobile=True)
    page.locator('[data-stap="weg"]').first.tap()
    expect(page.locator(".plan-melding")).to_have_text("‘Aankomen’ is weg. Ongedaan maken kan.")


def test_on_a_phone_no_button_stops_in_the_middle_of_what_it_says(visit):
    page = visit(LINK, 360, 740, has_touch=True, is_mobile=True)
    page.locator('[data-stap="weg"]').first.tap()
    undo = page.locator("[data-doe=undo]")
    expect(undo).to_have_text("Ongedaan maken", use_inner_text=True)
    assert undo.evaluate("(one) => one.scrollWidth <= one.clientWidth")


LYING_OVER = """() => [...document.querySelectorAll(".plan-rij")].flatMap((row) => {
  const parts = [...row.querySelectorAll(":scope > *, .plan-knoppen > *, .plan-minuten > *")].filter((one) => one.checkVisibility());
  const box = (one) => one.getBoundingClientRect();
  return parts.filter((one) => one.scrollWidth > one.clientWidth + 1 || parts.some((other) => !one.contains(other) && !other.contains(one)
    && box(one).left < box(other).right - 1 && box(other).left < box(one).right - 1
    && box(one).top < box(other).bottom - 1 && box(other).top < box(one).bottom - 1)).map((one) => one.className || one.textContent);
})"""


@pytest.mark.parametrize("width", [360, 390, 412])
def test_with_letters_twice_as_large_everything_of_a_row_stands_beside_or_below_the_rest(visit, width):
    page = visit(LINK, width, 844)
    page.locator(".plan-rij").first.wait_for()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert (sticking_out(page), page.evaluate(LYING_OVER)) == ([], [])


def test_what_stands_on_a_button_is_what_it_is_called(page):
    page.goto(page.url.partition("#")[0] + "#" + LINK.partition("#")[2])
    expect(page.locator(".plan-advies button").first).to_be_visible()
    assert page.evaluate(CALLED_OTHERWISE) == []
    page.locator(".plan-advies button").first.evaluate("(one) => one.ariaLabel = 'Zet dit advies weg'")
    assert page.evaluate(CALLED_OTHERWISE) == ["Zet weg"]


# Who speaks to a computer says what is read; signs such as an arrow are not.
CALLED_OTHERWISE = """() => [...document.querySelectorAll(":is(button, a, summary)[aria-label]")]
  .filter((one) => one.checkVisibility() && /\\p{L}/u.test(one.innerText))
  .filter((one) => !one.ariaLabel.toLowerCase().includes(one.innerText.trim().toLowerCase()))
  .map((one) => one.innerText.trim())"""


def test_a_word_is_found_with_and_without_its_hyphen(page):
    for word in ("geno-sociogram", "genosociogram", "geno sociogram"):
        page.locator("#plan-woord").fill(word)
        expect(page.locator(".plan-gevonden .naam b").first).to_have_text("Een geno-sociogram maken")


# What trainers type, and what it finds among others.
TYPED = {
    "genogram": "Een geno-sociogram maken",
    "tijdlijnen": "Een tijdlijn maken",
    "'tijdlijn'": "Een tijdlijn maken",
    "tijdlijn.": "Een tijdlijn maken",
    "rollenspel": "Een perspectiefwissel uitvoeren",
    "muziek": "Kunst inzetten",
    "gespreksleider": "De rol van facilitator vervullen",
    "boosheid": "Emotiekaarten",
}


def test_what_one_can_plan_is_found_by_what_people_type_for_it(page):
    for typed, title in TYPED.items():
        page.locator("#plan-woord").fill(typed)
        expect(page.locator(".plan-gevonden .naam b", has_text=title).first, typed).to_be_visible()
    page.locator("#plan-woord").fill("xyzzy")
    found = page.locator(".plan-zoeker .filter-stand")
    expect(found).to_have_text("Niets gevonden. Probeer een ander woord, of zoek in alles.", use_inner_text=True)
    page.locator("#plan-soort").select_option("alles")
    expect(found).to_have_text("Niets gevonden. Probeer een ander woord.", use_inner_text=True)


def test_what_is_typed_is_found_without_what_people_type_for_it(visit):
    page = visit(PLANNER)
    page.route("**/blokken-woorden.json", lambda route: route.abort())
    page.locator("#plan-woord").fill("tijdlijnen")
    expect(page.locator(".plan-gevonden .naam b").first).to_have_text("Een tijdlijn maken")


def test_what_is_taken_away_leaves_the_focus_on_the_next(page):
    for kind in ("pauze", "ruimte"):
        page.locator(f"[data-zet={kind}]").click()
    page.locator("[data-stap=weg]").first.press("Enter")
    assert (
        said(page) == "‘Pauze’ is weg. Ongedaan maken kan, ook met Ctrl+Z."
        and focused(page) == "Wis: Ruimte voor wat uitloopt"
    )
    page.keyboard.press("Enter")
    assert focused(page) == "Eigen onderdeel"
    page.keyboard.press("Control+z")
    assert titles(page) == ["Ruimte voor wat uitloopt"]


def test_a_link_is_the_plan_and_what_it_does_not_know_stays(shared, address):
    page = opened(shared, address, LINK)
    assert titles(page)[:2] == ["Aankomen", "Een tijdlijn maken"] and titles(page, 1) == ["Emotiekaarten"]
    assert times(page) == ["09:30", "09:40", "10:55", "11:10", "12:00", "reserve"]
    assert titles(page)[4] == "Onbekend (wk9-x)"
    assert said(page) == "‘wk9-x’ kent deze site niet. Het blok blijft staan, met zijn minuten."
    sums = page.locator(".plan-som").all_inner_texts()
    assert sums[0] == "Samen 2 uur en 50 minuten, van 09:30 tot 12:20. Dat is 20 minuten te veel."
    run = page.locator("[data-doe=uitvoeren]").get_attribute("href")
    assert run.startswith(f"{address}begeleiden/uitvoeren/#b1=0930-1200_eigen.10.Aankomen~wk3.75.45~")
    cards, along = (
        page.locator(f"{part} .knop").get_attribute("href") for part in (".plan-kaarten", ".plan-kaarten-erbij")
    )
    assert cards == f"{address}kaarten/zelf-kiezen/#set=emoties"
    assert along.startswith(f"{address}kaarten/zelf-kiezen/#kaarten=wk5-m3,wk6-o3a&set=")
    for link in (cards, along):
        page.goto("about:blank")
        page.goto(link)
        page.locator(".kies-balk").get_by_text("kaarten gekozen").wait_for()
        assert page.locator(".kies-fout").inner_text() == ""


def test_another_plan_shows_nothing_of_the_one_before(shared, address):
    """Ids begin anew in each plan: the same id is then another thing."""
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60~wk3.50~wk3.40~wk3.30")
    rows = page.locator(".plan-rij")
    for at in range(4):
        rows.nth(at).locator("summary").click()
    expect(rows.nth(0).locator(".plan-zoals")).to_contain_text("Een tijdlijn maken")
    rows.nth(3).locator("[name=notitie]").fill(NOTE)
    page.goto(f"{address}{PLANNER}#b1=_wk4.60~eigen.10.Welkom~pauze.15~wk3.20")
    assert said(page) == "Het draaiboek uit de link staat er nu. Ongedaan maken kan, ook met Ctrl+Z."
    assert titles(page) == ["Een geno-sociogram maken", "Welkom", "Pauze", "Een tijdlijn maken"]
    expect(page.locator(".plan-rij.pauze")).to_have_count(1)
    expect(page.locator(".plan-meer[open]")).to_have_count(0)
    rows.nth(0).locator("summary").click()
    expect(rows.nth(0).locator(".plan-zoals")).to_contain_text("Een geno-sociogram maken")
    rows.nth(3).locator("summary").click()
    expect(rows.nth(3).locator("[name=notitie]")).to_have_value("")
    rows.nth(0).locator("summary").focus()
    page.keyboard.press("Control+z")
    assert titles(page) == ["Een tijdlijn maken"] * 4
    expect(page.locator(".plan-rij.pauze")).to_have_count(0)
    # The name that somebody is typing belongs to the plan that goes.
    page.locator(".plan-kop [name=titel]").fill("Morgen")
    page.goto(f"{address}{PLANNER}#b1=_wk4.15")
    expect(page.locator(".plan-kop [name=titel]")).to_have_value("")
    page.locator("[name=minuten]").fill("300")
    page.goto(f"{address}{PLANNER}#b1=_wk4.20")
    expect(page.locator("[name=minuten]")).to_have_value("20")
    assert page.trouble == []


def test_the_name_of_a_place_on_the_page_leaves_the_plan_where_a_reload_finds_it(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60")
    page.get_by_role("link", name="Naar de inhoud").press("Enter")
    assert fragment(page) == "b1=0930_wk3.60"
    page.locator('a[href="#wat-je-hier-invult"]').first.press("Enter")
    assert fragment(page) == "b1=0930_wk3.60"
    page.reload()
    page.locator(".plan-rij").wait_for()
    assert titles(page) == ["Een tijdlijn maken"]


def test_a_reload_right_after_a_step_finds_it(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=0930_wk3.60")
    fragment(page)
    page.evaluate("document.querySelector('[data-zet=pauze]').click(), location.reload()")
    page.wait_for_function("() => !document.querySelector('.plan-rij.nieuw')")
    page.locator(".plan-rij").first.wait_for()
    assert titles(page) == ["Een tijdlijn maken", "Pauze"]


@pytest.mark.parametrize(
    "link, told",
    [
        ("b1=_wk3.60~%3Cimg%20src=x%20onerror=alert(1)%3E.5", "iets wat we niet kennen"),
        ("b1=_" + "~".join(["wk3.5"] * 10_000), "meer dan 40 blokken"),
        ("b1=_wk3.60.%E0%A4%A", ""),
    ],
)
def test_a_link_that_was_spoiled_is_told_in_a_sentence_and_runs_nothing(shared, address, link, told):
    page = opened(shared, address, f"{PLANNER}#{link}")
    assert titles(page)[0].startswith(("Een tijdlijn maken", "%E0")) and page.trouble == []
    assert not told or told in said(page)
    expect(page.locator(".plan-melding img, .plan-rij img")).to_have_count(0)


def test_a_link_of_which_nothing_can_be_read_stays_in_the_address_until_there_is_a_plan(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.999")
    assert said(page).endswith("er is geen blok overgenomen.") and fragment(page) == "b1=_wk3.999"
    page.locator("[data-zet=pauze]").click()
    assert fragment(page) == "b1=0930_pauze.15"


def test_notes_are_in_the_file_and_never_in_the_address_or_on_the_device(shared, address, tmp_path):
    page = opened(shared, address, LINK)
    row = page.locator(".plan-rij").nth(1)
    row.locator("summary").click()
    for name in ("stappen", "notitie", "wie", "materiaal", "doel"):
        row.locator(f"[name={name}]").fill(f"{NOTE} {name}")
    page.locator(".plan-kop [name=titel]").fill("Morgen")
    page.locator(".plan-wanneer [name=titel]").first.fill("Met Noor")
    assert "Noor" not in fragment(page) and "Morgen" not in fragment(page)
    # All that the link leaves out is told beside its button.
    left_out = page.locator(".plan-uit").get_by_text("In de link staan de blokken").inner_text()
    for name in (
        "naam",
        "titel van een bijeenkomst",
        "wie wat doet",
        "materiaal",
        "notities",
        "eigen stappen",
        "Waarvoor",
        "Klaar?",
    ):
        assert name in left_out
    stored = page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]")
    assert not any("Noor" in one or "wk3" in one for one in stored)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bestand").click()
    assert download.value.suggested_filename.startswith("draaiboek-20")
    file = tmp_path / "plan.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["bijeenkomsten"][0]["blokken"][1]["notitie"] == f"{NOTE} notitie"
    other = opened(shared, address, PLANNER)
    put_back(other, file.read_bytes())
    assert said(other) == "Geopend: 7 blokken. Ongedaan maken kan, ook met Ctrl+Z."
    assert titles(other) == titles(page)
    expect(other.locator(".plan-kop [name=titel]")).to_have_value("Morgen")
    other.keyboard.press("Control+z")
    assert titles(other) == []


def with_note(context, address, note: str):
    """The planner with a note to its first block, for which nobody is asked who closes it."""
    page = opened(context, address, f"{PLANNER}#b1=_wk3.60")
    noted(page).fill(note)
    return page


def led_from(page):
    """The tab in which the plan of a planner is led."""
    with page.context.expect_page() as led:
        page.get_by_role("link", name="Voer het uit").click()
    led.value.get_by_role("button", name="Begin").first.wait_for()
    return led.value


def begun(page):
    page.get_by_role("button", name="Begin").first.click()
    return page.locator("[data-stap=loopt]").inner_text()


def test_all_of_a_plan_comes_along_to_where_it_is_led(shared, address):
    page, other = with_note(shared, address, NOTE), with_note(shared, address, "Een andere groep.")
    told = page.get_by_text("Op dit apparaat gaan ook je notities")
    expect(told).to_be_visible()
    led, other_led = led_from(page), led_from(other)
    # What the address asked for is there, and from here on it can be without the planner.
    assert "?" not in led.url and led.evaluate("opener === null")
    page.close(run_before_unload=False)
    led.reload()
    assert NOTE in begun(led) and "Een andere groep." in begun(other_led)
    led.get_by_role("button", name="Stoppen").click()
    led.get_by_role("button", name="Klaar, wis dit").click()
    assert NOTE not in begun(led)
    assert other.trouble == []


def test_where_tabs_can_tell_each_other_nothing_it_is_told_what_did_not_come_along(visit, address):
    page = visit(None)
    page.context.add_init_script("delete globalThis.BroadcastChannel")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}{PLANNER}#b1=_wk3.60")
    assert page.get_by_text("Op dit apparaat gaan ook je notities").is_hidden()
    noted(page).fill(NOTE)
    led = led_from(page)
    expect(led.get_by_role("alert").get_by_text("Alleen de blokken en de tijden kwamen mee.")).to_be_visible()
    assert NOTE not in begun(led)
    # Whom nothing is missing, nothing is told.
    led.goto(f"{address}begeleiden/uitvoeren/#b1=_wk3.60")
    led.reload()
    assert "Een tijdlijn maken" in begun(led)
    expect(led.get_by_text("Alleen de blokken")).to_be_hidden()


def test_a_planner_that_loads_again_has_all_that_was_typed(shared, address):
    page = with_note(shared, address, NOTE)
    page.locator(".plan-kop [name=titel]").fill("Morgen")
    assert "Noor" not in fragment(page)
    page.reload()
    expect(page.locator(".plan-kop [name=titel]")).to_have_value("Morgen")
    expect(noted(page)).to_have_value(NOTE)
    # And after another page, for who comes with nothing or with one block.
    page.goto(f"{address}begrippen/")
    page.goto(address + PLANNER)
    page.get_by_role("button", name="Ga daarmee verder").click()
    expect(noted(page)).to_have_value(NOTE)
    # Another tab knows nothing of it.
    assert noted(opened(shared, address, f"{PLANNER}#b1=_wk3.60")).input_value() == ""
    assert page.trouble == []


def put_back(page, content: bytes) -> None:
    page.locator("#plan-bestand").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": content}
    )


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"{", "Dit bestand is niet te lezen: kies een bestand met een draaiboek dat je hier downloadde."),
        (b" " * 2_000_001, "Dit bestand is te groot (2 MB): een draaiboek is hoogstens 2 MB."),
        (
            b'{"soort": "eigen-kaarten", "schema": 1, "kaarten": []}',
            "Dit is een bestand met eigen kaarten: open het bij ‘Stel zelf een set samen’.",
        ),
        (
            b'{"schema": 2, "kopie": null, "nieuw": false, "reflecties": []}',
            "Dit is een bestand met reflecties: zet het terug bij ‘Zelfreflectie’.",
        ),
        (
            b'{"soort": "samen-kijken", "schema": 2, "datum": "2026-03-09", "mensen": 5, "velden": []}',
            "Dit is het beeld van een groep: bewaar het, want geen pagina leest het terug.",
        ),
        (b'{"soort": "draaiboek", "schema": 1}', "Dit is geen draaiboek van deze site: bij ‘titel’ werd verwacht"),
    ],
)
def test_a_file_that_is_no_plan_changes_nothing(shared, address, content, sentence):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60")
    put_back(page, content)
    page.get_by_text(sentence).wait_for()
    assert titles(page) == ["Een tijdlijn maken"]


def test_a_plan_never_gets_larger_than_its_file_and_its_link_can_hold(shared, address):
    meetings = "&".join(f"b{n}=_" + "~".join(["pauze.5"] * 40) for n in range(1, 9))
    page = opened(shared, address, f"{PLANNER}#{meetings}")
    page.get_by_role("button", name="Bijeenkomst erbij").click()
    assert said(page) == "In een draaiboek passen hoogstens 8 bijeenkomsten."
    page.locator("[data-zet=pauze]").first.click()
    expect(page.locator(".plan-melding")).to_have_text("In een bijeenkomst passen hoogstens 40 blokken.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bestand").click()
    other = opened(shared, address, PLANNER)
    put_back(other, Path(download.value.path()).read_bytes())
    assert said(other) == "Geopend: 320 blokken. Ongedaan maken kan, ook met Ctrl+Z."


@pytest.mark.parametrize("asks", ["a file", "dates"])
def test_a_part_that_is_fetched_late_and_does_not_come_is_told(shared, address, asks):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60")
    page.locator("[name=datum]").fill("2027-03-26")
    page.route("**/*.js", lambda route: route.abort("internetdisconnected"))
    if asks == "a file":
        put_back(page, b"{}")
    else:
        page.locator("[data-doe=agenda]").click()
    page.get_by_text(
        "Dat lukt nu niet. Controleer je internet, en laad dan de pagina opnieuw: misschien is de site vernieuwd."
    ).wait_for()
    assert titles(page) == ["Een tijdlijn maken"] and page.trouble == []


def test_a_file_over_notes_that_are_nowhere_else_is_asked_about_first(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60")
    page.locator(".plan-rij summary").click()
    page.locator("[open] [name=notitie]").fill(NOTE)
    content = json.dumps(NO_BLOCKS).encode()
    put_back(page, content)
    page.get_by_role("button", name="Toch niet").click()
    assert titles(page) == ["Een tijdlijn maken"]
    put_back(page, content)
    page.get_by_role("button", name="Open het bestand").click()
    page.get_by_text("Geopend: 0 blokken.").wait_for()
    page.locator("[data-doe=undo]").click()
    page.locator(".plan-rij summary").click()
    # A row is filled in once it is open.
    expect(page.locator("[open] [name=notitie]")).to_have_value(NOTE)


def noted(page):
    """The field for notes with the first block, a card, which is opened for it."""
    row = page.locator(".plan-rij").first
    if not row.locator("details").evaluate("(one) => one.open"):
        row.locator("summary").click()
    # A row is filled in once it is open.
    row.locator(".plan-zoals[data-met]").wait_for(state="attached")
    return row.locator("[name=notitie]")


def left(page, address) -> bool:
    """Whether it was asked before one went to another page."""
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.goto(f"{address}begrippen/")
    return asked == ["beforeunload"]


def test_going_back_through_places_on_the_page_leaves_the_plan_with_its_notes(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=0930_wk3.75~pauze.15")
    noted(page).fill(NOTE)
    for place in ("inhoud", "wat-je-hier-invult"):
        page.locator(f'a[href="#{place}"]').first.press("Enter")
        assert fragment(page) == "b1=0930_wk3.75~pauze.15"
    page.locator("[data-zet=pauze]").click()
    after = "b1=0930_wk3.75~pauze.15~pauze.15"
    assert fragment(page) == after
    # The entries of before tell another plan: this one, as it was.
    for _ in range(2):
        page.go_back()
        assert fragment(page) == after
    expect(noted(page)).to_have_value(NOTE)
    expect(page.locator("[data-doe=undo]")).to_have_text("Ongedaan maken: Pauze erbij")
    # A link that somebody brings is another plan; going back from there is going back to this one.
    page.goto(f"{address}{PLANNER}#b1=0930_wk3.75")
    assert (
        said(page) == "Het draaiboek uit de link staat er nu. Ongedaan maken kan, ook met Ctrl+Z."
        and len(titles(page)) == 1
    )
    page.go_back()
    expect(page.locator(".plan-rij")).to_have_count(3)
    expect(noted(page)).to_have_value(NOTE)
    assert left(page, address) and page.trouble == []


@pytest.mark.parametrize("other", ["a link", "begun anew"])
def test_notes_that_made_place_for_another_plan_are_not_left_unasked(shared, address, other):
    def opened_and_left(note: str, *, saved: bool = False, undone: bool = False) -> bool:
        page = opened(shared, address, f"{PLANNER}#b1=_wk3.60")
        noted(page).fill(note)
        if saved:
            with page.expect_download():
                page.get_by_role("button", name="Download het bestand").click()
        if other == "a link":
            page.goto(f"{address}{PLANNER}#b1=_wk4.60")
        else:
            page.get_by_role("button", name="Wis alles").click()
        expect(page.locator("[data-doe=undo]")).to_contain_text("Andere link" if other == "a link" else "Leeg begonnen")
        if undone:
            page.locator("[data-doe=undo]").click()
            noted(page).fill("")
        return left(page, address)

    assert opened_and_left(NOTE)
    assert not opened_and_left("")
    assert not opened_and_left(NOTE, saved=True)
    assert not opened_and_left(NOTE, undone=True)


def test_notes_that_made_place_for_a_file_were_asked_about_once(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60")
    noted(page).fill(NOTE)
    put_back(page, json.dumps(NO_BLOCKS).encode())
    page.get_by_role("button", name="Open het bestand").click()
    expect(page.locator(".plan-melding")).to_have_text("Geopend: 0 blokken. Ongedaan maken kan, ook met Ctrl+Z.")
    assert not left(page, address)


def test_what_one_takes_from_a_page_goes_to_the_plan_in_another_tab(shared, address):
    first = opened(shared, address, f"{PLANNER}#b1=_wk3.60~pauze.15")
    second = shared.new_page()
    second.goto(f"{address}werkkaarten/perspectiefwissel/")
    second.locator("#wk5-m2").get_by_role("link", name="Zet in een draaiboek").click()
    second.get_by_text("In een ander tabblad staat al een draaiboek, met 2 blokken.").wait_for()
    assert titles(second) == ["Als iemand bedolven raakt onder adviezen"]
    second.get_by_role("button", name="Zet dit daarbij").click()
    second.get_by_text("Het staat nu in het andere tabblad.").wait_for()
    assert titles(first)[2:] == ["Als iemand bedolven raakt onder adviezen"] and first.trouble == []


def test_who_gets_a_plan_by_a_link_is_told_so_before_all_else(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60~pauze.15")
    page.set_viewport_size({"width": 360, "height": 740})
    told = page.get_by_text("Dit draaiboek staat in de link waarmee je hier kwam.")
    expect(told).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Wis alles").click()
    expect(told).to_be_hidden()
    # What one makes oneself came by no link, and neither did what one takes from a page.
    for own in ("", "#b1=_wk3.60"):
        page = opened(shared, address, PLANNER + own)
        page.locator("[data-zet=pauze]").first.click()
        page.locator("[data-zet=pauze]").first.click()
        expect(page.get_by_text("Dit draaiboek staat in de link")).to_be_hidden()


def test_a_second_card_goes_to_the_plan_that_one_began_in_this_tab(shared, address):
    """On a phone there is one tab: from the planner to a page, and from there back with something to add."""
    page = opened(shared, address, f"{PLANNER}#b1=0900_wk3.60~pauze.15&groep=6")
    page.goto(f"{address}werkkaarten/perspectiefwissel/")
    page.locator("#wk5-m2").get_by_role("link", name="Zet in een draaiboek").click()
    page.get_by_text("Je begon hier al een draaiboek, met 2 blokken.").wait_for()
    page.get_by_role("button", name="Zet dit daarbij").click()
    expect(page.locator(".plan-rij")).to_have_count(3)
    assert titles(page)[2] == "Als iemand bedolven raakt onder adviezen"
    expect(page.locator(".plan-ander")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "je-draaiboek"
    page.wait_for_function("() => location.hash.includes('wk5-m2') && location.hash.endsWith('groep=6')")
    # And from a page with nothing to add.
    page.goto(f"{address}begrippen/")
    page.goto(address + PLANNER)
    page.get_by_role("button", name="Ga daarmee verder").click()
    expect(page.locator(".plan-rij")).to_have_count(3)
    assert page.trouble == []


def test_a_plan_that_is_all_there_is_offers_no_other(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60")
    page.reload()
    page.locator(".plan-rij").wait_for()
    expect(page.locator(".plan-ander")).to_be_hidden()
    page.goto(f"{address}begrippen/")
    # Whoever opens a whole plan, such as that of a colleague, wants that one.
    page.goto(f"{address}{PLANNER}#b1=_wk4.60~pauze.15")
    expect(page.locator(".plan-rij")).to_have_count(2)
    expect(page.locator(".plan-ander")).to_be_hidden()


def test_dates_for_a_calendar_are_the_same_wherever_the_device_is(visit, address):
    """Around the day on which the clocks change."""
    for zone in ("Europe/Amsterdam", "America/New_York"):
        page = visit(f"{PLANNER}#b1=0930_wk3.75~pauze.15&b2=1300_wk4.60", timezone_id=zone, accept_downloads=True)
        page.on("dialog", lambda dialog: dialog.accept())
        page.locator(".plan-bijeenkomst").first.wait_for()
        page.get_by_role("button", name="Zet in je agenda").click()
        assert (
            said(page) == "Vul eerst een datum in bij bijeenkomst 1."
            and page.evaluate("document.activeElement.name") == "datum"
        )
        for at, day in enumerate(("2027-03-26", "2027-03-29")):
            page.locator("[name=datum]").nth(at).fill(day)
        page.locator(".plan-kop [name=titel]").fill("Ş, ł; en één \\ lange naam die over de regel heen gaat")
        page.locator(".plan-rij summary").first.click()
        page.locator("[open] [name=notitie]").fill(NOTE)
        with page.expect_download() as download:
            page.get_by_role("button", name="Zet in je agenda").click()
        text = Path(download.value.path()).read_bytes()
        assert all(len(line) <= 75 for line in text.split(b"\r\n")) and text.endswith(b"\r\n") and b"Noor" not in text
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        assert [one.decoded("dtstart") for one in events] == [
            datetime(2027, 3, 26, 8, 30, tzinfo=UTC),
            datetime(2027, 3, 29, 11, 0, tzinfo=UTC),
        ]
        assert events[1].decoded("dtend") == datetime(2027, 3, 29, 12, 0, tzinfo=UTC)
        assert str(events[0]["summary"]) == "Ş, ł; en één \\ lange naam die over de regel heen gaat: Bijeenkomst 1"


def in_calendar(page) -> tuple[str, int, int]:
    """By what a calendar knows the one meeting of a plan, which version of it that is, and its day; made a minute after the last."""
    page.evaluate("{ const now = Date.now() + 60_000; Date.now = () => now; }")
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in je agenda").click()
    (event,) = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    return str(event["uid"]), event["sequence"], event.decoded("dtstart").day


def test_a_calendar_knows_a_meeting_again_and_which_version_is_newer(shared, address):
    """Also after a step was taken back, and from a file that was there before the calendar: else the same meeting stands there twice."""
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.75")
    page.locator("[name=datum]").fill("2027-03-26")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bestand").click()
    file = Path(download.value.path()).read_bytes()
    made = [in_calendar(page)]
    page.locator("[name=datum]").fill("2027-03-27")
    made.append(in_calendar(page))
    page.locator("[data-doe=undo]").click()
    expect(page.locator("[name=datum]")).to_have_value("2027-03-26")
    page.locator("[name=datum]").fill("2027-03-28")
    made.append(in_calendar(page))
    later = page.evaluate("Date.now()")
    page = opened(shared, address, PLANNER)
    page.evaluate("(later) => { Date.now = () => later; }", later)
    put_back(page, file)
    said(page)
    page.locator("[name=datum]").fill("2027-03-29")
    made.append(in_calendar(page))
    assert len({uid for uid, _, _ in made}) == 1 and [day for _, _, day in made] == [26, 27, 28, 29]
    assert [version for _, version, _ in made] == sorted({version for _, version, _ in made})
    # Another plan is another meeting.
    page.get_by_role("button", name="Wis alles").click()
    page.locator("[data-zet=pauze]").click()
    page.locator("[name=datum]").fill("2027-03-29")
    assert in_calendar(page)[0] != made[0][0]


def test_a_meeting_that_takes_no_time_is_no_date_in_a_calendar(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.75&b2=_&b3=_wk4.0")
    for at in range(3):
        page.locator("[name=datum]").nth(at).fill(f"2027-03-2{at}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in je agenda").click()
    events = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    assert [one.decoded("dtstart").day for one in events] == [20]
    page.locator("[name=minuten]").first.fill("0")
    page.get_by_role("button", name="Zet in je agenda").click()
    expect(page.locator(".plan-melding")).to_have_text("Er is nog niets gepland.")


def as_pdf(page) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))


def test_three_sheets_of_paper_each_in_its_own_size(visit, address):
    page = visit(None)
    page.add_init_script("window.print = () => {}")
    page.goto(address + LINK)
    page.locator(".plan-rij summary").nth(1).click()
    page.locator("[open] [name=notitie]").fill(NOTE)
    texts = {}
    for button, size in (
        ("Print het draaiboek", (842, 595)),
        ("Print het programma voor deelnemers", (595, 842)),
        ("Print een spiekkaart", (298, 420)),
    ):
        # Once for each: a second press makes the sheet anew, perhaps after it was printed.
        page.get_by_role("button", name=button).click()
        texts[button] = page.locator(".plan-papier").evaluate("(paper) => paper.textContent")
        # What a browser calls the file in which one keeps it.
        assert page.title() == "Leerbijeenkomst"
        pdf = as_pdf(page)
        assert {tuple(round(float(one)) for one in sheet.mediabox[2:]) for sheet in pdf.pages} == {size}
        assert "/StructTreeRoot" in pdf.Root and str(pdf.Root.Lang).startswith("nl")
    run, programme, small = texts.values()
    assert NOTE in run and "Teken de lijn" in run and "Achter de hand" in run and "groot vel" in run
    assert GEVAAR in run.replace("\N{WORD JOINER}", "") and "112" not in programme + small
    assert NOTE not in programme + small and "Een tijdlijn maken" in programme and "09:40" in small
    expect(page.locator(".plan-papier")).to_have_count(0)
    assert page.title().startswith("Maak je draaiboek")


def test_no_word_of_who_leads_is_broken_on_the_run_sheet(visit):
    page = visit(f"{PLANNER}#b1=_wk3.75")
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("window.print = () => {}")
    page.locator(".plan-rij summary").click()
    page.locator("[open] [name=wie]").fill("Begeleider, facilitator, iedereen of Christiaan")
    page.get_by_role("button", name="Print het draaiboek").click()
    page.emulate_media(media="print")
    lines = page.get_by_role("cell", name="facilitator").evaluate(
        """(cell) => cell.textContent.split(" ").map((word) => {
            const range = document.createRange(), at = cell.textContent.indexOf(word);
            range.setStart(cell.firstChild, at);
            range.setEnd(cell.firstChild, at + word.length);
            return range.getClientRects().length; })"""
    )
    assert lines == [1, 1, 1, 1, 1]


def test_lines_that_were_typed_are_lines_on_paper(visit):
    page = visit(f"{PLANNER}#b1=_wk3.75")
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("window.print = () => {}")
    page.locator(".plan-rij summary").click()
    names = ("doel", "door", "stappen", "notitie")
    for name in names:
        page.locator(f"[open] [name={name}]").fill(f"{name} een\n{name} twee")
    page.get_by_role("button", name="Print het draaiboek").click()
    lines = page.locator(".plan-papier td p, .plan-papier td li").all_text_contents()
    assert {f"{name} {nr}" for name in names for nr in ("een", "twee")} <= set(lines)


def test_every_sheet_and_the_calendar_tell_the_same_end(visit):
    """That of the last block: what was to be the end is told beside it, and only to who leads."""
    page = visit(f"{PLANNER}#b1=0930-1200_wk3.63~wk5-m3.90", timezone_id="Europe/Amsterdam")
    page.on("dialog", lambda dialog: dialog.accept())
    page.evaluate("window.print = () => {}")
    told = {}
    names = {
        "draaiboek": "het draaiboek",
        "deelnemers": "het programma voor deelnemers",
        "spiekkaart": "een spiekkaart",
    }
    for sheet, name in names.items():
        page.get_by_role("button", name=f"Print {name}").click()
        told[name] = page.locator(f".plan-papier.plan-{sheet}").text_content()
    run, programme, small = told.values()
    assert "09:30 tot 12:03 · moet klaar zijn om 12:00" in run
    # Who takes part is told all times to five minutes.
    assert "09:30 tot 12:05" in programme and programme.endswith("12:05Einde")
    assert small.endswith("12:03Einde") and "12:00" not in programme + small
    page.locator("[name=datum]").fill("2027-03-26")
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in je agenda").click()
    (event,) = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    assert event.decoded("dtend") == datetime(2027, 3, 26, 11, 3, tzinfo=UTC)


def test_the_table_that_is_copied_is_for_a_word_processor_and_for_plain_text(visit):
    page = visit(LINK, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".plan-wanneer [name=titel]").first.fill("+31 bellen")
    page.locator(".plan-rij summary").nth(1).click()
    page.locator("[open] [name=notitie]").fill("=1+1 <b>vet</b>\nen meer")
    page.get_by_role("button", name="Kopieer als tabel").click()
    page.get_by_text("Gekopieerd").wait_for()
    html, text = page.evaluate(
        """async () => { const [item] = await navigator.clipboard.read();
        return Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text())); }"""
    )
    # A spreadsheet would reckon what begins so.
    assert "<td>&nbsp;=1+1 &lt;b&gt;vet" in html and "<h2>&nbsp;+31 bellen" in html and text.startswith("'+31 bellen")
    rows = [row.split("\t") for row in text.split("\n")]
    assert rows[2][:3] == ["09:30", "10", "Aankomen"] and rows[3][-1] == "'=1+1 <b>vet</b> en meer"
    # What we reckon is said to be so: of the timeline 75 minutes were typed, of the cards nobody typed any.
    assert rows[3][1] == "75" and "±15" in [row[1] for row in rows if row[2:3] == ["Emotiekaarten"]]
    assert "<td>±15</td>" in html and all(form.count("± is een schatting (redactie).") == 1 for form in (html, text))
    assert ": 1. " in rows[3][4] and " 2. " in rows[3][4]
    # Word and Excel break a line where a cell has one; what knows only text has a row on one line.
    lines = [[re.split("<br[^>]*>", cell) for cell in re.findall("<td>(.*?)</td>", row)] for row in html.split("<tr>")]
    ((how, note),) = [(row[4], row[7]) for row in lines if row and row[1] == ["75"]]
    assert note == ["&nbsp;=1+1 &lt;b&gt;vet&lt;/b&gt;", "en meer"]
    assert how[0] == "Stappen: " and [line[:3] for line in how[1:4]] == ["1. ", "2. ", "3. "]


def test_the_decks_of_parts_are_told_and_printed_on_the_run_sheet(visit):
    page = visit(f"{PLANNER}#b1=_wk3.90~wk5-m3.75")
    page.locator(".plan-kaarten-erbij").get_by_role("link", name="Rollen").wait_for()
    # There is nothing among these that one can't do without.
    expect(page.locator(".plan-kaarten")).to_be_hidden()
    along = page.get_by_role("link", name="Kies deze kaarten erbij").get_attribute("href").partition("#")[2]
    assert along == "kaarten=wk5-m3&set=gebeurtenissen,gespreksvragen,rollen"
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print het draaiboek").click()
    (cards,) = [line for line in page.locator(".plan-papier p").all_text_contents() if line.startswith("Past erbij: ")]
    assert "Rollen" in cards and "Oefeningen (1 kaart)" in cards


@pytest.mark.parametrize(
    "answer, sentence",
    [
        ({"json": {**NO_BLOCKS, "titel": "a" * 61}}, "Uit het programma is alleen overgenomen wat in de link staat. Dit is geen draaiboek van deze site: bij ‘titel’ werd verwacht: tekst van hoogstens 60 tekens."),
        ({"status": 404}, "Dat lukt nu niet. Controleer je internet, en laad dan de pagina opnieuw: misschien is de site vernieuwd."),
    ],
    ids=["refused", "lost"],
)  # fmt: skip
def test_a_programme_that_the_planner_refuses_is_not_blamed_on_the_internet(visit, address, answer, sentence):
    page = visit(None, service_workers="block")
    page.route("**/programma/pr1.json", lambda route: route.fulfill(**answer))
    page.goto(f"{address}{PLANNER}?programma=pr1#b1=0930_wk3.60")
    expect(page.locator(".plan-melding")).to_have_text(sentence)
    assert titles(page) == ["Een tijdlijn maken"]


def test_a_programme_comes_with_all_it_says_and_its_link_alone_once_it_is_another_plan(shared, address):
    page = shared.new_page()
    page.goto(f"{address}begeleiden/programma/even-stilstaan/")
    page.get_by_role("link", name="Pas dit draaiboek aan").click()
    needed = page.locator(".plan-kaarten")
    expect(needed.get_by_role("link")).to_contain_text(["Emotiekaarten", "Herkenningskaarten", "Lijnen", "Kies"])
    assert needed.get_by_role("link").last.get_attribute("href").endswith("#set=emoties,herkenningskaarten")
    expect(page.locator(".plan-spullen")).to_contain_text("schilderstape voor de lijn op de vloer")
    expect(page.locator(".plan-spullen")).not_to_contain_text("Emotiekaarten")
    told = page.locator(".plan-link")
    expect(told).to_contain_text("Dit is ‘Even stilstaan")
    expect(told).not_to_contain_text("stuurde")
    # What is no part of a plan stays behind.
    expect(told).to_contain_text("Wat je vooraf doet, hoe de zaal staat")
    link = told.get_by_role("link", name="bij het programma")
    assert link.evaluate("one => one.href") == f"{address}begeleiden/programma/even-stilstaan/"
    # It is there again after a reload, for nothing was changed.
    page.reload()
    expect(page.locator(".plan-spullen")).to_contain_text("schilderstape voor de lijn op de vloer")
    page.evaluate("() => { location.hash = location.hash.replace('sv4.15.10', 'sv4.20.10'); }")
    # What the planner was writing may reach the browser after it.
    expect(page).to_have_url(re.compile("sv4.20.10"))
    page.reload()
    page.locator(".plan-rij").first.wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".plan-spullen")).not_to_contain_text("schilderstape")


def test_a_programme_that_is_adapted_is_done_and_printed_as_it_says_itself(visit):
    page = visit("begeleiden/programma/even-stilstaan/")
    page.get_by_role("link", name="Pas dit draaiboek aan").click()
    row = page.locator(".plan-rij").nth(3)
    row.locator("summary").click()
    steps = row.get_by_label("Eigen stappen")
    expect(steps).to_have_value(re.compile("^Zeg dat geen plek de goede is.*\\nVraag twee of drie.*\\nVertel nu"))
    # Beside them stand those of its card, with the one question that is asked here.
    expect(row.locator(".plan-zoals ol li").first).to_contain_text("Ieder kiest in stilte een plek")
    expect(row.locator(".plan-zoals ul li")).to_have_text(re.compile("voel je je vanzelf het meest thuis"))
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print het draaiboek").click()
    how = page.locator(".plan-papier tbody tr").nth(3).locator("td").nth(1)
    expect(how.locator("ol li").first).to_have_text(re.compile("^Zeg dat geen plek de goede is"))
    expect(how.locator("ul li")).to_have_count(1)
    # Who empties them does it as the card says.
    steps.fill("")
    page.get_by_role("button", name="Print het draaiboek").click()
    expect(how.locator("ol li").first).to_contain_text("Ieder kiest in stilte een plek")


def test_all_that_an_exercise_says_stands_with_its_block_and_on_paper(visit):
    page = visit(f"{PLANNER}#b1=_wk5-m3.75")
    page.evaluate("window.print = () => {}")
    page.locator(".plan-rij summary").click()
    about = page.locator(".plan-zoals")
    page.get_by_role("button", name="Print het draaiboek").click()
    paper = page.locator(".plan-papier").text_content()
    for told in ("Je kiest niet jezelf.", "Spelregels", "Groep: zittend", "Vragen tijdens de oefening"):
        expect(about).to_contain_text(told)
        assert told in paper
    expect(about.locator("ol li").first).to_contain_text("Vraag de groep wie")
    expect(about).to_contain_text("Voor 5 tot 10 mensen. Begeleiden: stevige ervaring, of met z’n tweeën.")


def run_sheet(visit, address, plan):
    """The text on each sheet of the run sheet of `plan`."""
    page = visit(None)
    page.add_init_script("window.print = () => {}")
    page.goto(f"{address}{PLANNER}#{plan}")
    page.locator(".plan-rij").first.wait_for()
    page.get_by_role("button", name="Print het draaiboek").click()
    made = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return [sheet.get_textpage().get_text_range() for sheet in made]


def test_a_block_that_fits_on_a_sheet_stays_on_one(visit, address):
    first, second = run_sheet(visit, address, "b1=0900_wk1-vz3.10~wk3.45~pauze.10~wk6-o1.20~wk6-slot.15&groep=8")
    assert "Pauze" in first and "Begrippen voelen" not in first
    assert "Begrippen voelen" in second and "nieuwe woorden op" in second
    # What is kept at hand as well, below a heading of its own that goes along.
    first, second = run_sheet(visit, address, "b1=0900_wk3.45~wk1-vz3.10~wk1-dil1.0")
    assert "Achter de hand" not in first
    assert "Achter de hand" in second and "Het gesprek stokt" in second and "Jij bracht deze casus in" in second


def test_a_block_that_is_longer_than_a_sheet_begins_below_the_heading(visit, address):
    sheets = run_sheet(visit, address, "b1=0930_wk5-m3.75&groep=10")
    assert len(sheets) == 2 and "Leerbijeenkomst" in sheets[0] and "Kies er samen zoveel uit" in sheets[0]


def test_a_link_that_gets_too_long_is_told(shared, address):
    blocks = "~".join(f"eigen.5.{'langzaam' * 7}" for _ in range(30))
    page = opened(shared, address, f"{PLANNER}#b1=_{blocks}")
    assert "Download liever het bestand." in page.locator(".plan-te-lang").inner_text()
    expect(page.get_by_role("button", name="Kopieer de link")).to_be_hidden()


def test_a_number_that_can_not_be_is_told_and_not_just_gone(page):
    page.locator("[data-zet=eigen]").click()
    row = page.locator(".plan-rij")
    row.locator("[name=minuten]").fill("29")
    row.locator("summary").click()
    short = row.locator("[name=kort]")
    for wrong in ("40", "29", "4.5"):
        short.fill(wrong)
        short.blur()
        assert said(page) == "Inkorten kan alleen tot minder dan 29 minuten, in hele minuten. Het veld is weer leeg."
        expect(short).to_have_value("")
        # Elsewhere is said what else there is to say.
        row.locator("[name=minuten]").fill("29")
    group = page.locator(".plan-kop [name=groep]")
    group.fill("8")
    group.blur()
    group.fill("201")
    group.blur()
    assert said(page) == "Typ een heel getal van 1 tot en met 200. Het blijft 8."
    expect(group).to_have_value("8")


def test_of_a_number_that_can_not_be_nothing_stays_that_was_typed_on_the_way(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=0930_wk3.75.45&groep=8")
    minutes, group = page.locator("[name=minuten]"), page.locator(".plan-kop [name=groep]")
    for typed in ("300", "999", "1e2", "7.5"):
        minutes.press("Control+a")
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
        expect(minutes).to_have_value("75")
        assert said(page) == "Typ een heel getal van 0 tot en met 240. Het blijft 1 uur en 15 minuten."
    for typed in ("250", "1e2"):
        group.press("Control+a")
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
        expect(group).to_have_value("8")
        assert said(page) == "Typ een heel getal van 1 tot en met 200. Het blijft 8."
    assert fragment(page) == "b1=0930_wk3.75.45&groep=8"
    # What was taken is what comes back, also when one types on in the same field.
    minutes.press("Control+a")
    page.keyboard.type("80")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("300")
    page.keyboard.press("Tab")
    expect(minutes).to_have_value("80")


def test_what_may_be_shortened_stays_so_while_one_types_other_minutes(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.75.45")
    page.locator("[name=minuten]").press("Control+a")
    page.keyboard.type("80")
    assert fragment(page) == "b1=0930_wk3.80.45"
    page.keyboard.press("Control+a")
    page.keyboard.type("40")
    assert fragment(page) == "b1=0930_wk3.40"


def test_a_date_and_a_time_that_are_typed_are_one_step_each(page):
    for name, keys in (("datum", "03262026"), ("begin", "1015AM")):
        page.locator(f".plan-wanneer [name={name}]").focus()
        page.keyboard.type(keys)
    expect(page.locator("[name=datum]")).to_have_value("2026-03-26")
    expect(page.locator("[name=begin]")).to_have_value("10:15")
    undo = page.locator("[data-doe=undo]")
    undo.click()
    expect(page.locator("[name=begin]")).to_have_value("09:30")
    expect(page.locator("[name=datum]")).to_have_value("2026-03-26")
    undo.click()
    expect(page.locator("[name=datum]")).to_have_value("")


def test_a_year_in_two_figures_is_one_of_this_century_and_one_outside_it_is_told(page):
    date, elsewhere = page.locator("[name=datum]"), page.locator(".plan-kop [name=titel]")

    def typed(keys: str) -> str:
        date.focus()
        page.keyboard.type(keys)
        elsewhere.focus()
        return said(page)

    outside = "Kies een datum van 2000 tot en met 2099. Het blijft"
    assert typed("03091927") == f"{outside} leeg."
    expect(date).to_have_value("")
    assert typed("030927") == "De datum is 9 maart 2027."
    expect(date).to_have_value("2027-03-09")
    for keys in ("0309202", "03092100"):
        assert typed(keys) == f"{outside} 9 maart 2027."
        expect(date).to_have_value("2027-03-09")
    page.locator("[data-doe=undo]").click()
    expect(date).to_have_value("")
    # A file may have such a year from before that was looked at.
    (meeting,) = NO_BLOCKS["bijeenkomsten"]
    put_back(page, json.dumps({**NO_BLOCKS, "bijeenkomsten": [{**meeting, "datum": "0024-02-29"}]}).encode())
    expect(date).to_have_value("2024-02-29")


def test_a_row_that_can_not_go_to_a_full_meeting_says_that_it_is_still_here(shared, address):
    full = "~".join(["pauze.5"] * 40)
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60&b2=_{full}&b3=_")
    row = page.locator(".plan-rij").first
    row.locator("summary").click()
    row.get_by_label("Naar een andere bijeenkomst").select_option("Bijeenkomst 2")
    row.get_by_role("button", name="Verplaats").click()
    assert said(page) == "In een bijeenkomst passen hoogstens 40 blokken."
    assert titles(page) == ["Een tijdlijn maken"]
    row.get_by_label("Naar een andere bijeenkomst").select_option("Bijeenkomst 3")
    row.get_by_role("button", name="Verplaats").click()
    assert titles(page, 2) == ["Een tijdlijn maken"]


def test_a_row_goes_to_another_meeting_by_its_button_and_not_while_one_chooses(shared, address):
    page = opened(shared, address, f"{PLANNER}#b1=_wk3.60&b2=_wk7.15&b3=_")
    page.locator(".plan-rij summary").first.click()
    tab_to(page, "Bijeenkomst 2")
    page.keyboard.press("ArrowDown")
    expect(page.locator("select:focus option:checked")).to_have_text("Bijeenkomst 3")
    assert titles(page) == ["Een tijdlijn maken"] and titles(page, 2) == []
    # What one changes meanwhile, leaves what is chosen.
    page.locator(".plan-rij [name=stappen]").first.fill(NOTE)
    page.locator(".plan-rij [name=stappen]").first.press("Shift+Tab")
    assert focused(page) == "Verplaats: Een tijdlijn maken"
    page.keyboard.press("Enter")
    assert titles(page) == [] and titles(page, 2) == ["Een tijdlijn maken"]
    assert said(page) == "‘Een tijdlijn maken’, nu 1 van 1, begint om 09:30. Bij: Bijeenkomst 3."
    assert focused(page) == "Minuten voor Een tijdlijn maken"
    expect(page.locator("[data-doe=undo]")).to_have_text("Ongedaan maken: Een tijdlijn maken naar Bijeenkomst 3")


def test_rows_can_be_dragged(page):
    for kind in ("pauze", "ruimte", "eigen"):
        page.locator(f"[data-zet={kind}]").click()
    handle = page.locator(".plan-greep").first.bounding_box()
    below = page.locator(".plan-rij").nth(2).bounding_box()
    page.mouse.move(handle["x"] + 8, handle["y"] + 8)
    page.mouse.down()
    page.mouse.move(handle["x"] + 8, below["y"] + below["height"] - 2, steps=12)
    page.mouse.up()
    assert titles(page) == ["Ruimte voor wat uitloopt", "", "Pauze"]
    page.keyboard.press("Control+z")


def test_axe_has_nothing_against_it_full_or_empty(shared, address):
    page = opened(shared, address, PLANNER)
    assert violations(page) == []
    page = opened(shared, address, LINK)
    page.locator(".plan-rij summary").nth(1).click()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.emulate_media(forced_colors="active")
    expect(page.locator(".plan-rij").first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_gets_the_focus_is_never_behind_the_bar_also_when_that_says_something(visit, address, width):
    page = visit(f"{PLANNER}#b1=_wk3.75.45~pauze.15~wk5-m3.50~wk6-o3a.20~wk4.60", width=width, height=740)
    page.locator("[data-stap=later]").first.click()
    # Longer than it would be said.
    page.locator(".plan-melding").evaluate("(one) => (one.textContent = one.textContent)")
    said(page)
    page.locator("#je-draaiboek").focus()
    below, stops = [], 0
    while stops < 40:
        page.keyboard.press("Tab")
        stops += 1
        below += page.evaluate(
            """() => { const bar = document.querySelector(".plan-balk"), one = document.activeElement;
            const under = one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
            return under && !bar.contains(one) ? [one.getAttribute("aria-label") ?? one.name ?? one.textContent] : []; }"""
        )
    assert below == []


def test_without_the_index_it_is_told_and_the_address_stays(shared, address):
    page = shared.new_page()
    page.route("**/blokken.json", lambda route: route.abort())
    page.goto(address + LINK)
    page.get_by_text("De lijst met werkvormen is niet te laden.").wait_for()
    assert "wk3.75" in page.url


def test_without_script_it_leads_to_what_lies_ready(visit):
    page = visit(PLANNER, java_script_enabled=False)
    expect(page.get_by_text("Zelf een draaiboek maken kan alleen met JavaScript.")).to_be_visible()
    expect(page.locator(".plan-vlak")).to_be_hidden()
    assert page.locator(".zonder-script a").count() >= 3
