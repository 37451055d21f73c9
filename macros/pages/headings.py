"""Puts the link to a heading behind it: inside it would be heard as part of its name; and one in a term that is explained."""

import re
from html import escape, unescape

# A heading that ends in a link to itself: what Python-Markdown's table of contents puts there, or the id of an item.
_LINKED = re.compile(
    r"<(?P<tag>h[2-6])(?P<attributes>[^>]*)>(?P<text>(?:(?!</?h[1-6]).)*?)(?P<space>\s?)"
    r'<a class="(?P<kind>anker|id)" (?P<link>[^>]*)>(?P<sign>[^<]*)</a>\s*</(?P=tag)>',
    re.S,
)
# A term of the prose, with the id that its author gave it.
_TERM = re.compile(r'(?P<term><dt id="(?P<id>[^"]*)">(?P<text>.*?))(?=</dt>)', re.S)


def link_headings(content: str) -> str:
    """HTML `content` with a link to each heading behind it, named after it where it has no name of its own; to a term in it."""

    def linked(found: re.Match) -> str:
        tag, kind, link = found["tag"], found["kind"], found["link"]
        if kind == "anker":
            link = f"{_name(found['text'])} {link}"
        heading = f"<{tag}{found['attributes']}>{found['text']}</{tag}>"
        return f'<div class="kopregel">{heading}{found["space"]}<a class="{kind}" {link}>{found["sign"]}</a></div>'

    def linked_term(found: re.Match) -> str:
        link = f'<a class="anker" {_name(found["text"])} href="#{found["id"]}" title="Vaste link">#</a>'
        return f"{found['term']} {link}"

    return _TERM.sub(linked_term, _LINKED.sub(linked, content))


def _name(html: str) -> str:
    """The attribute that names a link after what it leads to, which itself may be between quotes."""
    text = " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split()).removeprefix("‘").removesuffix("’")
    return f'aria-label="{escape(f"Vaste link naar ‘{text}’", quote=True)}"'
