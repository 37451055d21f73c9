"""A few cards of every deck, front and back, and all backs together in grey: what the decks look like beside each other."""

from __future__ import annotations

from ...knowledge.records import Deck
from ..macro import macro, needs
from ..site import Site

_FEW = 2


@macro
@needs(styles=["kaartproeven.css"])
def kaartproeven(site: Site) -> str:
    """Van elke set een rug en een paar voorkanten, in kleur en in grijs.

    HTML; raises ContentError for whatever is wrong with a deck.
    """
    shown = []
    for deck in site.bank.of_kind(Deck):
        contents = site.elsewhere.contents(site.bank, deck)
        cards = [card for some in contents.sheets for card in some if card.soort not in ("instructie", "leeg")]
        shown.append((deck, contents.form.maat, cards[:_FEW]))
    return site.render("kaartproeven/kaartproeven.html.jinja", sets=shown, plaatje=site.elsewhere.picture)
