"""Proves that the stock has every card of every deck once in each size, as PDFs to pick from and as pictures for the screen."""

import gzip
import io
import json
import re
from dataclasses import replace

import pdfplumber
import pikepdf
import pytest

from macros import cards
from macros.cards.paper.imposition import cut_lines, fold_lines, fold_marks, printed, sheets
from macros.cards.paper.line_forms import load_line_forms
from macros.cards.press.letters import WRITTEN
from macros.cards.press.screen import for_screen
from macros.cards.render import BLEED, LAYERS, SIDES, kept_prints
from macros.cards.stock import catalogue, texts, writing
from macros.knowledge.errors import ContentError
from macros.knowledge.kennisbank import Kennisbank
from tests.cards import reading
from tests.cards.conftest import BANK, DECKS, FORMS, shop_of, with_decks
from tests.cards.reading import MM, plain

SIZES = {form.maat.id: form.maat for form in FORMS.values()}

pytestmark = pytest.mark.whole  # real prints


@pytest.fixture(scope="session")
def card_files(shop):
    return cards.CardFiles(shop)


@pytest.fixture(scope="session")
def told(card_files):
    return json.loads(catalogue(card_files.jobs))


@pytest.fixture(scope="session", params=[f"{deck.id}-{size}" for deck in DECKS.values() for size in deck.maten])
def job(request, card_files):
    """A deck in one of its sizes."""
    return next(job for job in card_files.jobs if f"{job.deck.id}-{job.size.id}" == request.param)


def test_every_card_of_every_deck_in_its_sizes_once(card_files):
    for size in SIZES:
        decks = [deck for deck in DECKS.values() if size in deck.maten]
        wanted = {card.id for deck in decks for card in cards.deck_cards(BANK, deck)}
        blank = {f"{deck.id}-leeg-1" for deck in decks if deck.opvullen}
        found = [card for job in card_files.jobs if job.size.id == size for card in job.own]
        written = {f"{deck.id}-zelf" for deck in decks if deck.opvullen}
        assert len(found) == len(set(found)) and set(found) == wanted | blank | written


def test_fronts_on_even_pages_and_backs_after_them(job, told):
    """Where the catalogue says that they are, so that a picker finds them."""
    found = reading.pages(kept_prints(job).stock)
    assert len(found) == len(LAYERS) + 2 * len(job.own)
    size, folded = told["maten"][job.size.id], job.size.id.startswith("vouwkaart")
    titles = {card.id: card.titel for card in job.pickable}
    for card in job.own:
        stock, page = size["kaarten"].get(card) or (size["voorraad"].index(job.deck.id), _unwritten_page(job))
        assert size["voorraad"][stock] == job.deck.id
        front, back = found[page : page + 2]
        assert [(round(one.width, 1), round(one.height, 1)) for one in (front, back)] == [
            tuple(round(side + 2 * BLEED, 1) for side in job.size.kaart)
        ] * 2
        words = [reading.Face(reading.Box(0, 0, one.width, one.height), one.letters) for one in (front, back)]
        # The id is on the back of a loose card and on the back cover of one that is folded.
        told = words[0].panels[0] if folded else words[1]
        assert told.id == card
        assert plain(titles[card]) in words[0].text()


def _unwritten_page(job) -> int:
    """Where the card lies that a reader writes on: of that the catalogue knows nothing."""
    frames = {(job.deck.id, job.size.id): kept_prints(job).frame}
    return json.loads(writing([job], frames, {}))["maten"][job.size.id][job.deck.id]["blad"]


def test_a_card_to_write_on_has_room_where_nothing_stands(job):
    """What the browser is told of its sides is the white between head and foot, of which the letters there leave all free."""
    frame = kept_prints(job).frame
    assert bool(frame) == bool(job.deck.opvullen)
    if not frame:
        return
    number = _unwritten_page(job)
    with pdfplumber.open(io.BytesIO(kept_prints(job).stock)) as pdf:
        for side, page in zip(("voor", "achter"), pdf.pages[number : number + 2]):
            x, y, width, height = frame[side]["vak"]
            left, top = x + BLEED * MM, y + BLEED * MM
            inside = page.crop((left, top, left + width, top + height))
            assert not inside.chars and not inside.images and height > 70
            above, below = (
                page.crop((left, 0, left + width, top)),
                page.crop((left, top + height, left + width, page.height)),
            )
            assert above.chars and (below.chars or below.objects)


