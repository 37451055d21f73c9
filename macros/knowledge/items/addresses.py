"""Addresses on the internet, which must work for every reader."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

_HOST = re.compile(r"([\w-]+\.)+[\w-]+")
_AT_HOME = re.compile(r"^(127|10|192\.168)\.|\.(local|localhost|internal|lan)$")


def _public(url: str) -> str:
    """An address that a reader can open as well."""
    if not is_public(url):
        raise PydanticCustomError("address", "een adres op internet, zoals https://www.nji.nl/")
    return url


def is_public(url: str) -> bool:
    """Whether `url`, with http or https, is one that works for everybody and not only where it was copied."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return bool(_HOST.fullmatch(host)) and "@" not in parts.netloc and not _AT_HOME.search(host) and url == _bare(url)


def meant_address(url: str) -> str | None:
    """What `url` was probably meant to be, when it is not public as it stands."""
    bare = _bare(url)
    return bare if is_public(bare) else None


def _bare(url: str) -> str:
    """`url` without the signs of the sentence that it was copied from."""
    bare = url.rstrip(".,;:\"'”’»>")
    for first, last in ("()", "[]"):
        # An address may well have both, as of a page about one of several things with a name.
        if bare.endswith(last) and bare.count(last) > bare.count(first):
            bare = bare.removesuffix(last)
    return bare if bare == url else _bare(bare)


Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$"), AfterValidator(_public)]
