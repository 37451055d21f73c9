"""The catalogue that tells the card picker which forms there are, and on which page of which stock each face lies."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .paper.forms import Vorm, advice, load_forms
from .paper.imposition import Edge, Vlak, cut_lines, fold_lines, fold_marks, printed, sheets
from .press.rug import INKTEN
from .render import BLEED, LAYERS, Job


def catalogue(jobs: Sequence[Job]) -> bytes:
    """JSON: `bleed` in mm, `maten` by id, and `vormen` in order.

    A size has its card in mm, the names of its stocks, and of each card the number of its stock and the page there of its
    front, both from 0; the back is the page after it. `lagen` tells by ink on which page the layer under a front lies.
    """
    sizes: dict[str, dict] = {}
    for job in (job for job in jobs if job.own):
        size = sizes.setdefault(
            job.size.id, {"naam": job.size.naam, "kaart": job.size.kaart, "voorraad": [], "kaarten": {}}
        )
        size["kaarten"] |= {
            card: [len(size["voorraad"]), len(LAYERS) + 2 * index] for index, card in enumerate(job.own)
        }
        size["voorraad"].append(job.deck.id)
    forms = [_form(form) for form in load_forms().values() if form.maat.id in sizes]
    told = {
        "bleed": BLEED,
        "lagen": {ink: 2 * index for index, ink in enumerate(INKTEN)},
        "maten": sizes,
        "vormen": forms,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _form(form: Vorm) -> dict:
    """A form as data: the places of its cards on a full sheet, front and back, and the lines, in mm from the top left."""
    (sheet,) = sheets(form, [str(number) for number in range(form.per_vel)])
    edges: tuple[Edge, Edge] = ("long", "short")
    return {
        "id": form.id,
        "naam": form.naam,
        "maat": form.maat.id,
        "vel": form.vel,
        "cel": form.cel,
        "kolommen": form.kolommen,
        "perVel": form.per_vel,
        "soort": form.soort,
        "afloop": form.afloop,
        "laag": form.laag,
        "keert": form.keert,
        "voor": [_slot(face) for face in sheet.voor],
        "achter": {edge: [_slot(printed(face, form, edge)) for face in sheet.achter] for edge in edges},
        "lijnen": [*cut_lines(form), *fold_marks(form)],
        "vouwen": fold_lines(form),
        "advies": {edge: advice(form, edge) for edge in edges},
    }


def _slot(face: Vlak) -> dict:
    """Which card of the sheet, from 0, shows which side where."""
    return {"nummer": int(face.kaart), "gezicht": face.gezicht, "x": face.x, "y": face.y, "gedraaid": face.gedraaid}
