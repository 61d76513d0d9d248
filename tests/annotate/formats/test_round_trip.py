"""Out and back again is the identity, for every format and any text."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.annotate.check import check_folder
from pipeline.annotate.formats.registry import FORMATS
from pipeline.annotate.import_readings import Imported, import_readings
from pipeline.annotate.task import Task
from pipeline.annotate.write_tasks import write_tasks
from pipeline.gold.corpus import read_article, read_cards
from pipeline.records.jsonl import atomic

calm = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def there_and_back(form: str, tasks: Sequence[Task], folder: Path) -> Imported:
    path = folder / f"tasks{FORMATS[form].suffix}"
    list(write_tasks(FORMATS[form], tasks, path))
    annotations = folder / "annotations"
    for task in tasks if form in ("csv", "tsv") else ():  # a sheet holds no whole text
        with atomic(annotations / "articles" / f"{task.card.id}.txt") as text:
            text.write(("\ufeff" if task.text.startswith("\ufeff") else "") + task.text)
    return import_readings(FORMATS[form], path, "me", annotations, folder / "none", folder / "none", None)


def compare(form: str, task: Task) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        done = there_and_back(form, [task], folder)
        assert list(done.problems) == []
        annotations = folder / "annotations"
        assert check_folder(annotations, folder / "none") == (1, [])
        (card,) = read_cards(annotations)
        found = read_article(annotations, folder / "none", card, "me")
        assert found.raw.text == task.text
        assert found.rows == task.rows
        assert found.spans == task.spans
        assert card.partial == task.card.partial
        if form not in ("brat", "csv", "tsv"):
            assert card == task.card


@pytest.mark.parametrize("form", FORMATS)
def test_a_whole_reading_comes_back(form: str, whole: st.SearchStrategy[Task]) -> None:
    @calm
    @given(task=whole)
    def check(task: Task) -> None:
        compare(form, task)

    check()


@pytest.mark.parametrize("form", FORMATS)
def test_a_partial_reading_comes_back(form: str, partial: st.SearchStrategy[Task]) -> None:
    @calm
    @given(task=partial)
    def check(task: Task) -> None:
        compare(form, task)

    check()


@pytest.mark.parametrize("form", FORMATS)
def test_a_blind_task_holds_no_label_at_all(form: str, whole: st.SearchStrategy[Task]) -> None:
    @settings(calm, max_examples=15)
    @given(task=whole)
    def check(task: Task) -> None:
        with tempfile.TemporaryDirectory() as name:
            done = there_and_back(form, [replace(task, given="blind")], Path(name))
            assert (list(done.problems), list(done.readings)) == ([], [])
            assert any(card_id in note for note in done.left_out for card_id in [task.card.id])
            assert not (Path(name) / "annotations" / "me").exists()

    check()
