"""Proves that a build on spoiled content stops with exit status 1 and Dutch sentences, and leaves what there was alone.

Two whole builds show that; what they tell is asked of the same code in process.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros import calls
from macros.knowledge.errors import ContentError
from macros.publish import check, generated, origin
from tests.conftest import ROOT, SITE_URL, build
from tests.knowledge.spoil import spoil
from tests.site.reading import files_of

PRIVACY = "over/privacy.md"


@pytest.fixture
def docs(tmp_path):
    return shutil.copytree(ROOT / "docs", tmp_path / "docs")


def add(docs: Path, file: str, text: str) -> int:
    """Append `text` to a page; returns the line on which it stands."""
    before = (docs / file).read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    (docs / file).write_text(before + text + "\n", encoding="utf-8")
    return before.count("\n") + 1


def told(docs: Path) -> list[str]:
    """The sentences with which a build on `docs` is refused before anything is made."""
    return list(map(str, check(calls(docs, SITE_URL))))


# Whole builds


def test_mistakes_of_every_kind_are_told_in_one_go_with_nothing_written(project):
    """A page and a picture that can't be, a wrong value, a relation, a link, a macro, a row, a move: each in its sentence."""
    docs = project / "docs"
    spoil(docs, "begrippen/vertragen.md", "thema: ", "thema: x")
    spoil(docs, "begrippen/vertragen.md", "zie_ook: [", "zie_ook: [nergens, ")
    link = add(docs, "begrippen/vertragen.md", "[Weg](weg.md)")
    call = add(docs, PRIVACY, '{{ lijn("sv99") }}')
    (docs / "begrippen/oud.docx").write_bytes(b"PK")
    (docs / ".trash").mkdir()
    (docs / ".trash/vertragen.md").write_text("Weg ermee.")
    with (docs / "bronnen/register.csv").open("a") as register:
        register.write("p1,nergens,,,punt,sv4-v6,,\n")
    with (docs / "verhuisd.yml").open("a") as moves:
        moves.write("../oud/: over/\n")
    last = len((docs / "verhuisd.yml").read_text().splitlines())
    result = build(project, project / "nieuw")
    assert result.returncode == 1 and result.stdout == "" and not (project / "nieuw").exists()
    *sentences, empty, count = result.stderr.strip().splitlines()
    assert [re.sub(r" veld `.*?`:", "", line).split(";")[0] for line in sentences] == [
        "begrippen/oud.docx: dit is een document van een tekstverwerker",
        "begrippen/vertragen.md:6: onbekende waarde",
        "begrippen/vertragen.md:11: bestaat niet",
        f"begrippen/vertragen.md:{link}: deze link leidt nergens heen",
        f"bronnen/register.csv:{(docs / 'bronnen/register.csv').read_text().count(chr(10))}: bestaat niet in deze publicatie",
        f"over/privacy.md:{call}: macro `lijn` kent deze waarde niet",
        f"verhuisd.yml:{last}: dit is geen adres",
    ]
    assert (empty, count) == ("", f"{len(sentences)} fouten; er is niets geschreven.")


def test_an_address_that_cannot_be_stops_a_build(project):
    result = build(project, project / "nieuw", SITE_URL="voorbeeld.nl")
    assert result.returncode == 1 and result.stdout == "" and not (project / "nieuw").exists()
    assert result.stderr.strip().splitlines() == [
        "mkdocs.yml: veld `SITE_URL`: dit is geen adres waar een site kan staan; er staat `voorbeeld.nl`; "
        "verwacht: een adres als `https://voorbeeld.nl/` of `https://voorbeeld.nl/map/`",
        "",
        "1 fout; er is niets geschreven.",
    ]


def test_a_setting_that_does_not_exist_stops_a_build(project):
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("licentie: null", "license: CC-BY-4.0"), encoding="utf-8")
    result = build(project, project / "nieuw")
    assert result.returncode == 1 and not (project / "nieuw").exists()
    assert "er staat `license`; verwacht: een van site_url, licentie, contact; bedoelde je `licentie`?" in result.stderr


# In process


