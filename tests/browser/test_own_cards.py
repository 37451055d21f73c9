"""Cards that somebody writes in the picker: set as the press sets those of the deck, in the link, in a file, on paper, and refused."""

import io
import json
import re
from collections import defaultdict
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from playwright.sync_api import expect
from test_axe import violations
from test_card_picker import show
from waiting import until_told
from windows import leave_out

from macros.cards import choices, deck_cards
from macros.knowledge.records import Deck
from tests.cards import reading

PAGE = "kaarten/zelf-kiezen/"
NAMES = "Şahin en Łukasz Čapek zien Zoë, Noël en IJsbrand"
PICTURES = "*/kaarten/stand-*/gezichten/*"


@pytest.fixture
def opened(shared, standing, address):
    """A function that opens the picker with a fragment, without pictures: first in the tab that stays, then in others."""
    tabs, session = [standing], leave_out(standing, PICTURES)

    def open_page(fragment: str = ""):
        if tabs:
            page = tabs.pop()
        else:
            page = shared.new_page()
            leave_out(page, PICTURES)
        page.goto(address + PAGE + fragment)
        return page

    yield open_page
    session.detach()


@pytest.fixture
def writer(opened):
    """The page with the form to write in open."""
    page = opened()
    page.locator(".kies-zelf > summary").click()
    page.locator(".kies-zelf-form").wait_for()
    return page


@pytest.fixture(scope="module")
def table(browser, address):
    """The page, for what its modules do by themselves; nothing of it changes."""
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        leave_out(page, PICTURES)
        page.goto(address + PAGE)
        yield page


@pytest.fixture(scope="module")
def setter(table):
    """A function from cards, as lists of set, size, large, small and back, to what the browser makes of each."""
    return lambda cards: table.evaluate(
        """async (cards) => {
        const { Setter } = await import("/bron/js/kaarten/zelf/zetten.js");
        const { kaarten } = document.querySelector("kaarten-kiezer").dataset;
        const setter = new Setter(await (await fetch(`${kaarten}zelf.json`)).json());
        const wide = ({ text, weight, size }) => (setter.letters[weight].width(text) * size) / 1000;
        return cards.map(([set, maat, groot, klein, achter]) => {
            const { faces, trouble } = setter.set({ set, groot, klein, achter }, maat);
            for (const line of [...faces.voor, ...faces.achter]) line.wide = wide(line);
            return { faces, trouble };
        });
    }""",
        cards,
    )


def write(page, deck: str, large: str, small: str = "", back: str = "") -> None:
    page.get_by_label("In de stijl van").select_option(deck)
    page.get_by_label("Op de voorkant").fill(large)
    if small:
        page.get_by_label("Klein daaronder").fill(small)
    page.get_by_label("Op de achterkant").fill(back)


def put(page) -> None:
    page.get_by_role("button", name="Zet bij jouw kaarten").click()


def fault(page) -> str:
    return page.locator(".kies-zelf-form .kies-zelf-fout").inner_text()


def pdf_of(page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download de PDF", exact=True).click()
    return Path(download.value.path()).read_bytes()


def texts(pdf: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf)]


def test_the_form_comes_with_its_style(opened):
    page, held = opened(), []
    page.route("**/kaarten-zelf-*.css", lambda route: held.append(route))
    try:
        with page.expect_response("**/zelf.json"):
            page.locator(".kies-zelf > summary").click()
        until_told(page, lambda: held, "the style was asked for")
        # Long enough for all else that the form takes.
        page.wait_for_timeout(400)
        expect(page.locator(".kies-zelf-form")).to_have_count(0)
        held[0].continue_()
        expect(page.locator(".kies-zelf-form")).to_be_visible()
    finally:
        page.unroute("**/kaarten-zelf-*.css")


# As the press does it


BLEED = 3 * 72 / 25.4


def printed_lines(page, size: float) -> list[tuple[str, float, float, float]]:
    """Text, left, right and baseline, from the top left of the card, of each line of letters of so many points on a page of the stock."""
    rows = defaultdict(list)
    for char in page.chars:
        if abs(char["size"] - size) < 0.01:
            rows[round(page.height - char["matrix"][5] - BLEED, 1)].append(char)
    found = []
    for down, chars in sorted(rows.items()):
        # The press may end a line with the space after it.
        words = "".join(char["text"] for char in chars).rstrip()
        seen = chars[: len(words)]
        found.append((words.replace("\xa0", " "), seen[0]["x0"] - BLEED, seen[-1]["x1"] - BLEED, down))
    return found


