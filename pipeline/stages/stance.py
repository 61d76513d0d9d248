"""Stage stance: label every sentence; complete the ledger of speakers."""

from pathlib import Path

from pipeline.analysis.stance import speakers_of, stances_of
from pipeline.classify.model import StanceModel
from pipeline.keys import INTERMEDIATE
from pipeline.params import Params
from pipeline.records import Article, LedgerEntry, Quote, Sentence
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_lines, read
from pipeline.records.output import outputs


def run(out: Path, model_path: Path, params: Params) -> int:
    """Write stances.jsonl and speakers.jsonl; return the number of sentences."""
    model = StanceModel.load(model_path)
    sentences = Grouped(out / "sentences.jsonl", Sentence, "sentences", lambda s: s.article)
    quotes = Grouped(out / "quotes.jsonl", Quote, "quotes", lambda q: q.article)
    ledger = Grouped(out / INTERMEDIATE / "ledger.jsonl", LedgerEntry, "quotes", lambda e: e.article)
    count = 0
    with outputs(out, ["stances", "speakers"]) as files:
        for article in read(out / "articles.jsonl", Article, "clean"):
            a = article.id
            entries = ledger.of(a)
            stances = stances_of(article, sentences.of(a), quotes.of(a), entries, model, params.stance)
            files["stances"].put(dump_lines(stances))
            files["speakers"].put(dump_lines(speakers_of(entries, stances)))
            count += len(stances)
        for group in (sentences, quotes, ledger):
            group.finish()
    return count
