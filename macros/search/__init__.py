"""What the search window looks things up in: the knowledge as entries, in one compact file."""

from .index import search_index

__all__ = ["search_index"]
