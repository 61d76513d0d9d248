"""Stage maps: build the argument map of every article."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.analysis.provenance import provenance_of
from pipeline.errors import MissingArtifactError
from pipeline.graph.build import build_map
from pipeline.graph.linker import load_linker
from pipeline.kept.box import Pieces
from pipeline.kept.fingerprint import LABEL_CODE, LABEL_PACKAGES
from pipeline.kept.recall import recall
from pipeline.params import Params
from pipeline.records import Article, Quote, Sentence, Speaker, Stance
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_line, dump_lines, read
from pipeline.records.output import output

Item = tuple[Article, list[Sentence], list[Stance], list[Quote], list[Speaker]]


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
    count = 0

    def make(items: list[Item]) -> Iterator[Pieces]:
        for item in items:
            yield {"maps": dump_lines([build_map(*item, links, params.maps, provenance)])}

    with (
        recall(out, "maps", LABEL_CODE, LABEL_PACKAGES, dump_line(provenance)) as kept,
        output(out, "maps") as file,
    ):

        def key(item: Item) -> str:
            return kept.key(*(dump_lines(part) for part in ([item[0]], *item[1:])))

        for pieces in kept.pieces(_articles(out), key, make):
            file.put(pieces["maps"])
            count += 1
    return count


def _articles(out: Path) -> Iterator[Item]:
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    stances = Grouped(out / "stances.jsonl", Stance, "stance", lambda s: s.article)
    quotes = Grouped(out / "quotes.jsonl", Quote, "quotes", lambda q: q.article)
    speakers = Grouped(out / "speakers.jsonl", Speaker, "stance", lambda s: s.article)
    for article in read(out / "articles.jsonl", Article, "clean"):
        a = article.id
        said = sentences.of(a)
        yield article, said, stances.of(a, len(said)), quotes.of(a), speakers.of(a)
    for group in (sentences, stances, quotes, speakers):
        group.finish()
