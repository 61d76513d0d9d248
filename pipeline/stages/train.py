"""Stage train: fit the stance classifier and the linker of arguments on the annotated articles of the split `train`."""

from pathlib import Path

from pipeline.analysis.analyser import Analyser
from pipeline.analysis.arguments import lesson
from pipeline.analysis.training import labelled, readings, usable, weights_of
from pipeline.classify.fit import fit
from pipeline.classify.phrases import PHRASES, read_phrases
from pipeline.classify.save import save_model
from pipeline.errors import MissingArtifactError
from pipeline.gold.corpus import author_rows, read_split
from pipeline.graph.argued import ARGUMENTS, learn
from pipeline.graph.linker import dump_linker
from pipeline.kept.listing import write_listing
from pipeline.params import Params
from pipeline.records.jsonl import atomic, dump_line

ANNOTATIONS = ("articles.jsonl", PHRASES, "articles/*.txt", "*/*.jsonl")  # all that stages read of their folder


def run(annotations: Path, seeds: Path, model: Path, linker: Path, examples: Path, params: Params) -> int:
    """Write the classifier and the linker; return the number of sentences that the classifier learnt from.

    What both learnt from is left for the stage evaluate: the sentences in `examples`, the arguments in a file beside it,
    and in another a listing of the annotations.
    """
    corpus = read_split(annotations, seeds, "train")
    if not corpus:
        raise MissingArtifactError(
            "no article of the split train", str(annotations), "annotate some, or restore the folder"
        )
    articles, lessons = [], []
    for reading in readings(corpus, Analyser(params), "train: reading"):
        articles.append(labelled(reading))
        lessons.append(lesson(reading, author_rows(annotations, reading.annotated.card.id)))
    learnt = usable(articles)
    book = read_phrases(annotations / PHRASES)
    shares = weights_of(learnt, params.train)
    save_model(fit([e.example for e in learnt], [e.stance for e in learnt], params.train, book, shares), model)
    with atomic(examples) as lines:
        lines.writelines(dump_line(e) + "\n" for article in articles for e in article)
    with atomic(linker) as weights:
        weights.write(dump_linker(*learn(lessons, params.train.linker_penalty)))
    with atomic(examples.with_name(ARGUMENTS)) as lines:
        lines.writelines(dump_line(item) + "\n" for item in lessons)
    listed = {p.relative_to(annotations).as_posix(): p for pattern in ANNOTATIONS for p in annotations.glob(pattern)}
    write_listing(listed, examples.with_name("annotations.json"))
    return len(learnt)
