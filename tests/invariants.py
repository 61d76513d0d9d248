"""What holds for every article, however odd; for the table of bad inputs and the fuzzer."""

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter

from pipeline.records import ArgumentMap
from pipeline.records.article_records import ArticleRecords
from pipeline.records.jsonl import dump_line
from pipeline.records.schema import FILES

VALIDATORS = {name: TypeAdapter(kind) for name, kind in FILES.items()}


def broken(found: ArticleRecords) -> list[str]:
    """Name what does not hold; an empty list where all is right."""
    text = found.article.text
    nodes = found.map.nodes[1:]
    sentences = {s.id: s for s in found.sentences}
    spans: list[Any] = [*found.sentences, *found.entities, *nodes]
    pairs = [pair for q in found.quotes for pair in (*q.content, q.cue, q.source) if pair]
    pairs += [pair for s in found.speakers for pair in s.mentions]
    inside = [(e, sentences.get(e.sentence)) for e in found.entities]
    checks = {
        "offsets give the text": all(
            0 <= s.start < s.end <= len(text) and text[s.start : s.end] == s.text for s in spans
        ),
        "quotes and mentions lie inside the text": all(0 <= start < end <= len(text) for start, end in pairs),
        "entities lie inside their sentences": all(s and s.start <= e.start and e.end <= s.end for e, s in inside),
        "blocks cover the text": _covers(found),
        "ids count from 0": all(
            [r.id for r in records] == [f"{found.article.id}:{letter}{n}" for n in range(len(records))]
            for letter, records in _numbered(found)
        ),
        "records are in order": all(_in_order(starts) for starts in _starts(found)),
        "a stance for each sentence": [s.sentence for s in found.stances] == [s.id for s in found.sentences],
        "scores add to 1": all(abs(s.scores.pro + s.scores.anti + s.scores.neutral - 1) < 0.001 for s in found.stances),
        "the map is a tree": is_tree(found.map),
        "a node a sentence at most": len({n.sentence for n in nodes}) == len(nodes),
        "quotes and speakers name each other": {(q.speaker, q.id) for q in found.quotes if q.speaker}
        == {(s.id, q) for s in found.speakers for q in s.quotes},
        "lines are valid records": all(_comes_back(name, record) for name, record in _all(found)),
    }
    return [name for name, holds in checks.items() if not holds]


def is_tree(found: ArgumentMap) -> bool:
    """Follow every node's one edge to the issue."""
    goal = {e.source: e.target for e in found.edges}
    root, *nodes = found.nodes
    if len(goal) != len(found.edges) or len(goal) != len(nodes):
        return False
    reached = {root.id}
    for node in nodes:
        way: list[str] = []
        at: str | None = node.id
        while at is not None and at not in reached and len(way) <= len(nodes):
            way.append(at)
            at = goal.get(at)
        if at not in reached:
            return False
        reached.update(way)
    return True


def _numbered(found: ArticleRecords) -> list[tuple[str, Sequence[Any]]]:
    return [("s", found.sentences), ("e", found.entities), ("q", found.quotes), ("p", found.speakers)]


def _starts(found: ArticleRecords) -> list[list[int]]:
    return [
        [s.start for s in found.sentences],
        [e.start for e in found.entities],
        [q.content[0][0] for q in found.quotes],
        [min(m[0] for m in s.mentions) for s in found.speakers],
    ]


def _in_order(starts: list[int]) -> bool:
    return starts == sorted(starts)


def _covers(found: ArticleRecords) -> bool:
    text, at = found.article.text, 0
    for block in found.article.blocks:
        if text[at : block.start].strip() or block.start < at:
            return False
        at = block.end
    return not text[at:].strip()


def _all(found: ArticleRecords) -> list[tuple[str, Any]]:
    """Every record with the name of its file."""
    several = {name: getattr(found, name) for name in ("sentences", "entities", "quotes", "speakers", "stances")}
    return [
        ("articles", found.article),
        ("maps", found.map),
        *((name, record) for name, records in several.items() for record in records),
    ]


def _comes_back(name: str, record: Any) -> bool:
    line = dump_line(record)
    return "\n" not in line and dump_line(VALIDATORS[name].validate_json(line.encode())) == line
