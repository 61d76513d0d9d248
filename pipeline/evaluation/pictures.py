"""Pictures of scores as SVG, drawn with a few lines of our own so that a page needs no network and no library."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil

WIDTH, HEIGHT = 460, 300
LEFT, RIGHT, TOP, BOTTOM = 48, 12, 12, 44
BAR, GAP, NAMES = 13, 10, 150  # height of a bar, space between groups, width of the names
FIFTHS = 5
COLOURS = ("#0b5fa5", "#a8480a", "#3d7a3d", "#7a4d9c", "#777777")
Points = Sequence[tuple[float, float]]


def line_chart(series: Mapping[str, Points], x_name: str, y_name: str, *, diagonal: bool = False) -> str:
    """Draw lines with a dot a point; y runs from 0 to 1, x from 0 to 1, or to a multiple of five."""
    most = max([1.0, *(x for points in series.values() for x, _ in points)])
    most = ceil(most / FIFTHS) * FIFTHS if most > 1 else most

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            round(LEFT + (WIDTH - LEFT - RIGHT) * x / most, 1),
            round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * y, 1),
        )

    parts = [_axes(most, at(0, 0), at(most, 1), x_name, y_name)]
    if diagonal:
        (x1, y1), (x2, y2) = at(0, 0), at(most, 1)
        parts.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" class="rule"/>')
    for n, (name, points) in enumerate(series.items()):
        colour = COLOURS[n % len(COLOURS)]
        path = " ".join(f"{x},{y}" for x, y in (at(*p) for p in points))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{at(x, y)[0]}" cy="{at(x, y)[1]}" r="3" fill="{colour}">'
            f"<title>{escape(name)}: {_number(x)}, {y:.3f}</title></circle>"
            for x, y in points
        ]
        parts.append(_legend(name, colour, LEFT + 12, HEIGHT - BOTTOM - 14 - 16 * (len(series) - 1 - n)))
    return _svg(WIDTH, HEIGHT, parts, f"{y_name} by {x_name}")


def bar_chart(groups: Mapping[str, Mapping[str, float]], value_name: str) -> str:
    """Draw a group of bars a name, one bar a series; values run from 0 to 1."""
    series = list(dict.fromkeys(name for values in groups.values() for name in values))
    room = WIDTH - NAMES - 50
    y = 20.0 * len(series) + 6
    parts = [_legend(name, COLOURS[n % len(COLOURS)], NAMES, 14 + 20 * n) for n, name in enumerate(series)]
    for group, values in groups.items():
        parts.append(
            f'<text x="{NAMES - 8}" y="{y + BAR * len(values) / 2 + 4}" text-anchor="end">{escape(group)}</text>'
        )
        for name, value in values.items():
            colour = COLOURS[series.index(name) % len(COLOURS)]
            parts.append(
                f'<rect x="{NAMES}" y="{y}" width="{round(room * value, 1)}" height="{BAR - 2}" fill="{colour}">'
                f"<title>{escape(group)}, {escape(name)}: {value:.3f}</title></rect>"
                f'<text x="{round(NAMES + room * value + 5, 1)}" y="{y + BAR - 3}">{value:.2f}</text>'
            )
            y += BAR
        y += GAP
    return _svg(WIDTH, int(y), parts, value_name)


def _axes(most: float, low: tuple[float, float], high: tuple[float, float], x_name: str, y_name: str) -> str:
    lines = []
    for n in range(FIFTHS + 1):
        share = n / FIFTHS
        x = round(low[0] + (high[0] - low[0]) * share, 1)
        y = round(low[1] + (high[1] - low[1]) * share, 1)
        lines.append(
            f'<line x1="{low[0]}" y1="{y}" x2="{high[0]}" y2="{y}" class="grid"/>'
            f'<text x="{low[0] - 6}" y="{y + 4}" text-anchor="end">{share:.1f}</text>'
            f'<text x="{x}" y="{low[1] + 16}" text-anchor="middle">{_number(most * share)}</text>'
        )
    middle = (low[1] + high[1]) / 2
    lines.append(f'<text x="{(low[0] + high[0]) / 2}" y="{low[1] + 36}" text-anchor="middle">{escape(x_name)}</text>')
    lines.append(
        f'<text x="12" y="{middle}" text-anchor="middle" transform="rotate(-90 12 {middle})">{escape(y_name)}</text>'
    )
    return "".join(lines)


def _legend(name: str, colour: str, x: float, y: float) -> str:
    return f'<rect x="{x}" y="{y - 9}" width="10" height="10" fill="{colour}"/><text x="{x + 15}" y="{y}">{escape(name)}</text>'


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _svg(width: int, height: int, parts: Sequence[str], label: str) -> str:
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}">{"".join(parts)}</svg>'
