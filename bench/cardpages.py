"""Make the HTML that WeasyPrint gets, of the same cards on the same sheets, in the current folder.

A text is on a side when our own PDF has it there: what goes over to the back, or is left out of a full fold card, Typst
finds out by measuring, and WeasyPrint is told. Prints as JSON what there is to print.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jinja2
import pypdfium2
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cardtexts import holds, letters, panels  # noqa: E402

from macros.cards import Job, Maat, PrintShop, Vorm, blanks, deck_cards, files_of, qr_svg, sheets  # noqa: E402
from macros.cards.deck.faces import face_data  # noqa: E402
from macros.cards.paper.imposition import cut_lines, fold_lines, fold_marks, printed  # noqa: E402
from macros.cards.press.fonts import WEIGHTS  # noqa: E402
from macros.knowledge.errors import ContentError  # noqa: E402
from macros.knowledge.records import Deck  # noqa: E402
from macros.publish.generated import print_shop  # noqa: E402


@dataclass(frozen=True)
class Sizes:
    """White around a face and sizes of QR code and pictogram in mm, sizes of type in pt: the smaller ones that Typst tries."""

    side: float
    code: float
    sign: float
    woord: float
    zin: float
    alinea: float
    klein: float
    rug: float


SIZES = (
    (70, Sizes(5.5, 18, 7, 16, 13, 9.5, 9.5, 9)),
    (80, Sizes(7, 21, 7, 18, 14, 11, 10, 9)),
    (120, Sizes(9, 21, 9, 25, 18, 14, 11, 10)),
    (1000, Sizes(13, 21, 9, 28, 22, 16, 12, 9.5)),
)


def main(folder: Path) -> dict:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        site_url = yaml_load(file)["extra"]["site_url"]
    shop, html = print_shop(ROOT / "docs", site_url), folder / "html"
    (html / "svg").mkdir(parents=True)
    (html / "kaarten.css").write_text(_style(shop.fonts), encoding="utf-8")
    template, files = _template(html), []
    for deck in shop.bank.of_kind(Deck):
        found, sizes = deck_cards(shop.bank, deck), {}
        for file in files_of(shop.bank, deck):
            form, size = file.form, file.form.maat
            if size not in sizes:
                told = zip(found, _printed_on(shop, deck, size))
                sizes[size] = {card.id: _faces(shop, deck, card, size, on) for card, on in told}
            faces = sizes[size] | {
                card.id: _faces(shop, deck, card, size, lambda side, text: True)
                for card in blanks(deck, form, len(found))
            }
            page = (html / file.path).with_suffix(".html")
            page.parent.mkdir(exist_ok=True)
            page.write_text(
                template.render(
                    deck=deck,
                    form=form,
                    faces=faces,
                    sides=list(_sides(form, file.edge, list(faces))),
                    s=next(one for width, one in SIZES if _panel_width(size) < width),
                ),
                encoding="utf-8",
            )
            files.append(file.path)
    return {
        "docs": str(ROOT / "docs"),
        "site_url": site_url,
        "html": str(html),
        "files": files,
    }


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
    return {side: panels(face, side, partial(on, side), size.kaart[1]) for side in ("voor", "achter")}


def _panel_width(size: Maat) -> float:
    # Only a fold card is wider than it is high, and it has two panels a side.
    width, height = size.kaart
    return width / 2 if width > height else width


def _printed_on(shop: PrintShop, deck, size: Maat):
    """For each card of `deck` a function that tells whether a text is on a side of it."""
    with pypdfium2.PdfDocument(Job(shop, deck, size).document.pdf()) as pdf:
        read = [letters(page.get_textpage().get_text_range()) for page in pdf]
    for front, back in zip(read[::2], read[1::2]):
        yield lambda side, text, sides={"voor": front, "achter": back}: holds(sides[side], text)


def _sides(form: Vorm, edge: str, cards: list[str]):
    for sheet in sheets(form, cards):
        yield {"faces": sheet.voor, "cuts": (*cut_lines(form), *fold_marks(form)), "folds": fold_lines(form)}
        if sheet.achter:
            yield {"faces": [printed(face, form, edge) for face in sheet.achter], "cuts": (), "folds": ()}


def _picture(html: Path, svg: str) -> str:
    file = html / "svg" / f"{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
    if not file.exists():
        file.write_text(svg, encoding="utf-8")
    return file.as_uri()


if __name__ == "__main__":
    try:
        print(json.dumps(main(Path.cwd())))
    except ContentError as error:
        sys.exit(f"The content has mistakes, the first of {len(error.mistakes)} being: {error.mistakes[0]}")
