"""Proves that a paper form is data, and that one which cannot be cut or folded is refused in Dutch."""

import re

import pytest
import yaml

from macros.cards import advice, form_of, forms_of, load_forms, sheet_css
from macros.cards.paper.forms import VORMEN
from macros.knowledge.errors import ContentError
from tests.cards.conftest import BANK, DECKS, FORMS

GOOD = "{naam: proef, maat: a7, vel: [297, 210], cel: [74.25, 105], kolommen: 4, rijen: 2, na: Snijd.}"
SIZES = "maten:\n  a7: {naam: A7, kaart: [74, 105]}\nvormen:\n"


def forms(tmp_path, text):
    file = tmp_path / "vormen.yml"
    file.write_text(text, encoding="utf-8")
    return load_forms(file)


def sentences(error):
    return [str(mistake) for mistake in error.value.mistakes]


def test_the_forms_that_were_asked_for():
    """A6 and A7 on A4, the A4 fold card, poker nine-up, one a page with 3 mm bleed, one-sided with a fold, US Letter."""
    assert (FORMS["a7"].vel, FORMS["a7"].cel, FORMS["a7"].per_vel, FORMS["a7"].rand) == (
        (297, 210),
        (74.25, 105),
        8,
        (0, 0),
    )
    assert (FORMS["a6"].vel, FORMS["a6"].per_vel) == ((210, 297), 4)
    assert (FORMS["vouwkaart"].vel, FORMS["vouwkaart"].per_vel, FORMS["vouwkaart"].soort) == ((297, 210), 1, "boekje")
    assert (FORMS["poker"].cel, FORMS["poker"].per_vel, FORMS["poker"].vel) == ((63, 88), 9, (210, 297))
    letter = {(279.4, 215.9), (215.9, 279.4)}
    for size in {form.maat.id: form.maat for form in FORMS.values()}.values():
        own = [form for form in FORMS.values() if form.maat == size]
        if not size.id.endswith("letter"):
            assert any(form.afloop == 3 and form.vel == size.kaart for form in own)
            assert any(form.vel in letter for form in own) or size.id == "vouwkaart"
            assert size.id == "vouwkaart" or any(form.soort == "enkelzijdig" for form in own)
        assert [form.id for form in own if form.gewoon] == [size.id] == [own[0].id]


def test_every_size_is_used():
    assert {size for deck in DECKS.values() for size in deck.maten} == {form.maat.id for form in FORMS.values()}


def test_an_editor_adds_a_form_without_code(tmp_path):
    form = forms(tmp_path, f"{SIZES}  proef: {GOOD.replace('74.25, 105', '74, 100')}".replace("74, 105", "60, 90"))[
        "proef"
    ]
    assert (form.per_vel, form.rand, form.maat.kaart) == (8, (0.5, 5), (60, 90))


def test_a_form_without_a_cell_has_cells_as_large_as_its_cards(tmp_path):
    assert forms(tmp_path, f"{SIZES}  proef: {GOOD.replace('cel: [74.25, 105], ', '')}")["proef"].cel == (74, 105)


