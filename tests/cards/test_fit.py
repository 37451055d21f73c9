"""Proves that a card which does not fit, or cannot be set, is refused with a sentence that says where and how much."""

import re
from dataclasses import replace

import pytest

from macros import cards
from macros.knowledge.errors import KennisFouten
from macros.knowledge.kennisbank import Kennisbank
from tests.cards.conftest import SITE_URL


def with_questions(bank, field, **changes):
    """The Kennisbank in which questions of `field` have other texts: `sv4_v6={"vraag": ...}`."""
    def changed(page):
        if page.record.id != field:
            return page
        questions = tuple(question.model_copy(update=changes.get(question.id.replace("-", "_"), {}))
                          for question in page.record.vragen)
        return replace(page, record=page.record.model_copy(update={"vragen": questions}))

    return Kennisbank(tuple(map(changed, bank.bladzijden)))


def refused(bank, deck, fonts):
    with pytest.raises(KennisFouten) as error:
        cards.render_pdf(bank, deck, SITE_URL, fonts)
    return [str(fout) for fout in error.value.fouten]


@pytest.fixture
def small(questions):
    return questions.model_copy(update={"kaarten": ("sv4",), "instructie": None, "spelregels": None})


def test_what_is_there_now_fits(bank, small, fonts):
    assert cards.render_pdf(bank, small, SITE_URL, fonts).startswith(b"%PDF")


def test_every_card_that_is_too_full_is_named_with_its_face_and_its_excess(bank, small, fonts):
    full = with_questions(bank, "sv4", sv4_v6={"vraag": "Wat maakt stilstaan voor jou zo lastig? " * 14},
                          sv4_v3={"deelvragen": ("Waar kwam dat door, en wat ging eraan vooraf?",) * 12})
    told = refused(full, small, fonts)
    pattern = (r"spanningsvelden/doorgaan-of-vertragen\.md: kaart (sv4-v\d+) van `reflectievragen` past niet: "
               r"op de (\w+) is de tekst ([\d,]+) pt \(([\d,]+) mm\) te hoog; "
               r"verwacht: kortere tekst, of een grotere vorm dan `a7` in kaarten/reflectievragen\.md")
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


def test_a_fold_card_that_is_too_full(bank, fold_cards, fonts):
    def changed(page):
        if page.record.id != "wk3":
            return page
        return replace(page, record=page.record.model_copy(update={"stappen": page.record.stappen * 12}))

    full = Kennisbank(tuple(map(changed, bank.bladzijden)))
    (told,) = refused(full, fold_cards.model_copy(update={"kaarten": ("wk3",)}), fonts)
    assert told.startswith(
        "werkkaarten/tijdlijn.md: kaart wk3 van `werkkaarten-vouwkaarten` past niet: op de binnenkant ")


def test_a_word_that_is_wider_than_the_card_is_broken(bank, small, fonts):
    long = with_questions(bank, "sv4", sv4_v6={
        "vraag": "Hoe werkt verantwoordelijkheidsverdelingsproblematiek voor jou?"})
    assert cards.render_pdf(long, small, SITE_URL, fonts)


def test_a_character_that_the_font_does_not_have(bank, small, fonts):
    odd = with_questions(bank, "sv4", sv4_v6={"vraag": "Waar sta jij: ☂ of ✂?"})
    assert refused(odd, small, fonts) == [
        "spanningsvelden/doorgaan-of-vertragen.md: op kaart sv4-v6 staat een teken dat het lettertype niet heeft; "
        f"er staat `{sign}`; verwacht: letters, cijfers en gewone leestekens" for sign in ("☂ (U+2602)", "✂ (U+2702)")]


def test_a_field_without_pictograms(bank, small, fonts, tmp_path):
    with pytest.raises(KennisFouten) as error:
        cards.render_pdf(bank, small, SITE_URL, fonts, signs=tmp_path)
    assert str(error.value) == (
        "spanningsvelden/doorgaan-of-vertragen.md: veld `pool_links`: het teken van deze pool ontbreekt; "
        "er staat `sv4-links.svg`; verwacht: een lijntekening van 32 bij 32 in assets/tekens/")