def test_the_stock_has_what_was_typeset_and_nothing_of_it_is_tagged(job):
    with pikepdf.open(io.BytesIO(kept_prints(job).stock)) as document:
        assert "/StructTreeRoot" not in document.Root and "/Outlines" not in document.Root
        assert all("/Annots" not in page.obj for page in document.pages)


def test_pictures_hold_nothing_that_a_strict_policy_would_block(job):
    names = set()
    pictures = kept_prints(job).pictures
    assert [*pictures] == [(card.id, side) for card in job.pickable for side in SIDES]
    for picture in pictures.values():
        assert b"data:" not in picture and not re.search(rb'<[^>]*(href|src)="(?!#)', picture)
        assert not re.search(rb"\s(style|on\w+)=", picture)
        names |= set(re.findall(rb"<(\w+)", picture))
    assert names <= {
        b"svg",
        b"g",
        b"defs",
        b"use",
        b"path",
        b"rect",
        b"circle",
        b"line",
        b"clipPath",
        b"linearGradient",
        b"stop",
    }


def test_pictures_are_as_large_as_the_card_and_small_to_fetch(job):
    width, height = (side * reading.MM for side in job.size.kaart)
    pictures = kept_prints(job).pictures.values()
    for picture in pictures:
        head = re.match(rb'<svg viewBox="([\d. ]+)" width="([\d.]+)pt" height="([\d.]+)pt"', picture)
        assert [*map(float, head[1].split()), *map(float, head.groups()[1:])] == pytest.approx(
            [0, 0, width, height, width, height], abs=0.01
        )
    largest = max(pictures, key=len, default=b"")
    assert len(gzip.compress(largest)) < (30_000 if width > 250 * reading.MM else 15_000)


def test_the_catalogue_tells_the_places_on_every_form(told):
    assert told["bleed"] == BLEED and told["lagen"] == {"gewoon": 0, "zuinig": 2, "vol": 4}
    assert {id: (size["naam"], size["kaart"]) for id, size in told["maten"].items()} == {
        id: (size.naam, list(size.kaart)) for id, size in SIZES.items()
    }
    assert [form["id"] for form in told["vormen"]] == list(FORMS)
    for said, form in zip(told["vormen"], FORMS.values()):
        (sheet,) = sheets(form, [str(number) for number in range(form.per_vel)])

        def places(faces):
            return [[int(face.kaart), face.gezicht, face.x, face.y, face.gedraaid] for face in faces]

        assert [[*slot.values()] for slot in said["voor"]] == places(sheet.voor)
        for edge in ("long", "short"):
            back = [printed(face, form, edge) for face in sheet.achter]
            assert [[*slot.values()] for slot in said["achter"][edge]] == places(back)
            assert said["advies"][edge] == [list(line) for line in cards.advice(form, edge)]
        assert said["lijnen"] == [list(line) for line in (*cut_lines(form), *fold_marks(form))]
        assert said["vouwen"] == [list(line) for line in fold_lines(form)]
        assert said["laag"] == ("vol" if form.afloop else "zuinig" if form.id.endswith("-zuinig") else "gewoon")
        assert (said["vel"], said["cel"], said["perVel"]) == (list(form.vel), list(form.cel), form.per_vel)


def test_a_size_that_no_deck_has_is_not_in_the_catalogue(fonts):
    few = cards.CardFiles(shop_of(with_decks({"oefeningen": DECKS["oefeningen"]}), fonts))
    told = json.loads(catalogue(few.jobs))
    assert list(told["maten"]) == ["a5"] and {form["maat"] for form in told["vormen"]} == {"a5"}


def test_words_are_looked_for_in_all_that_one_reads_on_a_card(fonts):
    kept = {id: DECKS[id] for id in ("emoties", "rollen", "werkkaarten-vouwkaarten")}
    found = cards.CardFiles(shop_of(with_decks(kept), fonts))
    told = {id: "\n".join(parts) for id, parts in json.loads(texts(found.jobs)).items()}
    assert set(told) == {
        card.id for deck in kept.values() for card in cards.deck_cards(found.shop.bank, deck) if card.eigen
    }
    # The front, the back, and of a booklet its inside.
    assert "telefoon" in told["emotie-bang"] and "minder bang maken" in told["emotie-bang"]
    assert "Jij hoort" in told["rol-buurvrouw"]
    assert "Vier vragen bij de tijdlijn" in told["wk2"]
    assert [id for id, text in told.items() if "<svg" in text or "#" in text or "http" in text] == []


