"""A session of Samen kijken: handing in by three ways, when there is a picture and when not, and what stays behind: nothing."""

import json
import re

import pytest
from playwright.sync_api import expect
from team import (
    CODE,
    SESSION,
    TEAM,
    begin,
    code,
    hand_in,
    hand_in_all,
    one_tab,
    picture,
    place,
    received,
    session_of,
    show,
    start_over,
    switch,
    to_leader,
    type_code,
)
from waiting import until_told
from windows import window

from tests.conftest import asset

# The two lines of field 4, in the order of a code.
NATURE, SITUATION = 6, 7
TWICE = "Deze code is al ontvangen en telt één keer."
REPLACED = "Van deze telefoon was al een code ontvangen. De nieuwe plekken komen daarvoor in de plaats, en het aantal blijft gelijk."


@pytest.fixture(scope="module")
def room(browser, address):
    with one_tab(browser, address) as page:
        yield page


@pytest.fixture
def page(room, address):
    start_over(room)
    return room


PHONE = {"width": 320, "height": 640, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def pocket(browser):
    """The tab of a phone that stays open from test to test."""
    with window(browser, **PHONE) as page:
        yield page


@pytest.fixture
def phone(pocket, visit, address):
    """A function that takes part in a session on a phone, and gives that page: each time on another phone."""
    at_hand = [pocket]

    def join(session: str):
        page = at_hand.pop() if at_hand else visit(None, **PHONE)
        page.goto(f"{address}{TEAM}#sessie={session}")
        return page

    yield join
    if not at_hand:
        for other in pocket.context.pages[1:]:
            other.close()
        pocket.evaluate("sessionStorage.clear()")
        pocket.goto("about:blank")


# Beginning


def test_one_step_is_open_at_a_time(page):
    def steps():
        return page.locator("[data-stap]").evaluate_all(
            "all => all.filter((one) => !one.hidden).map((one) => one.dataset.stap)"
        )

    assert steps() == ["begin"]
    page.get_by_label("Met hoeveel zijn jullie?").locator("visible=true").fill("7")
    page.locator('.team-veld input[value="4"]').check()
    page.locator('[name="eerst"][value="papier"]').check()
    page.locator('[name="eerst"][value="doorgeven"]').check()
    page.get_by_role("button", name="Begin", exact=True).click()
    assert steps() == ["doorgeven"]
    to_leader(page)
    assert steps() == ["verzamelen"]
    page.get_by_role("button", name="Geef het apparaat door").click()
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    assert steps() == ["invullen"]


def test_a_session_needs_a_field(page):
    begin(page)
    page.get_by_text("Kies minstens één spanningsveld.").wait_for()
    expect(page.locator("[data-stap=begin]")).to_be_visible()


def test_passing_on_is_the_default(page):
    expect(page.locator("[name=eerst]:checked")).to_have_attribute("value", "doorgeven")


@pytest.mark.parametrize(
    "fragment, chosen, told",
    [
        ("#velden=2,4", ["2", "4"], ""),
        (
            "#velden=2,9",
            ["2"],
            "In de link staat een spanningsveld dat niet bestaat. Kies hieronder zelf; er zijn er 6.",
        ),
        ("", [], ""),
    ],
)
def test_a_link_chooses_the_fields(visit, fragment, chosen, told):
    page = visit(TEAM + fragment)
    assert page.locator("[name=veld]:checked").evaluate_all("all => all.map((one) => one.value)") == chosen
    page.wait_for_function(
        "told => document.querySelector('[data-form=begin] .team-melding').textContent === told", arg=told
    )


def test_only_the_chosen_fields_are_asked(page):
    begin(page, 2, 5)
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    assert page.locator(".team-lijnen:visible h3").all_inner_texts() == [
        "Dingen goed of goede dingen",
        "Jij-en-ik of wij²",
    ]


# Handing in on one device


def test_the_form_is_empty_again_for_the_next_person(page):
    begin(page, 4)
    hand_in(page, 2, 7, consent=True)
    assert received(page) == "1 ontvangen"
    page.get_by_text("Klaar. Geef het apparaat door").wait_for()
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    expect(page.locator(".team-formulier :checked")).to_have_count(0)
    assert page.locator(".team-lijnen:visible output").all_inner_texts() == ["Nog geen plek gekozen"] * 2


def test_who_changes_their_mind_isnt_counted_and_leaves_nothing(page):
    begin(page, 4)
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    place(page, 2, 7)
    page.get_by_role("button", name="Toch niet", exact=True).click()
    page.get_by_text("Klaar. Geef het apparaat door").wait_for()
    assert received(page) == "0 ontvangen, 1 doet niet mee"
    expect(page.locator(".team-formulier :checked")).to_have_count(0)


def test_between_two_people_the_device_shows_nothing_of_the_leader(page):
    begin(page, 4, people=7)
    hand_in_all(page, [([5, 5], False)] * 5)
    shown = page.locator("team-sessie").inner_text()
    assert re.sub(r"\s+", " ", shown).strip() == (
        "Klaar. Geef het apparaat door Het formulier is leeg. Wie aan de beurt is, tikt hieronder. "
        "Ik ben aan de beurt Ik ben de begeleider"
    )
    # Who presses it by mistake is asked first.
    page.get_by_role("button", name="Ik ben de begeleider").click()
    page.get_by_role("button", name="Toch niet").locator("visible=true").click()
    expect(page.get_by_role("button", name="Laat het beeld zien")).to_be_hidden()


# How many


def test_the_leader_sees_how_many_are_to_come_and_when_all_have_been(page):
    begin(page, 4, people=3)
    assert received(page) == "0 ontvangen, nog 3 te gaan"
    hand_in(page, 2, 7)
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    page.get_by_role("button", name="Toch niet", exact=True).click()
    assert received(page) == "1 ontvangen, 1 doet niet mee, nog 1 te gaan"
    hand_in(page, 2, 7)
    assert received(page) == "2 ontvangen, 1 doet niet mee, iedereen is geweest"
    page.get_by_text("Klaar. Geef het apparaat aan de begeleider").wait_for()
    expect(page.get_by_role("button", name="Ik ben aan de beurt")).to_be_hidden()
    to_leader(page)
    page.get_by_label("Met hoeveel zijn jullie?").locator("visible=true").fill("2")
    page.keyboard.press("Enter")
    assert received(page) == "2 ontvangen, 1 doet niet mee, meer dan de 2 die jullie zijn"
    page.get_by_label("Met hoeveel zijn jullie?").locator("visible=true").fill("1.5")
    page.keyboard.press("Enter")
    page.get_by_text("Typ een heel getal van 2 tot en met 200, of laat het leeg.").locator("visible=true").wait_for()


def test_an_absurd_number_of_people_is_told(page):
    for people in ("0", "-3", "1e9"):
        begin(page, 4, people=people)
        told = page.get_by_text("Typ een heel getal van 2 tot en met 200, of laat het leeg.").locator("visible=true")
        expect(told, people).to_be_visible()
        expect(page.locator("[data-stap=begin]"), people).to_be_visible()
        start_over(page)
        expect(told).to_have_count(0)


def take_back(page) -> None:
    to_leader(page)
    page.get_by_role("button", name="Wis de laatste").click()
    page.get_by_role("button", name="Ja, wis").click()
    page.get_by_text("Gewist. Die persoon kan opnieuw inleveren.").wait_for()


def test_the_last_one_can_be_taken_back_unseen_and_only_once(page):
    begin(page, 4)
    hand_in_all(page, [([n, n], False) for n in range(5)])
    hand_in(page, 10, 10)
    take_back(page)
    assert received(page) == "5 ontvangen"
    expect(page.get_by_role("button", name="Wis de laatste")).to_be_hidden()
    show(page)
    assert picture(page) == [[2, 3, 0, 0, 0]] * 2


def test_nothing_chosen_is_not_handed_in(page):
    begin(page, 4)
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    page.get_by_role("button", name="Lever in").click()
    page.get_by_text("Er is nog geen plek gekozen. Kies er minstens één.").wait_for()
    expect(page.locator("[data-stap=invullen]")).to_be_visible()


def test_consent_is_never_given_beforehand(page):
    expect(page.locator("[name=tonen]")).to_have_count(2)
    expect(page.locator("[name=tonen]:checked")).to_have_count(0)


# Codes


@pytest.fixture
def collecting(page):
    begin(page, 4, way="qr")
    return page


def test_a_typed_code_counts_however_it_is_typed(collecting):
    text = code(collecting, session_of(collecting), {NATURE: 3}, nonce=1)
    assert type_code(collecting, text.lower().replace("-", " ")) == "Ontvangen."
    assert received(collecting) == "1 ontvangen"
    expect(collecting.get_by_label("Of typ of plak een code")).to_have_value("")


def test_a_code_counts_once(collecting):
    text = code(collecting, session_of(collecting), {NATURE: 3}, nonce=1)
    type_code(collecting, text)
    assert type_code(collecting, text) == TWICE
    assert received(collecting) == "1 ontvangen"


def test_a_changed_mind_on_the_same_phone_counts_once(collecting):
    type_code(collecting, code(collecting, session_of(collecting), {NATURE: 3}, nonce=1))
    assert type_code(collecting, code(collecting, session_of(collecting), {NATURE: 8}, nonce=1)) == REPLACED
    assert received(collecting) == "1 ontvangen"
    hand_in_all_codes(collecting, 4)
    show(collecting)
    assert picture(collecting)[0] == [0, 0, 4, 1, 0]


def hand_in_all_codes(page, count: int) -> None:
    """So many other phones, all in the middle of their first line."""
    for nonce in range(100, 100 + count):
        type_code(page, code(page, session_of(page), {NATURE: 5}, nonce=nonce))


def test_the_code_of_one_who_should_not_count_can_be_taken_back(collecting):
    hand_in_all_codes(collecting, 2)
    text = code(collecting, session_of(collecting), {NATURE: 3}, nonce=1)
    type_code(collecting, text)
    take_back(collecting)
    assert received(collecting) == "2 ontvangen"
    assert type_code(collecting, text) == "Ontvangen."


def test_a_code_of_another_session_is_refused(collecting):
    other = collecting.evaluate(
        f"{CODE}.then((code) => code.sessionText(code.readSession('{session_of(collecting)}') ^ 1))"
    )
    told = type_code(collecting, code(collecting, other, {NATURE: 3}, nonce=1))
    assert told == (
        f"Deze code hoort bij een andere sessie. Hier loopt sessie {session_of(collecting)}; "
        "laat de ander daarmee een nieuwe code maken."
    )
    assert received(collecting) == "0 ontvangen"


def of_version(page, text: str, version: int) -> str:
    """The same code as another version would write it, with its check in order."""
    return page.evaluate(
        """([text, version]) => {
        const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let bits = [...text.replaceAll("-", "")].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
        bits = version.toString(2).padStart(4, "0") + bits.slice(4, -16);
        let crc = 0xffff;
        for (const bit of bits) crc = ((crc << 1) & 0xffff) ^ ((crc >> 15) ^ Number(bit) ? 0x1021 : 0);
        bits += crc.toString(2).padStart(16, "0");
        return bits.match(/.{5}/g).map((five) => ALPHABET[parseInt(five, 2)]).join("");
    }""",
        [text, version],
    )


def test_a_code_of_an_unknown_version_is_refused(collecting):
    text = code(collecting, session_of(collecting), {NATURE: 3}, nonce=1)
    assert type_code(collecting, of_version(collecting, text, 2)) == (
        "Deze code is gemaakt met een andere versie van deze pagina. Laad de pagina op dat apparaat opnieuw en maak een nieuwe code."
    )
    assert type_code(collecting, of_version(collecting, text, 1)) == "Ontvangen."


def test_a_wrong_character_is_told_and_can_be_mended(collecting):
    text = code(collecting, session_of(collecting), {NATURE: 3}, nonce=1)
    wrong = text[:-1] + ("0" if text[-1] != "0" else "1")
    assert type_code(collecting, wrong) == "Deze code klopt niet. Er zit een tikfout in. Kijk de code nog eens na."
    expect(collecting.get_by_label("Of typ of plak een code")).to_have_value(wrong)
    assert type_code(collecting, text) == "Ontvangen."


NO_CODE = {
    "": "Typ eerst een code van 21 tekens.",
    "35C-1S0": "Een code heeft 21 tekens, en je typte er 6.",
    "https://nji.nl": "Dit is geen code van deze pagina. Een code heeft 21 letters en cijfers, nooit een U.",
    "https://elders.example/reflectie/team/#sessie=35C1F": (
        "Dit is de code om mee te doen. Laat de code zien die na het invullen verschijnt."
    ),
    "<img src=x onerror=alert(1)>": (
        "Dit is geen code van deze pagina. Een code heeft 21 letters en cijfers, nooit een U."
    ),
}


def test_what_is_no_code_is_told_in_one_sentence(collecting):
    told = {typed: [type_code(collecting, typed), received(collecting)] for typed in NO_CODE}
    assert told == {typed: [sentence, "0 ontvangen"] for typed, sentence in NO_CODE.items()}


def test_several_codes_can_be_pasted_at_once(collecting):
    codes = [code(collecting, session_of(collecting), {NATURE: n}, nonce=n) for n in range(4)]
    assert type_code(collecting, "\n".join(f"Noor: {one}" for one in codes)) == "Ontvangen."
    assert received(collecting) == "4 ontvangen"
    told = type_code(collecting, f"{codes[0]} {code(collecting, session_of(collecting), {NATURE: 5}, nonce=9)}")
    assert told == f"{TWICE} Ontvangen."
    assert received(collecting) == "5 ontvangen"


def test_a_chat_with_the_invitation_in_it_can_be_pasted_whole(collecting):
    session = session_of(collecting)
    codes = [code(collecting, session, {NATURE: n}, nonce=n) for n in range(2)]
    chat = f"Anita: Doe mee via {collecting.url}#sessie={session}\nJan: {codes[0]}\nFatima {codes[1]}"
    assert type_code(collecting, chat) == "Ontvangen."
    assert received(collecting) == "2 ontvangen"


# On a phone


def test_a_phone_takes_part_and_its_code_counts(collecting, phone):
    participant = phone(session_of(collecting))
    assert participant.locator(".team-lijnen:visible h3").all_inner_texts() == ["Doorgaan of vertragen"]
    place(participant, 10, 0)
    participant.get_by_role("button", name="Maak mijn code").click()
    participant.locator("[data-qr=code] svg").wait_for()
    assert participant.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert type_code(collecting, participant.locator(".team-code").text_content()) == "Ontvangen."
    for nonce in range(4):
        type_code(collecting, code(collecting, session_of(collecting), {NATURE: 5, SITUATION: 5}, nonce=nonce))
    show(collecting)
    assert picture(collecting) == [[0, 0, 4, 0, 1], [1, 0, 4, 0, 0]]


def test_changing_places_on_a_phone_keeps_them_and_counts_once(collecting, phone):
    participant = phone(session_of(collecting))
    place(participant, 10, None)
    participant.get_by_role("button", name="Maak mijn code").click()
    first = participant.locator(".team-code").text_content()
    participant.get_by_role("button", name="Pas mijn plekken aan").click()
    expect(participant.locator(".team-lijnen:visible :checked")).to_have_attribute("value", "10")
    place(participant, 1, None)
    participant.get_by_role("button", name="Maak mijn code").click()
    second = participant.locator(".team-code").text_content()
    assert first != second
    assert type_code(collecting, first) == "Ontvangen."
    assert type_code(collecting, second) == REPLACED
    assert type_code(collecting, second) == TWICE
    assert received(collecting) == "1 ontvangen"


def test_who_does_not_take_part_on_a_phone_shows_a_code_too_and_is_waited_for_no_longer(page, phone):
    begin(page, 4, way="qr", people=2)
    participant = phone(session_of(page))
    place(participant, 10, None)
    participant.get_by_role("button", name="Toch niet", exact=True).click()
    participant.get_by_text("In deze code staat dat je niet meedoet.").wait_for()
    assert "plekken" not in participant.locator(".team-jouwcode").inner_text()
    assert type_code(page, participant.locator(".team-code").text_content()) == "Genoteerd: deze persoon doet niet mee."
    assert received(page) == "0 ontvangen, 1 doet niet mee, nog 1 te gaan"
    participant.get_by_role("button", name="Doe toch mee").click()
    expect(participant.locator(".team-lijnen:visible :checked")).to_have_count(0)
    place(participant, 3, None)
    participant.get_by_role("button", name="Maak mijn code").click()
    assert type_code(page, participant.locator(".team-code").text_content()) == "Ontvangen."
    assert received(page) == "1 ontvangen, nog 1 te gaan"


@pytest.mark.parametrize(
    "allowed, told",
    [
        (["clipboard-read", "clipboard-write"], "Gekopieerd"),
        ([], "Kopiëren lukte niet. Probeer het nog eens, of selecteer de tekst zelf."),
    ],
)
def test_a_code_can_be_copied(visit, allowed, told):
    page = visit(f"{TEAM}#sessie=35C1F", permissions=allowed, service_workers="block")
    if not allowed:
        page.evaluate(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"
        )
    place(page, 3, None, None, None)
    page.get_by_role("button", name="Maak mijn code").click()
    page.get_by_role("button", name="Kopieer de code").click()
    page.get_by_text(told).wait_for()
    if allowed:
        assert page.evaluate("navigator.clipboard.readText()") == page.locator(".team-code").text_content()


def test_done_on_a_phone_leaves_nothing_on_it(collecting, phone):
    participant = phone(session_of(collecting))
    place(participant, 10, 3)
    participant.get_by_role("button", name="Maak mijn code").click()
    participant.locator("[data-qr=code] svg").wait_for()
    participant.get_by_role("button", name="Klaar, wis mijn plekken").click()
    participant.get_by_text("Alles is weg").wait_for()
    expect(participant.locator(".team-formulier :checked")).to_have_count(0)
    assert participant.locator(".team-code").text_content() == ""
    expect(participant.locator("[data-qr=code] *")).to_have_count(0)


NO_SESSION = (
    "Deze sessie bestaat niet. Een sessie heeft vijf letters en cijfers. Kijk nog eens op het scherm van de begeleider."
)


def test_a_session_that_doesnt_exist_is_told(page):
    told = page.get_by_text(NO_SESSION)
    # Of before a session had a character that checks it, with one character wrong, with two in each other's place.
    for text in ("00000", "hoi", "", "35C1", "3SC1F", "53C1F", "35C1G"):
        page.get_by_label("Sessie", exact=True).fill(text)
        page.get_by_role("button", name="Doe mee").click()
        expect(told, text).to_be_visible()
        told.evaluate("(told) => { told.textContent = '' }")


def test_a_link_to_a_session_that_doesnt_exist_is_told(phone):
    phone("35C1").get_by_text(NO_SESSION).wait_for()


def test_a_typed_session_opens_the_form(page):
    page.get_by_label("Sessie", exact=True).fill("35c1f")
    page.get_by_role("button", name="Doe mee").click()
    page.get_by_text("Je doet mee met sessie 35C1F").wait_for()


def test_a_link_to_the_next_round_on_an_open_phone_starts_anew(phone):
    participant = phone("35C1F")
    place(participant, 10, None, 3, None)
    participant.evaluate("location.hash = '#sessie=0G01P'")
    participant.get_by_text("Je doet mee met sessie 0G01P").wait_for()
    expect(participant.locator(".team-formulier :checked")).to_have_count(0)


# Whatever happens to the address, the tab or the page, who takes part stays in the session and counts once

FRAGMENTS = ["#inhoud", "#team-kop-sv4", "#", "#velden=2,4", "#sessie=35C1", "#sessie=", "#anders=1"]


def follow(page, fragment: str) -> None:
    """Follow a link to another place on the page, and let the page hear of it."""
    page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
    page.evaluate("new Promise((done) => setTimeout(done, 50))")


def chosen_places(page) -> list[str]:
    return page.locator(".team-lijnen:visible :checked").evaluate_all("all => all.map((one) => one.value)")


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_no_fragment_takes_a_participant_out(phone, fragment):
    participant = phone("35C1F")
    place(participant, 10, None, 3, None)
    follow(participant, fragment)
    participant.go_back()
    participant.go_forward()
    expect(participant.locator("[data-stap=invullen]")).to_be_visible()
    assert chosen_places(participant) == ["10", "3"]
    participant.get_by_role("button", name="Maak mijn code").click()
    code = participant.locator(".team-code").text_content()
    follow(participant, fragment + "&x" if "=" in fragment else fragment + "x")
    participant.go_back()
    expect(participant.locator("[data-stap=code]")).to_be_visible()
    assert participant.locator(".team-code").text_content() == code


def test_the_way_to_the_content_takes_nobody_out(phone):
    participant = phone("35C1F")
    place(participant, 10, None, None, None)
    skip = participant.get_by_role("link", name="Naar de inhoud")
    skip.focus()
    participant.keyboard.press("Enter")
    assert participant.url.endswith("#inhoud")
    expect(participant.locator("[data-stap=invullen]")).to_be_visible()
    assert chosen_places(participant) == ["10"]


def made(participant, *places: int | None) -> str:
    """The code of a participant who chooses these places."""
    place(participant, *places)
    participant.get_by_role("button", name="Maak mijn code").click()
    return participant.locator(".team-code").text_content()


def again_by_reload(participant):
    participant.reload()
    return participant


def again_by_another_page(participant):
    participant.goto(participant.url.split("reflectie/")[0] + "over/")
    participant.go_back()
    return participant


def again_by_another_tab(participant):
    other = participant.context.new_page()
    other.goto(participant.url)
    return other


def again_from_memory(participant):
    participant.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    return participant


@pytest.mark.parametrize(
    "again",
    [again_by_reload, again_by_another_page, again_by_another_tab, again_from_memory],
    ids=lambda one: one.__name__,
)
def test_who_comes_again_is_one_person(collecting, phone, again):
    participant = phone(session_of(collecting))
    assert type_code(collecting, made(participant, 10, 3)) == "Ontvangen."
    participant = again(participant)
    assert chosen_places(participant) == [], "the places are not kept"
    assert type_code(collecting, made(participant, 1, 1)) == REPLACED
    assert received(collecting) == "1 ontvangen"


def test_two_phones_are_two_people(collecting, phone):
    for participant in (phone(session_of(collecting)), phone(session_of(collecting))):
        assert type_code(collecting, made(participant, 5, 5)) == "Ontvangen."
    assert received(collecting) == "2 ontvangen"


def test_what_a_tab_keeps_of_a_session_is_no_place_and_goes_when_one_is_done(phone):
    participant = phone("35C1F")
    assert participant.evaluate(STORED) == NOTHING
    made(participant, 10, None, 3, None)
    kept = participant.evaluate(STORED)
    assert list(kept["session"]) == ["samen-kijken:/leren/"]
    known = json.loads(kept["session"]["samen-kijken:/leren/"])
    assert set(known) == {"session", "nonce"}
    assert {**kept, "session": {}} == NOTHING
    participant.get_by_role("button", name="Klaar, wis mijn plekken").click()
    assert participant.evaluate(STORED) == NOTHING


def test_where_nothing_may_be_kept_one_takes_part_all_the_same(visit, collecting):
    participant = visit(None, service_workers="block")
    participant.add_init_script(NO_STORAGE)
    participant.goto(collecting.url.split("#")[0] + f"#sessie={session_of(collecting)}")
    first = made(participant, 2, 2)
    participant.get_by_role("button", name="Pas mijn plekken aan").click()
    assert type_code(collecting, first) == "Ontvangen."
    assert type_code(collecting, made(participant, 3, 3)) == REPLACED


def test_the_next_round_counts_everybody_anew(phone):
    participant = phone("35C1F")
    made(participant, 10, None, 3, None)
    first = participant.evaluate("sessionStorage.getItem('samen-kijken:/leren/')")
    follow(participant, "#sessie=0G01P")
    participant.get_by_text("Je doet mee met sessie 0G01P").wait_for()
    participant.get_by_role("button", name="Maak mijn code").wait_for()
    place(participant, *[1] * participant.locator(".team-lijnen:visible .rail").count())
    participant.get_by_role("button", name="Maak mijn code").click()
    second = participant.evaluate("sessionStorage.getItem('samen-kijken:/leren/')")
    assert json.loads(first)["session"] != json.loads(second)["session"]


# When there is a picture


def hand_in_many(page, count: int, consenting: int = 0) -> None:
    """So many people on the device that goes round, each with other places."""
    hand_in_all(page, [([n, 10 - n], n < consenting) for n in range(count)])


def test_four_are_too_few_and_five_are_enough(page):
    begin(page, 4)
    hand_in_many(page, 4)
    to_leader(page)
    expect(page.get_by_role("button", name="Laat het beeld zien", exact=True)).to_be_hidden()
    expect(page.get_by_text("Vanaf vijf mensen kun je het beeld laten zien.")).to_be_visible()
    hand_in(page, 10, 0)
    assert received(page) == "5 ontvangen"
    to_leader(page)
    expect(page.get_by_text("Vanaf vijf mensen kun je het beeld laten zien.")).to_be_hidden()
    page.get_by_role("button", name="Laat het beeld zien", exact=True).click()
    page.get_by_role("button", name="Ja, laat zien").locator("visible=true").click()
    assert picture(page) == [[2, 2, 0, 0, 1], [1, 0, 0, 2, 2]]
    expect(page.locator("[data-mensen]")).to_have_text("5 mensen", use_inner_text=True)


def test_the_picture_comes_only_after_a_second_yes(page):
    begin(page, 4)
    hand_in_many(page, 5)
    to_leader(page)
    page.get_by_role("button", name="Laat het beeld zien", exact=True).click()
    page.get_by_text("Wie later komt, kan niet meer in dit beeld.").locator("visible=true").wait_for()
    page.get_by_role("button", name="Toch niet").locator("visible=true").click()
    expect(page.locator(".team-figuur")).to_have_count(0)
    hand_in(page, 3, 3)
    assert received(page) == "6 ontvangen"


def test_below_five_nothing_is_shown_of_who_didnt_choose_it(page):
    begin(page, 4)
    hand_in_many(page, 4, consenting=2)
    to_leader(page)
    page.get_by_text("Zijn jullie met minder dan vijf?").click()
    show(page, "Laat zien wie dat wil")
    expect(page.locator("[data-mensen]")).to_have_text("2 van de 4 laten zich zien", use_inner_text=True)
    assert picture(page) == [[2, 0, 0, 0, 0], [0, 0, 0, 0, 2]]
    expect(page.get_by_text("dit beeld is niet te bewaren")).to_be_visible()
    expect(page.locator("[data-bewaren]:visible")).to_have_count(0)


@pytest.mark.parametrize("consenting", [0, 1])
def test_below_five_there_is_no_picture_of_less_than_two(page, consenting):
    begin(page, 4)
    hand_in_many(page, 3, consenting)
    to_leader(page)
    page.get_by_text("Zijn jullie met minder dan vijf?").click()
    show(page, "Laat zien wie dat wil")
    page.get_by_text("Minder dan twee mensen kozen daarvoor, dus er komt geen beeld.").wait_for()
    expect(page.locator(".team-figuur")).to_have_count(0)
    hand_in(page, 5, 5)
    assert received(page) == "4 ontvangen"


def test_with_five_who_chose_and_who_didnt_are_shown_alike(page):
    begin(page, 4)
    hand_in_many(page, 6, consenting=3)
    show(page)
    assert [sum(line) for line in picture(page)] == [6, 6]
    assert page.locator(".team-stip").evaluate_all("all => new Set(all.map((one) => one.outerHTML)).size") == 1


def test_a_line_that_few_filled_in_stays_empty(page):
    """Four places on a line, with five people, could be told apart."""
    begin(page, 4)
    hand_in_all(page, [([n, 10 - n if n else None], False) for n in range(5)])
    show(page)
    assert picture(page) == [[2, 3, 0, 0, 0], None]
    expect(page.get_by_text("Hier kozen minder dan vijf mensen een plek.")).to_have_count(2)
    expect(page.locator(".team-leeg:visible")).to_have_count(1)


def after_showing(page, spoil: str = "") -> list:
    """What a session answers to a late code and to a late form, and what its picture has by then."""
    return page.evaluate(f"""async () => {{
        const [code, {{ Sessie }}] = [await {CODE}, await {SESSION}];
        const number = code.newSession([4], 1), session = new Sessie(number);
        const places = Array(code.LINES).fill(5);
        const late = (nonce) => code.encode({{ session: number, places, consent: true, nonce }});
        for (let nonce = 0; nonce < 5; nonce++) session.takeCode(late(nonce));
        const first = session.show();
        {spoil}
        const answers = [session.takeCode(late(77)).answer, session.takeCode(late(1)).answer, session.take(places, true)];
        return [...answers, JSON.stringify(session.show()) === JSON.stringify(first), session.received];
    }}""")


def test_a_late_arrival_is_refused_and_changes_nothing(page):
    assert after_showing(page) == ["te-laat", "te-laat", "te-laat", True, 5]


def test_showing_below_five_closes_the_round_too(page):
    """Otherwise a picture of all would tell who was added to that of the few."""
    assert page.evaluate(f"""async () => {{
        const [code, {{ Sessie }}] = [await {CODE}, await {SESSION}];
        const session = new Sessie(code.newSession([4], 1)), places = Array(code.LINES).fill(5);
        for (const consent of [true, true, false]) session.take(places, consent);
        return [session.show().shown, ...[1, 2].map(() => session.take(places, true)), session.show().received];
    }}""") == [2, "te-laat", "te-laat", 3]


def test_only_a_new_round_takes_in_again(page):
    begin(page, 4)
    hand_in_many(page, 5)
    session = session_of(page)
    show(page)
    expect(page.locator("[data-stap=beeld] form, [data-stap=beeld] input")).to_have_count(0)
    page.get_by_text("Komt er nog iemand bij?").click()
    expect(page.get_by_text("is daarin te herkennen")).to_be_visible()
    page.get_by_role("button", name="Nieuwe ronde", exact=True).click()
    page.get_by_role("button", name="Ja, nieuwe ronde").click()
    assert received(page) == "0 ontvangen"
    expect(page.locator(".team-figuur")).to_have_count(0)
    assert session_of(page) != session
    hand_in(page, 3, 3)
    assert received(page) == "1 ontvangen"


def test_the_three_ways_fill_one_session(page):
    begin(page, 4)
    hand_in(page, 0, 0)
    switch(page, "qr")
    for nonce in range(2):
        type_code(page, code(page, session_of(page), {NATURE: 5, SITUATION: 5}, nonce=nonce))
    switch(page, "papier")
    for letters in ("VU VY", "vu-"):
        page.get_by_label("Letters van dit vel").fill(letters)
        page.get_by_role("button", name="Voeg dit vel toe").click()
        page.locator("[data-form=papier] .team-melding:not(:empty)").wait_for()
    assert received(page) == "5 ontvangen"
    show(page)
    assert picture(page) == [[1, 0, 2, 0, 2], None]


# What can be seen and what is left

# Everything in the page that could hold a place: what is checked, typed, drawn or written.
TRACES = """() => {
    const root = document.querySelector("team-sessie");
    const checked = [...root.querySelectorAll(".rail :checked, [name=tonen]:checked")].length;
    const typed = [...root.querySelectorAll("input:not([type])")].map((one) => one.value).join("");
    const words = [...root.querySelectorAll(".stand output")].filter((one) => one.textContent !== one.dataset.leeg).length;
    const drawn = root.querySelectorAll(".team-stip").length;
    return { checked, typed, words, drawn, html: root.outerHTML.replace(/<template[^]*?<\\/template>/g, "") };
}"""


def test_no_place_can_be_found_in_the_page_while_collecting(page):
    """The page after five people is that after one, apart from the number and the button for the picture."""

    def look():
        page.locator(".team-melding:not(:empty)").evaluate_all("all => all.forEach((one) => { one.textContent = '' })")
        return page.evaluate(TRACES)

    begin(page, 4)
    hand_in_many(page, 5)
    to_leader(page)
    first = look()
    hand_in_all(page, [([8, 1], True)] * 3)
    to_leader(page)
    switch(page, "qr")
    type_code(page, code(page, session_of(page), {NATURE: 9, SITUATION: 0}, nonce=1))
    switch(page, "papier")
    page.get_by_label("Letters van dit vel").fill("VU VY")
    page.get_by_role("button", name="Voeg dit vel toe").click()
    page.get_by_text("10 ontvangen").wait_for()
    switch(page, "doorgeven")
    page.locator("[data-qr=uitnodiging]").evaluate("place => place.replaceChildren()")
    second = look()
    assert {**first, "html": ""} == {"checked": 0, "typed": "", "words": 0, "drawn": 0, "html": ""}
    assert {**second, "html": re.sub(">10<", ">5<", second["html"])} == first


def test_a_place_left_in_the_page_would_be_found(page):
    begin(page, 4)
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    place(page, 3, None)
    found = page.evaluate(TRACES)
    assert (found["checked"], found["words"]) == (1, 1)
    assert ("meer richting doorgaan" in found["html"], found["drawn"]) == (True, 0)


def test_a_session_keeps_no_person_together(page):
    """Of who gave places on this device or on paper only counts are left once the next came in, also in the debugger."""
    page.evaluate(f"""async () => {{
        const {{ Sessie }} = await {SESSION};
        const session = new Sessie(0b000100 << 14);
        for (let n = 0; n < 6; n++) session.take(Array.from({{ length: 12 }}, (_, line) => (line + n) % 11), false);
        window.held = session;
    }}""")
    client = page.context.new_cdp_session(page)
    held = client.send("Runtime.evaluate", {"expression": "held"})["result"]["objectId"]
    private = client.send("Runtime.getProperties", {"objectId": held, "ownProperties": True})["privateProperties"]
    assert sorted(one["name"] for one in private if "value" in one) == [
        "#beeld",
        "#counts",
        "#declined",
        "#last",
        "#phones",
    ]
    counts, last = (
        client.send(
            "Runtime.callFunctionOn",
            {
                "objectId": next(one["value"]["objectId"] for one in private if one["name"] == name),
                "functionDeclaration": "function () { return this }",
                "returnByValue": True,
            },
        )["result"]["value"]
        for name in ("#counts", "#last")
    )
    assert [sum(line) for line in counts["all"]] == [5, 5]
    assert list(last) == ["given"]
    # After the picture there is nobody's own answer any more.
    assert page.evaluate("(held.show(), JSON.stringify(held.toJSON()).includes('places'))") is False


def test_what_is_kept_does_not_say_who_came_first(page):
    """Phones stand in the order of their nonces, which chance gave them."""
    kept = page.evaluate(f"""async () => {{
        const [{{ Sessie }}, {{ encode }}] = await Promise.all([{SESSION}, {CODE}]);
        const session = new Sessie(0b000100 << 14);
        const places = Array.from({{ length: 12 }}, () => 4);
        for (const nonce of [9, 1, 5]) {{
            session.takeCode(encode({{ session: session.number, places, consent: false, nonce }}));
        }}
        return JSON.parse(JSON.stringify(session));
    }}""")
    assert [nonce for nonce, _ in kept["phones"]] == [1, 5, 9]


STORED = """async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
    databases: (await indexedDB.databases()).map((one) => one.name), caches: await caches.keys(), name: window.name, history: history.state })"""
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": [], "caches": [], "name": "", "history": None}


def test_a_session_is_kept_for_the_tab_alone_and_goes_when_it_ends(visit):
    page = visit(TEAM, service_workers="block")
    assert page.evaluate(STORED) == NOTHING
    begin(page, 4)
    hand_in_many(page, 5)
    kept = page.evaluate(STORED)
    assert list(kept["session"]) == ["samen-kijken-begeleider:/leren/"]
    assert {**kept, "session": {}} == NOTHING
    show(page)
    assert "places" not in page.evaluate("Object.values(sessionStorage)[0]"), "after the picture there are only counts"
    page.get_by_role("button", name="Stop de sessie", exact=True).click()
    page.get_by_role("button", name="Ja, stop").locator("visible=true").click()
    assert page.evaluate(STORED) == NOTHING
    expect(page.locator(".team-figuur, .team-formulier :checked")).to_have_count(0)
    assert page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}


