"""Proves the packages for learning environments: what importers need, the tree they read, and the same bytes each time."""

from dataclasses import replace
from functools import partial

import pytest
from cartridges import BASE, RULES, Cartridge, broken, respelled, tree

from macros.exchange.lms.cartridge import VERSIONS, cartridge
from macros.exchange.lms.course import MOST_SIGNS, Cursus, Module, Weblink, course, link_title, short
from macros.knowledge.errors import ContentError
from macros.knowledge.records import Les
from macros.pages.site import public_address
from macros.publish.addresses.ledger import read as read_ledger
from macros.publish.made.exchanged import Lasting
from macros.publish.made.generated import origin
from tests.conftest import ROOT, SITE_URL

FILE = "lessen/proef.md"
SMALL = Cursus(
    "Een les",
    "Wat erin zit.",
    (
        Module("Over deze lessen", (Weblink("Alle lessen & meer", "https://voorbeeld.test/lessen/"),)),
        Module(
            "Les 1: Proef",
            (
                Weblink("Blad", "https://voorbeeld.test/lessen/proef/student/"),
                Weblink("Vraag a-1", "https://voorbeeld.test/veld/#a-1"),
                Weblink("Draaiboek", "https://voorbeeld.test/lessen/proef/", docent=True),
            ),
        ),
    ),
)
KNOWN = frozenset(link.url for link in SMALL.links)


@pytest.fixture(scope="module")
def address(bank):
    return partial(public_address, bank, SITE_URL)


@pytest.fixture(scope="module")
def courses(bank, address):
    return [course(bank, address), *(course(bank, address, [one]) for one in bank.of_kind(Les))]


def in_records(course: Cursus) -> list:
    return [(one.titel, [(link.titel, link.url, link.docent) for link in one.links]) for one in course.modules]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_lessons_are_read_back_whole(version, courses, bank):
    known = Lasting(origin(ROOT / "docs", "Leren", SITE_URL), {})
    assert {f"les{number}" for number in range(1, 7)} <= {one.id for one in bank.of_kind(Les)}
    assert len(courses) == 1 + len(bank.of_kind(Les)) and len(courses[0].links) > 50
    for one in courses:
        package = cartridge(one, version, known, FILE)
        assert broken(package) == []
        assert tree(Cartridge.read(package)) == in_records(one)


def test_a_link_to_a_page_says_what_it_is_wherever_it_stands(courses, bank):
    assert link_title(bank, "reflectie-papier") == "Lijnen en vragen op papier"
    names = [link.titel.rpartition(": ")[2] for one in courses for link in one.links]
    assert [name for name in names if name.lower().split()[0] in ("op", "bij", "met", "voor", "over", "naar")] == []


def test_every_link_was_published(courses):
    ledger = read_ledger(ROOT / "docs")[0]
    for link in {link.url for one in courses for link in one.links}:
        page, _, anchor = link.removeprefix(SITE_URL).partition("#")
        assert page in ledger and (not anchor or anchor in ledger[page]), link


def test_the_site_has_them_and_each_is_the_same_as_before(site, bank, courses):
    known = Lasting(origin(ROOT / "docs", "Leren", SITE_URL), {})
    for lesson, links in zip(bank.of_kind(Les), courses[1:]):
        for version, name in VERSIONS.items():
            path = bank.path_of(lesson.id)
            assert (site / path.removesuffix(".md") / name).read_bytes() == cartridge(links, version, known, path)
    assert broken((site / "lessen/alle.imscc").read_bytes()) == []


def test_both_versions_are_the_same_but_for_their_names(courses):
    """There are no schemas of 1.3 to hold it to, so it is held to 1.1, which importers read."""
    known = Lasting(origin(ROOT / "docs", "Leren", SITE_URL), {})
    old, new = (Cartridge.read(cartridge(courses[0], version, known, FILE)).files for version in VERSIONS)
    for name, content in old.items():
        text = content.decode().replace("imsccv1p1", "imsccv1p3").replace("imswl_v1p1", "imswl_v1p3")
        text = text.replace("imswl_xmlv1p1", "imswl_xmlv1p3").replace("1.1.0", "1.3.0")
        assert text == new[name].decode()
    assert list(BASE) == ["1.1.0", "1.3.0"]


def test_no_two_packages_of_one_lesson_share_an_id(courses):
    """An importer takes a module that has an id which the course has for that module, and puts it in its place."""
    known = Lasting(origin(ROOT / "docs", "Leren", SITE_URL), {})
    manifests = [Cartridge.read(cartridge(one, "1.3", known, FILE)) for one in courses]
    ids = [{str(id) for id in one.find("//cp:item/@identifier | //cp:resource/@identifier")} for one in manifests]
    for number, one in enumerate(ids[1:], 1):
        assert not any(one & other for other in ids[number + 1 :])
        # The control: a package of all lessons does have what a lesson has.
        assert len(one & ids[0]) > 10


def test_every_package_leads_students_to_the_agreements_themselves(courses):
    for one in courses:
        (link,) = (link for link in one.links if "Afspraken" in link.titel)
        assert link.url == f"{SITE_URL}lessen/#lessen-afspraak-1" and not link.docent
        assert [link.docent for link in one.links if link.url == f"{SITE_URL}lesgeven/"] == [True]


