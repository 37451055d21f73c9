"""Proves Dutch APA 7 by golden examples: entries, running text, order, letters, and text that is safe as HTML."""

import pytest
from examples import EXAMPLES, NAMES, WORKS, readable, work

from macros.exchange.apa import bibliography, entry, in_text


def book(author: str, year: int | None, title: str, *more: str, id: str | None = None, **name: str):
    names = [{"familie": author, "voor": "A.", **name}] + [{"familie": one, "voor": "B."} for one in more]
    return work({"id": id or title.lower(), "soort": "boek", "auteurs": names, "jaar": year, "titel": title})


@pytest.mark.parametrize("example, reference", zip(EXAMPLES, WORKS), ids=NAMES)
def test_an_entry_and_its_form_in_text(example, reference):
    assert readable(entry(reference)) == example["lijst"]
    assert readable(in_text(reference)) == example["in_tekst"]


def test_every_kind_of_work_has_an_example():
    kinds = set(type(WORKS[0]).model_fields["soort"].annotation.__args__)
    assert {reference.soort for reference in WORKS} == kinds


@pytest.mark.parametrize(
    "number, end",
    [(20, "Auteur19, B., & Auteur20, B. (2020). *Veel*."), (21, "Auteur19, B., . . . Auteur21, B. (2020). *Veel*.")],
)
def test_up_to_twenty_authors_are_named(number, end):
    text = readable(entry(book("Auteur1", 2020, "Veel", *(f"Auteur{n}" for n in range(2, number + 1)))))
    assert text.startswith("Auteur1, A., Auteur2, B., ") and text.endswith(end)
    assert text.count("Auteur") == 20


def order(*works) -> list[str]:
    return [line.id for line in bibliography(works)]


def test_the_list_is_in_apa_order():
    works = (
        book("Aa", 2020, "een", tussen="van der"),
        book("Vaal", 2020, "twee"),
        book("Van", 2020, "drie"),
        book("Kenis", 2020, "vier"),
        book("Kenis", 2019, "vijf", "Cambré"),
        book("Kenis", None, "zes"),
        book("Élan", 2020, "zeven"),
        book("Emmer", 2020, "acht"),
        book("Kenissen", 1990, "negen"),
        work({"id": "tien", "soort": "webpagina", "titel": "De maan"}),
    )
    assert (
        order(*works)
        == order(*reversed(works))
        == ["zeven", "acht", "zes", "vier", "vijf", "negen", "tien", "twee", "drie", "een"]
    )


def test_works_of_the_same_authors_and_year_get_a_letter():
    lines = {
        line.id: line
        for line in bibliography(
            (
                book("Baart", 2016, "Zin"),
                book("Baart", 2016, "De aandacht", id="aandacht"),
                book("Baart", 2017, "Later"),
                book("Baart", 2016, "Samen", "Vosman"),
                book("Ander", None, "Eerst"),
                book("Ander", None, "Twee"),
            )
        )
    }
    assert lines["aandacht"].in_tekst == "(Baart, 2016a)"
    assert readable(lines["zin"].tekst) == "Baart, A. (2016b). *Zin*."
    assert lines["later"].in_tekst == "(Baart, 2017)" and lines["samen"].in_tekst == "(Baart &amp; Vosman, 2016)"
    assert (
        readable(lines["eerst"].tekst) == "Ander, A. (z.d.-a). *Eerst*." and lines["twee"].in_tekst == "(Ander, z.d.-b)"
    )


def test_a_letter_stands_behind_the_year_and_before_the_month():
    dated = {"soort": "artikel", "auteurs": [{"familie": "Terweij", "voor": "S."}], "jaar": 2022, "maand": 3}
    lines = bibliography((work({"id": "a", "titel": "Aap", **dated}), work({"id": "b", "titel": "Beer", **dated})))
    assert [readable(line.tekst) for line in lines] == [
        "Terweij, S. (2022a, maart). Aap.",
        "Terweij, S. (2022b, maart). Beer.",
    ]


def test_an_entry_leaves_the_address_to_whoever_shows_it():
    with_address = next(reference for reference in WORKS if reference.url)
    assert with_address.url not in entry(with_address)
    assert bibliography((with_address,))[0].url == with_address.url
