"""Proves that other programs read the files back: pybtex the BibTeX, rispy the RIS, json the CSL-JSON."""

import json
import re
from datetime import date

import pytest
import rispy
from examples import WORKS
from pybtex.database import parse_string

from macros.exchange import EXPORTS, bibliography, bibtex, csl_json, ris
from macros.exchange.bibtex import LANGUAGES
from macros.exchange.bibtex import TYPES as BIBTEX_TYPES
from macros.exchange.csl import TYPES as CSL_TYPES
from macros.exchange.names import OTHERS, has_others, initials, known
from macros.exchange.ris import TYPES as RIS_TYPES
from macros.pages.literatuur.macro import works


@pytest.fixture(params=["examples", "site"])
def all_works(request):
    """The examples, and the works of the site itself."""
    return WORKS if request.param == "examples" else works(request.getfixturevalue("bank"))


NAMED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def unlatex(text: str | None) -> str | None:
    """A BibTeX value as a reader sees it."""
    if text is None:
        return None
    plain = text.removeprefix("{").removesuffix("}") if text.startswith("{") else text
    return re.sub(r"\\(?:([&%$#_])|(\w+)\{\})", lambda sign: sign[1] or NAMED[sign[2]], plain)


def title(work) -> str:
    """As every list shows it: what the work is, where the source gives no title."""
    return work.titel or bibliography((work,))[0].tekst.partition("[")[2].partition("]")[0].join("[]")


def note(work) -> str | None:
    missing = work.ontbreekt or ("De namen van de andere auteurs." if has_others(work.auteurs) else None)
    return missing and f"Ontbreekt: {missing}"


# BibTeX


def test_pybtex_reads_every_work(all_works):
    read = parse_string(bibtex(all_works), "bibtex").entries
    assert list(read) == [work.id for work in all_works]
    for work in all_works:
        entry = read[work.id]
        assert entry.type == BIBTEX_TYPES.get(CSL_TYPES[work.soort], "misc")
        assert unlatex(entry.fields["title"]) == title(work)
        assert entry.fields.get("year") == (str(work.jaar) if work.jaar else None)
        assert entry.fields.get("url") == work.url
        assert unlatex(entry.fields.get("address")) == work.plaats
        assert unlatex(entry.fields.get("annote")) == note(work)
        assert unlatex(entry.fields.get("langid")) == LANGUAGES.get(work.taal)
        assert work.uitgever in (None, *(unlatex(entry.fields.get(n)) for n in ("publisher", "institution", "school")))
        assert work.in_titel in (
            None,
            *(unlatex(entry.fields.get(n)) for n in ("journal", "booktitle", "howpublished")),
        )


def test_pybtex_reads_every_name(all_works):
    read = parse_string(bibtex(all_works), "bibtex").entries
    for work in all_works:
        people = read[work.id].persons
        assert [person_parts(p) for p in people.get("author", ())] == [name_parts(n) for n in work.auteurs or ()]
        assert [person_parts(p) for p in people.get("editor", ())] == [name_parts(n) for n in work.redacteurs or ()]


def person_parts(person) -> tuple[str, str, str]:
    last = unlatex(" ".join(person.last_names))
    return (
        OTHERS if last == "others" else last,
        " ".join(person.first_names + person.middle_names),
        " ".join(person.prelast_names),
    )


def name_parts(name) -> tuple[str, str, str]:
    return name.familie, initials(name), name.tussen or ""


def test_signs_of_latex_are_escaped():
    odd = next(work for work in WORKS if work.id == "tekens-2020")
    assert (
        bibtex([odd])
        == r"""@book{tekens-2020,
  author = {{O’Brien \& \textbraceleft{}Zonen\textbraceright{}}, Ü.},
  title = "{<b>100\% \& \$5\_000 \#1 \textasciitilde{} \textasciicircum{} \textbackslash{} \textbraceleft{}haken\textbraceright{}</b>}",
  publisher = {A < B \& C},
  year = {2020},
}
"""
    )


# RIS