@pytest.mark.parametrize(
    "deck, size, alone",
    [
        ("reflectievragen-sv4", "a7", False),
        ("emoties", "poker", True),
        ("teamkaarten", "a6", True),
        ("rotonde", "a7", True),
    ],
)
def test_heads_are_set_as_the_press_sets_them(setter, site, bank, deck, size, alone):
    """The cards that the press made of this deck, written again in the browser: the same lines, as wide, at the same places.

    Where nothing else stands on the front, they are also as high on the card.
    """
    (record,) = [one for one in bank.of_kind(Deck) if one.id == deck]
    folder = next((site / "kaarten").glob("stand-*"))
    index = json.loads((folder / "voorraad.json").read_text())["maten"][size]
    cards = [card for card in deck_cards(bank, record) if card.eigen]
    # What stands small below the head moves it.
    small = {card.id: card.item.tekst if deck == "emoties" else "" for card in cards}
    made = setter([[deck, size, card.titel, small[card.id], ""] for card in cards])
    stocks, compared = {}, 0
    for card, outcome in zip(cards, made):
        assert outcome["trouble"] is None, (card.id, outcome["trouble"])
        stock, number = index["kaarten"][card.id]
        name = index["voorraad"][stock]
        if name not in stocks:
            content = (folder / "voorraad" / size / f"{name}.pdf").read_bytes()
            stocks[name] = pdfplumber.open(io.BytesIO(content))
        lines = [line for line in outcome["faces"]["voor"] if line["weight"] == 650]
        printed = printed_lines(stocks[name].pages[number], lines[0]["size"])
        if not printed:
            # A deck of sentences may have some cards with a word.
            continue
        compared += 1
        assert [line["text"] for line in lines] == [text for text, *_ in printed], card.id
        for line, (_, left, right, down) in zip(lines, printed):
            assert (line["x"], line["x"] + line["wide"]) == pytest.approx((left, right), abs=0.15), (card.id, line)
            if alone:
                assert line["y"] == pytest.approx(down, abs=0.15), (card.id, line)
        steps = [b["y"] - a["y"] for a, b in zip(lines, lines[1:])]
        assert steps == pytest.approx([b[3] - a[3] for a, b in zip(printed, printed[1:])], abs=0.15)
    assert compared >= 4


def test_a_back_is_set_as_the_press_sets_it(setter, site, bank):
    """The one question on the back of each emotion: its lines, behind the ring, at the same places."""
    (record,) = [one for one in bank.of_kind(Deck) if one.id == "emoties"]
    cards = [
        card for card in deck_cards(bank, record) if card.eigen and card.item.vragen and len(card.item.vragen) == 1
    ]
    made = setter([["emoties", "a7", card.titel, "", card.item.vragen[0]] for card in cards])
    folder = next((site / "kaarten").glob("stand-*"))
    index = json.loads((folder / "voorraad.json").read_text())["maten"]["a7"]["kaarten"]
    with pdfplumber.open(folder / "voorraad" / "a7" / "emoties.pdf") as pdf:
        for card, outcome in zip(cards, made):
            lines = outcome["faces"]["achter"]
            page = pdf.pages[index[card.id][1] + 1]
            printed = printed_lines(page, lines[0]["size"])
            assert [line["text"] for line in lines] == [text for text, *_ in printed], card.id
            for line, (_, left, right, down) in zip(lines, printed):
                # The press kerns the space before the last word otherwise, for it is one that may not break.
                assert (line["x"], line["x"] + line["wide"], line["y"]) == pytest.approx((left, right, down), abs=0.3)
            ring = lines[0]["ring"]
            drawn = [curve for curve in page.curves if abs(curve["width"] - 2 * ring["radius"]) < 0.05]
            middles = [((one["x0"] + one["x1"]) / 2 - BLEED, (one["top"] + one["bottom"]) / 2 - BLEED) for one in drawn]
            assert any(middle == pytest.approx((ring["x"], ring["y"]), abs=0.15) for middle in middles), (ring, middles)
    assert len(cards) > 30


# On paper


LARGE, SMALL, BACK = "Opgelucht", f"{NAMES}.", "Sinds wanneer?\nWie merkte dat?"
QUESTION = "Wanneer deden jullie voor het laatst niets, en wat leverde dat op?"


def link(**cards: str) -> str:
    """A fragment that chooses these cards, with one of the site's own between them."""
    ids = [key.replace("_", "-") for key in cards if key.startswith("zelf")]
    return f"#kaarten=emotie-bang,{','.join(ids)}&" + "&".join(
        f"{key.replace('_', '-')}={value}" for key, value in cards.items()
    )


ONE = link(zelf_1=f"emoties:{LARGE}", klein_1=SMALL, achter_1=BACK.replace("\n", "%0A"))


@pytest.fixture(scope="module")
def printing(table):
    """A page with the own card and another, of which only the form changes."""
    page = table.context.new_page()
    leave_out(page, PICTURES)
    page.goto(table.url + ONE)
    page.locator(".kies-tel").get_by_text("2 kaarten gekozen").wait_for()
    return page


@pytest.mark.parametrize("form", ["", "a7-zuinig", "a7-enkel", "a7-drukker", "a7-letter", "poker", "poker-enkel"])
def test_an_own_card_prints_among_the_others_in_every_form(printing, form):
    show(printing, f"{ONE[1:]}&uitleg=0" + (f"&vorm={form}" if form else ""))
    made = pdf_of(printing)
    whole = " ".join(texts(made))
    assert all(words in whole for words in ("Bang", LARGE, SMALL, "Sinds wanneer?", "Wie merkte dat?", "emoties-zelf"))
    embedded = letters_in_file(made)
    assert embedded and all(embedded)
    # Beside each other: in every form both heads are as large.
    lines = [line for one in reading.pages(made) for face in one.faces for line in face.lines]
    heads = {head: line[0].size for line in lines if (head := "".join(one.text for one in line)) in ("Bang", LARGE)}
    assert len(heads) == 2 and len({*heads.values()}) == 1 and {*heads.values()} <= {20, 22}


