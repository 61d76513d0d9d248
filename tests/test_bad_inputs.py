"""Every kind of bad input of docs/reliability.md, through the real code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bad_inputs import GOOD, TABLE, Bad
from invariants import broken

from pipeline.analysis.intake import Intake
from pipeline.analysis.sentences import sentences_of
from pipeline.api import Argmap, load
from pipeline.params import Params
from pipeline.records import Article, Failure
from pipeline.text.read import read_inputs

ROOT = Path(__file__).resolve().parents[1]
ARGMAP = str(Path(sys.executable).with_name("argmap"))
PARSED = 3000  # characters of an odd text that the parser gets here; bench/fuzz.py goes further
DOCUMENTED = re.compile(r"^\| ([^|]+) \| ((?:article|failure)[^|]*) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def argmap() -> Argmap:
    return load()


def taken_in(folder: Path, params: Params) -> tuple[list[Article], list[Failure]]:
    failures: list[Failure] = []
    with Intake(params.clean, failures.append) as intake:
        intake.add_all(read_inputs([str(folder)], params.clean.max_chars))
        return list(intake), failures


@pytest.mark.parametrize("bad", TABLE, ids=lambda bad: bad.kind)
def test_it_is_an_article_that_keeps_every_promise_or_a_failure(
    bad: Bad, tmp_path: Path, params: Params, argmap: Argmap
) -> None:
    bad.make(tmp_path)
    articles, failures = taken_in(tmp_path, params)
    assert len(articles) == bad.articles, failures
    assert bool(failures) == bool(bad.failures), failures
    for failure in failures:
        assert failure.error
        assert failure.fix
        assert failure.input
        assert str(tmp_path) not in failure.input
    assert not failures or bad.failures in failures[0].error, failures
    for article in articles:
        sentences = sentences_of(article, params.sentences)
        assert all(article.text[s.start : s.end] == s.text for s in sentences)
        assert broken(argmap(article.text[:PARSED], article.id)) == []


def test_the_documented_kinds_are_the_tested_ones_with_the_same_outcome() -> None:
    shown = dict(DOCUMENTED.findall((ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")))
    assert list(shown) == [bad.kind for bad in TABLE]
    for bad in TABLE:
        assert ("failure" in shown[bad.kind]) == bool(bad.failures), bad.kind
        assert shown[bad.kind].startswith("article") == bool(bad.articles), bad.kind


def test_the_command_takes_a_folder_of_all_of_them_and_writes_the_good_ones_whole(tmp_path: Path) -> None:
    kinds = [bad for bad in TABLE if (bad.failures and not bad.articles) or bad.kind.startswith("id ")]
    for number, bad in enumerate(kinds):
        folder = tmp_path / "in" / f"{number:03}"
        folder.mkdir(parents=True)
        bad.make(folder)
    (tmp_path / "in" / "good.txt").write_text(GOOD)
    done = subprocess.run([ARGMAP, "run", tmp_path / "in", "--out", tmp_path / "out"], capture_output=True, check=False, env=dict(os.environ))  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert b"Traceback" not in done.stderr
    failed = [json.loads(line) for line in (tmp_path / "out" / "failures.jsonl").read_text().splitlines()]
    assert {f["input"].partition("/")[0] for f in failed} == {f"{n:03}" for n, bad in enumerate(kinds) if bad.failures}
    ids = [json.loads(line)["article"] for line in (tmp_path / "out" / "maps.jsonl").read_text().splitlines()]
    assert ids == sorted(["good", "../../etc/passwd", "C:\\a/b", "a" * 10_000])
    assert {p.name for p in tmp_path.iterdir()} == {"in", "out"}


def test_standard_input_of_garbage_is_told_and_ends_with_2(tmp_path: Path) -> None:
    done = subprocess.run([ARGMAP, "run", "-", "--out", tmp_path / "out"], input=b"\x1f\x8b garbage", capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 2
    assert b"broken .gz" in done.stderr
    assert b"Traceback" not in done.stderr
