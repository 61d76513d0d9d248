"""From what is found in a text to stances, speakers and the argument map."""

from pipeline.analysis.provenance import provenance_of
from pipeline.analysis.stance import speakers_of, stances_of
from pipeline.analysis.text_records import TextRecords
from pipeline.classify.model import StanceModel
from pipeline.graph.build import build_map
from pipeline.graph.linker import Linker
from pipeline.params import Params
from pipeline.records.article_records import ArticleRecords


class Labeller:
    """Holds the classifier and the linker; one instance serves any number of articles."""

    def __init__(self, params: Params, model: StanceModel, linker: Linker) -> None:
        self.params = params
        self.model = model
        self.linker = linker
        self._provenance = provenance_of(params, model.sha256, linker.sha256)

    def __call__(self, found: TextRecords) -> ArticleRecords:
        """Label the sentences of one article, sum up its speakers, build its map."""
        article, sentences, quotes = found.article, found.sentences, found.quotes
        stances = stances_of(article, sentences, quotes, found.ledger, self.model, self.params.stance)
        speakers = speakers_of(found.ledger, stances)
        drawn = build_map(
            article, sentences, stances, quotes, speakers, self.linker, self.params.maps, self._provenance
        )
        return ArticleRecords(article, sentences, found.entities, quotes, speakers, stances, drawn)