def test_mistakes_in_the_real_content_are_told_together(docs):
    """Of each kind one: unreadable, not UTF-8, a missing pole, a dead link."""
    spoil(docs, "werkkaarten/kunst.md", "\ntitel: ", "\ntitel: Kort: ")
    # As an old editor would save it: the same text in the encoding of Windows.
    spoil(docs, "podcast/deel-2.md", "samenvatting: ", "samenvatting: \xc9\xe9n keer, ", "cp1252")
    field = "spanningsvelden/doorgaan-of-vertragen.md"
    pole = re.search(r"^pool_rechts:\n(?:  .*\n)+", (docs / field).read_text(encoding="utf-8"), re.M)[0]
    spoil(docs, field, pole, "")
    line = add(docs, PRIVACY, "[Terug](../werkkarten/index.md)")
    assert told(docs) == [
        f"{PRIVACY}:{line}: deze link leidt nergens heen; er staat `../werkkarten/index.md`; verwacht: het pad van een "
        "bestand in docs/, gezien vanaf deze pagina; bedoelde je `../werkkaarten/index.md`?",
        "podcast/deel-2.md:7: het bestand is niet in UTF-8 opgeslagen; verwacht: een tekstbestand in UTF-8",
        f"{field}:2: veld `pool_rechts`: dit veld ontbreekt; verwacht: de rechterpool",
        next(
            line for line in told(docs) if line.startswith("werkkaarten/kunst.md:5: deze gegevens zijn niet te lezen")
        ),
    ]


def test_a_deck_with_an_unknown_card_is_told(docs):
    deck = (docs / "kaarten/reflectievragen.md").read_text(encoding="utf-8")
    line = deck[: deck.index("\nkaarten:")].count("\n") + 2
    spoil(docs, "kaarten/reflectievragen.md", ", sv6]", ", sv6, sv6-v88]")
    assert told(docs) == [
        f"kaarten/reflectievragen.md:{line}: veld `kaarten[8]`: bestaat niet; er staat `sv6-v88`; "
        "verwacht: het id van een pagina, of van iets op een pagina; bedoelde je `sv6-v8`?"
    ]


def test_a_deck_that_cannot_be_printed_is_told(docs):
    """What the page of the deck would show too; the line is that of the macro."""
    spoil(docs, "kaarten/rotonde.md", "maten: [a7]", "maten: [a77]")
    spoil(docs, "kaarten/rode-draden.md", "gezicht: groep", "gezicht: veld")
    sentences = told(docs)
    assert any(
        "kaarten/rotonde.md" in line
        and "veld `maten`: onbekende maat; er staat `a77`" in line
        and "bedoelde je `a7`?" in line
        for line in sentences
    )
    assert sum("hiervan is geen kaart met gezicht `veld` te maken; er staat `p2-rd" in line for line in sentences) == 4
    assert len(sentences) == 5


def test_a_set_without_its_sign_is_told(docs):
    spoil(docs, "kaarten/rollen.md", "teken: rol", "teken: hoed")
    (sentence,) = told(docs)
    assert sentence.startswith("kaarten/rollen.md: veld `teken`: dit pictogram ontbreekt; er staat `sets/hoed.svg`")


@pytest.mark.whole
def test_cards_that_are_too_full_are_told_together(docs):
    long = "Hier staat veel meer dan op een kaart past. " * 60
    for set, text in (("rotonde", "De eerste, de tweede of de derde. "), ("rollen", "Dit is jouw kind. ")):
        spoil(docs, f"kaarten/{set}.md", f"tekst: {text}", f"tekst: {long}{text}")
    assert told(docs) == [], "only setting the cards can tell"
    sentences = str(refusal(docs)).splitlines()
    for set in ("rotonde", "rollen"):
        full = re.compile(rf"kaarten/{set}\.md: kaart \S+ van `{set}` past niet op A7: op de ")
        assert [line for line in sentences if full.match(line)]


