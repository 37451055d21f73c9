"""Proves which cards a deck holds, in which order, and which decks are refused."""

import pytest

from macros.cards import deck_cards, sheets
from macros.knowledge.errors import KennisFouten
from macros.knowledge.records import Spanningsveld, Werkkaart


def refused(bank, deck, **changes):
    with pytest.raises(KennisFouten) as error:
        deck_cards(bank, deck.model_copy(update=changes))
    return [str(fout) for fout in error.value.fouten]


def test_every_question_of_every_field_is_a_card(bank, questions):
    cards = deck_cards(bank, questions)
    general = bank.plaatsen["sv"].bladzijde.record.vragen
    expected = [question.id for question in general]
    expected += [question.id for field in bank.van_soort(Spanningsveld) for question in field.vragen]
    assert [card.id for card in cards if card.soort == "vraag"] == expected
    assert len(expected) == 52


def test_the_deck_opens_with_instruction_and_rules_and_ends_with_blanks(bank, questions):
    cards = deck_cards(bank, questions)
    assert [card.soort for card in cards[:3]] == ["instructie", "spelregels", "vraag"]
    assert {card.soort for card in cards[54:]} == {"leeg"}
    assert len(cards) % 8 == 0
    assert len(sheets(bank, questions)) == len(cards) / 8 == 7


def test_blanks_only_fill_what_is_left(bank, questions):
    few = questions.model_copy(update={"kaarten": ("sv4",)})
    assert len(deck_cards(bank, few)) == 16
    assert len(deck_cards(bank, few.model_copy(update={"opvullen": None}))) == 13


def test_an_item_stands_for_itself(bank, questions):
    one = questions.model_copy(update={"kaarten": ("sv4-v6",), "instructie": None, "spelregels": None,
                                       "opvullen": None})
    (card,) = deck_cards(bank, one)
    assert (card.id, card.titel, card.naar) == ("sv4-v6", "Wat maakt stilstaan voor jou zo lastig?", "sv4-v6")


def test_every_werkkaart_is_one_fold_card(bank, fold_cards):
    assert [card.record for card in deck_cards(bank, fold_cards)] == list(bank.van_soort(Werkkaart))


def test_unknown_card(bank, questions):
    assert refused(bank, questions, kaarten=("sv44",)) == [
        "kaarten/reflectievragen.md: veld `kaarten`: deze kaart bestaat niet; er staat `sv44`; "
        "verwacht: het id van een bestaand record of item; bedoelde je `sv4`?"]


def test_a_card_twice(bank, questions):
    assert refused(bank, questions, kaarten=("sv4", "sv4-v1")) == [
        "kaarten/reflectievragen.md: veld `kaarten`: deze kaart staat twee keer in de set; er staat `sv4-v1`"]


def test_something_without_questions(bank, questions, fold_cards):
    assert "hier staan geen vragen om op een kaart te zetten; er staat `colofon`" in refused(
        bank, questions, kaarten=("colofon",))[0]
    assert "dit is geen werkkaart; er staat `sv4`" in refused(bank, fold_cards, kaarten=("sv4",))[0]


def test_rules_that_are_not_there(bank, questions):
    assert refused(bank, questions, spelregels="svv") == [
        "kaarten/reflectievragen.md: veld `spelregels`: hier staan geen principes; er staat `svv`; "
        "verwacht: het id van een inleiding met principes; bedoelde je `sv`?"]


def test_all_mistakes_of_a_deck_come_together(bank, questions):
    assert len(refused(bank, questions, kaarten=("sv44", "colofon", "sv1", "sv1"), spelregels="wk1")) == 3 + 7
