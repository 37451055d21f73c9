"""The picture that a chat shows of a page: its title in the site's letter, the sign and colours of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from ...cards import Document, PrintShop, strange_characters
from ...knowledge.errors import ContentError, Mistake
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Deck, Record, Spanningsveld, Werkkaart

_COLOURS, _PPI = 32, 72
_TOGETHER = 80
"""So many pictures are one document, for Typst keeps in memory all that it laid out."""
_INK = "#1d2b2f"
_COLOUR = {
    "begrip": "#0c5a60",
    "thema": "#0c5a60",
    "werkkaart": "#7a3b12",
    "verhaal": "#6b1d2a",
    "aflevering": "#6b48b3",
    "model": "#33508a",
}
_SIGNED = ("begrip", "thema", "verhaal", "aflevering", "model")
"""Kinds with a sign of their own; a page of another shows the mark."""


@dataclass(frozen=True)
class SharePicture:
    """The picture of the page with `record`, in its `kind`'s signs and colours: one, or two for the poles of a line."""

    record: Record
    kind: str
    signs: tuple[str, ...]
    colours: tuple[str, ...]

    width: ClassVar = 1200
    height: ClassVar = 630
    """In pixels: what every service that shows one asks for."""

    @property
    def path(self) -> str:
        """Below the site's root; by id, so that what was shared before still finds a picture when its title is changed."""
        return f"delen/{self.record.id}.png"

    @property
    def alt(self) -> str:
        """What it shows, for who doesn't see it."""
        return f"{self.kind}: {self.record.titel}" if self.kind else self.record.titel

    def data(self, signs: Path) -> dict:
        """What its template needs; `signs` is the folder of the pictograms."""
        return {
            "titel": self.record.titel,
            "soort": self.kind,
            "kleuren": self.colours,
            "tekens": [
                (signs / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", "#fff")
                for name in self.signs
            ],
        }


def share_picture(bank: Kennisbank, record: Record) -> SharePicture:
    """What the picture of the page with `record` shows."""
    if isinstance(record, Spanningsveld):
        sides = ("links", "rechts")
        colours = (record.pool_links.kleur, record.pool_rechts.kleur)
        return SharePicture(record, _kind(record), tuple(f"{record.id}-{side}" for side in sides), colours)
    if isinstance(record, Deck):
        return SharePicture(record, record.naam_soort, (f"sets/{record.teken}",), (record.kleur,))
    sign = (
        record.id
        if isinstance(record, Werkkaart)
        else f"soorten/{record.soort if record.soort in _SIGNED else 'pagina'}"
    )
    colour = _COLOUR.get(record.soort, _INK)
    path = bank.path_of(record.id)
    # A page beside the parts of the site is in none of them.
    section = bank.section_of(path) if "/" in path else ""
    label = _kind(record) if record.in_reeks else section if section != record.korte_titel else ""
    return SharePicture(record, label, (sign,), (colour,))


def share_pictures(shop: PrintShop, records: Sequence[Record]) -> Iterator[tuple[str, bytes]]:
    """Path and content of the picture of each page; what is not in the shop's store yet is typeset together.

    Raises ContentError for every character that the font does not have.
    """
    pictures = [share_picture(shop.bank, record) for record in records]
    if strange := [mistake for one in pictures for mistake in _strange(shop, one)]:
        raise ContentError(strange)
    data = {one.path: one.data(shop.signs) for one in pictures}
    keys = {path: _document(shop, [each]).key for path, each in data.items()}
    absent = [path for path, key in keys.items() if not (shop.store and shop.store.has(key))]
    made: dict[str, bytes] = {}
    for start in range(0, len(absent), _TOGETHER):
        some = absent[start : start + _TOGETHER]
        made |= zip(some, _document(shop, [data[path] for path in some]).small_png(_PPI, _COLOURS))
    for path, key in keys.items():
        yield path, shop.kept(key, lambda path=path: made[path])


def _strange(shop: PrintShop, picture: SharePicture) -> list[Mistake]:
    words = {"titel": picture.record.titel, "soort": picture.kind}
    what = "het plaatje van deze pagina in een chat"
    return strange_characters(shop.bank, [picture.record], what, words, shop.characters)


def _kind(record: Record) -> str:
    return record.opschrift or record.naam_soort


def _document(shop: PrintShop, pictures: list[dict]) -> Document:
    return shop.document("deelbeeld.typ", {"beelden": pictures}, [])
