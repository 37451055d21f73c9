"""Proves that each shape of a model is a real table or list, says what it draws, and is refused when its data don't fit."""

import re
from math import cos, hypot, radians, sin
from pathlib import Path

import markdown
import pytest
import yaml
from lxml import html

from macros.knowledge.errors import ContentError
from macros.knowledge.reader import read
from macros.knowledge.records import Model
from macros.pages.model.macro import model, roundabout
from tests.conftest import ROOT, site_of

DOCS = ROOT / "docs"
INVENTORY = ROOT.parent / "shared" / "inventaris" / "hoofdtekst.yml"


def link(name: str, **more) -> dict:
    return {"kop": f"Kop <i>{name}</i>", "tekst": f"Tekst <i>{name}</i>", **more}


AXES = [
    {"naam": "As <i>a</i>", "laag": link("links"), "hoog": link("rechts", punten=["Punt <i>a</i>"])},
    {"naam": "As <i>b</i>", "laag": link("onder"), "hoog": link("boven"), "tekst": "Uitleg <i>b</i>"},
]
STOPS = [AXES[0], {**AXES[1], "midden": link("midden")}]
TABLE = {
    "hoek": "Hoek <i>a</i>",
    "kolommen": ["Kolom <i>a</i>", "Kolom <i>b</i>"],
    "rijen": [{"kop": f"Rij <i>{n}</i>", "cellen": [f"Cel <i>{n}a</i>", f"Cel <i>{n}b</i>"]} for n in (1, 2, 3)],
}
PLACES = [link(n) for n in ("een", "twee", "drie", "vier")]
SHAPES = {
    "tabel": {"tabel": TABLE},
    "kring": {"kring": PLACES},
    "reeks": {"reeks": [*PLACES, {"kop": "Weg <i>vijf</i>", "onbekend": True}]},
    "lijst": {"lijst": PLACES},
    "genummerd": {"lijst": PLACES, "genummerd": True},
    "lijst met assen": {"lijst": PLACES[:2], "assen": AXES},
    "kwadranten": {"kwadranten": PLACES, "assen": AXES},
    "kanten": {"kanten": [link("links", punten=["Punt <i>a</i>", "Punt <i>b</i>"]), link("rechts")]},
    "helling": {"kanten": PLACES[:2], "helling": True},
    "zijden": {"zijden": [*PLACES[:3], {"kop": "Weg <i>vier</i>", "onbekend": True}]},
    "assen": {"assen": STOPS},
    "vragen": {
        "vragen": [
            {"id": "m-v1", "vraag": "Vraag <i>een</i>?", "deelvragen": ["Deelvraag <i>een</i>?"]},
            {"id": "m-v2", "vraag": "Vraag <i>twee</i>?"},
        ]
    },
}


class Typed(yaml.SafeDumper):
    """YAML as an editor types it: the same list twice is written twice."""

    def ignore_aliases(self, data):
        return True


