"""What the page shows of an article's sentences: pieces of text, stance and why, who speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import SILENT, Edge, Node, Speaker, Stance
from pipeline.records.article_records import ArticleRecords
from pipeline.report.anchors import anchor
from pipeline.report.pieces import Mark, Piece, by_sentence, cut
from pipeline.report.wording import edge_in_words, edge_reasons, in_words


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
    node: str | None  # id of its box in the map
    place: str  # in words, what it is there


def show_sentences(found: ArticleRecords, marks: Sequence[Mark]) -> list[list[SentenceView]]:
    """Show the sentences, in order, by paragraph; in each speaks whose position it is, then all who are quoted in it."""
    by_id = {s.id: s for s in found.speakers}
    nodes = {n.sentence: n for n in found.map.nodes[1:]}
    edges = {e.source: e for e in found.map.edges}
    voices: dict[str, dict[str, None]] = {}
    for q in found.quotes:
        for sentence_id in q.sentences:
            voices.setdefault(sentence_id, {})[q.speaker or ""] = None
    paragraphs: dict[int, list[SentenceView]] = {}
    before = 0
    touching = by_sentence(found.sentences, marks)
    for sentence, stance, inside in zip(found.sentences, found.stances, touching, strict=True):
        heard = dict.fromkeys([stance.speaker or "", *voices.get(sentence.id, ())])
        node = nodes.get(sentence.id)
        view = SentenceView(
            id=anchor(sentence.id),
            pieces=cut(found.article.text, sentence.start, sentence.end, inside),
            stance=stance,
            why=[in_words(reason) for reason in stance.why],
            speakers=[by_id[name] for name in heard if name in by_id],
            kind=sentence.kind,
            tells=sentence.kind not in SILENT,
            gap=" " if sentence.start > before else "",
            node=anchor(node.id) if node else None,
            place=_place(node, edges[node.id]) if node else "",
        )
        paragraphs.setdefault(sentence.paragraph, []).append(view)
        before = sentence.end
    return list(paragraphs.values())


def _place(node: Node, edge: Edge) -> str:
    reasons = edge_reasons(edge)
    return f"{node.type}, {edge_in_words(edge)}{f' – {reasons}' if reasons else ''}"
