"""Every page, the 404 page included, has what a browser, a search engine and a screen reader need, and speaks Dutch."""

import re
from collections import Counter, defaultdict

from reading import INSTEAD, pages_of, spoiled, words

from tests.conftest import SITE_URL

ENGLISH = (
    "Skip to content",
    "Search",
    "Table of contents",
    "Back to top",
    "Not found",
    "Next",
    "Previous",
    "Copy",
    "Permanent link",
    "Edit this page",
    "Last update",
    "Close",
)
NAMES = ("Atkinson Hyperlegible Next",)
OURS = r"(is|zijn) van ons\b(?! allemaal)|van ons[.;)]|\b[Oo]nze (eigen )?(koppeling|suggestie|schatting|lezing|indeling|keuze)\b"
REMNANTS = ("{{", "}}", "{%", "%}", "{:", "{#", "](", "**", "```")


def language(pages):
    return [page.path for page in pages if page.tree.get("lang") != "nl"]


def one_h1(pages):
    return [
        page.path for page in pages if len(heads := page.tree.xpath("//h1")) != 1 or not heads[0].text_content().strip()
    ]


def title(pages):
    titles = {page.path: [words(t.text_content()) for t in page.tree.xpath("//head/title")] for page in pages}
    count = Counter(text for found in titles.values() for text in found)
    return [
        f"{path}: {found}" for path, found in titles.items() if len(found) != 1 or not found[0] or count[found[0]] > 1
    ]


def description(pages):
    found = {page.path: page.tree.xpath('//head/meta[@name="description"]/@content') for page in pages}
    return [f"{path}: {texts}" for path, texts in found.items() if len(texts) != 1 or not 50 <= len(texts[0]) <= 170]


def framed(page) -> bool:
    """Whether it is a part of another page, made to show in a frame elsewhere."""
    return page.path.startswith("insluiten/")


def canonical(pages):
    """Its own address; for a part of another page that of the other."""
    addresses = {SITE_URL + page.address for page in pages if not framed(page)}
    found = {page: page.tree.xpath('//head/link[@rel="canonical"]/@href') for page in pages}
    return [
        f"{page.path}: {links}"
        for page, links in found.items()
        if (
            len(links) != 1 or links[0] not in addresses
            if framed(page)
            else links != ([] if page.path in INSTEAD else [SITE_URL + page.address])
        )
    ]


def unique_ids(pages):
    return [
        f"{page.path}: {id}" for page in pages for id, count in Counter(page.tree.xpath("//@id")).items() if count > 1
    ]


def heading_levels(pages):
    """A heading is at most one level deeper than the one before it, and the first is an h1."""
    wrong = []
    for page in pages:
        level = 0
        for heading in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
            deeper = int(heading.tag[1])
            if deeper > level + 1:
                wrong.append(f"{page.path}: h{deeper} after h{level}: {words(heading.text_content())}")
            level = deeper
    return wrong


def headings_named_by_their_text(pages):
    """A link with a name of its own is no part of a heading, which would be heard with it."""
    return [
        f"{page.path}: {words(heading.text_content())}"
        for page in pages
        for heading in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")
        if heading.xpath(".//*[@aria-label]")
    ]


def links_told_apart(pages):
    """Links of one name, as one hears them in a list of all, lead to one page; a plan in the address is a page of its own.

    Two may have a name in common, such as a theme and the begrip that it is called after.
    """
    wrong = []
    for page in pages:
        leads = defaultdict(set)
        for link in page.tree.xpath("//a[@href and not(@aria-current or starts-with(@href, 'data:'))]"):
            path, _, place = link.get("href").partition("#")
            name = words(link.get("aria-label") or link.text_content())
            leads[name].add((path, place if "=" in place else ""))
        wrong += [f"{page.path}: {name}" for name, places in leads.items() if len(places) > 2]
    return wrong


def parts_told_apart(pages):
    """What opens a closed part says of itself what is in there, for who hears it in a list of all."""
    return [
        f"{page.path}: {name}"
        for page in pages
        for name, count in Counter(words(one.text_content()) for one in page.tree.iter("summary")).items()
        if count > 1
    ]


def downloads_told_apart(pages):
    """What is offered as a file has a name of its own."""
    return [
        f"{page.path}: {name}"
        for page in pages
        for name, count in Counter(
            words(link.get("aria-label") or link.text_content())
            for link in page.tree.xpath("//a[@download and starts-with(@href, 'data:')]")
        ).items()
        if count > 1
    ]


def rows_named(pages):
    """Each row of a table has a head, which is heard with every cell of it."""
    return [
        f"{page.path}: {words(row.text_content())}"
        for page in pages
        for row in page.tree.xpath("//tbody/tr[not(th[@scope='row'])]")
    ]


def readable(page):
    """Every text and label that a reader may see or hear; code left out, for Bijdragen shows macros and Bouwen names of folders."""
    yield from page.tree.xpath("//text()[not(ancestor::code or ancestor::script or ancestor::*[@class='kamers'])]")
    yield from page.tree.xpath(
        "//@title | //@aria-label | //@placeholder | //@alt | //meta[@name]/@content | //@data-leeg"
    )


