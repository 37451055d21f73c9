"""Every mistake of an editor, told before anything is built: causes, and not again what follows from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from posixpath import dirname, relpath
from urllib.parse import urlsplit

from ..knowledge.errors import ContentError, Mistake, nearest, ordered
from ..knowledge.files import unseen
from ..knowledge.herkomst import check_printed, posing, read_register
from ..knowledge.reader import Reading, read
from ..knowledge.register import FILE as REGISTER
from ..pages.calls import Calls
from ..pages.site import FIXED, address
from .ledger import read as read_ledger
from .moves import read_moves
from .promises import broken, moved_ids

_NAME = r"[^\W_](?:[\w-]*[^\W_])?"
_HOST = re.compile(rf"{_NAME}(?:\.{_NAME})*|[0-9a-f:]+")
_PUBLIC_HOST = rf"{_NAME}(?:\.{_NAME})+"
_MAIL = re.compile(rf"[\w.+-]+@{_PUBLIC_HOST}")
# A form of a site below an account has an `@` in its path now and then; a password before the host is no address to give.
_PAGE = re.compile(rf"https?://{_PUBLIC_HOST}(?::\d+)?(?:/[^\s\"'<>\\{{}}]*)?")
# As it stands in the source of a page, which is another address.
_COPIED = re.compile(r"&#?\w+;")
_FILE = re.compile(r"(?<!/)/[^/]+\.(?:html?|php)$")
_SETTINGS = ("site_url", "licentie", "contact")


def check(calls: Calls, first: Set[str] | None = None) -> tuple[Mistake, ...]:
    """What is wrong with the content that `calls` is about, in order of file and line.

    Given the addresses of the pages that come `first`, only their macros are called, as long as nothing else is wrong.
    """
    docs = calls.docs
    reading = read(docs)
    if not reading.drafts:
        return ordered(reading.mistakes)
    sourced = (docs / REGISTER).exists()
    rows, wrong_rows = read_register(docs) if sourced else ((), ())
    wrong_printed = check_printed(docs) if sourced else ()
    ledger, wrong_ledger = read_ledger(docs)
    here = {address(draft.path): draft.path for draft in reading.drafts}
    moves, wrong_moves = read_moves(docs, ledger, here.keys())
    moved = {place: here[moves[place]] for place in moves}
    named = {row.op_de_site for row in rows if not row.verband} | FIXED
    own = _own_addresses(reading, calls.elsewhere.site_url, here)
    # A row that can't be read may be of any id.
    unknown = posing(rows, reading.drafts) if rows and not wrong_rows else ()
    causes, lost = broken(reading, ledger, moves, named)
    ids = moved_ids(moved, ledger, reading)
    told = calls.mistakes(first if not reading.mistakes else None)
    # What else is wrong with an id that may not change at all, goes once it is what it was.
    changed = {(one.file, one.line, one.field) for one in causes}
    rest = [
        _led_on(one, moved, ids)
        for one in (*told, *wrong_rows, *unknown)
        if one.about not in lost and (one.file, one.line, one.field) not in changed
    ]
    return ordered((*causes, *own, *wrong_ledger, *wrong_moves, *wrong_printed, *rest))


def refuse_mistakes(calls: Calls, first: Set[str] | None = None) -> None:
    """Raise ContentError when anything is wrong with the content that `calls` is about, as `check` tells."""
    if mistakes := check(calls, first):
        raise ContentError(mistakes)


def _own_addresses(reading: Reading, site_url: str, here: Mapping[str, str]) -> Iterator[Mistake]:
    """Links to this site by its public address, as one copies them: those break when the site moves, and are not checked."""
    for draft in reading.drafts:
        for link in draft.prose.links if draft.prose else ():
            if not f"{link.name}/".startswith(site_url):
                continue
            place, sign, anchor = link.name[len(site_url) :].partition("#")
            page = here.get(f"{place.strip('/')}/".lstrip("/"))
            yield Mistake(
                draft.path,
                "dit is het adres van deze site zelf",
                link.line,
                value=link.name,
                expected="het pad van een bestand in docs/, gezien vanaf deze pagina",
                meant=page and f"{relpath(page, dirname(draft.path) or '.')}{sign}{anchor}",
            )


def _led_on(mistake: Mistake, moved: Mapping[str, str], ids: Mapping[str, str]) -> Mistake:
    """A dead link to a page that has moved is told with where that went, and the id that it had with the one of today."""
    if not mistake.about:
        return mistake
    if id := ids.get(mistake.about):
        return replace(mistake, meant=id)
    now = moved.get(address(mistake.about))
    _, sign, anchor = str(mistake.value).partition("#")
    return replace(mistake, meant=f"{relpath(now, dirname(mistake.file) or '.')}{sign}{anchor}") if now else mistake


def refuse_unknown(names: Iterable[object]) -> None:
    """Raise ContentError when a name below `extra` in mkdocs.yml is no setting of ours: nothing would come of what it says."""
    unknown = [
        Mistake(
            "mkdocs.yml",
            "deze instelling bestaat niet",
            field="extra",
            value=name,
            expected=f"een van {', '.join(_SETTINGS)}",
            meant=nearest(name, _SETTINGS),
        )
        for name in names
        if name not in _SETTINGS
    ]
    if unknown:
        raise ContentError(unknown)


def _refuse_unseen(field: str, typed: str) -> None:
    if found := unseen(typed):
        raise ContentError(
            [
                Mistake(
                    "mkdocs.yml",
                    "hier staat een teken dat niemand ziet",
                    field=field,
                    value=found,
                    expected="het adres opnieuw getypt",
                )
            ]
        )


def checked_contact(given: object) -> str | None:
    """The e-mail or web address at which one reaches who publishes the site; None as long as the setting says nothing.

    Raises ContentError for what nobody can write to.
    """
    if given is None:
        return None
    typed = given.strip() if isinstance(given, str) else ""
    _refuse_unseen("contact", typed)
    if not (_MAIL.fullmatch(typed) or _PAGE.fullmatch(typed)) or _COPIED.search(typed):
        raise ContentError(
            [
                Mistake(
                    "mkdocs.yml",
                    "hier kan niemand naar schrijven",
                    field="contact",
                    value=given,
                    expected="niets, een e-mailadres als `naam@voorbeeld.nl`, of een webadres als `https://voorbeeld.nl/contact/`",
                )
            ]
        )
    return typed


def checked_address(given: object) -> str:
    """The public address of the site, with a slash at its end; raises ContentError for one that no link can begin with."""
    typed = given.strip() if isinstance(given, str) else ""
    _refuse_unseen("SITE_URL", typed)
    folder = _FILE.sub("/", typed)
    if folder != typed or not _leads_somewhere(typed):
        raise ContentError(
            [
                Mistake(
                    "mkdocs.yml",
                    "dit is geen adres waar een site kan staan",
                    field="SITE_URL",
                    value="" if given is None else given,
                    expected="een adres als `https://voorbeeld.nl/` of `https://voorbeeld.nl/map/`",
                    meant=folder if folder != typed and _leads_somewhere(folder) else None,
                )
            ]
        )
    return typed.rstrip("/") + "/"


def _leads_somewhere(address: str) -> bool:
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and not (parts.query or parts.fragment)
        # It stands on every card, so no password may be in it.
        sound = sound and parts.username is None and _HOST.fullmatch(parts.hostname or "")
        sound = sound and not (parts.netloc.endswith(":") or re.search(r"//|/\.{1,2}(/|$)", parts.path.rstrip("/")))
        port_is_a_number = parts.port is None or parts.port > 0
    except ValueError:
        return False
    odd = _COPIED.search(address) or any(sign.isspace() or sign in "?#<>\"'\\{}" for sign in address)
    return bool(sound and port_is_a_number and not odd)
