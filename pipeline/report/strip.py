"""Draw the articles in which an actor is heard: a small box each, with the side taken there; the page has thousands."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from pipeline.records import Appearance
from pipeline.report.index import IndexRow
from pipeline.report.wording import SIDES, SIGNS, shorten

LONGEST = 60  # characters of a title that is only heard


def draw_strip(seen: Iterable[Appearance], row: Callable[[str], IndexRow]) -> Markup:
    """Give links in the order of the appearances; `row` finds an article's."""
    return Markup("").join([_box(one, row(one.article)) for one in seen])


def _box(seen: Appearance, row: IndexRow) -> Markup:
    side = seen.position
    day = escape((seen.published or "no date")[:10])
    return Markup(  # noqa: S704 (what is not ours is escaped)
        f'<a class="{side}{" dup" if seen.duplicate else ""}" href="{escape(row.link(seen.speaker))}" '
        f'title="{day}: {escape(row.title)}"><span class="unseen">{SIDES[side].lower()} in '
        f'{escape(shorten(row.title, LONGEST))}</span><span aria-hidden="true">{SIGNS[side]}</span></a>'
    )
