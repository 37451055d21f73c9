"""Proves that a paper form is data, and that one which cannot be cut or folded is refused in Dutch."""

import re

import pytest
import yaml

from macros.cards import advice, files_of, form_of, forms_of, load_forms, sheet_css
from macros.cards.paper.forms import VORMEN
from macros.knowledge.errors import ContentError
from tests.cards.conftest import BANK, DECKS, FORMS

GOOD = "{naam: proef, maat: a7, vel: [297, 210], cel: [74.25, 105], kolommen: 4, rijen: 2, na: Snijd.}"
SIZES = f"maten:\n  a7: {{naam: A7, kaart: [74, 105]}}\nvormen:\n  a7: {GOOD}\n"


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
    text = f"{SIZES}  proef: {GOOD}".replace("74.25, 105", "74, 100").replace("74, 105", "60, 90")
    form = forms(tmp_path, text)["proef"]
    assert (form.per_vel, form.rand, form.maat.kaart) == (8, (0.5, 5), (60, 90))


def test_a_form_without_a_cell_has_cells_as_large_as_its_cards(tmp_path):
    assert forms(tmp_path, f"{SIZES}  proef: {GOOD.replace('cel: [74.25, 105], ', '')}")["proef"].cel == (74, 105)


def test_the_usual_form_has_the_name_of_its_size_wherever_it_stands(tmp_path, monkeypatch):
    """The permanent address of a deck leads to its usual form: a form typed above it must not take its place."""
    data = yaml.safe_load(VORMEN.read_text(encoding="utf-8"))
    data["vormen"] = dict(reversed(data["vormen"].items()))
    turned = forms(tmp_path, yaml.safe_dump(data, sort_keys=False, allow_unicode=True))
    assert list(data["vormen"]) != list(FORMS) and turned == FORMS

    def usual():
        return {deck.id: (form_of(BANK, deck), files_of(BANK, deck)[0]) for deck in DECKS.values()}

    before = usual()
    monkeypatch.setattr("macros.cards.deck.sizes.load_forms", lambda: turned)
    assert usual() == before
    assert {file.path for _, file in before.values()} == {f"kaarten/{id}.pdf" for id in DECKS}


@pytest.mark.parametrize(
    "text",
    [
        SIZES.replace("  a7: {naam: proef", "  x: {naam: proef"),
        SIZES.replace("\nvormen", "\n  a6: {naam: A6, kaart: [50, 50]}\nvormen").replace(
            "  a7: {naam: proef", "  a7: {naam: proef"
        ),
    ],
    ids=["named otherwise", "none at all"],
)
def test_a_size_without_a_usual_form_is_refused(tmp_path, text):
    size = "a6" if "a6:" in text else "a7"
    with pytest.raises(ContentError) as error:
        forms(tmp_path, text)
    line = 3 if size == "a6" else 2
    assert sentences(error) == [
        f"vormen.yml:{line}: veld `maten.{size}`: deze maat heeft geen gewone vorm; "
        f"verwacht: een vorm `{size}` met `maat: {size}`"
    ]


PAIR = "verwacht: breedte en hoogte in mm, zoals `[297, 210]`"
MM = "verwacht: een getal in mm, "


