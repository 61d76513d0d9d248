"""Find the article to annotate: a file, an id of the annotations, or an id of a run's outputs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.analysis.intake import clean_article
from pipeline.annotate.listed import check_name, check_text, known_cards, read_one
from pipeline.api import Argmap
from pipeline.errors import MissingArtifactError, UsageError
from pipeline.gold.corpus import Card
from pipeline.records import Article
from pipeline.records.article_records import ArticleRecords, read_articles
from pipeline.records.jsonl import is_stored
from pipeline.text.raw import RawArticle


@dataclass(frozen=True, slots=True)
class Places:
    """Where articles are looked for."""

    folder: Path  # of annotations
    texts: Path  # of texts that the folder does not hold
    out: Path  # outputs of a run


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article to annotate with what the model says of it."""

    article: Article
    card: Card | None  # None: it is not in articles.jsonl yet
    found: ArticleRecords


def find_article(name: str, places: Places, load: Callable[[], Argmap]) -> Chosen:
    """Find an article by file name or id; `load` is called where no run has read it.

    Raises:
        UsageError: there is no such article, its id cannot name a file, or another text has its id.
        MissingArtifactError: it is listed, but its text is not there.
    """
    if Path(name).is_file():
        argmap = load()
        raw = read_one(name, argmap.params.clean.max_chars)
        found = next(argmap.pipe([clean_article(raw, None)]))
        return _chosen(found, places)
    check_name(name, "ARTICLE")
    listed = any(card.id == name for card in known_cards(places.folder))
    text = _listed_text(name, places) if listed else None
    for record in read_articles(places.out) if is_stored(places.out / "articles.jsonl") else ():
        if record.article.id == name and text in (None, record.article.text):
            return _chosen(record, places)
    if text is None:
        raise UsageError(
            f"no article {name!r} in {places.folder / 'articles.jsonl'} or {places.out / 'articles.jsonl'}",
            "ARTICLE",
            "give an id that is there, or a .txt file",
        )
    raw = RawArticle(id=name, source_file=f"{name}.txt", sha256="", text=text)
    return _chosen(next(load().pipe([clean_article(raw, None)])), places)


def _chosen(found: ArticleRecords, places: Places) -> Chosen:
    article = found.article
    check_text(places.folder, article.id, article.text)
    card = next((c for c in known_cards(places.folder) if c.id == article.id), None)
    if card and _listed_text(article.id, places) != article.text:
        raise UsageError(f"another text has the id {article.id!r}", str(places.folder), "rename your file")
    return Chosen(article, card, found)


def _listed_text(article: str, places: Places) -> str:
    for folder in (places.folder / "articles", places.texts):
        path = folder / f"{article}.txt"
        if path.exists():
            return path.read_bytes().decode("utf-8-sig")
    raise MissingArtifactError(
        f"the text of {article!r} is not there", str(places.folder / "articles"), "restore it, or give --seeds"
    )
