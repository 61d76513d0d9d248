"""Take in articles of any order and number: unique ids, sorted by id on disk, with blocks and near-duplicates."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType

from pipeline.analysis.duplicates import duplicate_index, signature_of
from pipeline.params import CleanParams
from pipeline.records import Article, Failure
from pipeline.records.scratch_db import scratch_db
from pipeline.text.blocks import find_blocks
from pipeline.text.metadata import find_metadata
from pipeline.text.raw import RawArticle, failure


class Intake:
    """A scratch database of what was read; use it as a context manager.

    Articles come out sorted by id in code points (SQLite compares UTF-8 bytes, which is the same order).
    """

    def __init__(self, params: CleanParams, on_failure: Callable[[Failure], None]) -> None:
        self.params = params
        self.on_failure = on_failure
        self.count = 0
        self._db = scratch_db()
        self._db.execute("CREATE TABLE raw (id TEXT PRIMARY KEY, place TEXT, folder TEXT, article BLOB) WITHOUT ROWID")

    def __enter__(self) -> "Intake":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()

    def add_all(self, inputs: Iterable[RawArticle | Failure]) -> None:
        """Store articles; failures and second uses of an id go to `on_failure`."""
        for item in inputs:
            if isinstance(item, Failure):
                self.on_failure(item)
                continue
            place = item.place or item.source_file
            known = self._db.execute("SELECT place, folder FROM raw WHERE id = ?", (item.id,)).fetchone()
            if known:
                first, second = known[0], place
                if first == second:
                    first, second = f"{known[1]}/{first}", f"{item.folder}/{second}"
                error = f"the id {item.id!r} of {second} is already that of {first}"
                self.on_failure(failure(place, error, "rename one of the two; the first was kept"))
                continue
            # The scratch file is ours alone and gone at exit, so pickle is safe here and keeps the types.
            self._db.execute("INSERT INTO raw VALUES (?, ?, ?, ?)", (item.id, place, item.folder, pickle.dumps(item)))
            self.count += 1

    def raws(self, first: str = "") -> Iterator[RawArticle]:
        """Yield the articles in order of id, as they were read, from the id `first` on."""
        for (blob,) in self._db.execute("SELECT article FROM raw WHERE id >= ? ORDER BY id", (first,)):
            yield pickle.loads(blob)  # noqa: S301 (written above by this process)

    def __iter__(self) -> Iterator[Article]:
        """Yield the articles in order of id, cleaned."""
        with duplicate_index(self.params) as index:
            for raw in self.raws():
                yield clean_article(raw, index.original_of(raw.id, signature_of(raw.text, self.params)))


def clean_article(raw: RawArticle, duplicate_of: str | None) -> Article:
    """Find blocks and metadata; what the input itself states wins over what its text shows."""
    blocks = find_blocks(raw.text)
    shown = find_metadata(raw.text, blocks)
    return Article(
        id=raw.id,
        source_file=raw.source_file,
        sha256=raw.sha256,
        text=raw.text,
        title=raw.title or shown.title,
        source=raw.source or shown.source,
        url=raw.url,
        published=raw.published or shown.published,
        authors=tuple(raw.authors or shown.authors),
        duplicate_of=duplicate_of,
        blocks=blocks,
    )
