"""Proves which cards a deck holds, in which order, and which decks are refused."""

import re

import pytest

from macros.cards import blanks, contents, deck_cards, files_of, forms_of, on_sheets
from macros.knowledge.errors import ContentError
from macros.knowledge.records import Begrip, Model, Spanningsveld, Werkkaart
from tests.cards.conftest import BANK, DECKS, FORMS

# What the issue asks for: how many cards of the deck's own kind, beside the instruction, the rules and the blanks. A set may
# have more of an editor's own, which don't have the number of the publication that the others have.
ASKED = {
    "spanningsvelden-kaarten": 6,
    "reflectievragen": 52,
    "stemmen-kaarten": 21,
    "werkkaarten-vouwkaarten": 8,
    "oefeningen": 9,
    "emoties": 40,
    "werkwoorden": 9,
    "fasekaarten": 15,
    "herkenningskaarten": 66,
    "droomvragen": 12,
    "gebeurtenissen": 5,
}


def own(deck):
    return [card for card in deck_cards(BANK, deck) if card.soort not in ("instructie", "spelregels")]


def refused(deck, **changes):
    with pytest.raises(ContentError) as error:
        deck_cards(BANK, deck.model_copy(update=changes))
    return [str(mistake) for mistake in error.value.mistakes]


def test_a_set_has_one_name_everywhere():
    assert [deck.id for deck in DECKS.values() if deck.korte_titel != deck.titel] == []


def of_the_publication(card):
    """Whether its id isn't an editor's own: of a werkkaart only the publication's has a number there."""
    return "-eigen-" not in card.id and (card.soort != "werkkaart" or re.fullmatch(r"wk\d", card.id))


@pytest.mark.parametrize("deck, count", ASKED.items())
def test_as_many_cards_as_were_asked_for(deck, count):
    assert len([card for card in own(DECKS[deck]) if of_the_publication(card)]) == count


def test_every_question_of_every_field_is_a_card(questions):
    general = BANK.places["sv"].page.record.vragen
    fields = {field.id: [question.id for question in field.vragen] for field in BANK.of_kind(Spanningsveld)}
    assert [card.id for card in own(questions)] == [question.id for question in general] + sum(fields.values(), [])
    for field, ids in fields.items():
        assert [card.id for card in own(DECKS[f"reflectievragen-{field}"])] == ids
    assert [card.id for card in own(DECKS["algemene-vragen"])] == [question.id for question in general]


WHOLE_KINDS = {
    "werkkaarten-vouwkaarten": [card.id for card in BANK.of_kind(Werkkaart)],
    "spanningsvelden-kaarten": [field.id for field in BANK.of_kind(Spanningsveld)],
    "stemmen-kaarten": [voice.id for field in BANK.of_kind(Spanningsveld) for voice in field.stemmen],
    "oefeningen": [one.id for card in BANK.of_kind(Werkkaart) for one in card.oefeningen or ()],
}
"""Sets of all there is of a kind; which cards those are, the page of the set says itself."""


@pytest.mark.parametrize("deck, ids", WHOLE_KINDS.items())
def test_every_record_of_a_kind_has_its_card(deck, ids):
    found = [card.id for card in own(DECKS[deck])]
    missing = ", ".join(id for id in ids if id not in found)
    assert not missing, f"docs/{BANK.path_of(DECKS[deck])}: zet {missing} bij `kaarten`"
    assert found == ids, f"docs/{BANK.path_of(DECKS[deck])}: `kaarten` staat op volgorde van de pagina’s"


def test_what_is_on_a_card_is_of_the_kind_that_its_set_is_for():
    assert {type(card.record) for card in own(DECKS["werkwoorden"])} == {Begrip}
    assert {type(card.record) for card in own(DECKS["droomvragen"])} == {Model}


def test_recognition_cards_are_the_typical_statements():
    typical = [
        one.id
        for phase in BANK.places["wk8"].page.record.fasen
        for part in phase.subcategorieen
        for one in part.uitspraken
        if one.typerend
    ]
    assert [card.id for card in own(DECKS["herkenningskaarten"])] == typical