# The leader's page goes and comes back


def leave_by_reload(page) -> None:
    page.reload()


def leave_by_another_page(page) -> None:
    page.goto(page.url.split("reflectie/")[0] + "over/")
    page.go_back()


def leave_by_memory(page) -> None:
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")


LEAVE = pytest.mark.parametrize(
    "leave", [leave_by_reload, leave_by_another_page, leave_by_memory], ids=lambda one: one.__name__
)


@LEAVE
def test_leaving_the_leaders_page_loses_nothing(page, leave):
    begin(page, 4, way="qr", people=6)
    session = session_of(page)
    known = code(page, session, {NATURE: 0, SITUATION: 0}, nonce=1)
    type_code(page, known)
    leave(page)
    page.locator("[data-stap=verzamelen]").wait_for()
    assert (session_of(page), received(page)) == (session, "1 ontvangen, nog 5 te gaan")
    expect(page.locator("[name=manier]:checked")).to_have_attribute("value", "qr")
    # Who was known before is still one person.
    assert type_code(page, known) == TWICE
    assert type_code(page, code(page, session, {NATURE: 10, SITUATION: 10}, nonce=1)) == REPLACED
    switch(page, "doorgeven")
    hand_in_all(page, [([5, 5], False)] * 4)
    leave(page)
    page.locator("[data-stap=doorgeven]").wait_for()
    show(page)
    assert picture(page) == [[0, 0, 4, 0, 1]] * 2
    leave(page)
    page.locator("[data-stap=beeld]").wait_for()
    assert picture(page) == [[0, 0, 4, 0, 1]] * 2
    expect(page.locator("[data-mensen]")).to_have_text("5 mensen", use_inner_text=True)