def test_every_file_has_its_own_address(fonts, shop):
    """On two decks: a PDF for each form and edge, two pictures for each card, those of its fan, and the stock of each size.

    And what it takes to write one: the letters.
    """
    kept = {"rotonde": DECKS["rotonde"], "rode-draden": DECKS["rode-draden"]}
    bank = with_decks(kept)
    found = cards.CardFiles(shop_of(bank, fonts, shop.store))
    others = ("/lijnen/", "proefvel", "lessen/")
    files = [(path, content) for path, content in found.files() if not any(one in path for one in others)]
    made = dict(files)
    assert len(made) == len(files) and all(made.values())
    wanted = {file.path for deck in kept.values() for file in cards.files_of(bank, deck)} | {
        f"{found.folder}{name}.json" for name in ("voorraad", "teksten", "zelf")
    }
    wanted |= {f"{found.folder}letters/{part}-{weight}.ttf" for part in (1, 2) for weight in WRITTEN}
    for size, deck in (("a7", kept["rotonde"]), ("a6", kept["rode-draden"])):
        ids = [*(card.id for card in cards.deck_cards(bank, deck)), f"{deck.id}-leeg-1", f"{deck.id}-zelf"]
        wanted |= {found.picture(SIZES[size], id, side) for id in ids for side in SIDES}
        wanted.add(f"{found.folder}voorraad/{size}/{deck.id}.pdf")
        wanted |= {found.folder + face.path for face in cards.contents(bank, deck).fan}
    assert set(made) == wanted
    # Each PDF is that of its own form and edge: a sheet of A4 is no sheet of Letter, and the edge is asked for.
    for deck in kept.values():
        for file in cards.files_of(bank, deck):
            assert made[file.path] == cards.render_pdf(shop_of(bank, fonts, shop.store), deck, file.form, file.edge)


def test_another_edition_has_another_folder(fonts):
    """So that a picker never takes a card from a stock of which it doesn't have the catalogue."""
    deck = DECKS["rotonde"]
    own = (deck.eigen[0].model_copy(update={"kop": "Anders"}), *deck.eigen[1:])
    folders = [
        cards.CardFiles(shop_of(with_decks({"rotonde": one}), fonts)).folder
        for one in (deck, deck, deck.model_copy(update={"eigen": own}))
    ]
    assert folders[0] == folders[1] != folders[2]


def test_a_card_with_two_faces_in_one_size_is_refused(fonts):
    other = DECKS["reflectievragen-sv4"].model_copy(update={"id": "anders", "gezicht": "tekst", "kaarten": ("sv4-v1",)})
    pages = (*BANK.pages, replace(BANK.by_path["kaarten/rotonde.md"], path="kaarten/anders.md", record=other))
    with pytest.raises(ContentError) as error:
        _ = cards.CardFiles(shop_of(Kennisbank(pages), fonts)).jobs
    assert [str(mistake) for mistake in error.value.mistakes] == [
        "kaarten/anders.md: veld `kaarten`: deze kaart heeft in set `reflectievragen` een ander gezicht; er staat `sv4-v1`; verwacht: gezicht `vraag`"
    ]


def with_named(names):
    """The Kennisbank with the deck `rotonde` also by these names."""
    page = BANK.by_path["kaarten/rotonde.md"]
    more = [
        replace(page, record=page.record.model_copy(update={"id": name}), path=f"kaarten/{name}.md") for name in names
    ]
    return Kennisbank((*with_decks({}).pages, *more))


