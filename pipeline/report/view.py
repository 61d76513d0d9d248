"""Turn an article's records into what its part of the report shows."""

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.records import STANCES, ArgumentMap, Article, Entity, Node, Quote, Sentence, Speaker
from pipeline.records.article_records import ArticleRecords
from pipeline.records.spans import content_of
from pipeline.report.glance import SideView, at_a_glance
from pipeline.report.layout import Part, place
from pipeline.report.pieces import marks_of
from pipeline.report.sentences import SentenceView, show_sentences
from pipeline.report.svg import draw_map
from pipeline.report.wording import edge_in_words

LONGEST_HEADING, LONGEST_TARGET = 90, 60  # characters
NAMED = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART")


@dataclass(frozen=True, slots=True)
class MapRow:
    """A node of the map for those who do not see the picture."""

    node: Node
    speaker: str
    unsure: bool
    relation: str  # in words
    target: str  # beginning of what it serves; empty for the issue


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page says of one article."""

    article: Article
    heading: str
    sides: list[SideView]
    paragraphs: list[list[SentenceView]]
    speakers: list[tuple[Speaker, list[tuple[Quote, str]]]]
    names: list[tuple[str, list[tuple[str, int]]]]  # by label: (canonical name, how often)
    map: ArgumentMap
    rows: list[MapRow]
    svg: Markup
    counts: dict[str, int]  # sentences by stance


def build_view(found: ArticleRecords) -> ArticleView:
    """Join the records of one article."""
    article, quotes, stances, drawn = found.article, found.quotes, found.stances, found.map
    parts = place(drawn)
    return ArticleView(
        article=article,
        heading=_heading(article, found.sentences),
        sides=at_a_glance(drawn, found.speakers),
        paragraphs=show_sentences(found, marks_of(found.entities, quotes)),
        speakers=[(s, [(q, content_of(article.text, q)) for q in quotes if q.speaker == s.id]) for s in found.speakers],
        names=_names(found.entities),
        map=drawn,
        rows=_rows(drawn, parts, {t.sentence for t in stances if t.uncertain}),
        svg=draw_map(drawn, parts, {t.sentence: t for t in stances}),
        counts={label: sum(t.label == label for t in stances) for label in STANCES},
    )


def _heading(article: Article, sentences: Sequence[Sentence]) -> str:
    """Give the title; an article without one is known by how its prose begins."""
    if article.title:
        return article.title
    first = next((s.text for s in sentences if s.kind == "body"), "")
    return textwrap.shorten(first, LONGEST_HEADING, placeholder=" …") or article.id


def _names(entities: Sequence[Entity]) -> list[tuple[str, list[tuple[str, int]]]]:
    """List canonical names by label, the most frequent first; numbers and dates are left out."""
    by_label: dict[str, Counter[str]] = {}
    for e in entities:
        by_label.setdefault(e.label, Counter())[e.entity] += 1
    return [(label, by_label[label].most_common()) for label in NAMED if label in by_label]


def _rows(found: ArgumentMap, parts: Sequence[Part], unsure: set[str]) -> list[MapRow]:
    """List all nodes but the issue, in the order of the picture."""
    nodes = {n.id: n for n in found.nodes}
    names = {s.id: s.name for s in found.speakers}
    edges = {e.source: e for e in found.edges}
    return [
        MapRow(
            node=nodes[n],
            speaker=names.get(nodes[n].speaker or "", "the article"),
            unsure=nodes[n].sentence in unsure,
            relation=edge_in_words(edges[n]),
            target=textwrap.shorten(nodes[edges[n].target].text, LONGEST_TARGET, placeholder=" …")
            if edges[n].target != found.nodes[0].id
            else "",
        )
        for n in (box.node.id for part in parts for box in part.boxes)
        if n in edges
    ]
