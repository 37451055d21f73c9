"""Links in the prose: each leads to something that a reader can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename, dirname, relpath

from ..errors import Mistake, nearest
from ..files import PICTURES, Content
from ..items import is_public, meant_address
from ..prose import Mention, resolve
from .drafts import Draft

_REACHES = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+|tel:\+?\d[\d-]*", re.I)


def dead_links(content: Content, drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Links that lead nowhere, or to what a reader can't open."""
    by_path = {draft.path: draft for draft in drafts}
    for draft in drafts:
        for link in draft.prose.links if draft.prose else ():
            path, anchor = resolve(draft.path, link.name)
            if path is None:
                yield from _outside(draft, link)
            elif link.name.endswith("#"):
                expected = "na `#` het id van iets op die pagina, of de link van een kop"
                yield Mistake(draft.path, "deze link leidt nergens heen", link.line, value=link.name, expected=expected)
            elif link.name and (path in content.published or content.may_be(path)):
                if link.image and not path.lower().endswith(PICTURES):
                    message, expected = "dit is geen plaatje", "een bestand in docs/assets/img/, of een link zonder `!`"
                    yield Mistake(draft.path, message, link.line, value=link.name, expected=expected, about=path)
                there = by_path.get(path)
                if anchor and there and there.prose and there.parsed.data and anchor not in there.anchors:
                    yield Mistake(
                        draft.path,
                        "dit anker bestaat niet op die pagina",
                        link.line,
                        value=link.name,
                        expected="het id van iets op die pagina, of de link van een kop",
                        meant=nearest(anchor, there.anchors),
                        about=anchor,
                    )
            elif "%20" in link.name:
                message, expected = (
                    "in het adres van deze link staat een spatie",
                    "de naam van een bestand zonder spaties",
                )
                yield Mistake(draft.path, message, link.line, value=link.name, expected=expected, about=path)
            else:
                yield Mistake(
                    draft.path,
                    "deze link leidt nergens heen",
                    link.line,
                    value=link.name,
                    expected="het pad van een bestand in docs/, gezien vanaf deze pagina",
                    meant=_meant(draft.path, link.name, path, content.published),
                    about=path,
                )


def _outside(draft: Draft, link: Mention) -> Iterator[Mistake]:
    if link.image:
        expected = "een bestand in docs/assets/img/"
        yield Mistake(
            draft.path, "een plaatje van elders laadt hier niet", link.line, value=link.name, expected=expected
        )
    elif link.name.lower().startswith(("http://", "https://")):
        if not is_public(link.name):
            message, expected = (
                "dit adres kan een lezer niet openen",
                "een adres op internet, zoals https://www.nji.nl/",
            )
            yield Mistake(
                draft.path, message, link.line, value=link.name, expected=expected, meant=meant_address(link.name)
            )
    elif link.name.lower().startswith(("mailto:", "tel:")):
        if not _REACHES.fullmatch(link.name):
            expected = "`mailto:` met een mailadres erachter, of `tel:` met een nummer zonder spaties"
            yield Mistake(draft.path, "hier is niemand te bereiken", link.line, value=link.name, expected=expected)
    else:
        yield Mistake(
            draft.path,
            "dit adres kan een lezer niet openen",
            link.line,
            value=link.name,
            expected="een adres dat met https://, mailto: of tel: begint, of het pad van een bestand in docs/",
        )


def _meant(page: str, typed: str, path: str, published: frozenset[str]) -> str | None:
    """What a dead link on `page` was probably meant to be: the page with that address on the site, the one of the same name
    elsewhere, or else the most similar.
    """
    if "\\" in typed:
        return typed.replace("\\", "/")
    if typed.lower().startswith("www."):
        return f"https://{typed}"
    if "@" in typed and "/" not in typed:
        return f"mailto:{typed}"
    shown = path.strip("/").removesuffix(".html").removesuffix("/index")
    here = [name for name in (f"{shown}.md", f"{shown}/index.md") if name in published]
    same = sorted(name for name in published if basename(name) == basename(path) != "index.md")
    near = here[0] if here else same[0] if len(same) == 1 else nearest(path, published)
    _, sign, anchor = typed.partition("#")
    return near and f"{relpath(near, dirname(page) or '.')}{sign}{anchor}"
