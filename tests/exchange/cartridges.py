"""What a Common Cartridge must be for importers to take all of it, one rule a function, and its tree as an importer reads it."""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from macros.exchange.lms.cartridge import MOST_LINKS
from macros.exchange.lms.course import MOST_SIGNS

BASE = {"1.1.0": "1p1", "1.3.0": "1p3"}
LOM = "lom:educational/lom:intendedEndUserRole"


@dataclass(frozen=True)
class Cartridge:
    """The package as read: its files in order, and its manifest."""

    files: dict[str, bytes]
    entries: list[zipfile.ZipInfo]

    @classmethod
    def read(cls, package: bytes):
        with zipfile.ZipFile(io.BytesIO(package)) as zipped:
            return cls({one.filename: zipped.read(one) for one in zipped.infolist()}, zipped.infolist())

    @cached_property
    def manifest(self):
        return etree.fromstring(self.files["imsmanifest.xml"])

    @cached_property
    def code(self) -> str:
        version = self.manifest.findtext("{*}metadata/{*}schemaversion")
        return BASE.get(version, "unknown")

    @cached_property
    def spaces(self) -> dict[str, str]:
        base = f"http://www.imsglobal.org/xsd/imsccv{self.code}"
        lom = f"http://ltsc.ieee.org/xsd/imsccv{self.code}/LOM"
        return {
            "cp": f"{base}/imscp_v1p1",
            "wl": f"{base}/imswl_v{self.code}",
            "lom": f"{lom}/resource",
            "lm": f"{lom}/manifest",
        }

    def find(self, path: str) -> list:
        return self.manifest.xpath(path, namespaces=self.spaces)


def first_namespace(one: Cartridge):
    """Moodle looks for the text of it at the beginning of the file, and does not know a prefix."""
    head = one.files["imsmanifest.xml"][:1024].decode()
    return re.search(rf'<manifest xmlns="{re.escape(one.spaces["cp"])}"', head) is not None


def schema(one: Cartridge):
    return one.find("string(cp:metadata/cp:schema)") == "IMS Common Cartridge" and one.code != "unknown"


def described(one: Cartridge):
    general = one.find("cp:metadata/lm:lom/lm:general")
    return len(general) == 1 and all(
        general[0].xpath(f"string({path})", namespaces=one.spaces)
        for path in ("lm:title/lm:string[@language='nl']", "lm:language[.='nl']", "lm:description/lm:string")
    )


def rooted(one: Cartridge):
    """One organisation with one root that has no title; all else has exactly one."""
    roots = one.find("cp:organizations/cp:organization[@structure='rooted-hierarchy']/cp:item")
    titles = [len(item.findall("{*}title")) for item in one.find("//cp:item")]
    return len(roots) == 1 and len(one.find("//cp:organization")) == 1 and titles == [0, *[1] * (len(titles) - 1)]


def two_deep(one: Cartridge):
    """Modules below the root, links below these, and nothing deeper: Canvas puts a link below the root in a module of its own."""
    root = "cp:organizations/cp:organization/cp:item"
    return (
        not one.find(f"{root}/cp:item[@identifierref]")
        and not one.find(f"{root}/cp:item/cp:item[not(@identifierref)]")
        and not one.find(f"{root}/cp:item/cp:item/cp:item")
        and not one.find(f"{root}/cp:item[not(cp:item)]")
    )


def titled(one: Cartridge):
    titles = one.find("//cp:item/cp:title/text()")
    items = one.find("//cp:item[cp:title]")
    return len(titles) == len(items) and all(
        title.strip() and len(title) <= MOST_SIGNS and not re.search("[<>]", title) for title in titles
    )


def ids_once(one: Cartridge):
    ids = one.find("//@identifier")
    return len(ids) == len(set(ids)) and all(re.fullmatch("i[0-9a-f]{32}", id) for id in ids)


def references_lead(one: Cartridge):
    """Every link to a resource, and every resource linked to: a dead one loses its link without a word."""
    return sorted(one.find("//@identifierref")) == sorted(one.find("//cp:resource/@identifier"))


def resources(one: Cartridge):
    kind = f"imswl_xmlv{one.code}"
    return all(
        resource.get("type") == kind
        and resource.get("href") is None
        and [etree.QName(child).localname for child in resource if etree.QName(child).localname != "metadata"]
        == ["file"]
        for resource in one.find("//cp:resource")
    )


