"""The self-reflection: through the fields step by step, to an overview in words and lines; nothing is measured or kept."""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect
from reflecties import NOTE, REFLECTIE, begin, do, headings, one_made, place, stored, told, write
from test_axe import LOOKS, violations
from test_layout import sticking_out
from windows import HISTORY_IS_FULL

from macros.knowledge.records import Spanningsveld
from macros.pages.lijn.macro import names


@pytest.fixture
def page(standing, address):
    standing.goto(address + REFLECTIE)
    return standing


def visible_questions(page) -> list[str]:
    return page.locator("[data-vraag]:visible").evaluate_all("items => items.map((item) => item.dataset.vraag)")


def questions(bank, field: str, bestuurder: bool = False) -> list[str]:
    record = bank.places[field].page.record
    return [one.id for one in record.vragen if bestuurder or one.gericht_op != "bestuurders"]


def test_it_starts_with_choosing_and_chooses_nothing_itself(page):
    expect(page.locator("[name=velden]:visible")).to_have_count(6)
    assert page.locator(":checked").evaluate_all("all => all.map((one) => one.name)") == ["samen"]
    expect(page.locator(".veld:visible, .bewaar-aan:checked")).to_have_count(0)
    text = page.locator("main").inner_text()
    for promise in (
        "Niets verlaat dit apparaat, tenzij jij het er zelf uit haalt.",
        "Er wordt niets opgeteld en niets beoordeeld.",
        "Er is geen goede plek.",
    ):
        assert promise in text
    assert stored(page) == {}


def test_fields_are_chosen_one_by_one_or_all_at_once(page):
    page.locator(".veldkeuze label").nth(3).click()
    page.locator(".veldkeuze label").nth(1).click()
    page.get_by_label("per spanningsveld bij elkaar").check()
    page.get_by_role("button", name="Begin", exact=True).click()
    assert headings(page) == ("Veld 1 van 2", "Dingen goed of goede dingen")
    page.go_back()
    page.get_by_role("button", name="Kies alles").click()
    page.get_by_role("button", name="Begin", exact=True).click()
    assert headings(page) == ("Veld 1 van 6", "Maakbaar of ongrijpbaar")


def test_without_a_field_it_says_what_is_missing(page):
    begin(page)
    expect(page.locator(".fout")).to_have_text(
        "Kies eerst een spanningsveld: tik er minstens één aan.", use_inner_text=True
    )
    assert page.evaluate("document.activeElement.value") == "sv1"
    expect(page.locator("zelf-reflectie")).to_have_attribute("data-scherm", "start")


def test_one_at_a_time_through_all_of_it_without_filling_in_anything(page, bank):
    begin(page, "sv2", "sv4")
    expected = []
    for number, field in enumerate(("sv2", "sv4"), 1):
        record = bank.places[field].page.record
        expected.append((f"Veld {number} van 2", record.korte_titel))
        expected += [
            (f"Veld {number} van 2, vraag {at} van {len(record.vragen)}", one.vraag)
            for at, one in enumerate(record.vragen, 1)
        ]
    walked = []
    while page.locator("zelf-reflectie").get_attribute("data-scherm") == "stap":
        walked.append(headings(page))
        assert page.locator("[data-vraag]:visible").count() == (0 if page.locator(".rail:visible").count() else 1)
        do(page, "volgende")
    assert walked == expected
    assert headings(page)[1] == "Je overzicht"
    assert page.locator(".zinnen").all_inner_texts() == ["Je koos hier geen plek."] * 2
    assert not re.search(r"\d+ ?%", page.locator("main").inner_text())
    expect(page.locator("progress, meter")).to_have_count(0)


def test_one_goes_on_when_the_browser_takes_no_more_steps(fresh):
    fresh.evaluate(HISTORY_IS_FULL)
    begin(fresh, "sv2")
    expect(fresh.locator(".scherm:visible h2")).to_be_focused()


