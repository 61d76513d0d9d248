"""Jobs: consecutive articles, parts named by place and content."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.analysis.intake import Intake
from pipeline.kept.cache import Cache, Used
from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run.jobs import LARGEST, SMALLEST, Job, Planned, plan, size_of_jobs
from pipeline.run.parts import is_done, read_part, write_part
from pipeline.run.setup import Setup
from pipeline.run.worker import LAYERS, Worked
from pipeline.text.raw import RawArticle


@pytest.fixture
def setup(params: Params) -> Setup:
    return Setup(params, shipped("models/stance.skops"), shipped("models/linker.json"), None, one_page=True)


def raws(count: int, text: str = "") -> list[RawArticle]:
    return [RawArticle(id=f"{n:04}", source_file="in.jsonl", sha256="", text=text or str(n)) for n in range(count)]


def planned(articles: list[RawArticle], setup: Setup, folder: Path) -> tuple[list[Planned], list[Job]]:
    with Intake(setup.params.clean, print) as intake:
        intake.add_all(reversed(articles))
        plans = list(plan(intake, setup, folder, Used()))
        return plans, [p.job(intake) for p in plans]


@pytest.mark.parametrize(("articles", "size"), [(0, SMALLEST), (5, SMALLEST), (640, 10), (10**7, LARGEST)])
def test_the_size_of_jobs_grows_with_the_number_of_articles_within_bounds(articles: int, size: int) -> None:
    assert size_of_jobs(articles) == size


def test_every_article_is_in_one_job_in_order_and_parts_sort_as_jobs(setup: Setup, tmp_path: Path) -> None:
    articles = raws(10)
    plans, jobs = planned(articles, setup, tmp_path)
    assert [raw for job in jobs for raw in job.raws] == articles
    assert [(p.articles, p.to_do) for p in plans] == [(4, 4), (4, 4), (2, 2)]
    assert sorted(job.part for job in jobs) == [job.part for job in jobs]


def test_a_part_has_another_name_where_an_article_changed_and_only_there(setup: Setup, tmp_path: Path) -> None:
    articles = raws(10)
    before, _ = planned(articles, setup, tmp_path)
    articles[5] = raws(6, text="another")[5]
    after, _ = planned(articles, setup, tmp_path)
    assert [a.part == b.part for a, b in zip(before, after, strict=True)] == [True, False, True]


def test_a_part_that_a_stopped_run_left_is_taken_and_a_damaged_one_removed(setup: Setup, tmp_path: Path) -> None:
    articles = raws(8)
    before, _ = planned(articles, setup, tmp_path)
    write_part(before[0].part, [Worked(raw.id, {"maps": b""}) for raw in articles[:4]])
    before[1].part.write_bytes(b"half")
    after, _ = planned(articles, setup, tmp_path)
    assert [p.to_do for p in after] == [0, 4]
    assert [p.part.exists() for p in after] == [True, False]


def test_a_part_of_kept_results_names_them_and_only_what_is_not_kept_is_to_do(setup: Setup, tmp_path: Path) -> None:
    setup = replace(setup, cache=tmp_path / "cache")
    articles = raws(8)
    cache = Cache(setup.cache)
    for raw in articles[:7]:
        text, labels = setup.keys(raw)
        for layer, key in zip(LAYERS, (text, labels, labels), strict=True):
            cache.put(layer, key, {"maps": b""})
    (kept, rest), _ = planned(articles, setup, tmp_path / "parts")
    assert (kept.to_do, rest.to_do) == (0, 1)
    assert is_done(kept.part, 4, cache)
    assert [worked.kept for worked in read_part(kept.part)] == [setup.keys(raw) for raw in articles[:4]]
