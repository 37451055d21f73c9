"""Picking your own cards: the PDFs that the page really makes, and the page that makes them."""

import io
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops
from playwright.sync_api import BrowserContext, Page, expect
from test_axe import LOOKS, violations
from windows import leave_out, window

from macros.cards import choices, load_forms, sheets
from macros.cards.paper.imposition import cut_lines, fold_lines, fold_marks, printed
from tests.cards import reading
from tests.conftest import SITE_URL

PAGE = "kaarten/zelf-kiezen/"
EDGES = {"long": "", "short": "&omslaan=kort"}
TWO_SIDED = [form for form in load_forms().values() if form.keert]
# Of each size some cards that don't fill the last sheet: then a back that is not mirrored lies elsewhere.
SOME = {
    "a7": "sv4-v1,emotie-bang",
    "a6": "sv1,wk8-fase1,sv2",
    "a5": "wk5-m1",
    "poker": "emotie-bang,emotie-blij",
    "vouwkaart": "wk2",
    "vouwkaart-letter": "wk2",
}


# Most tests look at the PDF; to draw hundreds of faces beside it takes most of the time.
PICTURES = "*/kaarten/stand-*/gezichten/*"


def plain(context: BrowserContext) -> Page:
    """A tab without pictures."""
    page = context.new_page()
    leave_out(page, PICTURES)
    return page


@pytest.fixture(scope="module")
def table(browser, address):
    """The page without pictures, open for all tests that only choose by address and take the PDF."""
    with window(browser) as page:
        leave_out(page, PICTURES)
        page.goto(address + PAGE)
        yield page


@pytest.fixture(scope="module")
def tab(table):
    """Where the page is opened anew for one test after the other."""
    return plain(table.context)


@pytest.fixture
def opened(tab, visit, address):
    """A function that opens the page anew, without pictures; what follows its path may be given.

    The first time in the tab that tests share, after that in one beside it, and with options in a context of its own.
    """
    tabs = [tab]

    def open_page(fragment: str = "", before: Callable = lambda page: None, width=1280, height=800, **options):
        if options:
            page = visit(None, width=width, height=height, **options)
            leave_out(page, PICTURES)
        else:
            page = tabs.pop() if tabs else plain(tab.context)
            page.set_viewport_size({"width": width, "height": height})
            # What only has another fragment would not be opened anew.
            page.goto("about:blank")
        before(page)
        page.goto(address + PAGE + fragment)
        return page

    yield open_page
    for page in tab.context.pages[2:]:
        page.close()
    tab.unroute_all()


@pytest.fixture(scope="module")
def make(table):
    """A function from the fragment of an address to the PDF of that choice."""

    @cache
    def made(fragment: str) -> bytes:
        show(table, fragment)
        return pdf_of(table)

    return made


def show(page, fragment: str) -> None:
    """Go to another choice, and wait until the page has seen it."""
    page.evaluate(
        """(fragment) => new Promise((seen) => {
        if (location.hash === `#${fragment}`) return seen();
        addEventListener("hashchange", () => setTimeout(seen), { once: true });
        location.hash = fragment;
    })""",
        fragment,
    )


def button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def pdf_of(page) -> bytes:
    with page.expect_download() as download:
        button(page, "Download de PDF").click()
    assert download.value.suggested_filename == "zelf-gekozen-kaarten.pdf"
    return Path(download.value.path()).read_bytes()


def line(page, name: str):
    """What the page says in one place, some of which waits for the list of what there is: to expect, not to read at once."""
    return page.locator(f".kies-{name}")


def chosen(page) -> list[str]:
    return page.locator(".kies-lijst input:checked").evaluate_all("(boxes) => boxes.map((box) => box.value)")


def words(pdf: bytes) -> list[list[str]]:
    return [page.get_textpage().get_text_range().split() for page in pypdfium2.PdfDocument(pdf)]


def words_on(face: reading.Face) -> list[str]:
    return [word for line in face.lines for word in reading.words(line)]


def words_in(page: reading.Page, *box: float) -> list[str]:
    """The words inside a box, whichever way up they are printed."""
    box = reading.Box(*box)
    return words_on(reading.Face(box, [letter for letter in page.letters if box.holds(*letter.centre)]))


def behind_each(front: reading.Page, back: reading.Page, edge: str) -> list[tuple[reading.Face, list[reading.Face]]]:
    """Each face of a front with those of the back that lie right behind it, after the flip on `edge`."""
    places = ((face, reading.behind(face.box, front, edge)) for face in front.faces)
    return [(face, [one for one in back.faces if reading.coincide(one.box, place)]) for face, place in places]


# What is on the paper