@pytest.mark.parametrize(
    "names, first, second, path",
    [
        (("a", "a-b"), "set `a` in vorm `b-c`", "set `a-b` in vorm `c`", "a-b-c"),
        (("a", "a-b-c"), "set `a` in vorm `b-c`", "set `a-b-c` in vorm `a7`", "a-b-c"),
        (
            ("a", "a-korte-zijde"),
            "set `a` in vorm `a7` voor de korte zijde",
            "set `a-korte-zijde` in vorm `a7`",
            "a-korte-zijde",
        ),
        (("proefvel",), "het proefvel", "set `proefvel` in vorm `a7`", "proefvel"),
    ],
)
def test_two_that_would_be_one_file_are_told_by_their_names(fonts, monkeypatch, names, first, second, path):
    more = {id: FORMS["a7-drukker"].model_copy(update={"id": id}) for id in ("b-c", "c")}
    monkeypatch.setattr("macros.cards.deck.sizes.load_forms", lambda: FORMS | more)
    with pytest.raises(ContentError) as error:
        _ = cards.CardFiles(shop_of(with_named(names), fonts)).jobs
    assert [str(mistake) for mistake in error.value.mistakes] == [
        f"kaarten/{names[-1]}.md: {second} krijgt hetzelfde adres als {first}; er staat `kaarten/{path}.pdf`; "
        "verwacht: een ander `id`, of een vorm die anders heet"
    ]


def test_names_that_only_look_alike_are_no_mistake(fonts):
    assert len(cards.CardFiles(shop_of(with_named(("a", "a-b")), fonts)).jobs) == 2


def test_two_lines_that_would_be_one_file_are_told_by_their_names(fonts, monkeypatch):
    form = load_line_forms()["a3"]
    named = {id: form.model_copy(update={"id": id}) for id in ("b-c", "c")}
    monkeypatch.setattr("macros.cards.lines.load_line_forms", lambda: named)
    fields = {"sv1": "a", "sv2": "a-b"}
    pages = [
        replace(page, record=page.record.model_copy(update={"id": fields[page.record.id]}))
        if page.record.id in fields
        else page
        for page in with_decks({}).pages
    ]
    with pytest.raises(ContentError) as error:
        _ = cards.CardFiles(shop_of(Kennisbank(tuple(pages)), fonts)).jobs
    (mistake,) = error.value.mistakes
    assert mistake.message == "de lijn `a-b` in vorm `c` krijgt hetzelfde adres als de lijn `a` in vorm `b-c`"


# The pictures are made of Typst's SVG, which may be written in another way some day.

SVG = '<svg viewBox="0 0 9 9" width="100pt" height="200.4567pt" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
LETTERS = """<defs>
<symbol id="A8" overflow="visible"><path d="M 0 0m 0.504 0v 5.344q 0.8 0.4 1.6 0q 0.8 -0.4 1.6 0Z "/></symbol>
<symbol id="A9" overflow="visible"><path d="M 0 0m 0.567 0v 6.012q 0.9 0.45 1.8 0q 0.9 -0.45 1.8 0Z "/></symbol>
</defs>"""


def line(letter, x=0, y=0):
    uses = (f'<use xlink:href="#{letter}" x="{at}" y="0" fill="#000000" fill-rule="nonzero"/>' for at in ("0", "4.8"))
    return f'<g transform="matrix(1 0 0 -1 {x} {y})">{"".join(uses)}</g>'


def test_a_letter_stands_once_in_units_of_the_font_and_is_drawn_in_any_size():
    assert for_screen(SVG + line("A8", 1.2345, 9) + line("A9") + LETTERS + "</svg>").decode() == (
        '<svg viewBox="0 0 100 200.46" width="100pt" height="200.46pt" xmlns="http://www.w3.org/2000/svg">'
        '<defs><path id="a" d="m32 0v334q50 25 100 0t100 0Z"/></defs>'
        '<g transform="matrix(0.016 0 0 -0.016 1.23 9)"><use href="#a"/><use href="#a" x="300"/></g>'
        '<g transform="matrix(0.018 0 0 -0.018 0 0)"><use href="#a"/><use href="#a" x="267"/></g></svg>'
    )


@pytest.mark.parametrize(
    "odd",
    [
        line("A8") + LETTERS + '<image xlink:href="data:image/png;base64,AA"/>',
        line("A8") + LETTERS.replace("symbol", "glyph"),
        line("A8").replace("matrix(1 0 0 -1", "matrix(1 0.5 0 -1") + LETTERS,
        line("A8") + LETTERS.replace("v 5.344", "V 5.344"),
        line("A8") + LETTERS.replace("5.344", "5.3441234567"),
        "",
    ],
)
def test_svg_of_another_make_is_noticed(odd):
    with pytest.raises((ValueError, KeyError)):
        for_screen(f"{SVG}{odd}</svg>")