@pytest.mark.parametrize(
    "change, sentence",
    [
        (
            ("rijen: 2", "rijen: 3"),
            "`vormen.x.rijen`: de kaarten passen niet op het vel: samen 315 mm hoog; "
            "er staat `3`; verwacht: samen hoogstens 210 mm",
        ),
        (
            ("kolommen: 4", "kolommen: 5"),
            "`vormen.x.kolommen`: de kaarten passen niet op het vel: samen 371,25 mm breed; "
            "er staat `5`; verwacht: samen hoogstens 297 mm",
        ),
        (
            ("74.25, 105", "70, 105"),
            "`vormen.x.cel`: de kaart van 74 mm breed past niet in de cel van 70 mm; verwacht: minstens 74 mm breed",
        ),
        (
            ("74.25, 105", "74.25, -105"),
            f"`vormen.x.cel[2]`: dit getal kan niet; er staat `-105`; {MM}van 1 tot en met 5080",
        ),
        (("[297, 210]", "[297, 210, 3]"), f"`vormen.x.vel`: verkeerd soort waarde; {PAIR}"),
        (("[297, 210]", "297"), f"`vormen.x.vel`: verkeerd soort waarde; er staat `297`; {PAIR}"),
        (
            ("[297, 210]", "[297, .inf]"),
            f"`vormen.x.vel[2]`: verkeerd soort waarde; er staat `.inf`; {MM}zoals `74.25`",
        ),
        (
            ("[297, 210]", "[297, '210,5 mm']"),
            f"`vormen.x.vel[2]`: verkeerd soort waarde; er staat `210,5 mm`; {MM}zoals `74.25`; bedoelde je `210.5`?",
        ),
        (
            ("kolommen: 4", "kolommen: 0"),
            "`vormen.x.kolommen`: dit getal kan niet; er staat `0`; verwacht: een heel getal van 1 tot en met 1000",
        ),
        (
            ("kolommen: 4, ", ""),
            "`vormen.x.kolommen`: dit veld ontbreekt; verwacht: hoeveel kaarten naast elkaar",
        ),
        (("rijen: 2", "rijen: 2, kolomen: 4"), "`vormen.x.kolomen`: onbekend veld; bedoelde je `kolommen`?"),
        (
            ("maat: a7", "maat: a77"),
            "`vormen.x.maat`: onbekende maat; er staat `a77`; verwacht: een van a7; bedoelde je `a7`?",
        ),
        (
            ("rijen: 2", "rijen: 2, soort: boek"),
            "`vormen.x.soort`: onbekende waarde; er staat `boek`; verwacht: een van dubbelzijdig, boekje, enkelzijdig; "
            "bedoelde je `boekje`?",
        ),
        (
            ("rijen: 2", "rijen: 2, soort: boekje"),
            "`vormen.x.soort`: een boekje is één kaart op een vel; er staat `boekje`; verwacht: `kolommen: 1` en `rijen: 1`",
        ),
        (
            (
                "vel: [297, 210], cel: [74.25, 105], kolommen: 4, rijen: 2",
                "vel: [297, 420], kolommen: 4, rijen: 3, soort: enkelzijdig",
            ),
            "`vormen.x.rijen`: enkelzijdig vouw je in het midden dubbel; er staat `3`; verwacht: `rijen: 2`",
        ),
        (
            ("rijen: 2", "rijen: 2, afloop: 3"),
            "`vormen.x.afloop`: met afloop is een bladzijde precies één kaart; er staat `3`; "
            "verwacht: `kolommen: 1`, `rijen: 1`, en een vel zo groot als de kaart",
        ),
        (
            ("rijen: 2", "rijen: 2, afloop: -3"),
            f"`vormen.x.afloop`: dit getal kan niet; er staat `-3`; {MM}van 0 tot en met 100",
        ),
        (
            (GOOD, "vier"),
            "`vormen.x`: verkeerd soort waarde; er staat `vier`; verwacht: een groep velden: regels als `naam: …`",
        ),
    ],
)
def test_a_wrong_form_is_refused_with_its_line(tmp_path, change, sentence):
    text = GOOD.replace(*change)
    assert text != GOOD
    with pytest.raises(ContentError) as error:
        forms(tmp_path, f"{SIZES}  x: {text}")
    assert sentences(error) == [f"vormen.yml:5: veld {sentence}"]


@pytest.mark.parametrize("name", ["../../x", "A7-blauw", "a7 blauw", "a7.b", "-a7", "a7_b", "é"])
@pytest.mark.parametrize("part, line", [("maten", 3), ("vormen", 6)])
def test_a_name_that_can_be_no_file_or_style_is_refused(tmp_path, name, part, line):
    size, form = (f"  {name}: {{naam: x, kaart: [50, 50]}}\n", "") if part == "maten" else ("", f"  {name}: {GOOD}\n")
    with pytest.raises(ContentError) as error:
        forms(
            tmp_path,
            SIZES.replace("vormen:", f"{size}vormen:").replace(
                "  a7: {naam: proef", f"  b-7: {GOOD}\n  a7: {{naam: proef"
            )
            + form,
        )
    assert sentences(error)[0].startswith(f"vormen.yml:{line}: veld `{part}.")


@pytest.mark.parametrize(
    "change, sentence",
    [
        (("kaart: [74, 105]", "kaart: [74]"), f"`maten.a7.kaart`: verkeerd soort waarde; {PAIR}"),
        (("naam: A7, ", ""), "`maten.a7.naam`: dit veld ontbreekt; verwacht: hoe de maat op de pagina heet"),
        (
            ("{naam: A7, kaart: [74, 105]}", "74"),
            "`maten.a7`: verkeerd soort waarde; er staat `74`; verwacht: een groep velden: regels als `naam: …`",
        ),
    ],
)
def test_a_wrong_size_is_refused(tmp_path, change, sentence):
    with pytest.raises(ContentError) as error:
        forms(tmp_path, SIZES.replace(*change))
    assert sentences(error) == [f"vormen.yml:2: veld {sentence}"]


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("- a7", "hier staan geen gegevens"),
        ("a7: [", "deze gegevens zijn niet te lezen"),
        ("", "hier staan geen gegevens"),
        ("a7: vier", "veld `a7`: onbekend veld"),
        ("maten: {}", "veld `maten`: dit veld is leeg"),
        ("maten: []\nvormen: {}", "veld `maten`: verkeerd soort waarde"),
        (b"naam: \xe9", "het bestand is niet in UTF-8 opgeslagen"),
        (SIZES.replace("rijen: 2", "rijen: 2, rijen: 3"), "veld `vormen.a7.rijen`: dit veld staat er twee keer"),
    ],
)
def test_a_file_that_holds_no_forms_is_refused(tmp_path, text, sentence):
    file = tmp_path / "vormen.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ContentError) as error:
        load_forms(file)
    assert re.match(rf"vormen.yml:[0-9]: {sentence}", sentences(error)[0])


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
