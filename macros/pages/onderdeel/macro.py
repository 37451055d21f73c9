"""A list of the page's front matter as HTML, each item with its id as anchor."""

from __future__ import annotations

from functools import partial

from pydantic import BaseModel

from ...knowledge.items import Item, Subcategorie, Vragenlijst
from ...knowledge.records import Record, items, use_of
from ..macro import macro, unknown_argument
from ..site import Site
from ..surroundings import label

SHOWN_BY = {
    "kaartje": "kaartenvel",
    "referentie": "literatuur",
    "schakel": "model",
    "as": "model",
    "bijeenkomst": "programma",
    "blok": "programma",
    **dict.fromkeys(("doel", "vooraf", "materiaal", "stap", "rubriek", "ervaring"), "draaiboek"),
}
"""Kinds of part that another macro shows, and which."""
_CLOSED = ("fase", "publicatie")
"""Kinds of part that lie closed until they are asked for."""
_NAMES = ("naam", "term", "titel", "kop", "wanneer")
"""Fields that say what a part is called."""
_NO_LIST = (
    "bron",
    "verwant",
    "noten",
    "zie_ook",
    "bij",
    "kaarten",
    "gesprek",
    "zoekwoorden",
    "zoekplekken",
    "printen",
    "schrijven",
    "bewegen",
)


@macro
def onderdeel(site: Site, veld: str) -> str:
    """Een lijst uit de gegevens van deze pagina, zoals `vragen` of `stappen`.

    HTML of field `veld` of this page's record.

    Raises ContentError for a field that the record doesn't have or has left empty.
    """
    record = site.record
    filled = {
        name: values
        for name in type(record).model_fields
        if name not in _NO_LIST
        and isinstance(values := getattr(record, name), tuple)
        and values
        and _kind(values) not in SHOWN_BY
    }
    if veld not in filled:
        raise unknown_argument(site, "onderdeel", veld, filled)
    kind = _kind(filled[veld])
    if kind in _CLOSED:
        site.needs.add((), ["details.js"])
    return site.render(
        "onderdeel/onderdeel.html.jinja",
        veld=veld,
        soort=kind,
        items=filled[veld],
        record=record,
        name=_name,
        where=lambda id: _where(site, id),
        talk=lambda item: _talk(record, item),
        use=partial(use_of, record),
    )


def _name(item: Item) -> str:
    """What `item` is called; what has no name is called by its id, as in the link to it."""
    return next((name for field in _NAMES if (name := getattr(item, field, None))), item.id)


def _talk(record: Record, asked: Vragenlijst) -> tuple[int, ...] | None:
    """How long a list of questions takes: what is reckoned of itself, or of talking over what its page makes."""
    around = getattr(record, "schatting", None)
    return asked.schatting.minuten if asked.schatting else around.bespreken if around else None


def _where(site: Site, id: str) -> str:
    """Where `id` stands: the name of its page, or on this page that of the part it is in."""
    place = site.bank.places[id]
    if place.page.path != site.path:
        return label(place.page.record)
    around = (
        part for part in items(place.page.record) if isinstance(part, Subcategorie) and place.item in part.uitspraken
    )
    return next((part.titel for part in around), site.name_of(id))


def _kind(values: tuple) -> str:
    return type(values[0]).__name__.lower() if isinstance(values[0], BaseModel) else "tekst"
