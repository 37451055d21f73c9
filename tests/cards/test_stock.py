"""Proves that the stock has every card of every deck once in each size, as a PDF to pick from and as pictures for the screen."""

import gzip
import io
import json
import re
from dataclasses import replace

import pikepdf
import pytest

from macros import cards
from macros.cards.files import _deck_files as files_of_decks
from macros.cards.press.screen import for_screen
from macros.cards.render import BLEED
from macros.cards.stock import catalogue
from macros.knowledge.errors import ContentError
from macros.knowledge.kennisbank import Kennisbank
from tests.cards import reading
from tests.cards.conftest import BANK, DECKS, FORMS, shop_of, with_decks

SIZES = {form.maat.id: form.maat for form in FORMS.values()}


@pytest.fixture(scope="session")
def stocks(fonts, shop):
    """A function from the id of a size to its stock."""
    made = {}

    def stock(id):
        if id not in made:
            decks = [deck for deck in DECKS.values() if id in deck.maten]
            made[id] = cards.render_stock(shop, decks, SIZES[id])
        return made[id]

    return stock


@pytest.fixture(scope="session", params=SIZES)
def stock(request, stocks):
    return stocks(request.param)


def test_every_card_of_every_deck_in_its_sizes_once(stock):
    wanted = {
        card.id for deck in DECKS.values() if stock.size.id in deck.maten for card in cards.deck_cards(BANK, deck)
    }
    blank = {f"{deck.id}-leeg-1" for deck in DECKS.values() if stock.size.id in deck.maten and deck.opvullen}
    found = [card.id for _, card in stock.cards]
    assert len(found) == len(set(found)) and set(found) == wanted | blank


def test_fronts_on_even_pages_and_backs_after_them(stock):
    """In the order of the catalogue, so that a picker finds them."""
    pages = reading.pages(stock.pdf)
    assert len(pages) == 2 * len(stock.cards) == len(stock.pictures)
    folded = stock.size.id.startswith("vouwkaart")
    for number, (_, card) in enumerate(stock.cards):
        front, back = pages[2 * number : 2 * number + 2]
        assert [(round(page.width, 1), round(page.height, 1)) for page in (front, back)] == [
            tuple(round(side + 2 * BLEED, 1) for side in stock.size.kaart)
        ] * 2
        (face,), (behind,) = front.faces, back.faces
        assert face.box == pytest.approx(
            (BLEED, BLEED, *stock.size.kaart), abs=0.01
        ) and face.ways_up == behind.ways_up == {False}
        if card.soort != "leeg":
            assert {panel.id for side in (face, behind) for panel in (side.panels if folded else [side])} == {card.id}
            # The code is on the back of a loose card and on the cover of one that is folded.
            assert ("voorbeeld.test" in face.text()) == folded or "voorbeeldtest" in (face if folded else behind).text()


def test_pictures_hold_nothing_that_a_strict_policy_would_block(stock):
    names = set()
    for picture in stock.pictures:
        assert b"data:" not in picture and not re.search(rb'<(?!a )[^>]*(href|src)="(?!#)', picture)
        assert not re.search(rb"\s(style|on\w+)=", picture)
        names |= set(re.findall(rb"<(\w+)", picture))
    assert names <= {
        b"svg",
        b"g",
        b"a",
        b"defs",
        b"symbol",
        b"use",
        b"path",
        b"rect",
        b"circle",
        b"line",
        b"clipPath",
        b"linearGradient",
        b"stop",
    }


def test_pictures_are_as_large_as_the_card_and_small_to_fetch(stock):
    width, height = (side * reading.MM for side in stock.size.kaart)
    for picture in stock.pictures:
        head = re.match(rb'<svg viewBox="([\d. ]+)" width="([\d.]+)pt" height="([\d.]+)pt"', picture)
        assert [*map(float, head[1].split()), *map(float, head.groups()[1:])] == pytest.approx(
            [0, 0, width, height, width, height], abs=0.01
        )
    largest = max(stock.pictures, key=len)
    assert len(gzip.compress(largest)) < (80_000 if width > 250 * reading.MM else 40_000)


