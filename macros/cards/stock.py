"""The catalogues that tell the card picker which forms there are, where each face lies, and how to set one's own text on one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .deck.decks import Kaart
from .paper.forms import Vorm, advice, load_forms
from .paper.imposition import Edge, Vlak, cut_lines, fold_lines, fold_marks, printed, sheets
from .press.rug import INKTEN
from .render import BLEED, LAYERS, Job

_NOT_READ = frozenset(
    [
        "id",
        "soort",
        "begin",
        "url",
        "qr",
        "adres",
        "anker",
        "set",
        "kleur",
        "herkomst",
        "teken",
        "tekening",
        "rang",
        "aard",
    ]
    # A question names the poles of its field and has no room for what they are.
    + ["uitleg"]
)
"""What is in the data of a face for its looks, or for who made it."""


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
            card: [len(size["voorraad"]), len(LAYERS) + 2 * index]
            for index, card in enumerate(job.own)
            if not _unwritten(job, card)
        }
        size["voorraad"].append(job.deck.id)
    forms = [_form(form) for form in load_forms().values() if form.maat.id in sizes]
    told = {
        "bleed": BLEED,
        "lagen": {ink: 2 * index for index, ink in enumerate(INKTEN)},
        "maten": sizes,
        "vormen": forms,
    }
    return _json(told)


def writing(jobs: Sequence[Job], frames: Mapping[tuple[str, str], Mapping], letters: Mapping) -> bytes:
    """JSON for who writes cards: `maten` tells by size and deck on which page of its stock the front lies without its text,
    and what `frames` tells of it, by deck and size; `letters` is how wide each one is.
    """
    sizes: dict[str, dict] = {}
    for job in jobs:
        for index, card in enumerate(job.own):
            if _unwritten(job, card):
                told = {"blad": len(LAYERS) + 2 * index, **frames[job.deck.id, job.size.id]}
                sizes.setdefault(job.size.id, {})[job.deck.id] = told
    return _json({"maten": sizes, "letters": letters})


def texts(jobs: Sequence[Job]) -> bytes:
    """JSON: by its id what one reads on both sides of a card: large and small on its front, on its back, and all else.

    To look for words in, and to write another card from.
    """
    return _json(
        {
            card.id: _texts(card, job.face(card))
            for job in jobs
            for card in job.cards
            if card.eigen and card.id in job.own
        }
    )


def _texts(card: Kaart, face: Mapping) -> list[str]:
    large = face.get("groot") or face.get("vraag") or card.titel
    small = face.get("klein") or ""
    back = [*face.get("deelvragen", ()), *filter(None, [face.get("toelichting")])]
    for block in face.get("achter", ()):
        # Questions need no head to be known for what they are.
        head = None if block["soort"] == "vragen" else block["kop"]
        back += filter(None, [head, block["tekst"], *block["regels"]])
    known = {large, small, *back}
    rest = dict.fromkeys(one for one in [*card.regels, *_read(face)] if one not in known)
    return [large, small, "\n".join(back), " ".join(rest)]


def _read(said: Any) -> Iterator[str]:
    if isinstance(said, Mapping):
        said = [value for name, value in said.items() if name not in _NOT_READ]
    if isinstance(said, str):
        yield said
    elif isinstance(said, Sequence):
        for one in said:
            yield from _read(one)


def _unwritten(job: Job, card: str) -> bool:
    """Whether a card is only for text that a reader writes: only who writes hears of it."""
    return card == f"{job.deck.id}-zelf"


def _json(told: Mapping) -> bytes:
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
