"""Leading a meeting from its plan: the clock, what is proposed, where one was, and what may go wrong with it."""

import json

import pytest
from leading import PAGE, TWO_HOURS, as_file, begun, onward, opened, press, said
from playwright.sync_api import expect
from test_axe import COLOURS, LOOKS, STRUCTURE, violations
from test_layout import sticking_out
from waiting import until, until_told
from windows import HISTORY_IS_FULL, LOCKS_REMEMBERED

EMPTY_HANDED = "[data-stap=leeg]"


@pytest.fixture
def lead(visit, clocked, address):
    """A function that begins to lead a meeting, see `begun`: in the tab that stays, and with options in a window of its own."""
    return lambda *args, **options: begun(visit if options else clocked, address, *args, **options)


def sleeps(page, time: str) -> None:
    """The device sleeps for so long: no timer runs, the time of day does."""
    page.clock.fast_forward(time)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


# The clock


def test_one_step_at_a_time_from_begin_to_end(lead):
    page = lead()
    seen = []
    while page.locator("[data-stap=loopt]").is_visible():
        seen.append(tuple(said(page, name) for name in ("waar", "titel", "dia")))
        press(page, "verder")
    assert len(set(seen)) == len(seen) == 27
    assert seen[0] == ("Blok 1 van 7", "Verwachtingen uitspreken", "")
    assert seen[3] == ("Blok 2 van 7", "Een tijdlijn maken", "Stap 2 van 6")
    assert ("Blok 3 van 7", "Kernvragen bij de lijn", "Vraag 4 van 4") in seen
    assert said(page, "einde") == "Klaar om 09:30"
    press(page, "toch-verder")
    assert said(page, "dia") == "Vraag 4 van 4" and said(page, "waar") == "Blok 7 van 7"


def test_on_a_phone_held_sideways_the_minutes_stand_above_the_buttons(clocked, address):
    clocked.set_viewport_size({"width": 740, "height": 360})
    begun(clocked, address, "#b1=0930_wk1-vz3.10~wk3.30~pauze.10")
    for _ in range(3):
        minutes = clocked.locator("[data-stap=loopt] [data-over]")
        expect(minutes).to_be_visible()
        box, buttons = minutes.bounding_box(), clocked.locator(".loop-duim").bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= buttons["y"]
        press(clocked, "verder")


def test_the_rules_of_an_exercise_are_in_sight_at_the_step_that_names_them(lead):
    page = lead("#b1=0930_wk5-m3.60~wk6-o3a.15")
    press(page, "verder", 3)
    assert said(page, "dia") == "Stap 3 van 9" and "Noem daarbij de regels" in said(page, "tekst")
    assert "Je kiest niet jezelf." in said(page, "regels") and "zittend" in said(page, "opstelling")
    onward(page)
    assert said(page, "regels") == ""


def test_a_phone_that_slept_tells_the_time_as_it_is_and_is_where_it_was(lead):
    page = lead()
    assert (said(page, "over"), said(page, "tot")) == ("Nog 10 minuten", "tot 09:40")
    sleeps(page, "07:00")
    assert said(page, "over") == "Nog 3 minuten"
    expect(page.locator(".loop-signaal")).to_have_text("Nog 3 minuten", use_inner_text=True)
    sleeps(page, "01:00:00")
    assert said(page, "over") == "57 minuten over de tijd"
    assert said(page, "waar") == "Blok 1 van 7"


def test_five_minutes_one_and_none_change_the_shape_and_are_said_once(lead):
    page = lead()
    clock, told = page.locator(".loop-klok"), page.locator(".loop-signaal")
    seen = []
    for _ in range(11 * 6):
        page.clock.run_for(10_000)
        now = (clock.get_attribute("data-vorm"), told.inner_text())
        if not seen or now != seen[-1]:
            seen.append(now)
    assert seen == [
        ("ruim", ""),
        ("5", "Nog 5 minuten"),
        ("5", ""),
        ("1", "Nog 1 minuut"),
        ("1", ""),
        ("0", "De tijd is om"),
        ("0", ""),
    ]


def test_with_nothing_planned_there_is_nothing_to_begin(clocked, address):
    page = opened(clocked, address, "#b1=0930_wk6-o3a.0")
    assert said(page, "gepland") == "In deze bijeenkomst staat nog niets met minuten. Vul het draaiboek eerst aan."
    expect(page.locator("[data-doe=begin], [data-doe=schuif]").locator("visible=true")).to_have_count(0)


