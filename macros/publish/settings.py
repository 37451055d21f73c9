"""What stands below `extra` in mkdocs.yml: the settings of a site, each checked before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from ..exchange import chosen_licence
from ..knowledge.errors import ContentError, Mistake, nearest
from ..knowledge.files import unseen

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


def checked_settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings as the rooms use them; raises ContentError for what can't be one."""
    refuse_unknown(given)
    return {
        "site_url": checked_address(given.get("site_url")),
        "licentie": chosen_licence(given.get("licentie")),
        "contact": checked_contact(given.get("contact")),
    }


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
