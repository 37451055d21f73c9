"""Models as small drawings without words, before the links of the page that lists them."""

from __future__ import annotations

import re
from posixpath import dirname

from markupsafe import Markup

from ...knowledge.records import Model
from ..site import Site
from .macro import roundabout, shapes

_ITEM = re.compile(r'(<li>\s*)(?=<a href="([^"]+)")')


def add_sketches(site: Site, html: str) -> str:
    """`html`, the content of the page of `site`; in a list of the models beside it each link follows its model's sketch."""
    if site.path != f"{dirname(site.path)}/index.md":
        return html
    models = {
        site.url(model.id): model
        for model in site.bank.of_kind(Model)
        if dirname(site.bank.path_of(model.id)) == dirname(site.path)
    }
    if models:
        site.needs.add(["schets.css"], ())
    return _ITEM.sub(lambda item: item[1] + (str(sketch(site, models[item[2]])) if item[2] in models else ""), html)


def sketch(site: Site, model: Model) -> Markup:
    """HTML of the shape of `model`, with as many parts as it has."""
    shape = shapes(model)[0]
    parts = getattr(model, shape)
    return site.render(
        "model/schets.html.jinja",
        model=model,
        vorm=shape,
        aantal=len(parts.rijen) if model.tabel else len(parts),
        rotonde=roundabout(len(model.kring)) if model.kring else (),
    )