def test_the_browser_lays_out_sheets_as_python_does(table):
    counts = (1, 2, 8, 19)
    found = table.evaluate(
        """async ([module, counts]) => {
        const { sheets } = await import(module);
        const { kaarten } = document.querySelector("kaarten-kiezer").dataset;
        const { vormen } = await (await fetch(`${kaarten}voorraad.json`)).json();
        const cards = (count) => Array.from({ length: count }, (_, number) => `k${number}`);
        const place = ({ kaart, gezicht, x, y, gedraaid }) => [kaart, gezicht, x, y, gedraaid];
        return Object.fromEntries(vormen.map((form) => [form.id, {
            lines: [form.lijnen, form.vouwen],
            sheets: counts.map((count) => sheets(form, cards(count)).map(({ nummer, voor, achter }) =>
                [nummer, voor.map(place), achter.long.map(place), achter.short.map(place)])),
        }]));
    }""",
        ["/bron/js/kaarten/druk/vellen.js", counts],
    )

    def place(face):
        return [face.kaart, face.gezicht, face.x, face.y, face.gedraaid]

    def sides(form, sheet):
        backs = ([place(printed(face, form, edge)) for face in sheet.achter] for edge in EDGES)
        return [sheet.nummer, [place(face) for face in sheet.voor], *backs]

    forms = load_forms().values()
    expected = {
        form.id: {
            "lines": [[*cut_lines(form), *fold_marks(form)], [*fold_lines(form)]],
            "sheets": [
                [sides(form, sheet) for sheet in sheets(form, [f"k{number}" for number in range(count)])]
                for count in counts
            ],
        }
        for form in forms
    }
    assert {form.soort for form in forms} == {"dubbelzijdig", "boekje", "enkelzijdig"} and any(
        form.afloop for form in forms
    )
    # Through JSON, so that a tuple is a list on both sides.
    assert found == json.loads(json.dumps(expected))


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("form", TWO_SIDED, ids=[form.id for form in TWO_SIDED])
def test_front_and_back_coincide_after_the_flip(make, form, edge):
    pdf = make(f"kaarten={SOME[form.maat.id]}&vorm={form.id}&uitleg=0{EDGES[edge]}")
    found = reading.pages(pdf)
    assert [(side.width, side.height) for side in found] == [pytest.approx(form.vel, abs=0.01)] * len(found)
    ids = SOME[form.maat.id].split(",")
    assert len(found) == 2 * -(-len(ids) // form.per_vel)
    for front, back in zip(found[::2], found[1::2]):
        pairs = behind_each(front, back, edge)
        assert [face.box[2:] for face, _ in pairs] == [pytest.approx(form.cel, abs=0.5)] * len(back.faces) != []
        for face, [other] in pairs:
            # The id is on the back; of a fold card on its outside, of which a cover is the back.
            sides = words_on(face), words_on(other)
            told, other = sides if form.soort == "boekje" else reversed(sides)
            assert len({word for word in told if word in ids}) == 1 and other and not {*other} & {*ids}
    assert pypdfium2.raw.FPDF_VIEWERREF_GetDuplex(pypdfium2.PdfDocument(pdf)) == (
        pypdfium2.raw.DuplexFlipLongEdge if edge == "long" else pypdfium2.raw.DuplexFlipShortEdge
    )


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("form", ["a7", "a6"])
def test_the_back_moves_against_what_the_test_sheet_showed(make, form, edge):
    choice = f"kaarten={SOME[form]}&vorm={form}&uitleg=0{EDGES[edge]}"
    (front, back), (same, moved) = (reading.pages(make(choice + more)) for more in ("", "&schuif=2,-0.5"))

    def place(page):
        return page.letters[0].x, page.letters[0].y

    # The back lay 2 mm to the right and 0.5 mm too low, for who looks at it upright: so it goes left and up again.
    right, down = -2, -0.5
    if back.letters[0].upside_down:  # printed upside down, so that it is upright for who turns the paper
        right, down = -right, -down
    assert place(moved) == pytest.approx([place(back)[0] + right, place(back)[1] + down], abs=0.001)
    assert place(same) == place(front)
    # The check above catches what is this much off.
    assert [behind for _, behind in behind_each(same, back, edge) if not behind] == []
    assert [behind for _, behind in behind_each(same, moved, edge) if behind] == []


def test_every_card_of_a_set_is_once_on_a_front_and_once_on_a_back(make, bank):
    sets = {one.deck.id: one for one in choices(bank).sets}
    pdf = make("set=reflectievragen,spanningsvelden-kaarten&kaarten=emotie-bang")
    ids = {*sets["reflectievragen"].alle, *sets["spanningsvelden-kaarten"].alle, "emotie-bang"}
    pages = words(pdf)
    # What explains the three sets comes along, and the rules in both sizes.
    assert len(pages) == 2 * (-(-(len(ids) - 6 + 3) // 8) + 2)
    # Ids are on the backs; which front belongs to each the tests of the press hold.
    fronts, backs = pages[::2], pages[1::2]
    assert Counter(word for page in backs for word in page if word in ids) == Counter(ids)
    assert {"reflectievragen", "spanningsvelden-kaarten", "emoties", "Spelregels"} <= {
        word for page in backs for word in page
    }
    assert not {word for page in fronts for word in page if word in ids}


def test_cards_lie_in_the_order_of_the_sets_however_they_were_named(make):
    front, _ = reading.pages(make("kaarten=rol-kind,sv4-v2,emotie-bang,sv4-v1&uitleg=0"))
    row = [words_in(front, 74.25 * column, 0, 74.25, 105) for column in range(4)]
    # The first word of each card, below what it is one of.
    for found, word in zip(row, ("Bang", "Welke", "Waar", "Kind")):
        assert word in found


def test_blank_cards_fill_the_last_sheet(make):
    for more, boxes in (("", 2), ("&leeg=1", 9)):
        sides = reading.pages(make("vorm=poker&uitleg=0&kaarten=emotie-bang,emotie-blij" + more))
        for side in sides:
            assert [box[2:] for box in side.trims] == [pytest.approx((63, 88), abs=0.5)] * boxes


def test_each_set_in_its_own_size_in_one_pdf(make):
    document = pypdfium2.PdfDocument(make("kaarten=emotie-bang,sv4,wk2&uitleg=0"))
    sizes = [tuple(round(value / reading.MM) for value in page.get_size()) for page in document]
    assert sizes == [(297, 210)] * 2 + [(210, 297)] * 2 + [(297, 210)] * 2
    assert document.get_metadata_value("Title") == "3 kaarten, zelf gekozen"
    assert not pypdfium2.raw.FPDF_VIEWERREF_GetPrintScaling(document), "the viewer may rescale"


def straight(page: reading.Page) -> list[tuple[float, float, float, float]]:
    """Straight lines longer than 5 mm, as (x1, y1, x2, y2) with the smallest first."""
    lines = [one.line for one in page.shapes if one.line]
    return [line for line in lines if max(line[2] - line[0], line[3] - line[1]) > 5]


def test_lines_are_those_of_the_ready_made_sheets(make):
    form = load_forms()["a7-enkel"]
    (side,) = reading.pages(make("kaarten=sv4-v1,emotie-bang&vorm=a7-enkel&uitleg=0"))
    long = sorted(line for line in straight(side) if min(line[:2]) < 0.05)
    assert long == [pytest.approx(line, abs=0.05) for line in sorted([*cut_lines(form), *fold_lines(form)])]
    assert [one.line[1] for one in side.shapes if one.dashed] == [pytest.approx(105, abs=0.05)]
    # Folded backwards, the back of the first card comes behind its front, upside down on the sheet.
    assert "emotie-bang" in words_in(side, 0, 105, 74.25, 105) and "Bang" in words_in(side, 0, 0, 74.25, 105)


def test_a_print_shop_gets_trim_and_bleed_boxes_and_no_lines(make):
    pdf = make("kaarten=sv4-v1,emotie-bang&vorm=a7-drukker&uitleg=0&schuif=2,2")
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 4
    for page, side in zip(document, reading.pages(pdf), strict=True):
        width, height = (value * reading.MM for value in (80, 111))
        assert page.get_mediabox() == page.get_bleedbox() == pytest.approx((0, 0, width, height), abs=0.01)
        assert page.get_trimbox() == pytest.approx([v * reading.MM for v in (3, 3, 77, 108)], abs=0.01)
        assert [line for line in straight(side) if min(line[:2]) < 3] == []
        # What a printer's drift is, a print shop has no need of.
        assert side.trims == [pytest.approx((3, 3, 74, 105), abs=0.01)]


@pytest.mark.parametrize("more", ["", "&zwart=1"])
def test_a_print_shop_is_told_what_the_ready_made_file_tells_of_colours(make, site, more):
    def told(pdf: bytes) -> list:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return [
                document.docinfo.get("/Trapped"),
                [
                    {
                        name: bytes(value.read_bytes()) if name == "/DestOutputProfile" else str(value)
                        for name, value in intent.items()
                        if name != "/RegistryName"
                    }
                    for intent in document.Root.get("/OutputIntents", [])
                ],
            ]

    chosen = told(make(f"kaarten=sv4-v1&vorm=a7-drukker&uitleg=0{more}"))
    assert chosen == told((site / "kaarten/reflectievragen-a7-drukker.pdf").read_bytes()) and len(chosen[1]) == 1
    assert told(make("kaarten=sv4-v1,emotie-bang&uitleg=0")) == [None, []]


@pytest.fixture(scope="module")
def one_of_each(bank):
    """The first card of every set, as a fragment: every kind of face there is."""
    return "uitleg=0&kaarten=sv4-v1," + ",".join(one.keuzes[0].kaart.id for one in choices(bank).sets)


def pictures(pdf: bytes) -> list:
    return [page.render(scale=0.6).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf)]


def apart(one, other) -> int:
    """How far two pictures are apart at most, in any place."""
    return ImageChops.difference(one, other).getextrema()[1]


def colourful(pictures: list) -> int:
    """How far red, green and blue are apart at most, anywhere."""
    return max(apart(red, other) for red, *others in (one.split() for one in pictures) for other in others)


def test_black_and_white_has_no_colour_left(make, one_of_each):
    colour, grey = (make(one_of_each + more) for more in ("", "&zwart=1"))
    in_colour, in_grey = pictures(colour), pictures(grey)
    assert colourful(in_colour) > 100
    assert colourful(in_grey) == 0
    # Not by losing something: everything is there, about as dark, and letters are still letters.
    assert max(apart(one.convert("L"), other.convert("L")) for one, other in zip(in_colour, in_grey, strict=True)) < 60
    assert words(grey) == words(colour)


def test_fonts_are_embedded_and_nothing_is_a_picture(make, one_of_each):
    pdf = make(one_of_each)
    fonts = {descriptor for part in pdf.split(b"/BaseFont")[1:] for descriptor in [part.split()[0]]}
    assert fonts and all(b"AtkinsonHyperlegibleNext" in font for font in fonts)
    assert pdf.count(b"/FontFile2") >= len({font.split(b"+")[0] for font in fonts})
    assert b"/Subtype /Image" not in pdf and b"/Lang (nl-NL)" in pdf


def test_qr_codes_lead_to_the_card(make):
    _, back = reading.pages(make("kaarten=sv4-v1,emotie-bang&uitleg=0"))
    assert sorted(code.text for code in back.codes) == [
        f"{SITE_URL}kaarten/emoties/#emotie-bang",
        f"{SITE_URL}spanningsvelden/doorgaan-of-vertragen/#sv4-v1",
    ]


# What the page does


def open_sets(page, *sets: str) -> None:
    for one in sets:
        page.locator(f"details[data-set={one}] > summary").click()


def test_ticks_become_an_address_that_brings_them_back(opened, address):
    page = opened()
    open_sets(page, "emoties", "rollen", "reflectievragen")
    page.get_by_label("Boos").check()
    page.get_by_label("Bang").check()
    button(page, "Kies alle 8 kaarten").click()
    button(page, "Vragen bij doorgaan of vertragen, 11 kaarten").click()
    expect(line(page, "tel")).to_have_text("21 kaarten gekozen en 3 uitlegkaarten, 3 vellen")
    page.get_by_label("Formaat").select_option("a7-letter")
    page.get_by_label("In zwart-wit").check()
    page.get_by_text("Instellingen voor je printer").click()
    page.get_by_label("korte zijde").check()
    page.get_by_label("omhoog").fill("-1.5")
    page.wait_for_function("() => location.hash.includes('schuif')")
    fragment = "#kaarten=emotie-bang,emotie-boos&set=rollen,reflectievragen-sv4&vorm=a7-letter&omslaan=kort&schuif=0,-1.5&zwart=1"
    assert page.evaluate("location.hash") == fragment

    other = opened(fragment)
    assert chosen(other) == chosen(page)
    expect(line(other, "tel")).to_have_text(line(page, "tel").inner_text())
    for one in (page, other):
        expect(one.get_by_label("Formaat")).to_have_value("a7-letter")
        assert [one.get_by_label(name).is_checked() for name in ("In zwart-wit", "korte zijde")] == [True, True]
        assert (one.get_by_label("naar rechts").input_value(), one.get_by_label("omhoog").input_value()) == (
            "0",
            "-1.5",
        )
    # Taking one card away leaves the others, but the set is no longer whole.
    open_sets(other, "rollen")
    other.get_by_label("Kind rol-kind").uncheck()
    other.wait_for_function("() => location.hash.includes('rol-ouders') && !location.hash.includes('rollen')")
    expect(button(other, "Kies alle 8 kaarten")).to_have_count(1)
    # The address changed, and the way back did not.
    assert other.evaluate("history.length") == 2


def test_going_to_a_place_on_the_page_keeps_the_choice(table):
    show(table, "kaarten=sv4-v1")
    table.evaluate("location.hash = 'inhoud'")
    table.wait_for_function("() => location.hash === '#kaarten=sv4-v1'")
    assert chosen(table) == ["sv4-v1"]


FILTERS = {
    "Spanningsveld": ("sv4", lambda choice: choice.veld == "sv4"),
    "Voor wie": ("gezinnen", lambda choice: "gezinnen" in choice.voor),
    "Fase van samen leren": ("3", lambda choice: choice.fase == 3),
    "Tijd per kaart": ("3", lambda choice: choice.minuten is not None and choice.minuten <= 3),
    "Set": ("rollen", lambda choice: choice.kaart.id.startswith("rol-")),
}


def test_filters_show_what_fits(table, bank):
    every = [choice for one in choices(bank).sets for choice in one.keuzes]
    for name, (value, fits) in FILTERS.items():
        table.get_by_label(name, exact=True).select_option(value)
        wanted = [choice.kaart.id for choice in every if fits(choice)]
        assert 0 < len(wanted) < len(every)
        assert (
            table.locator(".kies-lijst input:visible").evaluate_all("(boxes) => boxes.map((box) => box.value)")
            == wanted
        )
        assert table.locator(".filter-stand").inner_text().startswith(f"{len(wanted)} kaart")
        button(table, "Wis filters").click()
        table.locator(".filter-stand", has_text=f"{len(every)} kaarten in").wait_for()
        expect(table.locator(".kies-lijst input:visible")).to_have_count(0)


def test_a_set_with_cards_that_another_lists_is_one_number(opened):
    page = opened()
    row = page.locator("details[data-set=reflectievragen]")
    total = len(row.get_attribute("data-alle").split())
    open_sets(page, "reflectievragen")
    for filtered in (False, True):
        if filtered:
            page.get_by_label("Set", exact=True).select_option("reflectievragen")
            expect(page.locator(".filter-stand")).to_have_text(f"{total} kaarten in 2 sets")
        button(page, f"Kies {'deze' if filtered else 'alle'} {total} kaarten").click()
        expect(row.locator("summary .tel")).to_have_text(f"{total} kaarten, {total} gekozen")
        expect(line(page, "tel")).to_contain_text(f"{total} kaarten gekozen")
        page.wait_for_function("() => location.hash === '#set=reflectievragen'")
        button(page, f"Wis {'deze' if filtered else 'alle'} {total} kaarten").click()
        expect(row.locator("summary .tel")).to_have_text(f"{total} kaarten")


def test_a_filter_narrows_what_a_set_button_chooses(table):
    show(table, "uitleg=1")
    table.get_by_label("Voor wie", exact=True).select_option("bestuurders")
    table.get_by_label("Spanningsveld", exact=True).select_option("sv1")
    table.locator("details[data-set=reflectievragen]").get_by_role("button", name="Kies deze").click()
    assert "sv1-v6" in chosen(table) and all(id.startswith("sv1-") for id in chosen(table))
    button(table, "Wis filters").click()


def test_cards_that_do_not_come_in_a_form_are_named_and_left_out(table):
    show(table, "kaarten=emotie-bang,rol-kind,sv4&vorm=poker")
    expect(line(table, "weg")).to_have_text(
        "2 kaarten zijn er niet in dit formaat en blijven achter: Kind en Doorgaan of vertragen."
    )
    # What is said at the button is what the PDF will hold.
    expect(line(table, "tel")).to_have_text("1 van je 3 kaarten en 1 uitlegkaart, 1 vel")
    assert Counter(words(pdf_of(table))[1])["emotie-bang"] == 1
    show(table, "kaarten=rol-kind&vorm=poker")
    button(table, "Download de PDF").click()
    expect(line(table, "fout")).to_contain_text("Kies een ander formaat, of print ze in hun eigen formaat.")


def test_one_tap_prints_what_does_not_come_in_the_form_in_its_own(opened):
    page = opened("#kaarten=emotie-bang,rol-kind,sv4&vorm=poker&uitleg=0")
    button(page, "Print die ook, in hun eigen formaat").click()
    expect(line(page, "tel")).to_have_text("3 kaarten gekozen, 3 vellen")
    expect(line(page, "weg")).to_contain_text(
        "2 kaarten zijn er niet in dit formaat en komen mee in hun eigen formaat:"
    )
    pdf = pdf_of(page)
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == "3 kaarten, zelf gekozen"
    assert len(document) == 6
    page.wait_for_function("() => location.hash.includes('mee=1')")
    other = opened(page.evaluate("location.hash"))
    expect(line(other, "tel")).to_have_text(line(page, "tel").inner_text())
    button(page, "Laat die toch weg").click()
    expect(line(page, "tel")).to_have_text("1 van je 3 kaarten, 1 vel")


# What comes along in its own size is printed as the form that was asked for: by the same printer or print shop.
ALONG = {
    "a7": "a7 a6 a5 vouwkaart",
    "a6-zuinig": "a7-zuinig a6-zuinig a5-zuinig vouwkaart-zuinig",
    "a7-letter": "a7-letter a6-letter a5-letter vouwkaart-letter",
    "a7-drukker": "a7-drukker a6-drukker a5-drukker vouwkaart-drukker",
    # Who has A3 has A4, and not the other way round; what there is in no such form comes in its usual one.
    "a5-enkel": "a7-enkel a6-enkel a5-enkel vouwkaart",
    "a7-enkel": "a7-enkel a6-enkel a5 vouwkaart",
}


@pytest.mark.parametrize("asked", ALONG)
def test_what_comes_along_is_printed_as_what_was_asked_for(table, asked):
    show(table, f"kaarten=sv4-v1,sv1,wk5-m1,wk2&vorm={asked}&uitleg=0&mee=1")
    forms = [load_forms()[id] for id in ALONG[asked].split()]
    expect(table.locator(".kies-voorbeeld h3")).to_have_text(
        [re.compile(f": {re.escape(form.naam)}$") for form in forms]
    )
    pdf = pdf_of(table)
    turns = any(form.keert for form in forms)
    expected = []
    for form in forms:
        size = [pytest.approx(side + 2 * form.afloop, abs=0.01) for side in form.vel]
        expected.append((size, True))
        # A printer that turns all sheets over would print the next front on what has no back.
        if form.soort != "enkelzijdig" or turns:
            expected.append((size, form.soort != "enkelzijdig"))
    assert [([side.width, side.height], bool(side.letters)) for side in reading.pages(pdf)] == expected
    paper = "8 bladzijden" if asked.endswith("drukker") else "4 vellen"
    expect(line(table, "tel")).to_have_text(f"4 kaarten gekozen, {paper}")


def test_sheets_of_one_side_alone_have_no_empty_pages(table):
    show(table, "kaarten=sv4-v1,sv1&vorm=a7-enkel&uitleg=0&mee=1")
    pdf = pdf_of(table)
    assert [bool(side.letters) for side in reading.pages(pdf)] == [True, True]
    assert pypdfium2.raw.FPDF_VIEWERREF_GetDuplex(pypdfium2.PdfDocument(pdf)) == pypdfium2.raw.Simplex


def test_what_explains_cards_comes_with_them_in_their_own_form(table):
    """Also a card that there is in the form that was asked for, where no card of the choice lies."""
    show(table, "kaarten=wk5-m2,sv1-v3,sv4-v3")
    expect(line(table, "tel")).to_have_text("3 kaarten gekozen en 3 uitlegkaarten, 2 vellen")
    show(table, "kaarten=wk5-m2,sv1-v3,sv4-v3&vorm=a6&mee=1")
    expect(line(table, "tel")).to_have_text("3 kaarten gekozen en 3 uitlegkaarten, 2 vellen")
    show(table, "kaarten=sv1-v3&vorm=a6&mee=1&uitleg=1&zonder=reflectievragen")
    expect(line(table, "tel")).to_have_text("1 kaart gekozen en 1 uitlegkaart, 1 vel")
    assert Counter(words(pdf_of(table))[1])["sv"] == 1


def explaining(page) -> dict[str, bool]:
    boxes = page.locator(".kies-uitleg input").evaluate_all("(all) => all.map((one) => [one.value, one.checked])")
    return dict(boxes)


def test_each_card_that_explains_is_chosen_by_itself(opened):
    page = opened("#kaarten=emotie-bang,sv4-v1")
    assert explaining(page) == {"emoties": True, "reflectievragen": True, "sv": True}
    page.locator(".kies-uitleg").get_by_label("Emotiekaarten").uncheck()
    expect(line(page, "tel")).to_have_text("2 kaarten gekozen en 2 uitlegkaarten, 1 vel")
    page.wait_for_function("() => location.hash.endsWith('&zonder=emoties')")
    other = opened(page.evaluate("location.hash"))
    assert explaining(other) == {"emoties": False, "reflectievragen": True, "sv": True}
    # A link of before, when there were all or none.
    none = opened("#kaarten=emotie-bang,sv4-v1&uitleg=0")
    assert set(explaining(none).values()) == {False}
    none.locator(".kies-uitleg").get_by_label("Emotiekaarten").check()
    assert explaining(none) == {"emoties": True, "reflectievragen": False, "sv": False}


def test_only_what_can_come_along_is_offered_and_what_paper_it_takes_is_told(table):
    offered = table.locator(".kies-uitleg label").filter(visible=True)
    show(table, "kaarten=emotie-bang,sv4-v1")
    expect(offered).to_have_count(3)
    # The cards that explain a field are not there as small as a playing card.
    show(table, "kaarten=emotie-bang,sv4-v1&vorm=poker")
    expect(offered).to_have_text(["Emotiekaarten"])
    show(table, "kaarten=sv4-v1&vorm=poker")
    expect(table.locator(".kies-uitleg")).to_be_hidden()
    paper = table.locator(".kies-uitleg p")
    show(table, "kaarten=sv1-v1,sv1-v2,sv1-v3,sv1-v4,sv1-v5,sv1-v6,sv1-v7")
    expect(line(table, "tel")).to_have_text("7 kaarten gekozen en 2 uitlegkaarten, 2 vellen")
    expect(paper).to_have_text("Zonder uitlegkaarten print je 1 vel minder.")
    show(table, "kaarten=sv1-v1")
    expect(line(table, "tel")).to_have_text("1 kaart gekozen en 2 uitlegkaarten, 1 vel")
    expect(paper).to_have_text("")


def rows(page) -> list[str]:
    return page.locator(".kies-rij li").evaluate_all("(all) => all.map((one) => one.dataset.id)")


def fronts(page) -> list[str]:
    """The cards in their order on the sheet; only their backs, set in the same order, say which they are."""
    return [word for word in words(pdf_of(page))[1] if word in ("emotie-bang", "rol-kind", "sv4-v1", "sv4-v2")]


def test_whoever_opens_a_link_sees_what_was_chosen_and_can_change_the_order(opened):
    page = opened("#kaarten=rol-kind,sv4-v2,emotie-bang,sv4-v1&uitleg=0", width=360, height=740)
    expect(page.get_by_text("Deze kaarten staan in de link waarmee je hier kwam.")).to_be_visible()
    assert rows(page) == ["emotie-bang", "sv4-v1", "sv4-v2", "rol-kind"]
    up = page.get_by_role("button", name="Naar voren: Kind")
    up.focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    assert rows(page) == ["rol-kind", "emotie-bang", "sv4-v1", "sv4-v2"]
    page.get_by_text("Kind is nu kaart 1 van 4.").wait_for()
    # At the end the keyboard goes on with what can still be done.
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Naar achteren: Kind"
    page.wait_for_function("() => location.hash.includes('volgorde=eigen')")
    other = opened(page.evaluate("location.hash"))
    assert rows(other) == rows(page)
    assert fronts(other) == rows(page)
    button(other, "Terug naar de volgorde van de sets").click()
    assert rows(other) == ["emotie-bang", "sv4-v1", "sv4-v2", "rol-kind"]
    other.get_by_role("button", name="Wis: Kind").click()
    assert chosen(other) == ["emotie-bang", "sv4-v1", "sv4-v2"]
    assert "Wis" in other.evaluate("document.activeElement.getAttribute('aria-label')")


def test_dragging_changes_the_order(opened):
    page = opened("#kaarten=rol-kind,sv4-v2,emotie-bang,sv4-v1&uitleg=0", height=1200)
    handle = page.locator(".kies-greep")
    first, last = handle.first.bounding_box(), handle.last.bounding_box()
    page.mouse.move(first["x"] + 10, first["y"] + 10)
    page.mouse.down()
    for step in range(1, 9):
        page.mouse.move(first["x"] + 10, first["y"] + 10 + step / 8 * (last["y"] - first["y"] + 20))
    page.mouse.up()
    assert rows(page) == ["sv4-v1", "sv4-v2", "rol-kind", "emotie-bang"]
    page.wait_for_function("() => location.hash.includes('volgorde=eigen')")
    assert fronts(page) == rows(page)


def test_a_word_is_looked_for_in_all_cards(opened):
    page = opened()
    page.get_by_label("Zoek in alle kaarten").fill("emotiekaarten GEIRRITEERD")
    assert page.locator(".kies-lijst input:visible").evaluate_all("(all) => all.map((one) => one.value)") == [
        "emotie-geirriteerd"
    ]
    expect(page.locator(".filter-stand")).to_have_text("1 kaart in 1 set", use_inner_text=True)
    page.get_by_label("Zoek in alle kaarten").fill("xyzzy")
    page.get_by_text("Geen kaart past hierbij. Wis een filter.").wait_for()
    button(page, "Wis filters").click()
    page.locator(".filter-stand", has_text="kaarten in").wait_for()
    expect(page.get_by_label("Zoek in alle kaarten")).to_have_value("")


def test_words_on_either_side_of_a_card_find_it(opened):
    page = opened()
    for looked_for, card in {
        "telefoon opnemen als": None,
        "telefoon gaat": "emotie-bang",
        "minder bang maken": "emotie-bang",
        "jij hoort": "rol-buurvrouw",
    }.items():
        page.get_by_label("Zoek in alle kaarten").fill(looked_for)
        if card:
            expect(page.locator(f".kies-lijst input[value={card}]"), looked_for).to_be_visible()
        else:
            expect(page.locator(".filter-stand"), looked_for).to_have_text("Geen kaart past hierbij. Wis een filter.")


@pytest.mark.parametrize("typed", ["collega's", "collega’s", "boos.", "‘boos’", "twijfels", "nietweten"])
def test_a_word_is_found_in_another_form_and_between_signs(opened, typed):
    page = opened()
    page.get_by_label("Zoek in alle kaarten").fill(typed)
    expect(page.locator(".filter-stand")).to_have_text(re.compile(r"^\d+ kaart(en)? in \d+ sets?$"))
    assert page.locator(".kies-lijst input:visible").count() < 100


def test_a_search_without_internet_says_where_it_looks(opened):
    page = opened(before=lambda page: page.route("**/teksten.json", lambda route: route.abort()))
    page.get_by_label("Zoek in alle kaarten").fill("buurvrouw")
    expect(page.locator(".filter-stand")).to_have_text("1 kaart in 1 set. Zonder internet zoek je alleen in de titels.")
    page.unroute("**/teksten.json")
    page.get_by_label("Zoek in alle kaarten").fill("jij hoort")
    expect(page.locator(".kies-lijst input[value=rol-buurvrouw]")).to_be_visible()


@pytest.mark.parametrize("edge", EDGES)
def test_a_back_that_is_upside_down_in_the_pdf_is_so_on_the_page(table, edge):
    form = load_forms()["a7"]
    show(table, f"kaarten=emotie-bang{EDGES[edge]}")
    back = table.locator(".kies-voorbeeld .blad-achter.vorm-a7").first
    told = table.get_by_text("in de PDF met opzet op zijn kop")
    expect(told).to_have_count(1 if form.op_zijn_kop(edge) else 0)
    expect(back).to_have_css("rotate", "180deg" if form.op_zijn_kop(edge) else "none")


def test_a_sheet_is_described_by_the_names_of_its_cards(table):
    show(table, "kaarten=emotie-bang,emotie-boos")
    sheets = table.locator(".kies-voorbeeld [role=img]")
    expect(sheets.first).to_have_accessible_name(re.compile(r"^Voorkant van vel 1: .*Bang, Boos"))


def test_the_sheets_are_shown_as_they_print(table):
    show(table, "set=rollen&kaarten=wk2")
    look = []
    table.locator(".kies-voorbeeld .vorm-vouwkaart").last.wait_for(state="attached")
    for sheet in range(3):
        # Pictures are there only near what is in sight.
        place = table.locator(".kies-voorbeeld .vel").nth(sheet)
        place.scroll_into_view_if_needed()
        place.locator("img").first.wait_for()
        look += place.locator(".blad").evaluate_all(
            "(papers) => papers.map((paper) => [paper.className, paper.children.length, paper.firstChild.src.split('/').slice(-2).join('/')])"
        )
    assert look == [
        ["blad vorm-a7", 8, "a7/rollen-voor.svg"],
        ["blad blad-achter op-zijn-kop vorm-a7", 8, "a7/rollen-achter.svg"],
        ["blad vorm-a7", 1, "a7/rol-jongere-voor.svg"],
        ["blad blad-achter op-zijn-kop vorm-a7", 1, "a7/rol-jongere-achter.svg"],
        ["blad vorm-vouwkaart", 1, "vouwkaart/wk2-voor.svg"],
        ["blad blad-achter op-zijn-kop vorm-vouwkaart", 1, "vouwkaart/wk2-achter.svg"],
    ]
    expect(table.get_by_text("Hier zie je straks je vellen")).to_be_hidden()
    show(table, "set=emoties")
    assert table.locator(".kies-lijst img").count() == 0, "pictures of sets that are closed"
    table.get_by_role("button", name="Toon nog 4 vellen").click()
    expect(table.locator(".kies-voorbeeld .vel")).to_have_count(6)
    assert table.evaluate("document.activeElement.querySelector('h4').textContent") == "Vel 3"


# What can go wrong


def test_a_tampered_address_is_told_in_one_sentence_and_the_rest_works(opened):
    page = opened(
        "#kaarten=sv4-v1,<img src=x onerror=window.ran=1>,sv4-v99&set=emoties,geen&vorm=a99&omslaan=om&schuif=500,0&zwart=ja&zwart=1&%zz"
    )
    expect(line(page, "fout")).to_have_text(
        "In deze link staat iets wat we niet kennen: 2 kaarten (‘<img src=x onerror=window.ran=…’ en ‘sv4-v99’), "
        "1 set (‘geen’) en ‘vorm=a99’, ‘omslaan=om’, ‘schuif=500,0’ en nog 2; de rest is overgenomen."
    )
    assert page.evaluate("[window.ran, document.querySelectorAll('.kies-fout *').length]") == [None, 0]
    assert len(chosen(page)) == 41
    expect(page.get_by_label("In zwart-wit")).to_be_checked()
    assert len(words(pdf_of(page))) == 2 * 6
    expect(line(page, "fout")).to_have_text("")


def busy(session) -> float:
    """The seconds that the page has worked since it began to be measured."""
    return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}["TaskDuration"]


def test_ten_thousand_ids_do_not_hold_the_page_up(opened, address):
    page = opened()
    many = "kaarten=sv4-v1," + ",".join(f"onzin-{number}" for number in range(10_000))
    # Of the page's own thread alone: how busy the machine is for others says nothing.
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(session)
    show(page, many)
    expect(line(page, "fout")).to_contain_text(
        "In deze link staat iets wat we niet kennen: 10.000 kaarten (‘onzin-0’, ‘onzin-1’, ‘onzin-2’ en nog 9.997)"
    )
    page.get_by_label("In zwart-wit").check()
    assert 0 < busy(session) - before < 3
    assert chosen(page) == ["sv4-v1"]


def test_an_absurd_shift_is_refused_and_nothing_is_made(opened):
    page = opened("#kaarten=sv4-v1")
    downloads = []
    page.on("download", lambda download: downloads.append(download))
    page.get_by_text("Instellingen voor je printer").click()
    for value in ("500", "-10.5", "1e9"):
        page.get_by_label("naar rechts").fill(value)
        button(page, "Download de PDF").click()
        expect(line(page, "fout")).to_have_text(
            "De verschuiving is een getal tussen −10 en 10 mm. Meet nog eens met het proefvel."
        )
    page.get_by_label("naar rechts").fill("")
    expect(line(page, "fout")).to_have_text("")
    page.get_by_label("naar rechts").fill("-10")
    pdf_of(page)
    assert len(downloads) == 1


def test_without_a_choice_nothing_is_made(opened):
    page = opened()
    button(page, "Download de PDF").click()
    expect(line(page, "fout")).to_have_text("Kies eerst een kaart.")


OFFLINE = "Je bent offline. Kiezen kan, maar plaatjes en de PDF komen pas als je weer internet hebt."
NOT_FETCHED = (
    "Een deel van de kaarten kon niet worden opgehaald. Ben je offline, of is de site vernieuwd? "
    "Je keuze blijft staan, ook als je de pagina opnieuw laadt."
)


def test_what_the_pdf_takes_is_fetched_when_it_is_asked_for_and_not_before(visit, address):
    page = visit(None)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

    def heavy() -> list[str]:
        return [url for url in asked if "/pdf-lib-" in url or url.endswith(".pdf")]

    page.goto(f"{address}{PAGE}#kaarten=sv4-v1,emotie-bang")
    page.wait_for_load_state("networkidle")
    open_sets(page, "reflectievragen")
    page.get_by_label("sv4-v2").check()
    page.locator(".kies-voorbeeld .vel").first.wait_for()
    page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done, 300)))")
    assert heavy() == []
    assert Counter(words(pdf_of(page))[1])["sv4-v1"] == 1
    assert sorted(re.sub(r".*/|-\w+(?=\.js)", "", url) for url in heavy()) == [
        "emoties.pdf",
        "pdf-lib.js",
        "reflectievragen.pdf",
    ]
    assert {url for url in asked if not url.startswith((address, f"blob:{address.split('/leren')[0]}"))} == set()
    assert [line for line in refused if "Content Security" in line] == []


