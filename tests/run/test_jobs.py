"""Jobs: consecutive articles, parts named by place and content."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.analysis.intake import Intake
from pipeline.kept.cache import Cache, Used
from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run.jobs import LONG, Job, Planned, cut, ends_job, plan, size_of_jobs
from pipeline.run.parts import write_part
from pipeline.run.setup import Setup
from pipeline.run.worker import DRAWN, JOINED, LABELS, TEXT, Worked
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


def ids(jobs: Iterable[list[RawArticle]]) -> list[list[str]]:
    return [[raw.id for raw in job] for job in jobs]


def test_every_article_is_in_one_job_in_order_and_parts_sort_as_jobs(setup: Setup, tmp_path: Path) -> None:
    articles = raws(40)
    plans, jobs = planned(articles, setup, tmp_path)
    assert [raw for job in jobs for raw in job.raws] == articles
    assert [p.to_do for p in plans] == [p.articles for p in plans]
    assert sorted(job.part for job in jobs) == [job.part for job in jobs]


@pytest.mark.parametrize(("count", "size"), [(511, 4), (512, 16), (99_999, 16), (100_000, 128), (10**7, 128)])
def test_jobs_are_small_where_there_are_few_articles(count: int, size: int) -> None:
    assert size_of_jobs(count) == size


@pytest.mark.parametrize(("count", "size"), [(511, 4), (5000, 16)])
def test_jobs_have_their_size_in_the_mean(count: int, size: int) -> None:
    sizes = [len(job) for job in cut(raws(count), count)]
    assert sum(sizes) == count
    assert max(sizes) == 2 * size
    assert 0.7 < count / len(sizes) / size < 1.3


def test_long_articles_are_in_smaller_jobs_and_none_is_too_long() -> None:
    articles = [*raws(5, text="x" * (LONG * 16 // 2)), *raws(1, text="x" * (LONG * 16 * 2))]
    sizes = [[len(raw.text) for raw in job] for job in cut(articles, 512)]
    assert all(sum(lengths) <= LONG * 16 or len(lengths) == 1 for lengths in sizes)
    assert sum(map(len, sizes)) == 6


@given(st.lists(st.text(max_size=3), unique=True, min_size=1, max_size=80), st.data())
def test_jobs_are_cut_as_before_once_an_id_cuts_them(names: list[str], data: st.DataObject) -> None:
    articles = [replace(raw, id=name) for raw, name in zip(raws(len(names)), sorted(names), strict=True)]
    new = data.draw(st.sampled_from(articles))
    before = ids(cut([raw for raw in articles if raw != new], 511))
    after = ids(cut(articles, 511))
    where = next(n for n, job in enumerate(after) if new.id in job)
    assert after[:where] == before[:where]
    cuts = [raw.id for raw in articles if raw.id > new.id and ends_job(raw.id, 4)]
    if cuts:
        assert [job for job in before if job[0] > cuts[0]] == [job for job in after if job[0] > cuts[0]]


def test_a_part_has_another_name_where_an_article_changed_and_only_there(setup: Setup, tmp_path: Path) -> None:
    articles = raws(40)
    before, _ = planned(articles, setup, tmp_path)
    articles[5] = raws(6, text="another")[5]
    after, jobs = planned(articles, setup, tmp_path)
    changed = [a.part != b.part for a, b in zip(before, after, strict=True)]
    assert changed == [articles[5] in job.raws for job in jobs]


def test_a_part_that_a_stopped_run_left_is_taken_and_a_damaged_one_removed(setup: Setup, tmp_path: Path) -> None:
    articles = raws(40)
    before, jobs = planned(articles, setup, tmp_path)
    write_part(before[0].part, [Worked(raw.id, {"maps": b""}) for raw in jobs[0].raws])
    before[1].part.write_bytes(b"half")
    after, _ = planned(articles, setup, tmp_path)
    assert [p.to_do for p in after] == [0, *(p.articles for p in after[1:])]
    assert [p.part.exists() for p in after[:2]] == [True, False]


def test_only_what_is_not_kept_is_to_do(setup: Setup, tmp_path: Path) -> None:
    setup = replace(setup, cache=tmp_path / "cache")
    articles = raws(40)
    _, jobs = planned(articles, setup, tmp_path / "parts")
    cache = Cache(setup.cache)
    for raw in articles[:-1]:
        text, labels = setup.keys(raw)
        for layer, key in ((TEXT, text), (LABELS, labels), (DRAWN, labels)):
            cache.put(layer, key, {"maps": b""})
    plans, _ = planned(articles, setup, tmp_path / "parts")
    assert [p.to_do for p in plans] == [*[0] * (len(jobs) - 1), 1]


def test_a_job_whose_results_are_kept_is_not_looked_into(setup: Setup, tmp_path: Path) -> None:
    setup = replace(setup, cache=tmp_path / "cache")
    before, _ = planned(raws(40), setup, tmp_path / "parts")
    Cache(setup.cache).put(JOINED, before[1].key, {"maps": b""})
    after, _ = planned(raws(40), setup, tmp_path / "parts")
    assert [p.to_do for p in after] == [0 if n == 1 else p.articles for n, p in enumerate(after)]
