"""Draw a box of the argument map: who says it and how sure, the text, what it is for."""

from markupsafe import escape

from pipeline.records import Edge, Stance
from pipeline.report.anchors import anchor
from pipeline.report.layout import LINE, PADDING, SMALL_LINE, WIDTH, Box
from pipeline.report.wording import SIDES, SIGNS, edge_in_words
from pipeline.report.wrap import ems, wrap

SMALL = 11  # of letters; style.css has the same
BADGE = 15
DOWN = 12  # from the top of a line to the foot of its letters
MIDDLE = PADDING + BADGE // 2  # of the badge, where the edge ends
INNER = WIDTH - 2 * PADDING
BOLD = 1.1  # times the width of other letters


def draw_box(box: Box, edge: Edge | None, stance: Stance | None, speaker: str | None) -> str:
    """Draw a node; without an edge it is the issue, and a speaker without a name is the article."""
    node = box.node
    if edge is None or node.sentence is None:
        return f'<g class="node issue">{_frame(box)}{_lines(box, 0)}</g>'
    side, who = node.stance or "neutral", speaker or "the article"
    unsure = stance is not None and stance.uncertain
    sure = f"{'not sure ' if unsure else ''}{node.confidence or 0:.2f}"
    what = f"{node.type}, {edge_in_words(edge)}"
    name = wrap(who, (INNER / SMALL - ems(sure) - 2 * BADGE / SMALL) / BOLD, 1)[0]
    x, top, bottom = box.x + PADDING, box.y + PADDING, box.y + box.height - PADDING
    label = escape(f"{SIDES[side]}, {sure}: {what}; {who}: {node.text}")
    speaks = f' data-who="{anchor(node.speaker)}"' if node.speaker else ""
    return (
        f'<a id="{anchor(node.id)}" class="node {node.type} {side}{" unsure" if unsure else ""}" aria-label="{label}" '
        f'href="#{anchor(node.sentence)}"{speaks}>{_frame(box)}'
        f'<rect class="badge" x="{x}" y="{top}" width="{BADGE}" height="{BADGE}" rx="{BADGE // 2 if side == "pro" else 1}"/>'
        f'<text class="sign" x="{x + BADGE / 2}" y="{top + DOWN}">{SIGNS[side]}</text>'
        f'<text class="who" x="{x + BADGE + 5}" y="{top + DOWN}">{escape(name)}</text>'
        f'<text class="sure" x="{box.x + WIDTH - PADDING}" y="{top + DOWN}">{sure}</text>{_lines(box, SMALL_LINE)}'
        f'<text class="what" x="{x}" y="{bottom - 2}">{escape(wrap(what, INNER / SMALL, 1)[0])}</text></a>'
    )


def _frame(box: Box) -> str:
    return (
        f"<title>{escape(box.node.text)}</title>"
        f'<rect class="box" x="{box.x}" y="{box.y}" width="{WIDTH}" height="{box.height}" rx="5"/>'
    )


def _lines(box: Box, under: int) -> str:
    top = box.y + PADDING + under + DOWN
    spans = "".join(
        f'<tspan x="{box.x + PADDING}" y="{top + n * LINE}">{escape(line)}</tspan>' for n, line in enumerate(box.lines)
    )
    return f"<text>{spans}</text>"
