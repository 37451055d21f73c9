"""Proves what in the folder of content is content: nothing else is published, and nothing left there stops a build by surprise."""

import io
import os
import socket
import tempfile
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from macros.knowledge.files import content_of
from macros.knowledge.reader import read
from tests.knowledge.spoil import SOUND, sound, told

ENDINGS = ".svg, .png, .jpg, .jpeg, .webp, .avif, .gif, .pdf, .csv"
SORT = (
    "een bestand van deze soort hoort hier niet; verwacht: een pagina (`.md`), of een plaatje of bestand dat eindigt op "
    f"een van {ENDINGS}"
)
TEXT = "een pagina eindigt op één `.md` en op niets anders; verwacht: dit bestand onder een andere naam"
NAME = "deze naam kan niet; verwacht: kleine letters en cijfers, met streepjes ertussen"
SHELF = (
    "dit hoort niet bij de edities; verwacht: alleen `edities.yml`, `wijzigingen.yml` en bestanden die `make editie` "
    "maakte, zoals `2026.1.zip`"
)


def put(docs: Path, name: str, content: bytes = b"Iets.") -> None:
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_bytes(content)


def test_a_picture_with_capitals_in_its_ending_is_told_once(tmp_path):
    """It is a picture, under a name that can't be."""
    docs = sound(tmp_path)
    drawing = io.BytesIO()
    Image.new("RGB", (2, 2)).save(drawing, "PNG")
    put(docs, "assets/img/weg.PNG", drawing.getvalue())
    page = docs / "veld.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n![De weg.](assets/img/weg.PNG)\n", encoding="utf-8")
    assert told(docs) == [f"assets/img/weg.PNG: {NAME}; bedoelde je `weg.png`?"]


@pytest.mark.parametrize(
    "name",
    [
        ".trash/veld.md",
        ".obsidian/x.md",
        "._veld.md",
        ".DS_Store",
        "veld.md~",
        "veld.md.orig",
        "veld.md.bak",
        "veld.md.swp",
        "#veld.md#",
        "~$veld.docx",
        "Thumbs.db",
        "oud.bak/veld.md",
    ],
)
def test_what_programs_leave_behind_is_passed_over(tmp_path, name):
    docs = sound(tmp_path)
    put(docs, name, (docs / "veld.md").read_bytes())
    assert told(docs) == []
    assert content_of(docs).published == content_of(SOUND).published


def test_a_lock_that_leads_nowhere_is_passed_over(tmp_path):
    """As Emacs leaves one beside a file that is open."""
    docs = sound(tmp_path)
    (docs / ".#veld.md").symlink_to("iemand@computer.1234:5678")
    assert told(docs) == []


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("droom.markdown", f"droom.markdown: {TEXT}; bedoelde je `droom.md`?"),
        ("droom.mdown", f"droom.mdown: {TEXT}; bedoelde je `droom.md`?"),
        ("De droom.txt", f"De droom.txt: {TEXT}; bedoelde je `de-droom.md`?"),
        ("droom.md.txt", f"droom.md.txt: {TEXT}; bedoelde je `droom.md`?"),
        ("droom.md ", f"droom.md : {TEXT}; bedoelde je `droom.md`?"),
        (
            "De droom.docx",
            "De droom.docx: dit is een document van een tekstverwerker; verwacht: de tekst ervan, in een nieuw bestand "
            "`de-droom.md`",
        ),
        ("droom.html", f"droom.html: {SORT}"),
        ("CNAME", f"CNAME: {SORT}"),
        ("assets/img/weg.tiff", f"assets/img/weg.tiff: {SORT}"),
        ("assets/img/Weg.JPG", f"assets/img/Weg.JPG: {NAME}; bedoelde je `weg.jpg`?"),
        ("assets/img/de weg.png", f"assets/img/de weg.png: {NAME}; bedoelde je `de-weg.png`?"),
        ("Mijn map/weg.png", f"Mijn map: {NAME}; bedoelde je `mijn-map`?"),
        ("weg.md/weg.png", "weg.md: dit is een map die heet als een pagina; verwacht: een naam zonder punt"),
        ("kaarten/weg\udcff.png", f"kaarten/weg?.png: {NAME}; bedoelde je `weg.png`?"),
    ],
)
def test_what_is_no_content_is_refused(tmp_path, name, sentence):
    docs = sound(tmp_path)
    put(docs, name, photo("PNG"))
    assert told(docs) == [sentence]