def dutch(pages):
    english = re.compile(rf"\b({'|'.join(ENGLISH)})\b", re.I)
    names = re.compile("|".join(NAMES))
    return [
        f"{page.path}: {words(text)}"
        for page in pages
        for text in readable(page)
        if english.search(names.sub("", text))
    ]


def no_remnants(pages):
    return [
        f"{page.path}: {words(text)}"
        for page in pages
        for text in readable(page)
        if any(mark in text for mark in REMNANTS)
    ]


def provenance(pages):
    """What is the editors' own has the one mark, as a link; colofon tells what it means."""
    return [
        f"{page.path}: {words(text)}"
        for page in pages
        # The editors' guide must name the words that it refuses.
        if page.path != "over/naslag/index.html"
        for text in page.tree.xpath(
            "//body//text()[not(ancestor::a[@class='redactie'] or ancestor::code or ancestor::script)]"
        )
        if "(redactie)" in text or re.search(OURS, text)
    ]


CHECKS = (
    language,
    one_h1,
    title,
    description,
    canonical,
    unique_ids,
    heading_levels,
    headings_named_by_their_text,
    links_told_apart,
    parts_told_apart,
    downloads_told_apart,
    rows_named,
    dutch,
    no_remnants,
    provenance,
)

KAART, VELD = "werkkaarten/tijdlijn/index.html", "spanningsvelden/doorgaan-of-vertragen/index.html"
KADER = "insluiten/doorgaan-of-vertragen/index.html"
SPOILED = (
    (language, KAART, 'lang="nl"', 'lang="en"'),
    (language, "404.html", ' lang="nl"', ""),
    (one_h1, KAART, "<h1", "<h1>Nog een</h1><h1"),
    (one_h1, "404.html", "h1>", "h2>"),
    (title, KAART, "<title>", "<title></title><title>"),
    (description, KAART, 'name="description" content="', 'name="description" content="" data-was="'),
    (description, "404.html", 'name="description" content="', f'name="description" content="{"lang " * 40}'),
    (canonical, KAART, f'href="{SITE_URL}', 'href="https://elders.test/leren/'),
    (canonical, KAART, '/tijdlijn/">', '/tijdlijn">'),
    (canonical, "404.html", "</head>", f'<link rel="canonical" href="{SITE_URL}404.html"></head>'),
    (canonical, KADER, f'href="{SITE_URL}spanningsvelden/', f'href="{SITE_URL}insluiten/'),
    (canonical, KADER, '<link rel="canonical"', '<link rel="was"'),
    (unique_ids, KAART, "</main>", '<p id="wk3-w1">dubbel</p></main>'),
    (heading_levels, KAART, "</h1>", "</h1><h3>Te diep</h3>"),
    (heading_levels, KAART, "<h1", "<h2>Te vroeg</h2><h1"),
    (headings_named_by_their_text, KAART, "</h1>", '<a href="#x" aria-label="Vaste link">#</a></h1>'),
    (links_told_apart, KAART, "</h1>", '</h1><a href="a/">Meer</a> <a href="b/">Meer</a> <a href="c/#d=e">Meer</a>'),
    (parts_told_apart, KAART, "</h1>", "</h1>" + 2 * "<details><summary>en nog 2</summary></details>"),
    (downloads_told_apart, KAART, "</h1>", "</h1>" + 2 * '<a href="data:," download>RIS</a>'),
    (rows_named, KAART, "</h1>", "</h1><table><tbody><tr><td>Lijn</td><td>een plek</td></tr></tbody></table>"),
    (dutch, VELD, "Naar de inhoud", "Skip to content"),
    (dutch, KAART, 'aria-label="Hoofdmenu"', 'aria-label="Table of contents"'),
    (dutch, KAART, 'placeholder="Zoek een woord', 'placeholder="Search'),
    (dutch, KAART, "<span>Volgende</span>", "<span>Next</span>"),
    (dutch, "404.html", "Deze pagina bestaat niet |", "404 - Not found |"),
    (provenance, KAART, "</h1>", " (redactie)</h1>"),
    (provenance, KAART, "</h1>", "</h1><p>Die keuze is van ons.</p>"),
    (no_remnants, KAART, "<p ", "<p>{{ lijn() }}</p><p "),
    (no_remnants, KAART, "</p>", "{: #wk3-d1 }</p>"),
    (no_remnants, KAART, 'name="description" content="', 'name="description" content="{% if titel %}'),
)


def test_a_title_of_another_page_is_caught(site):
    titles = {page.path: page.tree.findtext(".//title") for page in pages_of(site)}
    assert len(title(spoiled(pages_of(site), KAART, titles[KAART], titles[VELD]))) == 2


def test_no_two_relations_of_a_page_read_alike(site):
    for page in pages_of(site):
        named = page.tree.xpath("//*[contains(concat(' ', @class, ' '), ' relaties ')]/li/a")
        places = {}
        for link in named:
            assert places.setdefault(link.text_content(), link.get("href")) == link.get("href"), page.path
