"""What we reckon that something asks of a meeting."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .item import Onderdeel
from .values import Id, Tekst, VanTot, Wie, getal

Bezig = Literal["zitten", "schrijven", "bewegen"]
"""What people do for the most of it: sit and talk, write or draw, or stand, walk and take postures."""


class Schatting(Onderdeel):
    """What we reckon that something asks of a meeting: never what a publication says."""

    minuten: VanTot = Field(description="hoelang het duurt, in minuten: zo kort als kan, en gewoon")
    bespreken: VanTot | None = Field(
        default=None, description="hoelang het bespreken daarna nog duurt, als je dat los van elkaar kunt doen"
    )
    mensen: VanTot | None = Field(
        default=None, description="het kleinste en het grootste aantal mensen; weglaten als elke groep kan"
    )
    begeleiden: Annotated[int, getal(1, 3)] = Field(
        description="hoeveel ervaring het vraagt van wie begeleidt: 1 kan iedereen, 2 enige ervaring, "
        "3 stevige ervaring of met z’n tweeën"
    )
    meedoen: Annotated[int, getal(1, 3)] = Field(
        description="hoe dichtbij het komt voor wie meedoet: 1 licht, 2 persoonlijk, 3 kan raken"
    )
    online: Literal["goed", "met aanpassing", "liever niet"] = Field(description="of het in een videogesprek kan")
    fasen: tuple[Id, ...] = Field(
        default=(), description="ids van de fasen op werkkaart 8 waar het bij past; weglaten als het in elke fase past"
    )
    voor: Annotated[tuple[Wie, ...], Field(min_length=1)] = Field(description="wie er dan meedoen")
    bezig: Bezig = Field(
        default="zitten",
        description="hoe mensen dan vooral bezig zijn: `zitten` en praten, `schrijven` of tekenen, of `bewegen`",
    )
    door: Tekst = Field(description="één teken dat je kunt zien of horen, waaraan je merkt dat het klaar is")

    @property
    def gewoon(self) -> tuple[int, ...]:
        """The usual minutes of each part that can be done on its own."""
        return tuple(pair[1] for pair in (self.minuten, self.bespreken) if pair)

    @property
    def samen(self) -> tuple[int, ...]:
        """The minutes of both parts together: as short as can be, and usual."""
        return tuple(map(sum, zip(self.minuten, self.bespreken or (0, 0))))

    @property
    def kort_gezegd(self) -> str:
        """The usual time, in a list or a table: `±` says that it is ours."""
        return ", bespreken ".join(f"± {one} minuten" for one in self.gewoon)

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """What it asks, as a label and words."""
        time = f"{_from_to(self.minuten)} minuten"
        talk = f", en {_from_to(self.bespreken)} minuten om te bespreken" if self.bespreken else ""
        return (
            ("Tijd", time + talk),
            ("Groep", f"{_from_to(self.mensen)} mensen" if self.mensen else "elke groep"),
            ("Begeleiden", BEGELEIDEN[self.begeleiden]),
            ("Meedoen", MEEDOEN[self.meedoen]),
            ("Vooral", BEZIG[self.bezig]),
            ("Online", self.online),
        )


BEZIG = {"zitten": "zitten en praten", "schrijven": "schrijven of tekenen", "bewegen": "bewegen"}
BEGELEIDEN = {1: "kan iedereen", 2: "enige ervaring", 3: "stevige ervaring, of met z’n tweeën"}
MEEDOEN = {1: "licht", 2: "persoonlijk", 3: "kan raken"}


def _from_to(pair: tuple[int, ...]) -> str:
    return " tot ".join(map(str, dict.fromkeys(pair)))
