"""Cards that somebody writes in the picker: set as the press sets those of the deck, in the link, in a file, on paper, and refused."""

import io
import json
from collections import defaultdict
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from macros.cards import deck_cards
from macros.knowledge.records import Deck

PAGE = "kaarten/zelf-kiezen/"
NAMES = "Şahin en Łukasz Čapek zien Zoë, Noël en IJsbrand"
PICTURES = "**/kaarten/stand-*/gezichten/**"


@pytest.fixture
def opened(visit, address):
    """A function that opens the picker with a fragment in a context of its own, without pictures."""

    def open_page(fragment: str = "", **options):
        page = visit(None, **options)
        page.route(PICTURES, lambda route: route.abort())
        page.goto(address + PAGE + fragment)
        return page

    return open_page


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
        page.route(PICTURES, lambda route: route.abort())
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
        ("emoties", "poker", False),
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
    made = setter([[deck, size, card.titel, "", ""] for card in cards])
    stocks, compared = {}, 0
    for card, outcome in zip(cards, made):
        assert outcome["trouble"] is None, (card.id, outcome["trouble"])
        stock, number = index["kaarten"][card.id]
        name = index["voorraad"][stock]
        if name not in stocks:
            content = (folder / "voorraad" / size / f"{name}.pdf").read_bytes()
            stocks[name] = pdfplumber.open(io.BytesIO(content))
        lines = outcome["faces"]["voor"]
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
