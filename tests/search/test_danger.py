"""What may mean danger is known for it however it is written, and what the work itself is called is not. Without a browser."""

import json

import pytest
from engine import in_danger

from macros.pages.site import address
from macros.search import search_index

DANGER = """
zelfmoord; zelf moord; zelfmoort; zelfdoding; zelf doding; Suïcide; suiside; suicied; sucide; suïcidaliteit; levensmoe; overdosis
ik wil dood; dood willen; ik wou dat ik dood was; liever dood; ik ga dood; doodgaan; ik wil niet leven; ik wil niet meer leven
ik wil er niet meer zijn; ik wil niet meer; ik kan niet meer; ik wil niet meer verder; geen zin meer in leven; een eind aan mijn leven
ik zie het niet meer zitten; het hoeft voor mij niet meer
ik snij mezelf; zij snijdt zichzelf; zelfbeschadiging; zelfbeschadeging; zelfverwonding; automutilatie; mezelf iets aandoen
hij slaat me; mijn vader slaat mij; ze slaat haar kind; vader slaat moeder; geslagen thuis; ik word geslagen; klappen krijgen
mishandeling; mishandling; misshandeling; kindermishandleing; misbruik; huiselijk geweld; huiselijkgeweld; huislijk geweld
partnergeweld; geweld thuis; seksueel geweld; verkracht; verkrachting; aangerand; incest; loverboys; eerwraak; verwaarlozing
kind met blauwe plekken; bedreigd; ik word bedreigd; doodsbedreiging; stalking; kind vermist; wapen; mes; agressieve vader
onveilig thuis; ik voel me niet veilig; bang voor mijn vader; acuut gevaar; kind in gevaar
Veilig Thuis; veiligthuis; meldcode; crisisdienst; kindertelefoon; hulplijn; help mij; 112; 113; 0800-2000
"""
# The words of the work, and what only has the letters of danger in it.
NO_DANGER = """
stagnatiegevaar; geweldloos verzet; veiligheidsplan; veiligheid; veilig; thuis; crisis; leven; levensloop; systeemgeweld; geweldig
doodlopen; dood spoor; dood punt; loopt dood; doodnormaal; leven lang leren; niet meer leven in de wachtstand; leefwereld
snijden; kaarten snijden; snijd de kaarten eerst; printen snijden vouwen; slaan een brug; hij slaat de plank mis; zij slaat een brug
hij slaat een slag; het slaat nergens op; we slaan een stap over; slaan de handen ineen; uit het veld geslagen; ontslagen
kind wil niet meer; het gezin wil niet meer; niet meer weten; het hoeft niet meer perfect; zelf doen; politiek; incidentenpolitiek
messcherp; mishagen; machteloos; sv1-v12; sv1-v13; uitspraak 12
"""


def listed(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split(";")]


def test_what_may_mean_danger_is_known_for_it_however_it_is_written():
    asked = listed(DANGER)
    assert sorted(set(asked) - set(in_danger(asked))) == []


def test_other_words_are_not():
    assert in_danger(listed(NO_DANGER)) == []


@pytest.fixture(scope="module")
def names(bank) -> list[str]:
    """What the pages of the site and all that stands on them are called, without what people type for it."""
    pages = zip(*json.loads(search_index(bank, address))["pages"])
    return [
        name
        for row in pages
        for name in [*row[4], *row[5], *(item[2] for item in row[8]), *(part[0] for part in row[9])]
    ]


def test_nothing_on_the_site_is_called_by_a_word_of_danger(names):
    assert "Stagnatiegevaar" in names
    # Who types this may look for what it is or for whom to call now, and gets both.
    assert in_danger(names) == ["Meldcode"]


def test_what_nobody_would_type_keeps_no_device_busy():
    in_danger(["ben " * 20_000, "seks" * 5_000, "wil " * 20_000])
