"""The group screen: what the group sees, never a note, in a window of its own or over the page of who leads."""

import json

import pytest
from leading import GROUP, PAGE, SECRETS, TWO_HOURS, as_file, begun, onward, opened, press, said
from playwright.sync_api import expect
from test_axe import COLOURS, LOOKS, STRUCTURE, violations
from test_layout import sticking_out
from waiting import until, until_told
from windows import LOCKS_REMEMBERED

CHANNEL = "groepsscherm:/leren/"
LISTEN = f"""() => {{
    window.heard = [];
    const channel = new BroadcastChannel("{CHANNEL}");
    channel.addEventListener("message", ({{ data }}) => heard.push(data));
}}"""


def group_of(page):
    """The window of the group, opened by a press."""
    with page.expect_popup() as popup:
        press(page, "groep")
    group = popup.value
    group.locator(".groep[open]").wait_for()
    return group


def shows(group, titel: str, tekst: str = "") -> None:
    """Wait until the group sees this."""
    place = group.locator(".groep[open]")
    parts = [place.locator(f".groep-{name}") for name in ("titel", "tekst")]
    until_told(group, lambda: [part.inner_text() for part in parts] == [titel, tekst], f"{titel}: {tekst}")


def test_the_group_sees_the_title_and_at_a_question_the_question(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    shows(group, "Verwachtingen uitspreken")
    onward(page)
    press(page, "verder")
    shows(group, "Een tijdlijn maken")
    onward(page)
    shows(group, "Kernvragen bij de lijn", "Wat zie je op de lijn?")
    onward(page)
    shows(group, "Pauze", "We gaan verder om 09:40.")
    press(page, "terug")
    shows(group, "Kernvragen bij de lijn", "Staat het allerbelangrijkste op de lijn?")
    press(page, "stop")
    shows(group, "")


def test_while_the_clock_stands_still_no_time_is_promised_for_after_a_break(clocked, address):
    page = begun(clocked, address, "#b1=0930_pauze.15~wk3.30")
    group = group_of(page)
    shows(group, "Pauze", "We gaan verder om 09:45.")
    press(page, "pauze")
    shows(group, "Pauze", "")
    page.clock.fast_forward("05:00")
    press(page, "pauze")
    shows(group, "Pauze", "We gaan verder om 09:50.")


def test_steps_are_shown_to_the_group_only_when_that_is_asked(clocked, address):
    page = begun(clocked, address, "#b1=0930_wk6-o1.20")
    group = group_of(page)
    press(page, "verder", 2)
    shows(group, said(page, "titel"))
    page.get_by_text("Wat de groep ziet").click()
    page.get_by_label("Toon ook de stappen").check()
    shows(group, said(page, "titel"), said(page, "tekst"))


def test_roles_are_shown_to_the_group_only_when_that_is_asked(clocked, address):
    page = begun(clocked, address, "#b1=0930_wk5-m3.60~wk3.30")
    group = group_of(page)
    roles = group.locator(".groep-kiezen")
    shows(group, "Samen erkennen dat je het niet weet")
    expect(roles).to_be_hidden()
    page.get_by_text("Wat de groep ziet").click()
    page.get_by_label("Toon de rollen, woorden of vragen").check()
    expect(roles.get_by_text("buurvrouw")).to_be_visible()
    page.reload()
    expect(roles.get_by_text("buurvrouw")).to_be_visible()
    onward(page)
    # The next block has nothing to choose from.
    expect(roles).to_be_hidden()
    page.get_by_text("Wat de groep ziet").click()
    expect(page.get_by_label("Toon de rollen, woorden of vragen")).to_be_hidden()


def test_of_a_block_about_a_line_the_group_sees_the_line_and_its_questions_only_when_asked(clocked, address):
    page = begun(clocked, address, "#b1=0930_sv4.15.10.Een%20plek%20op%20de%20lijn~wk8.25")
    group = group_of(page)
    line = group.locator(".groep-lijn")
    expect(line.locator("span")).to_have_text(["doorgaan", "vertragen"])
    assert line.is_visible() and sticking_out(group) == []
    # What it is for and two steps.
    press(page, "verder", 2)
    shows(group, "Een plek op de lijn")
    assert "Wat heb je nodig" not in said(page, "tekst") and "?" in said(page, "om-te-kiezen")
    page.get_by_text("Wat de groep ziet").click()
    page.get_by_label("Toon de rollen, woorden of vragen").check()
    expect(group.locator(".groep-kiezen li")).to_have_count(11)
    press(page, "verder")
    shows(group, "Fasen in het samen leren herkennen")
    expect(line).to_be_hidden()


def test_a_presenter_before_the_group_screen_leads_too(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    for key in ("PageDown", "ArrowRight", "ArrowLeft"):
        group.keyboard.press(key)
    until_told(page, lambda: said(page, "waar") == "Blok 2 van 7" and said(page, "dia") == "")


def test_black_and_back(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    page.get_by_text("Wat de groep ziet").click()
    page.get_by_label("Zwart").check()
    group.locator(".groep-titel").wait_for(state="hidden")
    page.get_by_label("Zwart").uncheck()
    group.locator(".groep-titel").wait_for()


def test_a_group_that_came_later_or_a_leader_that_came_back_sees_the_same(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    onward(page)
    group.reload()
    shows(group, "Een tijdlijn maken")
    page.reload()
    page.locator("[data-stap=loopt]").wait_for()
    onward(page)
    shows(group, "Kernvragen bij de lijn", "Wat zie je op de lijn?")


def test_the_minutes_of_an_exercise_are_shown_when_one_starts_them(clocked, address):
    page = begun(clocked, address, "#b1=0930_wk6-o3a.20")
    group = group_of(page)
    page.get_by_text("Wat de groep ziet").click()
    expect(page.locator("[data-minuten]")).to_have_value("3")
    press(page, "balk")
    group.locator(".groep-tijd:visible").wait_for()
    expect(group.locator(".groep-tijd")).to_have_text("Nog 3 minuten", use_inner_text=True)
    page.clock.run_for(180_000)
    expect(page.locator(".loop-zegt")).to_have_text("De tijd voor de groep is om.", use_inner_text=True)
    press(page, "balk")
    until_told(group, lambda: group.locator(".groep-tijd").is_hidden())


# Several who lead


def also_led(page, address, plan: str):
    """Another tab of the same browser that leads."""
    other = page.context.new_page()
    other.goto(address + PAGE + plan)
    press(other, "begin")
    return other


def test_who_leads_beside_another_has_a_group_of_its_own(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    other = also_led(page, address, "#b1=0930_wk6-o1.20~wk3.30")
    other_group = group_of(other)
    shows(other_group, said(other, "titel"))
    shows(group, "Verwachtingen uitspreken")
    other_group.keyboard.press("PageDown")
    until_told(other, lambda: said(other, "dia").startswith("Stap 1"))
    assert said(page, "waar") == "Blok 1 van 7"
    for one in (group, other_group, page, other):
        one.reload()
    group.locator(".groep[open]").wait_for()
    onward(page)
    shows(group, "Een tijdlijn maken")
    onward(other)
    shows(other_group, "Een tijdlijn maken")
    onward(page)
    shows(group, "Kernvragen bij de lijn", "Wat zie je op de lijn?")
    shows(other_group, "Een tijdlijn maken")


def test_a_group_that_nobody_opened_joins_who_leads_and_stays_with_them(clocked, address):
    page = begun(clocked, address)
    group = page.context.new_page()
    group.goto(address + GROUP)
    shows(group, "Verwachtingen uitspreken")
    other = also_led(page, address, "#b1=0930_wk3.30")
    shows(group_of(other), "Een tijdlijn maken")
    shows(group, "Verwachtingen uitspreken")
    group.reload()
    shows(group, "Verwachtingen uitspreken")
    group.keyboard.press("PageDown")
    shows(group, "Een tijdlijn maken")
    assert (said(page, "waar"), said(other, "dia")) == ("Blok 2 van 7", "")


def test_a_group_screen_that_was_closed_is_shown_again_by_the_same_press(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    group.keyboard.press("Escape")
    expect(group.locator(".groep")).to_be_hidden()
    press(page, "groep")
    shows(group, "Verwachtingen uitspreken")
    assert len(page.context.pages) == 2


def test_a_group_whose_leader_went_shows_what_it_saw_and_joins_the_next(visit, address):
    page = begun(visit, address)
    group = group_of(page)
    page.close(run_before_unload=False)
    shows(group, "Verwachtingen uitspreken")
    group.clock.run_for(10_000)
    other = also_led(group, address, "#b1=0930_wk3.30~wk6-o1.20")
    shows(group, "Een tijdlijn maken")
    group.keyboard.press("PageDown")
    until_told(other, lambda: said(other, "dia") == "Stap 1 van 6")
    group.reload()
    onward(other)
    shows(group, said(other, "titel"))


def test_who_leads_anew_in_the_same_tab_has_the_same_group_screen(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    page.goto(address + "begrippen/")
    page.clock.run_for(10_000)
    page.goto(address + PAGE + "#b1=0930_wk3.30")
    press(page, "begin")
    shows(group, "Een tijdlijn maken")
    press(page, "groep")
    expect(page.locator(".loop-zegt")).to_contain_text("Het groepsscherm staat open")
    assert len(page.context.pages) == 2


# Never a note


def told_to_the_group(page, address) -> str:
    """All that comes over the channel while a file with notes is led from begin to end, late, with all that can be shown."""
    ear = page.context.new_page()
    ear.goto(address + GROUP)
    ear.evaluate(LISTEN)
    page.bring_to_front()
    page.locator("#loop-bestand").set_input_files(as_file())
    press(page, "begin")
    page.locator(".loop details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    page.get_by_label("Toon ook de stappen").check()
    while page.locator("[data-stap=loopt]").is_visible():
        page.clock.fast_forward("05:00")
        press(page, "verder")
    until_told(ear, lambda: ear.evaluate("heard.length > 10 && heard.at(-1).beeld === null"))
    return json.dumps(ear.evaluate("heard"), ensure_ascii=False)


def test_nothing_but_what_the_group_may_see_is_ever_sent(clocked, address):
    told = told_to_the_group(opened(clocked, address, plan=""), address)
    assert "Teken de lijn" in told and "Rondje" in told and "Wat zie je op de lijn?" in told
    assert [secret for secret in SECRETS if secret in told] == []


def test_a_key_that_is_held_down_in_the_window_of_the_group_goes_on_once(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    shows(group, "Verwachtingen uitspreken")
    page.evaluate(LISTEN)
    for _ in range(20):
        group.keyboard.down("ArrowRight")
    group.keyboard.up("ArrowRight")
    group.keyboard.press("ArrowLeft")

    def steps() -> list[int]:
        return page.evaluate("heard.flatMap(({ ga }) => ga ?? [])")

    until_told(page, lambda: -1 in steps(), "the press after it")
    assert steps() == [1, -1]


def test_a_note_that_is_sent_would_be_seen(visit, address):
    leak = """
        const post = BroadcastChannel.prototype.postMessage;
        BroadcastChannel.prototype.postMessage = function (told) {
            const plan = history.state?.uitvoeren?.plan;
            post.call(this, plan ? { ...told, notities: plan.bijeenkomsten[0].blokken.map((one) => one.notitie) } : told);
        };"""
    told = told_to_the_group(opened(visit, address, plan="", prepare=leak), address)
    assert {"Sem", "Ilse", "Niet te lang", "Bas"} <= {secret for secret in SECRETS if secret in told}


def test_what_comes_over_the_channel_is_text(visit, address):
    page = visit(GROUP)
    page.locator(".groep[open]").wait_for()
    other = page.context.new_page()
    other.goto(address + GROUP)
    other.evaluate(f"""() => new BroadcastChannel("{CHANNEL}").postMessage(
        {{ van: "0000000a", beeld: {{ titel: "<img src=x onerror=alert(1)>", tekst: "\\u202eom", balk: null, zwart: false }} }})""")
    shows(page, "<img src=x onerror=alert(1)>", "\u202eom")
    expect(page.locator(".groep img")).to_have_count(0)


# Without a window of its own


@pytest.fixture
def over_the_page(visit, address):
    """A page that may open no window, with the group screen over it."""
    page = begun(visit, address, prepare="window.open = () => null")
    press(page, "groep")
    page.locator(".groep[open]").wait_for()
    return page


def test_where_a_window_is_refused_the_group_screen_fills_this_one(over_the_page):
    page = over_the_page
    shows(page, "Verwachtingen uitspreken")
    why = page.locator(".groep").get_by_role("status")
    expect(why).to_contain_text("Je browser hield het tweede venster tegen")
    page.clock.run_for(20_000)
    # It leaves the group's sight, and stays for who leads until they go on.
    expect(why).to_be_empty()
    for_who_leads = page.locator(".loop-zegt")
    expect(for_who_leads).to_contain_text("Sta pop-ups toe voor deze site")
    page.keyboard.press("PageDown")
    shows(page, "Een tijdlijn maken")
    expect(for_who_leads).to_be_empty()
    page.locator(".groep").get_by_role("button", name="Zwart").click()
    expect(page.locator(".groep-titel")).to_be_hidden()
    page.locator(".groep").get_by_role("button", name="Zwart").click()
    shows(page, "Een tijdlijn maken")
    page.locator(".groep").get_by_role("button", name="Sluit").click()
    expect(page.locator(".groep")).to_be_hidden()
    assert said(page, "waar") == "Blok 2 van 7"


def test_on_a_phone_it_fills_the_screen_and_opens_no_second_tab(visit, address):
    page = begun(visit, address, width=360, height=640, has_touch=True, is_mobile=True)
    press(page, "groep")
    page.locator(".groep[open]").wait_for()
    assert len(page.context.pages) == 1
    expect(page.locator(".groep").get_by_role("status")).to_be_empty()


PHONE = {"width": 360, "height": 640, "has_touch": True, "is_mobile": True}
NOWHERE = {
    "refused": ({}, "Je browser hield het tweede venster tegen, en hier lukt het groepsscherm nu niet."),
    "on a phone": (PHONE, "Dat lukt nu niet. Controleer je internet, en laad dan de pagina opnieuw"),
}


@pytest.mark.parametrize("options, told", NOWHERE.values(), ids=NOWHERE)
def test_where_it_comes_nowhere_nothing_else_is_said(options, told, visit, address, site):
    page, errors = visit(None, timezone_id="Europe/Amsterdam", **options), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    (script,) = [file for file in (site / "assets/vast").glob("*.js") if "groep-zegt" in file.read_text()]
    page.route(f"**/{script.name}", lambda route: route.abort("internetdisconnected"))
    begun(page, address, prepare="window.open = () => null")
    press(page, "groep")
    expect(page.locator(".loop-zegt")).to_contain_text(told)
    expect(page.locator(".groep")).to_be_hidden()
    assert errors == []


# How it looks


def test_the_letters_can_be_read_from_the_back_of_the_room_also_twice_as_large(clocked, address):
    page = begun(clocked, address)
    group = group_of(page)
    onward(page)
    onward(page)
    shows(group, "Kernvragen bij de lijn", "Wat zie je op de lijn?")
    for width, height in ((1920, 1080), (960, 540), (640, 360), (320, 256)):
        group.set_viewport_size({"width": width, "height": height})
        sizes = group.locator(".groep-beeld p:visible").evaluate_all(
            "all => all.map((p) => parseFloat(getComputedStyle(p).fontSize))"
        )
        assert min(sizes) >= 32 and len(sizes) == 2
        assert sticking_out(group) == []
        assert group.locator(".groep").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_screen_of_the_group_stays_on_while_it_is_shown(visit, address):
    page = visit(None)
    page.add_init_script(LOCKS_REMEMBERED)
    page.goto(address + GROUP)
    until(page, "() => locks.length === 1 && !locks[0].released")
    page.keyboard.press("Escape")
    until(page, "() => locks[0].released")
    page.get_by_role("button", name="Toon het groepsscherm").click()
    until(page, "() => locks.length === 2 && !locks[1].released")


def test_the_group_screen_is_accessible(visit, address):
    page = begun(visit, address, TWO_HOURS, still=False, button="Begin")
    group = group_of(page)
    onward(page)
    assert violations(group, [*LOOKS, ("light", 320, [STRUCTURE, COLOURS])]) == []


def test_by_itself_it_says_what_it_is_for(visit):
    page = visit(GROUP)
    page.locator(".groep[open]").wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Toon het groepsscherm")).to_be_visible()
    expect(page.get_by_role("link", name="Een draaiboek uitvoeren")).to_be_visible()
