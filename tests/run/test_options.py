"""How many processes a run starts."""

import os

import pytest

from pipeline.run.options import ARTICLES_A_WORKER, RunOptions


def test_what_is_asked_for_is_given() -> None:
    assert RunOptions(workers=7).workers_for(1) == 7


def test_few_articles_are_worked_by_one_process() -> None:
    assert RunOptions().workers_for(0) == RunOptions().workers_for(2 * ARTICLES_A_WORKER - 1) == 1


@pytest.mark.parametrize("cores", [1, 3])
def test_many_articles_are_worked_by_one_process_a_core(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    assert RunOptions().workers_for(10**6) == cores
    assert RunOptions().workers_for(2 * ARTICLES_A_WORKER) == min(2, cores)
