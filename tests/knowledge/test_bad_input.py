"""Proves that every kind of mistake in the content is told in one Dutch sentence, and all mistakes together."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated, get_type_hints

import pytest
import yaml
from pydantic import Field

from macros.knowledge import records
from macros.knowledge.items import BronId, Id, Onderdeel, Tekst
from macros.pages.velden.macro import documented
from tests.conftest import ROOT
from tests.knowledge.spoil import MORE, SOUND, sound, spoil, told

EXAMPLES = [
    example
    for example in yaml.load((Path(__file__).parent / "bad_input.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    if example.get("kind", "pagina") in records.KINDS
]


def test_sound_content_gives_no_complaint():
    """The control for all examples; it has a list, `stemmen`, that its page never shows: that is allowed."""
    assert told(SOUND) == []


@pytest.mark.parametrize("kind", MORE)
def test_nor_does_a_sound_lesson_or_programme(tmp_path, kind):
    assert told(sound(tmp_path, kind)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_a_mistake_is_told_in_a_dutch_sentence(tmp_path, example):
    docs = sound(tmp_path, example.get("kind"))
    spoil(docs, example["file"], example.get("find"), example["put"], example.get("encoding", "utf-8"))
    if "file2" in example:
        spoil(docs, example["file2"], None, example["put2"])
    assert told(docs) == example["told"].replace("<soorten>", ", ".join(records.KINDS)).splitlines()


@pytest.mark.parametrize(
    "link",
    [
        "[het veld](velt.md)",
        "[het veld](<velt.md>)",
        "[het veld]( velt.md )",
        "[het\nveld](velt.md)",
        '[het veld](velt.md "Titel")',
        "[het veld](velt.md 'Titel')",
        "![het veld](velt.png)",
        "[[het] veld](velt.md)",
        "[het veld][veld]\n\n[veld]: velt.md",
        "[het veld]()",
        "[het veld](../README.md)",
        "[het veld](/etc/hostname)",
    ],
)
def test_a_dead_link_is_found_however_it_is_written(tmp_path, link):
    docs = sound(tmp_path)
    (tmp_path / "README.md").write_text("Dit bestand staat buiten docs/.")
    spoil(docs, "veld.md", "Tussen hier en daar ligt een weg.", f"Zie {link}")
    assert len(told(docs)) == 1
    place, sentence = told(docs)[0].split(": ", 1)
    assert place in ("veld.md:41", "veld.md:43") and sentence.startswith("deze link leidt nergens heen")


def test_an_address_as_a_browser_shows_it_is_told_with_the_file(tmp_path):
    docs = sound(tmp_path)
    addresses = {
        "kaarten/kaart/": "kaarten/kaart.md",
        "kaarten/kaart": "kaarten/kaart.md",
        "/kaarten/kaart/#wk1-s1": "kaarten/kaart.md#wk1-s1",
        "kaarten/kaart/index.html": "kaarten/kaart.md",
        "kaarten/kaart.html": "kaarten/kaart.md",
        "kaart.md#wk1-s1": "kaarten/kaart.md#wk1-s1",
        "kaarten/kart.md#wk1-s1": "kaarten/kaart.md#wk1-s1",
        "kaarten/": "kaarten/index.md",
    }
    links = "\n".join(f"[Zie]({address})" for address in addresses)
    shutil.copy(docs / "index.md", docs / "kaarten")
    spoil(docs, "veld.md", "Tussen hier en daar ligt een weg.", links)
    found = [line for line in told(docs) if line.startswith("veld.md")]
    assert [line.rsplit("bedoelde je ", 1)[1] for line in found] == [f"`{file}`?" for file in addresses.values()]


@pytest.mark.parametrize(
    "link",
    [
        "[het veld](veld.md)",
        "[het veld](<veld.md>)",
        '[het veld](veld.md "Titel")',
        "[het veld](veld.md 'Titel')",
        "[de vragen](#vragen)",
        "[de werkkaart](kaarten/kaart.md#wk1-s1)",
        "[de zin](index.md#start-z1)",
        "[buiten](https://example.org/velt.md)",
        "[mail](mailto:iemand@example.org)",
        "[bel](tel:113)",
        "`[geen link](velt.md)`",
        "```\n[geen link](velt.md)\n```",
    ],
)
def test_a_live_link_is_left_alone(tmp_path, link):
    docs = sound(tmp_path)
    spoil(docs, "veld.md", "Tussen hier en daar ligt een weg.", f"Zie:\n\n{link}")
    assert told(docs) == []


@pytest.mark.parametrize("heading", ["# Een set", "#Een set", "# Een set #", "Een set\n=======", "<h1>Een set</h1>"])
def test_a_second_title_is_found_however_it_is_written(tmp_path, heading):
    docs = sound(tmp_path)
    spoil(docs, "kaarten/set.md", "Print de set.", f"{heading}\n\nPrint de set.")
    assert [line.split(": ")[0] for line in told(docs)] == [f"kaarten/set.md:{21 if '=' in heading else 20}"]


@pytest.mark.parametrize("heading", ["## Leeg", "##Leeg", "## Leeg ##", "### Leeg"])
def test_an_empty_section_is_found_however_it_is_written(tmp_path, heading):
    docs = sound(tmp_path)
    spoil(docs, "kaarten/set.md", "Print de set.", f"Print de set.\n\n{heading}\n\n## Vol\n\nTekst.")
    if heading.startswith("###"):
        spoil(docs, "kaarten/set.md", "Print de set.\n\n", "Print de set.\n## Boven\n")
        spoil(docs, "kaarten/set.md", "## Vol", "### Vol")
    assert [line.split(";")[0] for line in told(docs)] == ["kaarten/set.md:22: onder deze kop staat niets"]


def test_all_mistakes_of_a_run_are_told_together(tmp_path):
    """A file that cannot be read, a record that isn't right, ids, relations and prose, in order of file and line."""
    docs = sound(tmp_path)
    spoil(docs, "bericht.md", None, "---\ntitel: [\n---\n\nTekst met een [link](weg.md).\n")
    spoil(docs, "veld.md", "nummer: 1", "nummer: een")
    spoil(docs, "veld.md", "naar: wk1", "naar: wk7")
    spoil(docs, "veld.md", "ligt een weg.", "ligt een [weg](weg.md).")
    spoil(docs, "veld.md", "## Vragen", "# Vragen {: #vragen }")
    spoil(docs, "index.md", "(#start-z1)", "(#start-z2)")
    spoil(docs, "kaarten/kaart.md", "bron: [bijlage-2]", "bron: [bijlage-22]")
    spoil(docs, "kaarten/kaart.md", "../veld.md", "../velt.md")
    spoil(docs, "kaarten/set.md", "[sv1]", "[sv1-v1, sv1-v8]")
    spoil(docs, "kaarten/set.md", "id: set\n", "id: start\n")
    (docs / "kaarten/oud.txt").write_text("Oud.")
    assert [line.split(": ")[0] for line in told(docs)] == [
        "bericht.md:2",
        "bericht.md:5",
        "index.md:8",
        "kaarten/kaart.md:10",
        "kaarten/kaart.md:16",
        "kaarten/oud.txt",
        "kaarten/set.md:3",
        "kaarten/set.md:9",
        "veld.md:4",
        "veld.md:37",
        "veld.md:41",
        "veld.md:43",
    ]


