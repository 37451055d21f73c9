"""Which files a deck gives the site, and where they lie: addresses that stay."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from ..knowledge.errors import ContentError, Mistake
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .deck.decks import Kaart, blanks, deck_cards
from .deck.sizes import forms_of
from .lines import line_files, render_lines
from .paper.forms import Maat, Vorm, advice, load_forms
from .paper.imposition import Edge, Vel, sheets
from .render import Stock, render_pdf, render_stock
from .shop import PrintShop
from .stock import catalogue
from .testsheet import PAPERS, render_testsheet


@dataclass(frozen=True)
class PrintFile:
    """A PDF of a deck: its path below the site's root, its form, and the edge that the printer flips on."""

    path: str
    form: Vorm
    edge: Edge = "long"

    @property
    def name(self) -> str:
        """What sets this PDF apart from the deck's others."""
        side = {"long": "", "short": ", voor een printer die omslaat langs de korte zijde"}[self.edge]
        return f"{self.form.maat.naam}, {self.form.naam}{side}"

    @property
    def advice(self) -> tuple[tuple[str, str], ...]:
        return advice(self.form, self.edge)


@dataclass(frozen=True)
class DeckContents:
    """A deck as its page shows it: the sheets of its usual form with the cards on each, and all its PDFs."""

    form: Vorm
    sheets: tuple[tuple[Vel, tuple[Kaart, ...]], ...]
    files: tuple[PrintFile, ...]


def contents(bank: Kennisbank, deck: Deck) -> DeckContents:
    """What is in `deck`; raises ContentError as `deck_cards` and `forms_of` do."""
    files = files_of(bank, deck)
    form, found = files[0].form, deck_cards(bank, deck)
    cards = {card.id: card for card in (*found, *blanks(deck, form, len(found)))}
    return DeckContents(
        form,
        tuple((sheet, tuple(cards[face.kaart] for face in sheet.voor)) for sheet in sheets(form, list(cards))),
        files,
    )


def files_of(bank: Kennisbank, deck: Deck) -> tuple[PrintFile, ...]:
    """The PDFs of `deck`, the usual one first; raises ContentError as `forms_of` does."""
    usual, *others = forms_of(bank, deck)
    short = [PrintFile(f"kaarten/{deck.id}-korte-zijde.pdf", usual, "short")] if usual.keert else []
    return (
        PrintFile(f"kaarten/{deck.id}.pdf", usual),
        *short,
        *(PrintFile(f"kaarten/{deck.id}-{form.id}.pdf", form) for form in others),
    )


def picture_name(size: Maat, card: str, side: str) -> str:
    """Path below the site's root of the picture of one side, `voor` or `achter`, of a card."""
    return f"kaarten/gezichten/{size.id}/{card}-{side}.svg"


def card_files(shop: PrintShop) -> Iterator[tuple[str, bytes]]:
    """Path and content of everything that is printed or picked from.

    That is decks, lines, test sheets, pictures of faces, and the stock with its catalogue. Raises ContentError with what is
    wrong with all decks together.
    """
    yield from _deck_files(shop)
    for files in line_files(shop.bank):
        for field, path in files.fields:
            yield path, render_lines(shop, [field], files.form)
        yield files.all, render_lines(shop, [field for field, _ in files.fields], files.form)
    for name in PAPERS:
        yield f"kaarten/{name}.pdf", render_testsheet(shop, name)


def _deck_files(shop: PrintShop) -> tuple[tuple[str, bytes], ...]:
    decks, mistakes = shop.bank.of_kind(Deck), []
    # Typst lets go of Python's lock while it works.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        prints = []
        for deck in decks:
            try:
                prints += [
                    (file.path, pool.submit(render_pdf, shop, deck, file.form, file.edge))
                    for file in files_of(shop.bank, deck)
                ]
            except ContentError as error:
                mistakes += error.mistakes
        sizes = {form.maat.id: form.maat for form in load_forms().values()}.values()
        stocks = [
            pool.submit(render_stock, shop, users, size)
            for size in sizes
            if (users := [deck for deck in decks if size.id in deck.maten])
        ]
        made = [(path, _result(future, mistakes)) for path, future in prints]
        found = [_result(future, mistakes) for future in stocks]
    if mistakes:
        raise ContentError(list(dict.fromkeys(mistakes)))
    stock = (file for one in found for file in _stock_files(one))
    return (*made, *stock, ("kaarten/voorraad.json", catalogue(found)))


def _result(future: Future, mistakes: list[Mistake]):
    try:
        return future.result()
    except ContentError as error:
        mistakes += error.mistakes


def _stock_files(stock: Stock) -> Iterator[tuple[str, bytes]]:
    yield stock_name(stock.size), stock.pdf
    for index, picture in enumerate(stock.pictures):
        _, card = stock.cards[index // 2]
        yield picture_name(stock.size, card.id, "achter" if index % 2 else "voor"), picture


def stock_name(size: Maat) -> str:
    """Path below the site's root of the PDF that a picker takes faces of one size from."""
    return f"kaarten/voorraad/{size.id}.pdf"
