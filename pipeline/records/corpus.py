"""What holds across the articles of a run: like claims, actors and outlets."""

from dataclasses import dataclass

from pipeline.records.speaker import Position, SpeakerKind, StanceCounts
from pipeline.records.stance import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How widely a claim is made: numbers of nodes, articles, outlets and actors."""

    nodes: int  # claims and premises
    articles: int  # that hold one of them
    outlets: int  # that printed one of those articles
    actors: int  # that make one of them


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """One line of claims.jsonl: claims and premises of one side that make the same point, in one article or many.

    A node is in one group for each point of the code book that it makes; without any, in the one of its wording, where
    another node says nearly the same. Nodes that are neutral, or make no point and are like no other, are in none.
    """

    id: str  # "c3", counted from 0, the farthest-reaching first
    stance: Label  # pro or anti
    point: str | None  # name of an entry of the code book (pipeline/corpus/points.tsv); null: alike by their words
    text: str  # the point in words; without one, the group's most central text
    nodes: tuple[str, ...]  # ids in maps.jsonl
    articles: tuple[str, ...]  # ids in articles.jsonl
    outlets: tuple[str, ...]  # names in outlets.jsonl; articles without a source are left out
    actors: tuple[str, ...]  # ids in actors.jsonl
    first: str | None  # earliest `published` of its articles; null: none has a date
    reach: Reach  # how widely it is made
    distinct: Reach  # the same, near-copies of an article left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An actor in one article."""

    article: str  # id in articles.jsonl
    speaker: str  # id in speakers.jsonl
    published: str | None  # of the article; null: unknown
    position: Position  # there
    stance: StanceCounts  # of their sentences there
    duplicate: bool  # true: the article is a near-copy of an earlier one


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A change of side from one dated article with a side to the next; by date, then by id; near-copies left out."""

    before: str  # id in articles.jsonl
    after: str  # id in articles.jsonl
    was: Position  # in the article before
    now: Position  # in the article after


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One line of actors.jsonl: a named person or body followed across articles.

    Unnamed speakers, groups, documents and common names ("City Council") are left out: who they are does not carry over
    from one article to the next.
    """

    id: str  # "a7", counted from 0 in order of name
    name: str  # fullest of the names
    kind: SpeakerKind  # person or organisation
    role: str | None  # the most frequent one; null: none is seen
    affiliation: str | None  # the most frequent one; null: none is seen
    appearances: tuple[Appearance, ...]  # by date, undated last, then by article
    stance: StanceCounts  # of their sentences in all articles
    distinct: StanceCounts  # the same, near-copies of an article left out
    position: Position  # over `distinct`, by the same rule as in speakers.jsonl
    flips: tuple[Flip, ...]  # by date; empty: none is seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What an outlet printed: numbers of articles, and of sentences and nodes by side."""

    articles: int  # how many
    sentences: StanceCounts  # of all its sentences by label
    nodes: StanceCounts  # of its claims and premises by label


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One line of outlets.jsonl; `name` is null for articles without a source."""

    name: str | None  # the most frequent of its spellings; null: articles without a source
    first: str | None  # earliest `published` of its articles; null: none has a date
    last: str | None  # latest `published` of its articles; null: none has a date
    all: Coverage  # every article
    distinct: Coverage  # the same, near-copies of an article left out