@pytest.mark.parametrize(
    "spoiled",
    [
        ("nummer: 1", "nummer: een"),
        ("titel: Tussen hier", "titel: [Tussen hier"),
        ("voor_wie: Voor iedereen.\n", ""),
        ("soort: spanningsveld", "soort: veld"),
    ],
)
def test_a_page_with_a_mistake_does_not_make_links_and_relations_to_it_look_dead(tmp_path, spoiled):
    docs = sound(tmp_path)
    spoil(docs, "veld.md", *spoiled)
    assert len(told(docs)) == 1


@pytest.mark.parametrize("name", ["veld.markdown", "veld.MD", "veld.md.md", "veld.txt", "Veld.md", "het veld.md"])
def test_nor_does_a_page_with_another_name_or_ending(tmp_path, name):
    docs = sound(tmp_path)
    (docs / "veld.md").rename(docs / name)
    sentences = told(docs)
    assert [line.split(": ")[0] for line in sentences if "leidt nergens heen" not in line] == [name]
    assert name == "het veld.md" or len(sentences) == 1


def test_a_folder_without_pages_is_refused(tmp_path):
    assert told(tmp_path) == [f"{tmp_path}: hier staan geen pagina’s; verwacht: een map met Markdown-bestanden"]


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistake(tmp_path):
    docs = sound(tmp_path)
    for file in docs.rglob("*.md"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert told(docs) == []


def id_fields(model) -> set[str]:
    """Names of the fields of `model` that hold ids of something else; a made-up model is the control."""
    return {
        name
        for name, hint in get_type_hints(model, include_extras=True).items()
        if name != "id" and any(str(type).removeprefix("typing.") in str(hint) for type in (Id, BronId))
    }


class Verzonnen(Onderdeel):
    id: Id
    elders: Annotated[tuple[Id, ...] | None, Field(min_length=1)] = None
    vanwaar: tuple[BronId, ...] = ()
    tekst: Tekst


def test_every_field_that_holds_ids_is_checked():
    """A new field with ids needs a check and an example. `maten`, `teken`, `patroon` and `spelregels` are checked by the cards;
    `inventaris` points outside the site; `doel` and `doelen` within the lesson."""
    complained = {
        re.sub(r"\[\d+\]$", "", line.split("`")[1].split(".")[-1])
        for example in EXAMPLES
        for line in example["told"].splitlines()
        if "bestaat niet; er staat" in line and "veld `" in line
    }
    fields = set().union(*map(id_fields, documented().values())) - {
        "maten",
        "teken",
        "patroon",
        "spelregels",
        "inventaris",
        "doel",
        "doelen",
    }
    assert id_fields(Verzonnen) == {"elders", "vanwaar"}
    assert fields == complained


@pytest.mark.parametrize(
    "odd",
    ["{: #a" * 2000, "{: " + "#a" * 5000, "a" + " " * 5000 + "b", "a" + " #" * 5000 + "b", "a\n\n" + "> " * 5000 + "a"],
)
def test_one_odd_line_keeps_no_build_busy(tmp_path, odd):
    """It took minutes: time grew with the third power of its length. Here a second would be much."""
    docs = sound(tmp_path)
    spoil(docs, "veld.md", "ligt een weg.", f"ligt een weg.\n\n# {odd}\n")
    code = f"from pathlib import Path; from macros.knowledge.reader import load; load(Path({str(docs)!r}))"
    refused = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert "een kop met één `#` hoort niet in de tekst" in refused.stderr