def test_tones_come_from_what_began_to_sound_at_the_press(visit, address):
    page = opened(
        visit,
        address,
        prepare="""
        window.tones = [];
        const { start } = OscillatorNode.prototype;
        OscillatorNode.prototype.start = function () {
            tones.push([this.context.state, this.context === window.made.at(-1)]);
            start.call(this);
        };
        window.made = [];
        const Made = AudioContext;
        window.AudioContext = class extends Made { constructor() { super(); made.push(this); } };
    """,
    )
    page.get_by_label("ook een zachte toon").check()
    page.get_by_role("button", name="Begin").click()
    # Safari gives what is made later, without a press, no sound.
    until(page, "() => made.length === 1 && made[0].state === 'running'")
    for at in ("05:30", "04:00"):
        page.clock.run_for(at)
    until(page, "() => tones.length === 2")
    assert page.evaluate("[made.length, tones]") == [1, [["running", True]] * 2]


def test_after_a_reload_one_is_where_one_was_and_nothing_is_stored(lead):
    page = lead()
    onward(page)
    press(page, "verder", 2)
    press(page, "langer")
    page.clock.fast_forward("02:00")
    page.reload()
    page.locator("[data-stap=loopt]").wait_for()
    assert [said(page, name) for name in ("titel", "dia", "over")] == [
        "Een tijdlijn maken",
        "Stap 2 van 6",
        "Nog 33 minuten",
    ]
    assert stored(page) == [0, 0, []]
    press(page, "stop")
    press(page, "wis")
    page.reload()
    expect(page.locator("[data-stap=vooraf]")).to_be_visible()


def test_a_place_on_the_page_leaves_who_leads_where_they_were(lead):
    page = lead()
    onward(page)
    page.get_by_role("link", name="Naar de inhoud").press("Enter")
    until(page, "(plan) => location.hash === plan", TWO_HOURS)
    assert said(page, "waar") == "Blok 2 van 7"
    page.reload()
    assert said(page, "waar") == "Blok 2 van 7"
    page.go_back()
    assert said(page, "waar") == "Blok 2 van 7"


def test_a_place_on_the_page_leaves_a_plan_from_a_file_too(clocked, address):
    page = opened(clocked, address, "")
    page.locator("#loop-bestand").set_input_files(as_file())
    page.locator("[data-stap=vooraf]").wait_for()
    page.get_by_role("link", name="Naar de inhoud").press("Enter")
    until(page, "() => !location.hash")
    expect(page.locator("[data-stap=vooraf]")).to_be_visible()


def stored(page) -> list:
    return page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).map(({ name }) => name)]"
    )


def test_one_goes_on_when_the_browser_keeps_no_more_of_it(lead):
    page = lead()
    page.evaluate(HISTORY_IS_FULL)
    press(page, "verder")
    assert said(page, "waar") == "Blok 2 van 7"
    page.evaluate("location.hash = 'inhoud'")
    assert said(page, "waar") == "Blok 2 van 7"


def test_something_stored_would_be_seen(lead):
    page = lead()
    page.evaluate("sessionStorage.setItem('loop', '1')")
    assert stored(page) != [0, 0, []]


# What is wiped


def led_from_a_file(visit, address):
    """A meeting that is led from a file with notes, past a place on the page: two entries of the history know it."""
    page = opened(visit, address, "")
    page.locator("#loop-bestand").set_input_files(as_file())
    press(page, "begin")
    page.get_by_role("link", name="Naar de inhoud").press("Enter")
    until(page, "() => !location.hash && history.state?.uitvoeren")
    return page


def wiped(page) -> None:
    press(page, "stop")
    press(page, "wis")
    expect(page.locator(EMPTY_HANDED)).to_be_visible()


def gone_back(page) -> tuple[str, bool]:
    """A step back, and what is there then: which step of the page, and whether the tab knows the notes."""
    page.go_back()
    step = page.locator("[data-stap]:visible").get_attribute("data-stap")
    return step, "Let op Sem" in json.dumps(page.evaluate("history.state"))


def test_what_was_wiped_does_not_come_back_by_going_back(visit, address):
    page = led_from_a_file(visit, address)
    wiped(page)
    page.goto(address + "begrippen/")
    assert gone_back(page) == ("leeg", False)
    assert gone_back(page) == ("leeg", False)
    page.reload()
    expect(page.locator(EMPTY_HANDED)).to_be_visible()


