"""How far two readers agree: Cohen's kappa per layer, F1 of spans, and one reader scored against the other."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.evaluation.spans import span_f1
from pipeline.evaluation.stance import Judged
from pipeline.gold.corpus import ATTRIBUTION, AnnotatedArticle, GoldSpan, Row, read_article, read_cards
from pipeline.gold.voices import voice_of_row
from pipeline.records import SILENT

LAYERS = ("kind", "stance", "quote", "role")  # of a row
ARGUMENTS = "arguments"  # folder of readings of roles and targets alone, the other layers given
NOT_READERS = frozenset({"articles", "adjudicated", "author", ARGUMENTS})  # folders that are no blind reading of a row
Pair = tuple[AnnotatedArticle, AnnotatedArticle]


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Give Cohen's kappa (1960); 1 where both readers use one and the same label throughout."""
    n = len(pairs)
    if not n:
        return 1.0
    observed = sum(a == b for a, b in pairs) / n
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / (n * n)
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


def double_readings(folder: Path, texts: Path, split: str) -> list[Pair]:
    """Read the articles of a split that two readers have read each; of more than two the first by name count."""
    out: list[Pair] = []
    for card in read_cards(folder):
        names = sorted({p.parent.name for p in folder.glob(f"*/{card.id}.jsonl")} - NOT_READERS)
        if card.split == split and len(names) > 1:
            out.append((read_article(folder, texts, card, names[0]), read_article(folder, texts, card, names[1])))
    return out


def argument_readings(folder: Path, texts: Path) -> list[Pair]:
    """Read the articles whose roles and targets a reader has annotated apart, beside the author's."""
    cards = [c for c in read_cards(folder) if (folder / ARGUMENTS / f"{c.id}.jsonl").exists()]
    return [(read_article(folder, texts, c, "author"), read_article(folder, texts, c, ARGUMENTS)) for c in cards]


def compare_arguments(both: Sequence[Pair]) -> dict[str, Any]:
    """Give the shares of equal types among rows that both readings give a role, and of equal targets among their premises."""
    rows = [(a, b) for _, a, b in same_rows(both) if a.role != "none" and b.role != "none"]
    premises = [(a, b) for a, b in rows if a.role == b.role == "premise"]
    return {
        "articles": len(both),
        "statements": len(rows),
        "same_type": _share([a.role == b.role for a, b in rows]),
        "premises": len(premises),
        "same_target": _share([a.to == b.to for a, b in premises]),
    }


def same_rows(both: Sequence[Pair]) -> list[tuple[AnnotatedArticle, Row, Row]]:
    """Pair the rows of two readings that begin at one place."""
    out: list[tuple[AnnotatedArticle, Row, Row]] = []
    for a, b in both:
        starts = {row.start: row for row in b.rows}
        out += [(a, row, starts[row.start]) for row in a.rows if row.start in starts]
    return out


def compare(both: Sequence[Pair]) -> dict[str, Any]:
    """Give the agreement of paired readings: kappa of the rows' layers, F1 of sentences, entities and attributions."""
    rows = same_rows(both)
    spoken = [row.speaker == other.speaker for _, row, other in rows if row.speaker or other.speaker]
    return {
        "articles": len(both),
        "rows": len(rows),
        "sentence_f1": _f1([[(p.card.id, r.start, r.end) for p in side for r in p.rows] for side in _sides(both)]),
        "kappa": {layer: kappa([(getattr(a, layer), getattr(b, layer)) for _, a, b in rows]) for layer in LAYERS},
        "same_speaker": _share(spoken),
        "same_target": _share([a.to == b.to for _, a, b in rows if a.role != "none" and b.role != "none"]),
        "entity_f1": _f1([_spans(side, None) for side in _sides(both)]),
        "attribution_f1": {kind: _f1([_spans(side, kind) for side in _sides(both)]) for kind in ATTRIBUTION},
    }


def judged_by_reader(both: Sequence[Pair]) -> list[Judged]:
    """Score the second reader's stances against the first's, as if the second were a classifier that is always sure."""
    return [
        Judged(article.card.id, row.stance, other.stance, 1.0, voice=voice_of_row(row), genre=article.card.genre or "")
        for article, row, other in same_rows(both)
        if row.kind not in SILENT
    ]


def _sides(both: Sequence[Pair]) -> tuple[list[AnnotatedArticle], list[AnnotatedArticle]]:
    return [a for a, _ in both], [b for _, b in both]


def _f1(sides: Sequence[list[tuple[object, ...]]]) -> float:
    return span_f1(sides[0], sides[1])["f1"]


def _share(values: Sequence[bool]) -> float:
    """The share of agreement; 1 where there was nothing to disagree on."""
    return sum(values) / len(values) if values else 1.0


def _spans(articles: Sequence[AnnotatedArticle], attribution: str | None) -> list[tuple[object, ...]]:
    """List the spans of one part of attributions, or the entities."""

    def wanted(span: GoldSpan) -> bool:
        return span.type not in ATTRIBUTION if attribution is None else span.type == attribution

    return [(a.card.id, s.start, s.end, s.type) for a in articles for s in a.spans if wanted(s)]
