"""Proves the bibliography and the list of people: every note once, nothing invented, and the links from and to the pages."""

import json
import re

import pytest
from examples import readable
from lxml import html

from macros.exchange import bibliography
from macros.knowledge.errors import ContentError
from macros.knowledge.items import Persoon, Referentie
from macros.knowledge.reader import load
from macros.knowledge.records import Literatuurlijst, Personenlijst, items
from macros.pages.literatuur.macro import DOWNLOADS, cited, download_name, literatuur, users, works
from macros.pages.site import address
from tests.conftest import ROOT, site_of

NOTES = {*range(1, 58)} - {3}
INVENTORY = ROOT.parent / "shared" / "inventaris"
SOURCE = ROOT.parent / "shared" / "bron" / "000_92d7920a65042c2d.txt"
in_the_workplace = pytest.mark.skipif(not INVENTORY.is_dir(), reason="../shared is only there in the workplace")


def test_every_note_leads_to_one_work(bank):
    """Note 3 only points back to the motto of the preface."""
    notes = sorted(note for work in works(bank) for note in work.noten)
    assert notes == sorted(NOTES)
    assert len(works(bank)) >= 45


@pytest.mark.parametrize(
    "notes", [(5, 12), (10, 13), (14, 48, 52), (18, 25, 53), (2, 19), (22, 47), (44, 45), (16, 24, 57)]
)
def test_notes_to_the_same_work_are_merged(notes, bank):
    assert notes in {work.noten for work in works(bank)}


def test_what_a_note_leaves_out_is_named(bank):
    silent = [
        work.id
        for work in works(bank)
        if not work.ontbreekt and not (work.titel and work.jaar and work.auteurs and (work.uitgever or work.in_titel))
    ]
    assert silent == []
    unsure = next(work for work in works(bank) if 57 in work.noten)
    assert "één tekst" in unsure.ontbreekt


def squeezed(text: str) -> str:
    """Letters and digits only, since the columns of the source break words and lines anywhere."""
    return "".join(c for c in text.lower() if c.isalnum())


# Misprints of the source, as it has them, and names that it writes out elsewhere.
AS_PRINTED = {
    "leadership": "leaderschip",
    "successful": "succesful",
    "judgment": "jugdment",
    "Trimbos-instituut": "Trimbos",
}


@in_the_workplace
def test_every_name_year_title_and_address_is_in_the_source(bank):
    source = squeezed(SOURCE.read_text(encoding="utf-8"))
    missing = []
    for work in works(bank):
        facts = [work.titel, work.in_titel, work.uitgever, work.plaats, work.url, work.nummer, str(work.jaar or "")]
        facts += [name.familie for name in (*(work.auteurs or ()), *(work.redacteurs or ()))]
        for fact in filter(None, facts):
            for right, printed in AS_PRINTED.items():
                fact = fact.replace(right, printed)
            missing += [f"{work.id}: {part}" for part in re.split(r": |; ", fact) if squeezed(part) not in source]
    assert missing == []


def test_pages_name_only_notes_that_exist(bank):
    assert sorted(set(users(bank)) - NOTES - {3}) == []


# The page


def page_of(bank, site, model):
    record = bank.of_kind(model)[0]
    return record, html.parse(str(site / address(bank.path_of(record.id)) / "index.html"))


def test_the_page_has_every_work_in_order_with_its_anchor(bank, site):
    _, tree = page_of(bank, site, Literatuurlijst)
    lines = bibliography(works(bank))
    assert tree.xpath("//div[@class='literatuur']/ul/li/@id") == [line.id for line in lines]
    for line in lines:
        shown = tree.xpath(f"//li[@id='{line.id}']/p[@class='verwijzing']")[0]
        assert shown.text_content().startswith(re.sub(r"@\w+ |\*", "", readable(line.tekst)))
        assert shown.xpath("a[starts-with(@href, 'http')]/@href") == ([line.url] if line.url else [])


def test_an_english_title_says_so_wherever_it_is_shown(bank, site):
    page_of(bank, site, Literatuurlijst)
    for page in ("bronnen", "bronnen/wat-staat-waar", "begrippen/hoge-grond-en-laaglanden"):
        tree = html.parse(str(site / page / "index.html"))
        title = tree.xpath("//main//*[text()='The reflective practitioner: How professionals think in action']")
        assert title and {one.get("lang") for one in title} == {"en"}, page


def test_the_downloads_hold_every_work(bank, site):
    _, tree = page_of(bank, site, Literatuurlijst)
    linked = tree.xpath("//div[@class='literatuur']/p/a[@download]/@href")
    assert [f"bronnen/{link}" for link in linked] == [download_name(extension) for extension in DOWNLOADS]
    files = {extension: (site / download_name(extension)).read_text(encoding="utf-8") for extension in DOWNLOADS}
    assert len(json.loads(files["json"])) == files["bib"].count("\n@") + 1 == files["ris"].count("ER  - ") >= 45