@pytest.mark.parametrize(
    "name, meant",
    [
        ("wijzigingen.yaml", "wijzigingen.yml"),
        ("Edities.yml", "edities.yml"),
        ("editie.yml", "edities.yml"),
        ("droom.md", None),
        ("2026-1.zip", None),
        ("2026.1.docx", None),
        ("oud/2026.1.zip", None),
    ],
)
def test_what_is_no_edition_is_refused_among_them(tmp_path, name, meant):
    docs = sound(tmp_path)
    for right in ("edities.yml", "wijzigingen.yml", "2026.1.zip", ".DS_Store"):
        put(docs, f"edities/{right}")
    assert content_of(docs).mistakes == ()
    put(docs, f"edities/{name}")
    asked = f"; bedoelde je `{meant}`?" if meant else ""
    assert told(docs) == [f"edities/{name.partition('/')[0]}: {SHELF}{asked}"]


def test_a_photo_as_a_phone_makes_it_is_refused(tmp_path):
    docs = sound(tmp_path)
    put(docs, "assets/img/weg.jpg", bytes(4_260_000))
    put(docs, "assets/img/kaart.pdf", b"%PDF-1.7".ljust(4_260_000, b"\0"))
    put(docs, "assets/img/tekening.png", photo("PNG").ljust(500_000, b"\0"))
    assert told(docs) == [
        "assets/img/weg.jpg: dit plaatje is te groot; er staat `4,3 MB`; verwacht: hooguit 0,5 MB; maak het eerst kleiner"
    ]


def photo(kind: str, **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, kind, **options)
    return out.getvalue()


def at_the_office() -> Image.Exif:
    taken = Image.Exif()
    taken.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    return taken


def drawing(inside: str, more: str = "") -> bytes:
    return f'{more}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


BROKEN = "dit plaatje is niet te lezen; verwacht: een heel plaatje, opnieuw opgeslagen"
NO_DRAWING = "dit is geen tekening; verwacht: een SVG-bestand, zoals een tekenprogramma het bewaart"
ELSEWHERE = "deze tekening haalt iets van elders; er staat `{}`; verwacht: alles in de tekening zelf"
SCRIPT = "in deze tekening staat een script; er staat `{}`; verwacht: alleen wat getekend is"


@pytest.mark.parametrize(
    "name, content, sentence",
    [
        ("weg.png", b"hallo", BROKEN),
        ("weg.png", photo("PNG")[:70], BROKEN),
        ("weg.jpg", photo("JPEG")[:400], BROKEN),
        ("weg.avif", b"", BROKEN),
        (
            "weg.jpg",
            photo("PNG"),
            "dit plaatje is van een andere soort dan zijn naam zegt; er staat `PNG`; verwacht: een plaatje dat als `.jpg` is opgeslagen",
        ),
        (
            "weg.jpg",
            photo("JPEG", exif=at_the_office()),
            "dit plaatje vertelt waar het gemaakt is; verwacht: een plaatje zonder plaats, opnieuw opgeslagen",
        ),
        ("weg.svg", b"<svg", NO_DRAWING),
        ("weg.svg", b"<html><p/></html>", NO_DRAWING),
        ("weg.svg", drawing("<script>alert(1)</script>"), SCRIPT.format("<script>")),
        ("weg.svg", drawing('<g onclick="alert(1)"/>'), SCRIPT.format('onclick="alert(1)"')),
        ("weg.svg", drawing('<a href="javascript:alert(1)"/>'), SCRIPT.format('href="javascript:alert(1)"')),
        ("weg.svg", drawing("<foreignObject/>"), SCRIPT.format("<foreignObject>")),
        (
            "weg.svg",
            drawing('<image href="https://elders.example/x.png"/>'),
            ELSEWHERE.format("https://elders.example/x.png"),
        ),
        ("weg.svg", drawing('<path fill="url(x.svg#a)"/>'), ELSEWHERE.format("url(x.svg#a)")),
        ("weg.svg", drawing("<style>@import 'x.css'</style>"), ELSEWHERE.format("@import")),
        ("weg.svg", drawing("", '<?xml-stylesheet href="x.css"?>'), ELSEWHERE.format("<?xml-stylesheet")),
    ],
)
def test_a_picture_that_is_none_or_does_more_than_show_is_refused(tmp_path, name, content, sentence):
    docs = sound(tmp_path)
    put(docs, f"assets/img/{name}", content)
    assert told(docs) == [f"assets/img/{name}: {sentence}"]


