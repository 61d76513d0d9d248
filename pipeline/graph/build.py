"""Build the argument map of one article.

A stanced sentence is a node, at most one a sentence. It is a premise when it gives a reason or evidence for a claim
nearby of the same voice (Stab and Gurevych 2017 call the two features discourse markers and proximity); all else is a
claim about the issue. Every node has one edge out, so the graph is a tree rooted in the issue.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.graph.cues import EVIDENCE, REASON, content_words
from pipeline.params import MapsParams
from pipeline.records import (
    SILENT,
    ArgumentMap,
    Article,
    Edge,
    Node,
    Provenance,
    Relation,
    Sentence,
    Speaker,
    Stance,
    Summary,
)

REACH = 4  # sentences between a premise and its claim
EDGE_REASON = 0.75
EDGE_EVIDENCE = 0.65
EDGE_CONTINUES = 0.55


@dataclass(frozen=True, slots=True)
class Stanced:
    """A sentence that takes a side."""

    sentence: Sentence
    stance: Stance
    words: frozenset[str]


def build_map(
    article: Article,
    sentences: Sequence[Sentence],
    stances: Sequence[Stance],
    speakers: Sequence[Speaker],
    params: MapsParams,
    provenance: Provenance,
) -> ArgumentMap:
    """Join an article's records into a tree; `sentences` and `stances` are parallel."""
    sided = [
        Stanced(s, t, content_words(s.text))
        for s, t in zip(sentences, stances, strict=True)
        if t.label != "neutral" and s.kind not in SILENT and _score(t) >= params.min_claim_confidence
    ]
    issue = Node(
        id=f"{article.id}:n0",
        type="issue",
        sentence=None,
        start=None,
        end=None,
        text=params.issue,
        stance=None,
        speaker=None,
        confidence=None,
    )
    nodes: list[Node] = [issue]
    edges: list[Edge] = []
    for number, item in enumerate(sided):
        target, confidence, why = _target(sided, nodes, number, params)
        premise = why not in ("position", "restates")
        restated = nodes[target + 1].id if why == "restates" and target is not None else None
        node = Node(
            id=f"{article.id}:n{number + 1}",
            type="premise" if premise else "claim",
            sentence=item.sentence.id,
            start=item.sentence.start,
            end=item.sentence.end,
            text=item.sentence.text,
            stance=item.stance.label,
            speaker=item.stance.speaker,
            confidence=_score(item.stance),
            restates=restated,
        )
        nodes.append(node)
        if target is None:
            relation: Relation = "supports" if item.stance.label == "pro" else "attacks"
            edges.append(
                Edge(
                    source=node.id,
                    target=issue.id,
                    relation=relation,
                    confidence=_score(item.stance),
                    why=why,
                )
            )
        else:
            same = sided[target].stance.label == item.stance.label
            edges.append(
                Edge(
                    source=node.id,
                    target=nodes[target + 1].id,
                    relation="supports" if same else "attacks",
                    confidence=confidence,
                    why=why,
                )
            )
    return ArgumentMap(
        article=article.id,
        title=article.title,
        issue=params.issue,
        nodes=tuple(nodes),
        edges=tuple(edges),
        speakers=tuple(speakers),
        summary=_summary(nodes, speakers),
        provenance=provenance,
    )


def _score(stance: Stance) -> float:
    return float(getattr(stance.scores, stance.label))


def _target(
    sided: Sequence[Stanced], nodes: Sequence[Node], number: int, params: MapsParams
) -> tuple[int | None, float, str]:
    """Give the index of the node that a sentence serves (None: the issue), the confidence, and the rule."""
    item = sided[number]
    restated = _restated(sided, number, params.restate_jaccard)
    if restated is not None:
        return restated, params.restate_jaccard, "restates"
    near = _near(sided, nodes, number)
    if near is None:
        return None, 1.0, "position"
    text = item.sentence.text
    if REASON.search(text):
        return near, EDGE_REASON, "reason"
    if EVIDENCE.search(text):
        return near, EDGE_EVIDENCE, "evidence"
    claim = sided[near]
    adjacent = item.sentence.index - claim.sentence.index <= REACH
    same_paragraph = item.sentence.paragraph == claim.sentence.paragraph
    if adjacent and item.stance.speaker == claim.stance.speaker and (same_paragraph or item.stance.speaker is not None):
        return near, EDGE_CONTINUES, "continues"
    return None, 1.0, "position"


def _near(sided: Sequence[Stanced], nodes: Sequence[Node], number: int) -> int | None:
    """Find the last claim before a sentence that has its voice and its side and stands close by."""
    item = sided[number]
    for other in range(number - 1, -1, -1):
        before = sided[other]
        if item.sentence.index - before.sentence.index > REACH:
            return None
        if nodes[other + 1].type != "claim" or before.sentence.kind == "headline" or nodes[other + 1].restates:
            continue
        if before.stance.label == item.stance.label and before.stance.speaker == item.stance.speaker:
            return other
    return None


def _restated(sided: Sequence[Stanced], number: int, threshold: float) -> int | None:
    """Find an earlier node of the same side that says nearly the same words."""
    item = sided[number]
    for other in range(number):
        before = sided[other]
        union = item.words | before.words
        if (
            before.stance.label == item.stance.label
            and union
            and len(item.words & before.words) / len(union) >= threshold
        ):
            return other
    return None


def _summary(nodes: Sequence[Node], speakers: Sequence[Speaker]) -> Summary:
    claims = {
        label: sum(n.type == "claim" and n.stance == label for n in nodes) for label in ("pro", "anti", "neutral")
    }
    positions = {p: sum(s.position == p for s in speakers) for p in ("pro", "anti", "neutral", "mixed")}
    return Summary(claims=claims, speakers=positions)  # type: ignore[arg-type]
