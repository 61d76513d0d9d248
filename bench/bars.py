"""Draw bars with their values as an SVG of a few lines."""

from html import escape
from pathlib import Path

ROW, LEFT, WIDTH = 26, 250, 640


def write_bars(path: Path, values: dict[str, float], title: str) -> None:
    """Write a picture with a bar for each value, in order."""
    scale = (WIDTH - LEFT - 60) / max(values.values())
    height = ROW * (len(values) + 1) + 10
    rows = [f'<text x="0" y="18" font-weight="bold">{escape(title)}</text>']
    for n, (name, value) in enumerate(values.items(), 1):
        y = n * ROW + 8
        rows.append(f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>')
        rows.append(f'<rect x="{LEFT}" y="{y}" width="{value * scale:.1f}" height="18" fill="#3b6ea8"/>')
        rows.append(f'<text x="{LEFT + value * scale + 6:.1f}" y="{y + 14}">{value:.1f}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="13">'
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    path.write_text("\n".join([head, ground, *rows, "</svg>", ""]), encoding="utf-8")
