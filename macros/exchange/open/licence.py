"""The licence of the site's own wording: one setting, which its owner makes and nobody else, and how each format names it."""

from __future__ import annotations

from dataclasses import dataclass

from ...knowledge.errors import ContentError, Mistake, nearest


@dataclass(frozen=True)
class Licentie:
    """A licence by its SPDX id, with its name for readers, its address, and what NL-LOM calls it."""

    spdx: str
    naam: str
    url: str
    lom: str

    @property
    def regel(self) -> str:
        """Its name and address, for a format that has one field for both."""
        return f"{self.naam}, {self.url}"


LICENCES = {
    f"CC-{kind}-4.0": Licentie(
        f"CC-{kind}-4.0",
        f"Creative Commons {words} 4.0",
        f"https://creativecommons.org/licenses/{kind.lower()}/4.0/deed.nl",
        f"cc-{kind.lower()}-40",
    )
    for kind, words in {
        "BY": "Naamsvermelding",
        "BY-SA": "Naamsvermelding-GelijkDelen",
        "BY-NC": "Naamsvermelding-NietCommercieel",
        "BY-NC-SA": "Naamsvermelding-NietCommercieel-GelijkDelen",
        "BY-NC-ND": "Naamsvermelding-NietCommercieel-GeenAfgeleideWerken",
    }.items()
}
"""What the setting may say."""


def chosen_licence(given: object) -> Licentie | None:
    """The licence that `licentie` in mkdocs.yml names; None as long as it says nothing. Raises ContentError for any other."""
    if given is None:
        return None
    if isinstance(given, str) and given in LICENCES:
        return LICENCES[given]
    raise ContentError(
        [
            Mistake(
                "mkdocs.yml",
                "deze licentie kennen we niet",
                field="licentie",
                value=given,
                expected="niets, of een van " + ", ".join(LICENCES),
                meant=nearest(given, LICENCES) if isinstance(given, str) else None,
            )
        ]
    )
