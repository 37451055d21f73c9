"""Proves how a page of the site is cited: the texts, the pages that show them, and the buttons that copy them."""

import json
import re
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import pytest
import rispy
from examples import readable
from lxml import html
from pybtex.database import parse_string

from macros.exchange import Citaat, Uitgave
from macros.exchange.citation import SCREENS
from macros.knowledge.records import Insluiting
from macros.pages.site import address as address_of
from tests.conftest import CITED_ITSELF, SITE_URL

PAGE = Citaat("Samen leren balanceren", "sv4", "Doorgaan & vertragen", "https://voorbeeld.nl/a_b/#c")


def test_apa_with_and_without_the_day_of_reading():
    start = "Samen leren balanceren. (z.d.). *Doorgaan & vertragen*."
    assert readable(PAGE.zonder_datum) == f"{start} https://voorbeeld.nl/a_b/#c"
    assert readable(PAGE.met_datum("21 november 2026")) == (
        f"{start} Geraadpleegd op 21 november 2026, van https://voorbeeld.nl/a_b/#c"
    )


def test_a_title_that_ends_with_a_question_mark_gets_no_full_stop():
    asked = Citaat("Site", "v", "Wat nu?", "https://voorbeeld.nl/")
    assert readable(asked.zonder_datum) == "Site. (z.d.). *Wat nu?* https://voorbeeld.nl/"


def test_in_running_text():
    assert PAGE.in_tekst == "(Samen leren balanceren, z.d.)"


def test_pybtex_reads_the_page():
    ((key, entry),) = parse_string(PAGE.bibtex, "bibtex").entries.items()
    assert (key, entry.type) == ("samen-leren-balanceren-sv4", "misc")
    assert [str(person) for person in entry.persons["author"]] == ["{Samen leren balanceren}"]
    assert dict(entry.fields) == {"title": "{Doorgaan \\& vertragen}", "url": PAGE.url}


def test_an_edition_is_cited_with_its_day_and_kept_beside_the_page_of_now():
    kept = Citaat("Site", "sv4", "Titel", "https://voorbeeld.nl/", Uitgave("2099.1", 2099, 3, 1))
    (entry,) = parse_string(kept.bibtex, "bibtex").entries.values()
    assert [entry.fields[name] for name in ("year", "month", "day", "edition")] == ["2099", "March", "1", "2099.1"]
    assert [one.naam for one in kept.bestanden] == [f"sv4-editie-2099.1.{end}" for end in ("ris", "bib", "json")]
    assert [one.naam for one in PAGE.bestanden] == ["sv4.ris", "sv4.bib", "sv4.json"]


# On the pages


def trees(bank, site):
    for page in bank.pages:
        if page.path != "index.md":
            yield page, html.parse(str(site / address_of(page.path) / "index.html"))


def test_every_record_page_is_cited_by_its_own_address(bank, site):
    told = {}
    for page, tree in trees(bank, site):
        shown = tree.xpath("//details[@class='citeer']//div[not(@class)]//*[@class='citaat']")
        told[page.path] = [part.text_content() for part in shown]
        if isinstance(page.record, Insluiting) or page.record.id in SCREENS:
            assert told[page.path] == [] and not tree.xpath("//script[contains(@src, 'kopieer')]"), page.path
            continue
        canonical = tree.xpath("//link[@rel='canonical']/@href")[0]
        assert canonical == urljoin(SITE_URL, address_of(page.path))
        bare, dated, short, entry, *publications = told[page.path]
        # The publications in which one looks up what they say.
        named = [one.door for one, _ in bank.drawn_on(page.record)]
        assert [text.startswith(who) for text, who in zip(publications, named, strict=True)] == [True] * len(named)
        assert ("citeer de publicatie" in words(tree.find(".//details[@class='citeer']"))) == bool(named)
        assert (
            bare
            == f"Samen leren balanceren. (z.d.). {page.record.titel}{'' if page.record.titel[-1] in '.?!' else '.'} {canonical}"
        )
        assert dated == bare.replace(canonical, f"Geraadpleegd op , van {canonical}")
        assert short == "(Samen leren balanceren, z.d.)"
        assert f"url = {{{canonical}}}" in entry
    keys = [re.match(r"@misc\{(.*),", texts[3])[1] for texts in told.values() if texts]
    assert len(keys) > 20 and len(set(keys)) == len(keys)


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_what_one_only_works_on_or_leaves_from_has_no_citation(bank, site):
    assert set(bank.places) >= SCREENS
    for path in ("index.html", "zoeken/index.html", "reflectie/index.html", "404.html"):
        assert "citeer" not in (site / path).read_text(encoding="utf-8")


