"""Proves editions: nothing of what one could link to is lost, nothing in them runs or asks, and none ever changes."""

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from importlib import import_module
from pathlib import Path
from posixpath import join, normpath
from types import SimpleNamespace
from urllib.parse import parse_qs

import feedparser
import pytest
from lxml import html

from macros.exchange.open.data import all_data
from macros.exchange.open.feed import Bericht, feed
from macros.knowledge.errors import ContentError
from macros.publish.addresses.ledger import read as read_ledger
from macros.publish.editions import differences, items_of, make_edition, shelf, unpack
from macros.publish.editions.fixed import entries
from macros.publish.editions.freeze import POLICY, frozen
from macros.publish.editions.shelf import MANIFEST
from macros.publish.made.generated import origin
from tests.altered import DAY
from tests.altered import EDITION as NAME
from tests.conftest import ROOT, SITE_URL


@pytest.fixture(scope="module")
def made(altered, tmp_path_factory) -> tuple[Path, Path]:
    """A folder of content with a new edition of the built site, and the folder in which that was unpacked."""
    folder = tmp_path_factory.mktemp("edition")
    unpack(altered / "docs", folder)
    return altered / "docs", folder / "editie" / NAME


def pages(folder: Path) -> dict[str, str]:
    return {file.parent.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("index.html")}


def test_every_address_that_was_ever_published_is_in_it(made, site):
    docs, folder = made
    for page, anchors in read_ledger(docs)[0].items():
        if 'http-equiv="refresh"' in (site / page / "index.html").read_text("utf-8") or page.startswith("editie/"):
            continue
        there = set(html.parse(str(folder / page / "index.html")).xpath("//@id"))
        assert anchors <= there, page


def test_nothing_in_it_runs_or_asks_or_comes_from_elsewhere(made):
    for page, text in pages(made[1]).items():
        tree = html.fromstring(text)
        assert {one.get("type") for one in tree.iter("script")} == {"application/ld+json"}, page
        assert not list(tree.iter("form", "input", "button", "dialog", "img", "iframe", "style")), page
        assert not re.search(r"<[^>]* (?:on\w+|style)=", text), page
        assert len(tree.xpath("//h1")) == 1 and "2099.1" in tree.findtext(".//header/p/b")
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), page


