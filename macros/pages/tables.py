"""Makes the first cell of a row in a Markdown table its head, for that is what the row is called."""

import re

# A row of the body as Python-Markdown writes it, one cell a line; an empty cell names nothing.
_ROW = re.compile(r"<tr>\n<td(?P<attributes>[^>]*)>(?!</td>)(?P<name>.*?)</td>", re.S)


def name_rows(content: str) -> str:
    """HTML `content` with the rows of its Markdown tables named; what a macro wrote says itself what names a row."""
    return _ROW.sub(r'<tr>\n<th scope="row"\g<attributes>>\g<name></th>', content)