@pytest.mark.parametrize(
    "change, sentence",
    [
        (
            ("rijen: 2", "rijen: 3"),
            "veld `x.rijen`: de kaarten passen niet op het vel: samen 315 mm hoog; "
            "er staat `3`; verwacht: samen hoogstens 210 mm",
        ),
        (
            ("kolommen: 4", "kolommen: 5"),
            "veld `x.kolommen`: de kaarten passen niet op het vel: samen 371,25 mm breed; "
            "er staat `5`; verwacht: samen hoogstens 297 mm",
        ),
        (
            ("74.25, 105", "70, 105"),
            "veld `x.cel`: de kaart van 74 mm breed past niet in de cel; er staat `[70, 105]`; "
            "verwacht: minstens 74 mm breed",
        ),
        (
            ("74.25, 105", "74.25, -105"),
            "veld `x.cel`: verkeerde waarde; er staat `[74.25, -105]`; "
            "verwacht: breedte en hoogte in mm, zoals `[297, 210]`",
        ),
        (
            ("kolommen: 4", "kolommen: 0"),
            "veld `x.kolommen`: verkeerde waarde; er staat `0`; verwacht: een heel getal vanaf 1",
        ),
        (("kolommen: 4, ", ""), "veld `x.kolommen`: dit veld ontbreekt; verwacht: een heel getal vanaf 1"),
        (("rijen: 2", "rijen: 2, kolomen: 4"), "veld `x.kolomen`: onbekend veld; bedoelde je `kolommen`?"),
        (
            ("maat: a7", "maat: a77"),
            "veld `x.maat`: onbekende maat; er staat `a77`; verwacht: een van a7; bedoelde je `a7`?",
        ),
        (
            ("rijen: 2", "rijen: 2, soort: boek"),
            "veld `x.soort`: verkeerde waarde; er staat `boek`; verwacht: een van dubbelzijdig, boekje, enkelzijdig",
        ),
        (
            ("rijen: 2", "rijen: 2, soort: boekje"),
            "veld `x.soort`: een boekje is één kaart op een vel; er staat `boekje`; "
            "verwacht: `kolommen: 1` en `rijen: 1`",
        ),
        (
            (
                "vel: [297, 210], cel: [74.25, 105], kolommen: 4, rijen: 2",
                "vel: [297, 420], kolommen: 4, rijen: 3, soort: enkelzijdig",
            ),
            "veld `x.rijen`: enkelzijdig vouw je in het midden dubbel; er staat `3`; verwacht: `rijen: 2`",
        ),
        (
            ("rijen: 2", "rijen: 2, afloop: 3"),
            "veld `x.afloop`: met afloop is een bladzijde precies één kaart; er staat `3`; "
            "verwacht: `kolommen: 1`, `rijen: 1`, en een vel zo groot als de kaart",
        ),
        (
            ("rijen: 2", "rijen: 2, afloop: -3"),
            "veld `x.afloop`: verkeerde waarde; er staat `-3`; verwacht: een getal in mm vanaf 0",
        ),
        (
            ("[297, 210]", "[297, .inf]"),
            "veld `x.vel`: verkeerde waarde; er staat `[297, inf]`; "
            "verwacht: breedte en hoogte in mm, zoals `[297, 210]`",
        ),
        (
            ("[297, 210]", "[297, .nan]"),
            "veld `x.vel`: verkeerde waarde; er staat `[297, nan]`; "
            "verwacht: breedte en hoogte in mm, zoals `[297, 210]`",
        ),
    ],
)
def test_a_wrong_form_is_refused(tmp_path, change, sentence):
    text = GOOD.replace(*change)
    assert text != GOOD
    with pytest.raises(ContentError) as error:
        forms(tmp_path, f"{SIZES}  x: {text}")
    assert sentences(error) == [f"vormen.yml: {sentence}"]


@pytest.mark.parametrize(
    "change, sentence",
    [
        (
            ("kaart: [74, 105]", "kaart: [74]"),
            "veld `maten.a7.kaart`: verkeerde waarde; er staat `[74]`; "
            "verwacht: breedte en hoogte in mm, zoals `[297, 210]`",
        ),
        (("naam: A7, ", ""), "veld `maten.a7.naam`: dit veld ontbreekt; verwacht: tekst"),
        (
            ("{naam: A7, kaart: [74, 105]}", "74"),
            "veld `maten.a7`: hier staan geen gegevens; verwacht: velden naam, kaart",
        ),
    ],
)
def test_a_wrong_size_is_refused(tmp_path, change, sentence):
    with pytest.raises(ContentError) as error:
        forms(tmp_path, f"{SIZES.replace(*change)}  x: {GOOD}")
    assert sentences(error) == [f"vormen.yml: {sentence}"]


