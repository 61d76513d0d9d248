"""What a notebook shows of an article and of a map: a piece of the report, with its style kept inside the piece."""

import re
from dataclasses import fields

from markupsafe import Markup

from pipeline.records import ArgumentMap
from pipeline.records.article_records import ArticleRecords
from pipeline.report.layout import place
from pipeline.report.pages import environment, render
from pipeline.report.svg import draw_map
from pipeline.report.view import build_view

PAGE = re.compile(r":root\b|(?<![\w-])body\b")  # what the report's style says of its page, the piece takes for itself
# The text scrolls, so that the scores of a sentence are shown above it, where nothing cuts them off.
SMALL = """
&{position:relative;margin:0;padding:.6rem;max-width:none;font-size:14px}
.text{position:static;max-height:26rem;overflow:auto}
.tip{position:absolute;top:.3rem;left:.3rem;right:.3rem;bottom:auto;width:auto;max-width:46rem;margin:0}
.scroll{max-height:34rem;overflow:auto;margin-top:.8rem}
"""


class DrawnMap(ArgumentMap):
    """An argument map that a notebook shows as a picture."""

    __slots__ = ()

    @classmethod
    def of(cls, found: ArgumentMap) -> "DrawnMap":
        """Make one of a map; it has the same fields."""
        return cls(**{field.name: getattr(found, field.name) for field in fields(found)})

    def __eq__(self, other: object) -> bool:
        """Tell whether the other says the same, drawn or not."""
        names = [field.name for field in fields(self)]
        return isinstance(other, ArgumentMap) and all(getattr(self, n) == getattr(other, n) for n in names)

    __hash__ = ArgumentMap.__hash__

    def _repr_html_(self) -> str:
        return _piece(view=None, svg=draw_map(self, place(self), {}))


def show(found: ArticleRecords) -> str:
    """Give an article with its sentences by stance, and its map, as HTML for a notebook."""
    view = build_view(found)
    return _piece(view=view, svg=view.svg)


def _piece(**parts: object) -> str:
    nested = PAGE.sub("&", str(environment().globals["style"])) + SMALL
    return str(render("notebook.html", own_style=Markup(nested), **parts))  # noqa: S704 (our own file)
