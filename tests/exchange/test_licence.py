"""Proves that the site names a licence only when its owner chose one, and then everywhere that it should be."""

import re
import zipfile

from macros.exchange.open.licence import LICENCES, chosen_licence
from tests.altered import LICENCE
from tests.conftest import build

NAMED = re.compile(rb"creativecommons\.org/licenses|Creative Commons Naams|\bcc-by\b|license\"", re.I)


def naming(site) -> set[str]:
    """The files of a built site that name a licence of ours, packages by what is in them."""
    found = set()
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.suffix == ".imscc":
            with zipfile.ZipFile(file) as package:
                content = package.read("imsmanifest.xml")
        elif file.suffix in (".html", ".xml", ".json", ".jsonld", ".ttl"):
            content = file.read_bytes()
        else:
            continue
        # On this page stands what one may choose from.
        if (
            NAMED.search(content)
            and not path.endswith("over/publiceren/index.html")
            and not path.startswith("assets/vast/zoekindex")
        ):
            found.add(path)
    return found


def test_nothing_is_chosen_and_nothing_names_a_licence(site):
    assert chosen_licence(None) is None
    assert naming(site) == set()
    assert "is nog niet besloten" in (site / "over/colofon/index.html").read_text(encoding="utf-8")


def test_what_is_chosen_is_named_everywhere(altered):
    found = naming(altered / "site")
    assert {"over/colofon/index.html", "lessen/alle.imscc"} <= found
    colofon = (altered / "site/over/colofon/index.html").read_text(encoding="utf-8")
    assert LICENCES[LICENCE].url in colofon and "is nog niet besloten" not in colofon


def test_a_licence_that_is_not_known_stops_the_build(project, tmp_path):
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("licentie: null", "licentie: CC-BY"), encoding="utf-8"
    )
    result = build(project, tmp_path / "site")
    assert result.returncode == 1 and "deze licentie kennen we niet" in result.stderr
    assert not (tmp_path / "site").exists()
