"""The macros of one build: called once for every call in the prose, which tells every mistake at once, and put on their pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from functools import cache, cached_property, lru_cache, partial
from importlib import import_module
from inspect import Signature, signature
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..knowledge.errors import ContentError, Mistake, nearest
from ..knowledge.kennisbank import Page
from ..knowledge.prose import resolve
from ..knowledge.reader import Reading, read
from .elsewhere import Elsewhere
from .macro import MACROS, SHOWN_BY, PagePart
from .site import Needs, Site, address

_TYPED = re.compile(r"\{[{%].*?(?:[}%]\}|$)")
_CURLY = "[“”„‘’]"
"""The quotation marks that a word processor makes of straight ones."""
_ID = re.compile(r'\sid="([^"]+)"|\{:[^}\n]*#([\w.-]+)')
FOLDER_NEEDS = {"reflectie": Needs(["reflectie.css"], [])}
"""What every page in a folder needs: those of the reflection share a look."""

for home in sorted(Path(__file__).parent.glob("*/macro.py")):
    import_module(f".{home.parent.name}.macro", __package__)


@lru_cache(maxsize=1_000)
def _parsed(text: str) -> nodes.Template:
    """As the template that mkdocs-macros makes of it; an editor's next look at the pages is about one of them."""
    return Environment().parse(text)


class Calls:
    """The pages below `docs` with their macros. Each call is answered once, so its answer is that of the check before it."""

    def __init__(self, docs: Path, elsewhere: Elsewhere):
        self.docs, self.elsewhere = docs, elsewhere
        self._sites: dict[str, Site] = {}
        self._answers: dict[tuple, str] = {}
        self._shown: dict[str, set[str]] = {}
        self._called: dict[str, list[tuple[str, list]]] = {}

    def site(self, path: str) -> Site:
        """The knowledge seen from the page at `path` below docs; the same object each time, for a page gathers what it needs."""
        if path not in self._sites:
            site = self._sites[path] = Site(self.docs, path, self.elsewhere)
            if common := FOLDER_NEEDS.get(path.partition("/")[0]):
                site.needs.add(common.styles, common.scripts)
        return self._sites[path]

    def bound(self, current: Callable[[], str]) -> dict[str, Callable[..., str]]:
        """The macros by name, without their first argument: that is the page at path `current()`."""
        return {name: _renamed(partial(self._answer, make, current), make) for name, make in MACROS.items()}

    def mistakes(self, first: Set[str] | None = None) -> list[Mistake]:
        """Everything wrong with the pages, of their macros with the line of the call; nothing twice.

        Given addresses, the macros of only those pages are called.
        """
        told = {(mistake.file, mistake.value) for mistake in self._read.mistakes}
        found: dict[tuple, Mistake] = {}
        pages = [page for page in self._read.bank.pages if first is None or address(page.path) in first]
        for page in pages:
            for mistake in list(self._mistakes_on(page)) or self._not_called(page):
                # More than one macro may stumble over it; the call on its own page knows the line.
                key = (mistake.file, mistake.message, mistake.value, mistake.line if mistake.field is None else None)
                if (mistake.file, mistake.value) not in told and (key not in found or mistake.line):
                    found[key] = mistake
        if first is None and not self._read.mistakes and not found:
            return list(self._not_shown())
        return [*self._read.mistakes, *found.values()]

    @cached_property
    def _read(self) -> Reading:
        return read(self.docs)

    def _answer(self, make: PagePart, current: Callable[[], str], *args, **kwargs) -> str:
        path = current()
        key = (path, make, args, tuple(sorted(kwargs.items())))
        if key not in self._answers:
            self._answers[key] = make(self.site(path), *args, **kwargs)
        return self._answers[key]

    def _mistakes_on(self, page: Page) -> Iterator[Mistake]:
        macros = self.bound(lambda: page.path)
        self._shown[page.path], self._called[page.path] = set(), []
        try:
            tree = _parsed(page.prose.text)
        except TemplateSyntaxError as error:
            typed = _TYPED.search(page.prose.text.split("\n")[error.lineno - 1])
            yield _badly_written(page, error.lineno, typed and typed[0])
            return
        for node in tree.body:
            parts = node.nodes if isinstance(node, nodes.Output) else [node]
            for part in parts:
                if isinstance(part, nodes.TemplateData):
                    continue
                name = part.node.name if isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name) else None
                if name and name not in macros:
                    yield Mistake(
                        page.path,
                        "deze macro bestaat niet",
                        page.prose.line + part.lineno - 1,
                        value=name,
                        expected="een van " + ", ".join(macros),
                        meant=nearest(name, macros),
                    )
                elif not name or not isinstance(part, nodes.Call) or not _fits(macros[name], part):
                    yield _badly_written(page, part.lineno, name or getattr(part, "name", None))
                else:
                    yield from self._refusals(page, macros[name], part)

    def _refusals(self, page: Page, macro: Callable[..., str], call: nodes.Call) -> Iterator[Mistake]:
        """Why `macro` can't be called so, with what the calls above it on the page show."""
        line = page.prose.line + call.lineno - 1
        arguments = [one.as_const() for one in call.args]
        named = {pair.key: pair.value.as_const() for pair in call.kwargs}
        given = [*arguments, *named.values()]
        self._called[page.path].append((getattr(call.node, "name", ""), given))
        try:
            ids = {id for found in _ID.findall(macro(*arguments, **named)) for id in found if id}
            if ids & self._shown[page.path]:
                message, expected = "wat deze macro laat zien, staat al op deze pagina", "het één keer"
                yield Mistake(page.path, message, line, value=getattr(call.node, "name", None), expected=expected)
            self._shown[page.path] |= ids
        except ContentError as error:
            for mistake in error.mistakes:
                # With pages left out for their own mistakes, only what stands in the call itself can be judged.
                if self._read.incomplete and (mistake.value not in given or mistake.value in self._read.ids):
                    continue
                yield (
                    replace(mistake, line=line)
                    if mistake.file == page.path and not (mistake.line or mistake.field)
                    else mistake
                )
        except Exception:
            # What points at nothing can make a macro stumble; that mistake is told already.
            if not self._read.mistakes:
                raise

    def _not_called(self, page: Page) -> Iterator[Mistake]:
        """That a page of a kind that has a macro of its own doesn't call it, or calls it of another."""
        name, id = SHOWN_BY.get(type(page.record)), page.record.id
        if name is None:
            return
        calls = [given for called, given in self._called[page.path] if called == name]
        if any(not given or given[0] == id for given in calls):
            return
        asked = any(one.default is one.empty for one in _rest(MACROS[name]).parameters.values())
        own = f'"{id}"' if asked or calls else ""
        yield Mistake(
            page.path,
            "deze pagina laat iets anders zien" if calls else "deze pagina laat niet zien waar ze voor is",
            page.prose.line,
            value=calls[0][0] if calls else None,
            expected=f"`{{{{ {name}({own}) }}}}` in de tekst",
        )

    def _not_shown(self) -> Iterator[Mistake]:
        """Links to something that stands among the data of a page and that the page doesn't show."""
        for page in self._read.bank.pages:
            for link in page.prose.links:
                path, anchor = resolve(page.path, link.name)
                there = self._read.bank.by_path.get(path) if anchor else None
                if there and anchor not in self._shown.get(path, ()) and anchor not in there.prose.anchors:
                    yield Mistake(
                        page.path,
                        "die pagina laat dit niet zien",
                        link.line,
                        value=link.name,
                        expected=f'op {path} een macro die het toont, zoals `{{{{ onderdeel("vragen") }}}}`',
                    )


