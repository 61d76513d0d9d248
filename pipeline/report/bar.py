"""Draw sentences by stance as a small bar: for from the left, against from the right, neither between."""

from markupsafe import Markup

HEIGHT = 10


def draw_bar(pro: int, anti: int, neutral: int) -> Markup:
    """Give an SVG element that a table's numbers stand beside; it is no news to those who hear the page."""
    total = max(1, pro + anti + neutral)
    left, right = 100 * pro / total, 100 * anti / total
    return Markup(  # noqa: S704 (numbers alone)
        f'<svg class="bar" viewBox="0 0 100 {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="pro" width="{left:.1f}" height="{HEIGHT}"/>'
        f'<rect class="anti" x="{100 - right:.1f}" width="{right:.1f}" height="{HEIGHT}"/></svg>'
    )
