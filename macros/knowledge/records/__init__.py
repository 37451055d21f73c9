"""The kinds of record: one Markdown file under `docs/` is one record of one of these kinds."""

from typing import get_args

from .inside import items
from .record import Record

# isort: off
# In the order in which the kinds are told, also in the schema that the site publishes.
from .pages import Inleiding, Insluiting, Pagina
from .series import Aflevering, Spanningsveld, Werkkaart
from .concepts import Begrip, Model, Thema, Woordenlijst
from .stories import Artikel, Verhaal
from .literature import Literatuurlijst, Personenlijst
from .decks import Deck, busy_with, use_of
from .lessons import Les, Lesblad, sheet_path
from .programmes import Programma, estimate_of, plannable
from .sources import Bronregister
# isort: on

__all__ = [
    "KINDS",
    "Aflevering",
    "Artikel",
    "Begrip",
    "Bronregister",
    "Deck",
    "Inleiding",
    "Insluiting",
    "Les",
    "Lesblad",
    "Literatuurlijst",
    "Model",
    "Pagina",
    "Personenlijst",
    "Programma",
    "Record",
    "Spanningsveld",
    "Thema",
    "Verhaal",
    "Werkkaart",
    "Woordenlijst",
    "busy_with",
    "estimate_of",
    "items",
    "plannable",
    "sheet_path",
    "use_of",
]

KINDS: dict[str, type[Record]] = {
    kind: model for model in Record.__subclasses__() for kind in get_args(model.model_fields["soort"].annotation)
}
"""Every kind by the name that a page gives in its field `soort`, in the order of the modules above."""
