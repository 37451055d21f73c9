"""Make the HTML that WeasyPrint gets, of the same cards on the same sheets, in the current folder.

A text is on a side when our own PDF has it there: what goes over to the back, or is left out of a full fold card, Typst
finds out by measuring, and WeasyPrint is told. It is told as well how high the coloured head of a back is, which Typst finds
out too, and gets that head, with its pattern and sign, as the same SVG; around a hole it draws the pattern in the hole as well.
Prints as JSON what there is to print.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2
import pypdfium2
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cardtexts import holds, letters, panels  # noqa: E402

from macros.cards import Job, Maat, PrintShop, Vorm, blanks, deck_cards, files_of, on_sheets, qr_svg, sheets  # noqa: E402
from macros.cards.deck.faces import deck_drawings, face_data  # noqa: E402
from macros.cards.paper.imposition import cut_lines, fold_lines, fold_marks, printed  # noqa: E402
from macros.cards.press.fonts import WEIGHTS  # noqa: E402
from macros.cards.press.rug import layer, rug  # noqa: E402
from macros.cards.render import BLEED, LAYERS, SIDES  # noqa: E402
from macros.knowledge.errors import ContentError  # noqa: E402
from macros.knowledge.records import Deck  # noqa: E402
from macros.publish.made.generated import print_shop  # noqa: E402


@dataclass(frozen=True)
class Sizes:
    """White below a front in mm, what white grows with, and sizes of type in pt: the smaller ones that Typst tries."""

    under: float
    grown: float
    woord: float
    zin: float
    alinea: float
    klein: float
    rug: float


SIZES = (
    (70, Sizes(5, 1, 16, 13, 9.5, 9.5, 9)),
    (80, Sizes(7.3, 1, 18, 14, 11, 10, 9)),
    (120, Sizes(8, 1.35, 23, 18, 14, 11, 10)),
    (1000, Sizes(11, 1.6, 28, 22, 16, 12, 9.5)),
)


@dataclass(frozen=True)
class Told:
    """What Typst found out about a deck in one size: how high the head of a back is in mm, and for each card which texts are
    on a side of it."""

    head: float
    on: list[Callable[[str, str], bool]]


def main(folder: Path) -> dict:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        site_url = yaml_load(file)["extra"]["site_url"]
    shop, html, files = print_shop(ROOT / "docs", site_url), folder / "html", []
    html.mkdir()
    (html / "kaarten.css").write_text(_style(shop.fonts), encoding="utf-8")
    for deck in shop.bank.of_kind(Deck):
        for path, page in deck_pages(shop, deck, html, told_by_typst):
            file = (html / path).with_suffix(".html")
            file.parent.mkdir(exist_ok=True)
            file.write_text(page, encoding="utf-8")
            files.append(path)
    return {
        "docs": str(ROOT / "docs"),
        "site_url": site_url,
        "html": str(html),
        "files": files,
    }


def deck_pages(
    shop: PrintShop, deck: Deck, html: Path, told: Callable[[PrintShop, Deck, Maat], Told]
) -> Iterator[tuple[str, str]]:
    """Path and HTML of each PDF of `deck`; their pictures are made in `html`, and `told` says what Typst found out."""
    template, cards, known = _template(html), deck_cards(shop.bank, deck), {}
    drawings = deck_drawings(shop.bank, deck, shop.signs)
    for file in files_of(shop.bank, deck):
        form, size = file.form, file.form.maat
        if size not in known:
            known[size] = told(shop, deck, size)
        found, head = known[size], known[size].head
        faces = {card.id: _faces(shop, deck, card, size, on) for card, on in zip(cards, found.on)}
        empty = blanks(deck, form, len(cards))
        faces |= {card.id: _faces(shop, deck, card, size, lambda side, text: True) for card in empty}
        order = [card.id for card in (*on_sheets(cards, form), *empty)]
        yield (
            file.path,
            template.render(
                deck=deck,
                form=form,
                card=size.kaart,
                bleed=BLEED,
                faces=faces,
                layers={side: layer(size, head, form.laag, side, BLEED, deck.kleur, *drawings) for side in SIDES},
                sides=list(_sides(form, file.edge, order)),
                at=rug(size),
                head=head,
                s=next(one for width, one in SIZES if _panel_width(size) < width),
                trial=shop.trial,
            ),
        )


def told_by_typst(shop: PrintShop, deck: Deck, size: Maat) -> Told:
    """What our own print of `deck` shows."""
    job = Job(shop, deck, size)
    with pypdfium2.PdfDocument(job.document.pdf()) as pdf:
        read = [letters(page.get_textpage().get_text_range()) for page in pdf][: 2 * len(job.cards)]
    # A fold card has colour on its outside only.
    side = "voor" if _folds(size) else "achter"
    under = job.document.svg()[2 * len(job.typeset) + LAYERS.index(("gewoon", side))]
    drawings = deck_drawings(shop.bank, deck, shop.signs)
    drawn = {head: layer(size, head, "gewoon", side, BLEED, deck.kleur, *drawings) for head in rug(size).hoofden}
    return Told(
        next(head for head, svg in drawn.items() if base64.b64encode(svg.encode()) in under),
        [partial(_reads, dict(zip(SIDES, pages))) for pages in zip(read[::2], read[1::2])],
    )


def _reads(sides: dict[str, str], side: str, text: str) -> bool:
    return holds(sides[side], text)


def _style(fonts: Path) -> str:
    # WeasyPrint knows no weights but whole hundreds.
    faces = (
        f'@font-face {{ font-family: Kaart; font-weight: {round(weight, -2)}; src: url("{file.as_uri()}") }}\n'
        for weight in WEIGHTS
        for file in fonts.glob(f"1-{weight}.ttf")
    )
    return "".join(faces) + Path(__file__).with_name("kaarten.css").read_text(encoding="utf-8")


def _template(html: Path) -> jinja2.Template:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    templates.globals["picture"] = lambda svg: _picture(html, svg)
    templates.globals["code"] = lambda url: _picture(html, qr_svg(url))
    return templates.get_template("kaarten.html.jinja")


def _faces(shop: PrintShop, deck, card, size: Maat, on: Callable[[str, str], bool]) -> dict[str, list[dict]]:
    """The panels on both sides of `card`; `on` tells whether a text is on a side of it."""
    face = face_data(shop.bank, deck, card, shop.address, shop.signs)
    return {side: panels(face, side, partial(on, side), size.kaart[1]) for side in SIDES}


def _folds(size: Maat) -> bool:
    """Whether cards of `size` have two panels a side: only a fold card is wider than it is high."""
    return size.kaart[0] > size.kaart[1]


def _panel_width(size: Maat) -> float:
    return size.kaart[0] / (2 if _folds(size) else 1)


def _sides(form: Vorm, edge: str, cards: list[str]):
    for sheet in sheets(form, cards):
        yield {"faces": sheet.voor, "cuts": (*cut_lines(form), *fold_marks(form)), "folds": fold_lines(form)}
        if sheet.achter:
            yield {"faces": [printed(face, form, edge) for face in sheet.achter], "cuts": (), "folds": ()}


def _picture(html: Path, svg: str) -> str:
    (html / "svg").mkdir(exist_ok=True)
    file = html / "svg" / f"{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
    if not file.exists():
        file.write_text(svg, encoding="utf-8")
    return file.as_uri()


if __name__ == "__main__":
    try:
        print(json.dumps(main(Path.cwd())))
    except ContentError as error:
        sys.exit(f"The content has mistakes, the first of {len(error.mistakes)} being: {error.mistakes[0]}")
