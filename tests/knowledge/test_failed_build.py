"""Proves that a build on spoiled content stops with exit status 1 and Dutch sentences, and leaves what there was alone."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, build
from tests.knowledge.spoil import light, spoil

PRIVACY = "over/privacy.md"


def add(project: Path, file: str, text: str) -> int:
    """Append `text` to a page of the project; returns the line on which it stands."""
    path = project / "docs" / file
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    path.write_text(before + text + "\n", encoding="utf-8")
    return before.count("\n") + 1


def refused(project: Path) -> list[str]:
    """The sentences with which a build of `project` is refused; checks that it stops cleanly and writes nothing."""
    result = build(project, project / "nieuw")
    assert result.returncode == 1, "the build goes on"
    assert not (project / "nieuw").exists()
    assert "Traceback" not in result.stdout + result.stderr
    lines = (result.stdout + result.stderr).strip().splitlines()
    count = len(lines) - 2
    assert lines[-2:] == ["", f"{count} {'fout' if count == 1 else 'fouten'} in docs/; er is niets geschreven."]
    return lines[:-2]


def test_mistakes_are_told_on_stderr(project):
    line = add(project, PRIVACY, "[Weg](weg.md)")
    result = build(project, project / "nieuw")
    assert f"{PRIVACY}:{line}: deze link leidt nergens heen" in result.stderr
    assert result.stdout == ""


def test_mistakes_in_the_real_content_stop_the_build(project):
    """Of each kind one: unreadable, not UTF-8, a missing pole, a dead link; in a build, with nothing written."""
    docs = project / "docs"
    spoil(docs, "werkkaarten/kunst.md", "\ntitel: ", "\ntitel: Kort: ")
    # As an old editor would save it: the same text in the encoding of Windows.
    spoil(docs, "podcast/deel-2.md", "samenvatting: ", "samenvatting: \xc9\xe9n keer, ", "cp1252")
    pole = re.search(
        r"^pool_rechts:\n(?:  .*\n)+", (docs / "spanningsvelden/doorgaan-of-vertragen.md").read_text(), re.M
    )[0]
    spoil(docs, "spanningsvelden/doorgaan-of-vertragen.md", pole, "")
    line = add(project, PRIVACY, "[Terug](../werkkarten/index.md)")
    told = refused(project)
    assert (
        f"{PRIVACY}:{line}: deze link leidt nergens heen; er staat `../werkkarten/index.md`; verwacht: het pad van een "
        "bestand in docs/, gezien vanaf deze pagina; bedoelde je `../werkkaarten/index.md`?" in told
    )
    assert "podcast/deel-2.md:7: het bestand is niet in UTF-8 opgeslagen; verwacht: een tekstbestand in UTF-8" in told
    assert (
        "spanningsvelden/doorgaan-of-vertragen.md:2: veld `pool_rechts`: dit veld ontbreekt; verwacht: de rechterpool"
        in told
    )
    assert any(line.startswith("werkkaarten/kunst.md:5: de front matter is geen geldige YAML") for line in told)
    assert len(told) == 4


def test_a_deck_with_an_unknown_card_stops_the_build(project):
    deck = (project / "docs/kaarten/reflectievragen.md").read_text(encoding="utf-8")
    line = deck[: deck.index("\nkaarten:")].count("\n") + 2
    spoil(project / "docs", "kaarten/reflectievragen.md", ", sv6]", ", sv6, sv6-v88]")
    assert refused(project) == [
        f"kaarten/reflectievragen.md:{line}: veld `kaarten`: bestaat niet; er staat `sv6-v88`; "
        "verwacht: het id van een bestaand record of item; bedoelde je `sv6-v8`?"
    ]


def test_a_deck_that_cannot_be_printed_stops_the_build(project):
    """What the page of the deck would show too; the line is that of the macro."""
    spoil(project / "docs", "kaarten/rotonde.md", "maten: [a7]", "maten: [a77]")
    spoil(project / "docs", "kaarten/rode-draden.md", "gezicht: groep", "gezicht: veld")
    told = refused(project)
    assert any(
        "kaarten/rotonde.md" in line
        and "veld `maten`: onbekende maat; er staat `a77`" in line
        and "bedoelde je `a7`?" in line
        for line in told
    )
    assert sum("hiervan is geen kaart met gezicht `veld` te maken; er staat `p2-rd" in line for line in told) == 4
    assert len(told) == 5


def test_cards_that_are_too_full_or_have_no_sign_stop_the_build_together(project):
    spoil(
        project / "docs",
        "kaarten/rotonde.md",
        "tekst: De eerste, de tweede of de derde. ",
        "tekst: " + "De eerste, de tweede of de derde. " * 60,
    )
    spoil(project / "docs", "kaarten/rollen.md", "teken: rol", "teken: hoed")
    told = refused(light(project))
    assert [
        line
        for line in told
        if line.startswith("kaarten/rollen.md: veld `teken`: dit pictogram ontbreekt; er staat `sets/hoed.svg`")
    ] != []
    full = [
        line
        for line in told
        if line.startswith("kaarten/rotonde.md: kaart rotonde-afslag van `rotonde` past niet op A7: op de ")
    ]
    assert full and len(full) + 1 == len(told)


# What an editor may do wrong with a macro: on which page, and how the sentence about it begins after file and line.
BADLY_WRITTEN = "een macro op deze pagina is niet goed geschreven"
MACRO_MISTAKES = [
    (
        "over/privacy.md",
        '{{ lijn("sv99") }}',
        "macro `lijn` kent deze waarde niet; er staat `sv99`; verwacht: een van sv1, sv2, sv3, sv4, sv5, sv6",
    ),
    (
        "lesgeven.md",
        '{{ lijn("sv4", "stap") }}',
        "macro `lijn` kent deze waarde niet; er staat `stap`; verwacht: een van natuur, situatie, stapje; bedoelde je `stapje`?",
    ),
    ("vastgelopen.md", "{{ lijn() }}", "macro `lijn` kent deze waarde niet; er staat `vastgelopen`"),
    (
        "spanningsvelden/doorgaan-of-vertragen.md",
        '{{ onderdeel("stem") }}',
        "macro `onderdeel` kent deze waarde niet; er staat `stem`; verwacht: een van vragen, stemmen, beelden; "
        "bedoelde je `stemmen`?",
    ),
    ("zoeken.md", '{{ overzicht("werkkaarten") }}', "macro `overzicht` kent deze waarde niet; er staat `werkkaarten`"),
    ("werkkaarten/index.md", '{{ velden("vragen") }}', "macro `velden` kent deze waarde niet; er staat `vragen`"),
    (
        "kaarten/index.md",
        '{{ kaartenvel("vragen") }}',
        "macro `kaartenvel` kent deze waarde niet; er staat `vragen`; verwacht: een van ",
    ),
    ("podcast/deel-1.md", "{{ lijn( }}", BADLY_WRITTEN),
    ("podcast/deel-2.md", "{{ lijn", BADLY_WRITTEN),
    ("podcast/deel-3.md", "{% if %}", BADLY_WRITTEN),
    ("werkkaarten/kunst.md", "{{ onderdeel() }}", BADLY_WRITTEN),
    ("werkkaarten/fasen.md", '{{ lijn("sv1", "natuur", "meer") }}', BADLY_WRITTEN),
    ("werkkaarten/tijdlijn.md", "{{ onderdeel(stappn) }}", BADLY_WRITTEN),
    ("werkkaarten/facilitator.md", "{{ onzin }}", BADLY_WRITTEN),
    ("werkkaarten/andere-taal.md", "{{ lijn }}", BADLY_WRITTEN),
]


def test_mistakes_with_macros_are_told_together_with_their_lines(project):
    wanted = [f"{page}:{add(project, page, call)}: {sentence}" for page, call, sentence in MACRO_MISTAKES]
    told = refused(light(project))
    assert [start for start in wanted if not any(line.startswith(start) for line in told)] == []
    assert len(told) == len(wanted)


def test_what_is_wrong_with_a_macro_is_told_in_dutch(project):
    """Also on a page without any list, which leaves `onderdeel` nothing to choose from."""
    for page, call, _ in MACRO_MISTAKES:
        add(project, page, call)
    add(project, "over/index.md", '{{ onderdeel("vragen") }}')
    told = refused(light(project))
    foreign = re.compile(r"Error|expected|undefined|missing|takes|<locals>|verwacht: een van *$")
    assert [line for line in told if foreign.search(line)] == []


def test_an_unknown_macro_and_other_mistakes_are_told_together(project):
    mistakes = [
        (PRIVACY, '{{ onderdel("vragen") }}', "deze macro bestaat niet; er staat `onderdel`"),
        ("lesgeven.md", "[Terug](werkkarten/index.md)", "deze link leidt nergens heen"),
        ("vastgelopen.md", '{{ lijn("sv99") }}', "macro `lijn` kent deze waarde niet"),
    ]
    wanted = [f"{page}:{add(project, page, text)}: {sentence}" for page, text, sentence in mistakes]
    told = refused(light(project))
    assert [start for start in wanted if not any(line.startswith(start) for line in told)] == []


def test_what_only_mkdocs_can_see_stops_the_build_too(project):
    """A link to an item of a list that its page doesn't show: fine for the reader, dead on the site."""
    spoil(project / "docs", "spanningsvelden/doorgaan-of-vertragen.md", '{{ onderdeel("stemmen") }}', "Niets.")
    add(project, PRIVACY, "[Deze stem](../spanningsvelden/doorgaan-of-vertragen.md#sv4-q1)")
    result = build(light(project), project / "nieuw")
    assert result.returncode == 1
    assert "sv4-q1" in result.stdout + result.stderr


