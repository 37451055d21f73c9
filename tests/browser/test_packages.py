"""The links of a lesson: all there without script, copied with one press as links and as text."""

import pytest
from lxml import html
from playwright.sync_api import expect

from macros.knowledge.lessons import OVERVIEW
from macros.knowledge.records import Les, Programma
from macros.pages.site import address as page_address
from tests.conftest import SITE_URL

PAGE, ALL = "lessen/van-plek-wisselen/", "lessen/"


def written(page) -> dict[str, str]:
    return page.evaluate("""async () => { const [item] = await navigator.clipboard.read();
        return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()]))); }""")


@pytest.mark.parametrize("path", [PAGE, ALL])
def test_without_script_links_and_packages_are_there(path, visit, site):
    page = visit(path, java_script_enabled=False)
    for more in page.locator(".pakket-links summary").all():
        more.click()
    links = page.locator(".pakket-lijst a")
    assert links.count() > 4 and all(link.is_visible() for link in links.all())
    text = page.locator(".pakket-tekst").inner_text()
    assert [line.split(": ")[-1] for line in text.splitlines() if ": http" in line] == [
        link.get_attribute("href") for link in links.all()
    ]
    expect(page.locator(".pakket .kopieer:visible")).to_have_count(0)
    for download in page.locator(".pakket a[download]").all():
        assert (site / path / download.get_attribute("href")).resolve().suffix == ".imscc"
        assert (site / path / download.get_attribute("href")).resolve().is_file()


def test_no_two_files_to_keep_have_one_name(bank, site):
    names = []
    for record in (*bank.of_kind(Les), *bank.of_kind(Programma), bank.places[OVERVIEW].page.record):
        path = site / page_address(bank.path_of(record.id))
        links = html.parse(str(path / "index.html")).xpath(
            "//main//a[contains(@href, '.imscc') or contains(@href, '.pdf')]"
        )
        assert len(links) >= 1 and all((path / one.get("href")).resolve().is_file() for one in links), path
        names += [one.get("download") for one in links]
    assert {"les-1-doorgaan-of-vertragen.imscc", "even-stilstaan-draaiboek.pdf", "alle-lessen-canvas.imscc"} <= set(
        names
    )
    assert len(names) == len(set(names)) and None not in names and "" not in names


def test_copying_gives_links_to_an_editor_and_addresses_to_the_rest(visit):
    page = visit(PAGE, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".pakket-links summary").first.click()
    page.locator(".pakket .kopieer").first.click()
    page.locator(".gekopieerd", has_text="Gekopieerd").first.wait_for()
    forms = written(page)
    rich = html.fromstring(forms["text/html"])
    addresses = rich.xpath("//a/@href")
    assert f"{SITE_URL}{PAGE}student/" in addresses and all(one.startswith(SITE_URL) for one in addresses)
    assert [one for one in addresses if one not in forms["text/plain"]] == []
    page.locator(".pakket-links summary").last.click()
    page.locator(".pakket .kopieer").last.click()
    page.locator(".gekopieerd", has_text="Gekopieerd").last.wait_for()
    assert written(page) == {"text/plain": forms["text/plain"]}


def test_no_lesson_gives_students_the_links_of_the_teacher(bank, site):
    for lesson in bank.of_kind(Les):
        sheet = site / page_address(bank.path_of(lesson.id)) / "student" / "index.html"
        text = sheet.read_text(encoding="utf-8")
        assert "imscc" not in text and 'class="pakket' not in text