def test_all_together_is_one_screen_a_field(page, bank):
    begin(page, "sv1", "sv6", together=True)
    assert (headings(page), visible_questions(page)) == (
        ("Veld 1 van 2", "Maakbaar of ongrijpbaar"),
        questions(bank, "sv1"),
    )
    expect(page.locator(".rail:visible")).to_have_count(3)
    do(page, "volgende")
    assert (headings(page), visible_questions(page)) == (("Veld 2 van 2", "Opdracht of opgave"), questions(bank, "sv6"))
    do(page, "volgende")
    assert headings(page)[1] == "Je overzicht"


@pytest.mark.parametrize("bestuurder, number", [(False, 3), (True, 8)])
def test_questions_for_bestuurders_are_for_who_says_to_be_one(page, bank, bestuurder, number):
    begin(page, "sv6", together=True, bestuurder=bestuurder)
    assert visible_questions(page) == questions(bank, "sv6", bestuurder)
    assert len(visible_questions(page)) == number
    assert page.locator(".merkje:visible").all_inner_texts() == ["voor bestuurders"] * (5 if bestuurder else 0)


def test_the_rest_of_a_field_and_everything_else_can_be_skipped(page):
    begin(page, "sv2", "sv4", "sv5")
    do(page, "sla-over")
    assert headings(page) == ("Veld 2 van 3", "Doorgaan of vertragen")
    do(page, "naar-overzicht")
    assert headings(page)[1] == "Je overzicht"


@pytest.mark.parametrize("together", [True, False])
def test_the_sentence_stands_above_every_note(page, together):
    begin(page, "sv3", together=together)
    if not together:
        do(page, "volgende")
    sentence = page.get_by_text(
        "Schrijf over jezelf. Geen namen, geen herkenbare casus. Wat in het dossier hoort, zet je in het dossier."
    ).locator("visible=true")
    for note in page.locator("textarea:visible").all():
        assert note.bounding_box()["y"] > sentence.bounding_box()["y"]
        assert note.get_attribute("aria-describedby") == sentence.get_attribute("id")


def test_the_back_button_goes_one_step_back_and_the_address_tells_nothing(page, address):
    begin(page, "sv4", "sv5")
    place(page, 0, 3)
    do(page, "volgende")
    write(page)
    do(page, "volgende")
    way = [
        ("Veld 1 van 2, vraag 1 van 11", "Welke reactie op vastlopen herken je het meest bij jezelf?"),
        ("Veld 1 van 2", "Doorgaan of vertragen"),
    ]
    for step in way:
        page.go_back()
        page.wait_for_function("words => document.activeElement.textContent === words", arg=step[1])
        assert headings(page) == step
    page.go_back()
    page.wait_for_function("() => document.activeElement.id === 'reflectie-start'")
    page.go_forward()
    page.wait_for_function("() => document.activeElement.id === 'reflectie-sv4'")
    expect(page.locator(".veld:visible input:checked")).to_have_attribute("value", "3")
    expect(page).to_have_url(address + REFLECTIE)
    state = page.evaluate("JSON.stringify(history.state)")
    assert not re.search(r"sv\d|bel liever|plek|notit", state)


def test_the_button_back_does_as_the_browser_does(fresh):
    page = fresh
    begin(page, "sv4")
    do(page, "volgende")
    length = page.evaluate("history.length")
    do(page, "terug")
    page.wait_for_function("() => document.activeElement.id === 'reflectie-sv4'")
    do(page, "terug")
    page.wait_for_function("() => document.activeElement.id === 'reflectie-start'")
    assert page.evaluate("history.length") == length


def test_an_address_in_the_history_of_an_earlier_visit_leads_to_the_start(page):
    begin(page, "sv4")
    do(page, "volgende")
    page.reload()
    begin(page, "sv2", "sv3")
    page.go_back()
    page.go_back()
    page.wait_for_function("() => document.activeElement.id === 'reflectie-start'")


