"""Build the argument map of one article: a tree rooted in the issue, at most one node a sentence."""

from collections.abc import Sequence

from pipeline.graph.decide import Decision, decide
from pipeline.graph.linker import Linker
from pipeline.graph.statements import Statement, Surroundings
from pipeline.params import MapsParams
from pipeline.records import (
    SILENT,
    STANCES,
    ArgumentMap,
    Article,
    Edge,
    Label,
    Node,
    Provenance,
    Quote,
    Sentence,
    Speaker,
    Stance,
    Summary,
)


def build_map(
    article: Article,
    sentences: Sequence[Sentence],
    stances: Sequence[Stance],
    quotes: Sequence[Quote],
    speakers: Sequence[Speaker],
    linker: Linker,
    params: MapsParams,
    provenance: Provenance,
) -> ArgumentMap:
    """Join an article's records into a tree; `sentences` and `stances` are parallel."""
    sided = [(sentences[n], stances[n]) for n in sided_sentences(sentences, stances, params)]
    around = Surroundings(quotes)
    statements = [around.statement(s, side_of(t), t.speaker) for s, t in sided]
    decisions = decide(statements, linker, params)
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
    nodes = [issue, *(_node(article.id, n, sided[n][1], statements[n], d) for n, d in enumerate(decisions))]
    edges = [_edge(article.id, n, statements, sided[n][1], d) for n, d in enumerate(decisions)]
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


def side_of(stance: Stance) -> Label:
    """Give the likelier side, also of a sentence whose label is neutral."""
    return "pro" if stance.scores.pro > stance.scores.anti else "anti"


def sided_sentences(sentences: Sequence[Sentence], stances: Sequence[Stance], params: MapsParams) -> list[int]:
    """List the sentences that are nodes: likely enough to take a side, the more so beside one of the same speaker that does.

    The label alone would lose every second premise, as evidence is often worded neutrally.
    """
    may = [s.kind not in SILENT for s in sentences]
    sides = [1 - t.scores.neutral for t in stances]
    sure = [m and side >= params.min_side for m, side in zip(may, sides, strict=True)]

    def beside(n: int) -> bool:
        return any(
            0 <= m < len(sure)
            and sure[m]
            and stances[m].speaker is not None
            and stances[m].speaker == stances[n].speaker
            for m in (n - 1, n + 1)
        )

    return [n for n in range(len(sure)) if sure[n] or (may[n] and sides[n] >= params.min_side_beside and beside(n))]


def _node(article: str, number: int, stance: Stance, statement: Statement, decision: Decision) -> Node:
    sentence = statement.sentence
    return Node(
        id=f"{article}:n{number + 1}",
        type="claim" if decision.is_claim else "premise",
        sentence=sentence.id,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        stance=stance.label,
        speaker=stance.speaker,
        confidence=getattr(stance.scores, statement.side),
        restates=f"{article}:n{decision.target + 1}" if decision.restates and decision.target is not None else None,
    )


def _edge(article: str, number: int, statements: Sequence[Statement], stance: Stance, decision: Decision) -> Edge:
    one = statements[number]
    confidence = decision.confidence
    if decision.target is None or decision.answers:  # such a relation is as sure as the side
        confidence *= getattr(stance.scores, one.side)
    if decision.target is None:
        supports = one.side == "pro"
    else:
        other = statements[decision.target]
        # A doubtful side gives way: nobody argues against themselves, and a neutral sentence against nobody.
        supports = (
            one.side == other.side or one.same_voice(other) or (stance.label == "neutral" and not decision.answers)
        )
    return Edge(
        source=f"{article}:n{number + 1}",
        target=f"{article}:n{0 if decision.target is None else decision.target + 1}",
        relation="supports" if supports else "attacks",
        confidence=confidence,
        why=decision.why,
    )


def _summary(nodes: Sequence[Node], speakers: Sequence[Speaker]) -> Summary:
    claims: dict[Label, int] = {s: sum(n.type == "claim" and n.stance == s for n in nodes) for s in STANCES}
    return Summary(
        claims=claims,
        speakers={p: sum(s.position == p for s in speakers) for p in ("pro", "anti", "neutral", "mixed")},
    )