def kept_by_the_tab(page) -> str | None:
    return page.evaluate("sessionStorage.getItem('samen-kijken-begeleider:/leren/')")


def test_a_page_that_comes_back_as_it_was_follows_what_became_of_the_session(page):
    begin(page, 4, way="qr")
    session = session_of(page)
    type_code(page, code(page, session, {NATURE: 0}, nonce=1))
    earlier = kept_by_the_tab(page)
    type_code(page, code(page, session, {NATURE: 0}, nonce=2))
    later = kept_by_the_tab(page)
    # The page before is in memory, with one, when the tab has two by now.
    page.evaluate("(kept) => sessionStorage.setItem('samen-kijken-begeleider:/leren/', kept)", earlier)
    page.reload()
    expect(page.locator("[data-stap=verzamelen] .team-telling")).to_have_text("1 ontvangen")
    page.evaluate("(kept) => sessionStorage.setItem('samen-kijken-begeleider:/leren/', kept)", later)
    leave_by_memory(page)
    expect(page.locator("[data-stap=verzamelen] .team-telling")).to_have_text("2 ontvangen")
    page.evaluate("sessionStorage.clear()")
    leave_by_memory(page)
    expect(page.locator("[data-stap=begin]")).to_be_visible()
    assert kept_by_the_tab(page) is None