def test_the_way_to_the_content_leaves_one_at_the_question(fresh):
    page = fresh
    begin(page, "sv4")
    do(page, "volgende")
    page.get_by_role("link", name="Naar de inhoud").press("Enter")
    page.wait_for_function("() => history.state?.screen === 'stap'")
    assert page.url.endswith("#inhoud")
    expect(page.locator(".waar:visible")).to_have_text("Veld 1 van 1, vraag 1 van 11")
    do(page, "volgende")
    page.go_back()
    expect(page.locator(".waar:visible")).to_have_text("Veld 1 van 1, vraag 1 van 11")


def test_pause_and_go_on_where_one_was(page):
    begin(page, "sv2", "sv4")
    do(page, "volgende")
    write(page)
    do(page, "volgende")
    was = headings(page)
    do(page, "pauze")
    assert headings(page)[1] == "Even pauze"
    assert (
        page.locator(".pauze p:visible")
        .first.inner_text()
        .startswith("Je plekken en notities staan alleen in deze pagina.")
    )
    do(page, "start")
    assert (
        page.locator(".verder-gaan p")
        .first.inner_text()
        .endswith("Dingen goed of goede dingen, Doorgaan of vertragen. Je was bij veld 1 van 2, vraag 2 van 6.")
    )
    do(page, "verder")
    assert headings(page) == was
    do(page, "terug")
    page.wait_for_function("() => document.activeElement.id === 'reflectie-sv2-v1'")
    expect(page.locator("textarea:visible")).to_have_value(NOTE)


def test_the_overview_says_what_it_shows(page, bank):
    begin(page, "sv1", "sv2", "sv3", "sv4", "sv5", "sv6")
    chosen = {"sv1": (0, 5, 10), "sv2": (None, 4, None), "sv4": (7, 7, 7)}
    for field in ("sv1", "sv2", "sv3", "sv4"):
        for question, at in enumerate(chosen.get(field, ())):
            if at is not None:
                place(page, question, at)
        do(page, "volgende")
        if field == "sv2":
            write(page, "Eerste regel.\n\nTweede <b>regel</b> & zo.")
        do(page, "sla-over")
    do(page, "naar-overzicht")
    parts = page.locator(".lijnen-naast > section")
    assert parts.locator("h3").all_inner_texts() == [field.korte_titel for field in bank.of_kind(Spanningsveld)]
    forms = ("Van nature: {}.", "In deze situatie: {}.", "Je stapje: {}.")
    for part, field in zip(parts.all(), bank.of_kind(Spanningsveld)):
        places = [
            (form, shape, at)
            for form, shape, at in zip(forms, ("natuur", "situatie", "stapje"), chosen.get(field.id, ()))
            if at is not None
        ]
        assert part.locator(".zinnen li").all_inner_texts() == (
            [form.format(names(field)[at]) for form, _, at in places] or ["Je koos hier geen plek."]
        )
        drawing = part.locator("svg.tekening")
        expect(drawing).to_have_attribute("aria-hidden", "true")
        assert drawing.evaluate(
            "svg => [...svg.querySelectorAll('.teken-natuur, .teken-situatie, .teken-stapje')].map((one) => one.classList[0])"
        ) == [f"teken-{shape}" for _, shape, _ in places]
    assert page.locator(".legenda:visible li").all_inner_texts() == ["van nature", "deze situatie", "een stapje"]
    written = page.locator(".notitie")
    assert written.locator("h4").all_inner_texts() == [bank.places["sv2-v1"].item.vraag]
    assert written.locator("p").inner_text() == "Eerste regel.\n\nTweede <b>regel</b> & zo."
    onward = page.locator(".verder-alles .verder")
    expect(onward).to_have_count(6)
    assert onward.locator(".redactie").all_inner_texts() == ["(redactie)"] * 6
    for part in onward.all():
        assert part.locator("h4").all_inner_texts() == ["Een werkkaart", "Begrippen", "Praat erover met"]


