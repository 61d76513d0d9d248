"""Draw an argument map as an SVG picture: the issue on the left, claims beside it, what serves them further right."""

from html import escape

from pipeline.records import ArgumentMap, Node
from pipeline.report.anchors import anchor
from pipeline.report.wrap import wrap

COLUMN = 340  # pixels between columns
WIDTH = 280
LINE = 15
PADDING = 9
GAP = 12
SIZE, SMALL = 12, 11  # of letters; style.css has the same
LINES = 4
INNER = WIDTH - 2 * PADDING  # of a line in a box
SIGN = {"pro": "+", "anti": "–"}


def draw_map(found: ArgumentMap) -> str:
    """Give the picture as an SVG element; each box links to its sentence."""
    target = {e.source: e for e in found.edges}
    children: dict[str, list[Node]] = {}
    for node in found.nodes[1:]:
        children.setdefault(target[node.id].target, []).append(node)
    children.get(found.nodes[0].id, []).sort(key=lambda node: node.stance != "pro")  # the sides together
    boxes: dict[str, tuple[int, int, int]] = {}  # x, y, height
    bottom = _place(found.nodes[0], children, boxes)
    depth = max((x for x, _, _ in boxes.values()), default=0)
    names = {s.id: s.name for s in found.speakers}
    parts = [
        f'<svg class="map" xmlns="http://www.w3.org/2000/svg" role="group" viewBox="0 0 {depth + WIDTH + 4} {bottom + 4}" '
        f'width="{depth + WIDTH + 4}" aria-label="Argument map with {len(found.nodes) - 1} nodes">'
    ]
    for edge in found.edges:
        x1, y1, h1 = boxes[edge.source]
        x2, y2, h2 = boxes[edge.target]
        a, b = y1 + h1 / 2, y2 + h2 / 2
        middle = (x1 + x2 + WIDTH) / 2
        parts.append(
            f'<path class="edge {edge.relation}" d="M{x1} {a:.0f} C{middle:.0f} {a:.0f} {middle:.0f} {b:.0f} {x2 + WIDTH} {b:.0f}">'
            f"<title>{edge.relation} ({escape(edge.why)}, {edge.confidence:.2f})</title></path>"
        )
    parts += [_box(node, boxes[node.id], names.get(node.speaker or "", "")) for node in found.nodes]
    return "".join(parts) + "</svg>"


def _place(root: Node, children: dict[str, list[Node]], boxes: dict[str, tuple[int, int, int]]) -> int:
    """Stack leaves downward, put each parent beside its first child, where it is in sight; without recursion, so any depth."""
    bottom = 2
    stack: list[tuple[Node, int, bool]] = [(root, 0, False)]
    while stack:
        node, level, done = stack.pop()
        height = _height(node)
        mine = children.get(node.id, [])
        if done:
            y = boxes[mine[0].id][1]
            boxes[node.id] = (2 + level * COLUMN, y, height)
            bottom = max(bottom, y + height + GAP)
        elif mine:
            stack.append((node, level, True))
            stack.extend((child, level + 1, False) for child in reversed(mine))
        else:
            boxes[node.id] = (2 + level * COLUMN, bottom, height)
            bottom += height + GAP
    return bottom


def _lines(node: Node) -> list[str]:
    return wrap(node.text, INNER / SIZE, LINES)


def _height(node: Node) -> int:
    return (len(_lines(node)) + (node.type != "issue")) * LINE + 2 * PADDING


def _box(node: Node, place: tuple[int, int, int], speaker: str) -> str:
    """Draw a node at (x, y, height); a speaker without a name is the article."""
    x, y, height = place
    text = [
        f'<tspan x="{x + PADDING}" y="{y + PADDING + LINE * (n + 1) - 4}">{escape(line)}</tspan>'
        for n, line in enumerate(_lines(node))
    ]
    head = ""
    if node.type != "issue":
        who = speaker or "the article"
        label = f"{SIGN.get(node.stance or '', '')} {node.type} · {who}"
        y_head = y + height - PADDING
        short = wrap(label, INNER / SMALL, 1)[0]
        head = f'<text class="who" x="{x + PADDING}" y="{y_head}">{escape(short)}</text>'
    box = (
        f'<g class="node {node.type} {node.stance or "issue"}"><title>{escape(node.text)}</title>'
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{height}" rx="6"/><text>{"".join(text)}</text>{head}</g>'
    )
    if node.sentence is None:
        return box
    return f'<a href="#{anchor(node.sentence)}">{box}</a>'
