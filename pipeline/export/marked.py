"""The text of an article in HTML with its locutions marked, as OVA shows it beside the map."""

from html import escape
from itertools import pairwise

from pipeline.records import ArgumentMap, Article


def marked_text(article: Article, found: ArgumentMap, uttered: dict[str, str]) -> str:
    """Mark the span of each node that has a locution; `uttered` gives the locutions' ids by node."""
    marks = {
        (node.start, node.end): uttered[node.id]
        for node in found.nodes
        if node.start is not None and node.end is not None
    }
    cuts = sorted({0, len(article.text), *(place for mark in marks for place in mark)})
    return "".join(_piece(article.text[a:b], marks.get((a, b))) for a, b in pairwise(cuts))


def _piece(text: str, locution: str | None) -> str:
    html = escape(text).replace("\n", "<br>")
    return html if locution is None else f'<span id="node{locution}" class="highlighted">{html}</span>'