def test_every_person_of_the_inventory_is_there(bank, site):
    record, tree = page_of(bank, site, Personenlijst)
    assert len(record.personen) >= 66
    assert all(person.id.startswith("persoon-") for person in record.personen)
    assert set(tree.xpath("//*[@class='lemma']/@id")) == {person.id for person in record.personen}
    assert "@" not in "".join(tree.xpath("//*[@class='lemmas']//text()"))


@in_the_workplace
def test_the_people_have_the_notes_of_the_inventory(bank):
    import yaml

    listed = yaml.load((INVENTORY / "hoofdtekst.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)["personen"]
    assert len(listed) == 61
    people = bank.of_kind(Personenlijst)[0].personen
    wanted = sorted(sorted(set(person.get("noten", ())) - {3}) for person in listed)
    assert [notes for notes in wanted if notes] == sorted(list(person.noten) for person in people if person.noten)


# To and from the pages that use a work; a copy of the content gets a page with notes and an entry of a glossary

CONCEPT = """---
soort: begrip
id: slinger-proef
titel: Slinger
samenvatting: Een beweging van het ene uiterste naar het andere.
thema: besturen
noten: [16, 3, 18]
---

Tekst.
"""
GLOSSARY = """---
soort: woordenlijst
id: woorden-proef
titel: Woorden
samenvatting: Woorden.
lemmas:
  - {id: zin-proef, term: Zin, betekenis: Iets., noten: [57]}
---

Tekst.
"""


@pytest.fixture
def docs(tmp_path):
    """A small site: the register of sources, the bibliography, a concept and a glossary."""
    docs = tmp_path / "docs"
    for name in ("over/colofon.md", "bronnen/index.md"):
        # Their prose leads to pages that are not here.
        _, front, _ = (ROOT / "docs" / name).read_text(encoding="utf-8").split("---\n", 2)
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(f"---\n{front}---\n\nTekst.\n", encoding="utf-8")
    (docs / "slinger.md").write_text(CONCEPT, encoding="utf-8")
    (docs / "woorden.md").write_text(GLOSSARY, encoding="utf-8")
    return docs


def test_a_work_links_to_every_page_and_entry_that_names_one_of_its_notes(docs):
    page = html.fromstring(literatuur(site_of(docs, "bronnen/index.md")))
    used = page.xpath("//li[@id='brughmans-2020']/p[starts-with(., 'Gebruikt bij')]")[0]
    assert used.text_content() == "Gebruikt bij: Slinger en Zin"
    assert used.xpath("a/@href") == ["../slinger/", "../woorden/#zin-proef"]
    assert not page.xpath("//li[@id='kemp-2021']/p[starts-with(., 'Gebruikt bij')]")


def test_a_page_gets_the_works_that_its_notes_lead_to(docs):
    lines = cited(site_of(docs, "slinger.md"))
    assert [line.id for line in lines] == ["brughmans-2020", "putten-2020"]
    assert cited(site_of(docs, "bronnen/index.md")) == ()


def test_the_page_of_a_record_shows_its_literature(bank, site):
    """Every record of the real site that has notes, with links to the anchors in the list."""
    for page in bank.pages:
        notes = set(getattr(page.record, "noten", ())) - {3}
        tree = html.parse(str(site / address(page.path) / "index.html"))
        links = tree.xpath("//section[h2/@id='hierna-literatuur']//li/a[1]/@href")
        wanted = {work.id for work in works(bank) if notes & set(work.noten)}
        assert {link.split("#")[1] for link in links} == wanted, page.path


def test_people_and_works_do_not_use_a_work_themselves(bank):
    own = {item.id for page in bank.pages for item in items(page.record) if isinstance(item, (Persoon, Referentie))}
    assert own and not own & {id for ids in users(bank).values() for id in ids}


def spoil(docs, old: str, new: str):
    file = docs / "bronnen" / "index.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return site_of(docs, "bronnen/index.md")


def test_a_note_with_two_works_is_a_mistake(docs):
    site = spoil(docs, "noten: [23]", "noten: [23, 40]")
    with pytest.raises(ContentError) as caught:
        literatuur(site)
    assert str(caught.value) == (
        "bronnen/index.md: veld `referenties.arbitragecommissie-2021.noten`: deze noot hoort al bij een ander werk; "
        "er staat `40`; verwacht: een noot die nog nergens staat (deze staat ook bij ahuis-2020)"
    )


def test_the_list_on_another_page_is_refused(docs):
    file = docs / "slinger.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Tekst.", "{{ literatuur() }}"), encoding="utf-8")
    with pytest.raises(ContentError, match="slinger.md:.*macro `literatuur` kent deze waarde niet.*een van literatuur"):
        literatuur(site_of(docs, "slinger.md"))


def test_the_small_site_is_sound(docs):
    assert len(load(docs).of_kind(Literatuurlijst)) == 1