def test_what_was_not_wiped_comes_back_by_going_back(visit, address):
    page = led_from_a_file(visit, address)
    page.goto(address + "begrippen/")
    assert gone_back(page) == ("loopt", True)
    assert gone_back(page) == ("loopt", True)


def test_wiping_wipes_another_meeting_that_was_led_in_this_tab_too(visit, address):
    page = led_from_a_file(visit, address)
    page.goto(address + PAGE + "?#b1=0930_wk3.30")
    press(page, "begin")
    press(page, "stop")
    press(page, "wis")
    page.locator("[data-stap=vooraf]").wait_for()
    assert gone_back(page) == ("leeg", False)
    # What is led after that is kept as before.
    page.locator("#loop-bestand").set_input_files(as_file())
    press(page, "begin")
    page.reload()
    assert said(page, "notitie") == "Notitie Let op Sem"


def test_a_page_that_comes_back_as_it_was_shows_nothing_that_was_wiped_meanwhile(visit, address):
    page = led_from_a_file(visit, address)
    back = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    page.evaluate(back)
    expect(page.locator("[data-stap=loopt]")).to_be_visible()
    other = page.context.new_page()
    other.goto(address + PAGE + TWO_HOURS)
    press(other, "begin")
    press(other, "stop")
    press(other, "wis")
    page.evaluate("(kept) => Object.assign(sessionStorage, kept)", other.evaluate("({ ...sessionStorage })"))
    page.evaluate(back)
    expect(page.locator(EMPTY_HANDED)).to_be_visible()
    assert "Sem" not in json.dumps(page.evaluate("history.state"))


def test_a_step_back_knows_where_one_is_by_now(lead):
    page = lead()
    page.get_by_role("link", name="Naar de inhoud").press("Enter")
    until(page, "(plan) => location.hash === plan && history.state?.uitvoeren", TWO_HOURS)
    onward(page)
    onward(page)
    page.go_back()
    page.reload()
    assert said(page, "waar") == "Blok 3 van 7"


def test_a_step_back_leads_to_another_meeting_that_was_led(lead):
    page = lead()
    onward(page)
    page.evaluate("location.hash = 'b1=0930_wk3.30~pauze.10'")
    press(page, "begin")
    assert said(page, "waar") == "Blok 1 van 2"
    page.go_back()
    until_told(page, lambda: said(page, "waar") == "Blok 2 van 7")
    page.go_forward()
    until_told(page, lambda: said(page, "waar") == "Blok 1 van 2")


# Late and early


def test_late_comes_from_the_free_time_and_is_taken_with_one_press(lead):
    page = lead()
    page.clock.fast_forward("17:00")
    assert said(page, "voorstel") == (
        "Je komt 7 minuten tekort. Met 7 minuten van wat je vrijhield eindig je om 11:30."
    )
    press(page, "neem-over")
    assert said(page, "voorstel") == ""
    assert "Ruimte voor wat uitloopt 3 minuten" in rows(page)
    page.clock.fast_forward("15:00")
    assert said(page, "voorstel") == (
        "Je komt 15 minuten tekort. Met 3 minuten van wat je vrijhield en 12 minuten korter eindig je om 11:30. "
        "Kernvragen bij de lijn wordt 14 minuten en Als iemand bedolven raakt onder adviezen wordt 24 minuten."
    )
    page.clock.fast_forward("45:00")
    assert said(page, "voorstel").startswith(
        "Je komt 60 minuten tekort. Met 3 minuten van wat je vrijhield en 20 minuten korter eindig je om 12:07"
    )


def rows(page) -> str:
    page.get_by_text("Het hele draaiboek").click()
    return " ".join(page.locator("[data-lijst=alles]").inner_text().split())


def test_the_list_says_the_same_times_as_what_comes_next(lead):
    page = lead()
    assert "09:40 Een tijdlijn maken" in rows(page)
    page.clock.run_for(22 * 60_000)
    assert said(page, "straks").startswith("09:52 Een tijdlijn maken")
    expect(page.locator("[data-lijst=alles] li")).to_contain_text(["09:30", "09:52", "10:22"])
    press(page, "pauze")
    page.clock.run_for(5 * 60_000)
    assert said(page, "straks").startswith("09:57")
    expect(page.locator("[data-lijst=alles] li")).to_contain_text(["09:30", "09:57", "10:27"])


