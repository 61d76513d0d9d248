"""Start an annotation: the article's text, and rows and spans filled with the model's guesses."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.analysis.intake import clean_article
from pipeline.annotate.listed import add_article, check_text, read_one
from pipeline.api import Argmap
from pipeline.errors import UsageError
from pipeline.gold.corpus import Goal, GoldSpan, Role, Row
from pipeline.gold.write import write_annotation
from pipeline.records import Edge, Node, Quote, Relation
from pipeline.records.article_records import ArticleRecords


def write_template(path: str, folder: Path, annotator: str, argmap: Argmap) -> Path:
    """Add an article to the annotations with the model's guesses; return the rows' file, to be corrected by hand.

    An article that is listed already, such as for another reader, keeps its text and its line in articles.jsonl.

    Raises:
        InputError: the article cannot be read.
        UsageError: it is annotated already, another text has its id, or its id cannot name a file; nothing is written.
    """
    raw = read_one(path, argmap.params.clean.max_chars)
    rows_path = folder / annotator / f"{raw.id}.jsonl"
    if rows_path.exists():
        raise UsageError("this article is annotated already", str(rows_path), "edit that file, or remove it first")
    check_text(folder, raw.id, raw.text)
    article = clean_article(raw, None)
    found = next(argmap.pipe([article]))
    write_annotation(folder / annotator, raw.id, guessed_rows(found), guessed_spans(found))
    add_article(folder, article)
    return rows_path


def guessed_rows(found: ArticleRecords) -> list[Row]:
    """Give one row a sentence."""
    names = {speaker.id: speaker.name for speaker in found.speakers}
    number = {s.id: n for n, s in enumerate(found.sentences)}
    nodes = {n.sentence: n for n in found.map.nodes if n.sentence}
    place = {n.id: number[n.sentence] for n in nodes.values() if n.sentence and _has_role(n)}
    edges = {e.source: e for e in found.map.edges}
    rows: list[Row] = []
    for sentence, stance in zip(found.sentences, found.stances, strict=True):
        node = nodes.get(sentence.id)
        role, to, rel = _argument(node, edges, place) if node and _has_role(node) else ("none", None, None)
        said = [q.type for q in found.quotes if sentence.id in q.sentences]
        rows.append(
            Row(
                start=sentence.start,
                end=sentence.end,
                kind=sentence.kind,
                stance=stance.label,
                speaker=names.get(stance.speaker or ""),
                quote=said[0] if said else "none",
                role=role,
                to=to,
                rel=rel,
            )
        )
    return rows


def _argument(node: Node, edges: Mapping[str, Edge], place: Mapping[str, int]) -> tuple[Role, Goal, Relation | None]:
    """Say it as the guideline wants it: every claim goes to the issue."""
    edge = edges[node.id]
    side: Relation = "supports" if node.stance == "pro" else "attacks"
    if node.type == "premise":
        goal = edge.target
        while goal in edges and goal not in place:  # past what has no role
            goal = edges[goal].target
        if goal not in place and node.stance != "neutral":
            return "premise", "issue", side
        return "premise", place.get(goal, "issue"), edge.relation
    return "claim", "issue", side


def _has_role(node: Node) -> bool:
    """Tell whether the guideline knows such a node: a neutral sentence is no claim."""
    return node.type == "premise" or node.stance != "neutral"


def guessed_spans(found: ArticleRecords) -> list[GoldSpan]:
    """Give the entities and the parts of the attributions, by offset."""
    spans = [GoldSpan(start=e.start, end=e.end, type=e.label, attribution=None) for e in found.entities]
    for number, quote in enumerate(found.quotes, 1):
        spans += [GoldSpan(start=a, end=b, type=kind, attribution=number) for kind, a, b in _parts(quote)]
    return sorted(spans, key=lambda s: (s.start, s.end, s.type))


def _parts(quote: Quote) -> list[tuple[str, int, int]]:
    parts = [("content", a, b) for a, b in quote.content]
    parts += [("cue", *quote.cue)] if quote.cue else []
    return parts + ([("source", *quote.source)] if quote.source else [])