MANIFEST = "imsmanifest"
LINK = "links/"
# What breaks a package, and the rule that must see it: thirteen that importers refuse or lose a link of, and more of ours.
WRONG = {
    "a prefix": ({MANIFEST: ('<manifest xmlns="', '<manifest xmlns:cp="')}, "first_namespace"),
    "another schema": ({MANIFEST: ("IMS Common Cartridge", "IMS Thin Common Cartridge")}, "schema"),
    "no version": ({MANIFEST: ("1.1.0", "1.0.0")}, "schema"),
    "no language": ({MANIFEST: ("<lomimscc:language>nl</lomimscc:language>", "")}, "described"),
    "a title on the root": ({MANIFEST: ('">\n<item', '"><title>Wortel</title>\n<item')}, "rooted"),
    "no structure": ({MANIFEST: ("rooted-hierarchy", "hierarchical")}, "rooted"),
    "a folder in a module": (
        {MANIFEST: ("<title>Blad</title>", "<title>Blad</title><item identifier='i0'/>")},
        "two_deep",
    ),
    "an empty title": ({MANIFEST: ("<title>Blad</title>", "<title> </title>")}, "titled"),
    "a title as HTML": ({MANIFEST: ("<title>Blad</title>", "<title>&lt;b&gt;Blad</title>")}, "titled"),
    "a dead reference": ({MANIFEST: ('identifierref="i', 'identifierref="x')}, "references_lead"),
    "a resource of another version": ({MANIFEST: ("imswl_xmlv1p1", "imswl_xmlv1p2")}, "resources"),
    "a resource with an address": ({MANIFEST: ('type="imswl', 'href="x" type="imswl')}, "resources"),
    "a file that isn't there": ({MANIFEST: ('<file href="links/i', '<file href="links/x')}, "files_there"),
    "a link of another version": ({LINK: ("imswl_v1p1", "imswl_v1p3")}, "weblinks"),
    "a link without a title": ({LINK: ("<title>", "<title/><was>")}, "weblinks"),
    "an address with http": ({LINK: ("https://", "http://")}, "weblinks"),
    "an address with a space": ({LINK: ("https://voorbeeld", "https://voor beeld")}, "weblinks"),
    "a target": ({LINK: ("<url ", '<url target="_blank" ')}, "weblinks"),
    "another role": ({MANIFEST: ("Instructor", "Docent")}, "roles"),
}


def test_a_small_package_breaks_no_rule():
    for version in VERSIONS:
        package = cartridge(SMALL, version, KNOWN, FILE)
        assert broken(package) == [] and tree(Cartridge.read(package)) == in_records(SMALL)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_seen(name):
    changes, rule = WRONG[name]
    package = cartridge(SMALL, "1.1", KNOWN, FILE)
    spoiled = respelled(package, changes)
    assert spoiled != package and rule in broken(spoiled), broken(spoiled)


def test_what_is_wrong_with_the_whole_is_seen():
    package = cartridge(SMALL, "1.1", KNOWN, FILE)
    assert "files_there" in broken(respelled(package, {}, drop="links/"))
    assert broken(respelled(package, {}, deflate=True)) == ["stored"]
    twice = respelled(package, {MANIFEST: (SMALL.links[0].titel.replace("&", "&amp;"), "Blad")})
    assert broken(twice) == [], "two titles that are the same are fine"
    assert {name for _, name in WRONG.values()} | {"files_there", "stored"} <= {rule.__name__ for rule in RULES}


@pytest.mark.parametrize(
    "name", ["a dead reference", "a file that isn't there", "a link of another version", "an empty title"]
)
def test_what_importers_lose_without_a_word_is_seen_in_the_tree(name):
    spoiled = respelled(cartridge(SMALL, "1.1", KNOWN, FILE), WRONG[name][0])
    assert tree(Cartridge.read(spoiled)) != in_records(SMALL)


def test_signs_of_xml_stay_what_they_are():
    assert tree(Cartridge.read(cartridge(SMALL, "1.3", KNOWN, FILE)))[0][1][0][0] == "Alle lessen & meer"


def test_a_title_says_what_it_is_and_is_cut_at_a_word(bank, address):
    assert link_title(bank, "maatwerk") == "Begrip: Maatwerk"
    assert link_title(bank, "sv4-v3") == "Vraag sv4-v3: Wanneer merkte je dat je niet verder kwam?"
    long = short("woord " * 40)
    assert len(long) <= MOST_SIGNS and long.endswith("woord…")
    assert short("a <b> c") == "a ‹b› c"


def test_the_licence_is_in_it_only_when_there_is_one():
    assert b"rights" not in cartridge(SMALL, "1.1", KNOWN, FILE)
    package = cartridge(SMALL, "1.1", KNOWN, FILE, "Creative Commons Naamsvermelding 4.0")
    assert broken(package) == [] and "Naamsvermelding" in str(Cartridge.read(package).files["imsmanifest.xml"], "utf-8")


def test_a_lesson_without_sheet_is_refused(bank, address):
    lesson = bank.of_kind(Les)[0]
    pages = tuple(page for page in bank.pages if page.record.soort != "lesblad")
    with pytest.raises(ContentError, match="zonder blad voor studenten kan deze les niet in een pakket"):
        course(replace(bank, pages=pages), address, [lesson])
