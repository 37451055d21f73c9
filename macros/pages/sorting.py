"""In which order titles are filed."""

import unicodedata


def sort_key(title: str) -> str:
    """`title` as it is filed: lower case, without accents, opening quotes and such."""
    plain = unicodedata.normalize("NFKD", title.lower())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()


def first_letter(title: str) -> str:
    """The capital below which `title` is filed; of one without letters its first sign."""
    return (sort_key(title) or title)[0].upper()