def test_who_presses_before_the_list_of_cards_is_there_gets_the_pdf_when_it_is(opened):
    """As on a slow phone: what was chosen is known from the address, what there is of it comes later."""
    held = []
    page = opened(
        "#kaarten=sv4-v1", before=lambda page: page.route("**/voorraad.json", lambda route: held.append(route))
    )
    with page.expect_download():
        button(page, "Download de PDF").click()
        expect(button(page, "Bezig …")).to_be_visible()
        expect(line(page, "fout")).to_have_text("")
        for route in held:
            route.continue_()
    expect(line(page, "tel")).to_have_text("1 kaart gekozen en 2 uitlegkaarten, 1 vel")


def test_without_internet_it_says_what_cannot_be_done(visit, address):
    page = visit(f"{PAGE}#kaarten=sv4-v1")
    told = page.get_by_role("status").filter(has_text=OFFLINE)
    expect(told).to_have_count(0)
    page.context.set_offline(True)
    told.wait_for()
    button(page, "Download de PDF").click()
    page.get_by_text(NOT_FETCHED).wait_for()
    assert chosen(page) == ["sv4-v1"]
    page.context.set_offline(False)
    told.wait_for(state="detached")
    with page.expect_download():
        button(page, "Probeer het opnieuw").click()
    # What it took is there now, for as long as no other is chosen.
    page.context.set_offline(True)
    page.wait_for_function("() => !navigator.onLine")
    pdf_of(page)
    expect(told).to_have_count(0)
    open_sets(page, "werkkaarten-vouwkaarten")
    page.get_by_label("Een reflectief gesprek").check()
    told.wait_for()


