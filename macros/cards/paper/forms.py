"""Card sizes and paper forms as data: read `vormen.yml`, refuse what cannot be cut or folded from a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ...knowledge.checks.validation import read_yaml
from ...knowledge.errors import ContentError, nearest
from ...knowledge.items import Aantal, Onderdeel, Tekst
from .typed import TWO, Vormnaam, Wrong, mm, told

VORMEN = Path(__file__).with_name("vormen.yml")
# A PDF has no larger pages.
_Zijde = Annotated[float, mm(1, 5080)]
Paar = Annotated[tuple[_Zijde, _Zijde], TWO]


class _Maat(Onderdeel):
    """The size of a card as it is typed."""

    naam: Tekst = Field(description="hoe de maat op de pagina heet")
    kaart: Paar = Field(description="breedte en hoogte van de kaart in mm, zoals `[74, 105]`")


class Maat(_Maat):
    """The size of a card, in mm, once cut or folded open."""

    id: Vormnaam


Inkt = Literal["gewoon", "zuinig", "vol"]


class _Blad(Onderdeel):
    """What is typed of a form and used as it is."""

    naam: Tekst = Field(description="hoe de vorm op de pagina heet")
    vel: Paar = Field(description="breedte en hoogte van het vel in mm, zoals `[297, 210]`")
    kolommen: Aantal = Field(description="hoeveel kaarten naast elkaar")
    rijen: Aantal = Field(description="hoeveel kaarten onder elkaar")
    na: Tekst = Field(description="een of meer zinnen: wat je met de vellen doet")
    soort: Literal["dubbelzijdig", "boekje", "enkelzijdig"] = Field(
        default="dubbelzijdig", description="hoe het vel geprint en gevouwen wordt"
    )
    afloop: Annotated[float, mm(0, 100)] = Field(default=0, description="papier rondom dat een drukker afsnijdt, in mm")
    inkt: Literal["gewoon", "zuinig"] = Field(
        default="gewoon", description="hoeveel kleur er op een rug komt; met afloop is de hele rug gekleurd"
    )


class _Vorm(_Blad):
    """A form as it is typed."""

    maat: Tekst = Field(description="een van de maten")
    cel: Paar | None = Field(default=None, description="breedte en hoogte in mm die een kaart op het vel krijgt")


class _Vormen(Onderdeel):
    """The file with sizes and forms."""

    maten: Annotated[dict[Vormnaam, _Maat], Field(min_length=1)] = Field(
        description="maten als `a7:`, met velden eronder"
    )
    vormen: Annotated[dict[Vormnaam, _Vorm], Field(min_length=1)] = Field(description="vormen, met velden eronder")


class Vorm(_Blad):
    """How cards of one size lie on a sheet: sizes in mm, cells counted in columns and rows."""

    id: Vormnaam
    maat: Maat
    cel: Paar

    @property
    def per_vel(self) -> int:
        """Cards on one sheet."""
        return self.kolommen * self.rijen // (2 if self.soort == "enkelzijdig" else 1)

    @property
    def rand(self) -> tuple[float, float]:
        """Paper left over at the left and at the top, in mm: the cards lie in the middle of the sheet."""
        return ((self.vel[0] - self.kolommen * self.cel[0]) / 2, (self.vel[1] - self.rijen * self.cel[1]) / 2)

    @property
    def gewoon(self) -> bool:
        """Whether this is the usual form of its size."""
        return self.id == self.maat.id

    @property
    def laag(self) -> Inkt:
        """How much colour lies under the faces."""
        return "vol" if self.afloop else self.inkt

    @property
    def keert(self) -> bool:
        """Whether a printer turns the sheet over, so that the edge it turns on matters."""
        return self.soort != "enkelzijdig" and not self.afloop

    def op_zijn_kop(self, edge: str = "long") -> bool:
        """Whether a printer that flips on `edge` needs the backs half a turn round, see `imposition`."""
        return self.keert and (edge == "long") == (self.vel[0] > self.vel[1])


@cache
def load_forms(file: Path = VORMEN) -> dict[str, Vorm]:
    """The forms in `file` by id: size by size, the usual one first, in whatever order they were typed.

    Raises ContentError with everything that is wrong with them.
    """
    typed, parsed = read_yaml(file, _Vormen)
    sizes = {id: Maat(id=id, **dict(one)) for id, one in typed.maten.items()}
    forms, mistakes = {}, []
    for id, one in typed.vormen.items():
        path = ("vormen", id)
        if one.maat in sizes:
            size = sizes[one.maat]
            forms[id] = Vorm.model_validate({"id": id, **dict(one), "maat": size, "cel": one.cel or size.kaart})
            mistakes += told(file, parsed, path, _wrong(forms[id]))
        else:
            wrong = ("maat", "onbekende maat", one.maat, "een van " + ", ".join(sizes))
            (mistake,) = told(file, parsed, path, [wrong])
            mistakes.append(replace(mistake, meant=nearest(one.maat, sizes)))
    for id in sizes:
        one = typed.vormen.get(id)
        if not one or one.maat in sizes.keys() - {id}:
            wrong = (id, "deze maat heeft geen gewone vorm", None, f"een vorm `{id}` met `maat: {id}`")
            mistakes += told(file, parsed, ("maten",), [wrong])
    if mistakes:
        raise ContentError(mistakes)
    order = list(sizes)
    ordered = sorted(forms.values(), key=lambda form: (order.index(form.maat.id), not form.gewoon))
    return {form.id: form for form in ordered}


def advice(form: Vorm, edge: str = "long") -> tuple[tuple[str, str], ...]:
    """What to do with the sheets of `form`, as head and text, for a printer that flips on `edge`, `long` or `short`."""
    after = (("Vouwen" if form.soort == "boekje" else "Snijden", form.na),)
    if form.afloop:
        return (("Bij de drukkerij", form.na),)
    if form.soort == "enkelzijdig":
        return ("Printen", "Op 100%, niet ‘passend maken’. Enkelzijdig. Liefst op papier van 120 gram."), *after
    side = "lange" if edge == "long" else "korte"
    paper = "" if form.soort == "boekje" else " Liefst op stevig papier, 160 tot 200 gram."
    return ("Printen", f"Op 100%, niet ‘passend maken’. Dubbelzijdig, omslaan over de {side} zijde.{paper}"), *after


def apart(form: Vorm, edge: str = "long") -> str:
    """What sets a PDF of a deck in `form`, for a printer that flips on `edge`, apart from its others."""
    side = {"long": "", "short": ", voor een printer die omslaat langs de korte zijde"}[edge]
    return f"{form.maat.naam}, {form.naam}{side}"


def note(form: Vorm, edge: str = "long") -> str | None:
    """What one has to know on opening a PDF of `form`, told on the screen alone; None for a print shop."""
    if form.afloop:
        return None
    if form.soort == "enkelzijdig":
        told = "Print enkelzijdig, vouw over de stippellijn en plak."
    else:
        told = f"Print dubbelzijdig, omslaan over de {'lange' if edge == 'long' else 'korte'} zijde."
    turned = " Bladzijde 2 staat met opzet op zijn kop." if form.op_zijn_kop(edge) else ""
    return f"{told}{turned} Deze regel staat alleen op het scherm."


def _wrong(form: Vorm) -> Iterator[Wrong]:
    """What cannot be cut or folded from a sheet."""
    for axis, count, word in ((0, "kolommen", "breed"), (1, "rijen", "hoog")):
        card, cell, sheet = form.maat.kaart[axis], form.cel[axis], form.vel[axis]
        if cell < card - 1e-6:
            message = f"de kaart van {_mm(card)} mm {word} past niet in de cel van {_mm(cell)} mm"
            yield "cel", message, None, f"minstens {_mm(card)} mm {word}"
        needed = getattr(form, count) * cell
        if needed > sheet + 1e-6:
            message = f"de kaarten passen niet op het vel: samen {_mm(needed)} mm {word}"
            yield count, message, getattr(form, count), f"samen hoogstens {_mm(sheet)} mm"
    if form.soort == "boekje" and (form.kolommen, form.rijen) != (1, 1):
        yield "soort", "een boekje is één kaart op een vel", form.soort, "`kolommen: 1` en `rijen: 1`"
    if form.soort == "enkelzijdig" and form.rijen != 2:
        yield "rijen", "enkelzijdig vouw je in het midden dubbel", form.rijen, "`rijen: 2`"
    if form.afloop and (form.per_vel, form.vel, form.soort == "enkelzijdig") != (1, form.cel, False):
        expected = "`kolommen: 1`, `rijen: 1`, en een vel zo groot als de kaart"
        yield "afloop", "met afloop is een bladzijde precies één kaart", f"{form.afloop:g}", expected


def _mm(value: float) -> str:
    return f"{value:g}".replace(".", ",")
