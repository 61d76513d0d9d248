"""Jobs: consecutive articles, parts named by place and content."""

from pathlib import Path

import pytest

from pipeline.kept.cache import Used
from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run.jobs import LARGEST, SMALLEST, Job, cut, size_of_jobs
from pipeline.run.setup import Setup
from pipeline.text.raw import RawArticle


@pytest.fixture
def setup(params: Params) -> Setup:
    return Setup(params, shipped("models/stance.skops"), shipped("models/linker.json"), None, one_page=True)


def raws(count: int, text: str = "") -> list[RawArticle]:
    return [RawArticle(id=f"{n:04}", source_file="in.jsonl", sha256="", text=text or str(n)) for n in range(count)]


def jobs_of(articles: list[RawArticle], setup: Setup) -> list[Job]:
    return list(cut(iter(articles), len(articles), setup, Path("parts"), Used()))


@pytest.mark.parametrize(("articles", "size"), [(0, SMALLEST), (5, SMALLEST), (640, 10), (10**7, LARGEST)])
def test_the_size_of_jobs_grows_with_the_number_of_articles_within_bounds(articles: int, size: int) -> None:
    assert size_of_jobs(articles) == size


def test_every_article_is_in_one_job_in_order_and_parts_sort_as_jobs(setup: Setup) -> None:
    articles = raws(10)
    jobs = jobs_of(articles, setup)
    assert [raw for job in jobs for raw in job.raws] == articles
    assert [len(job.raws) for job in jobs] == [4, 4, 2]
    assert sorted(job.part for job in jobs) == [job.part for job in jobs]


def test_a_part_has_another_name_where_an_article_changed_and_only_there(setup: Setup) -> None:
    articles = raws(10)
    before = jobs_of(articles, setup)
    articles[5] = raws(6, text="another")[5]
    after = jobs_of(articles, setup)
    assert [a.part == b.part for a, b in zip(before, after, strict=True)] == [True, False, True]
