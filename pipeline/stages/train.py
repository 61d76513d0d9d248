"""Stage train: fit the stance classifier on the annotated articles of the split `train`."""

from pathlib import Path

from pipeline.analysis.analyser import Analyser
from pipeline.analysis.training import labelled_examples, usable
from pipeline.classify.fit import fit
from pipeline.classify.phrases import PHRASES, read_phrases
from pipeline.classify.store import save_model
from pipeline.errors import MissingArtifactError
from pipeline.gold.corpus import read_split
from pipeline.params import Params
from pipeline.records.jsonl import atomic, dump_line


def run(annotations: Path, seeds: Path, model: Path, examples: Path, params: Params) -> int:
    """Write the classifier, and the examples it learnt from for the stage evaluate; return their number."""
    corpus = read_split(annotations, seeds, "train")
    if not corpus:
        raise MissingArtifactError(
            "no article of the split train", str(annotations), "annotate some, or restore the folder"
        )
    articles = list(labelled_examples(corpus, Analyser(params)))
    learnt = usable(articles)
    book = read_phrases(annotations / PHRASES)
    save_model(fit([e.example for e in learnt], [e.stance for e in learnt], params.train, book), model)
    with atomic(examples) as lines:
        lines.writelines(dump_line(e) + "\n" for article in articles for e in article)
    return len(learnt)