def test_rispy_reads_every_work(all_works):
    text = ris(all_works)
    read = rispy.loads(text)
    assert len(read) == len(all_works)
    for work, entry in zip(all_works, read):
        assert entry["type_of_reference"] == RIS_TYPES[CSL_TYPES[work.soort]]
        assert entry["id"] == work.id
        assert entry["title"] == title(work)
        assert entry.get("year") == (str(work.jaar) if work.jaar else None)
        assert entry.get("urls") == ([work.url] if work.url else None)
        assert entry.get("publisher") == work.uitgever
        assert entry.get("place_published") == work.plaats
        assert entry.get("language") == (work.taal or "nl")
        assert entry.get("secondary_title") == work.in_titel
        assert entry.get("notes") == ([note(work)] if note(work) else None)
        for tag, names in (("authors", work.auteurs), ("secondary_authors", work.redacteurs)):
            assert [imported(name) for name in entry.get(tag, ())] == [ris_parts(name) for name in known(names)]


def imported(name: str) -> tuple[str, str]:
    """Family and given name as Zotero takes them from RIS: without commas at the ends, and parted at the first within."""
    family, _, given = name.strip(" ,.").partition(",")
    return family, given.strip(" .")


def ris_parts(name) -> tuple[str, str]:
    """An organisation, whatever its name, is one piece."""
    family = f"{name.tussen} {name.familie}" if name.tussen else name.familie
    return (family, initials(name).strip(" .")) if name.voor else (family.replace(",", ""), "")


def test_an_organisation_stays_whole():
    """The control: written as it is, its name would be parted."""
    by_id = {entry["id"]: entry for entry in rispy.loads(ris(WORKS))}
    whole = "Ministerie van Volksgezondheid, Welzijn en Sport"
    assert imported(by_id["vws-2020"]["authors"][0]) == (whole.replace(",", ""), "")
    assert imported(whole) == ("Ministerie van Volksgezondheid", "Welzijn en Sport")


@pytest.mark.parametrize("id", ["joosse-2019", "meer-2019"])
def test_others_are_no_author(id):
    work = next(one for one in WORKS if one.id == id)
    assert OTHERS not in ris([work]) and OTHERS not in csl_json([work])
    assert " and others}" in bibtex([work])


def test_ris_has_pages_dates_and_particles():
    by_id = {entry["id"]: entry for entry in rispy.loads(ris(WORKS))}
    assert (by_id["artikel-2016"]["start_page"], by_id["artikel-2016"]["end_page"]) == ("12", "19")
    assert by_id["terweij-2022"]["date"] == "2022/03//"
    assert by_id["podcast-2019"]["date"] == "2019/03/20/"
    assert by_id["delden-2009"]["authors"] == ["van Delden, P. J."]


def test_every_line_of_ris_ends_as_the_standard_says():
    lines = ris(WORKS).split("\r\n")
    assert not any("\n" in line or "\r" in line for line in lines)
    assert all(not line or line[2:6] == "  - " for line in lines)


# CSL-JSON


def test_csl_json_has_every_work(all_works):
    read = json.loads(csl_json(all_works))
    assert [entry["id"] for entry in read] == [work.id for work in all_works]
    for work, entry in zip(all_works, read):
        assert entry["type"] == CSL_TYPES[work.soort]
        assert entry.get("title") == title(work) and entry.get("language") == (work.taal or "nl")
        assert entry.get("URL") == work.url
        assert entry.get("publisher") == work.uitgever and entry.get("publisher-place") == work.plaats
        assert entry.get("note") == note(work)
        assert work.in_titel in (None, entry.get("container-title"), entry.get("event-title"))
        assert [csl_parts(name) for name in entry.get("author", ())] == [
            name_parts(name) for name in known(work.auteurs)
        ]
        assert [csl_parts(name) for name in entry.get("editor", ())] == [
            name_parts(name) for name in known(work.redacteurs)
        ]
        parts = entry.get("issued", {"date-parts": [[]]})["date-parts"][0]
        assert parts == [part for part in (work.jaar, work.maand, work.dag) if part]
        date(*(parts + [1, 1, 1][len(parts) :]))


def csl_parts(name: dict) -> tuple[str, str, str]:
    return name.get("literal") or name["family"], name.get("given", ""), name.get("non-dropping-particle", "")


def test_nothing_empty_is_written(all_works):
    assert not [
        entry for entry in json.loads(csl_json(all_works)) for value in entry.values() if value in (None, "", [], {})
    ]
    assert " = {}" not in bibtex(all_works) and "  - \r\n" not in ris(all_works).replace("ER  - ", "ER")


@pytest.mark.parametrize("extension", EXPORTS)
def test_an_empty_list_is_an_empty_file(extension):
    assert EXPORTS[extension](()).split() in ([], ["[]"])
