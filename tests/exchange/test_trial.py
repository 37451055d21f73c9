"""Proves that nobody prints cards of a site that can't be reached without having been told."""

from dataclasses import replace

import pytest

from macros import publish
from macros.pages.kaartenvel.macro import kaartenvel
from tests.conftest import ROOT, SITE_URL, site_of

TRIALS = (
    "https://samen-leren-balanceren.example/",
    "https://voorbeeld.test/leren/",
    "http://localhost:8000/",
    "http://site.localhost",
    "http://127.0.0.1:8000/leren/",
    "http://[::1]/",
    "https://WWW.EXAMPLE.org/",
    "https://niets.invalid/",
)
REAL = ("https://leren.nji.nl/", "https://example.nl/", "https://test.nl/voorbeeld.test/", "http://192.0.2.1/", "")


@pytest.mark.parametrize("url", TRIALS)
def test_an_address_for_trials_is_known(url):
    assert publish.trial_host(url) in url.lower() and publish.trial_host(url) in publish.warning(url)


@pytest.mark.parametrize("url", REAL)
def test_a_real_address_is_not_taken_for_a_trial(url):
    assert publish.trial_host(url) is None and publish.warning(url) is None


def test_the_page_of_a_deck_says_it_above_its_button():
    site = site_of(ROOT / "docs", "kaarten/emoties.md")
    html = kaartenvel(site, "emoties")
    assert 0 < html.index("SITE_URL") < html.index("Download de PDF")
    real = replace(site, elsewhere=replace(site.elsewhere, trial_host=None))
    assert "SITE_URL" not in kaartenvel(real, "emoties")


def test_the_build_says_it_once(site):
    said = (site.parent / "site.log").read_text(encoding="utf-8").splitlines()
    assert [line for line in said if "proefadres" in line] == [publish.warning(SITE_URL)]
