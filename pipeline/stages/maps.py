"""Stage maps: build the argument map of every article."""

import hashlib
from pathlib import Path

from pipeline.analysis.provenance import provenance_of
from pipeline.errors import MissingArtifactError
from pipeline.graph.build import build_map
from pipeline.graph.linker import load_linker
from pipeline.params import Params
from pipeline.records import Article, Quote, Sentence, Speaker, Stance
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_lines, read
from pipeline.records.output import output


def run(out: Path, model: Path, linker: Path, params: Params) -> int:
    """Write maps.jsonl; return the number of maps.

    Raises:
        MissingArtifactError: there is no classifier to name in the provenance, or no linker.
    """
    if not model.exists():
        raise MissingArtifactError(
            "no stance classifier", str(model), "run `dvc repro train`, or name one with --model"
        )
    links = load_linker(linker)
    provenance = provenance_of(params, hashlib.sha256(model.read_bytes()).hexdigest(), links.sha256)
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    quotes = Grouped(out / "quotes.jsonl", Quote, "quotes", lambda q: q.article)
    stances = Grouped(out / "stances.jsonl", Stance, "stance", lambda s: s.article)
    speakers = Grouped(out / "speakers.jsonl", Speaker, "stance", lambda s: s.article)
    count = 0
    with output(out, "maps") as file:
        for article in read(out / "articles.jsonl", Article, "clean"):
            a = article.id
            said = sentences.of(a)
            labels = stances.of(a, len(said))
            found = build_map(article, said, labels, quotes.of(a), speakers.of(a), links, params.maps, provenance)
            file.put(dump_lines([found]))
            count += 1
        for group in (sentences, stances, quotes, speakers):
            group.finish()
    return count
