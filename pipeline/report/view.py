"""Turn an article's records into what the page shows: paragraphs of sentences, speakers, names, the map."""

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import SILENT, STANCES, ArgumentMap, Article, Entity, Node, Quote, Sentence, Speaker, Stance
from pipeline.records.article_records import ArticleRecords
from pipeline.records.spans import content_of
from pipeline.report.anchors import anchor
from pipeline.report.pieces import Mark, Piece, cut, marks_of
from pipeline.report.svg import draw_map
from pipeline.report.wording import in_words

LONGEST_HEADING, LONGEST_TARGET = 90, 60  # characters
NAMED = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART")


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence as shown: its pieces, its stance and why, who speaks in it."""

    id: str
    pieces: list[Piece]
    stance: Stance
    why: list[str]
    speakers: list[Speaker]
    kind: str
    tells: bool  # whether it has scores to show: bylines and boilerplate have none
    gap: str  # white space that stood before it


@dataclass(frozen=True, slots=True)
class MapRow:
    """A node of the map for those who do not see the picture."""

    node: Node
    speaker: str
    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page says of one article."""

    article: Article
    heading: str
    paragraphs: list[list[SentenceView]]
    speakers: list[tuple[Speaker, list[tuple[Quote, str]]]]
    names: list[tuple[str, list[tuple[str, int]]]]  # by label: (canonical name, how often)
    map: ArgumentMap
    rows: list[MapRow]
    svg: str
    counts: dict[str, int]  # sentences by stance


def build_view(found: ArticleRecords) -> ArticleView:
    """Join the records of one article."""
    article, quotes, stances, speakers = found.article, found.quotes, found.stances, found.speakers
    marks = marks_of(found.entities, quotes)
    return ArticleView(
        article=article,
        heading=_heading(article, found.sentences),
        paragraphs=_paragraphs(article.text, found.sentences, stances, quotes, speakers, marks),
        speakers=[(s, [(q, content_of(article.text, q)) for q in quotes if q.speaker == s.id]) for s in speakers],
        names=_names(found.entities),
        map=found.map,
        rows=_rows(found.map),
        svg=draw_map(found.map),
        counts={label: sum(t.label == label for t in stances) for label in STANCES},
    )


def _paragraphs(
    text: str,
    sentences: Sequence[Sentence],
    stances: Sequence[Stance],
    quotes: Sequence[Quote],
    speakers: Sequence[Speaker],
    marks: Sequence[Mark],
) -> list[list[SentenceView]]:
    """Show the sentences, in order, by paragraph; in each speaks whose position it is, then all who are quoted in it."""
    by_id = {s.id: s for s in speakers}
    voices: dict[str, dict[str, None]] = {}
    for q in quotes:
        for sentence_id in q.sentences:
            voices.setdefault(sentence_id, {})[q.speaker or ""] = None
    paragraphs: dict[int, list[SentenceView]] = {}
    before = 0
    for sentence, stance in zip(sentences, stances, strict=True):
        heard = dict.fromkeys([stance.speaker or "", *voices.get(sentence.id, ())])
        view = SentenceView(
            id=anchor(sentence.id),
            pieces=cut(text, sentence.start, sentence.end, marks),
            stance=stance,
            why=[in_words(reason) for reason in stance.why],
            speakers=[by_id[name] for name in heard if name in by_id],
            kind=sentence.kind,
            tells=sentence.kind not in SILENT,
            gap=" " if sentence.start > before else "",
        )
        paragraphs.setdefault(sentence.paragraph, []).append(view)
        before = sentence.end
    return list(paragraphs.values())


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


def _rows(found: ArgumentMap) -> list[MapRow]:
    """List all nodes but the issue."""
    nodes = {n.id: n for n in found.nodes}
    names = {s.id: s.name for s in found.speakers}
    edges = {e.source: e for e in found.edges}
    return [
        MapRow(
            node=n,
            speaker=names.get(n.speaker or "", "the article"),
            relation=edges[n.id].relation,
            target=textwrap.shorten(nodes[edges[n.id].target].text, LONGEST_TARGET, placeholder=" …"),
        )
        for n in found.nodes[1:]
    ]
