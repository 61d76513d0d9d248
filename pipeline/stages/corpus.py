"""Stage corpus: claims, actors and outlets across the articles."""

from pathlib import Path

from pipeline.corpus.write_corpus import CorpusCounts, write_corpus
from pipeline.params import Params


def run(out: Path, params: Params) -> CorpusCounts:
    """Write claims.jsonl, actors.jsonl and outlets.jsonl; return their numbers of lines."""
    return write_corpus(out, params.corpus)
