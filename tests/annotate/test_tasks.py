"""Tasks hold the model's guesses with its scores, or nothing but sentences; a queue cuts them down."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from harlow import ROWS, SPANS, TEXT

from pipeline.annotate.task import Task
from pipeline.annotate.tasks import cut, tasks_of_reading, tasks_of_run
from pipeline.annotate.template import guessed_rows
from pipeline.errors import ArgmapError
from pipeline.gold.corpus import Card
from pipeline.records.article_records import read_articles

ROOT = Path(__file__).resolve().parents[2]
SEED = "000_a7c67c1ffd59e8b9"
CARD = Card(id="harlow", split="train", origin="real", title=None, source=None, genre=None, published=None)
TASK = Task(card=CARD, text=TEXT, rows=ROWS, spans=SPANS, given="guess", row_scores=[0.9, 0.8, 0.7])


def test_a_run_gives_guesses_and_scores(run_on_seeds: Path) -> None:
    tasks = tasks_of_run(run_on_seeds, [], None, blind=False)
    assert len(tasks) == 5
    for task, found in zip(tasks, read_articles(run_on_seeds), strict=True):
        assert task.text == found.article.text
        assert task.rows == guessed_rows(found)
        assert task.row_scores == [max(s.scores.pro, s.scores.anti, s.scores.neutral) for s in found.stances]
        confident = {q.content[0]: q.confidence for q in found.quotes}
        contents = [s for s in task.spans if s.type == "content" and (s.start, s.end) in confident]
        assert contents and all(task.score_of_span(s) is not None for s in contents)


def test_the_wanted_articles_alone_are_given(run_on_seeds: Path) -> None:
    assert [task.card.id for task in tasks_of_run(run_on_seeds, [SEED], None, blind=True)] == [SEED]
    with pytest.raises(ArgmapError, match="gone"):
        tasks_of_run(run_on_seeds, [SEED, "gone"], None, blind=False)


def test_a_queue_gives_its_sentences_alone(run_on_seeds: Path, tmp_path: Path) -> None:
    queue = tmp_path / "queue.jsonl"
    lines = [{"article": SEED, "sentence": f"{SEED}:s{n}", "score": 0.5} for n in (7, 3)]
    queue.write_text("".join(json.dumps(line) + "\n" for line in lines))
    (task,) = tasks_of_run(run_on_seeds, [], queue, blind=False)
    (whole,) = tasks_of_run(run_on_seeds, [SEED], None, blind=False)
    assert [(r.start, r.stance) for r in task.rows] == [(whole.rows[n].start, whole.rows[n].stance) for n in (3, 7)]
    assert list(task.row_scores) == [whole.row_scores[n] for n in (3, 7)]
    assert task.text == whole.text


@pytest.mark.parametrize(
    "line",
    [{"article": SEED}, {"article": SEED, "sentence": f"{SEED}:s999"}, {"article": "gone", "sentence": "gone:s0"}],
)
def test_a_queue_of_another_run_is_refused(run_on_seeds: Path, tmp_path: Path, line: dict[str, str]) -> None:
    queue = tmp_path / "queue.jsonl"
    queue.write_text(json.dumps(line) + "\n")
    with pytest.raises(ArgmapError):
        tasks_of_run(run_on_seeds, [], queue, blind=False)


def test_a_cut_keeps_whole_attributions_of_what_is_left() -> None:
    left = cut(TASK, [0, 2])
    assert left.rows == [ROWS[0], ROWS[2]]
    assert left.spans == SPANS[:4]
    assert left.row_scores == [0.9, 0.7]


def test_what_served_a_row_that_is_cut_off_serves_what_that_row_served() -> None:
    assert cut(TASK, [1]).rows == [replace(ROWS[1], to="issue", rel="attacks")]
    doubt = replace(TASK, rows=[replace(ROWS[0], stance="anti", rel="attacks"), *ROWS[1:]])
    assert cut(doubt, [1]).rows == [replace(ROWS[1], to="issue", rel="supports")]


def test_a_reading_is_given_as_it_is() -> None:
    (task,) = tasks_of_reading(ROOT / "annotations", ROOT / "seeds", "reader1", [SEED], blind=False)
    lines = (ROOT / "annotations" / "reader1" / f"{SEED}.jsonl").read_text().splitlines()
    assert (len(task.rows), task.given, task.score_of_row(0)) == (len(lines), "reading", None)


def test_a_reader_of_nothing_is_named() -> None:
    with pytest.raises(ArgmapError, match="nobody"):
        tasks_of_reading(ROOT / "annotations", ROOT / "seeds", "nobody", [], blind=False)
