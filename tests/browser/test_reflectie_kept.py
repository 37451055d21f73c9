"""Keeping on this device: only when asked, never half, never lost, shared by tabs, and wiped for good."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from reflecties import (
    BACKUP,
    KEY,
    NOTE,
    ONLINE,
    REFLECTIE,
    begin,
    do,
    headings,
    keep,
    kept,
    notes,
    one_made,
    place,
    said,
    stored,
    told,
    write,
)
from waiting import until_told

DOCUMENTS = Path(__file__).parent / "documenten"
SCHEMA_2 = json.dumps(json.loads((DOCUMENTS / "schema-2.json").read_text(encoding="utf-8")))
NEWER = '{"schema":3,"reflecties":[],"iets":"nieuws"}'


@pytest.fixture
def page(standing, address):
    standing.goto(address + REFLECTIE)
    return standing


@pytest.fixture
def tab(shared, address):
    """A function that opens the page in a tab of its own, with storage as given."""

    def open_tab(before: dict[str, str] | None = None, script: str = ""):
        page = shared.new_page()
        if script:
            page.add_init_script(script)
        if before:
            page.goto(address + "over/")
            page.evaluate(
                "all => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value) }", before
            )
        page.goto(address + REFLECTIE)
        return page

    return open_tab


def saved(page, note: str) -> None:
    """Wait until a note is on the device."""
    page.wait_for_function("([key, note]) => localStorage.getItem(key)?.includes(note)", arg=[KEY, note])


def test_nothing_is_kept_unless_asked(page):
    one_made(page)
    expect(page.get_by_label("Bewaar op dit apparaat")).not_to_be_checked()
    assert stored(page) == {} and page.evaluate("sessionStorage.length") == 0
    assert "Laat het dus uit op een gedeelde computer." in page.locator(".bewaar-keuze").inner_text()


def test_what_is_kept_is_there_again_at_the_step_one_was_at(page):
    keep(page)
    begin(page, "sv2", "sv4")
    place(page, 0, 7)
    do(page, "volgende")
    was = headings(page)
    write(page)
    saved(page, NOTE)
    page.reload()
    assert said(page) == "" and len(told(page)) == 1
    do(page, "verder")
    assert headings(page) == was
    expect(page.locator("textarea:visible")).to_have_value(NOTE)
    do(page, "terug")
    expect(page.locator(".veld:visible output").first).to_have_text(
        "Jouw plek: meer richting de goede dingen doen", use_inner_text=True
    )


def test_what_was_typed_last_is_kept_when_the_page_is_closed_at_once(page):
    keep(page)
    begin(page, "sv4")
    do(page, "volgende")
    write(page)
    page.goto("about:blank")
    page.go_back()
    assert notes(kept(page)) == [{"sv4-v1": NOTE}]


def test_turning_it_off_takes_it_off_the_device_and_leaves_the_page(page):
    one_made(page)
    keep(page)
    page.locator(".bewaar-aan").click()
    page.locator("dialog [value=ja]").click()
    page.wait_for_function("() => localStorage.length === 0")
    assert len(told(page)) == 1 and said(page) == "Er staat niets meer van je op dit apparaat."
    page.locator(".bewaar-aan").click()
    page.get_by_text("Vanaf nu bewaart").wait_for()
    assert notes(kept(page)) == [{"sv4-v1": NOTE}]


def test_turning_it_off_can_be_thought_over(page):
    one_made(page)
    keep(page)
    before = stored(page)
    page.locator(".bewaar-aan").click()
    page.get_by_role("button", name="Toch niet").click()
    page.wait_for_function("() => document.querySelector('.bewaar-aan').checked")
    assert stored(page) == before


def test_the_reminder_to_take_a_copy_comes_and_goes(page):
    reminder = page.locator(".herinnering")
    one_made(page)
    expect(reminder).to_be_hidden()
    keep(page)
    assert reminder.inner_text().startswith("Je downloadde nog geen bestand. Een browser kan wissen wat hij bewaart")
    page.locator(".meenemen summary").click()
    with page.expect_download():
        page.get_by_role("button", name="Download het bestand").click()
    page.wait_for_function("() => document.querySelector('.herinnering').hidden")
    # Looking is no change.
    do(page, "bekijk")
    do(page, "start")
    page.reload()
    expect(page.locator(".start")).to_be_visible()
    expect(reminder).to_be_hidden()
    one_made(page, "sv5")
    assert reminder.inner_text().startswith("Sinds je bestand van ")


# Full, forbidden, private

FILL = """() => {
    let size = 1 << 22, at = 0;
    while (size >= 1) {
        try { localStorage.setItem(`vulling-${at}`, "x".repeat(size)); at += 1; } catch { size >>= 1; }
    }
}"""
FULL = "Er is op dit apparaat geen ruimte om dit te bewaren: wat eerder bewaard is, staat er nog, en een bestand downloaden kan altijd."


def test_two_of_one_day_are_told_apart(page):
    one_made(page, "sv4", "Eerst.")
    assert "nummer" not in told(page)[0]
    one_made(page, "sv4", "Daarna.")
    assert ["nummer 2" in one for one in told(page)] == [True, False]
    page.get_by_role("button", name=re.compile("^Wis : de reflectie van .*, nummer 1$")).click()
    expect(page.locator("dialog[open] p").first).to_contain_text("nummer 1 verdwijnen")
    page.locator("dialog [value=ja]").click()
    expect(page.locator(".eerder li")).to_have_count(1)
    assert "nummer" not in told(page)[0]
    page.get_by_role("button", name="Bekijk").click()
    expect(page.get_by_text("Daarna.").last).to_be_visible()


def test_full_storage_before_anything_is_kept(page):
    page.evaluate(FILL)
    before = stored(page)
    one_made(page)
    page.locator(".bewaar-aan").click()
    page.get_by_text(FULL).wait_for()
    expect(page.locator(".bewaar-aan")).not_to_be_checked()
    assert stored(page) == before and len(told(page)) == 1


def test_full_storage_while_keeping_loses_nothing_and_recovers(page):
    one_made(page)
    keep(page)
    page.evaluate(FILL)
    before = stored(page)
    begin(page, "sv5")
    do(page, "volgende")
    write(page, "Een lange notitie. " * 100)
    page.get_by_text(FULL).wait_for()
    assert stored(page) == before
    do(page, "naar-overzicht")
    do(page, "start")
    assert len(told(page)) == 2 and said(page) == FULL
    do(page, "bekijk")
    do(page, "naar")
    page.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('vulling')) localStorage.removeItem(key)"
    )
    place(page, 0, 3)
    page.get_by_text("Het bewaren lukt weer.").wait_for()
    assert len(notes(kept(page))) == 2
    # What was left over from before may have been kept first.
    until_told(page, lambda: kept(page)["reflecties"][1]["plekken"] == {"sv5": {"natuur": 3}}, "the place is kept")


FORBIDDEN = {
    "an error": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('nee', 'SecurityError'); } })",
    "no storage": "Object.defineProperty(window, 'localStorage', { value: null })",
}


@pytest.mark.parametrize("script", FORBIDDEN.values(), ids=FORBIDDEN)
def test_forbidden_storage_is_told_and_all_else_works(tab, script):
    page = tab(script=script)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    assert said(page) == "Je browser staat niet toe dat deze pagina iets bewaart: een bestand downloaden kan wel."
    expect(page.locator(".bewaar-aan")).to_be_disabled()
    one_made(page)
    page.locator(".meenemen summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bestand").click()
    assert notes(json.loads(Path(download.value.path()).read_text())) == [{"sv4-v1": NOTE}]
    do(page, "wis")
    page.locator("dialog [value=ja]").click()
    page.wait_for_function("() => document.querySelector('.eerder').hidden")
    assert errors == []


def test_a_private_window_that_allows_nothing_to_be_written(tab):
    page = tab(script="Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); }")
    one_made(page)
    page.locator(".bewaar-aan").click()
    page.get_by_text(FULL).wait_for()
    expect(page.locator(".bewaar-aan")).not_to_be_checked()
    assert len(told(page)) == 1


def test_a_private_window_leaves_nothing_for_another(page, visit):
    one_made(page)
    keep(page)
    other = visit(REFLECTIE, **ONLINE)
    assert told(other) == [] and stored(other) == {}
    assert "In een privévenster is het weg zodra je dat sluit." in page.locator(".bewaar-keuze").inner_text()


# Two tabs


def test_two_tabs_keep_what_the_other_wrote(page, tab):
    keep(page)
    other = tab()
    for one, field, note in (
        (page, "sv4", "In de ene."),
        (other, "sv5", "In de andere."),
        (page, "sv6", "En weer in de ene."),
    ):
        one.bring_to_front()
        one_made(one, field, note)
    for one in (page, other):
        one.wait_for_function("() => document.querySelectorAll('.eerder li').length === 3")
    assert notes(kept(page)) == [
        {"sv4-v1": "In de ene."},
        {"sv5-v1": "In de andere."},
        {"sv6-v1": "En weer in de ene."},
    ]


def test_two_tabs_on_the_same_reflection_keep_both_parts(page, tab):
    keep(page)
    begin(page, "sv4", together=True)
    place(page, 0, 3)
    page.wait_for_function("key => localStorage.getItem(key).includes('natuur')", arg=KEY)
    other = tab()
    other.bring_to_front()
    do(other, "verder")
    other.locator("textarea:visible").nth(1).fill("Uit het andere tabblad.")
    page.bring_to_front()
    write(page)
    page.wait_for_function("() => document.querySelectorAll('.veld:not([hidden]) textarea')[1].value !== ''")
    saved(page, NOTE)
    saved(page, "Uit het andere tabblad.")
    assert notes(kept(page)) == [{"sv4-v1": NOTE, "sv4-v2": "Uit het andere tabblad."}]
    assert kept(page)["reflecties"][0]["plekken"] == {"sv4": {"natuur": 3}}


# A tab may see what another wrote only a moment later; until then it reads what was there before.
BEHIND = """(key) => {
    const before = localStorage.getItem(key), read = Storage.prototype.getItem;
    Storage.prototype.getItem = function (name) { return name === key ? before : read.call(this, name); };
    setTimeout(() => { Storage.prototype.getItem = read; }, 1500);
}"""


def test_a_button_being_pressed_stays_while_another_tab_writes(page, tab):
    one_made(page)
    keep(page)
    other = tab()
    do(other, "bekijk")
    do(other, "naar")
    page.bring_to_front()
    page.locator("[data-doe=bekijk]:visible").hover()
    page.mouse.down()
    page.evaluate(
        "key => { new BroadcastChannel(key).onmessage = () => setTimeout(() => { window.told = true }) }", KEY
    )
    place(other, 1, 3)
    page.wait_for_function("() => window.told")
    page.mouse.up()
    page.locator(".overzicht-scherm").wait_for()


def test_a_tab_that_is_a_moment_behind_undoes_nothing(page, tab):
    one_made(page, "sv4", "Van eerder.")
    keep(page)
    behind = tab()
    begin(behind, "sv5", together=True)
    behind.evaluate(BEHIND, KEY)
    page.bring_to_front()
    page.get_by_role("button", name="Wis : de reflectie").click()
    page.locator("dialog [value=ja]").click()
    one_made(page, "sv6", "Intussen.")
    behind.locator("textarea:visible").first.fill("Achteraan.")
    behind.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_function(
        """key => {
        const notes = JSON.parse(localStorage.getItem(key)).reflecties.map((one) => Object.values(one.notities)[0]).sort();
        return notes.join() === "Achteraan.,Intussen.";
    }""",
        arg=KEY,
    )


def test_a_tab_that_is_a_moment_behind_does_not_undo_the_wiping(page, tab):
    one_made(page)
    keep(page)
    behind = tab()
    begin(behind, "sv5", together=True)
    behind.evaluate("(key) => { window.before = localStorage.getItem(key); }", KEY)
    write(behind, "Net op dat moment.")
    page.bring_to_front()
    # It heard nothing yet when it wrote, and then it hears.
    page.evaluate("(key) => localStorage.removeItem(key)", KEY)
    behind.evaluate(
        """(key) => {
        localStorage.setItem(key, before);
        document.dispatchEvent(new Event("visibilitychange"));
    }""",
        KEY,
    )
    page.evaluate("""(key) => new BroadcastChannel(key).postMessage({ kind: "wiped" })""", KEY)
    behind.get_by_text("Alles is gewist").wait_for()
    assert stored(page) == {}


def test_taking_one_out_takes_it_out_of_the_tab_that_is_busy_with_it(page, tab):
    one_made(page)
    keep(page)
    other = tab()
    other.get_by_role("button", name="Bekijk").click()
    page.get_by_role("button", name="Wis : de reflectie").click()
    page.locator("dialog [value=ja]").click()
    other.get_by_text("Deze reflectie is in een ander tabblad gewist.").wait_for()
    assert headings(other)[1] == "Waar wil je naar kijken?"
    assert told(other) == [] and kept(page)["reflecties"] == []


def wipe(page) -> None:
    do(page, "wis")
    page.locator("dialog [value=ja]").click()
    page.get_by_text("Alles is gewist, ook in andere tabbladen en op dit apparaat.").wait_for()


def empty(page) -> bool:
    return (
        told(page) == []
        and page.locator(".verder-gaan").is_hidden()
        and page.locator(".rail input:checked").count() == 0
        and page.locator("textarea").evaluate_all("all => all.every((one) => one.value === '')")
        and not page.locator(".bewaar-aan").is_checked()
    )


def test_wiping_empties_all_tabs_and_nothing_comes_back(page, tab):
    page.evaluate("localStorage.setItem('thema', 'donker'); localStorage.setItem('anders', '1')")
    one_made(page)
    keep(page)
    other = tab()
    begin(other, "sv5", together=True)
    write(other, "Nog bezig.")
    saved(other, "Nog bezig.")
    wipe(page)
    other.get_by_text("Alles is gewist").wait_for()
    for one in (page, other):
        assert empty(one)
    # What is typed afterwards stays in the page.
    begin(other, "sv5", together=True)
    write(other, "Opnieuw.")
    do(other, "pauze")
    assert stored(page) == {"thema": "donker", "anders": "1"}
    page.reload()
    assert empty(page)


def test_wiping_takes_what_stands_under_the_name_of_before_too(tab):
    """Which a copy of the site that has nothing of its own would take over."""
    before = {"zelfreflectie": SCHEMA_2, "zelfreflectie-vorige": json.dumps({"vorige": SCHEMA_2})}
    page = tab({KEY: SCHEMA_2, **before})
    assert stored(page) == {KEY: SCHEMA_2, **before}
    wipe(page)
    assert stored(page) == {}


def test_a_wipe_that_was_cut_short_is_finished_by_who_looks(tab):
    """The document goes first, so what was good before it must not stay alone on the device."""
    page = tab({BACKUP: json.dumps({"vorige": SCHEMA_2})})
    until_told(page, lambda: stored(page) == {}, "nothing is kept")
    assert told(page) == []


def test_a_tab_that_did_not_hear_of_the_wiping_writes_nothing_back(page, tab):
    one_made(page)
    keep(page)
    deaf = tab(script="delete window.BroadcastChannel")
    begin(deaf, "sv5", together=True)
    write(deaf, "Nog bezig.")
    saved(deaf, "Nog bezig.")
    wipe(page)
    write(deaf, "Nog steeds bezig.")
    deaf.get_by_text("Alles is gewist").wait_for()
    assert empty(deaf) and stored(page) == {}


def test_what_was_taken_out_before_the_wiping_is_not_taken_out_again_after_it(page):
    """Such as from a file that brings it back in another tab."""
    left = page.evaluate("""async () => {
        const { Traces } = await import(new URL("/bron/js/reflectie/kept/traces.js", location.href));
        const [traces, document] = [new Traces(), { reflecties: [{ id: "x" }] }];
        const left = () => traces.repaired(document).reflecties.length;
        traces.drop("x");
        const before = left();
        traces.clear();
        return [before, left()];
    }""")
    assert left == [0, 1]


@pytest.mark.parametrize("hold", [True, False], ids=["held", "pressed twice"])
def test_wiping_is_not_agreed_to_with_the_press_that_asked(page, hold):
    one_made(page)
    keep(page)
    page.locator("[data-doe=wis]").focus()
    for _ in range(3):
        page.keyboard.down("Enter")
        if not hold:
            page.keyboard.up("Enter")
    page.keyboard.up("Enter")
    dialog = page.get_by_role("dialog", name="Alles wissen?")
    expect(dialog).to_have_accessible_description(re.compile("^Je reflecties en notities verdwijnen"))
    expect(dialog.get_by_role("heading")).to_be_focused()
    assert len(told(page)) == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Alles is gewist").wait_for()


def test_wiping_can_be_thought_over(page):
    one_made(page)
    keep(page)
    before = stored(page)
    do(page, "wis")
    page.keyboard.press("Escape")
    assert stored(page) == before and len(told(page)) == 1


# A write that is cut short

# What a crash may leave: each write happens, or not, or half; after the one with that number nothing happens any more.
CRASH = """async ([at, how]) => {
    const { save, look } = await import(new URL("/bron/js/reflectie/kept/storage.js", location.href));
    const told = (note) => (document) => {
        const notities = { "sv4-v1": "Eerder bewaard.", ...(note && { "sv4-v2": note }) };
        return { ...document, reflecties: [{ ...window.one, notities }] };
    };
    localStorage.clear();
    save(told(), true);
    const write = Storage.prototype.setItem;
    let number = 0;
    Storage.prototype.setItem = function (key, value) {
        number += 1;
        if (number < at) write.call(this, key, value);
        if (number === at && how === "half") write.call(this, key, value.slice(0, value.length / 2));
        if (number === at && how === "garbage") write.call(this, key, "\\u0000\\u0000");
    };
    for (const note of ["Daarna.", "Weer later."]) save(told(note));
    Storage.prototype.setItem = write;
    const found = look();
    // And it goes on from there.
    save((document) => ({ ...document, kopie: "2026-03-10" }));
    return [found.on, Object.values(found.document.reflecties[0].notities), look().document.kopie];
}"""


def test_a_crash_in_the_middle_of_a_write_loses_nothing_that_was_saved_before(page):
    page.evaluate("one => { window.one = one }", json.loads(SCHEMA_2)["reflecties"][0])
    for how in ("not", "half", "garbage"):
        for at, notes_left in {
            1: ["Eerder bewaard."],
            2: ["Eerder bewaard."],
            3: ["Eerder bewaard.", "Daarna."],
            4: ["Eerder bewaard.", "Daarna."],
            5: ["Eerder bewaard.", "Weer later."],
        }.items():
            assert (how, at, page.evaluate(CRASH, [at, how])) == (how, at, [True, notes_left, "2026-03-10"])


def test_a_crash_that_left_half_is_told(page, tab):
    one_made(page)
    keep(page)
    place_aside = json.dumps({"vorige": stored(page)[KEY]})
    page.evaluate(
        '([key, backup, aside]) => { localStorage.setItem(backup, aside); localStorage.setItem(key, \'{"schema":2,"refl\'); }',
        [KEY, BACKUP, place_aside],
    )
    again = tab()
    assert (
        said(again) == "De laatste keer bewaren werd onderbroken. Alles van daarvoor is er nog."
        and len(told(again)) == 1
    )


# Newer, broken


def test_a_document_of_this_schema_is_left_as_it_is(tab):
    page = tab({KEY: SCHEMA_2})
    assert stored(page) == {KEY: SCHEMA_2} and len(told(page)) == 1


UNREADABLE = "Wat op dit apparaat bewaard is, kan deze pagina niet lezen: het blijft staan tot je alles wist, en zolang wordt er niets bij bewaard."


@pytest.mark.parametrize(
    "raw, sentence",
    [
        (
            NEWER,
            "Dit komt uit een nieuwere versie van deze pagina (3, deze kent 2): laad de pagina opnieuw en probeer het nog eens. Wat er staat, blijft staan.",
        ),
        ('{"schema":2,"reflecties":[', UNREADABLE),
        ('{"schema":2}', UNREADABLE),
    ],
    ids=["newer", "cut off", "something else"],
)
def test_what_cannot_be_read_is_kept_and_not_written_over(tab, raw, sentence):
    page = tab({KEY: raw})
    assert said(page) == sentence
    expect(page.locator(".bewaar-aan")).to_be_disabled()
    expect(page.locator(".bewaar-aan")).not_to_be_checked()
    begin(page, "sv5", together=True)
    write(page)
    do(page, "pauze")
    assert stored(page) == {KEY: raw}


def test_what_cannot_be_read_can_be_wiped_and_then_keeping_works(tab):
    page = tab({KEY: NEWER})
    wipe(page)
    assert stored(page) == {}
    one_made(page)
    keep(page)
    assert len(notes(kept(page))) == 1


def test_a_newer_document_that_another_tab_wrote_is_not_written_over(page):
    one_made(page)
    keep(page)
    page.evaluate("([key, newer]) => localStorage.setItem(key, newer)", [KEY, NEWER])
    begin(page, "sv5", together=True)
    write(page)
    page.get_by_text("Dit komt uit een nieuwere versie van deze pagina").wait_for()
    assert stored(page)[KEY] == NEWER
