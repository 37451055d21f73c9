"""A list of the page's front matter as HTML, each item with its id as anchor."""

from __future__ import annotations

from pydantic import BaseModel

from .complaints import unknown_argument
from .site import Site


def onderdeel(site: Site, veld: str) -> str:
    """HTML of field `veld` of this page's record.

    Raises KennisFouten for a field that the record doesn't have or has left empty.
    """
    record = site.record
    filled = [name for name in type(record).model_fields
              if isinstance(getattr(record, name), tuple) and getattr(record, name) and name not in ("bron", "verwant")]
    if veld not in filled:
        raise unknown_argument(site, "onderdeel", veld, filled)
    values = getattr(record, veld)
    kind = type(values[0]).__name__.lower() if isinstance(values[0], BaseModel) else "tekst"
    return site.render("onderdeel.html.jinja", veld=veld, soort=kind, items=values, record=record)
