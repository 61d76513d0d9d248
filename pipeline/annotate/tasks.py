"""Tasks from a run's outputs, whole or as a queue wants them, or from somebody's reading."""

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.annotate.json_input import read_lines
from pipeline.annotate.listed import card_of, check_name
from pipeline.annotate.task import Task
from pipeline.annotate.template import guessed_rows, guessed_spans
from pipeline.errors import UsageError
from pipeline.gold.corpus import GoldSpan, Row, read_article, read_cards
from pipeline.records.article_records import ArticleRecords, read_articles


def tasks_of_run(out: Path, wanted: Collection[str], queue: Path | None, blind: bool) -> list[Task]:
    """Give the wanted articles of a run, all where none is named; of a queue's articles the sentences that it lists.

    Raises:
        UsageError: an article or a sentence is not in the run, or an id cannot name a file.
    """
    queued = None if queue is None else _queued(queue)
    tasks: list[Task] = []
    for found in read_articles(out):
        article = found.article.id
        if (wanted and article not in wanted) or (queued is not None and article not in queued):
            continue
        check_name(article, str(out / "articles.jsonl"))
        task = _task(found, blind)
        tasks.append(task if queued is None else cut(task, _indices(found, queued[article], queue)))
    _check_found(tasks, wanted or queued or (), str(out))
    return tasks


def tasks_of_reading(folder: Path, texts: Path, annotator: str, wanted: Collection[str], blind: bool) -> list[Task]:
    """Give what an annotator has read, whole or without the labels."""
    tasks: list[Task] = []
    for card in read_cards(folder):
        if (wanted and card.id not in wanted) or not (folder / annotator / f"{card.id}.jsonl").exists():
            continue
        found = read_article(folder, texts, card, annotator)
        given = "blind" if blind else "reading"
        tasks.append(Task(card=card, text=found.raw.text, rows=found.rows, spans=found.spans, given=given))  # type: ignore[arg-type]
    _check_found(tasks, wanted, str(folder / annotator))
    return tasks


def _task(found: ArticleRecords, blind: bool) -> Task:
    return Task(
        card=card_of(found.article),
        text=found.article.text,
        rows=guessed_rows(found),
        spans=guessed_spans(found),
        given="blind" if blind else "guess",
        row_scores=[getattr(stance.scores, stance.label) for stance in found.stances],
        attribution_scores={n: quote.confidence for n, quote in enumerate(found.quotes, 1)},  # as guessed_spans counts
    )


def _queued(queue: Path) -> dict[str, list[str]]:
    """Give the sentences' ids by article; a line of a queue names both."""
    queued: dict[str, list[str]] = {}
    for place, line in read_lines(queue):
        article, sentence = line.get("article"), line.get("sentence")
        if not isinstance(article, str) or not isinstance(sentence, str):
            raise UsageError("no article or no sentence", f"{queue}:{place}", "make the queue again")
        queued.setdefault(article, []).append(sentence)
    return queued


def _indices(found: ArticleRecords, sentences: Sequence[str], queue: Path | None) -> list[int]:
    index = {sentence.id: n for n, sentence in enumerate(found.sentences)}
    for sentence in sentences:
        if sentence not in index:
            raise UsageError(f"{sentence} is not in the run", str(queue), "make the queue from the same outputs")
    return sorted({index[sentence] for sentence in sentences})


def cut(task: Task, kept: Sequence[int]) -> Task:
    """Keep some rows, and the spans of what touches them; whom a row serves by way of others it serves itself."""
    place = {old: new for new, old in enumerate(kept)}
    rows = [_served(task.rows, number, place) for number in kept]
    touched = {s.attribution for s in task.spans if s.attribution is not None and _touches(s, rows)}
    spans = [s for s in task.spans if (_touches(s, rows) if s.attribution is None else s.attribution in touched)]
    scores = [task.row_scores[number] for number in kept] if task.row_scores else ()
    return replace(task, rows=rows, spans=spans, row_scores=scores)


def _touches(span: GoldSpan, rows: Sequence[Row]) -> bool:
    return any(span.start < row.end and row.start < span.end for row in rows)


def _served(rows: Sequence[Row], number: int, place: dict[int, int]) -> Row:
    row = rows[number]
    goal, rel = row.to, row.rel
    while isinstance(goal, int) and goal not in place:
        passed = rows[goal]
        rel = "supports" if rel == passed.rel else "attacks"  # to attack what attacks is to support
        goal = passed.to
    return replace(row, to=place[goal] if isinstance(goal, int) else goal, rel=rel)


def _check_found(tasks: Sequence[Task], wanted: Collection[str], where: str) -> None:
    missing = sorted(set(wanted) - {task.card.id for task in tasks})
    if missing:
        raise UsageError(f"no article {', '.join(map(json.dumps, missing[:5]))}", where, "name articles that are there")
    if not tasks:
        raise UsageError("nothing to export", where, "name a run's outputs, or a reader with --annotator")
