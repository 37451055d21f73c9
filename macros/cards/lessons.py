"""Lessons on A4: the running order for the teacher and the sheet for students, as PDF/UA-1."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..knowledge.gevaar import GEVAAR
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.lessons import (
    DOCENT,
    MEELUISTERT,
    NIET_GEPROBEERD,
    STUDENT,
    TERUGKIJKEN,
    Gebruik,
    Lesplan,
    Lesstap,
    plan_of,
    print_path,
)
from ..knowledge.records import Les
from .a4 import before, on_paper, said, where_to_print
from .deck.links import printed_address, qr_name
from .shop import Print, PrintShop

_PAGES = {DOCENT: 4, STUDENT: 2}
"""How many pages each print may have: two sheets for who stands before the group, and one for a student."""
_SIZE = {DOCENT: 9.5, STUDENT: 10}
"""Of the type, in pt."""
_NAMES = {DOCENT: "draaiboek voor de docent", STUDENT: "blad voor studenten"}


def lesson_prints(bank: Kennisbank) -> Iterator[tuple[str, Print]]:
    """Path of every print of a lesson, and how it is made."""
    for lesson in bank.of_kind(Les):
        for name in _PAGES:
            yield print_path(bank.path_of(lesson.id), name), partial(render_lesson, lesson=lesson, name=name)


def render_lesson(shop: PrintShop, lesson: Les, name: str) -> bytes:
    """Print `name`, DOCENT or STUDENT, of `lesson`; equal input gives equal bytes.

    Raises ContentError when it is too long or misses a letter.
    """
    path, plan = shop.bank.path_of(lesson.id), plan_of(shop.bank, lesson)
    url = shop.address(lesson.id if name == DOCENT else f"{lesson.id}-student")
    codes = [] if name == DOCENT else [(one, shop.address(one.id)) for one in plan.op_blad]
    data = {
        "titel": f"{lesson.titel}: {_NAMES[name]}",
        "beschrijving": lesson.samenvatting,
        "les": lesson.korte_titel,
        "naam": lesson.titel,
        "boven": f"Les {lesson.nummer} · {_NAMES[name]}",
        "url": url,
        "adres": printed_address(url),
        "qr": qr_name(url),
        "maat": _SIZE[name],
        "hoogstens": _PAGES[name],
        "terugkijken": TERUGKIJKEN[name],
        "codes": [
            {"id": None if one.heel else one.id, "naam": one.naam, "url": to, "qr": qr_name(to)} for one, to in codes
        ],
        **(_for_teacher(shop, plan) if name == DOCENT else _for_students(shop, plan)),
    }
    sheet, fields = f"het {_NAMES[name]}", "`gebruikt` of `op_blad`"
    urls = {url, *(to for _, to in codes)}
    return on_paper(shop, "les.typ", data, urls, path, sheet, _PAGES[name], fields, "DuplexFlipLongEdge")


def _common(shop: PrintShop, plan: Lesplan) -> dict:
    lesson = plan.les
    return {
        "doelen": [one.tekst for one in lesson.leerdoelen],
        "vooraf_student": [before(shop, one) for one in lesson.vooraf_student or ()],
        "afspraken": [[f"{one.kop}." if one.kop else "", one.tekst] for one in plan.afspraken],
        "gevoelig": [f"{note} {MEELUISTERT}" for note in plan.gevoelig],
        "casus": lesson.casus,
        "na": lesson.opdracht_na,
        "rubriek": [[one.criterium, one.nog_niet, one.voldoende, one.sterk] for one in lesson.rubriek],
    }


def _for_teacher(shop: PrintShop, plan: Lesplan) -> dict:
    lesson = plan.les
    to_print = [where_to_print(shop, id) for id in lesson.printen]
    not_tried = f"Nog niet uitgeprobeerd. {NIET_GEPROBEERD}"
    return _common(shop, plan) | {
        "voor": "docent",
        "feiten": plan.feiten,
        "stand": None if lesson.uitgeprobeerd else not_tried,
        "vooraf_docent": [before(shop, one) for one in lesson.vooraf_docent],
        "nodig": [*to_print, *(one.regel for one in lesson.materiaal or ())],
        "veiligheid": lesson.veiligheid,
        "gevaar": GEVAAR,
        "online": lesson.online,
        "stappen": [
            _step(step) | {"tekst": step.stap.docent, "korter": step.stap.inkorten, "dingen": _used(step.gebruikt)}
            for step in plan.stappen
        ],
    }


def _for_students(shop: PrintShop, plan: Lesplan) -> dict:
    """Nothing of what is for the teacher may be in here."""
    return _common(shop, plan) | {
        "voor": "student",
        "feiten": plan.feiten[:1],
        "stappen": [
            _step(step) | {"tekst": step.stap.student, "korter": None, "dingen": [said(one) for one in step.op_blad]}
            for step in plan.stappen
            if step.stap.student
        ],
    }


def _step(step: Lesstap) -> dict:
    return {
        "nummer": step.nummer,
        "kop": step.stap.kop,
        "tijd": f"{step.begin}–{step.eind}",
        "duur": f"{step.stap.minuten} minuten",
        "met": step.stap.met,
    }


def _used(used: tuple[Gebruik, ...]) -> list[dict]:
    return [
        said(one.verteld, f"uitgeschreven bij stap {one.eerder}") if one.eerder else said(one.verteld) for one in used
    ]
