"""The mark behind what is the editors' own: a link to what it means, and nowhere where a link can't stand."""

import pytest

from macros.pages.editorial import mark_editorial
from tests.conftest import ROOT, site_of

MARKED = '<a class="redactie" href="../../over/colofon/#redactie">(redactie)</a>'


@pytest.mark.parametrize(
    "content, expected",
    [
        ("<p>Een tip (redactie).</p>", f"<p>Een tip {MARKED}.</p>"),
        ("<p>Een (redactie) <em>twee (redactie)</em></p>", f"<p>Een {MARKED} <em>twee {MARKED}</em></p>"),
        ("<h2>Kop (redactie)</h2><p>(redactie)</p>", f"<h2>Kop (redactie)</h2><p>{MARKED}</p>"),
        ('<a href="x"><b>naar</b> (redactie)</a>', '<a href="x"><b>naar</b> (redactie)</a>'),
        ('<p title="(redactie)">x</p>', '<p title="(redactie)">x</p>'),
        ("<code>(redactie)</code> redactie", "<code>(redactie)</code> redactie"),
        ("<svg><path/><text>(redactie)</text></svg>", "<svg><path/><text>(redactie)</text></svg>"),
    ],
)
def test_the_mark_becomes_a_link_where_a_link_can_stand(content, expected):
    assert mark_editorial(site_of(ROOT / "docs", "begrippen/agency.md"), content) == expected
