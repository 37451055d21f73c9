"""The knowledge itself: typed records read from `docs/`, their links, and every error in them."""
