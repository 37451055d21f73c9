"""Proves the concepts as linked data: both forms say the same, and hold to our own shapes; read by rdflib and pyshacl."""

from dataclasses import replace

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import to_isomorphic

from macros.exchange.open.skos import concepts, jsonld, turtle
from macros.knowledge.records import Begrip, Thema, Woordenlijst
from macros.publish.generated import origin
from tests.conftest import ROOT, SITE_URL

SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
SHAPES = Graph().parse(ROOT / "tests" / "exchange" / "shapes.ttl")


@pytest.fixture(scope="module")
def things():
    return concepts(origin(ROOT / "docs", "Leren", SITE_URL))


@pytest.fixture(scope="module")
def whole(things):
    return Graph().parse(data=turtle(things), format="turtle")


def conforms(graph) -> bool:
    return validate(graph, shacl_graph=SHAPES)[0]


def test_both_forms_are_one_graph_with_every_concept(things, whole, bank):
    assert to_isomorphic(Graph().parse(data=jsonld(things), format="json-ld")) == to_isomorphic(whole)
    lemmas = [one for glossary in bank.of_kind(Woordenlijst) for one in glossary.lemmas]
    named = {str(label) for label in whole.objects(None, SKOS.notation)}
    assert named == {one.id for one in (*bank.of_kind(Begrip), *bank.of_kind(Thema), *lemmas)}
    assert str(whole.value(URIRef(f"{SITE_URL}begrippen/maatwerk/"), SKOS.prefLabel)) == "Maatwerk"


def test_they_hold_to_the_shapes(whole):
    assert conforms(whole)


MAATWERK, VERTRAGEN, THEME = (
    URIRef(f"{SITE_URL}begrippen/{one}/") for one in ("maatwerk", "vertragen", "thema-maakbaarheid")
)
NOWHERE = URIRef(f"{SITE_URL}begrippen/nergens/")
WRONG = {
    "two names": (MAATWERK, SKOS.prefLabel, Literal("Op maat", lang="nl")),
    "a name without language": (MAATWERK, SKOS.prefLabel, Literal("Op maat")),
    "two definitions": (MAATWERK, SKOS.definition, Literal("Iets anders.", lang="nl")),
    "a notation of another": (MAATWERK, SKOS.notation, Literal("vertragen")),
    "above it nothing": (MAATWERK, SKOS.broader, NOWHERE),
    "related to nothing": (MAATWERK, SKOS.related, NOWHERE),
    "related one way": (MAATWERK, SKOS.related, VERTRAGEN),
    "a loop": (THEME, SKOS.broader, MAATWERK),
    "the other name is its name": (MAATWERK, SKOS.altLabel, Literal("Maatwerk", lang="nl")),
    "of no scheme": (NOWHERE, RDF.type, SKOS.Concept),
}


@pytest.fixture(scope="module")
def small(things):
    """Two concepts with what is above them, for the shapes take seconds over all; as right as the whole."""
    kept = {str(one) for one in (MAATWERK, VERTRAGEN)}
    above = {
        value
        for one in things
        if one.adres in kept
        for name, value in one.zegt
        if name in ("skos:broader", "skos:inScheme")
    }
    kept |= above
    few = tuple(
        replace(one, zegt=tuple(pair for pair in one.zegt if not isinstance(pair[1], str) or pair[1] in kept))
        for one in things
        if one.adres in kept
    )
    graph = Graph().parse(data=turtle(few), format="turtle")
    assert conforms(graph)
    return graph


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_seen(name, small):
    spoiled = Graph()
    spoiled += small
    spoiled.add(WRONG[name])
    assert not conforms(spoiled)