def refusal(docs: Path) -> ContentError:
    """What stops the files that the build generates of `docs`."""
    with pytest.raises(ContentError) as refused:
        list(generated(docs, origin(docs, "Leren", SITE_URL)))
    return refused.value


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
    (
        "modellen/index.md",
        "{{ lijn(“sv4”) }}",
        f'{BADLY_WRITTEN}; er staat `{{{{ lijn(“sv4”) }}}}`; verwacht: bijvoorbeeld `{{{{ onderdeel("vragen") }}}}`, met haakjes '
        'en rechte aanhalingstekens; bedoelde je `{{ lijn("sv4") }}`?',
    ),
    ("podcast/deel-3.md", "{% if %}", BADLY_WRITTEN),
    ("werkkaarten/kunst.md", "{{ onderdeel() }}", BADLY_WRITTEN),
    ("werkkaarten/fasen.md", '{{ lijn("sv1", "natuur", "meer") }}', BADLY_WRITTEN),
    ("werkkaarten/tijdlijn.md", "{{ onderdeel(stappn) }}", BADLY_WRITTEN),
    ("werkkaarten/facilitator.md", "{{ onzin }}", BADLY_WRITTEN),
    ("werkkaarten/andere-taal.md", "{{ lijn }}", BADLY_WRITTEN),
    ("werkkaarten/perspectiefwissel.md", "{{ 7 * 6 }}", BADLY_WRITTEN),
    ("werkkaarten/reflectief-gesprek.md", '{{ lijn("sv1")|upper }}', BADLY_WRITTEN),
    ("werkkaarten/geno-sociogram.md", '{{ lijn("sv1").strip() }}', BADLY_WRITTEN),
    ("verhalen/alicia.md", "{% set naam = 1 %}", BADLY_WRITTEN),
    ("verhalen/amalia.md", "{{ }}", BADLY_WRITTEN),
    ("verhalen/denise.md", '{{ lijn(["sv1"]) }}', BADLY_WRITTEN),
    ("verhalen/shirley.md", "{{ lijn(4) }}", "macro `lijn` kent deze waarde niet; er staat `4`"),
    ("podcast/index.md", '{{ werkvormen("Kort", None) }}', "macro `werkvormen` kent deze waarde niet; er staat `None`"),
    ("verhalen/stemmen.md", "{{ onderdeel(None) }}", "macro `onderdeel` kent deze waarde niet; er staat `None`"),
]
LISTS = '{{ onderdeel("vragen") }}'


def test_mistakes_with_macros_are_told_together_with_their_lines_in_dutch(docs):
    """Also on a page without any list, which leaves `onderdeel` nothing to choose from."""
    wanted = [f"{page}:{add(docs, page, call)}: {sentence}" for page, call, sentence in MACRO_MISTAKES]
    wanted.append(f"over/index.md:{add(docs, 'over/index.md', LISTS)}: macro `onderdeel` kent deze waarde niet")
    sentences = told(docs)
    assert [start for start in wanted if not any(line.startswith(start) for line in sentences)] == []
    assert len(sentences) == len(wanted)
    foreign = re.compile(r"Error|expected|undefined|missing|takes|<locals>|verwacht: een van *$")
    assert [line for line in sentences if foreign.search(line)] == []


def test_an_unknown_macro_and_other_mistakes_are_told_together(docs):
    mistakes = [
        (PRIVACY, '{{ onderdel("vragen") }}', "deze macro bestaat niet; er staat `onderdel`"),
        ("lesgeven.md", "[Terug](werkkarten/index.md)", "deze link leidt nergens heen"),
        ("vastgelopen.md", '{{ lijn("sv99") }}', "macro `lijn` kent deze waarde niet"),
    ]
    wanted = [f"{page}:{add(docs, page, text)}: {sentence}" for page, text, sentence in mistakes]
    sentences = told(docs)
    assert len(sentences) == 3
    assert [start for start in wanted if not any(line.startswith(start) for line in sentences)] == []


def test_a_page_with_a_mistake_is_not_unknown_to_a_macro(docs):
    spoil(docs, "spanningsvelden/doorgaan-of-vertragen.md", "\nnummer: 4", "\nnummer: vier")
    spoil(docs, "kaarten/rotonde.md", "maten: [a7]", "maten: a7")
    for call in ('lijn("sv4")', 'kaartenvel("rotonde")', "lijnen()", 'overzicht("spanningsveld")'):
        add(docs, PRIVACY, f"{{{{ {call} }}}}")
    assert [line.split(":")[0] for line in told(docs)] == [
        "kaarten/rotonde.md",
        "spanningsvelden/doorgaan-of-vertragen.md",
    ]


