"""How far two readers agree: Cohen's kappa per layer, F1 of spans."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import MissingArtifactError
from pipeline.evaluation.spans import span_f1
from pipeline.gold.corpus import AnnotatedArticle, read_article, read_cards

LAYERS = ("kind", "stance", "quote", "role")


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Give Cohen's kappa (1960); 1 where both readers use one and the same label throughout."""
    n = len(pairs)
    if not n:
        return 1.0
    observed = sum(a == b for a, b in pairs) / n
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / (n * n)
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


def agreement(folder: Path, texts: Path, first: str, second: str) -> dict[str, Any]:
    """Compare two annotators' folders on the articles that both have.

    Raises:
        MissingArtifactError: they share no article.
    """
    shared = [c for c in read_cards(folder) if all((folder / a / f"{c.id}.jsonl").exists() for a in (first, second))]
    if not shared:
        raise MissingArtifactError(
            "the two readers share no article", str(folder), f"check the names {first!r} and {second!r}"
        )
    both = [(read_article(folder, texts, c, first), read_article(folder, texts, c, second)) for c in shared]
    pairs: dict[str, list[tuple[str, str]]] = {layer: [] for layer in LAYERS}
    same_speaker = spoken = 0
    for a, b in both:
        starts = {row.start: row for row in b.rows}
        for row in a.rows:
            other = starts.get(row.start)
            if other is None:
                continue
            for layer in LAYERS:
                pairs[layer].append((getattr(row, layer), getattr(other, layer)))
            if row.speaker or other.speaker:
                spoken += 1
                same_speaker += row.speaker == other.speaker
    return {
        "articles": len(both),
        "rows": len(pairs["kind"]),
        "sentence_f1": span_f1(_rows(both, 0), _rows(both, 1))["f1"],
        "kappa": {layer: kappa(pairs[layer]) for layer in LAYERS},
        "same_speaker": same_speaker / spoken if spoken else 1.0,
        "entity_f1": span_f1(_spans(both, 0), _spans(both, 1))["f1"],
    }


def _rows(both: Sequence[tuple[AnnotatedArticle, AnnotatedArticle]], side: int) -> list[tuple[object, ...]]:
    return [(pair[side].card.id, r.start, r.end) for pair in both for r in pair[side].rows]


def _spans(both: Sequence[tuple[AnnotatedArticle, AnnotatedArticle]], side: int) -> list[tuple[object, ...]]:
    return [
        (pair[side].card.id, s.start, s.end, s.type) for pair in both for s in pair[side].spans if s.attribution is None
    ]
