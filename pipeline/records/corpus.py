"""What holds across the articles of a run: like claims, actors and outlets."""

from dataclasses import dataclass

from pipeline.records.speaker import Position, SpeakerKind, StanceCounts
from pipeline.records.stance import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How widely a claim is made: numbers of nodes, articles, outlets and actors."""

    nodes: int
    articles: int
    outlets: int
    actors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """One line of claims.jsonl: claims and premises of one side that make the same point, in one article or many.

    A node is in one group for each point of the code book that it makes; without any, in the one of its wording, where
    another node says nearly the same. Nodes that are neutral, or make no point and are like no other, are in none.
    """

    id: str  # "c3", counted from 0, the farthest-reaching first
    stance: Label
    point: str | None  # an entry of the code book of points; None: alike by their words
    text: str  # the point in words; without one, the group's most central text
    nodes: tuple[str, ...]  # ids in maps.jsonl
    articles: tuple[str, ...]
    outlets: tuple[str, ...]  # articles without a source are left out
    actors: tuple[str, ...]  # ids in actors.jsonl
    first: str | None  # earliest date of its articles
    reach: Reach
    distinct: Reach  # near-copies of an article left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An actor in one article."""

    article: str
    speaker: str  # id in speakers.jsonl
    published: str | None
    position: Position
    stance: StanceCounts
    duplicate: bool  # the article is a near-copy of another


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A change of side from one dated article with a side to the next; by date, then by id; near-copies left out."""

    before: str  # article
    after: str
    was: Position
    now: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One line of actors.jsonl: a named person or body followed across articles.

    Unnamed speakers, groups, documents and common names ("City Council") are left out: who they are does not carry over
    from one article to the next.
    """

    id: str  # "a7", counted from 0 in order of name
    name: str  # fullest of the names
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    appearances: tuple[Appearance, ...]  # by date, undated last, then by article
    stance: StanceCounts
    distinct: StanceCounts  # near-copies left out
    position: Position  # over `distinct`
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What an outlet printed: numbers of articles, and of sentences and nodes by side."""

    articles: int
    sentences: StanceCounts
    nodes: StanceCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One line of outlets.jsonl; `name` is null for articles without a source."""

    name: str | None
    first: str | None
    last: str | None
    all: Coverage
    distinct: Coverage  # near-copies left out