@pytest.mark.parametrize("comes", [True, False])
def test_who_asks_for_the_pdf_before_own_cards_are_there_gets_it_when_they_are(visit, address, comes):
    page = visit(None)
    leave_out(page, PICTURES)
    held = []
    page.route("**/zelf.json", lambda route: held.append(route))
    page.goto(address + PAGE + ONE)
    page.locator(".kies-tel").get_by_text("2 kaarten gekozen").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download de PDF", exact=True).click()
        expect(page.get_by_role("button", name="Bezig …")).to_be_visible()
        until_told(page, lambda: held)
        if not comes:
            held.pop().abort()
            page.get_by_text("Een deel van de kaarten kon niet worden opgehaald.").wait_for()
            page.get_by_role("button", name="Probeer het opnieuw").click()
            until_told(page, lambda: held)
        held.pop().continue_()
    assert LARGE in " ".join(texts(Path(download.value.path()).read_bytes()))
    expect(page.locator(".kies-fout")).to_be_empty()
    expect(page.locator(".kies-zelf link")).to_have_count(1)


def letters_in_file(pdf: bytes) -> list[bool]:
    """Of each text on a page, in whatever it is drawn, whether the file has its letters."""
    document = pypdfium2.PdfDocument(pdf)
    texts = (one for page in document for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]))
    return [pypdfium2.raw.FPDFFont_GetIsEmbedded(pypdfium2.raw.FPDFTextObj_GetFont(one)) == 1 for one in texts]


def test_the_text_lies_on_its_card_and_the_back_behind_it(opened):
    """On the second place of the sheet, and behind it on a back that is half a turn round; in black and white all is grey."""
    page = opened(f"{ONE}&uitleg=0&zwart=1")
    page.locator(".kies-tel").get_by_text("2 kaarten gekozen").wait_for()
    with pdfplumber.open(io.BytesIO(pdf_of(page))) as pdf:
        front, back = pdf.pages
        cell = front.width / 4
        head = [char for char in front.chars if char["text"] in LARGE and char["size"] == 22 and char["x0"] > cell]
        assert len(head) >= len(LARGE) - 1 and all(
            cell < char["x0"] < 2 * cell and char["bottom"] < 298 for char in head
        )
        asked = [word for word in back.extract_words() if word["text"].startswith(("Sinds", "?reennaw", "wanneer"))]
        assert asked and all(cell < word["x0"] < 2 * cell and word["top"] > 298 for word in asked)
        assert {char["ncs"] for char in front.chars} <= {"DeviceGray"}


def test_blank_cards_of_a_set_as_many_as_one_asks(writer):
    writer.get_by_label("In de stijl van").select_option("rollen")
    writer.get_by_label("Of kaarten om met de hand").fill("3")
    writer.get_by_role("button", name="Zet lege kaarten erbij").click()
    assert writer.locator(".kies-tel").inner_text().startswith("3 kaarten gekozen")
    told = texts(pdf_of(writer))
    assert told[0].count("Eigen rol") == 3 and told[1].count("rollen-leeg-1") == 3
    writer.get_by_label("Of kaarten om met de hand").fill("0")
    writer.get_by_role("button", name="Zet lege kaarten erbij").click()
    assert fault(writer) == "Kies een aantal van 1 tot 40."


# What can't be


LONG = "Heel lang verhaal. " * 527


REFUSED = {
    LONG: r"De tekst op de voorkant is ongeveer 9\.[78]\d\d letters te lang: er passen 9 regels op, en dit zijn er \d+\.",
    "Blij 😀 zijn": "De letter van de kaarten heeft ‘😀’ niet: schrijf het zonder.",
    "שלום": "De letter van de kaarten heeft ‘ש’, ‘ל’, ‘ו’ en nog 1 niet: schrijf het zonder.",
    "Wie\u202eben jij": r"Er staat een teken in dat je niet ziet \(U\+202E\): typ de tekst opnieuw, zonder te plakken\.",
    "Wie\x07ben jij": r"Er staat een teken in dat je niet ziet \(U\+0007\): typ de tekst opnieuw, zonder te plakken\.",
    "Verantwoordelijkheidsgevoelens": "Het woord ‘Verantwoordelijkheidsgevoelens’ is te breed voor deze kaart: .*",
    "": "Schrijf eerst iets op de voorkant.",
}


def test_what_cannot_be_printed_is_refused_in_a_sentence_and_stays(writer):
    cards, field, wrong = writer.locator(".kies-zelf-lijst li"), writer.get_by_label("Op de voorkant"), {}
    for count, (text, sentence) in enumerate(REFUSED.items()):
        write(writer, "reflectievragen", text)
        put(writer)
        if not re.fullmatch(sentence, told := fault(writer)):
            wrong[text] = told
        expect(field, text).to_have_value(text)
        expect(field, text).to_have_attribute("aria-invalid", "true")
        assert f"zelf-{count + 1}" not in writer.url
        expect(cards, text).to_have_count(count)
        # Nor does it still say that the one before was taken.
        expect(writer.locator(".kies-zelf-stand")).to_have_text("")
        # And what can be is not.
        field.fill(f"Wie ben jij, {count}?")
        put(writer)
        assert fault(writer) == ""
        expect(cards, text).to_have_count(count + 1)
        expect(writer.locator(".kies-zelf-stand")).to_have_text("De kaart staat nu bij jouw kaarten.")
    assert wrong == {}


