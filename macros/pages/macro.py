"""How a function becomes a macro that pages may call: its name, what it needs in the browser, how it refuses an argument.

A macro has one home: a folder beside this file with a `macro.py` and its templates. Its docstring is in Dutch, for the
editors' guide shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from ..knowledge.errors import ContentError, Mistake, nearest
from ..knowledge.records import Record
from .site import Site

Arguments = ParamSpec("Arguments")
Html = TypeVar("Html", bound=str)
Of = TypeVar("Of", bound="PagePart")


class PagePart(Protocol):
    """A function from a Site and arguments of its own to HTML."""

    __name__: str

    def __hash__(self) -> int: ...

    def __call__(self, site: Site, /, *args: Any, **named: Any) -> str: ...


MACROS: dict[str, PagePart] = {}
"""Every macro by the name that pages call it by."""


def macro(make: Of) -> Of:
    """Declare `make` as a macro under its own name; it may raise ContentError for what an editor wrote."""
    MACROS[make.__name__] = make
    return make


SHOWN_BY: dict[type[Record], str] = {}
"""The macro that each page of a kind calls: without it the page doesn't show what it is for."""


def shows(kind: type[Record]) -> Callable[[Of], Of]:
    """Declare that each page of `kind` calls the decorated macro, with its own id where that takes one."""

    def declare(make: Of) -> Of:
        SHOWN_BY[kind] = make.__name__
        return make

    return declare


def needs(
    *, styles: Iterable[str] = (), scripts: Iterable[str] = ()
) -> Callable[[Callable[Concatenate[Site, Arguments], Html]], Callable[Concatenate[Site, Arguments], Html]]:
    """Have each page that shows the decorated part load these files, named below `overrides/assets/css/` and `js/`."""

    def declare(make: Callable[Concatenate[Site, Arguments], Html]) -> Callable[Concatenate[Site, Arguments], Html]:
        @wraps(make)
        def made(site: Site, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Html:
            site.needs.add(styles, scripts)
            return make(site, *args, **kwargs)

        return made

    return declare


def unknown_argument(site: Site, name: str, value: str, known: Iterable[str]) -> ContentError:
    """The error for `{{ name("value") }}` on the page of `site`, when only `known` would have been right."""
    known = list(known)
    mistake = Mistake(
        site.path,
        f"macro `{name}` kent deze waarde niet",
        value=str(value),
        expected="een van " + ", ".join(known) if known else "niets; deze pagina heeft er geen",
        meant=nearest(value, known),
    )
    return ContentError([mistake])
