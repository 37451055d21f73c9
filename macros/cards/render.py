"""From a deck in one size to files: each face is typeset once, and from it come the PDFs of every form, pictures and stock."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import product
from typing import Any

from ..knowledge.records import Deck
from .deck.checks import check_characters, check_fit
from .deck.decks import Kaart, blank, deck_cards, on_sheets, unwritten
from .deck.faces import deck_drawings, face_data
from .deck.fan import WIDTH, cover, fan
from .deck.sizes import forms_of
from .deck.typography import kept_together
from .paper.forms import Maat, Vorm, note
from .paper.imposition import Edge, sheets
from .press.document import Document
from .press.rug import INKTEN, layer, rug
from .shop import PrintShop

BLEED = 3
"""What a typeset face is larger than its card on every side, in mm: what a print shop cuts off."""
SIDES = ("voor", "achter")
LAYERS = tuple((ink, side) for ink in INKTEN for side in SIDES)
"""What a deck has under its faces, by amount of ink."""


@dataclass(frozen=True)
class Prints:
    """What is made of a deck in one size: its PDFs by form and edge, the stock of some of its cards and the pictures of all.

    The stock is a PDF with the LAYERS first, and then front and back of each card; pictures are SVG by card and side.
    Of the size that is the deck's usual one there is the fan as well: small PNGs by their path. `frame` is what a browser has
    to know to set text on a card that a reader writes, empty where there is none.
    """

    pdfs: Mapping[tuple[str, Edge], bytes]
    stock: bytes
    pictures: Mapping[tuple[str, str], bytes]
    fan: Mapping[str, bytes]
    frame: Mapping[str, Any]


class Job:
    """`deck` to be printed in `size`; of the cards with an id in `elsewhere`, another deck gives the stock.

    Raises ContentError for a wrong deck and for a character that the font does not have.
    """

    def __init__(self, shop: PrintShop, deck: Deck, size: Maat, elsewhere: Container[str] = ()):
        self.shop, self.deck, self.size = shop, deck, size
        self.cards = deck_cards(shop.bank, deck)
        self.forms = tuple(form for form in forms_of(shop.bank, deck) if form.maat == size)
        self.own = tuple(card.id for card in self.pickable if card.id not in elsewhere)
        self._data = self._told()
        self.document = self._document(self._data)

    @cached_property
    def typeset(self) -> tuple[Kaart, ...]:
        """The cards with as many to write on as any form may need; last the one that is written in the browser."""
        room = max(-len(self.cards) % form.per_vel for form in self.forms) if self.deck.opvullen else 0
        # One at least, which the card picker fills sheets of its own with.
        if not self.deck.opvullen:
            return self.cards
        return (*self.cards, *(blank(self.deck, n + 1) for n in range(max(room, 1))), unwritten(self.deck))

    @property
    def pickable(self) -> tuple[Kaart, ...]:
        """The cards that a picker may take from: all, one to write on, and one that is written in the browser."""
        own = len(self.cards)
        return (*self.cards, self.typeset[own], self.typeset[-1]) if self.deck.opvullen else self.cards

    @cached_property
    def key(self) -> bytes:
        """Equal for jobs that come out the same."""
        return self.document.key + repr((self.forms, self.own)).encode()

    def prints(self) -> Prints:
        """All of it; raises ContentError for every face that is too full. Equal input gives equal bytes."""
        from .pdf.sheets import Faces

        ids = [card.id for card in self.typeset]
        # First, for what it refuses.
        pictures = self.pictures()
        faces = Faces(self.document.pdf(), ids, LAYERS, self._notes, self.size.kaart, BLEED)
        pdfs = {(form.id, edge): faces.sheets(form, self._sheets(form), edge) for form, edge in self._made_in()}
        return Prints(pdfs, faces.stock(self.own), pictures, dict(self._fan()), self._frame())

    def pictures(self) -> dict[tuple[str, str], bytes]:
        """SVG by card and side; raises as `prints` does."""
        from .press.screen import for_screen

        check_fit(self.shop.bank, [(self.deck, card) for card in self.typeset], self.size, self.document.excesses())
        pages = dict(zip(_order(self.typeset), self.document.svg()))
        return {
            (card.id, side): for_screen(pages[card.id, side], pages["gewoon", side])
            for card in self.pickable
            for side in SIDES
        }

    def _fan(self) -> Iterator[tuple[str, bytes]]:
        from .press.png import small_png

        usual = forms_of(self.shop.bank, self.deck)[0]
        if usual.maat != self.size:
            return
        wide = self.size.kaart[0] / cover(usual)[0]
        faces = fan(self.deck.id, self.cards, usual)
        seen = [card for card in self.cards if any(card.id == face.card for face in faces)]
        # All faces as pixels take more memory than all else.
        pages = dict(zip(_order(seen), self._some(seen).png(WIDTH * wide / self.size.kaart[0] * 25.4)))
        for face in faces:
            width, height = face.size
            box = round(width * (wide - 1)), 0, round(width * wide), height
            yield face.path, small_png(pages[face.card, face.side], 16, box, pages["gewoon", face.side])

    def _frame(self) -> dict[str, Any]:
        if not self.deck.opvullen:
            return {}
        sides = {one.pop("gezicht").removesuffix("kant"): one for one in self.document.told("vak")}
        (letters,) = self.document.told("letters")
        return sides | letters

    @property
    def _notes(self) -> list[str]:
        return sorted({text for form, edge in self._made_in() if (text := note(form, edge))})

    def _made_in(self) -> list[tuple[Vorm, Edge]]:
        return [
            (form, edge)
            for form in self.forms
            for edge in (("long", "short") if form.keert and form.gewoon else ("long",))
        ]

    def _sheets(self, form: Vorm):
        blanks = -len(self.cards) % form.per_vel if self.deck.opvullen else 0
        cards = (*on_sheets(self.cards, form), *self.typeset[len(self.cards) : len(self.cards) + blanks])
        return sheets(form, [card.id for card in cards])

    def _told(self) -> dict:
        """What the templates have to know; raises ContentError for a character that the font does not have."""
        faces = [self.face(card) for card in self.typeset]
        for before, face in zip([None, *faces], faces):
            face["eerste"] = before is None or _group(before) != _group(face)
        check_characters(self.shop.bank, self.typeset, faces, self.shop.characters, self.deck)
        return {
            "rug": asdict(rug(self.size)),
            "lagen": self._layers(),
            "regels": self._notes,
            "titel": self.deck.titel,
            "beschrijving": self.deck.samenvatting,
            "kaart": self.size.kaart,
            "afloop": BLEED,
            "kaarten": [kept_together(face) for face in faces],
            "gemeten": None,
        }

    def _document(self, data: dict) -> Document:
        return self.shop.document("gezichten.typ", data, {face["url"] for face in data["kaarten"]})

    def _some(self, cards: Sequence[Kaart]) -> Document:
        """A document of some of the cards, as they look among all others."""
        (measured,) = self.document.told("gemeten")
        faces = [face for card, face in zip(self.typeset, self._data["kaarten"]) if card in cards]
        return self._document(self._data | {"kaarten": faces, "regels": [], "gemeten": measured})

    def face(self, card: Kaart) -> dict:
        """What is on both sides of `card`, as data."""
        return face_data(self.shop.bank, self.deck, card, self.shop.address, self.shop.signs)

    def _layers(self) -> list[list[str]]:
        """What lies under the faces, in the order of LAYERS, for each height that the head of a back can have."""
        drawings = deck_drawings(self.shop.bank, self.deck, self.shop.signs)
        return [
            [layer(self.size, head, ink, side, BLEED, self.deck.kleur, *drawings) for ink, side in LAYERS]
            for head in rug(self.size).hoofden
        ]


def _order(cards: Sequence[Kaart]) -> Sequence[tuple[str, str]]:
    """What is on each page of a document of `cards`."""
    return *product([card.id for card in cards], SIDES), *LAYERS


def render_pdf(shop: PrintShop, deck: Deck, form: Vorm, edge: Edge = "long") -> bytes:
    """The sheets of `deck` in `form` as PDF/UA-1, for a printer that flips on `edge`; raises as `Job` and its prints do."""
    return kept_prints(Job(shop, deck, form.maat)).pdfs[form.id, edge]


def kept_prints(job: Job) -> Prints:
    """The prints of `job`, or those that were made of the same before."""
    return unpacked(job.shop.kept(job.key, lambda: packed(job.prints())))


def pictures_of(job: Job) -> Mapping[tuple[str, str], bytes]:
    """The pictures of `job`, whether or not the rest of its prints is there."""
    store = job.shop.store
    return kept_prints(job).pictures if store and store.has(job.key) else job.pictures()


def packed(prints: Prints) -> bytes:
    """`prints` as one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for kind, found in (("pdf", prints.pdfs), ("svg", prints.pictures)):
            for (name, part), content in found.items():
                archive.writestr(zipfile.ZipInfo(f"{kind}/{name}/{part}"), content)
        for path, content in prints.fan.items():
            archive.writestr(zipfile.ZipInfo(path), content)
        archive.writestr(zipfile.ZipInfo("stock"), prints.stock)
        archive.writestr(zipfile.ZipInfo("frame"), json.dumps(prints.frame))
    return out.getvalue()


def unpacked(content: bytes) -> Prints:
    """The prints that `packed` put together."""
    kinds: dict[str, dict] = {"pdf": {}, "svg": {}}
    fan = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            kind, *rest = name.split("/")
            if kind == "waaiers":
                fan[name] = archive.read(name)
            elif rest:
                kinds[kind][tuple(rest)] = archive.read(name)
        frame = json.loads(archive.read("frame"))
        return Prints(kinds["pdf"], archive.read("stock"), kinds["svg"], fan, frame)


def _group(face: dict) -> str:
    """Under which heading a card stands in the outline of the PDF."""
    return face.get("label") or face.get("veld") or face["soort"]
