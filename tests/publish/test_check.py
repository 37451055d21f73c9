"""Proves that every mistake of an editor is told before anything is built, as its cause and in the page at fault.

In process, on a copy of the real content.
"""

import hashlib
import re
import shutil

import pytest

from macros import calls
from macros.knowledge.errors import ContentError
from macros.knowledge.once import forget
from macros.knowledge.reader import load, read
from macros.pages.site import FIXED, address
from macros.publish import check, checked_address, checked_contact, refuse_unknown
from macros.publish.addresses.ledger import Published, read_all, write
from macros.publish.addresses.ledger import read as read_ledger
from macros.publish.addresses.moves import Moves, successors
from macros.publish.editions import shelf
from macros.publish.editions.shelf import zipped
from macros.publish.made.generated import each_once
from tests.conftest import ROOT, SITE_URL
from tests.knowledge.spoil import sound, spoil

FIELD = "spanningsvelden/doorgaan-of-vertragen.md"


@pytest.fixture
def docs(tmp_path):
    return shutil.copytree(ROOT / "docs", tmp_path / "docs")


@pytest.fixture
def small(tmp_path):
    """The little sound folder, of which every address is published."""
    docs = sound(tmp_path)
    write(docs, Published({address(draft.path): draft.anchors for draft in read(docs).drafts}))
    return docs


def told(docs) -> list[str]:
    return list(map(str, check(calls(docs, SITE_URL))))


def test_the_real_content_keeps_every_promise(docs):
    assert told(docs) == []


@pytest.mark.parametrize(
    "make, sentence",
    [
        (lambda text: None, "bronnen/gedrukt.csv: dit bestand ontbreekt"),
        (lambda text: text.replace(",", ";"), "bronnen/gedrukt.csv:1: de kolommen kloppen niet"),
        (lambda text: f"{text}p1,11,cit-15\n", "deze rij heeft een verkeerd aantal cellen; er staat `p1,11,cit-15`"),
    ],
    ids=["removed", "semicolons", "short"],
)
def test_a_spoiled_list_of_what_is_printed_is_told_in_one_sentence(make, sentence, docs):
    file = docs / "bronnen/gedrukt.csv"
    text = make(file.read_text(encoding="utf-8"))
    file.unlink()
    if text is not None:
        file.write_text(text, encoding="utf-8")
    (one,) = told(docs)
    assert sentence in one


