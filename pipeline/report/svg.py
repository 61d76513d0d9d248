"""Draw an argument map as SVG: the issue on top, under it the claims by side, under each what serves it.

A claim with its tree is a picture of its own, so that a page of paper is not torn through a box and a filter can leave
it out; the pictures stand close, and the edges to the issue run through them.
"""

from collections.abc import Mapping

from markupsafe import Markup, escape

from pipeline.records import ArgumentMap, Edge, Stance
from pipeline.report.anchors import anchor
from pipeline.report.box import MIDDLE, draw_box
from pipeline.report.layout import EDGE, PADDING, TITLE, WIDTH, Box, Part, place
from pipeline.report.wording import SIDES, SIGNS, edge_in_words

RAILS = {"supports": 8, "attacks": 14}  # from a box's left side, where the edges to it run


def draw_map(found: ArgumentMap, stances: Mapping[str, Stance]) -> Markup:
    """Give the pictures; each box links to its sentence. `stances` are by sentence."""
    parts = place(found)
    boxes = {box.node.id: box for part in parts for box in part.boxes}
    edges = {e.source: e for e in found.edges}
    names = {s.id: s.name for s in found.speakers}
    issue = found.nodes[0].id
    width = max(box.x for box in boxes.values()) + WIDTH + EDGE
    ends = {e.relation: 0 for e in found.edges}  # how far down the edges to the issue run
    for edge in (e for e in found.edges if e.target == issue):
        ends[edge.relation] = max(ends[edge.relation], boxes[edge.source].y)
    counts = {side: sum(e.target == issue and boxes[e.source].node.stance == side for e in found.edges) for side in SIDES}
    out = [f'<div class="map" role="group" aria-label="Argument map with {len(boxes) - 1} boxes">']
    for part in parts:
        out.append(
            f'<svg class="{"tree" if part.title is None else "title"}" xmlns="http://www.w3.org/2000/svg" width="{width}" '
            f'height="{part.bottom - part.top}" viewBox="0 {part.top} {width} {part.bottom - part.top}">'
        )
        out += [_passing(part, relation, parts[0].boxes[0]) for relation, y in ends.items() if y > part.bottom]
        if part.title is not None:
            out.append(_title(part, part.title, counts[part.title]))
        for box in part.boxes:
            edge_of = edges.get(box.node.id)
            if edge_of is not None:
                out.append(_edge(edge_of, boxes[edge_of.target], box, part))
        out += [
            draw_box(b, edges.get(b.node.id), stances.get(b.node.sentence or ""), names.get(b.node.speaker or ""))
            for b in part.boxes
        ]
        out.append("</svg>")
    return Markup("".join(out) + "</div>")  # noqa: S704 (every text in it is escaped here)


def _title(part: Part, side: str, count: int) -> str:
    x = EDGE + PADDING + RAILS["attacks"]
    claims = f"{count} claim{'s' if count != 1 else ''}"
    return f'<text class="{side}" x="{x}" y="{part.top + TITLE - 10}">{SIGNS[side]} {SIDES[side]}: {claims}</text>'


def _passing(part: Part, relation: str, issue: Box) -> str:
    """Run the edges of claims further down through a part."""
    top = max(part.top, issue.y + issue.height)
    return f'<path class="edge {relation}" d="M{issue.x + RAILS[relation]} {top}V{part.bottom}"/>'


def _edge(edge: Edge, above: Box, below: Box, part: Part) -> str:
    """Run down from the box that is served to the left side of the one that serves."""
    rail = above.x + RAILS[edge.relation]
    return (
        f'<path class="edge {edge.relation}" data-node="{anchor(edge.source)}" '
        f'd="M{rail} {max(part.top, above.y + above.height)}V{below.y + MIDDLE}H{below.x}">'
        f"<title>{escape(edge_in_words(edge))}</title></path>"
    )
