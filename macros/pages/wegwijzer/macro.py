"""The headings of another page as links, each under the anchor that it has there: a page that was split keeps its anchors."""

from __future__ import annotations

from ...knowledge.prose import Heading
from ..macro import macro, unknown_argument
from ..site import Site


@macro
def wegwijzer(site: Site, pagina: str) -> str:
    """De koppen van een andere pagina als links, in groepen.

    HTML of the headings of the page with id `pagina`; raises ContentError for an unknown one.
    """
    pages = {page.record.id: page for page in site.bank.pages}
    if pagina not in pages:
        raise unknown_argument(site, "wegwijzer", pagina, pages)
    groups: list[tuple[Heading, list[Heading]]] = []
    for heading in pages[pagina].prose.headings:
        if pages[pagina].prose.text[heading.start :].startswith("## "):
            groups.append((heading, []))
        elif groups:
            groups[-1][1].append(heading)
    return site.render("wegwijzer/wegwijzer.html.jinja", adres=site.url(pagina), groepen=groups)
