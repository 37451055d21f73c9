"""Proves that a paper form is data, and that one which cannot be cut or folded is refused in Dutch."""

import pytest

from macros.cards import form_of, load_forms
from macros.knowledge.errors import KennisFouten

GOOD = "{naam: proef, vel: [297, 210], kaart: [74.25, 105], kolommen: 4, rijen: 2}"


def forms(tmp_path, text):
    file = tmp_path / "vormen.yml"
    file.write_text(text, encoding="utf-8")
    return load_forms(file)


def sentences(error):
    return [str(fout) for fout in error.value.fouten]


def test_the_two_forms():
    known = load_forms()
    assert (known["a7"].kaart, known["a7"].per_vel, known["a7"].rand) == ((74.25, 105), 8, (0, 0))
    assert (known["vouwkaart"].kaart, known["vouwkaart"].per_vel, known["vouwkaart"].vouwen) == ((148.5, 210), 1, True)


def test_an_editor_adds_a_form_without_code(tmp_path):
    form = forms(tmp_path, f"proef: {GOOD.replace('74.25, 105', '60, 90')}")["proef"]
    assert form.per_vel == 8
    assert form.rand == (28.5, 15)


@pytest.mark.parametrize("change, sentence", [
    (("rijen: 2", "rijen: 3"), "vormen.yml: veld `x.rijen`: de kaarten passen niet op het vel: samen 315 mm hoog; "
                               "er staat `3`; verwacht: samen hoogstens 210 mm"),
    (("74.25, 105", "74.25, -105"), "vormen.yml: veld `x.kaart`: verkeerde waarde; er staat `[74.25, -105]`; "
                                    "verwacht: breedte en hoogte in mm, zoals `[74.25, 105]`"),
    (("kolommen: 4", "kolommen: 0"), "vormen.yml: veld `x.kolommen`: verkeerde waarde; er staat `0`; "
                                     "verwacht: een heel getal vanaf 1"),
    (("kolommen: 4, ", ""), "vormen.yml: veld `x.kolommen`: dit veld ontbreekt; verwacht: een heel getal vanaf 1"),
    (("rijen: 2", "rijen: 2, kolomen: 4"), "vormen.yml: veld `x.kolomen`: onbekend veld; bedoelde je `kolommen`?"),
    (("rijen: 2", "rijen: 2, vouwen: true"), "vormen.yml: veld `x.vouwen`: een vouwkaart heeft twee panelen naast "
                                             "elkaar; verwacht: `kolommen: 2` en `rijen: 1`"),
])
def test_a_wrong_form_is_refused(tmp_path, change, sentence):
    with pytest.raises(KennisFouten) as error:
        forms(tmp_path, f"x: {GOOD.replace(*change)}")
    assert sentences(error) == [sentence]


@pytest.mark.parametrize("text", ["- a7", "a7: [", "", "a7: vier"])
def test_a_file_that_holds_no_forms_is_refused(tmp_path, text):
    with pytest.raises(KennisFouten):
        forms(tmp_path, text)


def test_a_deck_names_an_unknown_form(bank, questions):
    with pytest.raises(KennisFouten) as error:
        form_of(bank, questions.model_copy(update={"vorm": "a-7"}))
    assert sentences(error) == ["kaarten/reflectievragen.md: veld `vorm`: onbekende vorm; er staat `a-7`; "
                                "verwacht: een van a7, vouwkaart; bedoelde je `a7`?"]


def test_a_form_that_does_not_go_with_the_face(bank, questions):
    with pytest.raises(KennisFouten) as error:
        form_of(bank, questions.model_copy(update={"vorm": "vouwkaart"}))
    assert sentences(error) == ["kaarten/reflectievragen.md: veld `vorm`: bij gezicht `vraag` past deze vorm niet; "
                                "er staat `vouwkaart`; verwacht: een van a7"]