def test_cards_of_another_build_are_never_printed(visit):
    """The folder of the cards is named by what is in it: the one that this page knows is gone once the site is renewed."""
    page = visit(f"{PAGE}#kaarten=sv4-v6,sv4-v7")
    page.locator(".kies-voorbeeld .vel").first.wait_for()
    page.route("**/voorraad/**", lambda route: route.fulfill(status=404))
    button(page, "Download de PDF").click()
    page.get_by_text("De kaarten op deze site zijn vernieuwd sinds je deze pagina opende.").wait_for()
    page.unroute("**/voorraad/**")
    with page.expect_navigation():
        button(page, "Laad de pagina opnieuw").click()
    page.wait_for_function("() => document.querySelectorAll('.kies-lijst input:checked').length")
    assert chosen(page) == ["sv4-v6", "sv4-v7"]


def test_without_script_there_are_the_sets_and_their_pdfs_and_nothing_dead(opened):
    page = opened(java_script_enabled=False)
    expect(page.get_by_text("Zelf kaarten aanvinken kan alleen met JavaScript")).to_be_visible()
    open_sets(page, "werkkaarten-vouwkaarten")
    expect(page.locator(".kies-lijst .naam:visible")).to_have_count(8)
    expect(page.locator("main :is(input, button, select, output):visible")).to_have_count(0)
    assert page.locator(".kies-set a[href$='.pdf']").count() == page.locator(".kies-set").count()


