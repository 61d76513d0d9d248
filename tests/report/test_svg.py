"""The picture of a map: boxes never overlap, whatever the tree."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import ArgumentMap, Edge, Node, Provenance, Speaker, StanceCounts, Summary
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


def boxes(svg: str) -> list[tuple[int, int, int, int]]:
    """Give left, top, right and bottom of each box."""
    found = ElementTree.fromstring(svg).iter(f"{SVG}rect")  # noqa: S314 (drawn by this test)
    sides = [[int(r.attrib[k]) for k in ("x", "y", "width", "height")] for r in found]
    return [(x, y, x + w, y + h) for x, y, w, h in sides]


@settings(max_examples=100, deadline=None)
@given(maps())
def test_boxes_never_overlap_and_stay_on_the_page(found: ArgumentMap) -> None:
    svg = draw_map(found)
    places = boxes(svg)
    assert len(places) == len(found.nodes)
    width, height = (int(n) for n in re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)[0])
    assert all(0 <= x < r <= width and 0 <= y < b <= height for x, y, r, b in places)
    for one, other in combinations(places, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@settings(max_examples=30, deadline=None)
@given(maps())
def test_what_serves_a_node_stands_to_its_right(found: ArgumentMap) -> None:
    left = {node.id: box[0] for node, box in zip(found.nodes, boxes(draw_map(found)), strict=True)}
    assert all(left[e.target] < left[e.source] for e in found.edges)


def test_every_node_but_the_issue_links_to_its_sentence() -> None:
    root = ElementTree.fromstring(draw_map(map_of([0, 1, 0], ["I", "a", "b", "c"])))  # noqa: S314 (drawn by this test)
    links = [a.attrib["href"] for a in root.iter(f"{SVG}a")]
    assert len(set(links)) == 3
    assert all(link.startswith("#") for link in links)
    assert len(list(root.iter(f"{SVG}path"))) == 3


def test_a_long_chain_and_a_wide_fan_are_drawn() -> None:
    chain = boxes(draw_map(map_of(list(range(1200)), ["x"] * 1201)))
    assert all(a[2] < b[0] for a, b in pairwise(chain))
    fan = boxes(draw_map(map_of([0] * 400, ["x"] * 401)))
    assert all(a[3] < b[1] for a, b in pairwise(fan[1:]))


def test_long_texts_are_cut_in_the_box_and_whole_in_its_title() -> None:
    text = "word " * 200
    root = ElementTree.fromstring(draw_map(map_of([0], ["I", text])))  # noqa: S314 (drawn by this test)
    titles = [t.text for t in root.iter(f"{SVG}title")]
    assert text in titles
    assert sum(len(t.text or "") for t in root.iter(f"{SVG}tspan")) < 200