def test_no_reader_gets_what_waits_for_a_script_or_a_heading_of_nothing(made):
    for page, text in pages(made[1]).items():
        for gone in ("proefadres", "Heb je internet?", "de tekst staat hieronder"):
            assert gone not in text, page
        main = html.fromstring(text).find(".//main")
        assert not main.xpath(".//ul[not(*)] | .//details[not(*[not(self::summary)])]"), page
        levels = [int(one.tag[1]) for one in main.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert all(level <= above + 1 for above, level in zip(levels, levels[1:])), page
        assert not main.xpath(".//figure[not(*[not(self::figcaption)])]"), page
        for heading in main.iter("h2", "h3", "h4", "h5", "h6"):
            # In a list it is what is listed.
            assert below(heading) or heading.xpath("ancestor::li"), (page, heading.text_content())
    # What a team talks about can be read without the tool that shows it at the end.
    team = html.parse(str(made[1] / "reflectie/team/index.html")).xpath("string(//main)")
    assert "Wat maakt dat we hier verschillend staan?" in team and "Alles is weg" not in team


def below(heading) -> bool:
    """Whether there is anything to read or see between it and the next heading that is not lower, or the end of its section."""
    (around,) = heading.xpath("ancestor::*[self::section or self::article or self::details or self::main][1]")
    found = next(iter(heading.xpath("following::*[self::svg or text()[normalize-space()]]")), None)
    if found is None or around not in found.iterancestors():
        return False
    titled = found.xpath("ancestor-or-self::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    return not titled or titled[0].tag > heading.tag


def test_links_within_it_stay_in_it_and_others_lead_to_the_site_of_now(made, site):
    folder = made[1]
    names = {page: set(re.findall(r'\sid="([^"]+)"', text)) for page, text in pages(folder).items()}
    for page, text in pages(folder).items():
        for href, target in links(text):
            if re.match(r"[a-z]+:", href):
                assert not href.startswith(SITE_URL), (page, href)
                assert (target == "_blank") == href.startswith("http"), (page, href)
                continue
            path, _, anchor = href.partition("#")
            place = normpath(join("editie", NAME, page, path)) if path else f"editie/{NAME}/{page}/index.html"
            # What is left out may refuse to be shown in a frame, in which an edition may stand.
            assert (target is None) == place.startswith(f"editie/{NAME}/"), (page, href)
            if target is None:
                inside = normpath(place.removeprefix(f"editie/{NAME}/")).removesuffix("index.html").rstrip("/") or "."
                assert inside in names and (not anchor or anchor in names[inside]), (page, href)
            else:
                assert (site / place).exists(), (page, href)


def links(text: str) -> list[tuple[str, str | None]]:
    """Of each link in `text` where it goes, and in which tab it opens."""
    return [(one.get("href"), one.get("target")) for one in html.fromstring(text).iter("a") if one.get("href")]


def test_a_page_tells_what_it_is_for_who_cites_it(made):
    tree = html.parse(str(made[1] / "begrippen/maatwerk/index.html"))
    said = json.loads(tree.xpath("string(//script)"))
    assert (said["name"], said["version"], said["datePublished"]) == ("Maatwerk", NAME, DAY)
    cited = parse_qs(tree.xpath("string(//span[@class='Z3988']/@title)"))
    assert (cited["rft.date"], cited["rft.source"]) == ([DAY], cited["rft.aucorp"])
    assert tree.xpath("//link[@rel='canonical']/@href") == ["../../../../begrippen/maatwerk/"]


PAGE = """<title>Een pagina | Site</title><main><h1>Een pagina</h1><div class="tabel"><table><tr><td>a</td></tr></table></div>
<section><table><tr><td>b</td></tr></table></section></main>"""


def kept(root: str):
    return html.fromstring(frozen(PAGE, "map/", ["map/"], root, NAME, "1 maart 2099", DAY, "Site"))


def test_who_cites_an_edition_gets_its_address_where_the_site_has_one():
    cited = parse_qs(kept("https://leren.nl/site/").xpath("string(//span[@class='Z3988']/@title)"))
    assert cited["rft.identifier"] == [f"https://leren.nl/site/editie/{NAME}/map/"]
    trial = parse_qs(kept("https://leren.example/").xpath("string(//span[@class='Z3988']/@title)"))
    assert "rft.identifier" not in trial and trial["rft.date"] == [DAY]


def test_every_table_in_it_stands_once_in_what_scrolls():
    tables = list(kept(SITE_URL).iter("table"))
    assert [len(one.xpath("ancestor::*[@class='tabel']")) for one in tables] == [1, 1]
    assert [one.getparent().get("tabindex") for one in tables] == [None, "0"]


def test_the_same_site_makes_the_same_edition(made, site, tmp_path):
    make_edition(site, tmp_path / "docs", NAME, DAY, "Een proef.", {})
    assert shelf(tmp_path / "docs")[0].sha256 == next(one.sha256 for one in shelf(made[0]) if one.naam == NAME)


@pytest.mark.parametrize("whole", [True, False], ids=["the file", "a page in it"])
def test_one_other_byte_is_seen(whole, made, tmp_path):
    docs = shutil.copytree(made[0] / "edities", tmp_path / "docs" / "edities").parent
    file, listed = docs / "edities" / f"{NAME}.zip", docs / "edities" / "edities.yml"
    old = hashlib.sha256(file.read_bytes()).hexdigest()
    if whole:
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    else:
        with zipfile.ZipFile(file) as zipped:
            content = {one: zipped.read(one) for one in zipped.namelist()}
        content["begrippen/maatwerk/index.html"] = content["begrippen/maatwerk/index.html"].replace(
            b"Maatwerk", b"Maatwerc", 1
        )
        with zipfile.ZipFile(file, "w") as zipped:
            for name, data in content.items():
                zipped.writestr(name, data)
        new = hashlib.sha256(file.read_bytes()).hexdigest()
        listed.write_text(listed.read_text("utf-8").replace(old, new), encoding="utf-8")
    shelf.cache_clear()
    with pytest.raises(
        ContentError, match=rf"edities/{NAME}.zip: .*veranderd" + ("" if whole else ".*begrippen/maatwerk/index.html")
    ):
        unpack(docs, tmp_path / "site")


@pytest.mark.parametrize("path", ["../x", "a/../../x", "{}/x"])
def test_an_edition_writes_nothing_beside_itself(tmp_path, monkeypatch, path):
    """Also when its own list vouches for the file; one that is in its place is the control."""

    def unpacked(path: str) -> None:
        sums = {path: hashlib.sha256(b"x").hexdigest()}
        one = SimpleNamespace(
            naam="x", aangeboden=b"", inhoud={MANIFEST: json.dumps(sums).encode(), path: b"x"}, ingetrokken=()
        )
        monkeypatch.setattr(import_module("macros.publish.editions.shelf"), "shelf", lambda docs: (one,))
        unpack(tmp_path / "docs", tmp_path / "site")

    with pytest.raises(ContentError, match="een bestand in deze editie is veranderd"):
        unpacked(path.format(tmp_path))
    assert not (tmp_path / "site").exists()
    unpacked("a/x")
    assert (tmp_path / "site/editie/x/a/x").read_bytes() == b"x"


def test_what_was_taken_back_is_in_nothing_that_readers_get(tmp_path):
    """Neither on its page, nor among the parts, nor in the file; all else is as it was, and its own list vouches for it."""
    docs = shutil.copytree(ROOT / "docs/edities", tmp_path / "docs/edities").parent
    before = shelf(docs)[0]
    unpack(docs, tmp_path / "before")
    listed = docs / "edities/edities.yml"
    with listed.open("a", encoding="utf-8") as rows:
        rows.write('  ingetrokken: ["verhalen/denise/"]\n')
    shelf.cache_clear()
    (one,) = shelf(docs)
    unpack(docs, tmp_path / "after")
    folders = {name: tmp_path / name / "editie" for name in ("before", "after")}
    page = folders["after"] / one.naam / "verhalen/denise/index.html"
    text = page.read_text(encoding="utf-8")
    assert "Deze pagina is weggehaald" in text and "enise" not in text and POLICY in text
    assert len(html.fromstring(text).xpath("//h1")) == 1 and html.fromstring(text).xpath("//header//a/@href") == [
        "../../index.html"
    ]
    kept = {file.relative_to(folders["before"]) for file in folders["before"].rglob("*") if file.is_file()}
    changed = {one for one in kept if (folders["before"] / one).read_bytes() != (folders["after"] / one).read_bytes()}
    names = {f"{one.naam}.zip", f"{one.naam}/{MANIFEST}", f"{one.naam}/verhalen/denise/index.html"}
    assert set(map(str, changed)) == names
    with zipfile.ZipFile(folders["after"] / f"{one.naam}.zip") as offered:
        sums = json.loads(offered.read(MANIFEST))
        contents = {name: offered.read(name) for name in offered.namelist()}
        assert {name: hashlib.sha256(data).hexdigest() for name, data in contents.items() if name != MANIFEST} == sums
        assert contents["verhalen/denise/index.html"] == page.read_bytes()
        items = json.loads(contents["items.json"])
    gone = before.onderdelen.keys() - items.keys()
    assert "verhaal-denise" in gone and {before.onderdelen[id]["pagina"] for id in gone} == {"verhalen/denise/"}
    assert one.onderdelen == items and before.paginas - one.paginas == {"verhalen/denise/"}


def changed(bank, id: str, old: str, new: str) -> tuple[dict, dict]:
    """What editions remember of the site, and of the site in which one text reads otherwise."""
    data = all_data(origin(ROOT / "docs", "Leren", SITE_URL))
    before = items_of(data, SITE_URL)
    text = json.dumps(data, ensure_ascii=False)
    assert text.count(old) == 1, f"{id}: {text.count(old)}"
    return before, items_of(json.loads(text.replace(old, new)), SITE_URL)


def test_what_changed_is_told_per_part_with_before_and_after(bank):
    question = bank.places["sv4-v6"].item.vraag
    before, after = changed(
        bank, "sv4-v6", json.dumps(question, ensure_ascii=False), '"Wat helpt jou om stil te staan?"'
    )
    (one,) = differences(before, after)
    assert (one.id, one.soort, one.pagina) == ("sv4-v6", "anders", "spanningsvelden/doorgaan-of-vertragen/")
    assert one.eerst == (question,) and one.nu == ("Wat helpt jou om stil te staan?",)
    assert differences(before, before) == ()
    gone = {id: item for id, item in before.items() if id != "maatwerk"}
    assert [(one.id, one.soort) for one in differences(before, gone)] == [("maatwerk", "weg")]
    assert [(one.id, one.soort) for one in differences(gone, before)] == [("maatwerk", "nieuw")]
    moved = {**before, "maatwerk": {**before["maatwerk"], "pagina": "begrippen/op-maat/"}}
    assert [(one.id, one.soort) for one in differences(before, moved)] == [("maatwerk", "verhuisd")]


def test_an_edition_remembers_what_a_page_shows_by_default_too(bank):
    data = all_data(origin(ROOT / "docs", "Leren", SITE_URL))
    art = bank.by_path["werkkaarten/kunst.md"].record
    (told,) = (one for one in data["records"] if one["id"] == art.id)
    assert art.schatting.bezig == "zitten" and "bezig" not in told["schatting"]
    now = items_of(data, SITE_URL)
    words = now[art.id]["tekst"].split("\n")
    assert "bezig zitten" in words
    # As an edition has it from before the field was there.
    without = "\n".join(one for one in words if one != "bezig zitten")
    then = {**now, art.id: {**now[art.id], "som": hashlib.sha256(without.encode()).hexdigest()[:16], "tekst": without}}
    (one,) = differences(then, now)
    assert (one.id, one.soort, one.eerst, one.nu) == (art.id, "anders", (), ("bezig zitten",))


def test_what_a_page_shows_otherwise_than_in_words_counts_as_well():
    data = all_data(origin(ROOT / "docs", "Leren", SITE_URL))
    before, records = items_of(data, SITE_URL), {one["id"]: one for one in data["records"]}
    records["sv3"]["nummer"] = 6
    added = next(one for one in records["emoties"]["eigen"] if one.pop("van_ons", False))
    changed = differences(before, items_of(data, SITE_URL))
    assert [(one.id, one.eerst) for one in changed] == [(added["id"], ("van ons",)), ("sv3", ())]


def test_no_address_of_the_build_counts_as_a_change(bank):
    other = "https://elders.test/"
    before = items_of(all_data(origin(ROOT / "docs", "Leren", SITE_URL)), SITE_URL)
    assert before == items_of(all_data(origin(ROOT / "docs", "Leren", other)), other)


# In a build


def test_a_build_with_editions_shows_them_and_how_to_cite_them(made, altered):
    site = altered / "site"
    there = site / "editie" / NAME
    assert pages(there) == pages(made[1]), "frozen pages were touched"
    live = html.parse(str(site / "spanningsvelden/doorgaan-of-vertragen/index.html"))
    told = " ".join(live.xpath("string(//details[@class='citeer'][.//h2='Citeer deze pagina'])").split())
    assert re.search(r"Sindsdien veranderde 1 van de \d+ onderdelen: sv4-v6\.", told)
    address = f"{SITE_URL}editie/{NAME}/spanningsvelden/doorgaan-of-vertragen/"
    title = "Tussen doorgaan en vertragen als de hulp stokt"
    assert f"Samen leren balanceren. (2099, 1 maart). {title} (Editie {NAME}). {address}" in told
    assert "(Samen leren balanceren, 2099)" in told and "edition = {2099.1}" in told and "year = {2099}" in told
    same = html.parse(str(site / "begrippen/maatwerk/index.html")).xpath("string(//main)")
    assert "De eigen tekst van deze pagina is nu nog dezelfde." in same
    about = html.parse(str(site / "over/privacy/index.html")).xpath("string(//main)")
    assert f"{SITE_URL}editie/{NAME}/over/privacy/" in about and "nu nog dezelfde" not in about
    assert "Wat er sindsdien op deze pagina veranderde, houden we niet bij." in about
    listed = html.parse(str(site / "editie/index.html")).xpath("string(//main)")
    assert f"Editie {NAME}" in listed and "Een proef." in listed
    for name in ("sitemap.xml", "meenemen.json", "_headers"):
        assert NAME not in (site / name).read_text("utf-8")
    assert NAME not in (made[0] / "adressen.txt").read_text("utf-8")
    read = feedparser.parse((site / "wijzigingen.xml").read_bytes())
    assert not read.bozo and [one.title for one in read.entries[:2]] == ["Wijziging van 1 april 2099", f"Editie {NAME}"]
    assert read.entries[0].link.endswith("#sv4-v6") and read.feed.updated == "2099-04-01T00:00:00Z"


# The feed


def complaints(text: str) -> list[str]:
    """What a feed reader would stumble over."""
    read = feedparser.parse(text.encode())
    ids = [one.get("id") for one in read.entries]
    wrong = ["it can't be read"] if read.bozo else []
    wrong += [] if len(ids) == len(set(ids)) and all(id and id.startswith("tag:") for id in ids) else ["ids"]
    return wrong + ([] if all(one.get("updated_parsed") for one in (read.feed, *read.entries)) else ["updated"])


def test_a_correction_stays_the_same_entry_when_another_comes_before_it(tmp_path):
    sender, file = origin(ROOT / "docs", "Leren", SITE_URL), tmp_path / "edities" / "wijzigingen.yml"
    file.parent.mkdir()
    first = '- {datum: "2099-04-01", tekst: "Een vraag klopte niet."}\n'
    file.write_text(first, encoding="utf-8")
    (before,) = entries(tmp_path, sender)
    file.write_text('- {datum: "2099-03-02", tekst: "Een bron ontbrak."}\n' + first, encoding="utf-8")
    assert before in entries(tmp_path, sender)


def test_the_sentence_of_an_edition_is_read_neither_by_make_nor_by_the_shell(tmp_path):
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    python.chmod(0o755)
    said = "De \"tweede\" 'editie' `id -un`, $(HOME), 5$ en #1"
    command = ["make", "--no-print-directory", "-o", "site", "editie", f"BIN={tmp_path}", "NAAM=2099.1", f"WAT={said}"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-3:] == ["2099.1", "", said]


def test_the_feed_is_whole():
    entries = [
        Bericht("2026-03-01", "editie-2026.1", "Editie 2026.1", "De eerste & enige.", f"{SITE_URL}editie/2026.1/"),
        Bericht("2026-04-01", "wijziging-1", "Wijziging", "Iets <hersteld>.", SITE_URL),
    ]
    text = feed(origin(ROOT / "docs", "Leren", SITE_URL), entries)
    assert complaints(text) == []
    assert feedparser.parse(text.encode()).entries[1].summary == "De eerste & enige."
    for old, new in (
        ("<updated>2026-04-01T00:00:00Z</updated>", ""),
        ("wijziging-1", "editie-2026.1"),
        ("2026-04-01:wijziging-1", "2026-03-01:editie-2026.1"),
        ("</feed>", ""),
    ):
        spoiled = (
            text.replace(old, new)
            if old != "wijziging-1"
            else text.replace("2026-04-01:wijziging-1", "2026-03-01:editie-2026.1")
        )
        assert complaints(spoiled), old
