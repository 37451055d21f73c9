"""Proves that Material for MkDocs is really the theme below ours: its words and icons are on the page, not copies of them."""

import re

import pytest
from lxml import html
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros.publish import assets, menu, origin, page_context
from tests.conftest import ROOT, site_of

WORDS = {
    "nl": ("nl", "Zoeken", "Vorige en volgende", "Vorige", "Volgende"),
    "de": ("de", "Suche", "Zurück en weiter", "Zurück", "Weiter"),
}
SOURCES = {path: path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html")}


def theme(language: str):
    """The templates as the build loads them, with Material's words in `language`, and what a page shows."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.theme["language"] = language
    env = config.theme.get_env()
    env.globals |= {"assets": assets(ROOT / "docs"), "menu": menu}
    site = site_of(ROOT / "docs", "werkkaarten/tijdlijn.md")
    context = get_context(Navigation([], []), Files([]), config, base_url=".")
    return env, {
        **context,
        **page_context(
            site, origin(ROOT / "docs", config.site_name, config.extra["site_url"]), "https://voorbeeld.test/", ""
        ),
    }


@pytest.mark.parametrize("language, words", WORDS.items(), ids=WORDS)
def test_the_words_are_those_of_the_theme(language, words):
    """In another language they are others: the control."""
    env, context = theme(language)
    page = html.fromstring(env.get_template("404.html").render(context))
    around = '{% import "partials/language.html" as lang with context %}{% include "partials/rondom.html" %}'
    around = html.fromstring(env.from_string(around).render(context))
    assert (
        page.get("lang"),
        page.xpath("string((//a[contains(@class, 'zoek-open')]/span)[2])"),
        *around.xpath("//nav[@class='buren']/@aria-label"),
        *around.xpath("//nav[@class='buren']/a/span/text()"),
    ) == words


def test_every_word_asked_for_is_one_that_the_theme_has_in_dutch():
    env, _ = theme("nl")
    dutch = env.get_template("partials/languages/nl.html").module
    asked = {key for source in SOURCES.values() for key in re.findall(r"lang\.t\('([^']+)'\)", source)}
    assert asked == {"language", "search", "footer.previous", "footer.next"}
    assert [key for key in asked if not dutch.t(key)] == [] and not dutch.t("bestaat.niet")


def test_every_icon_comes_from_the_theme():
    env, context = theme("nl")
    named = {name for source in SOURCES.values() for name in re.findall(r'include "(\.icons/[^"]+)"', source)}
    assert len(named) >= 3
    assert [name for name in named if "/material/templates/" not in env.get_template(name).filename] == []
    page = env.get_template("404.html").render(context) + env.get_template("page.html").render(context)
    assert [name for name in named if env.get_template(name).render().strip() not in page] == []
