"""The Python door: `from pipeline import load; argmap = load(); found = argmap(text)`."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.analysis.analyser import Analyser
from pipeline.analysis.intake import clean_article
from pipeline.analysis.provenance import provenance_of
from pipeline.analysis.stance import speakers_of, stances_of
from pipeline.classify.model import StanceModel
from pipeline.graph.build import build_map
from pipeline.graph.linker import Linker, load_linker
from pipeline.params import Params, load_params
from pipeline.records import ArgumentMap, Article, Entity, Quote, Sentence, Speaker, Stance
from pipeline.resources import shipped
from pipeline.text.raw import RawArticle


@dataclass(frozen=True, slots=True)
class Result:
    """All records of one article; the fields are named after the output files."""

    article: Article
    sentences: list[Sentence]
    entities: list[Entity]
    quotes: list[Quote]
    speakers: list[Speaker]
    stances: list[Stance]
    map: ArgumentMap


class Argmap:
    """The whole pipeline with its parser, classifier and linker loaded."""

    def __init__(self, params: Params, model: StanceModel, linker: Linker) -> None:
        self.params = params
        self.model = model
        self.linker = linker
        self._analyser = Analyser(params)
        self._provenance = provenance_of(params, model.sha256, linker.sha256)

    def __call__(self, text: str, article: str = "text") -> Result:
        """Analyse one text; `article` becomes its id."""
        data = text.encode("utf-8")
        raw = RawArticle(id=article, source_file="-", sha256=hashlib.sha256(data).hexdigest(), text=text)
        return next(self.pipe([clean_article(raw, None)]))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Result]:
        """Analyse articles in a stream, in their order."""
        for found in self._analyser(articles):
            stances = stances_of(
                found.article, found.sentences, found.quotes, found.ledger, self.model, self.params.stance
            )
            speakers = speakers_of(found.ledger, stances)
            drawn = build_map(
                found.article,
                found.sentences,
                stances,
                found.quotes,
                speakers,
                self.linker,
                self.params.maps,
                self._provenance,
            )
            yield Result(found.article, found.sentences, found.entities, found.quotes, speakers, stances, drawn)


def load(params: Path | None = None, model: Path | None = None, linker: Path | None = None) -> Argmap:
    """Load the pipeline with the shipped params, classifier and linker, or with others.

    Raises:
        ParamsError: the params do not fit.
        MissingArtifactError: there is no such classifier or linker.
        InputError: the linker's file is none.
    """
    return Argmap(
        load_params(params or shipped("params.yaml")),
        StanceModel.load(model or shipped("models/stance.skops")),
        load_linker(linker or shipped("models/linker.json")),
    )