@pytest.mark.parametrize("text", ["- a7", "a7: [", "", "a7: vier", "maten: {}", "maten: []\nvormen: []", b"naam: \xe9"])
def test_a_file_that_holds_no_forms_is_refused(tmp_path, text):
    file = tmp_path / "vormen.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ContentError) as error:
        load_forms(file)
    assert sentences(error) == [
        "vormen.yml: dit bestand is geen geldige YAML; verwacht: `maten:` met maten als `a7:`, en `vormen:` met vellen"
    ]


def test_a_form_that_holds_no_data_is_refused(tmp_path):
    with pytest.raises(ContentError) as error:
        forms(tmp_path, f"{SIZES}  x: vier")
    assert sentences(error)[0].startswith(
        "vormen.yml: veld `x`: hier staan geen gegevens; verwacht: velden naam, maat, "
    )


@pytest.mark.parametrize(
    "sizes, sentence",
    [
        (
            ("a-7",),
            "onbekende maat; er staat `a-7`; verwacht: een van a5, a6, a7, poker, vouwkaart, vouwkaart-letter; bedoelde je `a7`?",
        ),
        (
            ("a7", "vouwkaart"),
            "bij gezicht `vraag` past deze maat niet; er staat `vouwkaart`; verwacht: een van a5, a6, a7, poker",
        ),
    ],
)
def test_a_deck_with_a_size_that_does_not_exist_or_does_not_go_with_its_face(questions, sizes, sentence):
    with pytest.raises(ContentError) as error:
        forms_of(BANK, questions.model_copy(update={"maten": sizes}))
    assert sentences(error) == [f"kaarten/reflectievragen.md: veld `maten`: {sentence}"]


def test_a_fold_card_in_a_size_of_loose_cards(fold_cards):
    with pytest.raises(ContentError) as error:
        forms_of(BANK, fold_cards.model_copy(update={"maten": ("a6",)}))
    assert sentences(error) == [
        "kaarten/werkkaarten.md: veld `maten`: bij gezicht `werkkaart` past deze maat niet; "
        "er staat `a6`; verwacht: een van vouwkaart, vouwkaart-letter"
    ]


@pytest.mark.parametrize("deck", DECKS.values(), ids=lambda deck: deck.id)
def test_a_deck_comes_in_every_form_of_its_sizes_the_usual_one_first(deck):
    found = forms_of(BANK, deck)
    assert [form.id for form in found] == [
        id
        for size in deck.maten
        for id, one in yaml.safe_load(VORMEN.read_text())["vormen"].items()
        if one["maat"] == size
    ]
    assert form_of(BANK, deck) == found[0] and found[0].id == deck.maten[0]


def test_a_sheet_on_the_screen_has_the_proportions_of_the_paper():
    rules = dict(re.findall(r"(?m)^\.vorm-([\w-]+)\{(.*?)\}", sheet_css(FORMS.values())))
    assert list(rules) == list(FORMS)
    assert rules["poker"] == "aspect-ratio:210/297;padding:7.857% 5.000%;grid-template-columns:repeat(3,33.3333%)"
    assert rules["a7"] == "aspect-ratio:297/210;padding:0.000% 0.000%;grid-template-columns:repeat(4,25.0000%)"


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_the_advice_goes_with_the_form(form):
    for edge, word in (("long", "lange"), ("short", "korte")):
        told = dict(advice(form, edge))
        assert form.na in told.values()
        if form.afloop:
            assert list(told) == ["Bij de drukkerij"]
        else:
            assert "100%" in told["Printen"] and "niet ‘passend maken’" in told["Printen"]
            assert (f"omslaan over de {word} zijde" in told["Printen"]) == form.keert
            assert ("Enkelzijdig" in told["Printen"]) == (form.soort == "enkelzijdig")
            assert ("Vouwen" in told) == (form.soort == "boekje")
