"""Export one article of a run."""

from pathlib import Path

from pipeline.errors import UsageError
from pipeline.export.formats import MapFormat
from pipeline.records.article_records import read_articles


def dump_one(out: Path, article: str, form: MapFormat) -> str:
    """Give the text of one article in a format.

    Raises:
        UsageError: the run has not got it.
    """
    for found in read_articles(out):
        if found.article.id == article:
            return form.dump(found)
    raise UsageError("no such article", article, f"take an id of {out / 'articles.jsonl'}")
