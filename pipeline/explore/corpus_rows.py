"""The rows of what holds across articles: claims, actors, outlets."""

from dataclasses import asdict
from typing import Any

from pipeline.records import Actor, ClaimGroup, Outlet

Row = dict[str, Any]


def claim_rows(claim: ClaimGroup) -> dict[str, list[Row]]:
    """Give the rows of a claim by table."""
    row = {"id": claim.id, "text": claim.text, "stance": claim.stance, "point": claim.point, "first": claim.first}
    return {
        "claims": [row | asdict(claim.reach) | _prefixed("distinct", asdict(claim.distinct))],
        "claim_nodes": [{"claim": claim.id, "node": node} for node in claim.nodes],
    }


def actor_rows(actor: Actor) -> dict[str, list[Row]]:
    """Give the rows of an actor by table."""
    row = {name: getattr(actor, name) for name in ("id", "name", "kind", "role", "affiliation", "position")}
    row |= {"articles": len({a.article for a in actor.appearances}), "flips": len(actor.flips)}
    return {
        "actors": [row | asdict(actor.stance) | _prefixed("distinct", asdict(actor.distinct))],
        "appearances": [
            {
                "actor": actor.id,
                "speaker": a.speaker,
                "article": a.article,
                "published": a.published,
                "position": a.position,
                "duplicate": a.duplicate,
            }
            | asdict(a.stance)
            for a in actor.appearances
        ],
        "flips": [{"actor": actor.id} | asdict(flip) for flip in actor.flips],
    }


def outlet_row(number: int, outlet: Outlet) -> Row:
    """Give the row of an outlet; its number is its id, since a name may be missing."""
    every, distinct = outlet.all, outlet.distinct
    row = {"id": number, "name": outlet.name, "first": outlet.first, "last": outlet.last, "articles": every.articles}
    return (
        row
        | asdict(every.sentences)
        | _prefixed("nodes", asdict(every.nodes))
        | {"distinct_articles": distinct.articles}
        | _prefixed("distinct", asdict(distinct.sentences))
    )


def _prefixed(prefix: str, row: Row) -> Row:
    return {f"{prefix}_{name}": value for name, value in row.items()}
