"""A built page as an edition keeps it: its text with every anchor, and nothing that runs, asks or has to be fetched."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Container
from html.parser import HTMLParser
from posixpath import join, normpath, relpath

from ...exchange import coins
from ...exchange.trial import trial_host
from .shelf import FOLDER
from .tree import VOID, Element, anchor, tidy

STYLE = "editie.css"
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "form",
        "label",
        "output",
        "dialog",
        "button",
        "input",
        "select",
        "textarea",
        "noscript",
        "template",
        "iframe",
        "picture",
        "nav",
        "link",
    ]
)
_CLASSES = frozenset(
    [
        "afdeling",
        "terzijde",
        "buren",
        "knoppen",
        "pakket",
        "citeer",
        "in-kader",
        "Z3988",
        "anker",
        "proefadres",
        "blad",
    ]
)
# Waits for a script to show it, and can be read without.
_READABLE = frozenset(["team-gesprek"])
# What a page's own scripts and styles hang on, and what an edition has no use for.
_ATTRIBUTES = frozenset(
    [
        "style",
        "hidden",
        "download",
        "target",
        "rel",
        "loading",
        "width",
        "height",
        "decoding",
        "class",
    ]
)
_KEPT_CLASSES = frozenset(["lead", "soortnaam", "vh", "tabel", "lemma", "id", "les-id"])


# Who reads an edition in a frame of another site would get nothing there: this site's tools and most others refuse frames.
_AWAY = ' target="_blank" rel="noopener"'
_WHITE = re.compile(r"\n\s*\n")


class _Main(HTMLParser):
    """Copies what is in <main>, without what is left out; the names of places in that stay."""

    def __init__(self, page: str, pages: Container[str], root: str):
        super().__init__(convert_charrefs=False)
        self.page, self.pages, self.root = page, pages, root
        self.main = Element("")
        self.title: list[str] = []
        self._open = [self.main]
        # For each tag that is open, whether what is in it is left out.
        self._dropped = [False]
        self._inside, self._titled = False, False

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "main":
            self._inside = True
            return
        if tag == "title" and not self._inside and not self.title:
            self._titled = True
        if not self._inside:
            return
        classes = set((said.get("class") or "").split())
        gone = tag in _LEFT_OUT or "hidden" in said or bool(_CLASSES & classes)
        dropped = gone or (self._dropped[-1] and not _READABLE & classes)
        if dropped:
            self._put(*([anchor(said["id"])] if said.get("id") else []))
            copy = self._open[-1]
        elif tag == "img":
            # Pictures are not kept; what they show is told.
            self._put(f"{html.escape(said.get('alt') or '')} ")
            return
        else:
            opening = f"<{tag}{''.join(self._attribute(tag, *pair) for pair in attrs)}>"
            copy = Element(tag, opening, said.get("id"))
            self._put(copy)
        if tag not in VOID:
            self._open.append(copy)
            self._dropped.append(dropped)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID and self._inside:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self._titled = self._titled and tag != "title"
        if tag == "main":
            self._inside = False
        elif self._inside and tag not in VOID:
            self._open.pop()
            self._dropped.pop()

    def handle_data(self, data):
        if self._titled:
            self.title.append(data)
        elif self._inside and not self._dropped[-1]:
            self._put(data)

    def handle_entityref(self, name):
        self.handle_data(f"&{name};")

    def handle_charref(self, name):
        self.handle_data(f"&#{name};")

    def _put(self, *parts: str | Element) -> None:
        self._open[-1].parts.extend(parts)

    def _attribute(self, tag: str, name: str, value: str | None) -> str:
        if name == "class":
            value = " ".join(one for one in (value or "").split() if one in _KEPT_CLASSES)
            return f' class="{value}"' if value else ""
        if name.startswith(("on", "data-")) or name in _ATTRIBUTES or name == "src":
            return ""
        if name == "href" and tag == "a":
            value, leaves = self._link(value or "")
            return f' href="{html.escape(value)}"{_AWAY if leaves else ""}'
        return f" {name}" if value is None else f' {name}="{html.escape(value)}"'

    def _link(self, href: str) -> tuple[str, bool]:
        """Within the edition to its own pages; to what is left out, where the site of now has it. And whether it leaves."""
        if href.startswith(self.root):
            href = (
                relpath("/" + href.removeprefix(self.root).partition("#")[0], f"/{self.page}")
                + "/"
                + "".join(href.partition("#")[1:])
            )
        if href.startswith(("#", "http:", "https:", "mailto:", "tel:", "data:")):
            return href, href.startswith("http")
        path, mark, anchor = href.partition("#")
        target = normpath(join(self.page, path)) if path else self.page.rstrip("/")
        target = "" if target == "." else target
        folder = f"{target}/" if target else ""
        # A choice for the reflection is made where that works.
        if folder in self.pages and "=" not in anchor:
            return f"{_relative(f'{folder}index.html', self.page)}{mark}{anchor}", False
        # Two folders up from the root of the edition is the root of the site.
        ending = "/" if path.endswith("/") else ""
        return f"{_relative('', self.page)}/../../{target}{ending}{mark}{anchor}", True


# As the site has it around a table that a macro makes.
_SCROLLS = 'class="tabel"'


def _let_scroll(element: Element) -> None:
    """Have every table stand in what scrolls, so that the page doesn't on a phone."""
    for place, part in enumerate(element.parts):
        if not isinstance(part, Element) or _SCROLLS in part.opening:
            continue
        if part.tag == "table":
            opening = f'<div {_SCROLLS} tabindex="0" role="group" aria-label="Tabel">'
            element.parts[place] = Element("div", opening, parts=[part])
        else:
            _let_scroll(part)


def _relative(path: str, page: str) -> str:
    return relpath(path or ".", page or ".")


def frozen(text: str, page: str, pages: Container[str], root: str, naam: str, dag: str, datum: str, site: str) -> str:
    """The page with HTML `text` at address `page`, as edition `naam` of `datum` keeps it; `dag` is that date in words.

    `pages` are the addresses that the edition has, `root` is the public address of the site that was built, called `site`.
    """
    reader = _Main(page, pages, root)
    reader.feed(text)
    reader.close()
    title = html.unescape("".join(reader.title)).split(" | ")[0].strip()
    live = f"{_relative('', page)}/../../{page}"
    # An address that nobody can reach is of no use to who cites the page in years to come.
    cited = coins(title, site, None if trial_host(root) else f"{root}{FOLDER}/{naam}/{page}", datum)
    said = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": "",
        "name": title,
        "version": naam,
        "datePublished": datum,
    }
    data = json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")
    tidy(reader.main)
    _let_scroll(reader.main)
    text = _WHITE.sub("\n", str(reader.main)).strip()
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{html.escape(title)}, editie {naam}</title>\n"
        f'<link rel="canonical" href="{live}">\n<link rel="stylesheet" href="{_relative(STYLE, page)}">\n'
        f'<script type="application/ld+json">{data}</script>\n</head>\n<body>\n'
        f'<header><p><b>Editie {naam}</b>, vastgezet op {dag}. <a href="{live}"{_AWAY}>Naar de huidige versie</a></p>'
        f'<p><a href="{_relative("index.html", page)}">{html.escape(site)}</a></p></header>\n'
        f'<main>\n<span class="Z3988" title="{html.escape(cited)}"></span>\n{text}\n</main>\n'
        "</body>\n</html>\n"
    )
