"""Whom to call when somebody turns out to be in danger, for the paper of who leads: one may have no screen at hand."""

from .items import REDACTIE

GEVAAR = (
    "Is iemand nu in gevaar? Onderbreek, en bel 112. Vermoed je mishandeling? Volg de meldcode en bel Veilig Thuis: "
    f"0800-2000. Denkt iemand aan zelfdoding? Bel 113 of gratis 0800-0113 {REDACTIE}."
)
"""What stands with every running order; the numbers are those of docs/vastgelopen.md."""