def test_emotions_that_we_add_are_told_from_those_of_the_publication():
    added = [card.item.van_ons for card in own(DECKS["emoties"]) if "-eigen-" not in card.id]
    assert (added.count(False), len(added)) == (11, 40)


@pytest.mark.parametrize("deck", DECKS.values(), ids=lambda deck: deck.id)
def test_a_deck_tells_what_it_is_for_and_how_to_use_it_in_5_15_and_45_minutes(deck):
    assert [point.kop for point in deck.instructie][:4] == [
        "Waarvoor",
        "In 5 minuten",
        "In 15 minuten",
        "In 45 minuten",
    ]
    first, *others = deck_cards(BANK, deck)
    if deck.gezicht == "werkkaart":
        # A fold card has its own cover, and is a werkkaart.
        assert first.soort == "werkkaart"
    else:
        assert (first.id, first.soort) == (deck.id, "instructie") and deck.instructie[4].kop == "Met welke werkkaart"
        assert re.search(r"[Ww]erkkaart(en)? \d", deck.instructie[4].tekst)
    assert "instructie" not in [card.soort for card in others]


def test_rules_come_after_the_instruction(questions):
    assert [card.soort for card in deck_cards(BANK, questions)[:3]] == ["instructie", "spelregels", "vraag"]
    assert deck_cards(BANK, questions)[1].regels == tuple(
        f"{point.kop}: {point.tekst}" for point in BANK.places["sv"].page.record.principes
    )


def test_blanks_only_fill_what_is_left(questions):
    form = FORMS["a7"]
    found = blanks(questions, form, 54)
    assert [card.id for card in found] == ["reflectievragen-leeg-1", "reflectievragen-leeg-2"]
    assert {(card.soort, card.titel, card.naar) for card in found} == {("leeg", "Eigen vraag", "reflectievragen")}
    assert blanks(questions, form, 56) == ()
    assert len(blanks(questions, FORMS["a7-enkel"], 54)) == 2 and len(blanks(questions, FORMS["a7-drukker"], 54)) == 0
    assert blanks(questions.model_copy(update={"opvullen": None}), form, 54) == ()


@pytest.mark.parametrize("deck", DECKS.values(), ids=lambda deck: deck.id)
def test_the_page_of_a_deck_shows_each_card_once_on_the_sheets_of_its_usual_form(deck):
    found = contents(BANK, deck)
    shown = [card for cards in found.sheets for card in cards]
    printed = on_sheets(deck_cards(BANK, deck), found.form)
    assert sorted(card.id for card in printed) == sorted(card.id for card in deck_cards(BANK, deck))
    assert shown == [*printed, *blanks(deck, found.form, len(printed))]
    assert found.form.id == deck.maten[0] and found.files == files_of(BANK, deck)