def test_who_leaves_it_so_is_left_alone_until_it_is_worse(lead):
    page = lead()
    page.clock.fast_forward("13:00")
    press(page, "laat-zo")
    page.clock.fast_forward("04:00")
    assert said(page, "voorstel") == ""
    page.clock.fast_forward("01:00")
    assert said(page, "voorstel").startswith("Je komt 8 minuten tekort.")


def test_early_is_told(lead):
    page = lead()
    page.clock.fast_forward("06:00")
    onward(page)
    assert said(page, "voorstel") == "Je hebt 4 minuten extra."
    expect(page.get_by_role("button", name="Neem over")).to_be_hidden()


def test_a_pause_stops_the_clock(lead):
    page = lead()
    press(page, "pauze")
    page.clock.fast_forward("08:00")
    assert said(page, "over") == "De klok staat stil. Nog 10 minuten"
    page.reload()
    assert said(page, "over") == "De klok staat stil. Nog 10 minuten"
    page.get_by_role("button", name="Hervat").click()
    page.clock.fast_forward("01:00")
    assert said(page, "over") == "Nog 9 minuten"
    assert said(page, "voorstel").startswith("Je komt 8 minuten tekort.")


def became(page) -> list[list[str]]:
    """What was planned for each block that was had, and what it became; in minutes."""
    page.locator(".loop-tabel").wait_for()
    told = page.locator("[data-geworden] tr").evaluate_all(
        "all => all.map((row) => [...row.cells].map((one) => one.innerText))"
    )
    return [minutes for _, *minutes in told if minutes[-1] != "niet gedaan"]


def test_a_pause_belongs_to_no_block(lead):
    page = lead()
    page.clock.fast_forward("10:00")
    onward(page)
    page.clock.fast_forward("05:00")
    press(page, "pauze")
    page.clock.fast_forward("30:00")
    press(page, "pauze")
    page.clock.fast_forward("05:00")
    assert said(page, "over") == "Nog 20 minuten"
    assert "09:40 Een tijdlijn maken" in rows(page)
    onward(page)
    page.clock.fast_forward("02:00")
    press(page, "pauze")
    page.clock.fast_forward("15:00")
    press(page, "stop")
    assert became(page) == [["10", "10"], ["30", "10"], ["20", "2"]]
    # And goes on as it stood.
    press(page, "toch-verder")
    page.reload()
    assert said(page, "over") == "De klok staat stil. Nog 18 minuten"


def test_how_long_still_is_answered_in_one_sentence(lead):
    page = lead()
    page.clock.fast_forward("17:00")
    press(page, "hoelang")
    expect(page.locator(".loop-zegt")).to_have_text(
        "7 minuten over de tijd voor dit blok. Je eindigt om 11:37.", use_inner_text=True
    )


def test_who_begins_late_chooses_which_end_holds(clocked, address):
    page = opened(clocked, address, time="2026-03-09T09:42:00+01:00")
    assert said(page, "nu").startswith("Het is nu 09:42, 12 minuten later")
    page.get_by_role("button", name="Begin, en eindig om 11:42").click()
    assert said(page, "voorstel") == ""
    press(page, "stop")
    press(page, "wis")
    page.get_by_role("button", name="Begin, en eindig om 11:30").click()
    assert said(page, "voorstel").startswith("Je komt 12 minuten tekort.")


def test_what_the_buttons_promise_keeps_up_with_the_clock(clocked, address):
    page = opened(clocked, address, time="2026-03-09T09:15:00+01:00")
    expect(page.get_by_role("button", name="Begin, en eindig om 11:15")).to_be_visible()
    page.clock.run_for(20 * 60_000)
    assert said(page, "nu").startswith("Het is nu 09:35, 5 minuten later")
    page.get_by_role("button", name="Begin, en eindig om 11:35").click()
    press(page, "hoelang")
    expect(page.locator(".loop-zegt")).to_contain_text("Je eindigt om 11:35.")


def test_who_waits_until_it_is_nearly_time_gets_the_choice(clocked, address):
    page = opened(clocked, address, time="2026-03-09T08:00:00+01:00")
    expect(page.locator("[data-stap=vooraf] button:visible")).to_have_count(1)
    sleeps(page, "01:45:00")
    page.clock.run_for(1000)
    expect(page.locator("[data-stap=vooraf] button:visible")).to_have_count(2)


def test_at_another_time_of_the_day_all_shifts(clocked, address):
    page = opened(clocked, address, time="2026-03-08T22:10:00+01:00")
    page.get_by_role("button", name="Begin", exact=True).click()
    assert (said(page, "tot"), said(page, "voorstel")) == ("tot 22:20", "")


