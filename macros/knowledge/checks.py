"""What can only be told of the pages together: ids, relations, links, numbers and signs that must be there, and once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from posixpath import basename, dirname, relpath

from .drafts import Draft
from .errors import Mistake, nearest
from .files import Content, published_before
from .frontmatter import read_text
from .items import is_public, meant_address
from .kennisbank import resolve
from .lessons import wrong_lessons
from .pictures import PICTURES
from .plain_yaml import Path_
from .programmes import LOS, wrong_programmes
from .prose import PASSING, Mention
from .records import KINDS, Begrip, Deck, Spanningsveld

# Fields that hold ids of pages and parts, by name, since they mean the same wherever they stand.
_ASKS = ("naar", "kaarten", "ook", "zie", "zie_ook", "bij", "van", "gebruikt", "op_blad", "printen", "wat")
# And what else names a thing at most once.
_IDS = (*_ASKS, "bron")
_ONCE = (*_IDS, "voor", "niveau", "maten", "fasen", "doelen", "noten", "schrijven", "bewegen")
# Fields that only lead to pages of these kinds: whether to parts of them as well, and what is told.
_FRAMED = tuple(kind for kind in KINDS if kind != "insluiting")
_LEADS_TO = {
    "zie": (("begrip", "model", "spanningsveld"), False, "het id van een begrip, een model of een spanningsveld"),
    "zie_ook": (("begrip",), False, "het id van een begrip"),
    "printen": (
        ("deck", "pagina", "werkkaart", "les", "lesblad", "programma"),
        False,
        "het id van een set kaarten, of van een pagina met iets om te printen",
    ),
    "bij": (_FRAMED, True, "het id van wat de insluiting toont, en niet van de insluiting zelf"),
    "van": (_FRAMED, False, "het id van een hele pagina, die zelf geen insluiting is"),
}
_PHASE = re.compile(r"fasen\[\d+\]\.id")
_REACHES = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+|tel:\+?\d[\d-]*", re.I)
_SIGNS = "assets/tekens"
# By kind what has a pictogram: its field, what it is, and what comes after the id in the name of the file.
_DRAWN = {
    "spanningsveld": (("pool_links", "pool", "-links"), ("pool_rechts", "pool", "-rechts")),
    "werkkaart": (("id", "werkkaart", ""),),
}


def together(docs: Path, content: Content, drafts: tuple[Draft, ...], claimed: set[str]) -> Iterator[Mistake]:
    """Everything wrong between pages; an id in `claimed` may be given out by what could not be read."""
    before = published_before(docs)
    drafts = tuple(sorted(drafts, key=lambda draft: _later(draft, before)))
    yield from _duplicates(drafts, before)
    yield from _taken(drafts)
    yield from _fields(drafts)
    yield from _sources(drafts)
    yield from _relations(drafts, claimed)
    yield from _phases(drafts, claimed)
    yield from _links(content, drafts)
    yield from _numbers(drafts)
    yield from _words(drafts)
    yield from _sought(drafts)
    yield from _missing_signs(docs, drafts)
    yield from _no_text(docs, content)
    yield from wrong_lessons(drafts)
    yield from wrong_programmes(drafts)


def _duplicates(drafts: tuple[Draft, ...], before: Mapping[str, Set[str]]) -> Iterator[Mistake]:
    first: dict[str, tuple[Draft, int]] = {}
    for draft in drafts:
        for number, one in enumerate(draft.declared):
            # An id stays with the page on which it was published.
            if one.id in before.get(draft.place, ()):
                first.setdefault(one.id, (draft, number))
    for draft in drafts:
        own = next((one for one in draft.declared if one.field == "id"), None)
        original = first[own.id][0] if own and own.id in first else draft
        if own and original is not draft:
            yield Mistake(
                draft.path,
                f"dit id is al van {original.path}",
                own.line,
                "id",
                own.id,
                "een eigen id; is dit bestand een kopie, dan ook voor alles wat erop staat",
                about=own.id,
            )
        for number, one in enumerate(draft.declared):
            other, place = first.setdefault(one.id, (draft, number))
            # Pages of a kind have the same headings, whatever words each of them had before.
            if other is not draft and one.heading and other.declared[place].heading:
                continue
            # Of a copy all ids are taken, and that is told once.
            if (other is not draft or place != number) and not (other is original is not draft):
                expected = f"een id dat nog nergens staat (dit staat ook in {other.path})"
                yield Mistake(draft.path, "dit id bestaat al", one.line, one.field or "id", one.id, expected)


def _taken(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Ids that would be twice on a page, or not be kept; and of data those that a link to a plan or to cards reads otherwise."""
    decks = "|".join(re.escape(draft.record.id) for draft in drafts if isinstance(draft.record, Deck))
    made = re.compile(rf"(zelf|klein|achter)-\d+|({decks})-(zelf|leeg-\d+)")
    for draft in drafts:
        for one in draft.declared:
            passing = PASSING.fullmatch(one.id)
            if passing or one.field and (one.id in LOS or made.fullmatch(one.id)):
                message = f"dit id is al van de {'pagina' if passing else 'site'} zelf"
                expected = "een ander id, zoals `sv4-v6`"
                yield Mistake(draft.path, message, one.line, one.field or "id", one.id, expected)


