"""Proves that a card which does not fit, or cannot be set, is refused with a sentence that says where and how much."""

import re
from dataclasses import replace

import pytest

from macros import cards
from macros.knowledge.errors import ContentError, Mistake
from macros.knowledge.kennisbank import Kennisbank
from macros.publish.made.generated import _with_line
from tests.cards import reading
from tests.cards.conftest import DECKS, FORMS, shop_of, with_decks
from tests.conftest import ROOT


def with_record(bank, id, **changes):
    """The Kennisbank in which record `id` has other values."""
    return Kennisbank(
        tuple(
            replace(page, record=page.record.model_copy(update=changes)) if page.record.id == id else page
            for page in bank.pages
        )
    )


def with_questions(bank, field, **changes):
    """The Kennisbank in which questions of `field` have other texts: `sv4_v6={"vraag": ...}`."""
    questions = bank.places[field].page.record.vragen
    return with_record(
        bank,
        field,
        vragen=tuple(
            question.model_copy(update=changes.get(question.id.replace("-", "_"), {})) for question in questions
        ),
    )


def refused(bank, deck, fonts, form=FORMS["a7"], **more):
    with pytest.raises(ContentError) as error:
        cards.render_pdf(shop_of(bank, fonts, **more), deck, form)
    return [str(mistake) for mistake in error.value.mistakes]


@pytest.fixture
def small(questions):
    return questions.model_copy(update={"kaarten": ("sv4",), "spelregels": None})


def test_what_is_there_now_fits(bank, small, fonts):
    assert cards.render_pdf(shop_of(bank, fonts), small, FORMS["a7"]).startswith(b"%PDF")


def test_every_card_that_is_too_full_is_named_with_its_face_and_its_excess(bank, small, fonts):
    full = with_questions(
        bank,
        "sv4",
        sv4_v6={"vraag": "Wat maakt stilstaan voor jou lastig? " * 14},
        sv4_v3={"deelvragen": ("Waar kwam dat door, en wat ging eraan vooraf?",) * 12},
    )
    told = refused(full, small, fonts)
    pattern = (
        r"spanningsvelden/doorgaan-of-vertragen\.md: kaart (sv4-v\d+) van `reflectievragen` past niet op A7: "
        r"op de (\w+) is de tekst ([\d,]+) pt \(([\d,]+) mm\) te hoog; "
        r"verwacht: kortere tekst, of een andere maat dan `a7` in kaarten/reflectievragen\.md"
    )
    found = [re.fullmatch(pattern, sentence) for sentence in told]
    assert sorted((match[1], match[2]) for match in found) == [("sv4-v3", "achterkant"), ("sv4-v6", "voorkant")]
    for match in found:
        points, millimetres = (float(match[n].replace(",", ".")) for n in (3, 4))
        assert points > 1
        assert millimetres == pytest.approx(points * 25.4 / 72, abs=0.06)


def test_the_excess_grows_with_the_text(bank, small, fonts):
    def excess(times):
        full = with_questions(bank, "sv4", sv4_v3={"deelvragen": ("Waar kwam dat door?",) * times})
        return float(re.search(r"([\d,]+) pt", refused(full, small, fonts)[0])[1].replace(",", "."))

    # One more line of 9 pt, with the white above it.
    assert excess(21) - excess(20) == pytest.approx(9 * (1.34 + 0.4), abs=0.2)


MAIL = "Waar mailde je dat naar {} voor?"


def test_a_word_that_is_wider_than_its_line_is_told_and_one_that_fits_on_a_line_is_not(bank, small, fonts):
    wide = with_questions(
        bank,
        "sv4",
        sv4_v6={"vraag": MAIL.format("iemand.van.het.team@een.gemeente.nl")},
        sv4_v3={"deelvragen": (MAIL.format("iemand@voorbeeldgemeen.nl"), MAIL.format("1234567890" * 4))},
    )
    pattern = (
        r"kaart (sv4-v\d+) van `reflectievragen` past niet op A7: "
        r"op de (\w+) is het woord `(.+)` ([\d,]+) pt \(([\d,]+) mm\) te breed; "
    )
    found = [re.search(pattern, sentence).groups()[:3] for sentence in refused(wide, small, fonts)]
    assert sorted(found) == [
        ("sv4-v3", "achterkant", "1234567890" * 4),
        ("sv4-v6", "voorkant", "iemand.van.het.team@een.gemeente.nl"),
    ]


