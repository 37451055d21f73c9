"""The catalogue that tells the card picker which forms there are, and on which page of which stock each face lies."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .paper.forms import Vorm, advice, load_forms
from .render import BLEED, Stock


def catalogue(stocks: Sequence[Stock]) -> bytes:
    """JSON: `maten` by id with the size in mm, the stock's page of each card's front (counted from 0), and `vormen` in order.

    The back of a card is the page after its front. Pages are `bleed` mm larger than the size on every side.
    """
    sizes = {
        stock.size.id: {
            "naam": stock.size.naam,
            "kaart": stock.size.kaart,
            "kaarten": {card.id: 2 * index for index, (_, card) in enumerate(stock.cards)},
        }
        for stock in stocks
    }
    forms = [_form(form) for form in load_forms().values() if form.maat.id in sizes]
    return json.dumps(
        {"bleed": BLEED, "maten": sizes, "vormen": forms}, ensure_ascii=False, separators=(",", ":")
    ).encode()


def _form(form: Vorm) -> dict:
    return {
        "id": form.id,
        "naam": form.naam,
        "maat": form.maat.id,
        "vel": form.vel,
        "cel": form.cel,
        "kolommen": form.kolommen,
        "rijen": form.rijen,
        "soort": form.soort,
        "afloop": form.afloop,
        "rand": form.rand,
        "advies": {edge: advice(form, edge) for edge in ("long", "short")},
    }