def test_no_sheet_has_to_be_printed_for_the_explanation_alone():
    """It lies last where it is one too many, so that its sheet can be left out; else first, on top of the pile."""
    last = set()
    for deck in DECKS.values():
        for form in forms_of(BANK, deck):
            cards = on_sheets(deck_cards(BANK, deck), form)
            needed = -(-sum(not card.uitleg for card in cards) // form.per_vel)
            if cards[-1].uitleg:
                last.add(form.id)
            else:
                assert form.per_vel == 1 or needed == -(-len(cards) // form.per_vel), (deck.id, form.id)
    assert "a7" in last and "a6" in last and "a7-drukker" not in last


def test_files_have_addresses_that_stay(questions, fold_cards):
    assert {(file.path, file.form.id, file.edge) for file in files_of(BANK, questions)} >= {
        ("kaarten/reflectievragen.pdf", "a7", "long"),
        ("kaarten/reflectievragen-korte-zijde.pdf", "a7", "short"),
        ("kaarten/reflectievragen-a7-zuinig.pdf", "a7-zuinig", "long"),
        ("kaarten/reflectievragen-a7-enkel.pdf", "a7-enkel", "long"),
        ("kaarten/reflectievragen-a7-drukker.pdf", "a7-drukker", "long"),
        ("kaarten/reflectievragen-a7-letter.pdf", "a7-letter", "long"),
    }
    folded = [file.path for file in files_of(BANK, fold_cards)]
    assert "kaarten/werkkaarten-vouwkaarten-vouwkaart-letter.pdf" in folded
    paths = [file.path for deck in DECKS.values() for file in files_of(BANK, deck)]
    assert len(set(paths)) == len(paths)
    names = [file.name for file in files_of(BANK, questions)]
    assert len(set(names)) == len(names) and "omslaat langs de korte zijde" in names[1]


def test_an_item_stands_for_itself(questions):
    card = deck_cards(BANK, questions.model_copy(update={"kaarten": ("sv4-v6",), "spelregels": None}))[1]
    assert (card.id, card.titel, card.naar) == ("sv4-v6", "Wat maakt stilstaan voor jou lastig?", "sv4-v6")


# Bad input


def test_unknown_card(questions):
    assert refused(questions, kaarten=("sv44",)) == [
        "kaarten/reflectievragen.md: veld `kaarten`: deze kaart bestaat niet; er staat `sv44`; "
        "verwacht: het id van een bestaand record of item; bedoelde je `sv4`?"
    ]


@pytest.mark.parametrize(
    "deck, cards, twice",
    [
        ("reflectievragen", ("sv4", "sv4-v1"), "sv4-v1"),
        ("fasekaarten", ("wk8-1a", "wk8-1a"), "wk8-1a"),
        ("rotonde", ("rotonde-afslag",), "rotonde-afslag"),
    ],
)
def test_a_card_twice(deck, cards, twice):
    assert refused(DECKS[deck], kaarten=cards) == [
        f"{BANK.path_of(deck)}: veld `kaarten`: deze kaart staat twee keer in de set; er staat `{twice}`"
    ]


@pytest.mark.parametrize("deck", ["reflectievragen", "emoties", "fasekaarten", "werkkaarten-vouwkaarten"])
def test_a_deck_without_cards(deck):
    assert refused(DECKS[deck], kaarten=(), eigen=None) == [
        f"{BANK.path_of(deck)}: veld `kaarten`: in deze set zitten geen kaarten; verwacht: `kaarten` met ids, of `eigen` met kaarten"
    ]


@pytest.mark.parametrize(
    "deck, id, expected",
    [
        ("reflectievragen", "colofon", "het id van een vraag, een spanningsveld of een inleiding met vragen"),
        ("reflectievragen", "wk3-soorten", "het id van een vraag, een spanningsveld of een inleiding met vragen"),
        ("werkkaarten-vouwkaarten", "sv4", "het id van een werkkaart"),
        ("spanningsvelden-kaarten", "sv1-v1", "het id van een spanningsveld"),
        ("fasekaarten", "wk8-1a-1", "het id van een lijst, een vragenlijst, een fase of een deel van een fase"),
        (
            "emoties",
            "wk1",
            "het id van een begrip, een vraag, punt, stem, uitspraak of oefening, of van een lijst daarvan",
        ),
    ],
)
def test_a_card_that_cannot_have_the_face_of_the_deck(deck, id, expected):
    face = DECKS[deck].gezicht
    assert refused(DECKS[deck], kaarten=(id,)) == [
        f"{BANK.path_of(deck)}: veld `kaarten`: hiervan is geen kaart met gezicht `{face}` te maken; er staat `{id}`; verwacht: {expected}"
    ]


def test_rules_that_are_not_there(questions):
    assert refused(questions, spelregels="svv") == [
        "kaarten/reflectievragen.md: veld `spelregels`: hier staan geen principes; er staat `svv`; "
        "verwacht: het id van een inleiding met principes; bedoelde je `sv`?"
    ]


def test_all_mistakes_of_a_deck_come_together(questions):
    assert len(refused(questions, kaarten=("sv44", "colofon", "sv1", "sv1"), spelregels="wk1")) == 3 + 7
