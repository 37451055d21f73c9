"""A course as a package that learning environments import: links only, the same bytes on every machine.

Format: IMS Common Cartridge 1.1 (Moodle, Blackboard) and 1.3 (Canvas), profile of the manifest and of web links. What follows
from how importers read it, and not from the standard, says so.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Container, Iterator
from xml.sax.saxutils import escape, quoteattr

from ...knowledge.errors import ContentError, Mistake
from .archive import entry
from .course import MOST_SIGNS, Cursus, Module, Weblink

VERSIONS = {"1.1": "les.imscc", "1.3": "les-canvas.imscc"}
"""Each version with the name of its file beside the page of a lesson."""
ALL = {"1.1": "lessen/alle.imscc", "1.3": "lessen/alle-canvas.imscc"}
"""The packages with all lessons, below the site's root."""
MOST_LINKS = 200
_IMS = "http://www.imsglobal.org/xsd/imsccv{}"
_LOM = "http://ltsc.ieee.org/xsd/imsccv{}/LOM"
_PLAIN = re.compile(r"https://[!-~]+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


def cartridge(course: Cursus, version: str, known: Container[str], file: str, rights: str | None = None) -> bytes:
    """The package of `course` in `version` of the standard; `rights` is a line on its licence.

    `known` are the addresses that are there to stay. Raises ContentError about `file` with all that is wrong, for a link that
    importers lose without a word is found by no one.
    """
    if version not in VERSIONS:
        mistake = Mistake(
            file, "deze versie van het pakket bestaat niet", value=version, expected="een van " + ", ".join(VERSIONS)
        )
        raise ContentError([mistake])
    if wrong := list(mistakes(course, known, file)):
        raise ContentError(wrong)
    code = version.replace(".", "p")
    links = {
        _file(_id("link", module.titel, link.titel, link.url)): _weblink(link, code)
        for module in course.modules
        for link in module.links
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", allowZip64=False) as package:
        # Not deflated, for other builds of zlib make other bytes of it.
        package.writestr(entry("imsmanifest.xml"), _manifest(course, version, code, rights))
        for name, text in links.items():
            package.writestr(entry(name), text)
    return out.getvalue()


def mistakes(course: Cursus, known: Container[str], file: str) -> Iterator[Mistake]:
    """Everything for which `course` can't be a package."""
    yield from _wrong_title(course.titel, file)
    if not course.beschrijving.strip():
        yield Mistake(file, "dit pakket heeft geen beschrijving", expected="een zin die zegt wat erin zit")
    if not course.modules:
        yield Mistake(file, "dit pakket heeft geen lessen", expected="minstens één les")
    seen: set[str] = set()
    for module in course.modules:
        if module.titel in seen:
            # Moodle refuses a whole package in which two ids are the same.
            yield Mistake(
                file, "twee lessen in dit pakket heten hetzelfde", value=module.titel, expected="een andere titel"
            )
        seen.add(module.titel)
        yield from _wrong_module(module, known, file)
    if (count := len(course.links)) > MOST_LINKS:
        yield Mistake(file, "dit pakket heeft te veel links", value=count, expected=f"hoogstens {MOST_LINKS}")


def _wrong_module(module: Module, known: Container[str], file: str) -> Iterator[Mistake]:
    yield from _wrong_title(module.titel, file)
    if all(link.docent for link in module.links):
        # Moodle would show its heading with nothing below it.
        expected = "minstens één link voor studenten"
        yield Mistake(file, "deze les heeft in het pakket niets voor studenten", value=module.titel, expected=expected)
    seen: set[str] = set()
    for link in module.links:
        yield from _wrong_title(link.titel, file)
        if link.url in seen:
            yield Mistake(
                file, "twee links in één les hebben hetzelfde adres", value=link.url, expected="elk adres één keer"
            )
        seen.add(link.url)
        if not link.url.startswith("https://"):
            expected = "een adres met https, want een leeromgeving toont geen http; zet SITE_URL daarop"
            yield Mistake(file, "dit adres kan niet in een pakket", value=link.url, expected=expected)
        elif not _PLAIN.fullmatch(link.url):
            # Moodle makes http://invalidurldetected/ of it.
            expected = "een adres zonder spaties en zonder andere letters dan a tot en met z"
            yield Mistake(file, "dit adres kan niet in een pakket", value=link.url, expected=expected)
        elif link.url not in known:
            expected = "een pagina of anker van deze site"
            yield Mistake(file, "dit adres is niet van een pagina die blijft", value=link.url, expected=expected)


def _wrong_title(title: str, file: str) -> Iterator[Mistake]:
    if not title.strip():
        yield Mistake(file, "in het pakket is een titel leeg", expected="een titel die zegt wat het is")
    elif len(title) > MOST_SIGNS:
        yield Mistake(
            file, "in het pakket is een titel te lang", value=title, expected=f"hoogstens {MOST_SIGNS} tekens"
        )
    if re.search("[<>]", title):
        # Moodle prints the title of a module as it is.
        yield Mistake(file, "een titel in het pakket lijkt op HTML", value=title, expected="een titel zonder < en >")
    if sign := _UNPRINTABLE.search(title):
        expected = "een titel met alleen leesbare tekens"
        yield Mistake(
            file, "een titel in het pakket heeft een onleesbaar teken", value=ascii(sign[0]), expected=expected
        )


def _id(*parts: str) -> str:
    """An id that follows from a path of titles and an address: titles alone are the same in more than one place."""
    return "i" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _file(id: str) -> str:
    return f"links/{id}.xml"


def _weblink(link: Weblink, code: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<webLink xmlns="{_IMS.format(code)}/imswl_v{code}">'
        f"<title>{escape(link.titel)}</title><url href={quoteattr(link.url)}/></webLink>\n"
    )


def _manifest(course: Cursus, version: str, code: str, rights: str | None) -> str:
    # The first namespace unprefixed and early: Moodle looks for its text at the beginning of the file.
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="{_IMS.format(code)}/imscp_v1p1"'
        f' xmlns:lom="{_LOM.format(code)}/resource" xmlns:lomimscc="{_LOM.format(code)}/manifest"'
        f' identifier="{_id("pakket", course.titel)}">\n'
    )
    items = "".join(_items(module) for module in course.modules)
    resources = "".join(_resource(module, link, code) for module in course.modules for link in module.links)
    return (
        f"{head}<metadata><schema>IMS Common Cartridge</schema><schemaversion>{version}.0</schemaversion>\n"
        f"<lomimscc:lom><lomimscc:general><lomimscc:title>{_string(course.titel)}</lomimscc:title>"
        f"<lomimscc:language>nl</lomimscc:language>"
        f"<lomimscc:description>{_string(course.beschrijving)}</lomimscc:description></lomimscc:general>"
        f"{_rights(rights)}</lomimscc:lom></metadata>\n"
        f'<organizations><organization identifier="{_id("lessen", course.titel)}" structure="rooted-hierarchy">'
        f'<item identifier="{_id("wortel", course.titel)}">\n{items}</item></organization></organizations>\n'
        f"<resources>\n{resources}</resources>\n</manifest>\n"
    )


def _string(text: str) -> str:
    return f'<lomimscc:string language="nl">{escape(text)}</lomimscc:string>'


def _rights(rights: str | None) -> str:
    if rights is None:
        return ""
    return (
        "<lomimscc:rights><lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value>"
        f"</lomimscc:copyrightAndOtherRestrictions><lomimscc:description>{_string(rights)}</lomimscc:description>"
        "</lomimscc:rights>"
    )


def _items(module: Module) -> str:
    links = "".join(
        f'<item identifier="{_id("link", module.titel, link.titel, link.url)}" identifierref="{_reference(module, link)}">'
        f"<title>{escape(link.titel)}</title></item>\n"
        for link in module.links
    )
    return f'<item identifier="{_id("module", module.titel)}"><title>{escape(module.titel)}</title>\n{links}</item>\n'


def _reference(module: Module, link: Weblink) -> str:
    return _id("bron", module.titel, link.titel, link.url)


def _resource(module: Module, link: Weblink, code: str) -> str:
    # Moodle hides it, Canvas doesn't publish it; others show it to all, so nothing in it is secret.
    teacher = (
        "<metadata><lom:lom><lom:educational><lom:intendedEndUserRole><lom:source>IMSGLC_CC_Rolesv1p1</lom:source>"
        "<lom:value>Instructor</lom:value></lom:intendedEndUserRole></lom:educational></lom:lom></metadata>"
        if link.docent
        else ""
    )
    file = _file(_id("link", module.titel, link.titel, link.url))
    return (
        f'<resource identifier="{_reference(module, link)}" type="imswl_xmlv{code}">{teacher}'
        f'<file href="{file}"/></resource>\n'
    )