def test_a_word_too_wide_for_a_panel_of_a_fold_card_is_told(bank, fonts):
    deck = DECKS["werkkaarten-vouwkaarten"]
    card = "wk3"
    page = bank.places[card].page.record
    told = refused(
        with_record(bank, card, doel=page.doel + " 1234567890" * 2 + "1234567890" * 5),
        deck.model_copy(update={"kaarten": (card,)}),
        fonts,
        FORMS["vouwkaart"],
    )
    assert [line for line in told if "op de voorkant is het woord" in line and " te breed; " in line] != []


# One card too full of each face: which field of which card, and on which side it shows.
LONG = "Wat hier staat is te lang voor een kaart. "


@pytest.mark.parametrize(
    "deck, form, change, card, side",
    [
        (
            "rotonde",
            "a7",
            lambda deck: {"eigen": (deck.eigen[0].model_copy(update={"kop": LONG * 9}), *deck.eigen[1:])},
            "rotonde-afslag",
            "voorkant",
        ),
        (
            "rotonde",
            "a7-letter",
            lambda deck: {"eigen": (deck.eigen[0].model_copy(update={"vragen": (LONG,) * 12}), *deck.eigen[1:])},
            "rotonde-afslag",
            "achterkant",
        ),
        (
            "emoties",
            "poker",
            lambda deck: {"eigen": (deck.eigen[0].model_copy(update={"vragen": (LONG,) * 9}),)},
            "emotie-bang",
            "achterkant",
        ),
        ("fasekaarten", "a6", lambda deck: {"kaarten": ("wk8-fase1",), "vraag": LONG * 30}, "wk8-fase1", "achterkant"),
        (
            "oefeningen",
            "a5",
            lambda deck: {"instructie": (deck.instructie[0].model_copy(update={"tekst": LONG * 150}),)},
            "oefeningen",
            "voorkant",
        ),
        (
            "rotonde",
            "a7",
            lambda deck: {
                "instructie": (
                    *deck.instructie,
                    *(point.model_copy(update={"tekst": LONG * 4}) for point in deck.instructie),
                )
            },
            "rotonde",
            "achterkant",
        ),
    ],
)
def test_a_face_of_each_kind_that_is_too_full(bank, fonts, deck, form, change, card, side):
    told = refused(bank, DECKS[deck].model_copy(update=change(DECKS[deck])), fonts, FORMS[form])
    start = f"{bank.path_of(card)}: kaart {card} van `{deck}` past niet op {FORMS[form].maat.naam}: op de {side} is de tekst "
    assert [line for line in told if line.startswith(start)] != []


def test_rules_that_are_too_full(bank, questions, fonts):
    record = bank.places["sv"].page.record
    full = with_record(
        bank, "sv", principes=tuple(point.model_copy(update={"tekst": LONG * 9}) for point in record.principes)
    )
    (told,) = refused(full, questions.model_copy(update={"kaarten": ("sv4-v1",)}), fonts)
    assert told.startswith(
        "spanningsvelden/index.md: kaart sv van `reflectievragen` past niet op A7: op de achterkant "
    )


def test_a_field_that_is_too_full(bank, fonts):
    field = bank.places["sv1"].page.record
    full = with_record(bank, "sv1", pool_links=field.pool_links.model_copy(update={"uitleg": LONG * 20}))
    (told,) = refused(
        full, DECKS["spanningsvelden-kaarten"].model_copy(update={"kaarten": ("sv1",)}), fonts, FORMS["a6"]
    )
    assert told.startswith(
        "spanningsvelden/maakbaar-of-ongrijpbaar.md: kaart sv1 van `spanningsvelden-kaarten` past niet op A6: op de achterkant "
    )


def test_a_fold_card_that_is_too_full(bank, fold_cards, fonts):
    full = with_record(bank, "wk3", stappen=bank.places["wk3"].page.record.stappen * 12)
    (told,) = refused(full, fold_cards.model_copy(update={"kaarten": ("wk3",)}), fonts, FORMS["vouwkaart"])
    assert told.startswith(
        "werkkaarten/tijdlijn.md: kaart wk3 van `werkkaarten-vouwkaarten` past niet op A4 tot A5 gevouwen: op de binnenkant "
    )


