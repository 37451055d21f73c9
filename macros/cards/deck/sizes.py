"""In which sizes and forms a deck can be printed."""

from __future__ import annotations

from ...knowledge.errors import ContentError, Mistake, nearest
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Deck
from ..paper.forms import Vorm, load_forms


def forms_of(bank: Kennisbank, deck: Deck) -> tuple[Vorm, ...]:
    """The forms that `deck` can be printed in, the usual one first.

    Raises ContentError for an unknown size and for one its faces don't go with.
    """
    forms = load_forms()
    sizes, mistakes, found = {form.maat.id for form in forms.values()}, [], []
    folded = {form.maat.id for form in forms.values() if form.soort == "boekje"}
    for size in deck.maten:
        if size not in sizes:
            mistakes.append(
                Mistake(
                    bank.path_of(deck.id),
                    "onbekende maat",
                    field="maten",
                    value=size,
                    expected="een van " + ", ".join(sorted(sizes)),
                    meant=nearest(size, sizes),
                )
            )
        elif (size in folded) != (deck.gezicht == "werkkaart"):
            fitting = sorted(folded if deck.gezicht == "werkkaart" else sizes - folded)
            mistakes.append(
                Mistake(
                    bank.path_of(deck.id),
                    f"bij gezicht `{deck.gezicht}` past deze maat niet",
                    field="maten",
                    value=size,
                    expected="een van " + ", ".join(fitting),
                )
            )
        found += [form for form in forms.values() if form.maat.id == size]
    if mistakes:
        raise ContentError(mistakes)
    return tuple(found)


def form_of(bank: Kennisbank, deck: Deck) -> Vorm:
    """The form that `deck` is shown in and usually printed in; raises as `forms_of` does."""
    return forms_of(bank, deck)[0]