def written(folder: Path, **fields):
    """A folder with one model of these fields and one other page; the site as seen from the model."""
    record = {
        "soort": "model",
        "id": "m",
        "inventaris": "m",
        "titel": "Model <i>m</i>",
        "samenvatting": "Een model.",
        "van_wie": "Van <i>iemand</i>",
        "noten": [3, 4],
        "alternatief": "Wat je ziet <i>in woorden</i>",
        "ontbreekt": "Wat er <i>niet</i> is",
        **fields,
    }
    page = {"soort": "pagina", "id": "p", "titel": "Pagina", "samenvatting": "Een pagina."}
    for name, data in (("modellen/m.md", record), ("pagina.md", page)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(
            f"---\n{yaml.dump(data, Dumper=Typed, allow_unicode=True)}---\n\nTekst.\n", encoding="utf-8"
        )
    return site_of(folder, "modellen/m.md")


def markup_of(folder: Path, shape: str) -> str:
    return str(model(written(folder, **SHAPES[shape]), None))


def drawn(folder: Path, shape: str):
    return html.fromstring(markup_of(folder, shape))


def words(element) -> str:
    return " ".join(element.text_content().split())


def heads(elements) -> list[str]:
    return [words(one.xpath(".//*[@class='punt-kop']")[0]) for one in elements]


def texts(value) -> list[str]:
    """Every text in plain data; ids left out."""
    if isinstance(value, dict):
        return [text for key, one in value.items() if key != "id" for text in texts(one)]
    return (
        [text for one in value for text in texts(one)]
        if isinstance(value, list)
        else [value]
        if isinstance(value, str)
        else []
    )


# What holds for all shapes


@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_is_shown_and_escaped(shape, tmp_path):
    markup = markup_of(tmp_path, shape)
    wanted = texts(SHAPES[shape]) + [
        "Model <i>m</i>",
        "Van <i>iemand</i> In de publicatie staat dit bij de noten 3 en 4.",
        "Wat je ziet <i>in woorden</i>",
        "Wat er <i>niet</i> is",
    ]
    shown = html.fromstring(markup)
    assert [text for text in wanted if text not in words(shown)] == [] and shown.xpath("//i") == []
    unescaped = html.fromstring(re.sub(r"&lt;(/?)i&gt;", r"<\1i>", markup))
    assert [text for text in wanted if text not in words(unescaped)] != [] and unescaped.xpath("//i") != []


@pytest.mark.parametrize("shape", SHAPES)
def test_a_figure_has_a_name_and_a_description(shape, tmp_path):
    figure = drawn(tmp_path, shape)
    assert figure.tag == "figure" and figure.get("id") == "m"
    assert words(figure.get_element_by_id(figure.get("aria-labelledby"))) == "Model <i>m</i>"
    assert words(figure.get_element_by_id(figure.get("aria-describedby"))) == "Wat je ziet <i>in woorden</i>"


def forbidden(markup: str) -> list[str]:
    """What the content security policy or a screen reader would stumble over."""
    tree = html.fromstring(markup)
    return (
        tree.xpath("//@style | //style | //script")
        + [svg for svg in tree.xpath("//svg") if svg.get("aria-hidden") != "true"]
        + [text for text in tree.xpath("//svg//text()") if text.strip() and not text.strip().isdigit()]
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_styled_inline_and_no_words_are_in_a_picture(shape, tmp_path):
    assert forbidden(markup_of(tmp_path, shape)) == []


@pytest.mark.parametrize(
    "find, put", [("<figure", '<figure style="left: 1px"'), (' aria-hidden="true"', ""), (">1</text>", ">Een</text>")]
)
def test_inline_style_or_words_in_a_picture_are_caught(find, put, tmp_path):
    markup = markup_of(tmp_path, "kring")
    assert find in markup and forbidden(markup.replace(find, put, 1))


@pytest.mark.parametrize("shape", SHAPES)
def test_markdown_leaves_the_html_alone(shape, tmp_path):
    markup = markup_of(tmp_path, shape)
    assert markdown.markdown(f"Tekst ervoor.\n\n{markup}\n\nTekst erna.").replace("\n\n", "\n") == (
        f"<p>Tekst ervoor.</p>\n{markup}\n<p>Tekst erna.</p>"
    )


# Tables


def test_a_table_has_a_caption_and_headers_and_each_cell_knows_its_column(tmp_path):
    tree = drawn(tmp_path, "tabel")
    assert words(tree.find(".//caption")) == "Model <i>m</i>"
    columns = tree.xpath("//thead//th[@scope='col']")
    assert [words(one) for one in columns] == ["Hoek <i>a</i>", *TABLE["kolommen"]]
    rows = tree.xpath("//tbody/tr")
    assert [words(one) for row in rows for one in row.xpath("th[@scope='row']")] == [
        row["kop"] for row in TABLE["rijen"]
    ]
    assert [[cell.get("data-kolom") for cell in row.xpath("td")] for row in rows] == [TABLE["kolommen"]] * 3
    assert [[words(cell) for cell in row.xpath("td")] for row in rows] == [row["cellen"] for row in TABLE["rijen"]]


def test_quadrants_are_a_table_with_the_high_end_above(tmp_path):
    tree = drawn(tmp_path, "kwadranten")
    assert heads(tree.xpath("//thead//th[@scope='col']")) == ["Kop <i>links</i>", "Kop <i>rechts</i>"]
    rows = tree.xpath("//tbody/tr")
    assert [heads(row.xpath("th[@scope='row'] | td")) for row in rows] == [
        ["Kop <i>boven</i>", "Kop <i>een</i>", "Kop <i>twee</i>"],
        ["Kop <i>onder</i>", "Kop <i>drie</i>", "Kop <i>vier</i>"],
    ]


# Lists


@pytest.mark.parametrize(
    "shape, tag, number",
    [
        ("kring", "ol", 4),
        ("reeks", "ol", 5),
        ("lijst", "ul", 4),
        ("genummerd", "ol", 4),
        ("kanten", "ul", 2),
        ("helling", "ul", 2),
        ("zijden", "ul", 4),
    ],
)
def test_steps_are_an_ordered_list_and_points_are_not(shape, tag, number, tmp_path):
    lists = drawn(tmp_path, shape).xpath("//*[contains(@class, 'delen')]")
    assert [one.tag for one in lists] == [tag]
    assert heads(lists[0].xpath("li")) == [one["kop"] for one in next(iter(SHAPES[shape].values()))][:number]


def test_each_axis_is_a_list_from_end_to_end(tmp_path):
    tree = drawn(tmp_path, "assen")
    assert [heads(one.xpath("li")) for one in tree.xpath("//*[@class='as']/ul")] == [
        ["Kop <i>links</i>", "Kop <i>rechts</i>"],
        ["Kop <i>onder</i>", "Kop <i>midden</i>", "Kop <i>boven</i>"],
    ]


def test_each_side_is_named_and_an_unknown_one_is_dashed(tmp_path):
    tree = drawn(tmp_path, "zijden")
    assert tree.xpath("//*[@class='zijde']/text()") == ["Boven", "Rechts", "Onder", "Links"]
    assert tree.xpath("//ul[contains(@class, 'zijden')]/@class") == ["delen zijden open-4"]
    assert heads(tree.xpath("//li[@class='onbekend']")) == ["Weg <i>vier</i>"]


def test_questions_keep_their_anchors(tmp_path):
    assert drawn(tmp_path, "vragen").xpath("//ol[@class='vragen']/li/@id") == ["m-v1", "m-v2"]


@pytest.mark.parametrize("exits", range(3, 10))
def test_the_roundabout_is_driven_anticlockwise_and_each_arrow_points_at_the_next_place(exits, tmp_path):
    places, arrows = zip(*roundabout(exits))
    assert (places[0].x, places[0].y) == (120, 28) and places[1].x < 120
    assert {round(hypot(one.x - 120, one.y - 120)) for one in (*places, *arrows)} == {92}
    for index, arrow in enumerate(arrows):
        before, after = places[index], places[(index + 1) % exits]
        way = (after.x - before.x) * cos(radians(arrow.richting)) + (after.y - before.y) * sin(radians(arrow.richting))
        assert way == pytest.approx(hypot(after.x - before.x, after.y - before.y), abs=0.5)
    tree = html.fromstring(model(written(tmp_path, kring=[link(str(n)) for n in range(exits)]), None))
    assert tree.xpath("//svg//text/text()") == [str(n + 1) for n in range(exits)]


# On another page


def test_elsewhere_the_title_leads_to_the_model(tmp_path):
    written(tmp_path, **SHAPES["lijst"])
    tree = html.fromstring(model(site_of(tmp_path, "pagina.md"), "m"))
    assert tree.get("id") is None
    assert [(words(one), one.get("href")) for one in tree.xpath("//p[@id='titel-m']/a")] == [
        ("Model <i>m</i>", "../modellen/m/")
    ]


@pytest.mark.parametrize(
    "id, sentence",
    [
        ("n", "pagina.md: macro `model` kent deze waarde niet; er staat `n`; verwacht: een van m"),
        (None, "pagina.md: macro `model` kent deze waarde niet; er staat `p`; verwacht: een van m"),
    ],
)
def test_an_unknown_model_is_refused(id, sentence, tmp_path):
    written(tmp_path, **SHAPES["lijst"])
    with pytest.raises(ContentError) as refusal:
        model(site_of(tmp_path, "pagina.md"), id)
    assert [str(mistake) for mistake in refusal.value.mistakes] == [sentence]


# Data that don't fit


def complaints(site) -> list[str]:
    assert read(site.docs).mistakes == ()
    try:
        model(site, None)
    except ContentError as error:
        return [re.sub(r"m\.md:\d+: ", "", str(mistake)) for mistake in error.mistakes]
    return []


ONE_SHAPE = "verwacht: een van tabel, kring, reeks, lijst, kwadranten, kanten, zijden, assen, vragen"


@pytest.mark.parametrize(
    "fields, told",
    [
        ({}, [f"modellen/een model heeft precies één vorm; {ONE_SHAPE}"]),
        (
            {"lijst": PLACES, "reeks": PLACES},
            [f"modellen/veld `lijst`: een model heeft precies één vorm; er staat `reeks en lijst`; {ONE_SHAPE}"],
        ),
        (
            {"reeks": PLACES, "assen": AXES},
            [f"modellen/veld `assen`: een model heeft precies één vorm; er staat `reeks en assen`; {ONE_SHAPE}"],
        ),
        (
            {"kwadranten": PLACES, "assen": AXES[:1]},
            [
                "modellen/veld `kwadranten`: bij vier vakken horen twee assen; er staat `1`; verwacht: een veld `assen` met twee assen"
            ],
        ),
        (
            {"kwadranten": PLACES},
            [
                "modellen/veld `kwadranten`: bij vier vakken horen twee assen; er staat `0`; verwacht: een veld `assen` met twee assen"
            ],
        ),
        (
            {"kwadranten": PLACES, "assen": STOPS},
            [
                "modellen/veld `assen[2].midden`: bij vier vakken heeft een as geen midden; er staat `Kop <i>midden</i>`; verwacht: alleen `laag` en `hoog`"
            ],
        ),
        (
            {"reeks": PLACES, "genummerd": True, "helling": True},
            [
                "modellen/veld `genummerd`: dit veld hoort alleen bij `lijst`; er staat `true`; verwacht: het veld weglaten",
                "modellen/veld `helling`: dit veld hoort alleen bij `kanten`; er staat `true`; verwacht: het veld weglaten",
            ],
        ),
        (
            {
                "tabel": {
                    **TABLE,
                    "rijen": [
                        TABLE["rijen"][0],
                        {"kop": "Kort", "cellen": ["een"]},
                        {"kop": "Lang", "cellen": ["een", "twee", "drie"]},
                    ],
                }
            },
            [
                "modellen/veld `tabel.rijen[2].cellen`: deze rij past niet in de tabel; er staat `1 cel`; verwacht: 2 cellen, evenveel als er kolommen zijn",
                "modellen/veld `tabel.rijen[3].cellen`: deze rij past niet in de tabel; er staat `3 cellen`; verwacht: 2 cellen, evenveel als er kolommen zijn",
            ],
        ),
    ],
)
def test_data_that_do_not_fit_are_told_in_dutch(fields, told, tmp_path):
    assert complaints(written(tmp_path, **fields)) == told


@pytest.mark.parametrize("shape", SHAPES)
def test_data_that_fit_give_no_complaint(shape, tmp_path):
    assert complaints(written(tmp_path, **SHAPES[shape])) == []


def test_a_complaint_names_the_line(tmp_path):
    site = written(tmp_path, tabel={**TABLE, "rijen": [{"kop": "Kort", "cellen": ["een"]}]})
    lines = (tmp_path / "modellen/m.md").read_text(encoding="utf-8").splitlines()
    with pytest.raises(ContentError) as refusal:
        model(site, None)
    assert [lines[mistake.line - 1].strip(" -") for mistake in refusal.value.mistakes] == ["cellen:"]


# The real models


def test_every_model_of_the_inventory_is_there_once(bank):
    if not INVENTORY.is_file():
        pytest.skip("../shared/inventaris is only there in the workplace")
    listed = [entry["id"] for entry in yaml.load(INVENTORY.read_text(encoding="utf-8"), yaml.CSafeLoader)["modellen"]]
    records = [record for record in bank.of_kind(Model) if record.inventaris]
    assert sorted(record.inventaris for record in records) == sorted(listed)
    assert [record.id for record in records if record.id != f"model-{record.inventaris}"] == []


def not_linked(bank, text: str) -> list[str]:
    return [
        path
        for path, page in bank.by_path.items()
        if isinstance(page.record, Model) and f"({Path(path).name})" not in text
    ]


def test_every_model_is_in_the_overview_and_on_its_own_page(bank):
    overview = bank.by_path["modellen/index.md"].prose.text
    missing = not_linked(bank, overview)
    assert missing == [], f"docs/modellen/index.md: zet een link naar {missing} in de opsomming"
    assert not_linked(bank, overview.replace("(kwadranten.md)", "")) == ["modellen/kwadranten.md"]
    assert [
        page.path
        for page in bank.pages
        if isinstance(page.record, Model) and page.prose.text.count("{{ model() }}") != 1
    ] == []


# In a browser, where a drawing can still overlap, shrink or stick out

UNREADABLE = """() => {
    const figure = document.querySelector(".model"), frame = figure.getBoundingClientRect(), wrong = [], boxes = [];
    const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const node = texts.currentNode, parent = node.parentElement, range = document.createRange();
        if (!node.data.trim() || !parent.checkVisibility() || parent.closest(".vh, thead") && frame.width < 500) continue;
        const drawing = parent.closest("svg"), scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
        if (parseFloat(getComputedStyle(parent).fontSize) * scale < 13) wrong.push(`small: ${node.data}`);
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (!parent.closest(".vh") && (box.left < frame.left || box.right > frame.right)) wrong.push(`out: ${node.data}`);
            for (const [other, its] of boxes) {
                const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
                const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
                if (its !== node && width > 1 && height > 4) wrong.push(`overlap: ${node.data} / ${its.data}`);
            }
            if (!parent.closest(".vh")) boxes.push([box, node]);
        }
    }
    return wrong;
}"""
ONE_OF_EACH = [
    "drie-ordes",
    "leercyclus",
    "parallel-proces",
    "negen-werkwoorden",
    "kwadranten",
    "doorverwijzen",
    "hoge-grond-en-moeras",
    "van-delden",
    "spanningsassen",
    "discretionaire-ruimte",
    "beroepsidentiteit",
    "vragen-aan-het-kind",
]


@pytest.mark.parametrize("width", [320, 1280])
def test_every_drawing_is_readable(width, browser, address):
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        for name in ONE_OF_EACH:
            page.goto(f"{address}modellen/{name}/")
            assert (name, page.evaluate(UNREADABLE)) == (name, [])


@pytest.mark.parametrize(
    "change, wrong",
    [
        ("figure.querySelector('.punt-kop').attributeStyleMap.set('font-size', '12px')", "small"),
        ("figure.querySelector('.punt-kop').attributeStyleMap.set('margin-left', '-9em')", "out"),
        ("figure.querySelector('.punt-kop').attributeStyleMap.set('margin-bottom', '-1.5em')", "overlap"),
    ],
)
def test_an_unreadable_drawing_is_caught(change, wrong, browser, address):
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}modellen/parallel-proces/")
        page.evaluate(f"() => {{ const figure = document.querySelector('.model'); {change} }}")
        assert {told.split(":")[0] for told in page.evaluate(UNREADABLE)} == {wrong}


@pytest.mark.parametrize("name, cells", [("drie-ordes", 18), ("kwadranten", 4)])
def test_a_stacked_table_is_still_a_table(name, cells, browser, address):
    with browser.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}modellen/{name}/")
        tree = page.locator(".model").aria_snapshot()
        assert (tree.count("- table "), len(re.findall(r"- '?cell ", tree))) == (1, cells)
        assert len(re.findall(r"- '?columnheader ", tree)) == len(page.locator("thead th").all())
