"""The tables whose rows hold across articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.records import Actor, ClaimGroup, Outlet, StanceCounts
from pipeline.tables.table import Row, Table, columns


@dataclass(frozen=True, slots=True)
class OfCorpus:
    """A table with the file that it is made of and the kind of the file's records."""

    file: str
    kind: type[Any]
    table: Table[Any]


def _counts(counts: StanceCounts) -> Row:
    return (counts.pro, counts.anti, counts.neutral)


def _claims(c: ClaimGroup) -> Iterator[Row]:
    reach = [(r.nodes, r.articles, r.outlets, r.actors) for r in (c.reach, c.distinct)]
    lists = (list(c.nodes), list(c.articles), list(c.outlets), list(c.actors))
    yield (c.id, c.stance, c.point, c.text, c.first, *reach[0], *reach[1], *lists)


def _actors(a: Actor) -> Iterator[Row]:
    who = (a.id, a.name, a.kind, a.role, a.affiliation, a.position)
    yield (*who, *_counts(a.stance), *_counts(a.distinct), len(a.appearances), len(a.flips))


def _appearances(a: Actor) -> Iterator[Row]:
    for seen in a.appearances:
        where = (a.id, a.name, seen.article, seen.speaker, seen.published)
        yield (*where, seen.position, *_counts(seen.stance), seen.duplicate)


def _outlets(o: Outlet) -> Iterator[Row]:
    printed = [(c.articles, *_counts(c.sentences), *_counts(c.nodes)) for c in (o.all, o.distinct)]
    yield (o.name, o.first, o.last, *printed[0], *printed[1])


CLAIMS: Table[ClaimGroup] = Table(
    "claims",
    columns(
        "text: id stance point text first",
        "whole: reach_nodes reach_articles reach_outlets reach_actors",
        "whole: distinct_nodes distinct_articles distinct_outlets distinct_actors",
        "texts: nodes articles outlets actors",
    ),
    _claims,
)
ACTORS: Table[Actor] = Table(
    "actors",
    columns(
        "text: id name kind role affiliation position",
        "whole: pro anti neutral distinct_pro distinct_anti distinct_neutral appearances flips",
    ),
    _actors,
)
APPEARANCES: Table[Actor] = Table(
    "appearances",
    columns(
        "text: actor actor_name article speaker published position",
        "whole: pro anti neutral",
        "truth: duplicate",
    ),
    _appearances,
)
OUTLETS: Table[Outlet] = Table(
    "outlets",
    columns(
        "text: name first last",
        "whole: articles sentences_pro sentences_anti sentences_neutral nodes_pro nodes_anti nodes_neutral",
        "whole: distinct_articles distinct_sentences_pro distinct_sentences_anti distinct_sentences_neutral",
        "whole: distinct_nodes_pro distinct_nodes_anti distinct_nodes_neutral",
    ),
    _outlets,
)
OF_CORPUS = (
    OfCorpus("claims.jsonl", ClaimGroup, CLAIMS),
    OfCorpus("actors.jsonl", Actor, ACTORS),
    OfCorpus("actors.jsonl", Actor, APPEARANCES),
    OfCorpus("outlets.jsonl", Outlet, OUTLETS),
)