def test_letters_that_a_pdf_drew_as_one_are_those_that_one_sees(writer):
    write(writer, "reflectievragen", "Wie ﬁlmt de ﬂat?")
    put(writer)
    assert fault(writer) == ""
    expect(writer.locator(".kies-zelf-lijst .naam")).to_have_text("Wie filmt de flat?")


def test_what_a_text_processor_writes_is_kept_as_one_reads_it(writer):
    """Its hyphens, its white, and its ends of a line within a paragraph."""
    write(writer, "reflectievragen", "Jij\u2011en\u2010ik\u202fof\u00a0wij\u2012twee?", back="Eén\u2028twee\u000bdrie")
    put(writer)
    assert fault(writer) == ""
    expect(writer.locator(".kies-zelf-lijst .naam")).to_have_text("Jij-en-ik of wij-twee?")
    writer.get_by_role("button", name="Verander: ").click()
    expect(writer.get_by_label("Op de achterkant")).to_have_value("Eén\ntwee\ndrie")


def test_a_line_begun_on_the_front_is_seen_not_to_be_one(writer):
    """The card breaks that text itself; the back keeps its lines."""
    front, back = writer.get_by_label("Op de voorkant"), writer.get_by_label("Op de achterkant")
    for field in (front, back):
        field.press_sequentially("Wat nu?")
        for _ in " nu?":
            field.press("ArrowLeft")
        field.press("Enter")
        field.press_sequentially("en")
    expect(front).to_have_value("Wat en nu?")
    expect(back).to_have_value("Wat\nen nu?")


def test_a_wide_word_breaks_where_its_writer_put_a_hyphen(setter):
    made, whole = setter(
        [["emoties", "a7", word, "", ""] for word in ("Meervoudig-ingewikkeld", "Meervoudigingewikkeld")]
    )
    assert [line["text"] for line in made["faces"]["voor"]] == ["Meervoudig-", "ingewikkeld"]
    assert whole["trouble"]["part"] == "groot"


def test_a_back_that_is_too_full_and_small_text_without_room_are_told(setter):
    back, small = setter(
        [
            ["emoties", "a7", "Blij", "", "Wat gebeurde er toen en daarna nog eens? " * 12],
            ["emoties", "a7", "Blij", "Wat gebeurde er toen en daarna nog eens? " * 30, ""],
        ]
    )
    assert (
        back["trouble"]["part"] == "achter" and "De tekst op de achterkant is ongeveer" in back["trouble"]["sentence"]
    )
    assert small["trouble"]["part"] == "klein" and "De kleine tekst is ongeveer" in small["trouble"]["sentence"]


def test_a_text_that_fits_but_is_longer_than_a_link_may_have_is_refused_and_stays(writer):
    """What the form takes, its link and its file bring back."""
    long = "Wat dan? " * 112 + "Of"
    back = writer.get_by_label("Op de achterkant")
    write(writer, "begeleiderskaarten", "Lang", back=long)
    put(writer)
    assert fault(writer) == "De tekst op de achterkant is 10 letters te lang: hoogstens 1.000 worden bewaard."
    expect(back).to_have_value(long)
    expect(writer.locator(".kies-zelf-lijst li")).to_have_count(0)
    back.fill(long[:1000])
    put(writer)
    writer.wait_for_url(re.compile("zelf-1="))
    writer.reload()
    expect(writer.locator(".kies-zelf-lijst .naam")).to_have_text(["Lang"])


def test_hostile_text_is_shown_as_text(visit, address):
    hostile = "<img src=x onerror=alert(1)>"
    page = visit(None)
    page.on("dialog", lambda dialog: pytest.fail("a text was run"))
    page.goto(
        f"{address}{PAGE}#zelf-1=rollen:%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&zelf-2=rollen:\u05e9<b>&kaarten=zelf-1,zelf-2"
    )
    page.locator(".kies-zelf-lijst li").nth(1).wait_for(state="attached")
    page.locator(".kies-rij > ol > li").nth(1).wait_for()
    assert page.locator(".kies-zelf-lijst .naam").first.text_content() == hostile
    assert page.locator(".kies-rij li .naam").first.inner_text().startswith(hostile)
    expect(page.locator("kaarten-kiezer img[onerror], kaarten-kiezer li b")).to_have_count(0)
    # What can't be printed stays, and says why.
    page.locator(".kies-zelf > summary").click()
    row = page.locator(".kies-zelf-lijst li").nth(1)
    assert "Deze kaart komt nog niet in de PDF. De letter van de kaarten heeft ‘ש’ niet" in row.inner_text()


# In the link


