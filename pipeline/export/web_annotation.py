"""W3C Web Annotations in JSON-LD: names, attributions, stances and the map as marks on the article's text.

The model counts positions in Unicode code points (https://www.w3.org/TR/annotation-model/#text-position-selector), as
argmap does. They are those of the plain text; the quoted words with what stands around them find the place in a page.
Ids are names of argmap's own records, and no date is given, since none is known.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent

from pipeline.records import Article, Span
from pipeline.records.article_records import ArticleRecords
from pipeline.version import __version__

SUFFIX = ".jsonld"
ABOUT = "W3C Web Annotation (JSON-LD): names, attributions, stances, claims as marks on the text"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
AROUND = 32  # code points of a quote selector's prefix and suffix
Json = dict[str, Any]


def urn(record: str, *part: str) -> str:
    """Name a record, or a part of one, whatever signs its article's id holds."""
    return "urn:argmap:" + ":".join(percent(name, safe=":") for name in (record, *part))


def dump(found: ArticleRecords) -> str:
    """Give the annotations of one article, as a collection on one page."""
    items = [*_entities(found), *_quotes(found), *_stances(found), *_nodes(found)]
    collection = urn(found.article.id, "annotations")
    page = {"id": f"{collection}:0", "type": "AnnotationPage", "startIndex": 0, "items": items}
    title = found.article.title or found.article.id
    out = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": f"{title} (positions count Unicode code points of the article's plain text)",
        "generator": {"id": "urn:argmap", "type": "Software", "name": f"argmap {__version__}"},
        "total": len(items),
        "first": page,
    }
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def _target(article: Article, start: int, end: int) -> Json:
    text = article.text
    exact: Json = {"type": "TextQuoteSelector", "exact": text[start:end]}
    exact |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    source = article.url if ADDRESS.fullmatch(article.url or "") else urn(article.id)
    return {"source": source, "selector": [position, exact]}


def _says(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _links(record: str) -> Json:
    return {"type": "SpecificResource", "purpose": "linking", "source": urn(record)}


def _mark(name: str, motivation: str, body: list[Json], target: Json | list[Json]) -> Json:
    return {"id": name, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _entities(found: ArticleRecords) -> Iterator[Json]:
    for e in found.entities:
        body = [_says("identifying", e.entity), _says("classifying", e.label)]
        yield _mark(urn(e.id), "identifying", body, _target(found.article, e.start, e.end))


def _quotes(found: ArticleRecords) -> Iterator[Json]:
    """Mark content, cue and source; the latter two link to the content, whose id is the attribution's."""
    names = found.names
    for q in found.quotes:
        who = [_says("identifying", names[q.speaker])] if q.speaker else []
        manner = q.type if q.asserted else f"{q.type}, only mentioned"
        body = [_says("classifying", "content"), _says("describing", manner), *who]
        spans = [_target(found.article, *span) for span in q.content]
        yield _mark(urn(q.id), "describing", body, spans if len(spans) > 1 else spans[0])
        parts: list[tuple[str, Span | None]] = [("cue", q.cue), ("source", q.source)]
        for part, span in parts:
            if span:
                body = [_says("classifying", part), *(who if part == "source" else []), _links(q.id)]
                yield _mark(urn(q.id, part), "linking", body, _target(found.article, *span))


def _stances(found: ArticleRecords) -> Iterator[Json]:
    names = found.names
    for sentence, stance in zip(found.sentences, found.stances, strict=True):
        scores = stance.scores
        numbers = f"pro {scores.pro:.4f}, anti {scores.anti:.4f}, neutral {scores.neutral:.4f}"
        sure = "; the model is not sure" if stance.uncertain else ""
        body = [_says("classifying", stance.label), _says("describing", f"{stance.voice}: {numbers}{sure}")]
        body += [_says("identifying", names[stance.speaker])] if stance.speaker else []
        target = _target(found.article, sentence.start, sentence.end)
        yield _mark(urn(sentence.id, "stance"), "classifying", body, target)


def _nodes(found: ArticleRecords) -> Iterator[Json]:
    """Mark the claims and premises; each links to the node that it supports or attacks."""
    served = {edge.source: edge for edge in found.map.edges}
    for node in found.map.nodes:
        if node.start is not None and node.end is not None:
            edge = served[node.id]
            body = [_says("classifying", node.type), _says("tagging", edge.relation), _links(edge.target)]
            yield _mark(urn(node.id), "linking", body, _target(found.article, node.start, node.end))
