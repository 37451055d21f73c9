"""Proves which words go on which face: relations that exist, principles in turn, sections in the order of the page."""

import re

import pytest

from macros.cards import deck_cards
from macros.cards.deck.decks import unwritten
from macros.cards.deck.faces import face_data
from macros.cards.deck.links import printed_address
from macros.cards.deck.sections import back_sections, inside_sections
from macros.cards.deck.typography import kept_together, texts
from macros.knowledge.items import Verwant
from macros.knowledge.records import Werkkaart
from macros.pages.site import public_address
from tests.cards.conftest import ADDRESS, BANK, DECKS, SIGNS
from tests.conftest import SITE_URL


@pytest.fixture(scope="module")
def faces():
    """Each card with what is on it; for a card in several decks that of the last."""
    return {
        card.id: (card, face_data(BANK, deck, card, ADDRESS, SIGNS))
        for deck in DECKS.values()
        for card in deck_cards(BANK, deck)
    }


def test_the_address_has_the_page_and_the_item_and_no_version(bank):
    assert public_address(bank, SITE_URL, "sv4-v6") == f"{SITE_URL}spanningsvelden/doorgaan-of-vertragen/#sv4-v6"
    assert public_address(bank, SITE_URL.rstrip("/"), "sv4") == f"{SITE_URL}spanningsvelden/doorgaan-of-vertragen/"
    assert public_address(bank, SITE_URL, "sv-alg-1") == f"{SITE_URL}spanningsvelden/#sv-alg-1"
    assert printed_address(f"{SITE_URL}kaarten/reflectievragen/") == "voorbeeld.test/leren/kaarten/reflectievragen"


def test_werkkaarten_on_a_card_come_from_relations_only(bank, faces):
    """From those of its record, either way, and from the werkkaart that it stands in itself."""
    for id, (card, face) in faces.items():
        if "werkkaarten" in face:
            record = card.record
            named = {bank.places[relation.naar].page.record for relation in record.verwant}
            naming = [one for one in bank.of_kind(Werkkaart) if {r.naar for r in one.verwant} & {record.id, id}]
            expected = {one.nummer for one in (record, *named, *naming) if isinstance(one, Werkkaart)}
            assert face["werkkaarten"] == sorted(expected)
    assert faces["wk5-m1"][1]["werkkaarten"] != [] and faces["emotie-bang"][1]["werkkaarten"] != []


def test_a_general_question_without_more_gets_a_principle_in_turn(bank, faces):
    principles = [point.kop for point in bank.places["sv"].page.record.principes]
    shown = [face["spelregel"]["kop"] for _, face in faces.values() if face.get("spelregel")]
    assert shown == [principles[i % 4] for i in range(len(shown))] and len(shown) >= 4
    assert not any(face["spelregel"] and face["deelvragen"] for _, face in faces.values() if face["soort"] == "vraag")


def test_questions_for_leaders_are_marked(faces):
    assert faces["sv1-v6"][1]["gericht"] == "Voor bestuurders"
    assert faces["sv4-v1"][1]["gericht"] is None


def test_every_card_has_the_name_and_colour_of_its_deck(faces):
    for deck in DECKS.values():
        for card in deck_cards(BANK, deck):
            face = face_data(BANK, deck, card, ADDRESS, SIGNS)
            assert (face["kleur"], face["set"]) == (deck.kleur, deck.korte_titel)
            assert (face["id"], face["soort"]) == (card.id, card.soort)


@pytest.mark.parametrize(
    "id, label",
    [
        ("wk1-i1", "Inzicht"),
        ("wk1-dil1", "Lastig moment"),
        ("wk1-vl1-1", "Aan welke waarden wil ik trouw blijven?"),
        ("wk3-v1", "Kernvragen bij de lijn"),
        ("sv1-q1", "Maakbaar of ongrijpbaar"),
        ("wk8-fase2", "Fase 2"),
        ("wk8-2a", None),
        ("emotie-bang", "Emotiekaarten"),
        ("verdragen", "Werkwoordkaarten"),
    ],
)
def test_above_a_card_stands_where_it_comes_from(faces, id, label):
    card, face = faces[id]
    if label is None:
        phase = card.record.fasen[1]
        label = f"Fase 2: {phase.titel}"
    assert face["label"] == label


# What is for the build and for the code beside the id: no text that is read at the table.
_NOT_READ = {"id", "soort", "url", "qr", "adres", "anker", "kleur", "teken", "aard", "rang"}
_AN_ID = re.compile(r"(?<![\w#-])(?:[a-z]+-)*[a-z]{1,4}-?\d[\w-]*")


def ids_in(face):
    """Ids, or the end of one, that stand in what a card says."""
    said = texts([value for key, value in face.items() if key not in _NOT_READ])
    return [found for text in said for found in _AN_ID.findall(text)]


