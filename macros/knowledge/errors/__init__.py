"""The one error family of the content: what is wrong, where, and what was probably meant."""

from .mistake import ContentError, Mistake, ordered
from .nearest import nearest

__all__ = [
    "ContentError",
    "Mistake",
    "nearest",
    "ordered",
]
