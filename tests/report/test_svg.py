"""The pictures of a map: boxes never overlap, whatever the tree; what they tell."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import ArgumentMap, Edge, Node, Provenance, Scores, Speaker, Stance, StanceCounts, Summary
from pipeline.report.layout import place
from pipeline.report.svg import draw_map

SVG = "{http://www.w3.org/2000/svg}"
texts = st.sampled_from(["It is so.", "A long reason. " * 20]) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=300
)


def map_of(targets: list[int], texts: list[str]) -> ArgumentMap:
    """Make a map in which node n + 1 serves node `targets[n]`; node 0 is the issue."""
    nodes = [
        Node(
            id=f"a:n{n}",
            type="issue" if n == 0 else "claim" if targets[n - 1] == 0 else "premise",
            sentence=None if n == 0 else f"a:s{n}",
            start=None if n == 0 else n,
            end=None if n == 0 else n + 1,
            text=texts[n],
            stance=None if n == 0 else "pro",
            speaker="a:p0" if n % 2 else None,
            confidence=None if n == 0 else 0.5,
        )
        for n in range(len(targets) + 1)
    ]
    edges = tuple(
        Edge(source=f"a:n{n}", target=f"a:n{t}", relation="supports", confidence=0.5, why="a <rule>")
        for n, t in enumerate(targets, 1)
    )
    speaker = Speaker(
        id="a:p0", article="a", name="Ana & <Tom>", kind="person", role=None, affiliation=None, mentions=(), quotes=(),
        stance=StanceCounts(pro=1, anti=0, neutral=0), position="pro",
    )  # fmt: skip
    return ArgumentMap(
        article="a", title=None, issue="I", nodes=tuple(nodes), edges=edges, speakers=(speaker,),
        summary=Summary(claims={}, speakers={}),
        provenance=Provenance(version="", schema="", params_sha256="", model_sha256="", linker_sha256="", parser=""),
    )  # fmt: skip


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    size = draw(st.integers(0, 14))
    targets = [draw(st.integers(0, n)) for n in range(size)]
    return map_of(targets, [draw(texts) for _ in range(size + 1)])


def picture(found: ArgumentMap) -> ElementTree.Element:
    return ElementTree.fromstring(draw_map(found, place(found), {}))  # noqa: S314 (drawn by this test)


Sides = tuple[int, int, int, int]  # left, top, right, bottom


def boxes(found: ArgumentMap) -> list[Sides]:
    """Give the sides of each box, the boxes in the order in which they stand."""
    rects = [r for r in picture(found).iter(f"{SVG}rect") if r.attrib["class"] == "box"]
    sides = [[int(r.attrib[k]) for k in ("x", "y", "width", "height")] for r in rects]
    return [(x, y, x + w, y + h) for x, y, w, h in sides]


def by_node(found: ArgumentMap) -> dict[str, Sides]:
    placed = [box.node.id for part in place(found) for box in part.boxes]
    return dict(zip(placed, boxes(found), strict=True))


@settings(max_examples=100, deadline=None)
@given(maps())
def test_boxes_never_overlap_and_stay_in_their_pictures(found: ArgumentMap) -> None:
    places = boxes(found)
    assert len(places) == len(found.nodes)
    at = 0
    for svg in picture(found):
        left, top, width, height = map(int, svg.attrib["viewBox"].split())
        assert (left, top) == (0, at)  # the pictures stand close
        at = top + height
        for rect in svg.iter(f"{SVG}rect"):
            x, y, w, h = (int(rect.attrib[k]) for k in ("x", "y", "width", "height"))
            assert 0 <= x < x + w <= width
            assert top <= y < y + h <= at
    for one, other in combinations(places, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@settings(max_examples=30, deadline=None)
@given(maps())
def test_what_serves_a_node_stands_below_it_and_to_its_right(found: ArgumentMap) -> None:
    sides = by_node(found)
    for edge in found.edges:
        served, serves = sides[edge.target], sides[edge.source]
        assert served[0] < serves[0]
        assert served[3] < serves[1]


@settings(max_examples=30, deadline=None)
@given(maps())
def test_edges_run_beside_the_boxes(found: ArgumentMap) -> None:
    places = boxes(found)
    for path in picture(found).iter(f"{SVG}path"):
        rail, top, bottom = map(int, re.match(r"M(\d+) (\d+)V(\d+)", path.attrib["d"]).groups())  # type: ignore[union-attr]
        assert not [b for b in places if b[0] < rail < b[2] and b[1] < bottom and top < b[3]]


def test_every_node_but_the_issue_links_to_its_sentence_and_has_its_edge() -> None:
    root = picture(map_of([0, 1, 0], ["I", "a", "b", "c"]))
    links = [a.attrib["href"] for a in root.iter(f"{SVG}a")]
    assert links == ["#a_3a_s1", "#a_3a_s2", "#a_3a_s3"]
    assert {p.attrib.get("data-node") for p in root.iter(f"{SVG}path")} >= {
        a.attrib["id"] for a in root.iter(f"{SVG}a")
    }


def test_a_box_tells_who_how_sure_and_what_it_is_for() -> None:
    found = map_of([0, 1], ["I", "a", "b"])
    attack = replace(found.edges[1], relation="attacks", why="reason for; 1 back")
    root = picture(replace(found, edges=(found.edges[0], attack)))
    labels = [a.attrib["aria-label"] for a in root.iter(f"{SVG}a")]
    assert labels[0].startswith("For, 0.50: claim, supports: a <rule> (0.50); Ana & <Tom>: a")
    assert labels[1].startswith("For, 0.50: premise, attacks: a reason for it (0.50); the article: b")
    assert [p.attrib["class"] for p in root.iter(f"{SVG}path") if "data-node" in p.attrib][1] == "edge attacks"
    assert "+ For: 1 claim" in "".join(root.itertext())


def test_an_unsure_box_says_so_in_words() -> None:
    found = map_of([0], ["I", "a"])
    stance = Stance(
        sentence="a:s1", article="a", label="pro", scores=Scores(pro=0.5, anti=0.3, neutral=0.2), uncertain=True,
        speaker=None, voice="author", why=(),
    )  # fmt: skip
    assert "not sure 0.50" in draw_map(found, place(found), {"a:s1": stance})


def test_the_sides_stand_together_the_issue_first() -> None:
    found = map_of([0, 0, 0], ["I", "a", "b", "c"])
    nodes = (
        found.nodes[0],
        replace(found.nodes[1], stance="anti"),
        found.nodes[2],
        replace(found.nodes[3], stance="anti"),
    )
    parts = place(replace(found, nodes=nodes))
    assert [p.title or p.boxes[0].node.id for p in parts] == ["a:n0", "pro", "a:n2", "anti", "a:n1", "a:n3"]


def test_a_long_chain_and_a_wide_fan_are_drawn() -> None:
    chain = boxes(map_of(list(range(1200)), ["x"] * 1201))
    assert all(a[0] < b[0] and a[3] < b[1] for a, b in pairwise(chain))
    fan = boxes(map_of([0] * 400, ["x"] * 401))
    assert all(a[3] < b[1] for a, b in pairwise(fan[1:]))


def test_long_texts_are_cut_in_the_box_and_whole_in_its_title() -> None:
    text = "word " * 200
    root = picture(map_of([0], ["I", text]))
    assert text in [t.text for t in root.iter(f"{SVG}title")]
    assert sum(len(t.text or "") for t in root.iter(f"{SVG}tspan")) < 300
