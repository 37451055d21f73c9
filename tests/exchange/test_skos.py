"""Proves the concepts as linked data: both forms say the same, and hold to our own shapes; read by rdflib and pyshacl."""

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import to_isomorphic

from macros.exchange.open.skos import concepts, jsonld, turtle
from macros.knowledge.records import Begrip, Thema, Woordenlijst
from macros.publish.made.generated import origin
from tests.conftest import ROOT, SITE_URL

SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
SHAPES = Graph().parse(ROOT / "tests" / "exchange" / "shapes.ttl")


@pytest.fixture(scope="module")
def things():
    return concepts(origin(ROOT / "docs", "Leren", SITE_URL))


@pytest.fixture(scope="module")
def whole(things):
    return Graph().parse(data=turtle(things), format="turtle")


def told(graph) -> str:
    """What the shapes have against a graph."""
    conforms, _, text = validate(graph, shacl_graph=SHAPES)
    return "" if conforms else text


def test_both_forms_are_one_graph_with_every_concept(things, whole, bank):
    assert to_isomorphic(Graph().parse(data=jsonld(things), format="json-ld")) == to_isomorphic(whole)
    lemmas = [one for glossary in bank.of_kind(Woordenlijst) for one in glossary.lemmas]
    named = {str(label) for label in whole.objects(None, SKOS.notation)}
    assert named == {one.id for one in (*bank.of_kind(Begrip), *bank.of_kind(Thema), *lemmas)}
    assert str(whole.value(URIRef(f"{SITE_URL}begrippen/maatwerk/"), SKOS.prefLabel)) == "Maatwerk"


def test_they_hold_to_the_shapes(whole):
    assert told(whole) == ""


MAATWERK, VERTRAGEN, THEME = (
    URIRef(f"{SITE_URL}begrippen/{one}/") for one in ("maatwerk", "vertragen", "thema-maakbaarheid")
)
NOWHERE, LOOSE = URIRef(f"{SITE_URL}begrippen/nergens/"), URIRef(f"{SITE_URL}begrippen/los/")
WRONG = {
    "two names": (
        (MAATWERK, SKOS.prefLabel, Literal("Op maat", lang="nl")),
        "More than one String shares the same Language",
    ),
    "a name without language": ((MAATWERK, SKOS.prefLabel, Literal("Op maat")), "not Literal with datatype"),
    "two definitions": ((MAATWERK, SKOS.definition, Literal("Iets anders.", lang="nl")), "maatwerk/>->skos:definition"),
    "a notation of another": ((MAATWERK, SKOS.notation, Literal("vertragen")), "a notation twice"),
    "above it nothing": ((MAATWERK, SKOS.broader, NOWHERE), "broader and narrower differ"),
    "related to nothing": ((MAATWERK, SKOS.related, NOWHERE), "does not have class skos:Concept"),
    "related one way": ((MAATWERK, SKOS.related, VERTRAGEN), "related runs one way"),
    "a loop": ((THEME, SKOS.broader, MAATWERK), "a loop"),
    "the other name is its name": (
        (MAATWERK, SKOS.altLabel, Literal("Maatwerk", lang="nl")),
        'skos:prefLabel == Literal("Maatwerk"',
    ),
    "of no scheme": ((LOOSE, RDF.type, SKOS.Concept), "los/>->skos:inScheme"),
}


@pytest.fixture(scope="module")
def complaints(whole):
    """What the shapes have against a graph with all of that in it: none of it hides another."""
    spoiled = Graph()
    spoiled += whole
    for triple, _ in WRONG.values():
        spoiled.add(triple)
    return told(spoiled)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_seen(name, complaints):
    assert WRONG[name][1] in complaints
