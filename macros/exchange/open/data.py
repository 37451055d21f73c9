"""The records as JSON: each by itself, all in one file, and what an edition remembers of every part."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath
from typing import Any

from ...knowledge.kennisbank import Kennisbank, Page
from ...knowledge.prose import relinked, resolve
from ...knowledge.records import KINDS, Insluiting, Pagina
from .origin import Afzender

FOLDER = "data"
"""Where the files are, below the site's root."""
OWN = ("zoekwoorden", "zoekplekken")
"""The fields of a page that are only for our own search: what one searches by."""
# What `record_data` says of a record and its file does not.
_ADDED = frozenset(["adres", "tekst"])
# Of a page's text: what a macro would put there, and names of anchors.
_MACRO = re.compile(r"\{\{.*?\}\}|\{:.*?\}", re.S)


def told_pages(bank: Kennisbank) -> tuple[Page, ...]:
    """The pages that are handed on: not those about the site itself, nor a part of another that is shown in a frame."""
    return tuple(page for page in bank.pages if not isinstance(page.record, (Insluiting, Pagina)))


def record_data(site: Afzender, page: Page, whole: bool = False) -> dict[str, Any]:
    """The record of `page` with its address, and when `whole` with its text; what is as it is by default is left out."""
    fields = page.record.model_dump(mode="json", exclude_defaults=True)
    said = {name: value for name, value in fields.items() if name not in OWN}
    text = prose(site, page) if whole else ""
    return {"adres": site.address(page.record.id), **said, **({"tekst": text} if text else {})}


def completed(data: dict[str, Any]) -> dict[str, Any]:
    """A record as `record_data` gives it, with what is as it is by default as well: a page shows that too."""
    fields = {name: value for name, value in data.items() if name not in _ADDED}
    whole = KINDS[data["soort"]].model_validate_json(json.dumps(fields)).model_dump(mode="json")
    return {**data, **whole}


def prose(site: Afzender, page: Page) -> str:
    """The text of `page` as Markdown that stands by itself: without macros, and with whole addresses."""

    def whole(link: str) -> str:
        path, anchor = resolve(page.path, link)
        target = site.bank.by_path.get(path) if path else None
        if target:
            return f"{site.address(target.record.id).partition('#')[0]}{f'#{anchor}' if anchor else ''}"
        return link if path is None else f"{site.url}{normpath(join(dirname(page.path), link))}"

    text = relinked(_MACRO.sub("", page.prose.text), whole)
    return re.sub(r"\n\s*\n\s*", "\n\n", text).strip()


def all_data(site: Afzender) -> dict[str, Any]:
    """Everything in one, texts too: who hands it over, under which licence if there is one, and all records by address."""
    licence = {"licentie": {"naam": site.licentie.naam, "adres": site.licentie.url}} if site.licentie else {}
    records = [record_data(site, page, whole=True) for page in told_pages(site.bank)]
    return {
        "site": site.naam,
        "adres": site.url,
        "schema": f"{site.url}{FOLDER}/schema.json",
        **licence,
        "records": records,
    }


def dumped(data: object) -> str:
    """`data` as the text of a file; its keys in the order that the code gives them."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