def test_the_catalogue_tells_what_is_in_the_stock(stocks):
    found = [stocks(size) for size in SIZES]
    told = json.loads(catalogue(found))
    assert told["bleed"] == BLEED
    assert list(told["maten"]) == list(SIZES)
    for stock in found:
        size = told["maten"][stock.size.id]
        assert size["kaart"] == list(stock.size.kaart) and size["naam"] == stock.size.naam
        assert list(size["kaarten"].items()) == [(card.id, 2 * number) for number, (_, card) in enumerate(stock.cards)]
    assert [form["id"] for form in told["vormen"]] == list(FORMS)
    for told_form, form in zip(told["vormen"], FORMS.values()):
        assert [told_form[name] for name in ("maat", "vel", "cel", "kolommen", "rijen", "soort", "afloop", "rand")] == [
            form.maat.id,
            list(form.vel),
            list(form.cel),
            form.kolommen,
            form.rijen,
            form.soort,
            form.afloop,
            list(form.rand),
        ]
        assert told_form["advies"] == {
            edge: [list(line) for line in cards.advice(form, edge)] for edge in ("long", "short")
        }


def test_a_size_that_no_deck_has_is_not_in_the_catalogue(stocks):
    told = json.loads(catalogue([stocks("a5")]))
    assert list(told["maten"]) == ["a5"] and {form["maat"] for form in told["vormen"]} == {"a5"}


def test_every_file_has_its_own_address(fonts, shop):
    """On two decks: a PDF for each form and edge, two pictures for each card, and the stock of each size."""
    kept = {"rotonde": DECKS["rotonde"], "rode-draden": DECKS["rode-draden"]}
    bank = with_decks(kept)
    files = list(files_of_decks(shop_of(bank, fonts, shop.store)))
    made = dict(files)
    assert len(made) == len(files) and all(made.values())
    wanted = {file.path for deck in kept.values() for file in cards.files_of(bank, deck)} | {"kaarten/voorraad.json"}
    for size, deck in (("a7", kept["rotonde"]), ("a6", kept["rode-draden"])):
        ids = [*(card.id for card in cards.deck_cards(bank, deck)), f"{deck.id}-leeg-1"]
        wanted |= {cards.picture_name(SIZES[size], id, side) for id in ids for side in ("voor", "achter")} | {
            cards.stock_name(SIZES[size])
        }
        with pikepdf.open(io.BytesIO(made[cards.stock_name(SIZES[size])])) as document:
            pages = json.loads(made["kaarten/voorraad.json"])["maten"][size]["kaarten"]
            assert list(pages) == ids and len(document.pages) == 2 * len(ids) == max(pages.values()) + 2
    assert set(made) == wanted
    # Each PDF is that of its own form and edge: a sheet of A4 is no sheet of Letter, and the edge is asked for.
    for deck in kept.values():
        for file in cards.files_of(bank, deck):
            assert made[file.path] == cards.render_pdf(shop_of(bank, fonts, shop.store), deck, file.form, file.edge)


def test_a_card_with_two_faces_in_one_size_is_refused(fonts):
    other = DECKS["reflectievragen-sv4"].model_copy(update={"id": "anders", "gezicht": "tekst", "kaarten": ("sv4-v1",)})
    pages = (*BANK.pages, replace(BANK.by_path["kaarten/rotonde.md"], path="kaarten/anders.md", record=other))
    with pytest.raises(ContentError) as error:
        cards.render_stock(shop_of(Kennisbank(pages), fonts), [DECKS["reflectievragen-sv4"], other], SIZES["a7"])
    assert [str(mistake) for mistake in error.value.mistakes] == [
        "kaarten/anders.md: veld `kaarten`: deze kaart heeft in set `reflectievragen-sv4` een ander gezicht; er staat `sv4-v1`; verwacht: gezicht `vraag`"
    ]


# The pictures are made of Typst's SVG, which may be written in another way some day.


def svg(more=""):
    return f'<svg viewBox="0 0 100 200" width="100pt" height="200.4567pt"><symbol id="gABC"/><use xlink:href="#gABC" x="0" fill="#000000" fill-rule="nonzero"/>{more}</svg>'


def test_a_picture_gets_short_names_and_numbers():
    assert for_screen(svg()).decode() == (
        '<svg viewBox="0 0 100 200" width="100pt" height="200.46pt"><symbol id="t0"/><use xlink:href="#t0"/></svg>'
    )


@pytest.mark.parametrize(
    "odd",
    [
        svg('<image href="data:image/png;base64,AA"/>'),
        svg().replace("symbol", "glyph"),
        svg().replace("<svg viewBox", "<svg data-x='' viewBox"),
        "<svg></svg>",
    ],
)
def test_svg_of_another_make_is_noticed(odd):
    with pytest.raises(ValueError, match="not built as expected"):
        for_screen(odd)
