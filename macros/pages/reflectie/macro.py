"""The self-reflection: every field with its line, its questions with room for a note, and where to go from there."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...knowledge.prose import resolve
from ...knowledge.records import Begrip, Inleiding, Spanningsveld, Werkkaart
from ..lijn.macro import PLEKKEN, field_line, names
from ..macro import macro, needs
from ..site import Site
from ..surroundings import label

ZINNEN = {
    "natuur": "Van nature: {plek}.",
    "situatie": "In deze situatie: {plek}.",
    "stapje": "Je stapje: {plek}.",
}
"""How a chosen place is told, by question."""
LEGENDA = {"natuur": "van nature", "situatie": "deze situatie", "stapje": "een stapje"}
"""What each marker stands for in a drawing."""
MOST_CONCEPTS = 4


@dataclass(frozen=True)
class Onward:
    """A link onward, with why one would follow it where that isn't plain."""

    url: str
    titel: str
    tekst: str = ""


@dataclass(frozen=True)
class FieldPart:
    """What the page shows of one field."""

    veld: Spanningsveld
    lijn: Markup
    namen: tuple[str, ...]
    werkkaarten: tuple[Onward, ...]
    begrippen: tuple[Onward, ...]


@macro
@needs(scripts=["reflectie.js", "details.js"])
def reflectie(site: Site) -> str:
    """De zelfreflectie over alle velden, met notities, overzicht en bewaren.

    HTML of the self-reflection over all fields; it works as a long form, which the script turns into steps.
    """
    fields = site.bank.of_kind(Spanningsveld)
    return site.render(
        "reflectie/reflectie.html.jinja",
        plekken=PLEKKEN,
        zinnen=ZINNEN,
        legenda=LEGENDA,
        delen=[
            FieldPart(
                field,
                field_line(site, field.id, belofte=False),
                names(field),
                _cards(site, field),
                _concepts(site, field),
            )
            for field in fields
        ],
    )


def _cards(site: Site, field: Spanningsveld) -> tuple[Onward, ...]:
    """The werkkaarten tied to the field, from either side, each with the first reason given."""
    found: dict[str, Onward] = {}
    for relation in field.verwant:
        place = site.bank.places[relation.naar]
        if isinstance(place.page.record, (Werkkaart, Inleiding)):
            found.setdefault(place.page.record.id, _onward(site, relation.naar, relation.tekst))
    for card in site.bank.of_kind(Werkkaart):
        for relation in card.verwant:
            if site.bank.path_of(relation.naar) == site.bank.path_of(field.id):
                # Its reason is one to go to the field; from here the card's own aim tells more.
                found.setdefault(card.id, _onward(site, card.id, card.doel))
    return tuple(found.values())


def _onward(site: Site, target: str, reason: str) -> Onward:
    place = site.bank.places[target]
    part = getattr(place.item, "titel", None)
    name = label(place.page.record)
    return Onward(site.url(target), f"{name}: {part}" if part else name, reason)


def _concepts(site: Site, field: Spanningsveld) -> tuple[Onward, ...]:
    """The concepts whose text leads to the field, those that lead to few other fields first."""
    fields = {site.bank.path_of(one.id) for one in site.bank.of_kind(Spanningsveld)}
    found = []
    for page in site.bank.pages:
        if isinstance(page.record, Begrip):
            led_to = {resolve(page.path, link.name)[0] for link in page.prose.links} & fields
            if site.bank.path_of(field.id) in led_to:
                found.append((len(led_to), page.record.titel, page.record))
    return tuple(
        Onward(site.url(record.id), record.korte_titel)
        for _, _, record in sorted(found, key=lambda one: one[:2])[:MOST_CONCEPTS]
    )
