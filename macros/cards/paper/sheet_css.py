"""How a sheet of each form looks on the screen: a grid of faces in the sheet's own proportions."""

from __future__ import annotations

from collections.abc import Iterable

from .forms import Vorm


def sheet_css(forms: Iterable[Vorm]) -> str:
    """CSS with a class `vorm-<id>` for every form, for an element whose children are the faces in reading order."""
    return "".join(map(_rule, forms))


def _rule(form: Vorm) -> str:
    width, height = form.vel
    left, top = (100 * value / width for value in form.rand)
    ratio = f"{form.cel[0]:g}/{form.cel[1]:g}"
    return (
        f".vorm-{form.id}{{aspect-ratio:{width:g}/{height:g};padding:{top:.3f}% {left:.3f}%;"
        f"grid-template-columns:repeat({form.kolommen},{100 / form.kolommen:.4f}%)}}"
        f".vorm-{form.id}>*{{aspect-ratio:{ratio}}}\n"
    )
