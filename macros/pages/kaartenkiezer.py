"""Every card of every deck, to tick: the sets as they are, what a script lets one choose by, and what it fills."""

from __future__ import annotations

from collections.abc import Callable

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Spanningsveld
from .site import Site

Choices = Callable[[Kennisbank], object]
"""From the knowledge to sets with their cards, paper forms and phases; handed in, since this room doesn't know cards."""

AUDIENCES = ("professionals", "leidinggevenden", "bestuurders", "begeleiders", "gezinnen")


def kaartenkiezer(site: Site, choices: Choices) -> str:
    """HTML of the card picker; raises KennisFouten for whatever is wrong with a deck."""
    offer = choices(site.bank)
    if offer is None:
        return ""
    cards = [card for one in offer.sets for card in one.keuzes]
    fields = [field for field in site.bank.van_soort(Spanningsveld) if field.id in {card.veld for card in cards}]
    audiences = [audience for audience in AUDIENCES if any(audience in card.voor for card in cards)]
    sizes = {form.maat.id: form.maat for form in offer.vormen}.values()
    return site.render(
        "kaartenkiezer.html.jinja",
        aanbod=offer,
        velden=fields,
        doelgroepen=audiences,
        maten=sizes,
        minuten=sorted({card.minuten for card in cards}),
        aantal=len(cards),
    )