# In the browser

CITED = "spanningsvelden/doorgaan-of-vertragen/"


@pytest.fixture
def visit(browser, address):
    """Open the citation of a page in a context of its own."""
    contexts = []

    def visited(path: str = CITED, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        page.locator(".citeer > summary").click()
        return page

    yield visited
    for context in contexts:
        context.close()


def test_the_day_of_reading_is_today_in_dutch(visit):
    page = visit(locale="en-US", timezone_id="Europe/Amsterdam")
    row = page.locator(f"{CITED_ITSELF} .citaat").nth(1)
    assert row.is_visible()
    today = page.evaluate(
        "new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(new Date())"
    )
    assert re.search(rf"Geraadpleegd op {today}, van https", row.inner_text())
    assert re.fullmatch(r"\d{1,2} [a-z]+ \d{4}", today)


def downloaded(page, name: str) -> str:
    with page.expect_download() as taken:
        page.locator(CITED_ITSELF).get_by_role("link", name=name, exact=True).click()
    assert taken.value.suggested_filename == f"sv4.{ {'RIS': 'ris', 'BibTeX': 'bib', 'CSL-JSON': 'json'}[name] }"
    return Path(taken.value.path()).read_bytes().decode("utf-8")


TITLE = "Tussen doorgaan en vertragen als de hulp stokt"


@pytest.mark.parametrize("script", [True, False])
def test_files_for_reference_managers_say_the_day_of_reading_where_there_is_script(script, visit):
    page = visit(java_script_enabled=script, timezone_id="Europe/Amsterdam")
    url = SITE_URL + CITED
    day = datetime.now(ZoneInfo("Europe/Amsterdam")).date()

    (read,) = rispy.loads(downloaded(page, "RIS"))
    assert (read["type_of_reference"], read["title"], read["urls"]) == ("ELEC", TITLE, [url])
    assert read["authors"] == ["Samen leren balanceren,"] and "year" not in read
    assert read.get("access_date") == (f"{day:%Y/%m/%d}/" if script else None)

    (entry,) = parse_string(downloaded(page, "BibTeX"), "bibtex").entries.values()
    assert (entry.type, entry.fields["title"], entry.fields["url"]) == ("misc", f"{{{TITLE}}}", url)
    assert entry.fields.get("urldate") == (day.isoformat() if script else None)

    (item,) = json.loads(downloaded(page, "CSL-JSON"))
    assert (item["type"], item["title"], item["URL"]) == ("webpage", TITLE, url)
    assert item["author"] == [{"literal": "Samen leren balanceren"}]
    assert item.get("accessed") == ({"date-parts": [[day.year, day.month, day.day]]} if script else None)

    assert page.get_by_text("In het bestand staat dat je de pagina vandaag las.").is_visible() == script
    assert page.get_by_text("In het bestand staat geen datum").is_visible() == (not script)


def test_the_bibtex_that_one_copies_says_the_day_of_reading_too(visit):
    read = parse_string(visit().locator(f"{CITED_ITSELF} pre").inner_text(), "bibtex").entries.values()
    assert [len(entry.fields["urldate"]) for entry in read] == [10]


@pytest.mark.parametrize("index", range(5))
def test_a_button_copies_what_stands_beside_it_and_says_so(index, visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    shown = page.locator(f"{CITED_ITSELF} .citaat").nth(index).text_content().strip()
    page.locator(CITED_ITSELF).get_by_role("button", name="Kopieer").nth(index).click()
    page.locator(f"{CITED_ITSELF} [role=status]").nth(index).get_by_text("Gekopieerd", exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == shown
    assert page.locator(".citeer [role=status]").all_inner_texts().count("Gekopieerd") == 1


def test_a_word_processor_gets_the_title_in_italics(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer APA zonder datum", exact=True).click()
    page.get_by_text("Gekopieerd", exact=True).wait_for()
    copied = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((html) => html.text())"
    )
    assert re.search(r"<em[^>]*>[^<]+</em>", copied)


def test_a_refused_clipboard_is_told(visit):
    page = visit()
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="Kopieer").first.click()
    page.get_by_text("Kopiëren lukte niet. Probeer het nog eens, of selecteer de tekst zelf.").wait_for()


def test_without_script_there_are_no_buttons_and_no_half_a_date(visit):
    page = visit(java_script_enabled=False)
    assert page.locator(f"{CITED_ITSELF} .citaat").first.is_visible()
    assert page.locator(f"{CITED_ITSELF} button").count() == 5
    assert page.locator(".citeer button:visible").count() == 0
    assert not page.get_by_text("Geraadpleegd op").is_visible()
