"""Accessibility by axe: one page of every kind, and the open search and menu, in light and dark, narrow and wide."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from kinds import KINDS
from playwright.sync_api import expect

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
COLOURS = {"runOnly": COLOUR_RULES, "resultTypes": ["violations", "incomplete"], "elementRef": True}
# On top of what axe does by itself: the size of targets, which WCAG 2.2 asks for and axe leaves off.
STRUCTURE = {
    "rules": {"target-size": {"enabled": True}, **{rule: {"enabled": False} for rule in COLOUR_RULES}},
    "resultTypes": ["violations"],
}
# Dark differs from light in colours alone.
LOOKS = [
    ("light", 360, [STRUCTURE, COLOURS]),
    ("dark", 360, [COLOURS]),
    ("dark", 1280, [COLOURS]),
    ("light", 1280, [STRUCTURE, COLOURS]),
]
# Rows of long tables and lists are alike, and axe takes its time for each.
WHERE = {
    "exclude": [
        ["tbody tr:nth-child(n + 3)"],
        [".lemma:nth-child(n + 8)"],
        [".literatuur li:nth-child(n + 12)"],
        [".papier-vragen .papier-veld:nth-of-type(n + 3)"],
        [".register section:nth-child(n + 3)"],
        [".vel:nth-of-type(n + 3)"],
        [".kies-lijst li:nth-child(n + 3)"],
    ]
}


# All that has words of its own and is in sight, by what the judgement of its colours follows from: what it is and in what, how
# its letters are painted, on which papers that lie on one another, and whether words stand beside it, as beside a link in a sentence.
IN_SIGHT = """() => {
    const name = (one) => `${one?.localName}.${one?.className?.baseVal ?? one?.className}`;
    const worded = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const papers = new Map();
    window.inSight = new Map();
    for (const one of document.querySelectorAll("html, body, body *")) {
        const style = getComputedStyle(one), paper = [style.backgroundColor, style.backgroundImage, style.opacity].join();
        const below = papers.get(one.parentElement) ?? "";
        papers.set(one, paper === "rgba(0, 0, 0, 0),none,1" ? below : `${below} ${paper}`);
        if (!one.checkVisibility() || !(worded(one) || one.matches("a, input, select, textarea"))) continue;
        const key = [name(one.parentElement), name(one), one.getAttributeNames().sort(), style.color, style.fontSize, style.fontWeight,
            style.textDecoration, style.borderBottom, papers.get(one), worded(one.parentElement)].join("|");
        inSight.set(key, [...(inSight.get(key) ?? []), one]);
    }
    return [...inSight.keys()];
}"""
TOLD = "violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary]))"
RUN = f"async ([where, options]) => {{ const {{ violations }} = await axe.run(where, options); return {TOLD} }}"
# Of each kind the first two, and where axe can't tell of one of those, as of what lies over other words, all.
RUN_ON_KINDS = f"""async ([kinds, options]) => {{
    const found = [];
    for (const most of [2, Infinity]) {{
        const include = kinds.flatMap((kind) => inSight.get(kind).slice(0, most));
        if (!include.length) break;
        const {{ violations, incomplete }} = await axe.run({{ include }}, options);
        const untold = new Set(incomplete.flatMap(({{ nodes }}) => nodes.map(({{ element }}) => element)));
        kinds = kinds.filter((kind) => inSight.get(kind).some((one) => untold.has(one)));
        found.push(...{TOLD});
    }}
    return [found, kinds];
}}"""


def violations(page, looks=LOOKS, judged: set[str] | None = None) -> list[str]:
    """What axe has against an open page, under each of the looks.

    Of the colours it judges what it has not judged before in those same colours, in another look or on a page before: that is in
    `judged`, to which is added what was found good.
    """
    judged = set() if judged is None else judged
    page.evaluate(AXE_SCRIPT)
    complaints = []
    for scheme, width, runs in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found = []
        for options in runs:
            if options is not COLOURS:
                found += page.evaluate(RUN, [WHERE, options])
            elif kinds := [kind for kind in page.evaluate(IN_SIGHT) if kind not in judged]:
                wrong, untold = page.evaluate(RUN_ON_KINDS, [kinds, options])
                found += wrong
                if not wrong:
                    judged |= set(kinds) - set(untold)
        complaints += [f"{id}: {scheme}, {width} px: {html[:160]} {summary}" for id, html, summary in found]
    return complaints


@pytest.fixture
def page(desk):
    desk.set_viewport_size({"width": 360, "height": 800})
    return desk


@pytest.fixture(scope="module")
def judged():
    return set()


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_kind_of_page(page, address, path, judged):
    page.goto(address + path)
    assert violations(page, judged=judged) == []


def test_a_line_with_a_place_chosen(page, address, judged):
    page.goto(address + KINDS["spanningsveld"])
    for rail in page.locator(".rail").all():
        rail.click()
    expect(page.locator(".weg:visible")).to_have_count(3)
    assert violations(page, judged=judged) == []


def test_closed_parts_opened(page, address, judged):
    page.goto(address + KINDS["werkkaart 8"])
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    assert violations(page, judged=judged) == []


def test_the_open_search_with_results(page, address, judged):
    page.goto(address)
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type("vertragen")
    page.locator("dialog .zoek-uitkomst a").first.wait_for()
    assert violations(page, judged=judged) == []


def test_the_open_menu(page, address, judged):
    page.goto(address)
    page.locator(".menu-knop").click()
    expect(page.locator("#menu")).to_be_visible()
    assert violations(page, LOOKS[:2], judged) == []


def test_the_dark_page_chosen_in_a_light_system(visit):
    page = visit(KINDS["spanningsveld"], color_scheme="light")
    page.locator(".thema-knop").click()
    assert violations(page, LOOKS[-1:]) == []


SPOILT = {
    "image-alt": "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=../assets/img/merk.svg>')",
    "color-contrast": "document.querySelector('h1').attributeStyleMap.set('color', '#bbb')",
    "label": """document.querySelector('#zoek-pagina').removeAttribute('placeholder');
        document.querySelector('label[for=zoek-pagina]').remove()""",
    "link-in-text-block": """document.querySelector('.lead').innerHTML = 'Lees <a href="../">hier</a> verder over van alles';
        document.querySelector('.lead a').attributeStyleMap.set('text-decoration', 'none')""",
    "target-size": """document.querySelector('main').insertAdjacentHTML('beforeend', '<button>a</button><button>b</button>');
        document.querySelectorAll('main button').forEach((one) => {
            for (const name of ['width', 'height', 'font-size']) one.attributeStyleMap.set(name, '9px');
            one.attributeStyleMap.set('padding', '0') })""",
}


def test_a_spoilt_page_would_be_seen(page, address):
    page.goto(address + "zoeken/")
    for spoil in SPOILT.values():
        page.evaluate(f"() => {{ {spoil} }}")
    assert SPOILT.keys() <= {violation.split(":")[0] for violation in violations(page, LOOKS[-1:])}


def test_a_colour_too_faint_in_the_dark_would_be_seen(page, address, judged):
    page.goto(address + "zoeken/")
    assert violations(page, judged=judged) == []
    page.evaluate("document.querySelector('.lead').attributeStyleMap.set('color', 'var(--rand)')")
    assert {violation.split(" px")[0] for violation in violations(page, judged=judged)} == {
        f"color-contrast: {scheme}, {width}" for scheme, width, _ in LOOKS
    }
