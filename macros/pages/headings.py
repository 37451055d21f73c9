"""Gives the link beside each heading a name of its own, for who hears a page and not only sees it."""

import re
from html import escape, unescape

# What Python-Markdown's table of contents puts at the end of a heading.
_LINK = re.compile(r'(<h(?P<level>[2-6])[^>]*>)(?P<text>(?:(?!</h).)*?)<a class="anker" (?P<rest>[^>]*)>#</a>', re.S)


def name_heading_links(content: str) -> str:
    """HTML `content` with the permanent link of each heading named after it."""

    def named(link: re.Match) -> str:
        text = " ".join(unescape(re.sub(r"<[^>]*>", "", link["text"])).split())
        label = escape(f"Vaste link naar ‘{text}’", quote=True)
        return f'{link[1]}{link["text"]}<a class="anker" aria-label="{label}" {link["rest"]}>#</a>'

    return _LINK.sub(named, content)
