"""Puts the link to a heading behind it: inside it would be heard as part of its name."""

import re
from html import escape, unescape

# A heading that ends in a link to itself: what Python-Markdown's table of contents puts there, or the id of an item.
_LINKED = re.compile(
    r"<(?P<tag>h[2-6])(?P<attributes>[^>]*)>(?P<text>(?:(?!</?h[1-6]).)*?)(?P<space>\s?)"
    r'<a class="(?P<kind>anker|id)" (?P<link>[^>]*)>(?P<sign>[^<]*)</a>\s*</(?P=tag)>',
    re.S,
)


def link_headings(content: str) -> str:
    """HTML `content` with the link to each heading behind it, named after it where it has no name of its own."""

    def linked(found: re.Match) -> str:
        tag, kind, link = found["tag"], found["kind"], found["link"]
        if kind == "anker":
            text = " ".join(unescape(re.sub(r"<[^>]*>", "", found["text"])).split())
            link = f'aria-label="{escape(f"Vaste link naar ‘{text}’", quote=True)}" {link}'
        heading = f"<{tag}{found['attributes']}>{found['text']}</{tag}>"
        return f'<div class="kopregel">{heading}{found["space"]}<a class="{kind}" {link}>{found["sign"]}</a></div>'

    return _LINKED.sub(linked, content)
