"""Two runs' records by article, on disk: lines may come in any order, and memory does not grow with their number."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import InputError
from pipeline.records import ArgumentMap, Article, Entity, Quote, Sentence, Speaker, Stance
from pipeline.records.jsonl import adapter, dump_line, read
from pipeline.records.scratch_db import scratch_db

Side = Literal["before", "after"]
STAGES: dict[str, tuple[type[Any], str]] = {  # file: its records and the stage that writes it
    "articles": (Article, "clean"),
    "sentences": (Sentence, "sentences"),
    "stances": (Stance, "stance"),
    "entities": (Entity, "entities"),
    "quotes": (Quote, "quotes"),
    "speakers": (Speaker, "stance"),
    "maps": (ArgumentMap, "maps"),
}
AGAIN = "run `argmap run` again, so that all files come from one run"
STRAYS = (
    "SELECT file, article FROM lines l WHERE side = ? AND NOT EXISTS "
    "(SELECT 1 FROM lines a WHERE a.side = l.side AND a.article = l.article AND a.file = 'articles') LIMIT 1"
)
ARTICLES = (
    "SELECT article, max(side = 'before'), max(side = 'after') FROM lines WHERE file = 'articles' "
    "GROUP BY article ORDER BY article"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRun:
    """All that one run found in one article."""

    article: Article
    sentences: list[Sentence]
    stances: list[Stance]
    entities: list[Entity]
    quotes: list[Quote]
    speakers: list[Speaker]
    map: ArgumentMap


class Store:
    """The records of both runs."""

    def __init__(self, before: Path, after: Path) -> None:
        """Read both folders.

        Raises:
            MissingArtifactError: an output file is not there.
            InputError: a line is not a record, or belongs to no article.
        """
        self._db = scratch_db()
        self._records = {name: adapter(kind) for name, (kind, _) in STAGES.items()}  # type: ignore[arg-type]
        self._folders: dict[Side, Path] = {"before": before, "after": after}
        self._db.execute("CREATE TABLE lines (side TEXT, article TEXT, file TEXT, line TEXT)")
        for side, folder in self._folders.items():
            for name, (kind, stage) in STAGES.items():
                records = read(folder / f"{name}.jsonl", kind, stage)
                rows = ((side, r.id if name == "articles" else r.article, name, dump_line(r)) for r in records)
                self._db.executemany("INSERT INTO lines VALUES (?, ?, ?, ?)", rows)
        self._db.execute("CREATE INDEX by_article ON lines (side, article, file)")
        for side, folder in self._folders.items():
            if stray := self._db.execute(STRAYS, (side,)).fetchone():
                raise InputError(f"no article {stray[1]!r} for a line of {stray[0]}.jsonl", str(folder), AGAIN)

    def __iter__(self) -> Iterator[tuple[ArticleRun | None, ArticleRun | None]]:
        """Give each article of either run as it was before and after, by id."""
        for article, before, after in self._db.execute(ARTICLES):
            yield self._run("before", article) if before else None, self._run("after", article) if after else None

    def _run(self, side: Side, article: str) -> ArticleRun:
        found: dict[str, list[Any]] = {name: [] for name in STAGES}
        query = "SELECT file, line FROM lines WHERE side = ? AND article = ?"
        for name, line in self._db.execute(query, (side, article)):
            found[name].append(self._records[name].validate_json(line))
        for name in ("articles", "maps"):
            if len(found[name]) != 1:
                raise InputError(
                    f"{len(found[name])} lines for the article {article!r}, not 1",
                    str(self._folders[side] / f"{name}.jsonl"),
                    AGAIN,
                )
        (whole,), (found_map,) = found.pop("articles"), found.pop("maps")
        return ArticleRun(article=whole, map=found_map, **found)
