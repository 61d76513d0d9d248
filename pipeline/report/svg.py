"""Draw an argument map as SVG: the issue on top, under it the claims by side, under each what serves it.

A claim with its tree is a picture of its own, so that a page of paper is not torn through a box and a filter can leave
it out; the pictures stand close, and the edges to the issue run through them.
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from pipeline.records import ArgumentMap, Edge, Label, Relation, Stance
from pipeline.report.anchors import anchor
from pipeline.report.box import MIDDLE, draw_box
from pipeline.report.layout import EDGE, PADDING, TITLE, WIDTH, Box, Part
from pipeline.report.wording import SIDES, SIGNS, edge_in_words, edge_reasons

RAILS: dict[Relation, int] = {"supports": 8, "attacks": 14}  # from a box's left side, where the edges to it run


def draw_map(found: ArgumentMap, parts: Sequence[Part], stances: Mapping[str, Stance]) -> Markup:
    """Give the pictures; each box links to its sentence. `stances` are by sentence."""
    boxes = {box.node.id: box for part in parts for box in part.boxes}
    edges = {e.source: e for e in found.edges}
    names = {s.id: s.name for s in found.speakers}
    width = max(box.x for box in boxes.values()) + WIDTH + EDGE
    issue = parts[0].boxes[0]
    ends: dict[Relation, int] = {}  # how far down the edges to the issue run
    for edge in (e for e in found.edges if e.target == issue.node.id):
        ends[edge.relation] = max(ends.get(edge.relation, 0), boxes[edge.source].y)
    out = [f'<div class="map" role="group" aria-label="Argument map with {len(boxes) - 1} boxes">']
    for part in parts:
        height = part.bottom - part.top
        out.append(
            f'<svg class="{"tree" if part.title is None else "title"}" xmlns="http://www.w3.org/2000/svg" '
            f'width="{width}" height="{height}" viewBox="0 {part.top} {width} {height}">'
        )
        out += [_passing(part, relation, issue) for relation, y in ends.items() if y > part.bottom]
        out += [_title(part, part.title)] if part.title is not None else []
        served = [(edges[b.node.id], b) for b in part.boxes if b.node.id in edges]
        out += [_edge(edge, boxes[edge.target], box, part) for edge, box in served]
        for b in part.boxes:
            sentence, speaker = b.node.sentence or "", b.node.speaker or ""
            out.append(draw_box(b, edges.get(b.node.id), stances.get(sentence), names.get(speaker)))
        out.append("</svg>")
    return Markup("".join(out) + "</div>")  # noqa: S704 (every text in it is escaped here)


def _title(part: Part, side: Label) -> str:
    x = EDGE + PADDING + RAILS["attacks"]
    claims = f"{part.claims} claim{'s' if part.claims != 1 else ''}"
    return f'<text class="{side}" x="{x}" y="{part.top + TITLE - 10}">{SIGNS[side]} {SIDES[side]}: {claims}</text>'


def _passing(part: Part, relation: Relation, issue: Box) -> str:
    """Run the edges of claims further down through a part."""
    top = max(part.top, issue.y + issue.height)
    return f'<path class="edge {relation}" d="M{issue.x + RAILS[relation]} {top}V{part.bottom}"/>'


def _edge(edge: Edge, above: Box, below: Box, part: Part) -> str:
    """Run down from the box that is served to the left side of the one that serves."""
    rail = above.x + RAILS[edge.relation]
    return (
        f'<path class="edge {edge.relation}" data-node="{anchor(edge.source)}" '
        f'd="M{rail} {max(part.top, above.y + above.height)}V{below.y + MIDDLE}H{below.x}">'
        f"<title>{escape(' – '.join(filter(None, (edge_in_words(edge), edge_reasons(edge)))))}</title></path>"
    )
