"""Stage sentences: split the blocks of every article."""

from pathlib import Path

from pipeline.analysis.sentences import sentences_of
from pipeline.params import Params
from pipeline.records import Article
from pipeline.records.jsonl import dump_lines, read
from pipeline.records.output import output


def run(out: Path, params: Params) -> int:
    """Write sentences.jsonl; return the number of sentences."""
    count = 0
    with output(out, "sentences") as file:
        for article in read(out / "articles.jsonl", Article, "clean"):
            found = sentences_of(article, params.sentences)
            file.put(dump_lines(found))
            count += len(found)
    return count
