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

    id: str
    type: NodeType
    sentence: str | None
    start: int | None
    end: int | None
    text: str
    stance: Label | None
    speaker: str | None
    confidence: float | None
    restates: str | None = None  # node that says the same more fully


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation from one node to the node it serves."""

    source: str
    target: str
    relation: Relation
    confidence: float
    why: str  # the rule that drew it


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of claims and of speakers by side."""

    claims: dict[Label, int]
    speakers: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made the map: enough to make the same bytes again."""

    version: str
    schema: str
    params_sha256: str
    model_sha256: str
    linker_sha256: str
    parser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentMap:
    """One line of maps.jsonl: a tree rooted in the issue, at most one node per sentence."""

    article: str
    title: str | None
    issue: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    speakers: tuple[Speaker, ...]
    summary: Summary
    provenance: Provenance
