"""Place the boxes of an argument map one under the other, what serves a node below it and a step to its right."""

from dataclasses import dataclass, field
from itertools import groupby

from pipeline.records import STANCES, ArgumentMap, Label, Node
from pipeline.report.wrap import wrap

WIDTH = 320  # pixels; with two steps it fits a phone
STEP = 20  # to the right for each premise of a premise
LINE, SMALL_LINE, TITLE = 16, 15, 34  # heights
PADDING = 8
GAP = 9
EDGE = 2  # room for the line around a box
SIZE = 12.5  # of letters; style.css has the same
LINES = 5


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands, and its text in lines."""

    node: Node
    x: int
    y: int
    height: int
    lines: tuple[str, ...]


@dataclass(slots=True)
class Part:
    """A band of the picture that is not torn: the issue, the title of a side, or a claim with all that serves it."""

    top: int
    bottom: int = 0
    title: Label | None = None  # a stance
    claims: int = 0  # of the side that it is the title of
    boxes: list[Box] = field(default_factory=list)


def place(found: ArgumentMap) -> list[Part]:
    """Place the issue on top, then the claims by side, each with its tree."""
    issue = found.nodes[0]
    children = _children(found)
    parts = [_stack(issue, 0, 0, {})]
    for side, claims in groupby(children.get(issue.id, ()), key=_side):
        together = list(claims)
        parts.append(Part(parts[-1].bottom, parts[-1].bottom + TITLE, side, len(together)))
        for claim in together:
            parts.append(_stack(claim, 1, parts[-1].bottom, children))
    return parts


def _side(node: Node) -> Label:
    return node.stance or "neutral"


def _stack(root: Node, level: int, top: int, children: dict[str, list[Node]]) -> Part:
    """Place a tree; without recursion, so any depth."""
    part = Part(top)
    y = top + EDGE
    stack = [(root, level)]
    while stack:
        node, level = stack.pop()
        lines = tuple(wrap(node.text, (WIDTH - 2 * PADDING) / SIZE, LINES))
        small = 0 if node.type == "issue" else 2 * SMALL_LINE
        box = Box(node, EDGE + level * STEP, y, len(lines) * LINE + small + 2 * PADDING, lines)
        part.boxes.append(box)
        y += box.height + GAP
        stack += [(child, level + 1) for child in reversed(children.get(node.id, ()))]
    part.bottom = y
    return part


def _children(found: ArgumentMap) -> dict[str, list[Node]]:
    """List what serves each node directly; of the issue, one side after the other."""
    target = {e.source: e.target for e in found.edges}
    children: dict[str, list[Node]] = {}
    for node in found.nodes[1:]:
        children.setdefault(target[node.id], []).append(node)
    children.get(found.nodes[0].id, []).sort(key=lambda node: STANCES.index(_side(node)))
    return children
