"""Shared fixtures: the parser is loaded once a session."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.analysis.analyser import Analyser, Analysis
from pipeline.analysis.intake import clean_article
from pipeline.params import Params, load_params
from pipeline.text.raw import RawArticle

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def params() -> Params:
    return load_params(ROOT / "params.yaml")


@pytest.fixture(scope="session")
def analyser(params: Params) -> Analyser:
    return Analyser(params)


@pytest.fixture(scope="session")
def analyse(analyser: Analyser) -> Callable[[str], Analysis]:
    def one(text: str) -> Analysis:
        raw = RawArticle(id="a", source_file="a.txt", sha256="", text=text)
        return next(iter(analyser([clean_article(raw, None)])))

    return one


@pytest.fixture(scope="session")
def run_on_seeds(tmp_path_factory: pytest.TempPathFactory, params: Params) -> Path:
    """The outputs of a whole run on the seeds with the shipped model."""
    from pipeline.run.run_all import run_all

    out = tmp_path_factory.mktemp("seeds")
    run_all([str(ROOT / "seeds")], out, params)
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright: make test-browser installs it")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs chromium: make test-browser installs it")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium)
        yield started
        started.close()