def test_the_link_survives_reload_back_and_a_second_tab(writer):
    write(writer, "emoties", LARGE, SMALL, BACK)
    put(writer)
    writer.wait_for_url(re.compile("zelf-1=emoties:Opgelucht"))
    here = writer.url

    def kept(page):
        page.locator(".kies-tel").get_by_text("1 kaart gekozen").wait_for()
        expect(page.locator(".kies-zelf-lijst .naam")).to_have_text([LARGE])
        told = texts(pdf_of(page))
        return all(words in " ".join(told) for words in (LARGE, SMALL, *BACK.split("\n")))

    writer.reload()
    assert kept(writer)
    writer.goto(here.split("#")[0].replace("zelf-kiezen", "printwijzer"))
    writer.go_back()
    assert writer.url == here and kept(writer)
    other = writer.context.new_page()
    leave_out(other, PICTURES)
    other.goto(here)
    assert kept(other)


def test_no_sign_of_a_text_ends_the_link_of_who_pastes_it_in_a_chat(writer):
    write(writer, "emoties", "Stop (even) met praten!", "Of *nu*…", "Wie weet_het~ 'al'.")
    put(writer)
    writer.wait_for_url(re.compile("achter-1="))
    link = writer.url.partition("#")[2]
    assert re.fullmatch(r"[\w%+:=&,-]+", link, re.ASCII) and "_" not in link
    writer.reload()
    expect(writer.locator(".kies-zelf-lijst .naam")).to_have_text(["Stop (even) met praten!"])
    writer.locator(".kies-zelf > summary").click()
    writer.get_by_role("button", name="Verander: Stop (even) met praten!").click()
    expect(writer.get_by_label("Op de achterkant")).to_have_value("Wie weet_het~ 'al'.")


def test_a_link_that_gets_too_long_to_send_is_told(opened, bank):
    told = opened("#zelf-1=emoties:Opgelucht&kaarten=zelf-1").locator(".kies-lang")
    expect(told).to_be_hidden()
    long = "&".join(f"zelf-{n}=emoties:Opgelucht&achter-{n}={'Sinds+wanneer+en+van+wie%3F+' * 5}" for n in range(1, 12))
    told = opened(f"#{long}&kaarten=zelf-1").locator(".kies-lang")
    expect(told).to_contain_text(
        "knippen sommige programma’s hem af). Stuur liever het bestand met je eigen kaarten, of de PDF."
    )
    # Of cards that nobody wrote there is no file.
    cards = [choice.kaart.id for one in choices(bank).sets for choice in one.keuzes]
    told = opened(f"#kaarten={','.join(cards)}&volgorde=eigen").locator(".kies-lang")
    expect(told).to_contain_text("af). Stuur liever de PDF.")


def test_a_card_is_changed_wiped_and_put_back(writer):
    write(writer, "emoties", LARGE, SMALL, BACK)
    put(writer)
    status = writer.locator(".kies-zelf-stand")
    expect(status).to_have_text("De kaart staat nu bij jouw kaarten.", use_inner_text=True)
    writer.get_by_role("button", name=f"Verander: {LARGE}").click()
    expect(writer.get_by_label("Op de achterkant")).to_have_value(BACK)
    writer.get_by_label("Op de voorkant").fill("Bezorgd")
    writer.get_by_role("button", name="Bewaar de verandering").click()
    assert writer.locator(".kies-zelf-lijst .naam").all_inner_texts() == ["Bezorgd"]
    writer.get_by_role("button", name="Wis: Bezorgd").first.click()
    assert "‘Bezorgd’ is gewist." in status.inner_text()
    expect(writer.locator(".kies-tel")).to_have_text("Nog geen kaarten gekozen", use_inner_text=True)
    writer.get_by_role("button", name="Zet terug").press("Enter")
    assert writer.locator(".kies-zelf-lijst .naam").all_inner_texts() == ["Bezorgd"]
    # To start again takes the ticks away, not what somebody wrote.
    writer.get_by_role("button", name="Wis mijn keuze").click()
    expect(writer.locator(".kies-zelf-lijst input:checked")).to_have_count(0)
    assert writer.locator(".kies-zelf-lijst .naam").all_inner_texts() == ["Bezorgd"]


def test_a_chosen_card_is_written_otherwise_and_takes_the_place_of_that_of_the_set(opened):
    page = opened("#set=reflectievragen-sv4")
    page.get_by_role("button", name="Pas aan: Welke reactie op vastlopen").press("Enter")
    front, back = page.get_by_label("Op de voorkant"), page.get_by_label("Op de achterkant")
    expect(front).to_be_focused()
    # With the line of the field that its set is about.
    expect(page.get_by_label("In de stijl van")).to_have_value("reflectievragen-sv4")
    expect(front).to_have_value("Welke reactie op vastlopen herken je het meest bij jezelf?")
    expect(back).to_have_value("Ploeter je door?\nOf ga je juist langzamer, of sta je helemaal stil?")
    front.fill("Wat doe jij als je vastloopt?")
    page.get_by_role("button", name="Bewaar de verandering").click()
    expect(page.locator(".kies-zelf-stand")).to_have_text("Jouw kaart ligt nu in plaats van die uit de set.")
    page.wait_for_url(re.compile("zelf-1=reflectievragen-sv4:Wat"))
    page.reload()
    page.locator(".kies-tel").get_by_text("11 kaarten gekozen").wait_for()
    told = " ".join(texts(pdf_of(page)))
    assert "Wat doe jij als je vastloopt?" in told and "Welke reactie op vastlopen" not in told
    # What is one's own is changed from here too, and stays one card.
    page.get_by_role("button", name="Pas aan: Wat doe jij").click()
    expect(front).to_have_value("Wat doe jij als je vastloopt?")
    front.fill("Wat doe jij dan?")
    page.get_by_role("button", name="Bewaar de verandering").click()
    expect(page.locator(".kies-zelf-lijst .naam")).to_have_text(["Wat doe jij dan?"])