def test_a_reload_while_somebody_fills_in_leaves_nothing_of_them(page):
    begin(page, 4)
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    place(page, 3, 3)
    page.reload()
    page.locator("[data-stap=doorgeven]").wait_for()
    expect(page.locator(".team-formulier :checked")).to_have_count(0)
    assert received(page) == "0 ontvangen"


def test_another_tab_knows_nothing_of_the_session(page):
    begin(page, 4)
    hand_in(page, 3, 3)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("[data-stap=begin]")).to_be_visible()
    assert other.evaluate("Object.keys(sessionStorage)") == []
    other.close()


@pytest.mark.parametrize("kept", ["{", "null", '{"session":{},"way":"qr"}', '{"session":7}'])
def test_what_is_kept_and_spoilt_begins_anew(page, kept):
    begins_anew(page, kept)


@pytest.mark.parametrize(
    "change",
    [
        "fields[0].field = 5",
        "fields = []",
        "fields[0].lines.pop()",
        "fields[0].lines[0].bins = [1, 2]",
        "shown = 'alle'",
    ],
)
def test_a_picture_of_another_edition_of_the_page_begins_anew(page, change):
    begin(page, 4)
    hand_in_many(page, 5)
    show(page)
    kept = page.evaluate(
        """(change) => {
        const kept = JSON.parse(sessionStorage.getItem('samen-kijken-begeleider:/leren/'));
        new Function('beeld', `beeld.${change}`)(kept.session.beeld);
        return JSON.stringify(kept);
    }""",
        change,
    )
    begins_anew(page, kept)


