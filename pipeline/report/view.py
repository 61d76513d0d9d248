"""Turn an article's records into what the page shows: paragraphs of sentences cut into marked pieces."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.records import ArgumentMap, Article, Entity, Quote, Sentence, Speaker, Stance
from pipeline.report.anchors import anchor
from pipeline.report.svg import draw_map


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks that hold for all of it; `classes` is a CSS class list."""

    text: str
    classes: str
    title: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence as shown: its pieces, its stance and why, its speaker."""

    id: str
    pieces: list[Piece]
    stance: Stance
    speaker: Speaker | None
    quotes: list[Quote]
    kind: str
    gap: str  # white space that stood before it


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page says of one article."""

    article: Article
    paragraphs: list[list[SentenceView]]
    speakers: list[tuple[Speaker, list[tuple[Quote, str]]]]
    map: ArgumentMap
    svg: str
    counts: dict[str, int]


def build_view(
    article: Article,
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
    stances: Sequence[Stance],
    speakers: Sequence[Speaker],
    found: ArgumentMap,
) -> ArticleView:
    """Join the records of one article."""
    by_speaker = {s.id: s for s in speakers}
    marks = _marks(entities, quotes)
    views: list[SentenceView] = []
    before = 0
    for sentence, stance in zip(sentences, stances, strict=True):
        inside = [m for m in marks if m[0] < sentence.end and m[1] > sentence.start]
        views.append(
            SentenceView(
                id=anchor(sentence.id),
                pieces=_pieces(article.text, sentence.start, sentence.end, inside),
                stance=stance,
                speaker=by_speaker.get(stance.speaker or ""),
                quotes=[q for q in quotes if sentence.id in q.sentences],
                kind=sentence.kind,
                gap=" " if sentence.start > before else "",
            )
        )
        before = sentence.end
    paragraphs: dict[int, list[SentenceView]] = {}
    for sentence, view in zip(sentences, views, strict=True):
        paragraphs.setdefault(sentence.paragraph, []).append(view)
    spoken = [(s, [(q, _content(article.text, q)) for q in quotes if q.speaker == s.id]) for s in speakers]
    counts = {label: sum(t.label == label for t in stances) for label in ("pro", "anti", "neutral")}
    return ArticleView(article, list(paragraphs.values()), spoken, found, draw_map(found), counts)


def _content(text: str, quote: Quote) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in quote.content)


Mark = tuple[int, int, str, str]


def _marks(entities: Sequence[Entity], quotes: Sequence[Quote]) -> list[Mark]:
    out: list[Mark] = [(e.start, e.end, f"ent ent-{e.label.lower()}", f"{e.label}: {e.entity}") for e in entities]
    for q in quotes:
        out += [
            (start, end, f"content {q.type}", f"{q.type} speech ({q.why}, {q.confidence:.2f})")
            for start, end in q.content
        ]
        out += [(*q.cue, "cue", "cue")] if q.cue else []
        out += [(*q.source, "source", "source")] if q.source else []
    return out


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    cuts = sorted({start, end, *(p for m in marks for p in m[:2] if start < p < end)})
    out: list[Piece] = []
    for lo, hi in pairwise(cuts):
        over = [m for m in marks if m[0] <= lo and hi <= m[1]]
        out.append(Piece(text[lo:hi], " ".join(m[2] for m in over), " · ".join(dict.fromkeys(m[3] for m in over))))
    return out