def test_all_of_a_card_comes_into_the_form_and_what_is_laid_out_otherwise_is_left_alone(opened):
    page = opened("#kaarten=emotie-boos,wk8-fase1")
    expect(page.locator(".kies-rij li")).to_have_count(2)
    page.get_by_role("button", name="Pas aan").click()
    expect(page.get_by_label("Op de voorkant")).to_have_value("Boos")
    expect(page.get_by_label("Klein daaronder")).to_have_value("Je hoort jezelf harder praten dan je wilde.")
    expect(page.get_by_label("Op de achterkant")).to_have_value("Waar gaat je boosheid over?")
    page.get_by_role("button", name="Laat de kaart zoals hij was").click()
    page.locator(".kies-tel").get_by_text("2 kaarten gekozen").wait_for()
    expect(page.locator(".kies-zelf-lijst li")).to_have_count(0)


def test_leaving_asks_first_when_a_new_card_or_a_changed_one_was_not_kept(shared, address):
    # In a tab of its own, for what hangs on it.
    page = shared.new_page()
    leave_out(page, PICTURES)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    def changed(act) -> list[str]:
        """What is asked when one goes after `act` on a card that is opened to be changed."""
        page.goto(f"{address}{PAGE}#kaarten=zelf-1&zelf-1=emoties:Eerste&achter-1=Wie%0AWat")
        page.locator(".kies-zelf > summary").click()
        page.get_by_role("button", name="Verander: Eerste").click()
        act()
        asked.clear()
        page.goto(address + "over/")
        return [*asked]

    assert changed(lambda: None) == []
    assert changed(lambda: page.get_by_label("Op de achterkant").fill("Wie?")) == ["beforeunload"]
    assert changed(lambda: page.get_by_label("In de stijl van").select_option("rollen")) == ["beforeunload"]

    def to_a_new_one():
        page.get_by_role("button", name="Laat de kaart zoals hij was").click()
        page.get_by_label("Op de voorkant").fill("Tweede")

    assert changed(to_a_new_one) == ["beforeunload"]


def test_another_card_does_not_take_the_place_of_what_was_not_kept(opened):
    page = opened("#kaarten=zelf-1,zelf-2&zelf-1=emoties:Eerste&zelf-2=emoties:Tweede")
    page.locator(".kies-zelf > summary").click()
    front, second = page.get_by_label("Op de voorkant"), page.get_by_role("button", name="Verander: Tweede")
    front.fill("Een nieuwe")
    second.click()
    assert fault(page) == "Hier staat nog iets wat je niet bewaarde: bewaar het eerst, of wis het."
    expect(front).to_have_value("Een nieuwe")
    expect(front).to_be_focused()
    front.fill("")
    page.get_by_role("button", name="Verander: Eerste").click()
    front.fill("Veranderd")
    second.click()
    expect(front).to_have_value("Veranderd")
    page.get_by_role("button", name="Laat de kaart zoals hij was").click()
    second.click()
    expect(front).to_have_value("Tweede")
    assert fault(page) == ""


def go_to(page, fragment: str) -> None:
    """To another link in the same tab."""
    page.evaluate("(fragment) => { location.hash = fragment }", fragment)


def test_another_link_in_the_same_tab_shows_its_own_cards(opened):
    page = opened("#kaarten=zelf-1&zelf-1=emoties:Eerste")
    page.locator(".kies-zelf > summary").click()
    names = page.locator(".kies-zelf-lijst .naam")
    expect(names).to_have_text(["Eerste"])
    go_to(page, "kaarten=zelf-1&zelf-1=emoties:Tweede")
    expect(names).to_have_text(["Tweede"])
    page.get_by_role("button", name="Verander: Tweede").click()
    expect(page.get_by_label("Op de voorkant")).to_have_value("Tweede")


def test_what_is_typed_on_a_card_that_another_link_takes_away_becomes_a_new_card(writer):
    """Also where another card has its number: that one isn't overwritten."""
    for other, beside in (("kaarten=sv4-v1", []), ("kaarten=zelf-1&zelf-1=emoties:Tweede", ["Tweede"])):
        go_to(writer, "kaarten=zelf-1&zelf-1=emoties:Eerste")
        writer.get_by_role("button", name="Verander: Eerste").click()
        writer.get_by_label("Op de voorkant").fill("Bezorgd")
        go_to(writer, other)
        put(writer)
        expect(writer.locator(".kies-zelf-lijst .naam")).to_have_text([*beside, "Bezorgd"])
        writer.wait_for_url(re.compile("emoties:Bezorgd"))
    # What nobody typed on is nobody's new card, and what is there still is changed.
    writer.get_by_role("button", name="Verander: Tweede").click()
    go_to(writer, "kaarten=zelf-3&zelf-3=emoties:Derde")
    expect(writer.get_by_label("Op de voorkant")).to_have_value("")
    writer.get_by_role("button", name="Verander: Derde").click()
    go_to(writer, "kaarten=sv4-v1,zelf-3&zelf-3=emoties:Derde")
    expect(writer.locator(".kies-tel")).to_contain_text("2 kaarten gekozen")
    writer.get_by_label("Op de voorkant").fill("Vierde")
    writer.get_by_role("button", name="Bewaar de verandering").click()
    expect(writer.locator(".kies-zelf-lijst .naam")).to_have_text(["Vierde"])


