"""The Python door: `from pipeline import load; argmap = load(); found = argmap(text)`.

In a notebook a result shows its text and its map; `to_frame` gives tables for pandas.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.analysis.intake import clean_article
from pipeline.analysis.labeller import Labeller
from pipeline.classify.model import StanceModel
from pipeline.graph.linker import Linker, load_linker
from pipeline.loading import uncollected
from pipeline.params import Params, load_params
from pipeline.records import Article
from pipeline.records.article_records import ArticleRecords
from pipeline.report.notebook import DrawnMap, show
from pipeline.resources import shipped
from pipeline.tables.frames import to_frame
from pipeline.text.raw import RawArticle

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Result(ArticleRecords):
    """All records of one article; the fields are named after the output files."""

    map: DrawnMap

    def to_frame(self, table: str = "sentences") -> "DataFrame":
        """Give a table for pandas: articles, sentences, entities, quotes, speakers, nodes or edges."""
        return to_frame(self, table)

    def _repr_html_(self) -> str:
        return show(self)


class Argmap:
    """The whole pipeline with its parser, classifier and linker loaded."""

    def __init__(self, params: Params, model: StanceModel, linker: Linker) -> None:
        from pipeline.analysis.analyser import Analyser  # and spaCy with it: here `load` keeps the collector from both

        self.params = params
        self.model = model
        self.linker = linker
        self._analyser = Analyser(params)
        self._labeller = Labeller(params, model, linker)

    def __call__(self, text: str, article: str = "text") -> Result:
        """Analyse one text; `article` becomes its id."""
        data = text.encode("utf-8")
        raw = RawArticle(id=article, source_file="-", sha256=hashlib.sha256(data).hexdigest(), text=text)
        return next(self.pipe([clean_article(raw, None)]))

    def to_frame(self, found: str | Iterable[str | Result], table: str = "sentences") -> "DataFrame":
        """Give a table for pandas of a text, or of several texts or results; texts become "text0", "text1", … ."""
        several = [found] if isinstance(found, str) else found
        results = (self(one, f"text{n}") if isinstance(one, str) else one for n, one in enumerate(several))
        return to_frame(results, table)

    def pipe(self, articles: Iterable[Article]) -> Iterator[Result]:
        """Analyse articles in a stream, in their order."""
        for found in map(self._labeller, self._analyser(articles)):
            drawn = DrawnMap.of(found.map)
            yield Result(
                found.article, found.sentences, found.entities, found.quotes, found.speakers, found.stances, drawn
            )


def load(params: Path | None = None, model: Path | None = None, linker: Path | None = None) -> Argmap:
    """Load the pipeline with the shipped params, classifier and linker, or with others.

    Raises:
        ParamsError: the params do not fit.
        MissingArtifactError: there is no such classifier or linker.
        InputError: the linker's file is none.
    """
    with uncollected():
        return Argmap(
            load_params(params or shipped("params.yaml")),
            StanceModel.load(model or shipped("models/stance.skops")),
            load_linker(linker or shipped("models/linker.json")),
        )
