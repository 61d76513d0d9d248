"""Stage corpus: like claims, actors and outlets across the articles."""

from pathlib import Path

from pipeline.corpus.write_corpus import CorpusCounts, write_corpus
from pipeline.params import Params
from pipeline.records.layout import PLAIN
from pipeline.records.output import remove_others


def run(out: Path, params: Params) -> CorpusCounts:
    """Write claims.jsonl, actors.jsonl and outlets.jsonl; return their numbers of lines."""
    counts = write_corpus(out, params.corpus)
    for name in ("claims", "actors", "outlets"):
        remove_others(out, name, PLAIN)
    return counts
