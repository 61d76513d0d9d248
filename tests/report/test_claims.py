"""Claims of the view across: the farthest-reaching of each side, the others counted."""

from pipeline.records import ClaimGroup, Label, Reach
from pipeline.records.dump import plain
from pipeline.report.claims import MOST, MOST_ACTORS, MOST_ARTICLES, ClaimsOfSide, Sides
from pipeline.report.index import IndexRow

REACH = Reach(nodes=1, articles=1, outlets=1, actors=1)


def row(article: str) -> IndexRow:
    return IndexRow(article, article, None, None, None, 0, 0, 0, page="000001.html")


def group(number: int, stance: Label, nodes: tuple[str, ...] = (), actors: int = 0) -> ClaimGroup:
    return ClaimGroup(
        id=f"c{number}", stance=stance, point=None, text="t", nodes=nodes, articles=(), outlets=(),
        actors=tuple(f"a{n}" for n in range(actors)), first=None, reach=REACH, distinct=REACH,
    )  # fmt: skip


def by_side(groups: list[ClaimGroup]) -> list[ClaimsOfSide]:
    sides = Sides(row)
    for one in groups:
        if sides.wants(plain(one)):
            sides.add(one)
    return sides.all()


def test_the_first_of_each_side_are_shown_and_all_are_counted() -> None:
    groups = [group(n, "pro" if n % 3 else "anti") for n in range(6 * MOST)]
    pro, anti = by_side(groups)
    assert (pro.count, anti.count) == (4 * MOST, 2 * MOST)
    assert [c.group.id for c in pro.shown[:3]] == ["c1", "c2", "c4"]
    assert len(pro.shown) == len(anti.shown) == MOST


def test_nodes_of_an_article_stand_together_and_lead_to_their_places() -> None:
    (claim,) = by_side([group(0, "pro", ("a:x:n1", "b:n2", "a:x:n3"))])[0].shown
    assert [(place.id, len(links)) for place, links in claim.places] == [("a:x", 2), ("b", 1)]
    assert claim.places[1][1] == ["000001.html#b_3a_n2"]


def test_what_is_left_out_of_a_claim_is_counted() -> None:
    nodes = tuple(f"a{n}:n1" for n in range(MOST_ARTICLES + 2))
    (claim,) = by_side([group(0, "anti", nodes, MOST_ACTORS + 1)])[1].shown
    assert (len(claim.places), claim.more_places) == (MOST_ARTICLES, 2)
    assert (len(claim.actors), claim.more_actors) == (MOST_ACTORS, 1)