def _fields(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Ids of a spanningsveld and its questions: a link to them has the number of a field, and reads the field off a question."""
    for draft in drafts:
        field = draft.record
        if not isinstance(field, Spanningsveld):
            continue
        if field.id != f"sv{field.nummer}":
            expected = f"`sv{field.nummer}`, naar het nummer"
            yield draft.mistake(("id",), "zo heet dit spanningsveld niet", expected, field.id)
            continue
        for number, question in enumerate(field.vragen):
            if not question.id.startswith(f"{field.id}-"):
                message = "aan dit id zie je niet bij welk spanningsveld de vraag hoort"
                expected = f"een id dat met `{field.id}-` begint, zoals `{field.id}-eigen-1`"
                yield draft.mistake(("vragen", number, "id"), message, expected, question.id)


def _later(draft: Draft, before: Mapping[str, Set[str]]) -> tuple:
    """In which order pages had their ids: first those that were published before.

    A copy mostly has another name than its id, or the longer one of the two.
    """
    named = draft.name in (one.id for one in draft.declared if one.field == "id")
    return draft.place not in before, not named, len(draft.path), draft.path


def _sources(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Ids of the publications and places, each of which is there once; the fields `bron` name them."""
    known: dict[str, str] = {}
    for draft in drafts:
        for path, id in draft.leaves:
            if path[-1] == "id" and path[0] == "publicaties":
                if id in known:
                    expected = f"een id dat nog nergens staat (dit staat ook in {known[id]})"
                    yield draft.mistake(path, "dit id bestaat al", expected, id)
                known[id] = draft.path
    if not known:
        return
    listed = " en ".join(sorted(set(known.values())))
    for draft in drafts:
        for path, id in draft.leaves:
            if _field(path) == "bron" and id not in known and path not in draft.wrong:
                expected = f"een vindplaats uit de lijst in {listed}"
                yield draft.mistake(path, "bestaat niet", expected, id, nearest(id, known))


def _relations(drafts: tuple[Draft, ...], claimed: set[str]) -> Iterator[Mistake]:
    kinds = {
        one.id: (str((draft.parsed.data or {}).get("soort")), one.field != "id")
        for draft in drafts
        for one in draft.declared
    }
    known = kinds.keys()
    for draft in drafts:
        listed: set[tuple[Path_, str]] = set()
        for path, id in draft.leaves:
            name = _field(path)
            if name not in _ONCE or path in draft.wrong:
                continue
            if name in _IDS and id == (draft.parsed.data or {}).get("id"):
                yield draft.mistake(path, "dit is de pagina zelf", "het id van iets anders", id)
            elif (path[:-1], id) in listed:
                expected = "elk id één keer" if name in _IDS else "elk één keer"
                yield draft.mistake(path, "dit staat er twee keer", expected, id)
            elif name in _LEADS_TO and id in known and (name != "van" or path == ("van",)):
                allowed, parts, expected = _LEADS_TO[name]
                kind, part = kinds[id]
                if kind not in allowed and kind in KINDS or part and not parts:
                    yield draft.mistake(path, "hier hoort iets van een andere soort", expected, id)
            if isinstance(path[-1], int):
                listed.add((path[:-1], id))
            loose = LOS if name == "wat" else ()
            if name in _ASKS and not (id in known or id in claimed or id in loose):
                expected = "het id van een pagina, of van iets op een pagina"
                expected += f", of {', '.join(loose)}" if loose else ""
                yield draft.mistake(path, "bestaat niet", expected, id, nearest(id, {*known, *loose}), id)


def _phases(drafts: tuple[Draft, ...], claimed: set[str]) -> Iterator[Mistake]:
    """An estimate that says it goes with what is no phase."""
    declared = [one for draft in drafts for one in draft.declared]
    ids, phases = {one.id for one in declared}, {one.id for one in declared if _PHASE.fullmatch(one.field or "")}
    for draft in drafts:
        for path, id in draft.leaves:
            if path[-3:-1] == ("schatting", "fasen") and id not in phases | claimed and path not in draft.wrong:
                message = "dit is geen fase" if id in ids else "bestaat niet"
                expected, meant = "het id van een fase, zoals `wk8-fase2`", nearest(id, phases)
                yield draft.mistake(path, message, expected, id, meant, id)


def _field(path: Path_) -> str:
    return next(part for part in reversed(path) if isinstance(part, str))


def _links(content: Content, drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    by_path = {draft.path: draft for draft in drafts}
    for draft in drafts:
        for link in draft.prose.links if draft.prose else ():
            path, anchor = resolve(draft.path, link.name)
            if path is None:
                yield from _outside(draft, link)
            elif link.name.endswith("#"):
                expected = "na `#` het id van iets op die pagina, of de link van een kop"
                yield Mistake(draft.path, "deze link leidt nergens heen", link.line, value=link.name, expected=expected)
            elif link.name and (path in content.published or content.may_be(path)):
                if link.image and not path.endswith(PICTURES):
                    message, expected = "dit is geen plaatje", "een bestand in docs/assets/img/, of een link zonder `!`"
                    yield Mistake(draft.path, message, link.line, value=link.name, expected=expected, about=path)
                there = by_path.get(path)
                if anchor and there and there.prose and there.parsed.data and anchor not in there.anchors:
                    yield Mistake(
                        draft.path,
                        "dit anker bestaat niet op die pagina",
                        link.line,
                        value=link.name,
                        expected="het id van iets op die pagina, of de link van een kop",
                        meant=nearest(anchor, there.anchors),
                        about=anchor,
                    )
            elif "%20" in link.name:
                message, expected = (
                    "in het adres van deze link staat een spatie",
                    "de naam van een bestand zonder spaties",
                )
                yield Mistake(draft.path, message, link.line, value=link.name, expected=expected, about=path)
            else:
                yield Mistake(
                    draft.path,
                    "deze link leidt nergens heen",
                    link.line,
                    value=link.name,
                    expected="het pad van een bestand in docs/, gezien vanaf deze pagina",
                    meant=_meant(draft.path, link.name, path, content.published),
                    about=path,
                )


def _outside(draft: Draft, link: Mention) -> Iterator[Mistake]:
    if link.image:
        expected = "een bestand in docs/assets/img/"
        yield Mistake(
            draft.path, "een plaatje van elders laadt hier niet", link.line, value=link.name, expected=expected
        )
    elif link.name.lower().startswith(("http://", "https://")):
        if not is_public(link.name):
            message, expected = (
                "dit adres kan een lezer niet openen",
                "een adres op internet, zoals https://www.nji.nl/",
            )
            yield Mistake(
                draft.path, message, link.line, value=link.name, expected=expected, meant=meant_address(link.name)
            )
    elif link.name.lower().startswith(("mailto:", "tel:")):
        if not _REACHES.fullmatch(link.name):
            expected = "`mailto:` met een mailadres erachter, of `tel:` met een nummer zonder spaties"
            yield Mistake(draft.path, "hier is niemand te bereiken", link.line, value=link.name, expected=expected)
    else:
        yield Mistake(
            draft.path,
            "dit adres kan een lezer niet openen",
            link.line,
            value=link.name,
            expected="een adres dat met https://, mailto: of tel: begint, of het pad van een bestand in docs/",
        )


def _meant(page: str, typed: str, path: str, published: frozenset[str]) -> str | None:
    """What a dead link on `page` was probably meant to be: the page with that address on the site, the one of the same name
    elsewhere, or else the most similar.
    """
    if "\\" in typed:
        return typed.replace("\\", "/")
    if typed.lower().startswith("www."):
        return f"https://{typed}"
    if "@" in typed and "/" not in typed:
        return f"mailto:{typed}"
    shown = path.strip("/").removesuffix(".html").removesuffix("/index")
    here = [name for name in (f"{shown}.md", f"{shown}/index.md") if name in published]
    same = sorted(name for name in published if basename(name) == basename(path) != "index.md")
    near = here[0] if here else same[0] if len(same) == 1 else nearest(path, published)
    _, sign, anchor = typed.partition("#")
    return near and f"{relpath(near, dirname(page) or '.')}{sign}{anchor}"


def _numbers(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """A number, a theme or a place in the register that another page of the kind has."""
    seen: dict[tuple, Draft] = {}
    for draft in drafts:
        data = draft.parsed.data or {}
        # Of concepts the place is no more than an order of reading: two that share it stand by title.
        alone = {"thema": ("nummer", "thema"), "begrip": ()}.get(
            str(data.get("soort")), ("nummer", "volgorde", "inventaris")
        )
        for name in alone:
            value = data.get(name)
            if not isinstance(value, str) or (name,) in draft.wrong:
                continue
            other = seen.setdefault((data.get("soort"), name, value), draft)
            if other is not draft:
                expected = "iets dat nog geen andere pagina van deze soort heeft"
                yield draft.mistake((name,), f"dit heeft {other.path} ook", expected, value)


def _words(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Words by which a page is found that stand there twice, or by which one finds another page than that of the same name."""
    concepts = {
        draft.record.titel.casefold(): (draft.path, draft.record.id)
        for draft in drafts
        if isinstance(draft.record, Begrip)
    }
    for draft in drafts:
        seen: set[tuple[str | int, str]] = set()
        for path, word in draft.leaves:
            if path[0] not in ("synoniemen", "zoekwoorden") or path in draft.wrong:
                continue
            one = (path[0], " ".join(word.casefold().split()))
            other, id = concepts.get(one[1], (draft.path, ""))
            if one in seen:
                yield draft.mistake(path, "dit staat er twee keer", "elk woord één keer", word)
            elif path[0] == "synoniemen" and other != draft.path:
                expected = f"een ander woord, of `{id}` bij `zie_ook`"
                yield draft.mistake(path, f"dit is de titel van {other}", expected, word)
            seen.add(one)


def _sought(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Places with search words of their own that are not on their page."""
    for draft in drafts:
        for path, place in draft.leaves:
            if (
                path[0] == "zoekplekken"
                and path[-1] == "plek"
                and place not in draft.anchors
                and path not in draft.wrong
            ):
                expected = "het kenmerk van een zin, kop of alinea op deze pagina"
                yield draft.mistake(path, "bestaat niet", expected, place, nearest(place, draft.anchors))


def _missing_signs(docs: Path, drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """The pictograms of the poles, which pages, lines and cards show."""
    for draft in drafts:
        data = draft.parsed.data or {}
        if not isinstance(data.get("id"), str) or ("id",) in draft.wrong:
            continue
        for field_name, what, side in _DRAWN.get(str(data.get("soort")), ()):
            sign = f"{_SIGNS}/{data['id']}{side}.svg"
            if field_name in data and not (docs / sign).is_file():
                yield draft.mistake((field_name,), f"deze {what} heeft geen pictogram", f"een tekening in docs/{sign}")


def _no_text(docs: Path, content: Content) -> Iterator[Mistake]:
    """Pictograms in another encoding: pages and cards take them in as they are."""
    for path in sorted(content.assets):
        if path.startswith(f"{_SIGNS}/") and path.endswith(".svg"):
            wrong: list[Mistake] = []
            read_text(docs / path, path, wrong)
            yield from wrong
