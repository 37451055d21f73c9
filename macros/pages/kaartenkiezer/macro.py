"""Every card of every deck, to tick: the sets as they are, what a script lets one choose by, and what it fills."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from ...knowledge.items import Wie
from ...knowledge.records import Deck, Spanningsveld
from ..macro import macro, needs
from ..site import Site

TIMES = (3, 5, 10, 15, 30, 60)
"""What one can ask for, in minutes: as long as a card of its own, a round, or an exercise takes."""


@macro
@needs(
    styles=["kaarten.css", "vormen.css", "filters.css", "kaartenkiezer.css"], scripts=["kaartenkiezer.js", "details.js"]
)
def kaartenkiezer(site: Site) -> str:
    """Alle kaarten van alle sets, om zelf een set uit samen te stellen.

    HTML of the card picker; raises ContentError for whatever is wrong with a deck.
    """
    offer = site.elsewhere.choices(site.bank)
    cards = [card for one in offer.sets for card in one.keuzes]
    fields = [field for field in site.bank.of_kind(Spanningsveld) if field.id in {card.veld for card in cards}]
    audiences = [audience for audience in get_args(Wie) if any(audience in card.voor for card in cards)]
    sizes = {form.maat.id: form.maat for form in offer.vormen}.values()
    home = {card.kaart.id: one.deck for one in offer.sets for card in one.keuzes}

    def listed_elsewhere(one) -> list[tuple[Deck, int]]:
        """The other sets that list cards of this one, and how many."""
        counts = Counter(home[id].id for id in one.alle if home[id] is not one.deck)
        return [(other.deck, counts[other.deck.id]) for other in offer.sets if other.deck.id in counts]

    return site.render(
        "kaartenkiezer/kaartenkiezer.html.jinja",
        aanbod=offer,
        velden=fields,
        doelgroepen=audiences,
        maten=sizes,
        minuten=TIMES,
        aantal=len(cards),
        elders=listed_elsewhere,
    )
