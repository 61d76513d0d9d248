"""Stage sentences: split the blocks of every article."""

from pathlib import Path

from pipeline.analysis.sentences import sentences_of
from pipeline.params import Params
from pipeline.records import Article
from pipeline.records.jsonl import atomic, dump_line, read


def run(out: Path, params: Params) -> int:
    """Write sentences.jsonl; return the number of sentences."""
    count = 0
    with atomic(out / "sentences.jsonl") as lines:
        for article in read(out / "articles.jsonl", Article, "clean"):
            for sentence in sentences_of(article, params.sentences):
                lines.write(dump_line(sentence) + "\n")
                count += 1
    return count