def test_a_fixed_end_holds(lead):
    page = lead("#b1=0930-1000_wk3.30.20~ruimte.5~wk6-slot.5")
    assert said(page, "voorstel") == (
        "Je komt 10 minuten tekort. Met 5 minuten van wat je vrijhield eindig je om 10:05."
    )


def test_a_fixed_end_is_the_only_one_as_long_as_it_can_be_kept(clocked, address):
    page = opened(clocked, address, "#b1=0930-1200_wk3.75~wk4.45", time="2026-03-09T09:40:00+01:00")
    choice = page.locator("[data-stap=vooraf] .knop:visible")
    expect(choice).to_have_text(["Begin, en eindig om 12:00"], use_inner_text=True)
    page.clock.fast_forward("20:00")
    page.clock.run_for(1000)
    expect(choice).to_have_text(["Begin, en eindig om 12:00"], use_inner_text=True)
    page.clock.fast_forward("10:00")
    page.clock.run_for(1000)
    expect(choice).to_have_text(["Begin, en eindig om 12:00", "Begin, en eindig om 12:10"], use_inner_text=True)


def test_minutes_that_are_our_estimate_are_marked_until_one_changes_them(clocked, address):
    page = opened(clocked, address, plan="#b1=0930_sv4.10~wk3.90~pauze.15")
    listed, note = page.locator("[data-lijst=vooraf] li"), "± is een schatting (redactie)."
    expect(listed).to_contain_text(["10 minuten", "±\u00a090 minuten", "15 minuten"])
    assert listed.get_by_text("±").count() == 1
    expect(page.get_by_text(note).filter(visible=True)).to_have_count(1)
    press(page, "begin")
    assert said(page, "straks") == "09:40 Een tijdlijn maken, ± 90 minuten"
    onward(page)
    press(page, "langer")
    assert "±" not in rows(page)
    expect(page.get_by_text(note).filter(visible=True)).to_have_count(0)


def test_what_is_at_hand_can_be_done_next(lead):
    page = lead()
    page.get_by_text("Het hele draaiboek").click()
    page.get_by_role("button", name="Doe dit hierna").click()
    assert said(page, "straks").startswith("09:40 ")
    assert said(page, "waar") == "Blok 1 van 8"
    expect(page.locator("[data-achter-de-hand]")).to_be_hidden()


def test_what_was_at_hand_is_shortened_no_further_than_it_can_be(lead):
    page = lead("#b1=0930_wk1-vz3.10~wk3.30~wk6-o3a.0")
    page.get_by_text("Het hele draaiboek").click()
    page.get_by_role("button", name="Doe dit hierna").click()
    assert said(page, "voorstel") == (
        "Je komt 15 minuten tekort. Met 5 minuten korter eindig je om 10:20. "
        "In beweging komen (1): van vuist naar gestrekte hand wordt 10 minuten."
    )


@pytest.mark.parametrize("minutes", ["99999999999999", "241", "0"])
def test_the_group_gets_no_more_minutes_than_one_may_give(minutes, lead):
    page = lead()
    page.get_by_text("Wat de groep ziet").click()
    page.get_by_label("Tijd voor de groep, in minuten").fill(minutes)
    press(page, "balk")
    expect(page.get_by_role("button", name="Toon deze tijd")).to_be_visible()
    page.reload()
    assert said(page, "waar") == "Blok 1 van 7"


# Keys


