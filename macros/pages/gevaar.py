"""Whom to call when somebody is in danger, on a page: one presses a number there."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from ..knowledge.gevaar import GEVAAR

_NUMBER = re.compile(r"\b(?:11[23]|0800-\d{4})\b")


def to_call() -> Markup:
    """HTML of what stands with every running order, each number a link (RFC 3966)."""
    return Markup(_NUMBER.sub(lambda one: f'<a href="tel:{one[0].replace("-", "")}">{one[0]}</a>', str(escape(GEVAAR))))


def to_read() -> str:
    """The same as text for a sheet of paper that a browser lays out: it would break a line within a number."""
    return _NUMBER.sub(lambda one: one[0].replace("-", "-\N{WORD JOINER}"), GEVAAR)
