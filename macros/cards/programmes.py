"""Programmes on A4: a run sheet for who leads one, as PDF/UA-1, each meeting from a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..knowledge.gevaar import GEVAAR
from ..knowledge.items import Oefening, Vooraf
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.lessons import DOCENT, print_path
from ..knowledge.programmes import EERLIJK, NIET_GEPROBEERD, Planbijeenkomst, Planblok, plan_of
from ..knowledge.records import Programma
from .a4 import before, on_paper, said, where_to_print
from .deck.links import printed_address, qr_name
from .shop import Print, PrintShop

_MOST_PAGES = 4
"""So many a meeting may have, and the first page with what to do beforehand."""


def programme_prints(bank: Kennisbank) -> Iterator[tuple[str, Print]]:
    """Path of every run sheet, and how it is made."""
    for programme in bank.of_kind(Programma):
        yield print_path(bank.path_of(programme.id), DOCENT), partial(render_programme, programme=programme)


def render_programme(shop: PrintShop, programme: Programma) -> bytes:
    """The run sheet of `programme`; equal input gives equal bytes. Raises ContentError when it is too long or misses a letter."""
    path, plan, url = shop.bank.path_of(programme.id), plan_of(shop.bank, programme), shop.address(programme.id)
    series = len(plan.bijeenkomsten) > 1
    most = 1 + _MOST_PAGES * len(plan.bijeenkomsten)
    data = {
        "titel": f"{programme.titel}: draaiboek",
        "beschrijving": programme.samenvatting,
        "programma": programme.korte_titel,
        "naam": programme.titel,
        "boven": f"{programme.opschrift} · draaiboek",
        "url": url,
        "adres": printed_address(url),
        "qr": qr_name(url),
        "hoogstens": most,
        "feiten": plan.feiten,
        "stand": None if programme.uitgeprobeerd else f"Nog niet uitgeprobeerd. {NIET_GEPROBEERD}",
        "vooraf": [_before(shop, one) for one in programme.vooraf],
        "zaal": programme.zaal,
        # Of a series each meeting says what it needs.
        "materiaal": [] if series else plan.bijeenkomsten[0].materiaal,
        "printen": [where_to_print(shop, id) for id in plan.printen],
        "weglaten": programme.weglaten,
        "eerlijk": EERLIJK,
        "gevaar": GEVAAR,
        "bijeenkomsten": [_meeting(shop, one, series) for one in plan.bijeenkomsten],
    }
    # On one side, so that one can lay the pages side by side.
    return on_paper(shop, "programma.typ", data, {url}, path, "het draaiboek", most, "`gebruikt`", "Simplex")


def _meeting(shop: PrintShop, planned: Planbijeenkomst, series: bool) -> dict:
    meeting = planned.bijeenkomst
    names = _names(shop, planned.printen)
    return {
        "nummer": planned.nummer,
        "titel": meeting.titel.lower() if series else meeting.titel,
        "doel": meeting.doel,
        "vooraf": [_before(shop, one) for one in meeting.vooraf or ()],
        "klaar": [*names, *planned.materiaal] if series else [],
        "blokken": [_block(shop, one) for one in planned.blokken],
        "hand": [_block(shop, one) | {"tijd": None} for one in planned.achter_de_hand],
        "daarna": [_before(shop, one) for one in meeting.daarna or ()],
    }


def _block(shop: PrintShop, planned: Planblok) -> dict:
    block = planned.blok
    return {
        "tijd": f"{planned.begin}–{planned.eind}",
        "duur": [f"± {block.minuten} min", *([f"kan in {block.kort}"] if block.kort else [])]
        if block.minuten
        else [planned.tijd or ""],
        "titel": planned.titel,
        "doel": planned.doel,
        "zo": block.zo or [],
        "dingen": [said(one) | _no_purpose(shop, one.id) for one in planned.verteld],
        "korter": block.inkorten,
        "door": planned.door,
        "nodig": [*_names(shop, block.printen), *planned.materiaal],
        "wie": planned.wie or "",
    }


def _no_purpose(shop: PrintShop, id: str) -> dict:
    """Nothing in the place of what an exercise is for, as its block says that already."""
    return {"tekst": None} if isinstance(shop.bank.places[id].item, Oefening) else {}


def _names(shop: PrintShop, ids: tuple[str, ...]) -> list[str]:
    return [shop.bank.places[id].page.record.korte_titel for id in ids]


def _before(shop: PrintShop, one: Vooraf) -> str:
    return before(shop, one, "±\u00a0")
