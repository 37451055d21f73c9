"""What a host is to say of the site's files: the content security policy, computed from the pages as built, and how long to keep.

No inline code runs but what was hashed here.

Standard: Content Security Policy Level 3, sections 6.1 (directives) and 6.7.3 (hash sources).
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path
from urllib.parse import urlsplit

from ...knowledge.errors import ContentError, Mistake
from ..made.browser import FOLDER
from .head import put_first

_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
FOREVER = "public, max-age=31536000, immutable"
"""How long a file is kept that is named by its content: a year."""
REFUSING = ("reflectie/", "reflectie/team/")
"""The pages that no other site may show in a frame: they keep what one fills in, or use the camera.

All others hold no login, no form that sends something and nothing to wipe, so there is nothing to press by mistake in them.
"""
_REFERRER = "no-referrer"
_CAMERA = REFUSING[1]
_PERMISSIONS = "camera={}, microphone=(), geolocation=(), browsing-topics=()"
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S | re.I)
# A script with an address, or a block of data such as JSON-LD.
_NOT_INLINE_CODE = re.compile(r"""(?:^|\s)(?:src\s*=|type\s*=\s*["']?application/(?:\w+\+)?json)""", re.I)

_TAG = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*+>""", re.I)
_LEADS = re.compile(r"""\s(?:href|src|action|formaction)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.I)
_OPENS = ("http", "https", "mailto", "tel")


def refuse_schemes(path: str, content: str) -> str:
    """HTML `content` of the page at `path`; raises ContentError for an address in it that would do something else than open.

    Before the build every link was checked as it was typed; this is what Markdown made of it.
    """
    for typed in (one for tag in _TAG.findall(content) for one in _LEADS.findall(tag)):
        # A browser leaves out what nobody sees.
        address = re.sub(r"[\x00-\x20]", "", html.unescape("".join(typed)))
        scheme = _SCHEME.match(address)
        if scheme and scheme[0].lower() not in _OPENS:
            expected = "een adres dat met https://, mailto: of tel: begint, of het pad van een bestand in docs/"
            message = "dit adres kan een lezer niet openen"
            raise ContentError([Mistake(path, message, value=address, expected=expected)])
    return content


def inline_hashes(page: str) -> tuple[str, ...]:
    """CSP hash sources of the executable inline scripts in HTML text `page`, in order of appearance."""
    found = []
    for script in _SCRIPT.finditer(page):
        if _NOT_INLINE_CODE.search(script["attributes"]):
            continue
        digest = hashlib.sha256(script["code"].encode()).digest()
        found.append(f"'sha256-{base64.b64encode(digest).decode()}'")
    return tuple(dict.fromkeys(found))


def policy(hashes: tuple[str, ...]) -> str:
    """The policy as text, allowing inline scripts with these `hashes`."""
    directives = {**_DIRECTIVES, "script-src": " ".join([_DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def secure(site_dir: Path, site_url: str) -> None:
    """Write into every page of the built site what a page can say of this itself, and all of it into `_headers`.

    A host reads that file at its own root, so its paths begin with the folder of `site_url`.

    Raises ValueError for a page without a charset, behind which the policy must stand before any script.
    """
    hashes: dict[str, None] = {}
    referrer = f'<meta name="referrer" content="{_REFERRER}">'
    for file in sorted(site_dir.rglob("*.html")):
        page = file.read_text(encoding="utf-8")
        own = inline_hashes(page)
        hashes.update(dict.fromkeys(own))
        tag = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy(own), quote=True)}">'
        put_first(file, page, f"{tag}\n{referrer}")
    text = headers(tuple(hashes), urlsplit(site_url).path)
    (site_dir / "_headers").write_text(text, encoding="utf-8")


def headers(hashes: tuple[str, ...], folder: str) -> str:
    """The rules of `_headers`, given the site's own `folder`.

    A host gives a page the headers of every rule that fits, or of the last one, and of two policies a browser obeys both.
    So what differs between parts of the site, which is also what only a header can say, is in no rule for all of it. Of who
    may show a page in a frame the others say nothing: any word for all would leave out an app with a scheme of its own.
    """
    rules = {
        "*": {
            "Content-Security-Policy": policy(hashes),
            "Referrer-Policy": _REFERRER,
            "X-Content-Type-Options": "nosniff",
            "Permissions-Policy": _PERMISSIONS.format("()"),
        }
    }
    for page in REFUSING:
        # However a host answers it: some leave out the slash, some also know the file.
        for place in (page.rstrip("/"), page, f"{page}index.html"):
            rules[place] = {"Content-Security-Policy": "frame-ancestors 'self'"}
    # Of what is said twice here the last counts.
    rules[f"{_CAMERA}*"] = {"Permissions-Policy": _PERMISSIONS.format("(self)")}
    # By their folder, for hosts read only so many rules. Of all other files they have a browser ask anew.
    rules[f"{FOLDER}/*"] = {"Cache-Control": FOREVER}
    return "".join(
        f"{folder}{place}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.items())
        for place, rule in rules.items()
    )