def test_past_the_highest_number_of_a_link_a_card_gets_one_that_is_free(opened):
    page = opened("#kaarten=zelf-1,zelf-999999&zelf-1=emoties:Eerste&zelf-999999=emoties:Laatste")
    page.locator(".kies-zelf > summary").click()
    for name in ("Erbij", "Nog een"):
        write(page, "emoties", name, "", "")
        put(page)
    page.wait_for_url(re.compile("zelf-2=emoties:Erbij.*zelf-3=emoties:Nog"))
    page.reload()
    expect(page.locator(".kies-tel")).to_contain_text("4 kaarten gekozen")


FUZZ = """async ([count, seed]) => {
    const { readChoice, writeChoice } = await import("/bron/js/kaarten/keuze.js");
    const { readOffer } = await import("/bron/js/kaarten/aanbod.js");
    const { readCards, written } = await import("/bron/js/kaarten/zelf/bestand.js");
    const { offer } = readOffer(document.querySelector("kaarten-kiezer"));
    let state = seed;
    const any = (many) => (state = (state * 1103515245 + 12345) % 2147483648) % many;
    const bits = ["emoties", "rollen", "werkkaarten-vouwkaarten", "weg", ":", "&", "=", "zelf-1", "zelf-2", "zelf-0", "klein-1",
        "achter-2", "%0A", "%00", "+", "%F0%9F%98%80", "%D8%A7", "<img onerror=1>", "%E2%80%AE", "kaarten=", "a".repeat(1100),
        "sv4-v1", ",", "volgorde=eigen", "%", "#", "e%CC%81", "\\ud800"];
    const link = () => Array.from({ length: 1 + any(12) }, () => bits[any(bits.length)]).join("");
    const values = ["emoties", "weg", "", "<b>", 1, null, {}, [], "\\u0000", "a".repeat(1100), true, "regel\\nregel"];
    const keys = ["set", "groot", "klein", "achter", "meer", "__proto__"];
    const card = () => Object.fromEntries(keys.filter(() => any(5)).map((key) => [key, any(3) ? "emoties" : values[any(values.length)]]));
    const file = () => JSON.stringify({ soort: any(9) ? "eigen-kaarten" : "geno-sociogram", schema: any(9) ? 1 : any(4),
        kaarten: any(9) ? Array.from({ length: any(3) }, card) : values[any(values.length)], ...(any(20) ? {} : { meer: 1 }) });
    const told = { refused: 0, equal: 0, wrong: [] };
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const plain = ({ geschreven, kaarten, sets, zonder, ...rest }) => ({ ...rest, geschreven: [...geschreven],
        kaarten: [...kaarten].sort(), sets: [...sets].sort() });
    for (let index = 0; index < count; index += 1) {
        const text = `kaarten=zelf-1&zelf-1=emoties:${link()}&${link()}`;
        try {
            const { choice, trouble } = readChoice(text, offer);
            const again = readChoice(writeChoice(choice, offer), offer);
            if (trouble) told.refused += 1;
            if (same(plain(choice), plain(again.choice)) && !again.trouble) told.equal += 1;
            else told.wrong.push(text);
        } catch (error) { told.wrong.push(`${text}: ${error}`); }
        const content = any(30) ? file() : file().slice(any(20));
        try {
            const cards = readCards(content, offer);
            if (same(cards, readCards(written(cards), offer))) told.equal += 1;
            else told.wrong.push(content);
        } catch (error) {
            if (/^[A-Z][^<>]*\\.$/.test(error.message) && error.constructor.name === "Refusal") told.refused += 1;
            else told.wrong.push(`${content}: ${error}`);
        }
    }
    return { ...told, wrong: told.wrong.slice(0, 3) };
}"""


def test_links_and_files_are_refused_or_equal_after_a_round_trip(table):
    told = table.evaluate(FUZZ, [10_000, 1914])
    assert told["wrong"] == [] and told["refused"] > 2000 and told["equal"] > 10_000, told


# In a file


def open_file(page, content: str) -> None:
    page.get_by_label("Open een bestand met eigen kaarten").set_input_files(
        {"name": "kaarten.json", "mimeType": "application/json", "buffer": content.encode()}
    )


