"""Proves that numbers of minutes are the source's or said to be ours, and that nothing to do in a meeting is left without."""

from macros.knowledge.items import Oefening
from macros.knowledge.records import Spanningsveld, Werkkaart, items

FROM_THE_SOURCE = {"wk5-m1": 15, "wk6-o3a": 3}


def to_do(bank):
    """Every card, field and exercise; a card with exercises is only what holds them."""
    for record in (*bank.of_kind(Werkkaart), *bank.of_kind(Spanningsveld)):
        exercises = [one for one in items(record) if isinstance(one, Oefening)]
        yield from exercises or [record]


def minutes_told(holders) -> dict[str, int]:
    return {
        one.id: one.praktisch.minuten
        for one in holders
        if getattr(one, "praktisch", None) and one.praktisch.minuten is not None
    }


def test_only_the_publication_gives_minutes_in_praktisch(bank):
    holders = [one for card in bank.of_kind(Werkkaart) for one in (card, *items(card))]
    assert minutes_told(holders) == FROM_THE_SOURCE
    invented = holders[0].model_copy(
        update={"praktisch": bank.places["wk5-m1"].item.praktisch.model_copy(update={"minuten": 40})}
    )
    assert minutes_told([invented]) == {"wk1": 40}


def test_all_there_is_to_do_is_estimated_and_has_a_sign_of_its_own(bank):
    found = list(to_do(bank))
    assert [one.id for one in found if not one.schatting] == []
    said = [one.schatting.door for one in found]
    assert [(one.id, sign) for one, sign in zip(found, said) if said.count(sign) > 1] == []
    assert {"wk1", "wk5-m1", "wk6-o3a", "sv4"} <= {one.id for one in found} and len(found) >= 8 - 2 + 9 + 6
    assert [one.id for one in found if not one.schatting.door.startswith(("Ga verder als ", "Rond af als "))] == []
    assert all(one.schatting.gewoon == (10, 30) for one in found if isinstance(one, Spanningsveld))
