"""Proves that every card can be found once in the picker, by the field, audience, phase and minutes that the records tell."""

import pytest

from macros.cards import choices, deck_cards
from macros.knowledge.records import Deck


@pytest.fixture(scope="module")
def offer(bank):
    return choices(bank)


@pytest.fixture(scope="module")
def found(offer):
    return {choice.kaart.id: choice for one in offer.sets for choice in one.keuzes}


def test_every_card_of_every_deck_is_listed_once(bank, offer):
    listed = [choice.kaart.id for one in offer.sets for choice in one.keuzes]
    assert len(listed) == len(set(listed))
    assert set(listed) == {
        card.id
        for deck in bank.of_kind(Deck)
        for card in deck_cards(bank, deck)
        if card.soort not in ("instructie", "spelregels")
    }


def test_the_sets_stand_in_the_order_of_their_titles(offer):
    titles = [one.deck.korte_titel.casefold() for one in offer.sets]
    assert titles == sorted(titles)


def test_a_deck_whose_cards_are_all_listed_above_is_a_part_of_the_one_that_lists_them(bank, offer):
    parts = {part.deck.id: one.deck.id for one in offer.sets for part in one.delen}
    assert parts == dict.fromkeys(
        ("bestuurdersvragen", *(f"reflectievragen-sv{number}" for number in range(1, 7))), "reflectievragen"
    )
    assert {one.deck.id for one in offer.sets} | parts.keys() == {deck.id for deck in bank.of_kind(Deck)}
    (general,) = [one for one in offer.sets if one.deck.id == "reflectievragen"]
    # The general questions are listed as a set of their own, and still belong to the whole.
    assert "sv-alg-1" in general.alle and "sv-alg-1" not in {choice.kaart.id for choice in general.keuzes}


@pytest.mark.parametrize(
    "card, field", [("sv4-v1", "sv4"), ("sv4-q1", "sv4"), ("sv6", "sv6"), ("sv-alg-1", None), ("emotie-bang", None)]
)
def test_the_field_is_that_of_the_record(found, card, field):
    assert found[card].veld == field


@pytest.mark.parametrize(
    "card, audience",
    [
        ("sv1-v6", ("bestuurders",)),  # the question itself is for them
        ("sv4-v1", ("professionals", "leidinggevenden", "bestuurders")),
        ("wk1", ("begeleiders",)),
    ],
)
def test_the_audience_is_that_of_the_question_or_else_of_the_deck(found, card, audience):
    assert found[card].voor == audience


@pytest.mark.parametrize(
    "card, phase", [("wk8-fase1", 1), ("wk8-2a", 2), ("wk8-2a-1", 2), ("wk8-3a", 3), ("wk8", None), ("wk3-s1", None)]
)
def test_the_phase_is_the_one_that_the_card_stands_in(found, card, phase):
    assert found[card].fase == phase


def test_minutes_are_those_of_the_exercise_or_else_of_the_deck(found):
    exercises = [choice for choice in found.values() if choice.kaart.item and choice.kaart.record.id in ("wk5", "wk6")]
    assert len({choice.minuten for choice in exercises}) > 3
    assert all(choice.minuten == choice.kaart.item.schatting.minuten[1] for choice in exercises)
    assert found["emotie-bang"].minuten == 3
