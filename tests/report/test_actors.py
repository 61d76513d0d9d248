"""Actors of the view across: those heard most of each position, the others counted."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Actor, Appearance, Position, StanceCounts
from pipeline.records.dump import plain
from pipeline.report.actors import MOST, ActorsOfPosition, Positions

NONE = StanceCounts(pro=0, anti=0, neutral=0)


def actor(number: int, position: Position, articles: int) -> Actor:
    seen = Appearance(article="a", speaker="a:p0", published=None, position=position, stance=NONE, duplicate=False)
    return Actor(
        id=f"a{number}", name=f"N{number}", kind="person", role=None, affiliation=None, appearances=(seen,) * articles,
        stance=NONE, distinct=NONE, position=position, flips=(),
    )  # fmt: skip


def by_position(actors: list[Actor], needed: list[str]) -> tuple[list[ActorsOfPosition], dict[str, str]]:
    positions = Positions(needed)
    for one in actors:
        if positions.wants(plain(one)):
            positions.add(one)
    return positions.groups(), positions.names


@given(st.lists(st.integers(1, 9), max_size=5 * MOST))
def test_those_heard_most_are_kept_in_order(articles: list[int]) -> None:
    groups, _ = by_position([actor(n, "anti", count) for n, count in enumerate(articles)], [])
    anti = next(g for g in groups if g.position == "anti")
    assert anti.count == len(articles)
    order = sorted(range(len(articles)), key=lambda n: -articles[n])
    assert [a.of.id for a in anti.shown] == [f"a{n}" for n in order[:MOST]]


def test_positions_stand_apart_and_needed_names_are_known() -> None:
    groups, names = by_position([actor(0, "pro", 1), actor(1, "mixed", 1), actor(2, "pro", 2)], ["a2", "a9"])
    assert {g.position: [a.of.id for a in g.shown] for g in groups if g.count} == {"pro": ["a2", "a0"], "mixed": ["a1"]}
    assert names == {"a2": "N2"}