@pytest.mark.parametrize(
    "row, sentence",
    [
        ("p1,11,cit-15,Havel", "veld `id`: deze rij staat er twee keer; er staat `cit-15`; verwacht: elke rij één keer (dit staat ook op regel 2)"),
        ("p1,11,cit-155,Havel", "veld `id`: dit id bestaat niet; er staat `cit-155`; verwacht: het id van een stem, een pagina of een vindplaats; bedoelde je `cit-15`?"),
        ("p9,11,cit-15,Havel", "veld `publicatie`: bestaat niet; er staat `p9`; verwacht: een publicatie uit het bronregister"),
        (",11,cit-15,Havel", "veld `publicatie`: dit veld is leeg; verwacht: een rij met een publicatie, een id en wat er gedrukt staat"),
        ("p1,11,cit-15,", "veld `gedrukt`: dit veld is leeg; verwacht: een rij met een publicatie, een id en wat er gedrukt staat"),
    ],
)  # fmt: skip
def test_a_row_of_what_is_printed_that_says_nothing_or_again_is_told(row, sentence, docs):
    with (docs / "bronnen/gedrukt.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    (one,) = told(docs)
    assert re.fullmatch(rf"bronnen/gedrukt\.csv:\d+: {re.escape(sentence)}", one)


def test_a_row_of_the_register_is_told_with_what_no_other_row_has(docs):
    """That of a question and of a relation; one that is free is the control."""
    spoil(docs, "bronnen/register.csv", ",vraag,sv4-v2,", ",vraag,sv4-v2x,")
    (sentence,) = [line for line in told(docs) if "staat niet op de site" in line]
    assert sentence.endswith("bedoelde je `sv4-v2`?")
    spoil(docs, "bronnen/register.csv", ",vraag,sv4-v3,,", ",vraag,sv4-v3,sv4-v2,")
    forget()
    (sentence,) = [line for line in told(docs) if "er staat `sv4-v2x`" in line]
    assert "`sv4-v2`?" not in sentence


@pytest.mark.parametrize(
    "file",
    ["adressen.txt", "verhuisd.yml", "bronnen/register.csv", "bronnen/gedrukt.csv", "edities/edities.yml", FIELD],
)
def test_two_versions_of_the_same_lines_are_told_in_whatever_file(file, docs):
    """As Git leaves them; in one sentence, and not with what seems to be gone because of it."""
    lines = (docs / file).read_text(encoding="utf-8").splitlines(keepends=True)
    last = lines[-1]
    (docs / file).write_text(
        "".join([*lines[:-1], "<<<<<<< HEAD\n", last, "=======\n", last, ">>>>>>> voorstel\n"]), encoding="utf-8"
    )
    (sentence,) = told(docs)
    assert sentence.startswith(
        f"{file}:{len(lines)}: hier staan twee versies van dezelfde regels onder elkaar; verwacht: een"
    )


def test_what_is_wrong_with_a_correction_is_told_with_the_rest(docs):
    day = shelf(docs)[-1].datum
    (docs / "edities/wijzigingen.yml").write_text(
        f"- {{datum: {day}, tekst: Hersteld., ids: [sv4-v66]}}\n", encoding="utf-8"
    )
    spoil(docs, "begrippen/vertragen.md", "\nthema: ", "\nthema: x")
    assert [one.split(":")[0] for one in told(docs)] == ["begrippen/vertragen.md", "edities/wijzigingen.yml"]


# What says to be of the publications


@pytest.mark.parametrize("id, example", [("verhaal-noor", "noor"), ("p2-noor", "noor")])
def test_an_id_that_says_to_be_of_a_publication_is_told_with_another(docs, id, example):
    """Of a page with all that begins with its id once; a published one is told as before."""
    text = (docs / "verhalen/denise.md").read_text(encoding="utf-8")
    text = re.sub("id: rel-09", "van_ons: true", text.replace("verhaal-denise", id))
    (docs / "verhalen/noor.md").write_text(re.sub(r"#(?:p2|hoe)-", f"#{id}-", text), encoding="utf-8")
    assert told(docs) == [
        "verhalen/noor.md:3: veld `id`: een id dat zo begint, is van de publicaties, en dit staat niet in het register; "
        f"er staat `{id}`; verwacht: een eigen id, zoals `{example}`"
    ]


def test_a_question_with_the_next_number_of_the_publication_is_told(docs):
    spoil(docs, FIELD, "stemmen:\n", "  - id: sv4-v12\n    vraag: En dan?\nstemmen:\n")
    (sentence,) = told(docs)
    assert "er staat `sv4-v12`; verwacht: een eigen id, zoals `sv4-eigen-1`" in sentence


# A copy of a page


COPIES = {
    "spanningsvelden/nieuw.md": FIELD,
    "spanningsvelden/sv4.md": FIELD,
    "begrippen/aa.md": FIELD,
    "modellen/n.md": "modellen/negen-werkwoorden.md",
    "werkkaarten/aan-de-lijn.md": "werkkaarten/tijdlijn.md",
    "begrippen/bb.md": "begrippen/vertragen.md",
    "kaarten/nieuw.md": "kaarten/index.md",
}


def test_a_copy_is_blamed_and_not_the_page_that_was_published(docs):
    """Whatever their names are: that of a field, a card or a model is not its id. Once for all that it holds."""
    for copy, original in COPIES.items():
        shutil.copy(docs / original, docs / copy)
    sentences = told(docs)
    for copy, original in COPIES.items():
        own = [line for line in sentences if line.startswith(f"{copy}:")]
        assert f": veld `id`: dit id is al van {original}; " in own[0]
        assert len(own) <= 2, "the id once for all that it holds, and the number"
    assert {line.split(":")[0] for line in sentences} == set(COPIES)


def test_an_item_that_takes_the_id_of_a_published_one_is_blamed(docs):
    """Also on a page that was there before, with a shorter name."""
    spoil(
        docs,
        "spanningsvelden/jij-en-ik-of-wij.md",
        "  - id: sv5-v1\n",
        "  - id: sv4-v6\n    vraag: Nieuw?\n  - id: sv5-v1\n",
    )
    sentences = told(docs)
    assert [line for line in sentences if "dit id bestaat al" in line and "jij-en-ik-of-wij.md" in line.split(":")[0]]
    assert [line for line in sentences if line.startswith(FIELD)] == []


# A page that got another name


def test_a_page_with_another_name_is_told_as_that_and_not_as_dead_links(docs):
    (docs / "begrippen/vertragen.md").rename(docs / "begrippen/langzaam.md")
    (sentence,) = told(docs)
    assert re.fullmatch(
        r"begrippen/vertragen\.md: deze pagina is gepubliceerd en staat er niet meer; \d+ links wijzen ernaar; verwacht: "
        r"dit bestand weer onder deze naam, of de regel `begrippen/vertragen/: begrippen/langzaam/` in verhuisd\.yml",
        sentence,
    )


def test_a_page_that_moved_to_another_folder_is_told_with_where_it_went(docs):
    (docs / "begrippen/vertragen.md").rename(docs / "modellen/vertragen.md")
    assert "de regel `begrippen/vertragen/: modellen/vertragen/` in verhuisd.yml" in next(
        line for line in told(docs) if line.startswith("begrippen/vertragen.md: ")
    )


def test_with_its_move_the_links_are_told_with_where_they_should_lead(docs):
    say(docs, "[Hier](droom.md#wat-helpt) staat meer.")
    (docs / "begrippen/droom.md").rename(docs / "begrippen/wens.md")
    move(docs, "begrippen/droom/: begrippen/wens/")
    sentences = told(docs)
    assert sentences and all("deze link leidt nergens heen" in line for line in sentences)
    assert all("wens.md`?" in line or "wens.md#" in line for line in sentences)
    assert sum("bedoelde je `wens.md#wat-helpt`?" in line for line in sentences) == 1


@pytest.mark.parametrize("page", ["begrippen/verdragen", "werkkaarten/tijdlijn", "lessen/van-plek-wisselen"])
def test_a_page_that_is_gone_is_told_once_and_not_for_all_that_names_what_was_on_it(docs, page):
    """Another id that nothing has is told still."""
    (docs / f"{page}.md").unlink()
    spoil(docs, "begrippen/droom.md", "zie_ook: [", "zie_ook: [verdwenen, ")
    sentences = told(docs)
    assert [line for line in sentences if line.startswith("begrippen/droom.md:")][0].count("`verdwenen`") == 1
    assert [line.split(":")[0] for line in sentences if not line.startswith("begrippen/droom.md:")] in (
        [f"{page}.md"],
        [f"{page}/index.md"],
    )


def test_with_its_move_what_named_a_page_is_told_with_the_new_one(docs):
    (docs / "begrippen/verdragen.md").unlink()
    move(docs, "begrippen/verdragen/: begrippen/droom/")
    named = [line for line in told(docs) if "er staat `verdragen`" in line]
    assert len(named) > 5 and all(line.endswith("bedoelde je `droom`?") for line in named)


def test_the_index_of_a_folder_and_the_home_page_are_pages_too(docs):
    (docs / "over/index.md").unlink()
    (docs / "index.md").unlink()
    home, other = told(docs)[:2]
    # An address that is empty can't move.
    assert home.startswith("index.md: ") and home.endswith("verwacht: dit bestand weer onder deze naam")
    assert other.startswith("over/index.md: ") and other.endswith("in verhuisd.yml")


def test_a_page_with_another_ending_is_told_once(docs):
    (docs / "begrippen/vertragen.md").rename(docs / "begrippen/vertragen.markdown")
    assert [line.split(":")[0] for line in told(docs)] == ["begrippen/vertragen.markdown"]


def move(docs, line: str) -> None:
    """Add a line to the moves."""
    with (docs / "verhuisd.yml").open("a") as moves:
        moves.write(f"{line}\n")


# The public address of the site, as one copies it


def say(docs, prose: str) -> None:
    """Put prose at the end of a page."""
    with (docs / "begrippen/vertragen.md").open("a") as page:
        page.write(f"\n{prose}\n")


MEANT = {
    "begrippen/droom/": "droom.md",
    "begrippen/droom#wat-helpt": "droom.md#wat-helpt",
    "begrippen/": "index.md",
    "": "../index.md",
    "begrippen/nergens/": None,
}
"""The file that is meant by what was copied behind the address of the site."""


def test_a_link_to_this_site_by_its_address_is_told_with_the_file(docs):
    """One to another site, of which the address begins alike, is not."""
    for copied in MEANT:
        say(docs, f"[Hier]({SITE_URL}{copied}) staat meer.")
    say(docs, f"Ook <{SITE_URL}begrippen/droom/>.")
    say(docs, f"[Daar]({SITE_URL.rstrip('/')}.nl/) staat meer.")
    for sentence, meant in zip(told(docs), [*MEANT.values(), "droom.md"], strict=True):
        asked = f"bedoelde je `{meant}`?" if meant else "gezien vanaf deze pagina"
        assert "dit is het adres van deze site zelf" in sentence and sentence.endswith(asked)


# An id that was changed


CHANGED = {"sv1-v2": "sv1-v22", "sv2-v2": "sv2-v99", "sv3-v2": "sv3-vraag", "sv4-v2": "twee"}


def test_an_id_of_a_question_stays_what_it_was_published_as(docs, bank):
    """Named by decks, by links and by the register; told once, where it was changed, however it looks."""
    expected = set()
    for old, new in CHANGED.items():
        file = bank.path_of(old)
        text = (docs / file).read_text()
        spoil(docs, file, f"id: {old}\n", f"id: {new}\n")
        expected.add(
            f"{file}:{text[: text.index(f'id: {old}')].count(chr(10)) + 1}: veld `vragen[2].id`: dit id is gepubliceerd als "
            f"`{old}` en blijft zo; er staat `{new}`; verwacht: het oude id, ook als de tekst verandert; bedoelde je `{old}`?"
        )
    sentences = told(docs)
    assert set(sentences) == expected and len(sentences) == len(expected)


PAGES = {"begrippen/vertragen.md": "vertragen", "index.md": "start", "reflectie/papier.md": "reflectie-papier"}


def test_so_do_the_ids_of_a_passage_and_of_pages(docs):
    for file, old in PAGES.items():
        spoil(docs, file, f"\nid: {old}\n", "\nid: iets-anders\n")
    spoil(docs, FIELD, "{: #sv4-k1 }", "{: #sv4-kern }")
    *pages, passage = told(docs)
    assert passage.startswith(FIELD) and "dit id is gepubliceerd als `sv4-k1` en blijft zo" in passage
    for sentence, (file, old) in zip(pages, PAGES.items(), strict=True):
        assert sentence.startswith(f"{file}:3: veld `id`: dit id is gepubliceerd als `{old}` en blijft zo")


def test_a_new_question_breaks_no_promise(docs):
    spoil(docs, FIELD, "stemmen:\n", "  - id: sv4-eigen-1\n    vraag: Wat nog meer?\nstemmen:\n")
    assert told(docs) == []


def test_of_a_copied_lesson_the_copy_is_blamed_and_not_the_sheet_of_the_original(docs):
    shutil.copy(docs / "lessen/van-plek-wisselen.md", docs / "lessen/aan-tafel.md")
    assert {line.split(":")[0] for line in told(docs)} == {"lessen/aan-tafel.md"}


def test_templates_lead_to_fixed_pages_only():
    """A page that a template names must be in FIXED, or its id could be changed without a word."""
    named = set()
    for file in [
        *ROOT.glob("overrides/**/*.html"),
        *ROOT.glob("macros/**/*.jinja"),
        *ROOT.glob("macros/pages/**/*.py"),
    ]:
        named |= set(re.findall(r"site\.url\(['\"]([a-z0-9-]+)['\"]\)", file.read_text(encoding="utf-8")))
    anchors = {anchor for anchors in read_ledger(ROOT / "docs")[0].values() for anchor in anchors}
    # Of a page that has the name of an anchor elsewhere, such as `lessen`, it is the page that is meant.
    pages = {page.record.id for page in load(ROOT / "docs").pages}
    assert len(named) > 5 and named - FIXED - (anchors - pages) == set()


@pytest.mark.parametrize("path, id", [("begeleiden/programma/even-stilstaan.md", "pr1"), ("lesgeven.md", "lesgeven")])
def test_another_id_of_a_page_that_is_named_by_ours_is_told_and_nothing_falls_over_it(path, id, docs):
    spoil(docs, path, f"id: {id}\n", f"id: {id}-anders\n")
    (line,) = told(docs)
    assert line.startswith(f"{path}:3: veld `id`: dit id is gepubliceerd als `{id}` en blijft zo")


def test_another_id_of_the_page_with_all_lessons_is_told_and_nothing_falls_over_it(docs):
    spoil(docs, "lessen/index.md", "id: lessen\n", "id: lessen-anders\n")
    first, *rest = told(docs)
    assert first.startswith("lessen/index.md:3: veld `id`: dit id is gepubliceerd als `lessen` en blijft zo")
    # What the packages on it say is beside it.
    assert len(rest) == 1 and "verwacht: een van lessen, les1" in rest[0]


def test_two_questions_that_exchange_their_ids_are_told_with_the_right_ones(docs):
    """One that only has other words is not, nor two that changed places with their ids."""
    text = (docs / FIELD).read_text(encoding="utf-8")
    (docs / FIELD).write_text(
        text.replace("id: sv4-v2\n", "id: x\n")
        .replace("id: sv4-v3\n", "id: sv4-v2\n")
        .replace("id: x\n", "id: sv4-v3\n"),
        encoding="utf-8",
    )
    first, second = told(docs)
    assert "veld `vragen[2].id`: in editie 2026.1 is dit id van een andere tekst; er staat `sv4-v3`" in first
    assert first.endswith("bedoelde je `sv4-v2`?") and second.endswith("bedoelde je `sv4-v3`?")
    one, other = (re.search(rf"  - id: sv4-v{n}\n(?:    .*\n)+", text)[0] for n in (2, 3))
    (docs / FIELD).write_text(
        text.replace(one + other, other + re.sub("vraag: .*", "vraag: Wat nu?", one)), encoding="utf-8"
    )
    forget()
    assert [line for line in told(docs) if "id van een andere tekst" in line] == []


# Files that others have the address of


def test_of_a_set_with_another_id_the_id_is_told_and_not_each_of_its_files(docs):
    rename_deck(docs, "emoties", "gevoelens")
    sentences = [line for line in told(docs) if "gepubliceerd" in line]
    assert sentences == [
        "kaarten/emoties.md:3: veld `id`: dit id is gepubliceerd als `emoties` en blijft zo; er staat `gevoelens`; "
        "verwacht: het oude id, ook als de tekst verandert; bedoelde je `emoties`?"
    ]


def rename_deck(docs, old: str, new: str) -> None:
    """Give a set another id, also where pages show it or name it."""
    for file in docs.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        changed = re.sub(rf"(^id: |kaartenvel\(\"){old}\b", rf"\g<1>{new}", text, flags=re.M)
        file.write_text(re.sub(rf"(\[|, ){old}(?=[,\]])", rf"\g<1>{new}", changed), encoding="utf-8")


def test_a_size_that_is_no_longer_made_is_told_once_before_the_build(docs):
    text = (docs / "kaarten/emoties.md").read_text(encoding="utf-8")
    smaller, count = re.subn(r"^maten: \[a7, .*\]$", "maten: [a7]", text, flags=re.M)
    assert count == 1
    (docs / "kaarten/emoties.md").write_text(smaller, encoding="utf-8")
    (sentence,) = told(docs)
    assert re.fullmatch(
        r"adressen\.txt: 5 bestanden zijn ooit gepubliceerd en worden niet meer gemaakt; er staat "
        r"`kaarten/emoties-poker-drukker\.pdf`; verwacht: de bestanden weer, met hetzelfde id en dezelfde maten, of voor elk "
        r"zoiets als de regel `kaarten/emoties-poker-drukker\.pdf: kaarten/emoties-\S+\.pdf` in verhuisd\.yml",
        sentence,
    )
    for name in ("-drukker", "-enkel", "-letter", "-zuinig", ""):
        move(docs, f"kaarten/emoties-poker{name}.pdf: kaarten/emoties.pdf")
    assert told(docs) == []


@pytest.mark.parametrize(
    "line, sentence",
    [
        ("kaarten/kaart.pdf: kaarten/emoties.pdf", "dit adres is nooit gepubliceerd"),
        ("kaarten/emoties.pdf: kaarten/rollen.pdf", "dit bestand is er nog"),
        ("data/weg.json: data/droom.lom.xml", "dit bestand kan hier niet naartoe verhuizen"),
        ("data/weg.json: data/", "dit bestand kan hier niet naartoe verhuizen"),
        ("data/weg.json: data/drom.json", "deze verhuizing leidt nergens heen; er staat `data/drom.json`; verwacht: het adres van een bestand dat er nu is; bedoelde je `data/droom.json`?"),
    ],
)  # fmt: skip
def test_a_move_of_a_file_that_cannot_be_is_told_and_nothing_that_follows(docs, line, sentence):
    with (docs / "adressen.txt").open("a") as ledger:
        ledger.write("data/weg.json\n" if "weg" in line else "")
    move(docs, line)
    (told_of_it,) = told(docs)
    assert re.fullmatch(rf"verhuisd\.yml:\d+: {re.escape(sentence)}.*", told_of_it)


@pytest.mark.parametrize(
    "old, new", [("lessen/van-plek-wisselen", "lessen/plaats-ruilen"), ("begeleiden/programma/even-stilstaan", "begeleiden/programma/stil")]
)  # fmt: skip
def test_of_a_page_that_moved_the_files_go_along(docs, old, new):
    """With the page a lesson has below it; the line for the page is enough."""
    (docs / f"{old}.md").rename(docs / f"{new}.md")
    move(docs, f"{old}/: {new}/")
    if (docs / old).is_dir():
        (docs / old).rename(docs / new)
        move(docs, f"{old}/student/: {new}/student/")
    assert [line for line in told(docs) if "deze link leidt nergens heen" not in line] == []


def test_a_file_below_a_page_that_moved_to_where_it_is_not_is_told(docs):
    (docs / "begeleiden/programma/even-stilstaan.md").unlink()
    spoil(
        docs,
        "begeleiden/index.md",
        None,
        (docs / "begeleiden/index.md").read_text().replace("programma/even-stilstaan.md", "groep.md"),
    )
    published, _ = read_all(docs)
    moves = Moves({"begeleiden/programma/even-stilstaan/": "begeleiden/"})
    lost = ["begeleiden/programma/even-stilstaan/draaiboek.pdf", "data/pr1.lom.xml"]
    ways = successors(lost, moves, published, {"begeleiden/": "begeleiden"})
    assert ways == {lost[0]: ["begeleiden/draaiboek.pdf"], lost[1]: ["data/begeleiden.lom.xml"]}


def test_pages_that_swap_their_names_are_told(docs):
    """A link to one of them would lead to the other from then on."""
    one, other, aside = (docs / f"kaarten/{name}.md" for name in ("emoties", "rollen", "tussen"))
    one.rename(aside), other.rename(one), aside.rename(other)
    sentences = [line for line in told(docs) if "op dit adres is" in line]
    assert sentences == [
        "kaarten/emoties.md:3: veld `id`: op dit adres is de pagina `emoties` gepubliceerd; er staat `rollen`; verwacht: "
        "deze pagina weer op `kaarten/rollen/`, of op een adres dat nog nooit een pagina had",
        "kaarten/rollen.md:3: veld `id`: op dit adres is de pagina `rollen` gepubliceerd; er staat `emoties`; verwacht: "
        "deze pagina weer op `kaarten/emoties/`, of op een adres dat nog nooit een pagina had",
    ]


# verhuisd.yml and adressen.txt


@pytest.mark.parametrize(
    "line, sentence",
    [
        ("/begrippen/oud/: kaarten/kaart/", "dit is geen adres; er staat `/begrippen/oud/`"),
        ("../oud/: kaarten/kaart/", "dit is geen adres; er staat `../oud/`"),
        ("begrippen/oud: kaarten/kaart/", "dit is geen adres; er staat `begrippen/oud`"),
        ("/begrippen/verdwenen: kaarten/kaart/", "dit is geen adres; er staat `/begrippen/verdwenen`; verwacht: een adres als `begrippen/oud/`; bedoelde je `begrippen/verdwenen/`?"),
        ("kaarten/set/: kaarten/kaart/", "deze pagina is er nog; er staat `kaarten/set/`; verwacht: geen regel hierover; haal hem weg"),
        ("begrippen/verdwene/: kaarten/kaart/", "dit adres is nooit gepubliceerd; er staat `begrippen/verdwene/`; verwacht: een adres dat gepubliceerd is; ze staan in adressen.txt; bedoelde je `begrippen/verdwenen/`?"),
        ("begrippen/verdwenen/: kaarten/kaartt/", "deze verhuizing leidt nergens heen; er staat `kaarten/kaartt/`"),
        ("begrippen/verdwenen/: /kaarten/kaart/", "deze verhuizing leidt nergens heen; er staat `/kaarten/kaart/`; verwacht: het adres van een pagina; bedoelde je `kaarten/kaart/`?"),
        ("begrippen/verdwenen/: begrippen/verdwenen/", "deze verhuizing leidt naar een pagina die zelf verhuisd is"),
        ("begrippen/verdwenen/:", "hier ontbreekt het nieuwe adres"),
        ("begrippen/verdwenen/: [a, b]", "hier ontbreekt het nieuwe adres"),
        ("begrippen/verdwenen/:kaarten/kaart/", "hier staan geen gegevens"),
        ("- begrippen/verdwenen/", "hier staan geen gegevens"),
        ("begrippen/verdwenen/: &a [*a]", "een `&` of `*` vooraan heeft hier een eigen betekenis"),
        ("[{/", "deze gegevens zijn niet te lezen"),
        ("begrippen/verdwenen/: \"begrippen/", "deze gegevens zijn niet te lezen"),
    ],
)  # fmt: skip
def test_a_move_that_cannot_be_is_told_with_its_line(small, line, sentence):
    with (small / "adressen.txt").open("a") as ledger:
        ledger.write("begrippen/verdwenen/ begrip-k1\n")
    (small / "verhuisd.yml").write_text(f"# Verhuizingen\n{line}\n")
    sentences = [one for one in told(small) if one.startswith("verhuisd.yml")]
    assert len(sentences) == 1 and sentences[0].startswith(f"verhuisd.yml:2: {sentence}"), sentences


def test_a_chain_of_moves_is_told(small):
    with (small / "adressen.txt").open("a") as ledger:
        ledger.write("een/\ntwee/\n")
    (small / "verhuisd.yml").write_text("een/: twee/\ntwee/: kaarten/kaart/\n")
    assert told(small) == [
        "verhuisd.yml:1: deze verhuizing leidt naar een pagina die zelf verhuisd is; er staat `twee/`; verwacht: het "
        "adres waar die nu staat; bedoelde je `kaarten/kaart/`?"
    ]


def test_of_a_page_renamed_twice_its_address_of_today_is_meant_and_not_what_is_spelled_alike(docs):
    """Whoever followed a page with almost that name would send readers elsewhere."""
    (docs / "begrippen/verdragen.md").rename(docs / "begrippen/dragen.md")
    with (docs / "adressen.txt").open("a") as ledger:
        ledger.write("begrippen/volhoude/ (verdragen)\nbegrippen/voordoe/\n")
    move(docs, "begrippen/verdragen/: begrippen/volhoude/")
    move(docs, "begrippen/volhoude/: begrippen/dragen/")
    move(docs, "begrippen/voordoe/: begrippen/verdragen/")
    lines = (docs / "verhuisd.yml").read_text().splitlines()
    sentences = [line for line in told(docs) if "verhuisd.yml" in line]
    at = lines.index("begrippen/verdragen/: begrippen/volhoude/") + 1
    assert sentences == [
        f"verhuisd.yml:{at}: deze verhuizing leidt naar een pagina die zelf verhuisd is; er staat `begrippen/volhoude/`; "
        "verwacht: het adres waar die nu staat; bedoelde je `begrippen/dragen/`?",
        f"verhuisd.yml:{at + 2}: deze verhuizing leidt naar een pagina die zelf verhuisd is; er staat `begrippen/verdragen/`; "
        "verwacht: het adres waar die nu staat; bedoelde je `begrippen/dragen/`?",
    ]


def test_a_move_to_a_page_that_is_gone_too_is_told_with_where_that_is_now(docs):
    (docs / "begrippen/verdragen.md").rename(docs / "begrippen/dragen.md")
    with (docs / "adressen.txt").open("a") as ledger:
        ledger.write("begrippen/voordoe/\n")
    move(docs, "begrippen/voordoe/: begrippen/verdragen/")
    gone, moved = [line for line in told(docs) if "verhuisd.yml" in line]
    assert "de regel `begrippen/verdragen/: begrippen/dragen/`" in gone
    assert "leidt naar een pagina die er niet meer is; er staat `begrippen/verdragen/`" in moved
    assert moved.endswith("verwacht: het adres waar die nu staat; bedoelde je `begrippen/dragen/`?")


def test_with_moves_that_cannot_be_read_no_page_is_told_to_be_gone(small):
    """Once they can, one of which there is no line is."""
    with (small / "adressen.txt").open("a") as ledger:
        ledger.write("een/\ntwee/\n")
    (small / "verhuisd.yml").write_text("een/: kaarten/kaart/\ntwee/: [{\n")
    assert [line.split(":")[0] for line in told(small)] == ["verhuisd.yml"]
    (small / "verhuisd.yml").write_text("een/: kaarten/kaart/\n")
    assert [line.split(":")[0] for line in told(small)] == ["twee.md"]


@pytest.mark.parametrize("content", ["", "# Nog niets verhuisd.\n", "verdwenen/: kaarten/kaart/\n", "verdwenen/: /\n"])
def test_moves_that_can_be_are_fine(small, content):
    with (small / "adressen.txt").open("a") as ledger:
        ledger.write("verdwenen/\n" if content.startswith("verdwenen") else "")
    (small / "verhuisd.yml").write_text(content)
    assert told(small) == []


@pytest.mark.parametrize("change", [lambda old: b"\xef\xbb\xbf" + old, lambda old: old.replace(b"\n", b"  \r\n  ")])
def test_the_ledger_is_read_however_it_is_saved(small, change):
    file = small / "adressen.txt"
    file.write_bytes(change(file.read_bytes()))
    assert told(small) == []


@pytest.mark.parametrize(
    "line, wrong",
    [("kaarten/kaart", "kaarten/kaart"), ("Begrippen/", "Begrippen/"), ("veld/ Kop", "Kop"), ("../x/", "../x/")],
)
def test_what_is_no_address_in_the_ledger_is_told_with_its_line(small, line, wrong):
    file = small / "adressen.txt"
    file.write_text(f"{file.read_text()}{line}\n")
    number = file.read_text().count("\n")
    assert told(small) == [
        f"adressen.txt:{number}: dit is geen adres of anker; er staat `{wrong}`; verwacht: een adres als "
        "`begrippen/droom/`, en daarachter de ankers op die pagina"
    ]


def test_a_ledger_that_cannot_be_read_is_told(small):
    (small / "adressen.txt").write_bytes("é".encode("utf-16"))
    assert [line.split(";")[0] for line in told(small)] == ["adressen.txt:1: het bestand is niet in UTF-8 opgeslagen"]


# Macros


@pytest.mark.parametrize(
    "file, again",
    [(FIELD, "lijn"), (FIELD, 'lijn("sv4")'), (FIELD, 'onderdeel("vragen")'), ("reflectie/papier.md", "papier")],
)
def test_what_a_page_shows_already_is_told_at_the_second_macro(docs, file, again):
    call = again if "(" in again else f"{again}()"
    text = (docs / file).read_text()
    first = "" if f"{{{{ {again.partition('(')[0]}(" in text else f"{{{{ {call} }}}}\n\n"
    (docs / file).write_text(f"{text}\n{first}{{{{ {call} }}}}\n")
    line = (docs / file).read_text().count("\n")
    assert told(docs) == [
        f"{file}:{line}: wat deze macro laat zien, staat al op deze pagina; er staat `{again.partition('(')[0]}`; "
        "verwacht: het één keer"
    ]


# Editions


@pytest.mark.parametrize("listed", [None, "", "# Nog geen.\n"])
def test_an_edition_that_its_list_does_not_name_is_told_before_the_build(docs, listed):
    (docs / "edities/edities.yml").unlink()
    if listed is not None:
        (docs / "edities/edities.yml").write_text(listed)
    assert told(docs) == [
        "edities/2026.1.zip: deze editie staat niet in edities.yml; verwacht: de regel die `make editie` ervan schreef"
    ]


def test_an_edition_that_was_published_neither_vanishes_nor_becomes_another(docs):
    place, listed = docs / "edities/2026.1.zip", docs / "edities/edities.yml"
    content, rows = place.read_bytes(), listed.read_text()
    old = hashlib.sha256(content).hexdigest()
    other = zipped({name: data for name, data in shelf(docs)[0].inhoud.items() if name != "werkkaarten/index.html"})
    place.write_bytes(other)
    listed.write_text(rows.replace(old, hashlib.sha256(other).hexdigest()))
    forget()
    assert told(docs) == [
        "edities/2026.1.zip: onder deze naam is een andere editie gepubliceerd; verwacht: die editie; een nieuwe heet anders"
    ]
    place.unlink()
    listed.unlink()
    forget()
    sentences = told(docs)
    assert sentences[-1] == (
        "edities/2026.1.zip: deze editie is gepubliceerd en is er niet meer; verwacht: dit bestand, en de regel ervan in "
        "edities.yml, zoals ze waren"
    )


def test_of_a_page_that_is_gone_it_is_told_which_edition_has_it_until_it_is_taken_back_there_too(docs):
    """One that only has another name is still there."""
    (docs / "verhalen/denise.md").unlink()
    (sentence,) = [line for line in told(docs) if line.startswith("verhalen/denise.md")]
    kept = "; editie 2026.1 heeft hem nog (is hij op verzoek weg, zet daar dan `ingetrokken: [verhalen/denise/]` bij in edities.yml)"
    assert kept in sentence
    with (docs / "edities/edities.yml").open("a") as rows:
        rows.write("  ingetrokken: [verhalen/denise/]\n")
    forget()
    (sentence,) = [line for line in told(docs) if line.startswith("verhalen/denise.md")]
    assert "editie" not in sentence


def test_a_page_taken_back_that_the_edition_never_had_is_told(docs):
    with (docs / "edities/edities.yml").open("a") as rows:
        rows.write("  ingetrokken: [verhalen/denis/]\n")
    assert told(docs) == [
        "edities/edities.yml:5: veld `[1].ingetrokken[1]`: deze pagina staat niet in deze editie; er staat `verhalen/denis/`; "
        "verwacht: een adres als `verhalen/noor/`; bedoelde je `verhalen/denise/`?"
    ]


# The address of the site, and the files that the build makes


@pytest.mark.parametrize(
    "given",
    [
        None, "", "  ", True, "voorbeeld.nl", "//voorbeeld.nl/", "ftp://voorbeeld.nl/", "https://", "https:///map/",
        "https://voorbeeld.nl/?a=b", "https://voorbeeld.nl/#deel", "https://voorbeeld.nl/#", "https://voorbeeld.nl/een map/",
        "https://voorbeeld .nl/", "https://[voorbeeld/", "https://voorbeeld.nl:poort/", 'https://voorbeeld.nl/"x',
        "https://https://voorbeeld.nl/", "https://voorbeeld,nl/", "https://voorbeeld..nl/", "https://-x.nl/",
        "https://voorbeeld.nl/../x/", "https://voorbeeld.nl//map//", "https://ik:geheim@voorbeeld.nl/", "https://ik@voorbeeld.nl/", "https://voorbeeld.nl/map\\",
        "https://voorbeeld.nl/{map}/", "https://voorbeeld.nl/a&amp;b/", "https://voorbeeld.nl/index.html", "https://voorbeeld.nl/map/start.htm",
    ],
)  # fmt: skip
def test_an_address_that_no_link_can_begin_with_is_refused(given):
    with pytest.raises(ContentError) as refused:
        checked_address(given)
    assert str(refused.value).startswith("mkdocs.yml: veld `SITE_URL`: dit is geen adres waar een site kan staan")


@pytest.mark.parametrize(
    "given, address",
    [
        ("https://voorbeeld.nl", "https://voorbeeld.nl/"),
        (" https://voorbeeld.nl/map ", "https://voorbeeld.nl/map/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://jeugd-zorg.voorbeeld.nl/één.map/", "https://jeugd-zorg.voorbeeld.nl/één.map/"),
        ("https://voorbeeld.nl/een&twee/", "https://voorbeeld.nl/een&twee/"),
    ],
)
def test_an_address_ends_in_a_slash(given, address):
    assert checked_address(given) == address


@pytest.mark.parametrize("page", ["index.html", "start.htm", "index.php"])
def test_the_address_of_a_page_is_answered_with_that_of_its_folder(page):
    with pytest.raises(ContentError, match="; bedoelde je `https://voorbeeld.nl/map/`\\?$"):
        checked_address(f"https://voorbeeld.nl/map/{page}")


@pytest.mark.parametrize("asked", [checked_address, checked_contact])
@pytest.mark.parametrize("sign", ["\u200b", "\u202e"])
def test_a_sign_in_an_address_that_nobody_sees_is_named(asked, sign):
    with pytest.raises(ContentError, match=rf"een teken dat niemand ziet; er staat `U\+{ord(sign):04X}`"):
        asked(f"https://voorbeeld.nl/map{sign}/")


@pytest.mark.parametrize(
    "name, meant",
    [("license", "licentie"), ("contcat", "contact"), ("siteurl", "site_url"), ("kleur", None), (1, None)],
)
def test_a_setting_that_does_not_exist_is_answered_with_the_one_that_was_meant(name, meant):
    refuse_unknown(["site_url", "licentie", "contact"])
    with pytest.raises(ContentError) as refused:
        refuse_unknown(["contact", name])
    question = f"; bedoelde je `{meant}`?" if meant else ""
    assert str(refused.value) == (
        f"mkdocs.yml: veld `extra`: deze instelling bestaat niet; er staat `{name}`; "
        f"verwacht: een van site_url, licentie, contact{question}"
    )


@pytest.mark.parametrize("taken", [(), ("kaarten/a-b-c.pdf",)])
def test_a_second_file_at_one_path_is_refused(taken):
    """As deck `a` in form `b-c` and deck `a-b` in form `c` would make."""
    files = [("kaarten/a-b-c.pdf", b"een"), ("kaarten/a-b-c.pdf", b"twee")]
    with pytest.raises(ContentError, match="kaarten/a-b-c.pdf: dit bestand zou twee keer gemaakt worden"):
        list(each_once(files[len(taken) :], taken))
    assert list(each_once(files[:1])) == files[:1]
