"""Proves what stands for a page elsewhere: its picture in a chat, its icon on a telephone; and that sets show their own cards."""

import io
import json
from urllib.parse import urljoin

from PIL import Image
from reading import files_of, pages_of, spoiled

from macros.knowledge.records import Deck
from tests.conftest import SITE_URL

MOST_BYTES, MOST_ON_AVERAGE, MOST_OF_A_CARD = 40_000, 15_000, 12_000
WITHOUT = ("zonder-internet.html", "404.html", "insluiten/")
"""Pages that nobody shares."""


def tags(page) -> dict[str, str]:
    return {
        meta.get("property") or meta.get("name"): meta.get("content")
        for meta in page.tree.xpath("//meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]")
    }


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        return picture.size


def sharing_complaints(pages, files) -> list[str]:
    found, seen = [], {}
    for page in pages:
        told = tags(page)
        if page.path.startswith(WITHOUT):
            found += [f"{page.path}: {name}" for name in told]
            continue
        image = told.get("og:image", "")
        content = files.get(image.removeprefix(SITE_URL), b"") if image.startswith(SITE_URL) else b""
        wanted = {
            "og:title": "".join(page.tree.xpath("//h1//text()")).strip(),
            "og:description": page.tree.xpath("string(//meta[@name='description']/@content)"),
            "og:url": page.tree.xpath("string(//link[@rel='canonical']/@href)"),
            "og:type": "article" if page.address else "website",
            "og:locale": "nl_NL",
            "og:site_name": "Samen leren balanceren",
            "twitter:card": "summary_large_image",
            "twitter:image:alt": told.get("og:image:alt"),
        }
        found += [f"{page.path}: {name}" for name, value in wanted.items() if not value or told.get(name) != value]
        if told.get("og:title", "?") not in told.get("og:image:alt", ""):
            found.append(f"{page.path}: og:image:alt")
        if not content or len(content) > MOST_BYTES or seen.setdefault(image, page.path) != page.path:
            found.append(f"{page.path}: og:image")
        elif size_of(content) != (int(told["og:image:width"]), int(told["og:image:height"])) != (1200, 630):
            found.append(f"{page.path}: og:image:width")
    return found


def test_every_page_that_is_shared_has_a_picture_of_its_own(site):
    pages, files = pages_of(site), files_of(site)
    assert sharing_complaints(pages, files) == []
    for old, new in (
        ("delen/wk3.png", "delen/wk4.png"),
        (f"{SITE_URL}delen/", "../../delen/"),
        ('content="nl_NL"', 'content="nl"'),
    ):
        assert sharing_complaints(spoiled(pages, "werkkaarten/tijdlijn/index.html", old, new), files), old


def test_these_pictures_weigh_little(site):
    sizes = [len(content) for path, content in files_of(site).items() if path.startswith("delen/")]
    assert len(sizes) > 200 and sum(sizes) / len(sizes) < MOST_ON_AVERAGE


def test_a_telephone_gets_an_icon_of_the_size_that_it_is_told(site):
    files = files_of(site)
    manifest = json.loads(files["manifest.webmanifest"])
    assert len(manifest["short_name"]) <= 12
    base = f"{SITE_URL}manifest.webmanifest"
    assert {urljoin(base, manifest[name]) for name in ("start_url", "scope")} == {SITE_URL}
    told = {(one["sizes"], one.get("purpose", "any")) for one in manifest["icons"]}
    assert told == {("any", "any"), ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    for icon in manifest["icons"]:
        if icon["type"] == "image/png":
            assert "x".join(map(str, size_of(files[icon["src"]]))) == icon["sizes"]
        else:
            assert icon["src"] in files
    assert size_of(files["apple-touch-icon.png"]) == (180, 180)
    assert size_of(files["favicon.ico"]) == (32, 32)


def test_a_maskable_icon_has_paper_up_to_its_edge(site):
    """A telephone cuts it round; what is transparent there it would fill with black."""
    files = files_of(site)
    corners = {}
    for name in ("iconen/512.png", "iconen/512-vol.png", "apple-touch-icon.png"):
        with Image.open(io.BytesIO(files[name])) as picture:
            corners[name] = picture.convert("RGBA").getpixel((0, 0))
    assert corners.pop("iconen/512.png")[3] == 0, "the control case: this one has round corners of its own"
    assert set(corners.values()) == {(0xFA, 0xF6, 0xEE, 255)}


def test_every_page_names_the_icons_and_the_manifest(site):
    files = files_of(site)
    for page in pages_of(site):
        if page.path.startswith("insluiten/"):
            continue
        links = {
            (link.get("rel"), urljoin(f"/{page.address}", link.get("href")))
            for link in page.tree.xpath("//link[@rel='icon' or @rel='apple-touch-icon' or @rel='manifest']")
        }
        names = {(rel, path.removeprefix("/")) for rel, path in links}
        assert {rel for rel, path in names if path in files or page.path == "404.html"} == {
            "icon",
            "apple-touch-icon",
            "manifest",
        }, page.path


def test_every_set_shows_a_fan_of_its_own_cards(site, bank):
    files = files_of(site)
    (page,) = (one for one in pages_of(site) if one.path == "kaarten/index.html")
    seen: dict[bytes, str] = {}
    for deck in bank.of_kind(Deck):
        folder = bank.path_of(deck.id).rpartition("/")[2].removesuffix(".md")
        pictures = page.tree.xpath(f"//main//a[@href='{folder}/']//img")
        assert len(pictures) == 3, deck.id
        for one in pictures:
            content = files[f"kaarten/{one.get('src')}"]
            assert len(content) < MOST_OF_A_CARD
            assert size_of(content) == (int(one.get("width")), int(one.get("height")))
            assert (one.get("loading"), one.get("alt")) == ("lazy", "")
            seen.setdefault(content, deck.id)
    assert len(seen) > 60, "a deck shows its own cards and not those of another"