def test_no_card_names_another_by_its_id(faces):
    """The end of one, such as v3, is printed nowhere else, and nobody finds the card that is meant."""
    assert [(id, found) for id, (_, face) in faces.items() if (found := ids_in(face))] == []
    spoiled = {
        "id": "sv4-v6",
        "punten": [{"tekst": "Leg v2 bij alg-1, of bij wk8-1a. Werkkaart 8, deel 3b: wij², 50 mm."}],
    }
    assert ids_in(spoiled) == ["v2", "alg-1", "wk8-1a"]


_SOME = "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|twintig"
_CERTAIN = re.compile(
    rf"(?<!hoogstens )(?<!of )\b(?:{_SOME}) (?:kaarten|vragen|keuzes|fasen|lijnen|stapels|stemmen)\b"
    r"|\b(?:de|die) kaart (?:met|over|van)\b"
)


def asks_for(text, titles):
    """What `text` asks for that a choice of cards may not have: a number of them, or one that it names."""
    quoted = [said for said in re.findall(r"‘([^’]+)’", text) if any(said.lower() in title.lower() for title in titles)]
    return _CERTAIN.findall(text) + quoted


def test_an_explanation_holds_for_any_choice_of_cards_from_its_deck():
    """In a set of one's own the explanation lies with the cards that one chose, and not with the others."""
    found = []
    for deck in DECKS.values():
        titles = [card.titel for card in deck_cards(BANK, deck) if card.eigen]
        # A fold card has no explanation that comes along.
        if deck.gezicht != "werkkaart":
            found += [(deck.id, asked) for point in deck.instructie for asked in asks_for(point.tekst, titles)]
    assert found == []
    spoiled = (
        "Leg de drie fasen neer, pak de kaart met de spiegel en doe ‘Begrippen voelen’ met hoogstens vijf kaarten."
    )
    assert asks_for(spoiled, ["Begrippen voelen"]) == ["drie fasen", "de kaart met", "Begrippen voelen"]


def test_a_voice_is_told_by_somebody_also_when_the_source_does_not_say_who(faces):
    voices = [(card, face) for card, face in faces.values() if type(card.item).__name__ == "Stem"]
    assert len([card for card, _ in voices if "-eigen-" not in card.id]) == 21
    for card, face in voices:
        who = face["achter"][0]
        assert who["kop"] == "Wie dit vertelt"
        assert (
            who["tekst"] == "De bron noemt geen naam of rol."
            if card.item.wie is None
            else who["tekst"].casefold().startswith(card.item.wie.casefold())
        )
        assert who["tekst"][0].isupper() and who["tekst"].endswith(".")


def test_what_we_add_is_marked_where_the_source_stands(faces):
    added = [card.id for card, face in faces.values() if card.item and face["herkomst"] == "Redactie"]
    assert added == [one.id for deck in DECKS.values() for one in deck.eigen or () if one.van_ons] and added


def test_the_question_of_a_deck_is_on_cards_that_have_none(faces):
    for deck in DECKS.values():
        for card in deck_cards(BANK, deck):
            if card.soort in ("tekst", "groep"):
                blocks = face_data(BANK, deck, card, ADDRESS, SIGNS)["achter"]
                asking = [block["regels"] for block in blocks if block["soort"] == "vragen"]
                has_own = any(lines != [deck.vraag] for lines in asking) or type(card.item).__name__ == "Oefening"
                assert ([deck.vraag] in asking) == (deck.vraag is not None and not has_own), card.id


def test_inside_follows_the_order_of_the_page(bank):
    def heads(id):
        return [section["kop"] for section in inside_sections(bank, bank.places[id].page.record)]

    assert heads("wk3")[:3] == ["Voorbereiden", "Vijf soorten gebeurtenissen", "Zo doe je het"]
    assert heads("wk7")[0] == "Zo doe je het", "on this page the steps come before the lists"


def test_every_step_exercise_and_phase_is_on_the_card(bank):
    for record in bank.of_kind(Werkkaart):
        words = set(texts(inside_sections(bank, record)))
        for point in (*(record.voorbereiding or ()), *(record.stappen or ())):
            assert point.tekst in words
        for one in record.oefeningen or ():
            lists = (one.stappen, one.woorden, one.rollen, one.regels, one.opdracht, one.nabespreken)
            assert {one.titel, one.tekst, *(text for told in lists for text in told or ())} <= words
            assert one.vooraf is None or one.vooraf in words
        for phase in record.fasen or ():
            assert {part.kern for part in phase.subcategorieen} <= words