def begins_anew(page, kept: str) -> None:
    page.evaluate("(kept) => sessionStorage.setItem('samen-kijken-begeleider:/leren/', kept)", kept)
    page.reload()
    expect(page.locator("[data-stap=begin]")).to_be_visible()
    begin(page, 4)
    hand_in(page, 3, 3)
    assert received(page) == "1 ontvangen"


def test_nothing_is_sent_anywhere(visit, address):
    page = visit(TEAM, service_workers="block")
    sent = []
    begin(page, 4)
    page.locator("[data-stap=doorgeven]").wait_for()
    page.on("request", lambda request: sent.append(request.url.removeprefix(address)))
    hand_in_many(page, 5)
    show(page)
    assert sent == []
    switch(page, "qr")
    page.wait_for_function("() => document.querySelector('[data-qr=uitnodiging] svg')")
    assert asset("js/qr.js") in sent and all(path.startswith("assets/") for path in sent)


def test_stopping_without_a_picture_leaves_nothing(page):
    begin(page, 4)
    hand_in_many(page, 5)
    to_leader(page)
    page.get_by_role("button", name="Stop zonder beeld").click()
    page.get_by_role("button", name="Ja, stop").locator("visible=true").click()
    page.get_by_text("Alles is weg").wait_for()
    page.get_by_role("button", name="Naar het eerste scherm").click()
    begin(page, 4)
    assert received(page) == "0 ontvangen"


