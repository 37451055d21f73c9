"""Lines for the wall and the floor: which PDFs there are, and how each is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial

from ..knowledge.errors import ContentError, Mistake
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Spanningsveld
from .deck.checks import check_characters
from .deck.decks import Kaart
from .deck.faces import poles
from .deck.links import printed_address, qr_name
from .deck.typography import kept_together
from .paper.line_forms import LIJNVORMEN, Lijnvorm, Strook, load_line_forms, strips
from .pdf.viewer import ready_to_print
from .shop import Print, PrintShop


@dataclass(frozen=True)
class LineFiles:
    """The PDFs of one form: one of each field, as record and path below the site's root, and one of all."""

    form: Lijnvorm
    fields: tuple[tuple[Spanningsveld, str], ...]
    all: str


def line_files(bank: Kennisbank) -> tuple[LineFiles, ...]:
    """Every PDF of a line or its poles, by form; raises as `load_line_forms` does."""
    fields = bank.of_kind(Spanningsveld)
    return tuple(
        LineFiles(
            form,
            tuple((field, f"kaarten/lijnen/{field.id}-{form.id}.pdf") for field in fields),
            f"kaarten/lijnen/alle-{form.id}.pdf",
        )
        for form in load_line_forms().values()
    )


def line_prints(bank: Kennisbank) -> Iterator[tuple[str, Print]]:
    """Path of every PDF of a line or its poles, and how it is made."""
    for files in line_files(bank):
        for field, path in files.fields:
            yield path, partial(render_lines, fields=(field,), form=files.form)
        yield files.all, partial(render_lines, fields=tuple(field for field, _ in files.fields), form=files.form)


def render_lines(shop: PrintShop, fields: Sequence[Spanningsveld], form: Lijnvorm) -> bytes:
    """The sheets of `fields` in `form` as PDF/UA-1, printed on one side; equal input gives equal bytes.

    Raises ContentError for words that do not fit on their sheet, and for a character that the font does not have.
    """
    cards = [Kaart(field.id, "veld", field.korte_titel, (), field.id, field) for field in fields]
    data = [_field(shop, card) for card in cards]
    check_characters(shop.bank, cards, data, shop.characters)
    title = f"{fields[0].korte_titel}: {form.naam}" if len(fields) == 1 else f"Alle lijnen: {form.naam}"
    document = shop.document(
        "lijnvel.typ",
        {
            "titel": title,
            "vorm": form.model_dump(),
            "velden": kept_together(data),
            "beschrijving": "De lijn van een spanningsveld, om op te hangen of neer te leggen en bij te gaan staan.",
            "stroken": [asdict(strip) | {"tekst": _what_to_do(strip)} for strip in strips(form)],
        },
        [one["url"] for one in data],
    )

    def make() -> bytes:
        _check_fit(shop.bank, form, document.excesses())
        return ready_to_print(document.pdf(), "Simplex")

    return shop.kept(document.key, make)


def _field(shop: PrintShop, card: Kaart) -> dict:
    url = shop.address(card.id)
    return {
        "id": card.id,
        "nummer": card.record.nummer,
        "titel": card.titel,
        "url": url,
        "adres": printed_address(url),
        "qr": qr_name(url),
        "polen": poles(shop.bank, card, shop.signs),
    }


def _what_to_do(strip: Strook) -> list[str]:
    """What stands on a sheet in small type, below the line."""
    lines = ["Print op 100%, niet ‘passend maken’."]
    if strip.knip is not None:
        lines.append("Knip links langs de stippellijn en plak die kant op de stippellijn van het vel ervoor.")
    if strip.knip is not None and strip.naad is not None:
        lines.append("Print dit vel vaker voor een langere lijn.")
    if strip.knip is None and strip.naad is not None:
        lines.append("Vel 2 komt met zijn geknipte kant op de stippellijn rechts. Leg de lijn precies door.")
    return lines


def _check_fit(bank: Kennisbank, form: Lijnvorm, excesses: list[dict]) -> None:
    mistakes = [
        Mistake(
            bank.path_of(one["kaart"]),
            f"de woorden van de polen passen niet op lijnvorm `{form.id}`",
            expected=f"een kortere `kort` bij de polen, of een groter vel in {LIJNVORMEN.name}",
        )
        for one in excesses
    ]
    if mistakes:
        raise ContentError(dict.fromkeys(mistakes))