def test_the_markers_of_one_place_do_not_cover_each_other(page):
    begin(page, "sv4")
    for question in range(3):
        place(page, question, 6)
    do(page, "naar-overzicht")
    boxes = sorted(
        page.locator(
            ".tekening"
        ).evaluate("""svg => [...svg.querySelectorAll(".teken-natuur, .teken-situatie, .teken-stapje")].map((one) => {
        const box = one.getBoundingClientRect();
        return [box.top, box.bottom, (box.left + box.right) / 2];
    })""")
    )
    assert all(above[1] <= below[0] for above, below in zip(boxes, boxes[1:]))
    assert max(box[2] for box in boxes) - min(box[2] for box in boxes) < 1


def test_a_place_that_was_taken_away_is_gone_from_the_overview(page):
    begin(page, "sv4")
    for question in range(3):
        place(page, question, 6)
    page.locator(".veld:visible .weg").nth(1).click()
    do(page, "naar-overzicht")
    expect(page.locator(".zinnen li")).to_have_count(2)
    do(page, "naar")
    page.locator(".veld:visible [type=reset]").click()
    do(page, "naar-overzicht")
    assert page.locator(".zinnen li").all_inner_texts() == ["Je koos hier geen plek."]


def test_the_keyboard_is_enough(page):
    page.locator("[name=velden]").first.focus()
    page.keyboard.press("Space")
    page.locator(".keuze [type=submit]").press("Enter")
    assert headings(page) == ("Veld 1 van 1", "Maakbaar of ongrijpbaar")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    # Enter on a place must not send the form anywhere.
    page.keyboard.press("Enter")
    page.locator("[data-doe=volgende]").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "sv1-v1"
    page.keyboard.type(NOTE)
    page.locator("[data-doe=naar-overzicht]").press("Enter")
    assert page.locator(".zinnen li").all_inner_texts() == ["Van nature: heel dicht bij het bewezen maakbare."]
    assert page.locator(".notitie p").inner_text() == NOTE


def test_several_reflections_beside_each_other_fade_with_their_age(shared, address):
    page = shared.new_page()
    page.clock.install(time="2026-01-05T12:00:00")
    page.goto(address + REFLECTIE)
    for day in (0, 40, 40, 40, 40):
        page.clock.fast_forward(day * 24 * 3600 * 1000)
        one_made(page)
    assert [one.split(" Doorgaan")[0] for one in told(page)] == [
        "14 juni 2026",
        "5 mei 2026",
        "26 maart 2026",
        "14 februari 2026",
        "5 januari 2026",
    ]
    do(page, "naast")
    assert page.locator(".reeksen h3").all_inner_texts() == ["Doorgaan of vertragen"]
    assert page.locator(".reeksen .dag").all_inner_texts() == [
        "14 juni 2026",
        "5 mei 2026",
        "26 maart 2026",
        "14 februari 2026",
        "5 januari 2026",
    ]
    seen = page.locator(".reeksen .tekening").evaluate_all(
        "all => all.map((one) => Number(getComputedStyle(one).opacity))"
    )
    assert seen == sorted(seen, reverse=True) and len(set(seen)) == 4 and seen[0] == 1
    expect(page.locator(".reeksen li .vh").first).to_have_text(
        "Van nature: dicht bij doorgaan. In deze situatie: dicht bij vertragen. Je stapje: iets richting doorgaan."
    )


def test_one_can_be_looked_at_again_gone_on_with_and_taken_out(page):
    one_made(page, "sv4")
    one_made(page, "sv5", "Over mijn rol.")
    page.get_by_role("button", name="Bekijk").nth(1).click()
    assert page.locator(".notitie p").inner_text() == NOTE
    do(page, "start")
    page.get_by_role("button", name="Wis").first.click()
    page.get_by_role("button", name="Toch niet").click()
    assert len(told(page)) == 2
    page.get_by_role("button", name="Wis").first.click()
    page.locator("dialog [value=ja]").click()
    page.wait_for_function("() => document.querySelectorAll('.eerder li').length === 1")
    assert told(page)[0].endswith("Doorgaan of vertragen")


FORBIDDEN = re.compile(r"\b(scores?|resultaat|resultaten|gemiddelde?n?|voortgang|trends?|anoniem)\b|%", re.I)