def test_a_page_that_does_not_show_what_it_is_for_is_told(docs):
    """As a copied page that kept the macro of the other, or lost it; one that calls its own by name, or another too, is right."""
    spoil(docs, "kaarten/rotonde.md", '{{ kaartenvel("rotonde") }}', '{{ kaartenvel("rollen") }}')
    spoil(docs, "modellen/leercyclus.md", "{{ model() }}", "Niets.")
    spoil(docs, "modellen/drie-ordes.md", "{{ model() }}", '{{ model("model-tabel-1-drie-ordes") }}')
    spoil(docs, "modellen/kwadranten.md", "{{ model() }}", '{{ model() }}\n\n{{ model("model-tabel-1-drie-ordes") }}')
    spoil(docs, "lessen/van-plek-wisselen/student.md", "{{ studentenblad() }}", "Niets.")
    sentences = told(docs)
    assert [line.split(":")[0] for line in sentences] == [
        "kaarten/rotonde.md",
        "lessen/van-plek-wisselen/student.md",
        "modellen/leercyclus.md",
    ]
    assert 'staat `rollen`; verwacht: `{{ kaartenvel("rotonde") }}` in de tekst' in sentences[0]
    assert "waar ze voor is; verwacht: `{{ model() }}` in de tekst" in sentences[2]


def test_a_link_to_what_its_page_does_not_show_is_told(docs):
    """An item of a list that stands among the data only: fine for the reader, dead on the site."""
    spoil(docs, "spanningsvelden/doorgaan-of-vertragen.md", '{{ onderdeel("stemmen") }}', "Niets.")
    line = add(docs, PRIVACY, "[Deze stem](../spanningsvelden/doorgaan-of-vertragen.md#sv4-q1)")
    assert (
        f"{PRIVACY}:{line}: die pagina laat dit niet zien; er staat `../spanningsvelden/doorgaan-of-vertragen.md#sv4-q1`; "
        'verwacht: op spanningsvelden/doorgaan-of-vertragen.md een macro die het toont, zoals `{{ onderdeel("vragen") }}`'
        in told(docs)
    )


# The Makefile


@pytest.fixture
def elsewhere(project, tmp_path_factory) -> Path:
    """The copy in a folder with the name of a package, with spaces and with letters beyond ASCII; all its pages are new."""
    moved = project.rename(tmp_path_factory.mktemp("material") / "Één map, “material”")
    for file in moved.rglob("*.md"):
        file.touch()
    return moved


@pytest.fixture
def make(elsewhere):
    """A function that runs make in a copy of the project in which everything is set up already, with other settings."""
    shutil.copy(ROOT / "Makefile", elsewhere)
    shutil.copytree(ROOT / "requirements", elsewhere / "requirements")
    (elsewhere / "gereed").mkdir()
    (elsewhere / "gereed" / ".site").touch()

    def run(*arguments: str) -> subprocess.CompletedProcess:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        return subprocess.run(
            ["make", *arguments, "VENV=gereed", f"BIN={Path(sys.executable).parent}", "PYTHON=false"],
            cwd=elsewhere,
            env={**environment, "SITE_URL": SITE_URL, "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
        )

    return run


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_a_failed_make_site_leaves_the_previous_site_alone_and_a_good_one_gives_the_same_bytes(site, elsewhere, make):
    """As another build in another folder."""
    previous = elsewhere / "site" / "vorige" / "index.html"
    previous.parent.mkdir(parents=True)
    previous.write_text("De vorige versie.")
    sound = (elsewhere / "docs" / PRIVACY).read_text(encoding="utf-8")

    line = add(elsewhere / "docs", PRIVACY, "[Weg](weg.md)")
    failed = make("site")
    assert failed.returncode != 0
    assert f"{PRIVACY}:{line}: deze link leidt nergens heen" in failed.stdout + failed.stderr
    assert [path for path in (elsewhere / "site").rglob("*") if path.is_file()] == [previous]
    assert previous.read_text() == "De vorige versie."

    (elsewhere / "docs" / PRIVACY).write_text(sound, encoding="utf-8")
    mended = make("site")
    assert mended.returncode == 0, mended.stderr
    again = files_of(elsewhere / "site")
    assert differences(files_of(site), again) == []
    path = "werkkaarten/index.html"
    assert differences(again, {**again, path: again[path] + b" ", "nieuw.txt": b""}) == ["nieuw.txt", path]


def test_set_up_is_done_again_only_when_the_pinned_packages_change(elsewhere, make):
    assert "mkdocs" in make("-n", "site").stdout and "pip install" not in make("-n", "site").stdout
    stamp = (elsewhere / "gereed" / ".site").stat().st_mtime
    os.utime(elsewhere / "requirements" / "site.txt", (stamp + 10, stamp + 10))
    assert "pip install" in make("-n", "site").stdout