def test_a_presenter_and_the_keyboard_lead_it(lead):
    page = lead()
    for key in ("PageDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    assert said(page, "dia") == "Stap 2 van 6"
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert said(page, "waar") == "Blok 1 van 7"
    # In a field the arrows are its own, and the search closes by its own key.
    page.get_by_text("Wat de groep ziet").click()
    page.locator("[data-minuten]").press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.press("Escape")
    assert said(page, "waar") == "Blok 1 van 7"
    page.keyboard.press("Escape")
    assert said(page, "einde") == "Gestopt om 09:30"


def test_a_key_on_which_something_rests_is_pressed_once(lead):
    page = lead()
    for _ in range(20):
        page.keyboard.down("ArrowRight")
    # For whoever has the keyboard next.
    page.keyboard.up("ArrowRight")
    assert said(page, "waar") == "Blok 2 van 7"


# The screen that stays on


def test_the_screen_is_asked_to_stay_on_and_asked_again_on_return(lead):
    page = lead(prepare=LOCKS_REMEMBERED)
    until(page, "() => locks.length === 1")
    page.evaluate("locks[0].release()")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(page, "() => locks.length === 2")
    press(page, "stop")
    until(page, "() => locks[1].released")


REFUSED = "navigator.wakeLock.request = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
MISSING = "Object.defineProperty(Navigator.prototype, 'wakeLock', { value: undefined })"


@pytest.mark.parametrize("prepare", [REFUSED, MISSING], ids=["refused", "missing"])
def test_where_it_cannot_stay_on_that_is_said_once_and_all_else_works(lead, prepare):
    page = lead(prepare=prepare)
    errors, told = [], page.locator(".loop-zegt")
    page.on("pageerror", lambda error: errors.append(str(error)))
    expect(told).to_contain_text("Je scherm kan vanzelf uitgaan.")
    # It says what to do, so it stays until something is done.
    page.clock.run_for(60_000)
    expect(told).to_contain_text("Je scherm kan vanzelf uitgaan.")
    press(page, "stop")
    press(page, "toch-verder")
    onward(page)
    expect(told).to_be_empty()
    page.clock.run_for(60_000)
    assert said(page, "over") == "Nog 29 minuten" and errors == []


# What is opened


def test_without_a_plan_it_leads_to_where_one_is_made(clocked, address):
    page = opened(clocked, address, plan="")
    expect(page.locator(EMPTY_HANDED)).to_be_visible()
    assert page.locator(f"{EMPTY_HANDED} a").count() >= 2


def test_of_several_meetings_one_is_asked_for(clocked, address):
    page = opened(clocked, address, plan="#b1=0930_wk3.60&b2=1300_sv4.40~pauze.10")
    page.get_by_role("button", name="Bijeenkomst 2").click()
    assert said(page, "gepland") == "13:00 tot 13:50, 50 minuten"


def test_a_programme_is_led_from_its_page_with_all_that_it_says(visit, address):
    page = visit("begeleiden/programma/even-stilstaan/")
    page.get_by_role("link", name="Voer het uit").click()
    page.get_by_role("button", name="Begin").first.click()
    assert "Iedereen weet waarvoor jullie hier zijn" in said(page, "tekst")
    assert said(page, "notitie") == "Notitie Korter: Vraag alleen om een naam en één woord."
    assert said(page, "door").startswith("Klaar? Ga verder als ieder iets heeft gezegd")
    press(page, "verder")
    assert said(page, "dia") == "Stap 1 van 3"
    assert said(page, "tekst").startswith("Vraag ieder om een naam en één zin")
    onward(page)
    assert said(page, "wie") == "Wie alleen, dan de kring"
    page.reload()
    assert said(page, "wie") == "Wie alleen, dan de kring"
    # Whoever changed the link has another plan.
    page.goto(f"{address}{PAGE}?programma=pr1#b1=0930_wk1-vz3.10")
    page.get_by_role("button", name="Begin").first.click()
    assert said(page, "notitie") == ""


def test_the_plan_that_one_goes_to_last_is_the_one_that_opens(visit, address):
    page = visit("begeleiden/programma/even-stilstaan/")
    link = page.get_by_role("link", name="Voer het uit").get_attribute("href")
    held = []
    page.route("**/programma/pr1.json", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/programma/pr1.json"):
        page.evaluate("(link) => { location.href = link; }", link)
    page.evaluate("() => { location.hash = '#b1=0930_wk3.30'; }")
    expect(page.locator("[data-gepland]:visible")).to_have_text("09:30 tot 10:00, 30 minuten")
    with page.expect_response("**/programma/pr1.json") as answer:
        held[0].continue_()
    answer.value.finished()
    # As long as what came needs to be read.
    page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    expect(page.locator("[data-gepland]:visible")).to_have_text("09:30 tot 10:00, 30 minuten")


def test_a_file_comes_with_its_notes(clocked, address):
    page = opened(clocked, address, plan="")
    page.locator("#loop-bestand").set_input_files(as_file())
    page.get_by_role("button", name="Begin").click()
    assert said(page, "notitie") == "Notitie Let op Sem" and said(page, "wie") == "Wie Fatima"
    page.reload()
    assert said(page, "notitie") == "Notitie Let op Sem"
    press(page, "stop")
    press(page, "wis")
    expect(page.locator(EMPTY_HANDED)).to_be_visible()
    assert "Sem" not in json.dumps(page.evaluate("history.state"))


def follow(page, plan: str) -> None:
    """A link with another plan, in the same tab."""
    page.evaluate(
        """(plan) => new Promise((done) => {
            addEventListener("hashchange", done, { once: true });
            location.hash = plan;
        })""",
        plan,
    )


def test_what_one_opens_or_begins_stays_when_another_tab_gives_no_answer(clocked, address):
    # That answer is waited for some seconds, of a clock that stands still.
    page = opened(clocked, address, plan="?tab=weg")
    planned = page.locator("[data-gepland]:visible")
    follow(page, "#b1=0930_wk3.45")
    page.locator("#loop-bestand").set_input_files(as_file())
    expect(planned).to_have_text("09:30 tot 10:30, 1 uur")
    page.clock.run_for(5000)
    expect(planned).to_have_text("09:30 tot 10:30, 1 uur")
    expect(page.locator(".loop-melding")).to_be_empty()
    follow(page, "#b1=0930_wk3.30")
    press(page, "begin")
    page.clock.run_for(5000)
    assert said(page, "waar") == "Blok 1 van 4"
    # Otherwise what came with the link opens.
    follow(page, "#b1=0930_wk3.20")
    page.clock.run_for(5000)
    expect(planned).to_have_text("09:30 tot 09:50, 20 minuten")
    expect(page.locator(".loop-melding")).to_contain_text("Alleen de blokken en de tijden kwamen mee.")


@pytest.mark.parametrize(
    "content, told",
    [
        (b"geen draaiboek", "kies een bestand met een draaiboek"),
        (b'{"soort": "eigen-kaarten", "schema": 1}', "Dit is een bestand met eigen kaarten"),
        (b" " * 2_000_001, "te groot"),
        (b'{"soort": "draaiboek", "schema": 99}', "nieuwere versie"),
    ],
)
def test_another_file_is_refused_with_a_sentence_and_nothing_is_lost(content, told, clocked, address):
    page = opened(clocked, address)
    file = {"name": "x.json", "mimeType": "application/json", "buffer": content}
    page.locator("#loop-bestand").set_input_files(file)
    page.locator(".loop-melding:not(:empty)").wait_for()
    assert told in page.locator(".loop-melding").inner_text()
    page.get_by_role("button", name="Begin").click()
    assert said(page, "waar") == "Blok 1 van 7"


@pytest.mark.parametrize("asks", ["a file", "what the tab remembers"])
def test_what_reads_strictly_and_does_not_come_is_told(asks, visit, address):
    page, errors = begun(visit, address), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    led = page.evaluate("history.state.uitvoeren.id")
    follow(page, "#b1=0930_wk3.30")
    expect(page.locator("[data-gepland]:visible")).to_have_text("09:30 tot 10:00, 30 minuten")
    page.route("**/*.js", lambda route: route.abort("internetdisconnected"))
    if asks == "a file":
        page.locator("#loop-bestand").set_input_files(as_file())
    else:
        page.go_back()
    expect(page.locator(".loop-melding")).to_have_text(
        "Dat lukt nu niet. Controleer je internet, en laad dan de pagina opnieuw: misschien is de site vernieuwd."
    )
    if asks == "a file":
        # The same one can be chosen again, and the plan that was there is still there.
        expect(page.locator("#loop-bestand")).to_have_value("")
        press(page, "begin")
        assert said(page, "waar") == "Blok 1 van 1"
    else:
        expect(page.locator("[data-stap]:visible")).to_have_count(0)
        page.unroute("**/*.js")
        assert page.evaluate("history.state.uitvoeren.id") == led
        page.reload()
        assert said(page, "waar") == "Blok 1 van 7"
    assert errors == []


def test_a_link_that_was_spoiled_keeps_what_is_known(clocked, address):
    page = opened(clocked, address, plan="#b1=0930_wk9-x.20~wk3.30~<b>.9~pauze.999&zomaar=1")
    assert page.locator(".loop-melding").inner_text().startswith("In deze link staat iets wat we niet kennen")
    page.get_by_role("button", name="Begin").click()
    assert (said(page, "titel"), said(page, "waar")) == ("Onbekend (wk9-x)", "Blok 1 van 2")
    assert said(page, "dia") == "Wat wk9-x is, weet deze site niet. Het staat wel in je draaiboek."


def test_what_is_wrong_with_a_plan_is_said_until_the_meeting_begins(clocked, address):
    page = opened(clocked, address, plan="#b1=0930_wk3.60&b2=1300_wk3.40~<b>.9")
    told = page.locator(".loop-melding")
    expect(told).to_contain_text("In deze link staat iets wat we niet kennen")
    page.get_by_role("button", name="Bijeenkomst 2").click()
    expect(page.locator("[data-gepland]:visible")).to_contain_text("13:00 tot 13:40")
    expect(told).to_contain_text("In deze link staat iets wat we niet kennen")
    press(page, "begin")
    assert said(page, "waar") == "Blok 1 van 1"
    expect(told).to_be_empty()


def test_ten_thousand_blocks_are_cut_with_a_sentence(clocked, address):
    page = opened(clocked, address, plan="#b1=0930_" + "~".join(["wk3.5"] * 10_000))
    assert "meer dan 40 blokken" in page.locator(".loop-melding").inner_text()
    page.get_by_role("button", name="Begin").click()
    assert said(page, "waar") == "Blok 1 van 40"


def test_a_meeting_without_minutes_says_so(clocked, address):
    page = opened(clocked, address, plan="#b1=0930_wk3.0")
    assert said(page, "gepland").startswith("In deze bijeenkomst staat nog niets met minuten.")
    expect(page.get_by_role("button", name="Begin")).to_have_count(0)


def test_a_state_of_another_edition_is_not_led_on(lead):
    page = lead()
    page.evaluate("history.replaceState({ uitvoeren: { ...history.state.uitvoeren, loop: { nu: 99 } } }, '')")
    page.reload()
    expect(page.locator("[data-stap=vooraf]")).to_be_visible()


def test_without_script_it_leads_to_paper(visit):
    page = visit(PAGE, java_script_enabled=False)
    expect(page.get_by_text("Op papier gaat het ook")).to_be_visible()
    expect(page.locator("[data-stap]:visible, dialog:visible")).to_have_count(0)


# How it looks


# The system's own colours, of which axe reads those that they replace.
FORCED = [("light", 360, [STRUCTURE, {"runOnly": ["link-in-text-block"], "resultTypes": ["violations"]}])]


def test_every_state_is_accessible_and_fits(visit, address):
    # For axe waits.
    page = opened(visit, address, time="2026-03-09T09:42:00+01:00", still=False)
    looks = [*LOOKS, ("light", 320, [STRUCTURE, COLOURS])]
    for step in ("vooraf", "loopt", "klaar"):
        page.locator(f"[data-stap={step}]").wait_for()
        if step == "loopt":
            page.evaluate("document.querySelectorAll('.loop details').forEach((one) => { one.open = true })")
            onward(page)
        assert violations(page, looks) == [], step
        page.emulate_media(forced_colors="active")
        assert violations(page, FORCED) == [], f"{step}, forced colours"
        page.emulate_media(forced_colors="none")
        for width, height in ((320, 256), (360, 740)):
            page.set_viewport_size({"width": width, "height": height})
            assert sticking_out(page) == [], step
        if step == "vooraf":
            page.get_by_role("button", name="Begin, en eindig om 11:30").click()
        elif step == "loopt":
            press(page, "stop")


def test_the_buttons_lie_below_a_thumb(visit, address):
    page = begun(visit, address, width=360, height=640)
    for name in ("terug", "langer", "pauze", "verder"):
        box = page.locator(f'.loop-duim [data-doe="{name}"]').bounding_box()
        assert box["height"] >= 48 and 440 < box["y"] < 640 - box["height"]


def test_on_a_phone_the_clock_stands_before_the_questions_each_on_a_line_of_its_own(visit, address):
    page = begun(visit, address, "#b1=0930_sv4.15.10.Een%20plek%20op%20de%20lijn~wk8.25", width=360, height=740)
    questions = page.locator("[data-om-te-kiezen] dd")
    expect(questions).to_have_count(11)
    (clock, *tops) = [one.bounding_box()["y"] for one in (page.locator("[data-over]"), *questions.all())]
    assert clock < min(tops) and len(set(tops)) == 11


def test_nothing_is_asked_of_another_host_and_no_rule_is_broken(visit, address):
    page = visit(None)
    asked, said_wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said_wrong.append(message.text) if message.type == "error" else None)
    page.goto(address + PAGE + TWO_HOURS)
    page.get_by_role("button", name="Begin").first.click()
    press(page, "verder", 3)
    assert [url for url in asked if not url.startswith(address)] == [] and len(asked) > 5
    assert said_wrong == []