def test_a_file_brings_the_cards_back(writer, opened):
    write(writer, "emoties", LARGE, SMALL, BACK)
    put(writer)
    with writer.expect_download() as download:
        writer.get_by_role("button", name="Download je eigen kaarten als bestand").click()
    assert re.fullmatch(r"eigen-kaarten-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    content = Path(download.value.path()).read_text(encoding="utf-8")
    other = opened("#kaarten=sv4-v1")
    other.locator(".kies-zelf > summary").click()
    open_file(other, content)
    other.locator(".kies-zelf-stand").get_by_text("1 kaart uit het bestand erbij.").wait_for()
    assert other.locator(".kies-tel").inner_text().startswith("2 kaarten gekozen")
    other.wait_for_url(re.compile("klein-1="))
    open_file(other, content)
    other.locator(".kies-zelf-stand").get_by_text("Eén stond er al.").wait_for()
    expect(other.locator(".kies-zelf-lijst li")).to_have_count(1)


CARD = {"set": "emoties", "groot": "Blij", "klein": "", "achter": ""}


NO_CARDS = "In dit bestand staan geen eigen kaarten van deze site: bij ‘{}’ werd verwacht: {}."
NO_SUCH_FILE = {
    "torn": ("{", "Dit bestand is niet te lezen: kies een bestand met eigen kaarten dat je hier downloadde."),
    "kind": ({"soort": "kaarten"}, NO_CARDS.format("soort", "eigen-kaarten")),
    "of another page": ({"soort": "draaiboek"}, "Dit is een draaiboek: open het bij ‘Maak je draaiboek’."),
    "older": ({"schema": 0}, NO_CARDS.format("schema", "1")),
    "newer": ({"schema": 2}, "Dit bestand is gemaakt met een nieuwere versie van deze site: open het daar."),
    "more": ({"meer": 1}, NO_CARDS.format("het begin", "alleen soort, schema, kaarten")),
    "many": ({"kaarten": [CARD] * 101}, NO_CARDS.format("kaarten", "een lijst van 0 tot 100")),
    "set": (
        {"kaarten": [CARD, CARD | {"set": "weg"}]},
        NO_CARDS.format("kaarten 2, set", "een set waarvan je kaarten kunt schrijven"),
    ),
    "long": (
        {"kaarten": [CARD | {"groot": "a" * 1001}]},
        NO_CARDS.format("kaarten 1, groot", "tekst van hoogstens 1000 letters"),
    ),
    # As long as may be, until each of its signs is written as the three letters that one sees.
    "drawn as one": (
        {"kaarten": [CARD | {"achter": "ﬃ" * 500}]},
        NO_CARDS.format("kaarten 1, achter", "tekst van hoogstens 1000 letters"),
    ),
    "field": (
        {"kaarten": [CARD | {"wie": "x"}]},
        NO_CARDS.format("kaarten 1", "alleen set, groot, klein, achter"),
    ),
    "large": (
        {"kaarten": [], "soort": "eigen-kaarten", "x": "a" * 1_000_000},
        "Dit bestand is te groot (1 MB): een bestand met eigen kaarten is hoogstens 1 MB.",
    ),
}


def test_a_file_that_is_no_such_file_is_refused_and_changes_nothing(writer):
    told, found = writer.locator(".kies-zelf-bestand [role=status]"), {}
    for name, (content, _) in NO_SUCH_FILE.items():
        document = {"soort": "eigen-kaarten", "schema": 1, "kaarten": []}
        open_file(writer, content if isinstance(content, str) else json.dumps(document | content))
        told.get_by_text("Er is niets veranderd.").wait_for()
        found[name] = told.inner_text()
        told.evaluate("(told) => { told.textContent = '' }")
        expect(writer.locator(".kies-zelf-lijst li"), name).to_have_count(0)
    assert found == {name: f"{sentence} Er is niets veranderd." for name, (_, sentence) in NO_SUCH_FILE.items()}


# What it costs


def test_nothing_of_it_is_fetched_until_it_is_asked_for(visit, address):
    page = visit(None)
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}{PAGE}#kaarten=sv4-v1,emotie-bang")
    page.locator(".kies-tel").get_by_text("2 kaarten gekozen").wait_for()
    page.wait_for_load_state("networkidle")
    extra = re.compile(r"zelf\.json|letters/|kaarten-zelf-")
    before = len(asked)
    assert not [path for path in asked if extra.search(path)]
    page.locator(".kies-zelf > summary").click()
    page.locator(".kies-zelf-form").wait_for()
    page.wait_for_load_state("networkidle")
    assert {extra.search(path)[0] for path in asked[before:] if extra.search(path)} == {"zelf.json", "kaarten-zelf-"}
    write(page, "emoties", NAMES)
    put(page)
    pdf_of(page)
    # Only the letters that are used: the small ones are on no card.
    fonts = {path.rpartition("/")[2] for path in asked if "letters/" in path}
    assert fonts == {"1-650.ttf", "2-650.ttf"}
    assert all(path.startswith(("kaarten/", "assets/", "blob:")) or "://" not in path for path in asked)


def test_the_form_is_for_everyone(writer):
    write(writer, "emoties", LARGE, SMALL, BACK)
    put(writer)
    write(writer, "reflectievragen", "Blij 😀 zijn")
    put(writer)
    assert violations(writer) == []
    for width in (320, 360):
        writer.set_viewport_size({"width": width, "height": 800})
        assert writer.evaluate("document.documentElement.scrollWidth") <= width
