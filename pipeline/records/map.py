"""The argument map of an article."""

from dataclasses import dataclass
from typing import Literal

from pipeline.records.speaker import Speaker
from pipeline.records.stance import Label

NodeType = Literal["issue", "claim", "premise"]
Relation = Literal["supports", "attacks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """The issue, a claim or a premise; all but `id`, `type` and `text` are null for the issue."""

    id: str  # "ARTICLE:n4"; n0 is the issue, the others follow the text
    type: NodeType  # claim: a position; premise: a reason for or against another node
    sentence: str | None  # id in sentences.jsonl
    start: int | None  # offset in the article's text
    end: int | None  # offset in the article's text, exclusive
    text: str  # the sentence; of the issue its words
    stance: Label | None  # the sentence's label, which may be neutral
    speaker: str | None  # id in speakers.jsonl; null: the article's own voice, or the issue
    confidence: float | None  # 0 to 1: probability of the likelier side, neutral sentences included
    restates: str | None = None  # id of the node that says the same more fully; null: none does


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation from one node to the node it serves."""

    source: str  # id of a node
    target: str  # id of the node that it serves
    relation: Relation  # supports: both are for the same side; attacks: they are not
    confidence: float  # 0 to 1: how sure it is that the node goes there, a ranking rather than a rate
    why: str  # the rule that drew it, then what weighed most (docs/maps.md)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of claims and of speakers by side."""

    claims: dict[Label, int]  # number of claims by label
    speakers: dict[str, int]  # number of speakers by position


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made the map: enough to make the same bytes again."""

    version: str  # of argmap
    schema: str  # of the output files
    params_sha256: str  # of all numbers of params.yaml
    model_sha256: str  # of the classifier's file
    linker_sha256: str  # of the linker's file
    parser: str  # spaCy model with its version


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentMap:
    """One line of maps.jsonl: a tree rooted in the issue, at most one node per sentence."""

    article: str  # id in articles.jsonl
    title: str | None  # as in articles.jsonl
    issue: str  # words of the root (`maps.issue` of params.yaml)
    nodes: tuple[Node, ...]  # the issue, then in order of the text
    edges: tuple[Edge, ...]  # one from each node but the issue
    speakers: tuple[Speaker, ...]  # as in speakers.jsonl
    summary: Summary  # counts
    provenance: Provenance  # what made the map
