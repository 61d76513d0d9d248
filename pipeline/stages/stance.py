"""Stage stance: label every sentence; complete the ledger of speakers."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.analysis.stance import speakers_of, stances_of
from pipeline.classify.model import StanceModel
from pipeline.kept.box import Pieces
from pipeline.kept.fingerprint import LABEL_CODE, LABEL_PACKAGES
from pipeline.kept.recall import recall
from pipeline.keys import INTERMEDIATE
from pipeline.params import Params
from pipeline.records import Article, LedgerEntry, Quote, Sentence
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_lines, read
from pipeline.records.output import outputs

Item = tuple[Article, list[Sentence], list[Quote], list[LedgerEntry]]


def run(out: Path, model_path: Path, params: Params) -> int:
    """Write stances.jsonl and speakers.jsonl; return the number of sentences."""
    model = StanceModel.load(model_path)
    count = 0

    def make(items: list[Item]) -> Iterator[Pieces]:
        for article, sentences, quotes, ledger in items:
            stances = stances_of(article, sentences, quotes, ledger, model, params.stance)
            yield {"stances": dump_lines(stances), "speakers": dump_lines(speakers_of(ledger, stances))}

    with (
        recall(out, "stance", LABEL_CODE, LABEL_PACKAGES, params.stance, model.sha256) as kept,
        outputs(out, ["stances", "speakers"]) as files,
    ):

        def key(item: Item) -> str:
            return kept.key(*(dump_lines(part) for part in ([item[0]], *item[1:])))

        for pieces in kept.pieces(_articles(out), key, make):
            for name, file in files.items():
                file.put(pieces[name])
            count += pieces["stances"].count(b"\n")
    return count


def _articles(out: Path) -> Iterator[Item]:
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    quotes = Grouped(out / "quotes.jsonl", Quote, "quotes", lambda q: q.article)
    ledger = Grouped(out / INTERMEDIATE / "ledger.jsonl", LedgerEntry, "quotes", lambda e: e.article)
    for article in read(out / "articles.jsonl", Article, "clean"):
        yield article, sentences.of(article.id), quotes.of(article.id), ledger.of(article.id)
    for group in (sentences, quotes, ledger):
        group.finish()