def test_by_keyboard_alone(opened):
    page = opened(width=320, height=640)
    page.locator("details[data-set=emoties] > summary").focus()
    page.keyboard.press("Enter")
    box = page.get_by_label("Blij emotie-blij")
    for _ in range(20):
        page.keyboard.press("Tab")
        if box.evaluate("(box) => box === document.activeElement"):
            break
    page.keyboard.press("Space")
    assert chosen(page) == ["emotie-blij"]
    # What has the focus is in sight, above the bar that stays there.
    bar = page.locator(".kies-balk").bounding_box()
    assert box.bounding_box()["y"] + box.bounding_box()["height"] <= bar["y"]
    button(page, "Bekijk de vellen").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "kies-vellen"
    button(page, "Download de PDF").focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="De PDF staat bij je downloads: 1 vel.").wait_for()


def test_a_choice_is_accessible(opened):
    page = opened("#kaarten=emotie-bang,sv4&schuif=1,1&vorm=a7&nog=1", width=360)
    open_sets(page, "reflectievragen")
    page.locator(".kies-voorbeeld .vel").first.wait_for()
    pdf_of(page)
    assert violations(page, LOOKS[:2]) == []


def test_the_link_is_copied_and_starting_again_empties_it(opened, address):
    page = opened("#kaarten=sv4-v1", permissions=["clipboard-read", "clipboard-write"])
    button(page, "Kopieer de link naar deze keuze").click()
    page.get_by_text("Gekopieerd", exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{PAGE}#kaarten=sv4-v1"
    button(page, "Wis mijn keuze").click()
    page.wait_for_function("() => location.hash === ''")
    assert chosen(page) == []
    expect(line(page, "tel")).to_have_text("Nog geen kaarten gekozen")
    # One wrong press is not the end of it.
    back = line(page, "klaar")
    expect(back).to_have_text("Je keuze is gewist. Ga terug in je browser, dan staat die er weer.")
    page.go_back()
    page.wait_for_function("() => location.hash === '#kaarten=sv4-v1'")
    expect(line(page, "tel")).to_contain_text("1 kaart gekozen")
    expect(back).to_be_empty()
    assert chosen(page) == ["sv4-v1"]


def test_starting_again_with_nothing_chosen_is_no_step_to_go_back_from(opened):
    page = opened()
    before = page.evaluate("history.length")
    button(page, "Wis mijn keuze").click()
    expect(line(page, "tel")).to_have_text("Nog geen kaarten gekozen")
    expect(line(page, "klaar")).to_be_empty()
    assert page.evaluate("history.length") == before


CUT = """() => {
    for (const set of document.querySelectorAll(".kies-set")) set.open = true;
    return [...document.querySelectorAll(".kies-lijst .naam")].filter((one) => one.scrollHeight > one.clientHeight + 1).length;
}"""


def test_a_long_name_is_in_sight_on_a_phone_and_of_the_card_that_one_is_at_or_chose(visit):
    page = visit("kaarten/zelf-kiezen/", width=360, height=740)
    page.locator(".kies-filters").wait_for()
    assert page.evaluate(CUT) == 0
    page = visit("kaarten/zelf-kiezen/")
    page.locator(".kies-filters").wait_for()
    cut = page.evaluate(CUT)
    assert cut > 0
    card = page.locator(".kies-lijst li:has(input[value=sv2-q2])")
    card.locator("input").check()
    assert page.evaluate(CUT) == cut - 1