def asked_on_leaving(page) -> int:
    """How often the browser asks before the page goes away; it stays."""
    asked, gone = [], []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    # A page in the middle of a reload may never close.
    page.once("load", lambda: gone.append(True))
    page.evaluate("setTimeout(() => location.reload())")
    until_told(page, lambda: asked or gone)
    page.remove_listener("dialog", stay)
    return asked.count("beforeunload")


NO_STORAGE = (
    "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('nee', 'SecurityError'); } })"
)


@pytest.mark.parametrize("keeps", [True, False])
def test_the_browser_asks_before_leaving_only_where_the_tab_can_keep_nothing(visit, address, keeps):
    page = visit(None)
    if not keeps:
        page.add_init_script(NO_STORAGE)
    page.goto(address + TEAM)
    begin(page, 4)
    assert asked_on_leaving(page) == 0
    if not keeps:
        begin(page, 4)
    hand_in(page, 3, 3)
    assert asked_on_leaving(page) == (0 if keeps else 1)
    assert received(page) == "1 ontvangen"


def test_without_script_the_page_leads_to_paper(visit):
    page = visit(TEAM, java_script_enabled=False)
    expect(page.locator("[data-stap]:visible")).to_have_count(0)
    page.get_by_role("link", name="op papier").first.click()
    page.get_by_role("heading", level=1, name="Op papier").wait_for()


def test_where_the_script_is_blocked_the_page_says_so(visit, address):
    page = visit(None)
    page.route(f"**/{asset('js/team.js')}", lambda route: route.abort())
    page.goto(address + TEAM)
    page.get_by_text("Samen kijken op een scherm werkt alleen met JavaScript, en dat doet het hier niet.").wait_for()
    page.unroute(f"**/{asset('js/team.js')}")
    page.reload()
    page.get_by_role("button", name="Begin", exact=True).wait_for()
    expect(page.locator(".zonder-script")).to_have_count(0)
