"""The lessons as a course: for each a module with the links that a learning environment shows, in the order of use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.items import Vraag
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.lessons import OVERVIEW
from ...knowledge.records import Inleiding, Insluiting, Les, sheet_path
from ...knowledge.told import told

MOST_SIGNS = 100
"""The length of a title that every learning environment shows whole."""


@dataclass(frozen=True)
class Weblink:
    """A link with a title that says what it is wherever it stands; one for the teacher is hidden where that can be."""

    titel: str
    url: str
    docent: bool = False


@dataclass(frozen=True)
class Module:
    """A heading with the links below it."""

    titel: str
    links: tuple[Weblink, ...]


@dataclass(frozen=True)
class Cursus:
    """What one imports at once."""

    titel: str
    beschrijving: str
    modules: tuple[Module, ...]

    @property
    def links(self) -> tuple[Weblink, ...]:
        return tuple(link for module in self.modules for link in module.links)

    @property
    def als_tekst(self) -> str:
        """All links as plain text, to paste anywhere."""
        parts = ("\n".join([one.titel, *(f"{link.titel}: {link.url}" for link in one.links)]) for one in self.modules)
        return "\n\n".join(parts)


def course(bank: Kennisbank, address: Callable[[str], str], lessons: Iterable[Les] | None = None) -> Cursus:
    """The course of `lessons`, or of all; `address` gives the public address of an id.

    Raises ContentError for a lesson without a sheet for students.
    """
    chosen = tuple(bank.of_kind(Les) if lessons is None else lessons)
    about = _about(bank, address)
    if len(chosen) == 1:
        # Within the module of the lesson: a module of their own would come once more with the next lesson, with the same ids, and
        # importers take it for the one that is there.
        module = _module(bank, address, chosen[0], *about)
        return Cursus(module.titel, chosen[0].samenvatting, (module,))
    overview = bank.places[OVERVIEW].page.record
    # Moodle shows the links of the first module above all, so that is where to find out what this is.
    modules = (Module("Over deze lessen", about), *(_module(bank, address, one) for one in chosen))
    return Cursus(short(overview.titel), overview.samenvatting, modules)


def _about(bank: Kennisbank, address: Callable[[str], str]) -> tuple[Weblink, ...]:
    """What holds for every lesson: for students, and for the teacher, where there are pages for that."""
    if OVERVIEW not in bank.places:
        return ()
    overview = bank.places[OVERVIEW].page.record
    # The page itself is for who teaches.
    agreements = (overview.principes if isinstance(overview, Inleiding) else None) or (overview,)
    about = Weblink("Afspraken die in elke les gelden", address(agreements[0].id))
    if "lesgeven" not in bank.places:
        return (about,)
    return about, Weblink("Voor de docent: lesgeven met deze site", address("lesgeven"), docent=True)


def _module(bank: Kennisbank, address: Callable[[str], str], lesson: Les, *more: Weblink) -> Module:
    """The links of `lesson`, and `more` beside them: after what students read, and at the end for the teacher."""
    path = bank.path_of(lesson.id)
    sheet = bank.by_path.get(sheet_path(path))
    if sheet is None:
        expected = f"een bestand {sheet_path(path)}"
        raise ContentError(
            [Mistake(path, "zonder blad voor studenten kan deze les niet in een pakket", expected=expected)]
        )
    links = [Weblink(short(f"Blad voor studenten: {lesson.titel}"), address(sheet.record.id))]
    links += [Weblink(link_title(bank, id), address(id)) for id in _read(lesson)]
    links += [link for link in more if not link.docent]
    links.append(Weblink(short(f"Voor de docent: draaiboek {lesson.titel}"), address(lesson.id), docent=True))
    links += [
        Weblink(short(f"Voor de docent: {link_title(bank, id)}"), address(id), docent=True) for id in lesson.printen
    ]
    links += [link for link in more if link.docent]
    # What is read beforehand may be used in class as well.
    return Module(
        short(f"Les {lesson.nummer}: {lesson.titel}"),
        tuple({link.url: link for link in reversed(links)}.values())[::-1],
    )


def _read(lesson: Les) -> Iterator[str]:
    """Ids of what students read or use, in the order of the lesson."""
    beforehand = (one.van for one in lesson.vooraf_student or () if one.van)
    yield from dict.fromkeys([*beforehand, *(id for step in lesson.stappen for id in step.op_blad)])


def link_title(bank: Kennisbank, id: str) -> str:
    """What a link to `id` is called where nothing around it tells: its kind, its number, its name."""
    place = bank.places[id]
    record, name = place.page.record, told(bank, id).naam
    if isinstance(place.item, Vraag):
        return short(f"Vraag {id}: {name}")
    if isinstance(record, Insluiting):
        return short(f"Lijn: {record.korte_titel}")
    if not record.opschrift:
        return short(record.titel if place.item is None else f"{record.korte_titel}: {name}")
    # The title of a part may begin as its page does, such as a part of the podcast.
    return short(f"{record.opschrift}: {record.korte_titel if place.item is None else name}")


def short(title: str) -> str:
    """`title` in at most MOST_SIGNS signs, cut at a word, without the signs that Moodle would take for HTML."""
    plain = " ".join(title.replace("<", "‹").replace(">", "›").split())
    return plain if len(plain) <= MOST_SIGNS else plain[: MOST_SIGNS - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