@pytest.mark.parametrize(
    "name, content",
    [
        ("weg.png", photo("PNG")),
        ("weg.jpg", photo("JPEG")),
        ("weg.jpeg", photo("JPEG")),
        ("weg.webp", photo("WEBP")),
        ("weg.avif", photo("AVIF")),
        ("weg.gif", photo("GIF")),
        (
            "weg.svg",
            drawing(
                '<path id="a" fill="url(#b)"/><use href="#a"/><a href="https://www.nji.nl/"/><image href="data:image/png;base64,"/>'
            ),
        ),
    ],
)
def test_a_picture_of_each_kind_is_content(tmp_path, name, content):
    docs = sound(tmp_path)
    put(docs, f"assets/img/{name}", content)
    assert told(docs) == [] and f"assets/img/{name}" in content_of(docs).assets


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("Traag vragen é.md", f"Traag vragen é.md: {NAME}; bedoelde je `traag-vragen-e.md`?"),
        ("droom.md.md", f"droom.md.md: {TEXT}; bedoelde je `droom.md`?"),
        ("droom.txt.md", f"droom.txt.md: {TEXT}; bedoelde je `droom.md`?"),
        ("Q.MD", f"Q.MD: {NAME}; bedoelde je `q.md`?"),
        ("droom.oud.md", f"droom.oud.md: {NAME}; bedoelde je `droom-oud.md`?"),
        (
            "kaarten/README.md",
            "kaarten/README.md: zo heet een pagina hier niet; verwacht: voor de eerste pagina van een map: `index.md`",
        ),
    ],
)
def test_a_page_with_a_name_that_makes_no_address_is_refused(tmp_path, name, sentence):
    docs = sound(tmp_path)
    put(docs, name, b"---\nsoort: pagina\nid: anders\ntitel: Anders\nsamenvatting: Anders.\n---\n\nTekst.\n")
    assert told(docs) == [sentence]


def test_two_pages_with_one_address_are_refused(tmp_path):
    docs = sound(tmp_path)
    put(
        docs,
        "kaarten/set/index.md",
        (docs / "kaarten/set.md").read_bytes().replace(b"set", b"zet").replace(b"10", b"20"),
    )
    assert told(docs) == [
        "kaarten/set/index.md: deze pagina krijgt hetzelfde adres als kaarten/set.md; verwacht: een van de twee"
    ]


def test_links_in_the_file_system_are_refused_and_not_followed(tmp_path):
    docs = sound(tmp_path)
    (docs / "rond").symlink_to(docs)
    (docs / "elders.md").symlink_to(docs / "veld.md")
    (docs / "weg.md").symlink_to("nergens.md")
    assert told(docs) == [
        f"{name}: dit is een snelkoppeling; verwacht: het bestand of de map zelf"
        for name in ("elders.md", "rond", "weg.md")
    ]


def test_what_is_no_file_is_refused(tmp_path, monkeypatch):
    docs = sound(tmp_path)
    monkeypatch.chdir(docs)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("weg.md")
        assert told(docs) == ["weg.md: dit is geen gewoon bestand; verwacht: een pagina of een plaatje"]


@pytest.fixture
def as_somebody():
    """A folder of content that is read by somebody who is not allowed everything."""
    with tempfile.TemporaryDirectory() as folder:
        docs = sound(Path(folder))
        for path in (Path(folder), *Path(folder).rglob("*")):
            path.chmod(0o755)
        everything = os.geteuid() == 0
        (docs / "veld.md").chmod(0o000)
        (docs / "dicht").mkdir(mode=0o000)
        if everything:
            os.seteuid(65534)
        try:
            yield docs
        finally:
            if everything:
                os.seteuid(0)
            (docs / "dicht").chmod(0o700)


def test_what_may_not_be_read_is_told(as_somebody):
    unreadable = [str(mistake) for mistake in read(as_somebody).content.mistakes]
    assert unreadable == ["dicht: deze map is niet te lezen; verwacht: een map die je mag openen"]
    assert "veld.md: dit bestand is niet te lezen; verwacht: een bestand dat je mag openen" in told(as_somebody)


def test_a_file_that_no_reader_could_open_is_told(tmp_path):
    docs = sound(tmp_path)
    for name, content in {"a.pdf": b"", "b.pdf": b"MZ\0", "c.csv": b"", "d.csv": b"MZ\0\1", "e.csv": b"a,b\n"}.items():
        put(docs, f"assets/{name}", content)
    assert [line.partition(";")[0] for line in told(docs)] == [
        "assets/a.pdf: dit is geen PDF",
        "assets/b.pdf: dit is geen PDF",
        "assets/c.csv: dit is geen tabel",
        "assets/d.csv: dit is geen tabel",
    ]


def test_a_file_without_end_is_not_read(tmp_path):
    docs = sound(tmp_path)
    with (docs / "veld.md").open("wb") as file:
        file.truncate(50_000_000)
    assert "veld.md: dit bestand is te groot; er staat `50 MB`; verwacht: hooguit 1 MB tekst" in told(docs)


def test_brackets_without_end_are_told_at_once(tmp_path):
    docs = sound(tmp_path)
    put(docs, "haken.md", b"---\ntitel: " + b"[" * 10_000 + b"\n---\n\nTekst.\n")
    put(docs, "meer.md", b"---\n" + b"- " * 10_000 + b"\n---\n\nTekst.\n")
    assert [line.split(";")[0] for line in told(docs)] == [
        "haken.md:2: hier staan te veel haakjes of lijsten in elkaar",
        "meer.md:2: hier staan te veel haakjes of lijsten in elkaar",
    ]
