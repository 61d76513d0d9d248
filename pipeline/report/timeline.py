"""Draw sentences by stance over time: for above the line, against below it."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from markupsafe import Markup

from pipeline.report.index import IndexRow

MOST = 40  # bars
MONTHS = 12
YEARS = (1, 2, 5, 10, 25, 50, 100, 250)
WIDTH, HEIGHT, FOOT = 760, 220, 20  # pixels; the height is of both halves together, below it stand the dates
LEFT = 58  # where the bars begin, beside the names of the sides
HEAD = 16  # room for the numbers above and below the bars
WIDEST, SHARE = 34, 0.8  # bar, at most and of its place
LABEL = 64  # pixels that a date takes
SMALLEST = 18  # bar that has its number on it


@dataclass(slots=True)
class Period:
    """A stretch of time and what was written in it."""

    name: str
    articles: int = 0
    pro: int = 0
    anti: int = 0

    def add(self, other: "Period") -> None:
        """Count what was written in another stretch too."""
        self.articles += other.articles
        self.pro += other.pro
        self.anti += other.anti


class Times:
    """Sentences by month, and aside those without a date."""

    def __init__(self) -> None:
        self.undated = Period("without a date")
        self._months: dict[int, Period] = {}  # since the year 0

    def add(self, row: IndexRow) -> None:
        """Count an article."""
        day = _day(row.published)
        period = self.undated if day is None else self._months.setdefault(day.year * MONTHS + day.month - 1, Period(""))
        period.add(Period("", 1, row.pro, row.anti))

    def periods(self) -> list[Period]:
        """Sum by month, quarter or years, as the time spanned asks for; those in which nothing was written are there too."""
        if not self._months:
            return []
        low, high = min(self._months), max(self._months)
        step = next(s for s in (1, 3, *(MONTHS * y for y in YEARS)) if high // s - low // s < MOST)
        periods = {n: Period(_name(n, step)) for n in range(low // step, high // step + 1)}
        for month, found in self._months.items():
            periods[month // step].add(found)
        return list(periods.values())


def draw_timeline(periods: list[Period]) -> Markup:
    """Give the picture as an SVG element; a table beside it says the same."""
    step = (WIDTH - LEFT) / len(periods)
    wide = min(WIDEST, step * SHARE)
    middle, scale = HEIGHT / 2, (HEIGHT / 2 - HEAD) / max(1, *(max(p.pro, p.anti) for p in periods))
    parts = [
        f'<svg class="timeline" xmlns="http://www.w3.org/2000/svg" role="img" width="{WIDTH}" height="{HEIGHT + FOOT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT + FOOT}" aria-label="Sentences for and against over time; a table below says the same">'
        f'<text class="title pro" x="0" y="12">+ For</text>'
        f'<text class="title anti" x="0" y="{HEIGHT - 2}">– Against</text>'
    ]
    for n, p in enumerate(periods):
        x, up, down = LEFT + n * step, p.pro * scale, p.anti * scale
        parts.append(
            f"<g><title>{p.name}: {p.pro} for, {p.anti} against, {p.articles} articles</title>"
            f'<rect class="pro" x="{x:.1f}" y="{middle - up:.1f}" width="{wide:.1f}" height="{up:.1f}"/>'
            f'<rect class="anti" x="{x:.1f}" y="{middle:.1f}" width="{wide:.1f}" height="{down:.1f}"/></g>'
        )
        if n % ceil(LABEL / step) == 0:
            parts.append(f'<text x="{x:.1f}" y="{HEIGHT + 14}">{p.name}</text>')
        if wide >= SMALLEST:
            at = x + wide / 2
            parts.append(f'<text class="on" x="{at:.1f}" y="{middle - up - 4:.1f}">{p.pro or ""}</text>')
            parts.append(f'<text class="on" x="{at:.1f}" y="{middle + down + 13:.1f}">{p.anti or ""}</text>')
    parts.append(f'<path class="axis" d="M{LEFT} {middle}H{WIDTH}"/></svg>')
    return Markup("".join(parts))  # noqa: S704 (numbers and names of periods alone)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _name(number: int, step: int) -> str:
    year, month = divmod(number * step, MONTHS)
    if step == 1:
        return f"{year:04d}-{month + 1:02d}"
    if step < MONTHS:
        return f"{year:04d} Q{month // step + 1}"
    return f"{year:04d}" if step == MONTHS else f"{year:04d}–{year + step // MONTHS - 1:04d}"