def _renamed(bound: Any, make: PagePart) -> Callable[..., str]:
    """`bound` with the name and the words of `make`, and its arguments but for the first."""
    bound.__name__, bound.__doc__, bound.__signature__ = make.__name__, make.__doc__, _rest(make)
    return bound


@cache
def _rest(make: PagePart) -> Signature:
    """The arguments of `make` but for the first; it is asked on every page."""
    first, *rest = signature(make).parameters.values()
    return Signature(rest)


def _fits(macro: Callable[..., str], call: nodes.Call) -> bool:
    arguments = [*call.args, *(pair.value for pair in call.kwargs)]
    if call.dyn_args or call.dyn_kwargs or not all(isinstance(one, nodes.Const) for one in arguments):
        return False
    try:
        signature(macro).bind(*call.args, **{pair.key: pair.value for pair in call.kwargs})
    except TypeError:
        return False
    return True


def _badly_written(page: Page, line: int, value: str | None = None) -> Mistake:
    return Mistake(
        page.path,
        "een macro op deze pagina is niet goed geschreven",
        page.prose.line + line - 1,
        value=value,
        expected='bijvoorbeeld `{{ onderdeel("vragen") }}`, met haakjes en rechte aanhalingstekens',
        meant=re.sub(_CURLY, '"', value) if value and re.search(_CURLY, value) else None,
    )