def test_the_mistakes_of_all_decks_are_told_together_each_once_and_nothing_is_kept(fonts, tmp_path):
    """In one go: a build stops once, with everything that has to be mended."""
    spoiled = {
        "rode-draden": {"vraag": LONG * 40, "kaarten": ("p2-rd1",)},
        "oefeningen": {"maten": ("a55",)},
        "rollen": {"teken": "hoed"},
    }
    bank = with_decks({id: DECKS[id].model_copy(update=changes) for id, changes in spoiled.items()})
    with pytest.raises(ContentError) as error:
        list(cards.CardFiles(shop_of(bank, fonts, cards.PrintStore(tmp_path))).files())
    told = [str(mistake) for mistake in error.value.mistakes]
    assert (
        told[0]
        == "kaarten/oefeningen.md: veld `maten`: onbekende maat; er staat `a55`; verwacht: een van a5, a6, a7, poker, "
        "vouwkaart, vouwkaart-letter; bedoelde je `a5`?"
    )
    assert [line for line in told if "veld `teken`: dit pictogram ontbreekt; er staat `sets/hoed.svg`" in line] == [
        "kaarten/rollen.md: veld `teken`: dit pictogram ontbreekt; er staat `sets/hoed.svg`; verwacht: een lijntekening in assets/tekens/"
    ]
    full = [
        re.search(r"kaart ([\w-]+) van `rode-draden` past niet op A6: op de achterkant", line)
        for line in told[1:]
        if "teken" not in line
    ]
    assert all(full) and {match[1] for match in full} == {"p2-rd1"}
    assert list(tmp_path.iterdir()) == []


# What cannot be set


def test_a_word_that_is_wider_than_the_card_is_broken_as_dutch_is(bank, small, fonts):
    long = with_questions(
        bank, "sv4", sv4_v6={"vraag": "Hoe werkt verantwoordelijkheidsverdelingsproblematiek voor jou?"}
    )
    pdf = cards.render_pdf(shop_of(long, fonts), small.model_copy(update={"kaarten": ("sv4-v6",)}), FORMS["a7"])
    lines = [reading.plain(" ".join(reading.words(line))) for line in reading.pages(pdf)[0].faces[1].lines]
    # Between syllables, as wide as goes in the size of the deck.
    assert {"hoewerktverant", "woordelijkheidsver", "delingsproblematiek"} <= {*lines}


def test_a_character_that_the_font_does_not_have(bank, small, fonts):
    odd = with_questions(bank, "sv4", sv4_v6={"vraag": "Waar sta jij: ☂ of ✂?"})
    assert refused(odd, small, fonts) == [
        f"spanningsvelden/doorgaan-of-vertragen.md: veld `vragen[6].vraag`: {NO_SIGN}; "
        f"er staat `{sign}`; verwacht: letters, cijfers en gewone leestekens"
        for sign in ("☂ (U+2602)", "✂ (U+2702)")
    ]


NO_SIGN = "het lettertype voor kaarten, papier en plaatjes heeft dit teken niet"


def test_a_character_in_the_title_of_a_deck_is_told_once_in_that_deck(bank, small, fonts):
    """Which all of its cards have."""
    (told,) = refused(bank, small.model_copy(update={"titel": "Vragen ☂"}), fonts)
    path = bank.path_of(small.id)
    assert (
        told
        == f"{path}: veld `titel`: {NO_SIGN}; er staat `☂ (U+2602)`; verwacht: letters, cijfers en gewone leestekens"
    )


def test_what_is_told_of_a_field_gets_its_line():
    told = Mistake("kaarten/emoties.md", NO_SIGN, field="titel", value="☂")
    other = Mistake("mkdocs.yml", NO_SIGN, field="titel")
    (one, same) = _with_line(ROOT / "docs", [told, other])
    text = (ROOT / "docs/kaarten/emoties.md").read_text(encoding="utf-8").splitlines()
    assert text[one.line - 1].startswith("titel: ") and same == other


@pytest.mark.parametrize(
    "deck, card, page, field, sign",
    [
        ("reflectievragen", "sv4", "spanningsvelden/doorgaan-of-vertragen.md", "pool_links", "sv4-links.svg"),
        ("rotonde", "p2-rot1", "kaarten/rotonde.md", "teken", "sets/rotonde.svg"),
    ],
)
def test_a_pictogram_that_is_not_there(bank, fonts, tmp_path, deck, card, page, field, sign):
    own = tmp_path / "sets" / f"{DECKS[deck].teken}.svg"
    if field == "pool_links":
        own.parent.mkdir()
        own.write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'/>")
    few = DECKS[deck].model_copy(update={"kaarten": (card,), "spelregels": None})
    assert refused(bank, few, fonts, signs=tmp_path) == [
        f"{page}: veld `{field}`: dit pictogram ontbreekt; er staat `{sign}`; verwacht: een lijntekening in assets/tekens/"
    ]


def test_a_folder_without_fonts(bank, small, tmp_path):
    (told,) = refused(bank, small, tmp_path)
    assert re.fullmatch(
        r"[^:]+: hier staat geen lettertype voor de kaarten; er staat `.+`; verwacht: een variabel lettertype .+", told
    )
