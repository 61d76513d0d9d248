"""Scores of spans: sentences, entities, attributions."""

import re
from collections.abc import Sequence
from typing import Any

from pipeline.evaluation.stance import f1
from pipeline.records import Span

HALF = 0.5
EPSILON = 1e-9


def span_f1(gold: Sequence[tuple[object, ...]], found: Sequence[tuple[object, ...]]) -> dict[str, float]:
    """Give precision, recall and F1 of exactly equal items."""
    right = len(set(gold) & set(found))
    return {
        "precision": right / len(set(found)) if found else 0.0,
        "recall": right / len(set(gold)) if gold else 0.0,
        "f1": f1(right, len(set(found)) - right, len(set(gold)) - right),
    }


class Words:
    """The words of a text, so that spans are compared without regard to marks, commas and white space."""

    def __init__(self, text: str) -> None:
        self.spans = [m.span() for m in re.finditer(r"\w+", text)]

    def of(self, spans: Sequence[Span]) -> frozenset[int]:
        """Give the numbers of the words that the spans touch."""
        return frozenset(n for n, (a, b) in enumerate(self.spans) if any(a < end and start < b for start, end in spans))


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Give |both| / |either|; 0 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 0.0


def match(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> list[tuple[int, int, float]]:
    """Pair gold and found sets one to one, best overlap first."""
    pairs = sorted((-jaccard(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found) if g & p)
    out: list[tuple[int, int, float]] = []
    for overlap, i, j in pairs:
        if all(i != x and j != y for x, y, _ in out):
            out.append((i, j, -overlap))
    return out


Attributed = tuple[Sequence[Span], Sequence[Span]]  # content, source


def attribution_counts(text: str, gold: Sequence[Attributed], found: Sequence[Attributed]) -> dict[str, int]:
    """Count contents found at a Jaccard of one half, and among them the right sources."""
    words = Words(text)
    pairs = match([words.of(c) for c, _ in gold], [words.of(c) for c, _ in found])
    right = source = 0
    for i, j, overlap in pairs:
        if overlap < HALF - EPSILON:
            continue
        right += 1
        a, b = words.of(gold[i][1]), words.of(found[j][1])
        source += (not a and not b) or jaccard(a, b) >= HALF - EPSILON
    return {"gold": len(gold), "found": len(found), "content": right, "source": source}


def attribution_scores(counts: Sequence[dict[str, int]]) -> dict[str, Any]:
    """Sum counts over articles: content F1, source accuracy, F1 of content with the right source."""
    total = {k: sum(c[k] for c in counts) for k in ("gold", "found", "content", "source")}
    return {
        "attributions": total["gold"],
        "content_f1": f1(total["content"], total["found"] - total["content"], total["gold"] - total["content"]),
        "source_accuracy": total["source"] / total["content"] if total["content"] else 0.0,
        "attribution_f1": f1(total["source"], total["found"] - total["source"], total["gold"] - total["source"]),
    }