def test_no_card_refers_to_itself_or_twice_to_the_same(bank):
    for record in bank.of_kind(Werkkaart):
        heads = [item["kop"] for section in back_sections(bank, record) for item in section["items"] if item["kop"]]
        cards = [head for head in heads if head.startswith("Werkkaart ")]
        assert len(cards) == len(set(cards))
        assert not any(head.startswith(f"Werkkaart {record.nummer}:") for head in cards)


@pytest.mark.parametrize("turned", [False, True])
def test_a_card_says_first_what_it_combines_with_and_marks_what_is_ours(bank, turned):
    """Of two relations to one card the one that combines counts, whichever comes first in the file."""
    relations = [
        Verwant(naar="wk5", tekst="Lees die ook."),
        Verwant(naar="wk5", tekst="Doe die erna.", soort="combineert", van_ons=True),
        Verwant(naar="wk4", tekst="Doe die eerst.", soort="combineert"),
    ]
    verwant = tuple(relations[::-1] if turned else relations)
    sections = back_sections(bank, bank.places["wk3"].page.record.model_copy(update={"verwant": verwant}))
    told = {one["kop"]: {item["tekst"]: item["kop"] for item in one["items"]} for one in sections}
    # The mark is behind the name, which is also there where the reason isn't.
    marked = {reason: name.endswith(" (redactie)") for reason, name in told["Goed te combineren"].items()}
    assert marked == {"Doe die erna.": True, "Doe die eerst.": False} and "Zie ook" not in told


def test_a_phase_is_quoted_with_what_is_typical_of_it(bank):
    record = bank.places["wk8"].page.record
    phase = record.fasen[0]
    part = phase.subcategorieen[0]
    said = [one.model_copy(update={"typerend": at == 1}) for at, one in enumerate(part.uitspraken)]
    one = phase.model_copy(update={"subcategorieen": (part.model_copy(update={"uitspraken": tuple(said)}),)})
    (section,) = inside_sections(bank, record.model_copy(update={"fasen": (one,)}))
    assert [item["punten"] for item in section["items"]] == [[said[1].tekst]]


def test_a_card_of_ones_own_has_room_for_a_drawing_where_most_of_its_set_have_one(tmp_path):
    deck = DECKS["emoties"]
    drawn, own = [card.id for card in deck_cards(BANK, deck) if card.eigen], unwritten(deck)
    half = len(drawn) // 2
    (tmp_path / "kaarten").mkdir()
    for at, id in enumerate(drawn[: half + 1]):
        assert face_data(BANK, deck, own, ADDRESS, tmp_path)["getekend"] is False, at
        (tmp_path / "kaarten" / f"{id}.svg").write_text("<svg/>", encoding="utf-8")
    assert face_data(BANK, deck, own, ADDRESS, tmp_path)["getekend"] is True


def test_words_that_belong_together_stay_together():
    assert kept_together(["Pak werkkaart 3 op 100 % erbij"]) == ["Pak werkkaart\u00a03 op 100\u00a0% erbij"]
    assert kept_together("Een hele zin die net te lang is om op een regel te passen.").endswith("te\u00a0passen.")
    assert kept_together("Een kort zinnetje.") == "Een kort zinnetje."
    assert kept_together("<svg viewBox='0 0 32 32'>") == "<svg viewBox='0 0 32 32'>"


def test_an_exercise_on_a_fold_card_needs_what_its_page_says_it_needs(bank):
    """As the page has it: how many, and what we added ourselves with its mark."""
    ours = 0
    for record in bank.of_kind(Werkkaart):
        boxes = {box["kop"]: box for box in inside_sections(bank, record)}
        for one in record.oefeningen or ():
            needed = [each.regel for each in (one.praktisch.materiaal if one.praktisch else None) or ()]
            labelled = {part["kop"]: part["regels"] for part in boxes[one.titel]["voor"]}
            assert labelled.get("Nodig", []) == needed, one.id
            ours += sum(each.endswith("(redactie)") for each in needed)
    assert ours > 0


def test_one_group_is_told_as_one(bank):
    page = bank.places["wk5"].page
    (one, *_) = page.record.oefeningen
    alone = one.model_copy(update={"praktisch": one.praktisch.model_copy(update={"groepen": 1, "mensen": 1})})
    (section,) = [
        each
        for each in inside_sections(bank, page.record.model_copy(update={"oefeningen": (alone,)}))
        if each["soort"] == "oefening"
    ]
    assert section["voor"][0]["regels"][:3] == ["15 minuten", "1 groep", "1 mens"]


def test_a_back_says_enough_of_a_title_to_know_its_card_by(faces):
    began = {face["titel"]: face["begin"] for _, face in faces.values() if face.get("begin", "").endswith("…")}
    assert len(began) > 100
    for title, begin in began.items():
        said = begin.removesuffix("…")
        assert title.startswith(said) and title[len(said)] in " .,;:"
        assert any(len(word) > 3 for word in said.split()) and said[-1] not in ".,;:", begin