def files_there(one: Cartridge):
    return sorted(one.find("//cp:file/@href")) == sorted(set(one.files) - {"imsmanifest.xml"})


def weblinks(one: Cartridge):
    """Each in the namespace of the same version, with a title and an address that Moodle leaves as it is."""
    for name in set(one.files) - {"imsmanifest.xml"}:
        link = etree.fromstring(one.files[name])
        address = link.xpath("string(wl:url/@href)", namespaces=one.spaces)
        if link.tag != f"{{{one.spaces['wl']}}}webLink" or not link.xpath("string(wl:title)", namespaces=one.spaces):
            return False
        if not re.fullmatch(r"https://[!-~]+", address) or link.xpath("wl:url/@target", namespaces=one.spaces):
            return False
    return True


def addresses_once(one: Cartridge):
    return all(len(urls) == len(set(urls)) for _, links in tree(one) for urls in [[url for _, url, _ in links]])


def something_for_students(one: Cartridge):
    return all(not all(teacher for _, _, teacher in links) for _, links in tree(one))


def few_enough(one: Cartridge):
    return len(one.find("//cp:resource")) <= MOST_LINKS


def roles(one: Cartridge):
    """Only the one that hides a link from students, where there is any."""
    educational = "cp:metadata/lom:lom/lom:educational/lom:intendedEndUserRole"
    return all(
        [part.text for part in role] == ["IMSGLC_CC_Rolesv1p1", "Instructor"]
        for role in one.find(f"//cp:resource/{educational}")
    ) and len(one.find("//cp:resource/cp:metadata")) == len(one.find(f"//cp:resource/{educational}"))


def stored(one: Cartridge):
    """Not deflated, the manifest first, and of no day and no machine."""
    return one.entries[0].filename == "imsmanifest.xml" and all(
        (entry.compress_type, entry.date_time, entry.create_system, entry.external_attr >> 16)
        == (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0), 3, 0o100644)
        for entry in one.entries
    )


def tree(one: Cartridge) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Modules with their links, each with title, address and whether it is for the teacher: what an importer would make of it."""
    found = []
    for module in one.find("cp:organizations/cp:organization/cp:item/cp:item"):
        links = []
        for item in module.findall("cp:item", one.spaces):
            (resource,) = one.find(f"//cp:resource[@identifier='{item.get('identifierref')}']") or [None]
            if resource is None:
                continue
            file = one.files.get(resource.find("cp:file", one.spaces).get("href"))
            link = None if file is None else etree.fromstring(file).find("wl:url", one.spaces)
            if link is None or not (item.findtext("cp:title", "", one.spaces)).strip():
                continue
            teacher = "Instructor" in resource.xpath(
                f"cp:metadata/lom:lom/{LOM}/lom:value/text()", namespaces=one.spaces
            )
            links.append((item.findtext("cp:title", "", one.spaces), link.get("href"), teacher))
        found.append((module.findtext("cp:title", "", one.spaces), links))
    return found


RULES = (
    first_namespace,
    schema,
    described,
    rooted,
    two_deep,
    titled,
    ids_once,
    references_lead,
    resources,
    files_there,
    weblinks,
    addresses_once,
    something_for_students,
    few_enough,
    roles,
    stored,
)


def broken(package: bytes) -> list[str]:
    """Names of the rules that a package breaks; those of a manifest that can't be read are all."""
    one = Cartridge.read(package)
    found = []
    for rule in RULES:
        try:
            right = rule(one)
        except (etree.XMLSyntaxError, KeyError, AttributeError):
            right = False
        found += [] if right else [rule.__name__]
    return found


def respelled(package: bytes, changes: dict[str, tuple[str, str]], drop: str = "", deflate: bool = False) -> bytes:
    """The package with, in each file that fits a pattern, the first of one text replaced by another; `drop` leaves files out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            text = old.read(entry).decode()
            for pattern, (before, after) in changes.items():
                if re.match(pattern, entry.filename) and before in text:
                    text = text.replace(before, after, 1)
            if not drop or not re.match(drop, entry.filename):
                new.writestr(entry, text, zipfile.ZIP_DEFLATED if deflate else None)
            else:
                drop = ""
    return out.getvalue()
