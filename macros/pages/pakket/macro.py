"""Lessons for a learning environment: the packages to import, and beside them the same links to paste."""

from __future__ import annotations

from functools import partial

from ...knowledge.lessons import OVERVIEW, print_path, saved_name
from ...knowledge.records import Les
from ..macro import macro, needs, unknown_argument
from ..site import Site, public_address

PACKAGES = {
    "imscc": "Pakket voor Moodle, Blackboard en itslearning",
    "canvas": "Pakket voor Canvas",
}
_ENDINGS = (".imscc", "-canvas.imscc")


@macro
@needs(styles=["les.css"], scripts=["pakket.js"])
def pakket(site: Site) -> str:
    """De les van deze pagina voor een leeromgeving: pakketten om te importeren, en dezelfde links om te plakken.

    HTML of both; on the page with all lessons of all. Raises ContentError on a page that is neither.
    """
    record, address = site.record, partial(public_address, site.bank, site.elsewhere.site_url)
    if isinstance(record, Les):
        files = [print_path(site.path, name) for name in ("les.imscc", "les-canvas.imscc")]
        names = [saved_name(site.bank, record.id, name) for name in _ENDINGS]
        links = site.elsewhere.course(site.bank, address, [record])
    elif record.id == OVERVIEW:
        files = ["lessen/alle.imscc", "lessen/alle-canvas.imscc"]
        names = [f"alle-lessen{name}" for name in _ENDINGS]
        links = site.elsewhere.course(site.bank, address)
    else:
        raise unknown_argument(site, "pakket", record.id, [OVERVIEW, *(one.id for one in site.bank.of_kind(Les))])
    downloads = list(zip(PACKAGES.values(), files, names))
    return site.render("pakket/pakket.html.jinja", downloads=downloads, cursus=links, een=isinstance(record, Les))
