"""Whether a site is built for an address that nobody can reach, so that its QR codes lead nowhere."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

_KEPT_FREE = ("example", "example.com", "example.net", "example.org", "invalid", "localhost", "test")
"""Names that no site ever has: RFC 2606 and RFC 6761."""


def trial_host(site_url: str) -> str | None:
    """The host of `site_url` when it is one for examples or tests, or this machine itself."""
    host = urlsplit(site_url).hostname or ""
    if any(host == name or host.endswith(f".{name}") for name in _KEPT_FREE):
        return host
    try:
        return host if ipaddress.ip_address(host).is_loopback else None
    except ValueError:
        return None


def warning(site_url: str) -> str | None:
    """One line for who builds the site, when it is only a trial."""
    host = trial_host(site_url)
    return host and (
        f"Let op: dit is een proefadres ({host}); de QR-codes leiden nergens heen en bij elke staat ‘proefadres’."
        " Zet vóór het printen SITE_URL op het echte adres van de site."
    )
