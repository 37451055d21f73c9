"""Whom to call when somebody turns out to be in danger, for the paper of who leads: one may have no screen at hand."""

from .items import REDACTIE

GEVAAR = (
    "Hoor je dat iemand nu in gevaar is, onderbreek dan en bel 112. Vermoed je mishandeling, volg dan de meldcode en bel "
    "Veilig Thuis voor advies: 0800-2000. Denkt iemand aan zelfdoding, bel dan 113 of gratis 0800-0113 "
    f"{REDACTIE}."
)
"""What stands with every running order; the numbers are those of docs/vastgelopen.md."""
