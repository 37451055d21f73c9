"""Proves that the link to a heading stands behind it, named after it, and that the heading itself is only its text."""

import pytest

from macros.pages.headings import link_headings

LINK = '<a class="anker" href="#x" title="Vaste link">#</a>'
ID = '<a class="id" href="#x" aria-label="Vaste link naar x">x</a>'


@pytest.mark.parametrize(
    "heading, name",
    [
        ("Wat helpt", "Vaste link naar ‘Wat helpt’"),
        ('Zin & <em>on</em>zin "nu"', "Vaste link naar ‘Zin &amp; onzin &quot;nu&quot;’"),
        ("Zin &amp; onzin", "Vaste link naar ‘Zin &amp; onzin’"),
    ],
)
def test_the_link_has_the_name_of_its_heading(heading, name):
    made = link_headings(f'<h2 id="x">{heading}{LINK}</h2><p>Tekst.</p>')
    assert made == (
        f'<div class="kopregel"><h2 id="x">{heading}</h2>'
        f'<a class="anker" aria-label="{name}" href="#x" title="Vaste link">#</a></div><p>Tekst.</p>'
    )


def test_the_id_of_an_item_stands_behind_its_heading_too():
    made = link_headings(f"<section><h3><span>Fase 1</span> Een {ID}</h3>\n<p>Zin {ID}</p></section>")
    assert made == (
        f'<section><div class="kopregel"><h3><span>Fase 1</span> Een</h3> {ID}</div>\n<p>Zin {ID}</p></section>'
    )


def test_a_term_with_an_id_has_a_link_named_after_it_without_its_quotes():
    bare = "<dl><dt>Kaal</dt><dd>Uitleg</dd></dl>"
    made = link_headings(f'<dl><dt id="x">‘Wat <em>nu</em>?’</dt><dd>Uitleg</dd></dl>{bare}')
    assert made == (
        '<dl><dt id="x">‘Wat <em>nu</em>?’ <a class="anker" aria-label="Vaste link naar ‘Wat nu?’" href="#x" '
        f'title="Vaste link">#</a></dt><dd>Uitleg</dd></dl>{bare}'
    )


def test_each_heading_has_its_own_and_other_links_stay():
    rest = f'<p><a href="#x">#</a></p><h3><a href="y/">Elders</a></h3><h2>Kaal</h2><p>{ID}</p>'
    made = link_headings(f'<h2 id="x">Een{LINK}</h2>{rest}<h3 id="y">Twee{LINK}</h3>')
    assert made.count("kopregel") == made.count("Vaste link naar ‘") == 2 and rest in made
    assert "‘Een’" in made and "‘Twee’" in made