# The Makefile


@pytest.fixture
def make(project):
    """A function that runs make in a copy of the project in which everything is set up already."""
    shutil.copy(ROOT / "Makefile", project)
    shutil.copytree(ROOT / "requirements", project / "requirements")
    (project / "gereed").mkdir()
    (project / "gereed" / ".site").touch()
    light(project)

    def run(*arguments: str) -> subprocess.CompletedProcess:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        return subprocess.run(
            ["make", *arguments, "VENV=gereed", f"BIN={Path(sys.executable).parent}", "PYTHON=false"],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
        )

    return run


def test_a_failed_make_site_leaves_the_previous_site_alone_and_a_good_one_replaces_it(project, make):
    previous = project / "site" / "vorige" / "index.html"
    previous.parent.mkdir(parents=True)
    previous.write_text("De vorige versie.")
    sound = (project / "docs" / PRIVACY).read_text(encoding="utf-8")

    line = add(project, PRIVACY, "[Weg](weg.md)")
    failed = make("site")
    assert failed.returncode != 0
    assert f"{PRIVACY}:{line}: deze link leidt nergens heen" in failed.stdout + failed.stderr
    assert [path for path in (project / "site").rglob("*") if path.is_file()] == [previous]
    assert previous.read_text() == "De vorige versie."

    (project / "docs" / PRIVACY).write_text(sound, encoding="utf-8")
    mended = make("site")
    assert mended.returncode == 0, mended.stderr
    assert (project / "site" / "over" / "privacy" / "index.html").exists() and not previous.exists()


def test_set_up_is_done_again_only_when_the_pinned_packages_change(project, make):
    assert "mkdocs" in make("-n", "site").stdout and "pip install" not in make("-n", "site").stdout
    stamp = (project / "gereed" / ".site").stat().st_mtime
    os.utime(project / "requirements" / "site.txt", (stamp + 10, stamp + 10))
    assert "pip install" in make("-n", "site").stdout
