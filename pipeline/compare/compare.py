"""Compare two runs: each article of either, one after the other."""

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import IO

from pipeline.compare.align import Alignment
from pipeline.compare.items import Items
from pipeline.compare.match import change, in_order, pairs
from pipeline.compare.result import ArticleDiff, Change, How, Totals, Values
from pipeline.compare.store import ArticleRun, Store
from pipeline.compare.tally import Tally
from pipeline.records import Span
from pipeline.records.jsonl import adapter, dump_line


def compare(before: Path, after: Path, spool: IO[str]) -> Totals:
    """Compare the output files of two folders; what changed in single articles goes to `spool`, to be read later.

    Raises:
        MissingArtifactError: an output file is not there.
        InputError: the files of a folder are not of one run.
    """
    tally = Tally()
    for old, new in Store(before, after):
        found = _diff(old, new, tally)
        if found:
            spool.write(dump_line(found) + "\n")
    return tally.totals()


def diffs(spool: IO[str]) -> Iterator[ArticleDiff]:
    """Read what `compare` left in the spool, from its beginning."""
    spool.seek(0)
    return (adapter(ArticleDiff).validate_json(line) for line in spool)


def _diff(before: ArticleRun | None, after: ArticleRun | None, tally: Tally) -> ArticleDiff | None:
    texts = Alignment(before.article.text if before else "", after.article.text if after else "")

    def follow(span: Span) -> Hashable:
        return texts.follow(span) or ("edited", span)

    olds = list(Items(before, follow)) if before else []
    news = list(Items(after, lambda span: span)) if after else []
    changes = in_order(filter(None, (change(old, new) for old, new in pairs(olds, news))))
    tally.add(before, after, olds, news, changes)
    run = after or before
    if run is None or not changes:
        return None
    how: How = "changed" if before and after else "added" if after else "removed"
    if how == "changed":
        _tell_edits(changes, texts)
    listed = tuple(changes) if how == "changed" else ()  # of a whole article it is enough to say so
    return ArticleDiff(article=run.article.id, title=run.article.title, how=how, changes=listed)


def _tell_edits(changes: list[Change], texts: Alignment) -> None:
    for found in changes:
        if found.kind == "article" and "text" in found.fields:
            gone, come = zip(*texts.edits(), strict=True)
            found.fields["text"] = Values(before=gone, after=come)  # the whole texts would say less
