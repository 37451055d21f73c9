"""Proves that the first cell of a row in a Markdown table is heard as the name of that row."""

import pytest
from markdown import markdown

from macros.pages.tables import name_rows


def test_the_first_cell_of_each_row_names_it():
    made = name_rows(markdown("| | Links |\n|:-:|---|\n| **Eén** | doen |\n| [Samen](x.md) | |", extensions=["tables"]))
    assert made.count('<th scope="row"') == 2 and made.count("<td>") == 2
    assert '<th scope="row" style="text-align: center;"><strong>Eén</strong></th>' in made
    assert '><a href="x.md">Samen</a></th>' in made


@pytest.mark.parametrize(
    "table",
    [
        markdown("| Een | Twee |\n|---|---|\n| | niets |", extensions=["tables"]),
        '<table><tbody>\n<tr><td>0–10</td>\n<th scope="row">Aankomen</th></tr></tbody></table>',
    ],
)
def test_a_cell_that_names_nothing_stays(table):
    assert name_rows(table) == table
