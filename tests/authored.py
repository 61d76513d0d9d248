"""The sentences of the authored articles and of the phrase book, to try things on."""

from functools import cache
from pathlib import Path

from pipeline.classify.examples import Example
from pipeline.classify.phrases import read_phrases
from pipeline.gold.corpus import read_split

ROOT = Path(__file__).resolve().parents[1]


@cache
def sentences() -> tuple[str, ...]:
    """Give all of them, as annotated."""
    corpus = read_split(ROOT / "annotations", ROOT / "seeds", "train")
    rows = [article.raw.text[row.start : row.end] for article in corpus for row in article.rows]
    return (*rows, *(example.text for example, _ in phrase_book()))


@cache
def phrase_book() -> tuple[tuple[Example, str], ...]:
    """Give the examples of the phrase book, each with its stance."""
    return tuple(read_phrases(ROOT / "annotations" / "phrases.tsv"))