def own_words(page) -> str:
    """What the page says in sight; the questions are the publication's."""
    return page.evaluate("""() => {
        const copy = document.querySelector("main").cloneNode(true);
        for (const one of copy.querySelectorAll(".reflectie-vragen li, .verder-lijsten, .notitie h4")) one.remove();
        return copy.textContent;
    }""")


def test_the_page_never_speaks_of_measuring(page):
    one_made(page)
    one_made(page)
    for screen in ("bekijk", "start", "naast"):
        do(page, screen)
        assert FORBIDDEN.findall(own_words(page)) == []
    page.evaluate("document.querySelector('.naast h2').textContent = 'Je gemiddelde: 40%'")
    assert FORBIDDEN.findall(own_words(page)) == ["gemiddelde", ""]


def test_leaving_forgets_all_and_asks_first(fresh, address):
    page = fresh
    one_made(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(address + "over/")
    assert asked == ["beforeunload"]
    page.go_back()
    page.locator(".start").wait_for()
    assert told(page) == [] and stored(page) == {}


def test_leaving_without_having_filled_in_anything_asks_nothing(fresh, address):
    page = fresh
    begin(page, "sv4")
    do(page, "volgende")
    page.on("dialog", lambda dialog: pytest.fail(dialog.type))
    page.goto(address + "over/")


def test_filling_in_asks_nothing_of_the_network(fresh):
    page = fresh
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    one_made(page)
    assert asked == []


def test_printing_gives_the_overview_without_buttons(fresh):
    page = fresh
    one_made(page)
    do(page, "bekijk")
    page.emulate_media(media="print")
    expect(page.locator(".tekening:visible, .notitie:visible, .zinnen:visible")).to_have_count(3)
    expect(page.locator(".reflectie button:visible, .reflectie input:visible, .bewaren:visible")).to_have_count(0)


def test_a_step_is_printed_from_the_first_sheet_on(page):
    begin(page, "sv4")
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert "Doorgaan of vertragen" in document[0].get_textpage().get_text_range()


def test_each_screen_is_accessible_and_fits_a_small_window(fresh):
    page = fresh
    wrong = {}

    def look(screen):
        page.set_viewport_size({"width": 320, "height": 256})
        wrong[screen] = sticking_out(page) + violations(
            page, LOOKS[:2] if screen in ("beside", "overview") else LOOKS[:1]
        )

    one_made(page)
    begin(page, "sv6", together=True, bestuurder=True)
    place(page, 0, 3)
    look("together")
    do(page, "pauze")
    look("pause")
    do(page, "start")
    for summary in page.locator(".bewaren summary").all():
        summary.click()
    page.get_by_label("Met een wachtwoord").check()
    page.get_by_label("Bewaar op dit apparaat").check()
    look("start")
    do(page, "naast")
    look("beside")
    do(page, "start")
    do(page, "bekijk")
    look("overview")
    do(page, "start")
    do(page, "wis")
    look("asking")
    assert wrong == {screen: [] for screen in ("together", "pause", "start", "beside", "overview", "asking")}


def test_without_script_it_is_one_form_that_works_and_prints(visit, bank):
    page = visit(REFLECTIE, java_script_enabled=False)
    expect(page.locator(".rail:visible")).to_have_count(18)
    assert (
        page.locator("textarea:visible").count()
        == sum(len(field.vragen) for field in bank.of_kind(Spanningsveld))
        == 43
    )
    expect(page.locator(".start:visible, .bewaren:visible, .stappen-knoppen:visible, dialog:visible")).to_have_count(0)
    expect(page.locator(".zonder-script:visible")).to_have_count(1)
    page.locator(".rail label").nth(3).click()
    page.locator("textarea").first.fill(NOTE)
    expect(page.locator(".rail input:checked")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".rail:visible")).to_have_count(18)
    expect(page.locator("textarea:visible")).to_have_count(43)
    expect(page.locator(".verder:visible")).to_have_count(6)
