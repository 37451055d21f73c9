"""Proves that the link beside a heading is named after it."""

import pytest

from macros.pages.headings import name_heading_links

LINK = '<a class="anker" href="#x" title="Vaste link">#</a>'


@pytest.mark.parametrize(
    "heading, name",
    [
        ("Wat helpt", "Vaste link naar ‘Wat helpt’"),
        ('Zin & <em>on</em>zin "nu"', "Vaste link naar ‘Zin &amp; onzin &quot;nu&quot;’"),
        ("Zin &amp; onzin", "Vaste link naar ‘Zin &amp; onzin’"),
    ],
)
def test_the_link_has_the_name_of_its_heading(heading, name):
    made = name_heading_links(f'<h2 id="x">{heading}{LINK}</h2><p>Tekst.</p>')
    assert (
        made
        == f'<h2 id="x">{heading}<a class="anker" aria-label="{name}" href="#x" title="Vaste link">#</a></h2><p>Tekst.</p>'
    )


def test_each_heading_has_its_own_and_other_links_stay():
    made = name_heading_links(f'<h2 id="x">Een{LINK}</h2><p><a href="#x">#</a></p><h3 id="y">Twee{LINK}</h3>')
    assert (
        made.count("aria-label") == 2 and "‘Een’" in made and "‘Twee’" in made and '<p><a href="#x">#</a></p>' in made
    )
